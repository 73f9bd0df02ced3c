"""Kinds of a plan that a form prints side by side, a mark beneath or behind the one that holds."""

from __future__ import annotations

from typing import NamedTuple

from keikaku.loaders.layouts.label_parts import label
from keikaku.loaders.layouts.layout_words import LayoutWords
from keikaku.loaders.layouts.vocabulary import Meaning
from keikaku.loaders.readers.blocks import Cell, Table
from keikaku.loaders.text import CIRCLES

_MARKS = frozenset(CIRCLES + "●■☑☒レ")
_FEWEST, _LONGEST = 2, 12
_NEW = "新規"
"""The kind that every such choice has; 継続, 拡充 alone may be the steps of a schedule."""


class Choices(NamedTuple):
    """The kinds that a form marks, each with its mark's cell, and what these take up."""

    marked: list[tuple[Meaning, Cell]]
    unmarked: list[Cell]
    """The first cell of each choice in which none, or more than one, is marked."""
    cells: frozenset[int]
    """The identities of all cells with a kind or its mark."""


def choices_of(table: Table, words: LayoutWords) -> Choices:
    """Return the kinds that a form marks: 新規 | 継続 | 拡充 over ○ and blank cells."""
    marked: list[tuple[Meaning, Cell]] = []
    unmarked: list[Cell] = []
    used: set[int] = set()
    for row in range(table.rows):
        kinds = {k: c for c in table.row(row) if (k := _kind(c, words))}
        if _NEW not in kinds or len(kinds) < _FEWEST:
            continue
        marks = _marks(table, list(kinds.values()))
        if marks is None:
            continue
        used |= {id(c) for c in (*kinds.values(), *marks) if c is not None}
        ticked = [
            (Meaning("plan.category", 0.9, name=kind), mark)
            for kind, mark in zip(kinds, marks, strict=True)
            if mark is not None and mark.text.strip()
        ]
        marked += ticked if len(ticked) == 1 else []
        unmarked += [kinds[_NEW]] if len(ticked) != 1 else []
    return Choices(marked, unmarked, frozenset(used))


def _marks(table: Table, kinds: list[Cell]) -> list[Cell | None] | None:
    """Return the cell of each kind's mark, None for an empty slot; None where others stand there.

    Marks stand below the kinds where any does, else behind them.
    """
    ways = (
        [(c.row + c.row_span, c.column) for c in kinds],
        [(c.row, c.column + c.column_span) for c in kinds],
    )
    fitting: list[list[Cell | None]] = []
    for way in ways:
        if all(row < table.rows and column < table.columns for row, column in way):
            cells = [table.at(row, column) for row, column in way]
            if all(c is None or set(c.text.strip()) <= _MARKS for c in cells):
                fitting.append(cells)
    filled = [cells for cells in fitting if any(c is not None and c.text.strip() for c in cells)]
    return next(iter([*filled, *fitting]), None)


def _kind(cell: Cell, words: LayoutWords) -> str:
    """Return the kind of a plan that a cell prints alone, "" for any other cell."""
    segments = label(cell.text).segments if len(cell.text) <= _LONGEST else ()
    one = segments[0] if len(segments) == 1 else ""
    return one if one in words.catalogue.categories else ""
