"""One table for all of a plan's years, parted by lines of its width → a table for each part.

Under 項目 | 現状値 | 令和8年度 a line ◆年次計画, ◆数値目標 or ◆効果額 says what its rows hold.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from keikaku.loaders.layouts.labels.label_parts import Label, label
from keikaku.loaders.layouts.labels.layout_words import LayoutWords
from keikaku.loaders.layouts.labels.statements import is_nothing
from keikaku.loaders.layouts.labels.table_heads import row_cells
from keikaku.loaders.readers.blocks import Cell, Table

_TOPICS = {"schedule", "indicator", "effect", "budget"}
_SURE = 0.75
_FEWEST_YEARS = 2


def parted_by_bands(table: Table, words: LayoutWords) -> list[tuple[list[Label], Table]]:
    """Return a table's parts, each under the head with its band as context; [] without bands.

    The band takes the place of the head's corner. The first one stands right below the head.
    """
    head = _year_row(table)
    if head is None or table.inner:
        return []
    bands = [row for row in range(head + 1, table.rows) if _is_band(table, row, words)]
    if not bands or bands[0] != head + 1:
        return []
    above: list[tuple[list[Label], Table]] = []
    if head:
        above.append(([], _rows(table, range(head), {})))
    ends = [*bands[1:], table.rows]
    parts = [
        ([label(table.text(band, 0))], _part(table, head, band, end))
        for band, end in zip(bands, ends, strict=True)
        if band + 1 < end
    ]
    return [*above, *parts]


def _year_row(table: Table) -> int | None:
    """Return the first row of years behind a corner that labels nothing that is dated."""
    for row in range(table.rows):
        cells = row_cells(table, row)
        years = [cell for cell in cells if label(cell.text).year is not None]
        corner = cells[0] if cells else None
        if len(years) >= _FEWEST_YEARS and corner not in years:
            own = all(cell.row == row and cell.row_span == 1 for cell in cells)
            return row if own and corner is not None and corner.column == 0 else None
    return None


def _is_band(table: Table, row: int, words: LayoutWords) -> bool:
    """Return whether a row is one cell of the whole width that says what the rows below hold."""
    cells = row_cells(table, row)
    if len(cells) != 1 or cells[0].row_span > 1 or cells[0].column_span < table.columns:
        return False
    meaning = words.meaning([label(cells[0].text), label("2026年度")])
    return meaning is not None and meaning.sure >= _SURE and meaning.about in _TOPICS


def _part(table: Table, head: int, band: int, end: int) -> Table:
    """Return the rows under a band, without columns that hold nothing there: 現状値 of steps."""
    rows = range(band + 1, end)
    corner = row_cells(table, head)[0]
    said = replace(corner, text=table.text(band, 0).strip(), place=row_cells(table, band)[0].place)
    undated = [cell for cell in row_cells(table, head)[1:] if label(cell.text).year is None]
    bare = {id(cell): None for cell in undated if _is_bare(table, rows, cell)}
    return _rows(table, [head, *rows], {**bare, id(corner): said})


def _is_bare(table: Table, rows: Sequence[int], head: Cell) -> bool:
    columns = range(head.column, head.column + head.column_span)
    texts = [table.text(row, column) for row in rows for column in columns]
    return all(is_nothing(text) or not text.strip() for text in texts)


def _rows(table: Table, rows: Sequence[int], instead: dict[int, Cell | None]) -> Table:
    """Return some rows of a table; ``instead`` replaces cells, or takes out a head's column."""
    heads = [c for c in table.cells if instead.get(id(c), c) is None]
    out = {c for h in heads for c in range(h.column, h.column + h.column_span)}
    kept = [c for c in range(table.columns) if c not in out]
    at = {row: n for n, row in enumerate(rows)}
    cells: list[Cell] = []
    for cell in table.cells:
        covered = range(cell.column, cell.column + cell.column_span)
        columns = [kept.index(c) for c in covered if c in kept]
        if cell.row not in at or not columns:
            continue
        own = instead.get(id(cell)) or cell
        height = sum(r in at for r in range(cell.row, cell.row + cell.row_span))
        place = replace(
            own, row=at[cell.row], column=columns[0], row_span=height, column_span=len(columns)
        )
        cells.append(place)
    return Table(len(rows), len(kept), tuple(cells), table.place)
