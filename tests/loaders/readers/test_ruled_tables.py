"""Ruled lines of a printed page are the cells that a person sees between them."""

from __future__ import annotations

from pathlib import Path

import pytest

from keikaku.loaders.readers.pdf_grid import Edge, Ruled, edges_of, tables_of


def flat(y: float, start: float = 0, end: float = 100) -> Edge:
    return Edge(False, y, start, end)


def upright(x: float, start: float = 0, end: float = 40) -> Edge:
    return Edge(True, x, start, end)


ROWS = [flat(0), flat(20), flat(40)]
COLUMNS = [upright(0), upright(50), upright(100)]
PARTED = [upright(50, 0, 20), upright(50, 40, 60)]


def only(*edges: Edge) -> Ruled:
    (table,) = tables_of(edges)
    return table


def slots(*edges: Edge) -> list[tuple[int, int, int, int]]:
    """Row, column, row span and column span of each cell."""
    return [(s.row, s.column, s.row_span, s.column_span) for s in only(*edges).slots]


FOUR = [(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)]


def test_a_grid_has_its_cells_and_their_boxes() -> None:
    table = only(*ROWS, *COLUMNS)
    assert (table.xs, table.ys, table.loose) == ((0, 50, 100), (0, 20, 40), ())
    assert [tuple(slot[4:]) for slot in table.slots] == [
        *((0, 0, 50, 20), (50, 0, 100, 20)),
        *((0, 20, 50, 40), (50, 20, 100, 40)),
    ]


def test_a_point_lies_in_its_cell_or_in_none() -> None:
    table = only(*ROWS, *COLUMNS)
    inside = [table.slot_at(*at) for at in ((0, 0), (10, 10), (60, 10), (10, 30), (99, 39))]
    assert inside == [0, 0, 1, 2, 3]
    assert [table.slot_at(*at) for at in ((-1, 5), (101, 5), (5, -1), (5, 41))] == [None] * 4


@pytest.mark.parametrize(
    ("edges", "cells"),
    [
        pytest.param([*ROWS, *COLUMNS], FOUR, id="none"),
        pytest.param(
            [*ROWS, upright(0), upright(50, 20), upright(100)],
            [(0, 0, 1, 2), (1, 0, 1, 1), (1, 1, 1, 1)],
            id="two columns",
        ),
        pytest.param(
            [flat(0), flat(20, 50), flat(40), *COLUMNS],
            [(0, 0, 2, 1), (0, 1, 1, 1), (1, 1, 1, 1)],
            id="two rows",
        ),
        pytest.param(
            [*ROWS, flat(60), *(upright(x, 0, 60) for x in (0, 100)), *PARTED],
            [(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 2), (2, 0, 1, 1), (2, 1, 1, 1)],
            id="the middle row",
        ),
        pytest.param([flat(0), flat(40), upright(0), upright(100)], [(0, 0, 1, 1)], id="all"),
    ],
)
def test_cells_that_no_line_parts_are_one(
    edges: list[Edge], cells: list[tuple[int, int, int, int]]
) -> None:
    assert slots(*edges) == cells


def test_a_cell_is_never_wider_in_a_later_row_than_in_its_first() -> None:
    # Its neighbour below reaches further: neither takes the other's slots.
    edges = [*ROWS[:1], flat(20, 50, 100), flat(40), upright(0), upright(50, 0, 20), upright(100)]
    cells = slots(*edges)
    assert cells == [(0, 0, 2, 1), (0, 1, 1, 1), (1, 1, 1, 1)]


def test_lines_on_one_another_are_one_and_dashes_go_on() -> None:
    doubled = [*ROWS, flat(2.4), *COLUMNS, upright(52)]
    assert slots(*doubled) == FOUR
    dashed = [flat(y, start, start + 18) for y in (0, 20, 40) for start in range(0, 100, 20)]
    assert slots(*dashed, upright(0), upright(98)) == [(0, 0, 1, 1), (1, 0, 1, 1)]
    assert slots(*ROWS, flat(22.6), *COLUMNS)[:4] == FOUR  # farther apart they are two
    assert len(slots(*ROWS, flat(22.6), *COLUMNS)) == 6


def test_a_side_that_is_not_drawn_is_closed_at_the_edge() -> None:
    assert slots(*ROWS, upright(50)) == FOUR
    assert slots(*ROWS) == [(0, 0, 1, 1), (1, 0, 1, 1)]


@pytest.mark.parametrize(
    "edges",
    [
        [flat(0), flat(20)],
        COLUMNS,
        [flat(0), upright(50)],
        [flat(0), flat(150), flat(300)],
        [flat(0), flat(20, 8, 98), flat(40)],
    ],
    ids=["two rules", "uprights", "a cross", "rules far apart", "rules of other widths"],
)
def test_lines_that_enclose_nothing_are_no_table(edges: list[Edge]) -> None:
    assert tables_of(edges) == []


def test_rules_of_one_width_above_one_another_are_a_table() -> None:
    assert len(slots(flat(0), flat(149), flat(298))) == 2
    assert len(slots(flat(0), flat(20, 3, 97), flat(40))) == 2  # not quite as wide


def test_a_line_that_ends_within_a_cell_is_drawn_in_it() -> None:
    arrow = flat(20, 0, 30)
    table = only(flat(0), arrow, flat(40), *COLUMNS)
    assert table.loose == (arrow,)
    assert [(s.row, s.column) for s in table.slots] == [(0, 0), (0, 1)]


def test_a_line_over_most_of_a_side_parts_two_cells() -> None:
    parted = [*ROWS, upright(0), upright(50, 0, 13), upright(100)]
    assert slots(*parted) == [(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 2)]
    not_parted = [*ROWS, upright(0), upright(50, 0, 11), upright(100)]
    assert slots(*not_parted) == [(0, 0, 1, 2), (1, 0, 1, 2)]


def test_tables_of_a_page_stand_in_the_order_in_which_they_are_read() -> None:
    below = [flat(100), flat(120), flat(140)]
    beside = [upright(x, 100, 140) for x in (0, 50, 100)]
    right = [flat(y, 200, 300) for y in (0, 20)] + [upright(x, 0, 20) for x in (200, 300)]
    tables = tables_of([*below, *beside, *right, *ROWS, *COLUMNS])
    assert [(table.ys[0], table.xs[0]) for table in tables] == [(0, 0), (0, 200), (100, 0)]
    assert [len(table.slots) for table in tables] == [4, 1, 4]


DRAWN = b"""\
50 100 m 150 100 l S
50 100 m 50 140 l S
60 200 80 30 re S
60 300 80 2 re f
300 60 2 80 re f
10 10 m 40 40 l S
200 200 m 203 200 l S
400 400 80 30 re n
"""


def test_lines_boxes_and_thin_boxes_of_a_page_are_lines(tmp_path: Path) -> None:
    import pdfplumber

    from tests.loaders.readers.test_hostile import pdf

    with pdfplumber.open(pdf(tmp_path / "a.pdf", DRAWN)) as book:
        edges = {
            (e.upright, round(e.at), round(e.start), round(e.end)) for e in edges_of(book.pages[0])
        }
    assert edges == {
        (False, 742, 50, 150),
        (True, 50, 702, 742),
        *((False, 642, 60, 140), (False, 612, 60, 140)),
        *((True, 60, 612, 642), (True, 140, 612, 642)),
        (False, 541, 60, 140),
        (True, 301, 702, 782),
    }
