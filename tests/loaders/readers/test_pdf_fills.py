"""Backgrounds that a spreadsheet paints over several cells are no lines between them."""

from __future__ import annotations

import pytest

from keikaku.loaders.readers.blocks import Table
from tests.loaders.readers.drawn_pages import HEIGHT, page, rule, word

GREEN, BLUE = "0.8 0.9 0.8 rg", "0.8 0.8 0.9 rg"
WORDS = [word("plan", 22, 35), word("year", 90, 24), word("2026", 170, 24), word("do", 90, 54)]
LINES = [
    *(rule(20, y, 240, y) for y in (20, 80)),
    rule(80, 50, 240, 50),
    *(rule(x, 20, x, 80) for x in (20, 80, 160, 240)),
]
"""A label over two rows, and two columns beside it: the line between the rows begins behind it."""


def painted(colour: str, left: float, top: float, right: float, bottom: float) -> str:
    return f"q {colour} {left} {HEIGHT - bottom} {right - left} {bottom - top} re f Q"


def cells(*drawn: str) -> dict[str, tuple[int, int, int, int]]:
    blocks = [placed.block for placed in page(*drawn, *WORDS).placed]
    (table,) = [block for block in blocks if isinstance(block, Table)]
    return {c.text: (c.row, c.column, c.row_span, c.column_span) for c in table.cells if c.text}


MERGED = {
    "plan": (0, 0, 2, 1),
    "year": (0, 1, 1, 1),
    "2026": (0, 2, 1, 1),
    "do": (1, 1, 1, 1),
}


def test_the_background_of_a_head_and_the_rest_of_a_label_leave_the_label_whole() -> None:
    fills = [painted(GREEN, 20, 20, 240, 50), painted(GREEN, 20, 50, 80, 80)]
    assert cells(*fills, *LINES) == MERGED


def test_a_label_that_is_painted_in_three_parts_is_whole() -> None:
    fills = [painted(GREEN, 20, top, 80, top + 20) for top in (20, 40, 60)]
    assert cells(*fills, *LINES) == MERGED


@pytest.mark.parametrize(
    "fills",
    [
        pytest.param(
            [painted(GREEN, 20, 20, 80, 50), painted(BLUE, 20, 50, 80, 80)], id="two colours"
        ),
        pytest.param([painted(GREEN, 20, 20, 240, 50)], id="nothing below"),
    ],
)
def test_a_change_of_colour_parts_cells(fills: list[str]) -> None:
    assert cells(*fills, *LINES)["plan"] == (0, 0, 1, 1)


def test_boxes_without_any_lines_still_rule_a_table() -> None:
    sides = ((20, 79), (80, 159), (160, 240))
    boxes = [painted(GREEN, a, top, b, top + 29) for a, b in sides for top in (20, 50)]
    assert list(cells(*boxes).values()) == [(0, 0, 1, 1), (0, 1, 1, 1), (0, 2, 1, 1), (1, 1, 1, 1)]
