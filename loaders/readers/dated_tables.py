"""Tables under a head of two lines in a text set in columns: 現状 and 目標 over their years."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from keikaku.loaders.readers.blocks import Cell, Table
from keikaku.loaders.readers.column_places import columns_of
from keikaku.loaders.readers.column_rows import Line
from keikaku.loaders.readers.head_spans import covered, spans_over
from keikaku.loaders.readers.numbered_lists import RowsOfList, is_head
from keikaku.loaders.readers.year_columns import begins_years, is_year

_FEWEST, _MOST = 2, 8
_MOST_GAPS = 2


def begins_dated(run: Sequence[Line], at: int) -> bool:
    """Return whether a line stands over a line of nothing but years, and begins left of them."""
    if at + 1 >= len(run) or not _FEWEST <= len(run[at].parts) <= _MOST:
        return False
    upper, below = run[at].parts, run[at + 1].parts
    years = all(is_year(part) for part in below) and begins_years(run[at + 1])
    heads = all(is_head(part) and not is_year(part) for part in upper)
    return years and heads and len(below) >= len(upper) and _names(run, at) in {1, 2}


def _names(run: Sequence[Line], at: int) -> int:
    """Return how many heads stand left of the years: of the names, before it of the table."""
    return sum(part.right <= run[at + 1].parts[0].left for part in run[at].parts)


def dated_table(
    run: Sequence[Line], at: int, ends: Callable[[Line], bool]
) -> tuple[list[Table], int] | None:
    """Return the table under a head of two lines, and the line behind it; None for none.

    ``ends`` says of a line whether it stands alone, as a heading does.
    """
    end = at + 2
    while end < len(run) and run[end].number - run[end - 1].number <= _MOST_GAPS:
        if ends(run[end]) or begins_years(run[end]) or begins_dated(run, end):
            break
        end += 1
    head, body = list(run[at : at + 2]), run[at + 2 : end]
    label = head[0].parts[0] if _names(run, at) == 2 else None
    if not body or (label is not None and any(n.parts[0].left < label.right for n in body)):
        return None
    if label is not None:
        head[0] = Line(head[0].number, head[0].parts[1:])
    columns = columns_of(head, body)
    parts = [line.parts for line in head]
    blocks = covered(parts, columns.columns)
    if blocks is None or columns.first_value != 1:
        return None
    lines = [(line.number, columns.slots(line)) for line in body]
    spans = spans_over(parts, columns.columns, blocks)
    table = RowsOfList(columns, spans, lines).table(head[0].number)
    return [table if label is None else _labelled(table, label.text)], end


def _labelled(table: Table, label: str) -> Table:
    """Return a table with its label in a column before it."""
    cells = (replace(cell, column=cell.column + 1) for cell in table.cells)
    first = Cell(0, 0, table.rows, 1, label, table.place)
    return Table(table.rows, table.columns + 1, (first, *cells), table.place)


__all__ = ["begins_dated", "dated_table"]
