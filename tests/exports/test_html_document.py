"""A printed document as a page holds its blocks as they are, and escapes every text."""

from __future__ import annotations

import pytest

from keikaku.exports.documents.document_blocks import Block, Bullets, Heading, Paragraph, Table
from keikaku.exports.documents.html_document import render

COLUMNS = '<colgroup><col style="width:25.00%"><col style="width:75.00%"></colgroup>'

HEAD = '<thead><tr><th scope="col">番号</th><th scope="col">名称</th></tr></thead>'
BLANK = '<tr class="blank"><td></td><td></td></tr>'


def body(*blocks: Block) -> str:
    page = render("計画", blocks, "ja")
    return page.partition("<main>\n")[2].partition("\n</main>")[0]


@pytest.mark.parametrize(
    ("table", "html"),
    [
        (
            Table(("番号", "名称"), (("1", "窓口"),), (1, 3)),
            HEAD + '<tbody><tr><td class="key">1</td><td>窓口</td></tr></tbody>',
        ),
        (
            Table(("", ""), (("1", "窓口\n納付"),), (1, 3)),
            '<tbody><tr><td class="key">1</td><td>窓口<br>納付</td></tr></tbody>',
        ),
        (
            Table(("", ""), (), (1, 3), empty_rows=2),
            f"<tbody>{BLANK}{BLANK}</tbody>",
        ),
    ],
    ids=["with heads", "without heads", "to be written into"],
)
def test_a_table(table: Table, html: str) -> None:
    assert body(table) == f"<table>{COLUMNS}{html}</table>"


def test_a_centred_table_says_so() -> None:
    assert body(Table(("", ""), (), (1, 3), centred=True)).startswith('<table class="centred">')


def test_every_text_is_escaped() -> None:
    evil = "<script>&\x1b\"'"
    blocks = (Heading(2, evil), Paragraph(evil), Bullets([evil]), Table((evil,), ((evil,),), (1,)))
    page = body(*blocks)
    assert page.count("&lt;script&gt;&amp;\N{REPLACEMENT CHARACTER}&quot;&#x27;") == 5
    assert "<script" not in page


def test_nothing_is_fetched_and_nothing_runs() -> None:
    page = render("計画", (), "en")
    assert '<html lang="en">' in page
    assert "default-src 'none'" in page
    assert "http://" not in page.replace("http-equiv", "")
