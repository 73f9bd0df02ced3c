"""Columns of a list that state the targets of a level above the plans: 基本目標の数値目標 (KGI).

They stand beside their level, before the plans' names, and a cell covers all plans of that level.
The model measures plans, components and steps, no levels: such columns are reported, never read as
targets of the plans beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from keikaku.loaders.layouts.labels.layout_words import LayoutWords
from keikaku.loaders.layouts.labels.statements import is_nothing
from keikaku.loaders.layouts.labels.table_heads import Head
from keikaku.loaders.layouts.labels.vocabulary import Meaning
from keikaku.loaders.readers.blocks import Cell, Table

LEVEL_TARGETS = "level_targets"
_OF_TOP = re.compile(r"KGI|重要目標達成指標")
_TARGETS = r"(?:ごと|別|毎)?の?(?:数値)?(?:目標|指標)"


class _Run(NamedTuple):
    """Columns of indicators side by side under one label."""

    columns: list[int]
    label: str
    name_column: int | None
    """The column of the indicators' names, None where the run has none."""


def without_level_targets(
    table: Table,
    head: Head,
    meanings: Sequence[Meaning | None],
    title: int | None,
    rows: Sequence[int],
    words: LayoutWords,
) -> list[Meaning | None]:
    """Return the meanings; columns with the targets of a level are skipped, each with its level.

    What a layout of the user says about a column stays.
    """
    result = list(meanings)
    runs = list(_runs(head, meanings))
    if title is None or sum(run.name_column is not None for run in runs) <= 1:
        return result
    for run in runs:
        level = _level(run, meanings)
        if level is None:
            continue
        word = meaning.level if (meaning := meanings[level]) is not None else None
        own = bool(word) and re.search(re.escape(str(word)) + _TARGETS, run.label) is not None
        top = _OF_TOP.search(run.label) is not None
        before = run.columns[-1] < title
        at = run.columns[0] if run.name_column is None else run.name_column
        if own or ((top or before) and _covers(table, at, level, title, rows)):
            for column in run.columns:
                if words.is_confirmed(head.paths[column]):
                    continue
                result[column] = Meaning("skip", 0.9, level=word, why=LEVEL_TARGETS)
    return result


def _runs(head: Head, meanings: Sequence[Meaning | None]) -> Iterator[_Run]:
    columns: list[int] = []
    label = ""
    for column, meaning in enumerate([*meanings, None]):
        path = head.paths[column] if column < len(meanings) else []
        own = "".join(path[0].printed.split()) if path else ""
        if columns and (own != label or not _is_of_indicator(meaning)):
            yield _run(columns, label, meanings)
            columns = []
        if _is_of_indicator(meaning):
            columns.append(column)
            label = own


def _run(columns: list[int], label: str, meanings: Sequence[Meaning | None]) -> _Run:
    names = [c for c in columns if (m := meanings[c]) and m.fact == "indicator.name"]
    return _Run(columns, label, names[0] if names else None)


def _is_of_indicator(meaning: Meaning | None) -> bool:
    return meaning is not None and (
        meaning.fact.startswith("indicator.") or meaning.about == "indicator"
    )


def _level(run: _Run, meanings: Sequence[Meaning | None]) -> int | None:
    """Return the nearest column of a level before a run."""
    before = reversed(range(run.columns[0]))
    return next((c for c in before if (m := meanings[c]) and m.fact == "level"), None)


def _covers(table: Table, column: int, level: int, title: int, rows: Sequence[int]) -> bool:
    """Return whether the cells of a column go with those of a level over several plans.

    Merged, a cell reaches over several names; not merged, it stands only where a level begins.
    """
    cells = _own_cells(table, column, rows)
    names = _own_cells(table, title, rows)
    spans = [sum(c.row <= n.row < c.row + c.row_span for n in names) for c in cells]
    if any(span > 1 for span in spans):
        return True
    begins = {cell.row for cell in _own_cells(table, level, rows)}
    return bool(cells) and len(cells) < len(names) and {c.row for c in cells} <= begins


def _own_cells(table: Table, column: int, rows: Sequence[int]) -> list[Cell]:
    """Return the cells with text that begin in a column."""
    cells = (table.at(row, column) for row in rows)
    known = dict.fromkeys(c for c in cells if c is not None and not is_nothing(c.text.strip()))
    return [cell for cell in known if cell.text.strip()]
