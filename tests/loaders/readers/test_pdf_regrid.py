"""A form that a page's end parts: its pieces have grids of their own."""

from __future__ import annotations

from keikaku.loaders.readers.blocks import Cell, Place, Table
from keikaku.loaders.readers.pdf_regrid import on_one_grid, row_goes_on, without_blank_end


def table(*rows: list[tuple[int, int, float, float, str]]) -> Table:
    """A table of rows of cells: column, columns covered, left, right, text."""
    cells = [
        Cell(row, column, 1, span, text, Place(page=1, box=(left, 10.0 * row, right, 9.0)))
        for row, each in enumerate(rows)
        for column, span, left, right, text in each
    ]
    columns = max(cell.column + cell.column_span for cell in cells)
    return Table(len(rows), columns, tuple(cells), Place(page=1))


HEAD = table([(0, 1, 0, 100, "年次計画"), (1, 1, 100, 200, "R8"), (2, 1, 200, 300, "R9")])
REST = table(
    [(0, 1, 0, 100, "窓口"), (1, 2, 100, 200, "検討"), (3, 1, 201, 300, "実施")],
    [(0, 1, 0, 100, "指標"), (1, 1, 100, 150, "現状"), (2, 2, 150, 300, "目標")],
)


def test_a_row_goes_on_where_its_cells_have_the_borders_of_the_last() -> None:
    assert row_goes_on(HEAD, REST)
    assert not row_goes_on(
        HEAD, table([(0, 1, 0, 80, "a"), (1, 1, 80, 150, "b"), (2, 1, 150, 300, "c")])
    )
    assert not row_goes_on(HEAD, table([(0, 1, 0, 100, "a"), (1, 1, 100, 200, "b")]))


def test_both_pieces_get_the_columns_of_both() -> None:
    head, rest = on_one_grid(HEAD, REST)
    assert head.columns == rest.columns == 4
    assert [(c.column, c.column_span) for c in head.row(0)] == [(0, 1), (1, 2), (3, 1)]
    assert [(c.column, c.column_span) for c in rest.row(1)] == [(0, 1), (1, 1), (2, 2)]


def test_what_a_pages_end_leaves_of_a_row_is_no_row() -> None:
    cut = table([(0, 1, 0, 100, "年次計画"), (1, 1, 100, 200, "R8")], [(0, 2, 0, 200, "")])
    assert without_blank_end(cut).rows == 1
    assert without_blank_end(HEAD) == HEAD


def test_a_form_goes_on_behind_its_label() -> None:
    form = table(
        [(0, 1, 0, 100, "番号"), (1, 1, 100, 200, "1"), (2, 1, 200, 300, "新規")],
        [(0, 1, 0, 100, "課題"), (1, 2, 100, 300, "施設が古く")],
    )
    rest = table(
        [(0, 1, 0, 100, ""), (1, 3, 100, 300, "なっている。")],
        [
            (0, 1, 0, 100, "計画"),
            (1, 1, 100, 150, "R8"),
            (2, 1, 150, 200, "R9"),
            (3, 1, 200, 300, "R10"),
        ],
    )
    assert row_goes_on(form, rest)
    label = table([(0, 1, 0, 100, "内容"), (1, 1, 100, 300, "改修する。")])
    assert not row_goes_on(form, label)
