"""Shapes over the cells of a sheet or table → cells of their own, or words of the cells below."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from keikaku.loaders.readers.blocks import Cell, Place

ARROW = "→"

Slots = dict[tuple[int, int], Cell]


class Shape(NamedTuple):
    """A shape over the cells: what it says ("→" for an arrow alone) and the slots it covers."""

    text: str
    row: int
    column: int
    last_row: int
    last_column: int


def with_arrow(text: str) -> str:
    """Return the text of an arrow, which ends with → where it holds none."""
    return text if ARROW in text else f"{text} {ARROW}".strip()


def add_shapes(
    slots: Slots, shapes: Iterable[Shape], place: Callable[[int, int, int, int], Place]
) -> None:
    """Make cells of shapes, in the slots that hold no text; else the shape's text joins a cell's.

    ``slots`` are the cells by their upper left slot. ``place`` returns where a cell of a row,
    column and spans stands.
    """
    covered = {
        (row, column): at
        for at, cell in slots.items()
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    }
    for shape in shapes:
        row = next(
            (r for r in range(shape.row, shape.last_row + 1) if (r, shape.column) in covered),
            shape.row,
        )
        free = [
            column
            for column in range(shape.column, shape.last_column + 1)
            if not _text(slots, covered, row, column)
        ]
        if not free:
            at = covered[row, shape.column]
            slots[at] = _joined(slots[at], shape)
            continue
        first = free[0]
        last = first
        while last + 1 in free:
            last += 1
        width = last - first + 1
        slots[row, first] = Cell(row, first, 1, width, shape.text, place(row, first, 1, width))
        for column in range(first, last + 1):
            covered[row, column] = (row, first)


def _joined(cell: Cell, shape: Shape) -> Cell:
    mark = " " if shape.text == ARROW else "\n"
    return replace(cell, text=f"{cell.text}{mark}{shape.text}")


def _text(
    slots: Slots, covered: Mapping[tuple[int, int], tuple[int, int]], row: int, column: int
) -> str:
    at = covered.get((row, column))
    return slots[at].text if at is not None and at in slots else ""
