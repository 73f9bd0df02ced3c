"""Tables inside the cells of a form (Word) → the form parted around them, each under its label."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from keikaku.loaders.readers.blocks import Block, Cell, Paragraph, Table


def parted_by_inner(table: Table) -> list[Block]:
    """Return the rows of a table and its inner tables in order; empty without inner tables.

    A row of a label and an inner table becomes a line and that table; a row that a cell from above
    reaches into stays as it is, its inner table only as text.
    """
    rows = sorted({row for row, _ in table.inner if _stands_alone(table, row)})
    if not rows:
        return []
    blocks: list[Block] = []
    first = 0
    for row in rows:
        blocks += _rows(table, first, row)
        blocks += _parts(table, row)
        first = row + 1
    return [*blocks, *_rows(table, first, table.rows)]


def _stands_alone(table: Table, row: int) -> bool:
    """Return whether no cell of a row goes on above or below it."""
    covering = (table.at(row, column) for column in range(table.columns))
    return all(cell is None or (cell.row == row and cell.row_span == 1) for cell in covering)


def _parts(table: Table, row: int) -> Iterator[Block]:
    """Yield the lines of a row beside and around its inner tables, and these."""
    for cell in table.row(row):
        inner = table.inner.get((cell.row, cell.column), ())
        text = _own_text(cell, inner)
        if text:
            yield Paragraph(text, cell.place)
        yield from inner


def _own_text(cell: Cell, inner: tuple[Table, ...]) -> str:
    """Return what a cell prints outside the tables inside it."""
    within = {line for table in inner for each in table.cells for line in each.text.split("\n")}
    return "\n".join(line for line in cell.text.split("\n") if line not in within).strip()


def _rows(table: Table, first: int, last: int) -> list[Block]:
    """Return some rows of a table as a table of their own."""
    cells = [replace(c, row=c.row - first) for c in table.cells if first <= c.row < last]
    inner = {(r - first, c): held for (r, c), held in table.inner.items() if first <= r < last}
    if not any(cell.text.strip() for cell in cells):
        return []
    return [Table(last - first, table.columns, tuple(cells), table.place, inner)]
