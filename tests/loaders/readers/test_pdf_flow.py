"""Pages of a PDF as one document: footers with a number, rows that a page's end parts."""

from __future__ import annotations

from keikaku.loaders.readers.blocks import Cell, Paragraph, Place, Table
from keikaku.loaders.readers.pdf_flow import finished
from keikaku.loaders.readers.pdf_page import PageRead, Placed

HEAD = ("番号", "取組名", "課題")


def table(*rows: tuple[str, ...]) -> Table:
    cells = [
        Cell(
            row,
            at,
            1,
            1,
            text,
            Place(page=1, box=(100.0 * at, 20.0 * row, 100.0 * at + 100, 20.0 * row + 20)),
        )
        for row, texts in enumerate(rows)
        for at, text in enumerate(texts)
    ]
    return Table(len(rows), 3, tuple(cells), Place(page=1))


def page(number: int, own: Table) -> PageRead:
    read = PageRead(number, 300.0, 800.0)
    read.placed = [
        Placed(own, (0.0, 100.0, 300.0, 700.0), 9.0, (25, 0)),
        Placed(
            Paragraph(f"{number}／アクションプラン", Place(page=number)),
            (100.0, 780.0, 200.0, 790.0),
            9.0,
            (195, 100),
        ),
    ]
    return read


def test_a_row_goes_on_behind_a_footer_with_the_pages_number_and_a_head_again() -> None:
    first = table(HEAD, ("101", "生成AIの活用", "利用する職員は全体の"))
    second = table(HEAD, ("", "", "23％です。"), ("102", "電子契約の推進", "利用率は９％です。"))
    pages = [page(1, first), page(2, second), page(3, table(HEAD, ("103", "窓口", "混雑です。")))]
    blocks = [block for own in finished(pages) for block in own]
    (joined,) = (block for block in blocks if isinstance(block, Table))
    assert [joined.text(row, 2) for row in range(joined.rows)] == [
        *("課題", "利用する職員は全体の23％です。", "利用率は９％です。", "混雑です。")
    ]
    styles = {block.style for block in blocks if isinstance(block, Paragraph)}
    assert styles == {"footer"}
