"""Tables whose years run down the rows → the same tables with their years across.

A form then reads both alike: 年度 | スケジュール | 目標値 over rows of 令和8年度, 令和9年度 …
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from keikaku.loaders.layouts.labels.label_parts import label
from keikaku.loaders.layouts.labels.layout_words import LayoutWords
from keikaku.loaders.layouts.labels.table_heads import is_label
from keikaku.loaders.readers.blocks import Cell, Table

_FEWEST = 3


_YEARS_ALONE = (("実施年度",), ("取組年度",), ("計画年度",))
_CORNERS = (("年度",), ("区分",), ("項目",), ("年次",), *_YEARS_ALONE)
"""Labels over years that run down, where their table begins."""


def with_years_across(table: Table, words: LayoutWords) -> list[Table]:
    """Return a table in its parts from the top, those with years down their rows transposed."""
    years_down = _years_down(table)
    if years_down is None:
        return [table]
    column, first, last = years_down
    top = _head_top(table, column, first, words)
    if top == first:
        return [table]
    end = table.at(last, column)
    last = max(last, end.row + end.row_span - 1 if end is not None else last)
    parts = [_cut(table, 0, top)] if top > 0 else []
    beside = _labels_from_above(table, top, column, words)
    parts.append(_transposed(_cut(table, top, last + 1, beside)))
    rest = _cut(table, last + 1, table.rows) if last + 1 < table.rows else None
    return [*parts, *(with_years_across(rest, words) if rest is not None else [])]


def has_years_down(table: Table) -> bool:
    """Return whether the years of a table run down its first column, under 年度: it is no list."""
    years_down = _years_down(table)
    head = label(table.text(0, 0)).segments[:1]
    return years_down is not None and years_down[0] == 0 and head in (("年度",), ("年次",))


def _years_down(table: Table) -> tuple[int, int, int] | None:
    """Return the column of a run of years one below the other, its first and last row."""
    for column in range(min(table.columns, 3)):
        run: list[int] = []
        before: int | None = None
        for row in range(table.rows):
            cell = table.at(row, column)
            year = _year_of(cell) if cell is not None and cell.row == row else None
            if year is not None and (before is None or year == before + 1):
                run.append(row)
                before = year
            elif cell is None or cell.row == row:
                if len(run) >= _FEWEST:
                    break
                run, before = ([row], year) if year is not None else ([], None)
        if len(run) >= _FEWEST:
            return column, run[0], run[-1]
    return None


def _year_of(cell: Cell) -> int | None:
    """Return the year that a cell names, where it is the only one in its row's head."""
    head = label(cell.text).year
    if head is None or head.rest:
        return None
    return head.year if head.year is not None else head.ordinal


def _head_top(table: Table, column: int, first: int, words: LayoutWords) -> int:
    """Return the first row of the head over the years: rows of labels, a baseline's row as well."""
    top = first
    while top > 0:
        cells = {id(c): c for k in range(table.columns) if (c := table.at(top - 1, k)) is not None}
        filled = [c for c in cells.values() if c.text.strip()]
        leader = table.at(top - 1, column)
        own = leader is not None and leader.column == column
        if not filled or not own or not leader or not leader.text.strip():
            break
        if not is_label(leader, words):
            break
        top = leader.row
        if label(leader.text).segments[:1] in _CORNERS:
            break
    return top


def _labels_from_above(table: Table, row: int, column: int, words: LayoutWords) -> list[Cell]:
    """Return the labels left of ``column`` that begin above ``row`` and reach it: 目標値."""
    beside = (table.at(row, each) for each in range(column))
    return [c for c in beside if c is not None and c.row < row and is_label(c, words)]


def _cut(table: Table, first: int, end: int, beside: Sequence[Cell] = ()) -> Table:
    """Return some rows of a table; ``beside`` are cells from above that stand at their left."""
    own = (c for c in table.cells if first <= c.row < end)
    parts = [(c, c.row, c.row + c.row_span) for c in own]
    parts += [(c, first, c.row + c.row_span) for c in beside]
    cells = tuple(
        replace(c, row=start - first, row_span=min(stop, end) - start) for c, start, stop in parts
    )
    return Table(end - first, table.columns, cells, table.place)


def _transposed(table: Table) -> Table:
    turned = sorted(
        (
            replace(
                c,
                row=c.column,
                column=c.row,
                row_span=c.column_span,
                column_span=c.row_span,
            )
            for c in table.cells
        ),
        key=lambda c: (c.row, c.column),
    )
    if turned and label(turned[0].text).segments[-1:] in _YEARS_ALONE:
        turned[0] = replace(turned[0], text="年度", value=None)  # 実施年度
    return _compact(Table(table.columns, table.rows, tuple(turned), table.place))


def _compact(table: Table) -> Table:
    """Take out rows in which no cell begins: columns of a sheet narrower than its cells."""
    starts = sorted({cell.row for cell in table.cells})
    at = {row: n for n, row in enumerate(starts)}
    cells = tuple(
        replace(c, row=at[c.row], row_span=sum(c.row <= r < c.row + c.row_span for r in starts))
        for c in table.cells
    )
    return Table(len(starts), table.columns, cells, table.place)
