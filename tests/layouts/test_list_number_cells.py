"""A list number in a cell before a label is part of it; one that stands apart is not."""

from __future__ import annotations

import pytest

from keikaku.loaders.layouts.labels.form_cells import FormCell, without_list_number
from keikaku.loaders.layouts.labels.label_parts import label
from keikaku.loaders.readers.blocks import Cell, Place


def cell_of(column: int, span: int, text: str, kind: str) -> FormCell:
    return FormCell(Cell(0, column, 1, span, text, Place()), kind, label(text))


def spans_read(number: tuple[int, int, str], first: tuple[int, int, str], kind: str) -> list[str]:
    """Return the columns that each cell of a row covers, and its text."""
    row = [cell_of(*number, "value"), cell_of(*first, kind)]
    return [f"{c.first}-{c.last} {c.cell.text}" for c in without_list_number(row)]


@pytest.mark.parametrize(
    ("number", "first", "kind", "read"),
    [
        ((0, 1, "3"), (1, 4, "現状と課題"), "label", ["0-4 現状と課題"]),
        ((1, 2, "3"), (3, 1, "現状と課題"), "label", ["1-3 現状と課題"]),
        ((0, 1, "3"), (2, 3, "現状と課題"), "label", ["0-0 3", "2-4 現状と課題"]),
        ((0, 1, "市民課"), (1, 4, "現状と課題"), "label", ["0-0 市民課", "1-4 現状と課題"]),
        ((0, 1, "3"), (1, 4, "混んでいる"), "value", ["0-0 3", "1-4 混んでいる"]),
    ],
)
def test_a_list_number_right_before_a_label_is_part_of_it(
    number: tuple[int, int, str], first: tuple[int, int, str], kind: str, read: list[str]
) -> None:
    assert spans_read(number, first, kind) == read
