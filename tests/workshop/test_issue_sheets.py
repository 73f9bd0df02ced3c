"""The issue sheets on paper: one sheet of A4 for each plan, and an annex of what it cannot hold."""

from __future__ import annotations

from pathlib import Path

import pytest

import keikaku
from keikaku.exports.documents import Bullets, Heading, Paragraph, Table, word_document
from keikaku.exports.documents.block_heights import height
from keikaku.queries.graph_walks import Graph
from keikaku.workshop.pack import issue_sheets
from keikaku.workshop.pack.dossier import Material, material
from tests.makers import convert

ANNEX = "別紙"


@pytest.fixture(scope="module")
def whole() -> Material:
    graph = keikaku.read()
    (head,) = graph.graph["documents"]
    return material(graph, head["id"], None, "ja")


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_each_plan_of_a_real_document_is_one_sheet(whole: Material, tmp_path: Path) -> None:
    file = tmp_path / "sheets.docx"
    word_document.write(file, whole.title, issue_sheets.blocks(whole, whole.dossiers))
    printed = convert.pdf_text(convert.by_office(file, "pdf"), layout=True)
    pages = printed.read_text(encoding="utf-8").split("\f")
    names = [squeezed(dossier.name) for dossier in whole.dossiers]
    first = next(at for at, page in enumerate(pages) if squeezed(page).startswith(names[0]))
    heads = [squeezed(page)[:80] for page in pages[first : first + len(names) + 1]]
    for name, head in zip([*names, ANNEX], heads, strict=True):
        assert head.startswith(name), (name, head)


def test_what_a_sheet_cannot_hold_stands_whole_in_the_annex_and_is_said(whole: Material) -> None:
    full = [d for d in whole.dossiers if issue_sheets.sheet(d, whole.case.period, "ja")[1]]
    assert full
    for dossier in full:
        page, annex = issue_sheets.sheet(dossier, whole.case.period, "ja")
        assert "巻末の別紙" in str(page)
        for action in dossier.whole.actions:
            assert action.title in str(page) or action.title in str(annex), action.title
    short = next(d for d in whole.dossiers if d not in full)
    assert "別紙" not in str(issue_sheets.sheet(short, whole.case.period, "ja"))


def test_a_height_counts_lines_that_wrap() -> None:
    line = height([Paragraph("短い")])
    assert height([Paragraph("あ" * 200)]) > 3 * line
    assert height([Table(("a", "b"), [("x", "あ" * 100)], (1, 1))]) > height(
        [Table(("a", "b"), [("x", "あ")], (1, 1))]
    )
    assert height([Heading(2, "題"), Bullets(["一", "二"])]) > height([Heading(2, "題")])


def test_the_annex_is_left_out_where_all_has_room(midorino: Graph) -> None:
    (head,) = midorino.graph["documents"]
    made = material(midorino, head["id"], None, "ja")
    short = min(made.dossiers, key=lambda d: len(d.whole.actions) + len(d.questions))
    assert not [
        block
        for block in issue_sheets.blocks(made, [short])
        if isinstance(block, Heading) and block.text.startswith(ANNEX)
    ]
