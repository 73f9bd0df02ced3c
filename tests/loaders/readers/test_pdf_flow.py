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


def grid(columns: int, *cells: tuple[int, int, int, int, str]) -> Table:
    """Return a table 300 points wide of cells: row, column, spans of rows and columns, text."""
    width = 300.0 / columns
    own = tuple(
        Cell(r, c, rs, cs, text, Place(page=1, box=(width * c, 20.0 * r, width * (c + cs), 0.0)))
        for r, c, rs, cs, text in cells
    )
    return Table(max(c.row + c.row_span for c in own), columns, own, Place(page=1))


def joined_rows(first: Table, second: Table, *, open_below: bool = False) -> list[list[str]]:
    pages = [page(1, first), page(2, second)]
    pages[0].placed[0] = pages[0].placed[0]._replace(open_below=open_below)
    blocks = [block for own in finished(pages) for block in own]
    (one,) = (block for block in blocks if isinstance(block, Table))
    return [[one.text(row, column) for column in range(one.columns)] for row in range(one.rows)]


def test_a_form_goes_on_below_a_label_over_several_rows() -> None:
    first = grid(
        4,
        *((0, 0, 2, 1, "取組項目"), (0, 1, 1, 3, "1 公民館の複合化"), (1, 1, 1, 3, "新規")),
        *((2, 0, 1, 1, "担当課"), (2, 1, 1, 1, "協働課"), (2, 2, 1, 1, "連携課")),
        (2, 3, 1, 1, "生涯学習"),
    )
    second = grid(
        4,
        *((0, 1, 1, 1, ""), (0, 3, 1, 1, "課、営繕課")),
        *((1, 0, 1, 1, "現状"), (1, 1, 1, 3, "老朽化している。")),
    )
    rows = joined_rows(first, second)
    assert rows[2] == ["担当課", "協働課", "連携課", "生涯学習課、営繕課"]
    assert rows[3][:2] == ["現状", "老朽化している。"]


def test_a_head_of_two_rows_goes_on_over_the_pages_end() -> None:
    first = grid(3, (0, 0, 1, 1, "指標名"), (0, 1, 1, 1, "現状"), (0, 2, 1, 1, "目標"))
    second = grid(
        6,
        *((0, 2, 1, 2, "2024年度"), (0, 4, 1, 1, "2026年度"), (0, 5, 1, 1, "2027年度")),
        *((1, 0, 1, 2, "跡地の数"), (1, 2, 1, 2, "2"), (1, 4, 1, 1, "3"), (1, 5, 1, 1, "4")),
    )
    rows = joined_rows(first, second)
    assert [dict.fromkeys(row) for row in rows] == [
        dict.fromkeys(("指標名", "現状", "目標")),
        dict.fromkeys(("", "2024年度", "2026年度", "2027年度")),
        dict.fromkeys(("跡地の数", "2", "3", "4")),
    ]


def test_levels_side_by_side_that_a_page_draws_again_above_its_table_are_no_text() -> None:
    cells = ((0, 0, 1, 1, "番号"), (0, 1, 1, 1, "柱"), (0, 2, 1, 1, "事業名"))
    first = grid(3, *cells, (1, 0, 1, 1, "2"), (1, 1, 1, 1, "活力のあるまち"), (1, 2, 1, 1, "観光"))
    second = grid(3, *cells, (1, 0, 1, 1, ""), (1, 1, 1, 1, ""), (1, 2, 1, 1, "移住"))
    again = Paragraph("2 活力の", Place(page=2))
    pages = [page(1, first), page(2, second)]
    pages[1].placed.insert(0, pages[1].placed[0]._replace(block=again))
    texts = [b.text for own in finished(pages) for b in own if isinstance(b, Paragraph)]
    assert not any("活力" in text for text in texts)


def test_a_row_that_a_line_closes_at_the_pages_end_is_whole() -> None:
    """A page's end shows the background of a label over several rows below the last line."""
    first = grid(
        3,
        *((0, 0, 4, 1, "年次計画"), (0, 1, 1, 1, "取組事項"), (0, 2, 1, 1, "令和8年度")),
        *((1, 1, 1, 1, "計画の策定"), (1, 2, 1, 1, "策定"), (2, 1, 1, 1, "地域との協議")),
        *((2, 2, 1, 1, "●"), (3, 1, 1, 1, ""), (3, 2, 1, 1, "")),
    )
    second = grid(
        3,
        *((0, 0, 1, 1, ""), (0, 1, 1, 1, "移転"), (0, 2, 1, 1, "工事")),
        *((1, 0, 1, 1, "現状"), (1, 1, 1, 2, "老朽化している。")),
    )
    rows = joined_rows(first, second, open_below=True)
    assert [row[1:] for row in rows[1:4]] == [
        ["計画の策定", "策定"],
        ["地域との協議", "●"],
        ["移転", "工事"],
    ]


def lines(*rows: tuple[str, ...]) -> Table:
    cells = ((row, at, 1, 1, text) for row, own in enumerate(rows) for at, text in enumerate(own))
    return grid(len(rows[0]), *cells)


def test_the_rest_of_a_head_that_the_page_repeats_is_no_text_of_the_row_below() -> None:
    head = ("番号", "担当課（◎主管、○関係課）", "課題", "区分")
    cut = ("番号", "担当課（◎主管、○関係", "課題", "区分")
    first = lines(head, ("1", "総務課", "窓口は混雑しており、待ち時間が長く", "新規"))
    second = lines(cut, ("", "課）", "なっている。", ""), ("2", "税務課", "滞納がある。", "継続"))
    assert joined_rows(first, second, open_below=True)[1:] == [
        ["1", "総務課", "窓口は混雑しており、待ち時間が長くなっている。", "新規"],
        ["2", "税務課", "滞納がある。", "継続"],
    ]


def test_a_line_above_a_list_that_each_page_repeats_parts_no_row() -> None:
    pages = [
        page(1, table(HEAD, ("1", "窓口", "混雑"))),
        page(2, table(HEAD, ("2", "広報", "不足"))),
    ]
    for read in pages:
        line = Paragraph("整理 2026年度 2027年度", Place(page=read.number))
        read.placed.insert(0, Placed(line, (0.0, 85.0, 300.0, 95.0), 9.0, (20, 0)))
    blocks = [block for own in finished(pages) for block in own]
    (joined,) = (block for block in blocks if isinstance(block, Table))
    assert [joined.text(row, 0) for row in range(joined.rows)] == ["番号", "1", "2"]


def test_a_sheets_name_with_its_page_of_all_is_a_footer() -> None:
    pages = [
        page(1, table(HEAD, ("1", "窓口", "混雑"))),
        page(2, table(HEAD, ("2", "広報", "不足"))),
    ]
    for read, name in zip(pages, ("一覧", "指標"), strict=True):
        line = Paragraph(f"{name}　{read.number}/2", Place(page=read.number))
        read.placed[1] = read.placed[1]._replace(block=line)
    blocks = [block for own in finished(pages) for block in own]
    styles = {block.style for block in blocks if isinstance(block, Paragraph)}
    assert styles == {"footer"}


def test_a_row_with_a_name_of_its_own_begins_on_the_next_page() -> None:
    """Its fewer steps are no rest of the row above, whose name does not fill its cell."""
    first = grid(
        4,
        *(
            (0, 0, 2, 1, "工程表"),
            (0, 1, 1, 1, "年度"),
            (0, 2, 1, 1, "8年度"),
            (0, 3, 1, 1, "9年度"),
        ),
        *((1, 1, 1, 1, "構築"), (1, 2, 1, 1, "調査"), (1, 3, 1, 1, "運用")),
    )
    second = grid(
        4,
        *((0, 0, 1, 1, ""), (0, 1, 1, 1, "設置"), (0, 2, 1, 1, ""), (0, 3, 1, 1, "検討")),
        *((1, 0, 1, 1, "現状"), (1, 1, 1, 3, "老朽化している。")),
    )
    rows = joined_rows(first, second)
    assert [row[1:] for row in rows[1:3]] == [["構築", "調査", "運用"], ["設置", "", "検討"]]


def test_a_label_leaves_its_unit_to_the_next_page() -> None:
    first = grid(
        3,
        *((0, 0, 1, 1, "担当課"), (0, 1, 1, 2, "財政課")),
        *((1, 0, 1, 1, "成果指標"), (1, 1, 1, 1, "寄附額"), (1, 2, 1, 1, "8年度")),
    )
    second = grid(
        3,
        *((0, 0, 1, 1, "（単位：百万円）"), (0, 1, 1, 1, ""), (0, 2, 1, 1, "210")),
        *((1, 0, 1, 1, "現状"), (1, 1, 1, 2, "老朽化している。")),
    )
    rows = joined_rows(first, second)
    label = "成果指標（単位：百万円）"
    assert rows[1:3] == [[label, "寄附額", "8年度"], [label, "寄附額", "210"]]


def test_a_cut_row_keeps_its_rest_where_its_first_cell_goes_on_too() -> None:
    """The name of a cut row, below which the next page prints more of it, loses nothing of it."""
    first = grid(
        3,
        *((0, 0, 1, 1, "番号"), (0, 1, 1, 1, "課題"), (0, 2, 1, 1, "年度")),
        *(
            (1, 0, 1, 1, "生成ＡＩの全"),
            (1, 1, 1, 1, "利用する職員は全体の"),
            (1, 2, 1, 1, "8年度"),
        ),
    )
    second = grid(
        3,
        *((0, 0, 1, 1, "庁活用"), (0, 1, 1, 1, "23％です。"), (0, 2, 1, 1, "")),
        *((1, 0, 2, 1, ""), (1, 1, 2, 1, ""), (1, 2, 1, 1, "9年度"), (2, 2, 1, 1, "10年度")),
    )
    rows = joined_rows(first, second, open_below=True)
    assert rows[1][:2] == ["生成ＡＩの全庁活用", "利用する職員は全体の23％です。"]
