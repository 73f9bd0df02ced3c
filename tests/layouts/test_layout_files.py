"""Layout files: what is wrong is told with its line; what is proposed is read as it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from keikaku.graph.errors import SourceError
from keikaku.loaders import load
from keikaku.loaders.layouts.layout_file import built_in, read_layout
from keikaku.loaders.layouts.layout_writer import layout_text
from keikaku.loaders.layouts.proposal import propose
from keikaku.loaders.readers import read_source
from tests.makers.excel import make_excel
from tests.makers.printed import Grid, Line, Slot

_MINIMAL = "layout: keikaku-layout/1\nid: own\ntitle: {ja: 自前}\n"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("layout: keikaku-layout/1\nid: own\n", 1, "title"),
        (f"{_MINIMAL}labels:\n  - {{label: [名], means: plan.titel}}\n", 5, "plan.titel"),
        (f"{_MINIMAL}colour: red\n", 4, "colour"),
        ("a: [\n", 2, "YAML"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SourceError) as told:
        read_layout(path)
    assert f"own.yaml の {line} 行目:" in told.value.message("ja")
    assert words in told.value.message("ja")


def test_what_is_built_in_is_valid() -> None:
    ids = [layout.id for layout in built_in()]
    assert ids[-1] == "generic"
    assert "project-evaluation" in ids


def _unknown_book(path: Path) -> Path:
    """A list whose labels the catalogue does not know but for a few."""
    head = ("整理番号", "お仕事の名", "もちば", "めざすところ", "ことしの目あて", "備考")
    rows = [
        ("A-1", "花いっぱい運動", "花と緑の課", "花の咲くまち", "花壇20か所", ""),
        ("A-2", "読書の輪", "本の森の課", "本を読むまち", "読書会12回", ""),
        ("A-3", "朝市の再生", "にぎわい課", "人の集うまち", "出店30店", ""),
    ]
    grid = Grid((1, 2, 2, 2, 2, 1), [tuple(map(Slot, head)), *(tuple(map(Slot, r)) for r in rows)])
    return make_excel([Line("そよかぜ町 しごとの帳面"), grid], path)


def test_a_layout_makes_an_unknown_book_readable(tmp_path: Path) -> None:
    book = _unknown_book(tmp_path / "book.xlsx")
    with pytest.raises(SourceError):
        load(book)
    text = layout_text(propose(read_source(book)))
    for name, fact in (("お仕事の名", "plan.title"), ("もちば", "department")):
        line = f'- {{label: ["{name}"], means: {fact}}}'
        assert f"#? {line}" in text
        text = text.replace(f"#? {line}", line)
    layout = tmp_path / "layout.yaml"
    layout.write_text(text, encoding="utf-8")
    records = load(book, layout=layout)
    plans = {n.facts["number"]: n.facts["title"] for n in records.nodes if n.kind == "Plan"}
    assert plans == {"A-1": "花いっぱい運動", "A-2": "読書の輪", "A-3": "朝市の再生"}
    departments = {n.facts["name"] for n in records.nodes if n.kind == "Department"}
    assert departments == {"花と緑の課", "本の森の課", "にぎわい課"}
    assert any(f.code == "label-unread" for f in records.findings)


EXAMPLES = Path(__file__).parents[2] / "examples"


def test_the_example_layout_reads_its_book() -> None:
    book = EXAMPLES / "soyokaze-2026-book.xlsx"
    records = load(book, layout=EXAMPLES / "soyokaze-2026-layout.yaml")
    totals = [n.facts["total"] for n in records.nodes if n.kind == "Budget"]
    assert totals == [320000, 280000, 150000, 150000, 900000, 750000, 80000, 80000]
    assert not [f for f in records.findings if f.severity != "info"]


@pytest.mark.parametrize("name", ["hibarino-2026-forms.docx", "hibarino-2026-list.pdf"])
def test_the_examples_are_read_as_they_are(name: str) -> None:
    from tests.layouts.cities import make_city
    from tests.layouts.scoring import scores

    city = make_city()
    assert min(scores(city, load(EXAMPLES / name)).values()) == 1


CASES = Path(__file__).parents[3] / "shared" / "cases"
if not CASES.exists():  # a worktree lies one folder deeper
    CASES = Path(__file__).parents[4] / "shared" / "cases"


@pytest.mark.skipif(not CASES.exists(), reason="the filled-in forms are not here")
@pytest.mark.parametrize(
    ("name", "levels"), [("x-2level", ["1"]), ("x-4level", ["1", "1-1", "1-1-3"])]
)
def test_a_form_may_have_other_levels(name: str, levels: list[str]) -> None:
    records = load(CASES / f"{name}.xlsx")
    kinds = ("Goal", "Initiative")
    assert [n.facts["number"] for n in records.nodes if n.kind in kinds] == levels
    assert sum(n.kind == "Plan" for n in records.nodes) == 1
