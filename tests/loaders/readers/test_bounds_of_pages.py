"""How near is near on a page: the distance that just counts, and the one that just does not."""

from __future__ import annotations

from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

import pytest

from keikaku.loaders.readers.blocks import Cell, Place, Table
from keikaku.loaders.readers.grid import Grid
from keikaku.loaders.readers.pdf_clipping import clipped_texts
from keikaku.loaders.readers.pdf_columns import columns_of, tables_without_rules
from keikaku.loaders.readers.pdf_fills import is_background, seen_stretches
from keikaku.loaders.readers.pdf_grid import Ruled, Slot
from keikaku.loaders.readers.pdf_overflow import Holder, with_own_cells
from keikaku.loaders.readers.pdf_regrid import head_goes_on, on_one_grid, row_goes_on
from keikaku.loaders.readers.shape_geometry import Rect, covered, is_arrow, scaled, share
from tests.loaders.readers.pages import letters, lines, upwards

# A row that a page's end parts.


def table(*rows: list[tuple[float, float, str]]) -> Table:
    """Rows of cells: left and right border, text."""
    cells = [
        Cell(row, column, 1, 1, text, Place(page=1, box=(left, 0.0, right, 9.0)))
        for row, each in enumerate(rows)
        for column, (left, right, text) in enumerate(each)
    ]
    return Table(len(rows), max(map(len, rows)), tuple(cells), Place(page=1))


THREE = table([(0, 100, "窓口"), (100, 200, "検討"), (200, 300, "実施")])


@pytest.mark.parametrize(
    ("row", "goes_on"),
    [
        ([(3.9, 100, "a"), (100, 200, "b"), (200, 303.9, "c")], True),
        ([(4, 100, "a"), (100, 200, "b"), (200, 300, "c")], False),
        ([(0, 100, "a"), (100, 200, "b"), (200, 304, "c")], False),
        ([(0, 100, "a"), (100, 200, ""), (200, 300, "c")], False),
        ([(0, 100, ""), (100, 200, "b")], True),
        ([(3.9, 100, ""), (100, 200, "b")], True),
        ([(4, 100, ""), (100, 200, "b")], False),
        ([(0, 4, ""), (4, 100, "b")], False),
        ([(0, 100, ""), (100, 200, "")], False),
    ],
)
def test_a_row_goes_on_where_borders_are_less_than_four_points_apart(
    row: list[tuple[float, float, str]], goes_on: bool
) -> None:
    assert row_goes_on(THREE, table(row)) is goes_on


def test_a_row_behind_no_label_does_not_go_on() -> None:
    nameless = table([(0, 100, ""), (100, 200, "検討"), (200, 300, "実施")])
    assert not row_goes_on(nameless, table([(0, 100, ""), (100, 200, "b")]))


@pytest.mark.parametrize(
    ("upper", "lower", "goes_on"),
    [
        ([(0, 100, "指標名"), (100, 300, "目標")], [(0, 100, ""), (100, 150, "R7"),
         (150, 200, "R8"), (200, 300, "R9")], True),
        ([(0, 100, "指標名"), (103.9, 300, "目標")], [(0, 100, ""), (100, 150, "R7"),
         (150, 200, "R8"), (200, 300, "R9")], True),
        ([(0, 100, "指標名"), (104, 300, "目標")], [(0, 100, ""), (100, 150, "R7"),
         (150, 200, "R8"), (200, 300, "R9")], False),
        ([(0, 100, "指標名"), (100, 300, "目標")], [(0, 100, ""), (100, 150, "R7"),
         (150, 300, "R8")], False),
        ([(0, 100, "指標名"), (100, 300, "目標")], [(0, 100, "件数"), (100, 150, "R7"),
         (150, 200, "R8"), (200, 300, "R9")], False),
        ([(0, 300, "指標名")], [(0, 100, ""), (100, 150, "R7"), (150, 200, "R8"),
         (200, 300, "R9")], False),
    ],
)  # fmt: skip
def test_the_years_of_a_head_may_stand_on_the_next_page(
    upper: list[tuple[float, float, str]], lower: list[tuple[float, float, str]], goes_on: bool
) -> None:
    assert head_goes_on(table(upper), table(lower)) is goes_on


def test_a_head_of_two_rows_is_whole() -> None:
    lower = table([(0, 100, ""), (100, 150, "R7"), (150, 200, "R8"), (200, 300, "R9")])
    upper = [(0.0, 100.0, "指標名"), (100.0, 300.0, "目標")]
    assert not head_goes_on(table(upper, upper), lower)


@pytest.mark.parametrize(("left", "columns"), [(103.9, 2), (104.0, 3)])
def test_borders_are_of_two_columns_from_four_points_on(left: float, columns: int) -> None:
    first = table([(0, 100, "a"), (100, 200, "b")])
    assert on_one_grid(first, table([(0, left, "c"), (left, 200, "d")]))[0].columns == columns


# Cells that are cut off.


def printed(text: str, box: tuple[float, float], x: float = 2.0, y: float = 1.0) -> Any:
    """A cell of a width and a height, and its letters from a place in it."""
    return Slot(0, 0, 1, 1, 0.0, 0.0, *box), letters(text, x, y)


def clipped(*cells: Any) -> list[str]:
    return clipped_texts([slot for slot, _ in cells], [held for _, held in cells])


@pytest.mark.parametrize(
    ("box", "x", "y", "cut"),
    [
        ((65.9, 12), 2, 1, True),
        ((66.0, 12), 2, 1, False),
        ((60, 20.9), 2, 1, True),
        ((60, 21.0), 2, 1, False),
        ((60, 22.4), 2, 3, True),
        ((60, 22.5), 2, 3, False),
        ((67.9, 12), 10, 1, True),
        ((68.0, 12), 10, 1, False),
    ],
)  # fmt: skip
def test_a_text_is_cut_where_no_letter_and_no_line_more_had_room(
    box: tuple[float, float], x: float, y: float, cut: bool
) -> None:
    names = ["スマート窓", "証明書コン", "未利用地の"]
    assert clipped(*(printed(name, box, x, y) for name in names)) == (names if cut else [])


@pytest.mark.parametrize(("whole", "cut"), [(4, 3), (5, 0)])
def test_two_fifths_of_the_full_cells_must_look_cut(whole: int, cut: int) -> None:
    fitting = [printed("市民課窓口", (90, 12))] * whole
    assert len(clipped(*[printed("スマート窓", (60, 12))] * 3, *fitting)) == cut


def test_short_and_turned_texts_and_numbers_are_not_cut() -> None:
    assert clipped(*[printed("窓口", (30, 12))] * 3) == []
    assert clipped(*[printed("窓口の", (40, 12))] * 3) == ["窓口の"] * 3
    assert clipped(*[printed("12345678", (50, 12))] * 3) == []
    slot = Slot(0, 0, 1, 1, 0.0, 0.0, 12.0, 60.0)
    assert clipped(*[(slot, upwards("スマート窓", 1, 58))] * 3) == []


# Lines that stand in the cell beside their own.

ROWS = (0.0, 24.0, 48.0)


def cells_of(*runs: Any, width: float = 80.0, second: float = 24.0) -> list[int]:
    """The row of each run, of a table of two rows; ``second`` is where the second begins."""
    slots = (Slot(0, 0, 1, 1, 0.0, 0.0, 80.0, 24.0), Slot(1, 0, 1, 1, 0.0, second, width, 48.0))
    ruled = Ruled((0.0, 80.0), ROWS, slots, ())
    at = [0 if run[0].middle[1] < 24 else 1 for run in runs]
    holders: list[Holder | None] = [(0, each) for each in at]
    own, _ = with_own_cells(runs, holders, [ruled])
    return [cell[1] for cell in own if cell is not None]


@pytest.mark.parametrize(
    ("top", "left", "size", "cells"),
    [
        (15.6, 3.0, 10.0, [1, 1]),
        (15.4, 3.0, 10.0, [0, 1]),
        (18.0, 4.4, 10.0, [1, 1]),
        (18.0, 4.5, 10.0, [0, 1]),
        (18.0, 3.0, 10.9, [1, 1]),
        (18.0, 3.0, 11.2, [0, 1]),
    ],
)  # fmt: skip
def test_a_line_across_a_border_belongs_to_the_line_that_it_was_written_with(
    top: float, left: float, size: float, cells: list[int]
) -> None:
    text = "三行に" if left == 3.0 else "三行にな"
    assert cells_of(letters(text, left, top, size), letters("説明です", 3, 30)) == cells


@pytest.mark.parametrize(
    ("below", "cells"), [(24.9, [0, 1]), (25.1, [1, 1]), (37.9, [1, 1]), (38.0, [0, 1])]
)
def test_lines_of_one_text_are_one_line_apart(below: float, cells: list[int]) -> None:
    assert cells_of(letters("三行に", 3, 18), letters("説明です", 3, below)) == cells


def test_lines_of_unlike_cells_are_not_of_one_text() -> None:
    across, following = letters("三行に", 3, 18), letters("説明です", 3, 30)
    assert cells_of(across, following) == [1, 1]
    assert cells_of(across, following, second=25.5) == [0, 1]
    assert cells_of(upwards("三行に", 3, 46), following) == [1, 1]


# Backgrounds.


class Upright(NamedTuple):
    at: float
    start: float
    end: float


def rect(top: float, bottom: float, colour: str = "grey", x0: float = 0, x1: float = 100) -> Any:
    return {
        "object_type": "rect", "fill": True, "stroke": False, "x0": x0, "x1": x1,
        "top": top, "bottom": bottom, "non_stroking_color": colour,
    }  # fmt: skip


SIDES = (Upright(0, 0, 40), Upright(100, 0, 40))


def test_a_background_is_painted_and_has_no_line_around_it() -> None:
    assert is_background(rect(0, 20))
    assert not is_background(rect(0, 20) | {"stroke": True})
    assert not is_background(rect(0, 20) | {"fill": False})
    assert not is_background(rect(0, 20) | {"object_type": "line"})


@pytest.mark.parametrize(
    ("other", "seen"),
    [
        (rect(20, 40), []),
        (rect(22.5, 40), []),
        (rect(22.6, 40), [(0, 100)]),
        (rect(20, 40, "blue"), [(0, 100)]),
        (rect(20, 40, x0=30, x1=60), [(0, 30), (60, 100)]),
        (rect(20, 40, x0=2.5, x1=97.5), []),
        (rect(20, 40, x0=2.6, x1=97.4), [(0, 2.6), (97.4, 100)]),
        (rect(20, 40, x0=120, x1=160), [(0, 100)]),
    ],
)
def test_nobody_sees_a_line_where_the_same_colour_goes_on(
    other: Any, seen: list[tuple[float, float]]
) -> None:
    box = rect(0, 20)
    assert seen_stretches(box, 20, [box, other], SIDES) == seen


@pytest.mark.parametrize(
    "sides",
    [
        SIDES[:1],
        (Upright(0, 2.6, 40), SIDES[1]),
        (Upright(0, 0, 17.4), SIDES[1]),
        (Upright(2.6, 0, 40), SIDES[1]),
    ],
)
def test_a_background_without_lines_at_both_sides_is_the_cell(sides: tuple[Upright, ...]) -> None:
    box = rect(0, 20)
    assert seen_stretches(box, 20, [box, rect(20, 40)], sides) == [(0, 100)]
    near = (Upright(2.5, 2.5, 17.5), SIDES[1])
    assert seen_stretches(box, 20, [box, rect(20, 40)], near) == []


# Cells with spans.


def test_cells_take_the_first_free_slot_of_their_row() -> None:
    grid = Grid(Place())
    grid.cell("a", 2, 1)
    grid.cell("b", 1, 2)
    grid.row()
    grid.cell("c", 1, 1)
    grid.skip(1)
    assert grid.at == (1, 3)
    grid.cell("d", 0, 0)
    grid.row()
    grid.cell("", 1, 1)
    grid.cell("e", 9, 1)
    made = grid.table()
    assert (made.rows, made.columns) == (3, 4)
    assert [(c.text, c.row, c.column, c.row_span, c.column_span) for c in made.cells] == [
        ("a", 0, 0, 2, 1), ("b", 0, 1, 1, 2), ("c", 1, 1, 1, 1), ("d", 1, 3, 1, 1),
        ("e", 2, 1, 1, 1),
    ]  # fmt: skip


def test_a_cell_may_reach_down_later() -> None:
    grid = Grid(Place())
    grid.cell("a", 1, 1, grows=True)
    grid.cell("", 1, 1, grows=True)
    grid.row()
    grid.row()
    grid.extend(2, 0)
    grid.extend(2, 5)
    assert [(c.text, c.row_span) for c in grid.table().cells] == [("a", 3), ("", 1)]


def test_a_cell_reaches_over_500_rows_and_200_columns_at_most() -> None:
    grid = Grid(Place())
    grid.cell("a", 1, 201)
    assert grid.at == (0, 200)


# Drawn shapes.


def shape(form: str = "", tip: str = "") -> ET.Element:
    line = f'<ln><tailEnd type="{tip}"/></ln>' if tip else ""
    geometry = f'<prstGeom prst="{form}"/>' if form else ""
    return ET.fromstring(f"<sp><spPr>{geometry}{line}</spPr></sp>")


@pytest.mark.parametrize(
    ("form", "tip", "right", "arrow"),
    [
        ("rightArrow", "", 10, True),
        ("leftRightArrow", "", 10, False),
        ("stripedRightArrow", "", 10, False),
        ("homePlate", "", 10, True),
        ("rect", "", 10, False),
        ("line", "triangle", 10, True),
        ("line", "triangle", 9, False),
        ("line", "none", 10, False),
        ("", "triangle", 20, True),
    ],
)
def test_an_arrow_has_its_form_or_a_line_along_the_years_with_a_tip(
    form: str, tip: str, right: float, arrow: bool
) -> None:
    assert is_arrow(shape(form, tip), Rect(0, 0, right, 10)) is arrow


def test_a_member_of_a_group_is_placed_in_the_scale_around_it() -> None:
    own, inner = Rect(10, 20, 30, 40), Rect(0, 0, 100, 200)
    assert scaled(own, inner, Rect(1000, 2000, 1200, 2200)) == Rect(1020, 2020, 1060, 2040)
    assert scaled(own, Rect(10, 20, 10, 20), Rect(5, 5, 5, 5)) == Rect(5, 5, 5, 5)


@pytest.mark.parametrize(
    ("start", "end", "columns"),
    [
        (0, 100, (0, 0)),
        (0, 129, (0, 0)),
        (0, 130, (0, 1)),
        (71, 200, (1, 1)),
        (70, 200, (0, 1)),
        (90, 110, (1, 1)),
        (80, 118, (0, 0)),
        (-50, -10, (0, 0)),
        (350, 390, (2, 2)),
        (0, 300, (0, 2)),
    ],
)
def test_a_shape_means_the_columns_of_which_it_covers_three_tenths(
    start: float, end: float, columns: tuple[int, int]
) -> None:
    assert covered((0, 100, 200, 300), start, end) == columns


def test_a_hidden_column_is_never_covered() -> None:
    assert covered((0, 100, 100, 200), 0, 200) == (0, 2)
    assert share((0, 100, 100, 200), 1, 0, 200) == 0.0
    assert share((0, 100, 100, 200), 2, 0, 150) == 0.5


# Columns that only gaps part.

ROW = (("窓口の改善", 0.0), ("市民課", 100.0))


@pytest.mark.parametrize(("rows", "tables"), [(3, 1), (2, 0)])
def test_three_lines_with_one_gap_are_a_table(rows: int, tables: int) -> None:
    assert len(tables_without_rules(lines(*[ROW] * rows), 1)) == tables


def test_two_lines_are_one_where_rows_are_ruled() -> None:
    (made,) = tables_without_rules(lines(ROW, ROW), 1, [0.0, 11.0, 24.0])
    assert [(c.row, c.column, c.text) for c in made[0].cells] == [
        (0, 0, "窓口の改善"), (0, 1, "市民課"), (1, 0, "窓口の改善"), (1, 1, "市民課"),
    ]  # fmt: skip


def test_lines_far_apart_are_no_table() -> None:
    assert len(tables_without_rules(lines(*[ROW] * 3, step=34.9), 1)) == 1
    assert tables_without_rules(lines(*[ROW] * 3, step=35.0), 1) == []


@pytest.mark.parametrize(
    ("letters_a_line", "rows", "columns"), [(15, 6, [2]), (14, 6, [1]), (15, 5, [1])]
)
def test_six_long_lines_side_by_side_are_text_in_two_columns(
    letters_a_line: int, rows: int, columns: list[int]
) -> None:
    page = lines(*[(("あ" * letters_a_line, 0.0), ("い" * letters_a_line, 200.0))] * rows)
    assert [len(stretch) for stretch in columns_of(page)] == columns
    assert bool(tables_without_rules(page, 1)) is (columns == [1])
