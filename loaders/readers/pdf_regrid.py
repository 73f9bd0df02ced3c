"""A form that breaks over pages: its two tables on one grid, where a row goes on with the last.

A page's table has only the columns that its own rows need, so that the parts of one form seldom
have the same grid.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from keikaku.loaders.readers.blocks import Cell, Table

_NEAR = 4.0
_FEWEST_CELLS = 3


def without_blank_end(table: Table) -> Table:
    """Return a table without the empty rows at its end: what a page's end leaves of a row."""
    rows = table.rows
    while rows > 1 and not any(cell.text for cell in table.row(rows - 1)):
        rows -= 1
    cells = tuple(
        replace(cell, row_span=min(cell.row_span, rows - cell.row))
        for cell in table.cells
        if cell.row < rows
    )
    return Table(rows, table.columns, cells, table.place, table.inner)


def row_goes_on(before: Table, after: Table) -> bool:
    """Return whether the first row of a table has its cells where the last row before has them.

    A form that goes on behind its label has fewer: the cell of the label is empty there.
    """
    last = _borders(
        cell
        for cell in before.cells
        if cell.row <= before.rows - 1 < cell.row + cell.row_span and cell.row_span == 1
    )
    first = _borders(cell for cell in after.row(0) if cell.text)
    left = min((pair[0] for pair in _borders(after.cells)), default=0.0)
    label = min((pair[0] for pair in _borders(before.cells)), default=0.0)
    behind = before.text(before.rows - 1, 0) != "" and all(x[0] > label + _NEAR for x in first)
    enough = len(first) >= _FEWEST_CELLS or (first != [] and behind and abs(left - label) < _NEAR)
    return enough and all(
        any(abs(a[0] - b[0]) < _NEAR and abs(a[1] - b[1]) < _NEAR for b in last) for a in first
    )


def head_goes_on(before: Table, after: Table) -> bool:
    """Return whether a page's end parts the two rows of a head: 指標名 | 現状 | 目標 over years.

    The lower row has nothing under the name, and each cell above begins where one below does.
    """
    upper, lower = before.row(0), [cell for cell in after.row(0) if cell.text]
    if before.rows > 1 or len(upper) < _FEWEST_CELLS - 1 or after.text(0, 0):
        return False
    starts = [pair[0] for pair in _borders(after.cells)]
    nested = all(any(abs(x[0] - y) < _NEAR for y in starts) for x in _borders(upper))
    return (
        nested and len(lower) >= max(len(upper), _FEWEST_CELLS) and after.columns > before.columns
    )


def on_one_grid(first: Table, second: Table) -> tuple[Table, Table]:
    """Return two tables of one width with the columns of both."""
    borders = sorted(x for table in (first, second) for pair in _borders(table.cells) for x in pair)
    edges = [x for at, x in enumerate(borders) if at == 0 or x - borders[at - 1] >= _NEAR]
    return _on(edges, first), _on(edges, second)


def _borders(cells: Iterable[Cell]) -> list[tuple[float, float]]:
    """Return the left and the right border of each cell, in points."""
    return [(box[0], box[2]) for cell in cells if (box := cell.place.box)]


def _on(edges: Sequence[float], table: Table) -> Table:
    cells = []
    for cell in table.cells:
        if (box := cell.place.box) is None:
            return table
        column = _nearest(edges, box[0])
        span = max(1, _nearest(edges, box[2]) - column)
        cells.append(replace(cell, column=column, column_span=span))
    return Table(table.rows, len(edges) - 1, tuple(cells), table.place, table.inner)


def _nearest(edges: Sequence[float], x: float) -> int:
    return min(range(len(edges)), key=lambda at: abs(edges[at] - x))
