"""Kinds of a plan, or goals, that a form prints side by side, with marks beneath or behind."""

from __future__ import annotations

import re
from typing import NamedTuple

from keikaku.loaders.layouts.labels.label_parts import label
from keikaku.loaders.layouts.labels.layout_words import LayoutWords
from keikaku.loaders.layouts.labels.vocabulary import Meaning
from keikaku.loaders.readers.blocks import Cell, Table
from keikaku.loaders.text import CIRCLES, normal

_MARKS = frozenset(CIRCLES + "●■☑☒レ")
_FEWEST, _LONGEST = 2, 12
_FEWEST_GOALS, _MOST_GOALS = 6, 17
_GOAL = re.compile(r"(?:(?:SDGs|ゴール|目標|Goal)\s*)?(1[0-7]|[1-9])\s*\D{0,24}", re.IGNORECASE)
_NEW = "新規"
"""The kind that every such choice has; 継続, 拡充 alone may be the steps of a schedule."""


class Choices(NamedTuple):
    """The kinds and goals that a form marks, each with its cell, and what these take up."""

    marked: list[tuple[Meaning, Cell]]
    unmarked: list[Cell]
    """The first cell of each choice in which none is marked, or more than one kind."""
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
    for row in range(table.rows):
        goals = _goals(table, row, words)
        if not goals:
            continue
        marks = _marks(table, goals) or []
        used |= {id(c) for c in (*goals, *marks) if c is not None}
        held = [g for g, m in zip(goals, marks, strict=False) if m is not None and m.text.strip()]
        marked += [(Meaning("sdgs", 0.9), goal) for goal in held]
        unmarked += [] if held else goals[:1]
    return Choices(marked, unmarked, frozenset(used))


def _goals(table: Table, row: int, words: LayoutWords) -> list[Cell]:
    """Return the cells of a row that number the goals of the SDGs one by one: 1 | 2 | … | 17."""
    cells = [(c, _GOAL.fullmatch(normal(c.text).strip())) for c in table.row(row) if c.row == row]
    goals = [(c, int(match[1])) for c, match in cells if match is not None]
    numbers = [number for _, number in goals]
    if len(goals) < _FEWEST_GOALS or numbers != list(range(numbers[0], numbers[0] + len(goals))):
        return []
    beside = table.at(row, goals[0][0].column - 1) if goals[0][0].column else None
    near = [*(table.row(row - 1) if row else ()), *table.row(row), *([beside] if beside else [])]
    labelled = any(m is not None and m.fact == "sdgs" for m in (words.of(c.text) for c in near))
    whole = (numbers[0], numbers[-1]) == (1, _MOST_GOALS)
    return [c for c, _ in goals] if numbers[-1] <= _MOST_GOALS and (labelled or whole) else []


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
