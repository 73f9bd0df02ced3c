"""A sheet that is no list → the lines and the tables that stand on it, one below the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from keikaku.loaders.layouts.labels.form_cells import is_list_number
from keikaku.loaders.layouts.labels.label_parts import label
from keikaku.loaders.layouts.labels.layout_words import LayoutWords
from keikaku.loaders.layouts.labels.table_heads import find_head
from keikaku.loaders.readers.blocks import Block, Cell, Paragraph, Table
from keikaku.loaders.text import normal


def parts_of(table: Table) -> list[Block]:
    """Return the lines and tables of a sheet in order; none where it is a single table."""
    parts: list[Block] = []
    rows: list[int] = []
    covered = _covered(table)
    for row in range(table.rows):
        cells = [c for c in table.row(row) if c.text.strip()]
        alone = _is_line(cells) and row not in covered
        blank = not cells and row not in covered
        if alone or blank:
            _end(table, rows, parts)
            rows = []
            numbered = len(cells) > 1 and is_list_number(cells[0].text)
            lines = [replace(cells[0], text=" ".join(c.text for c in cells))] if numbered else cells
            parts += (Paragraph(cell.text, cell.place) for cell in lines)
        else:
            rows.append(row)
    _end(table, rows, parts)
    return parts if len(parts) > 1 else []


def lines_of(table: Table) -> Iterator[Paragraph]:
    """Yield the lines that stand alone on a sheet, between its tables."""
    covered = _covered(table)
    for row in range(table.rows):
        cells = [c for c in table.row(row) if c.text.strip()]
        if _is_line(cells) and row not in covered and not is_list_number(cells[0].text):
            yield Paragraph(cells[0].text, cells[0].place)


def _is_line(cells: Sequence[Cell]) -> bool:
    """Return whether the cells of a row are one line: a text alone, or a title and its unit.

    財政効果額 at the left and （単位：千円） at the right edge head the table below. A title may
    have its list number in a cell before it, and then spans the rest: 1 | 現状と課題.
    """
    if not cells or len(cells) > 2 or any(cell.row_span > 1 for cell in cells):
        return False
    if len(cells) == 1 or _is_unit(cells[1].text):
        return True
    number, title = cells
    beside = number.column + number.column_span == title.column and title.column_span > 2
    return is_list_number(number.text) and beside and not any(map(str.isdigit, title.text))


def _is_unit(text: str) -> bool:
    """Return whether a text names a unit in brackets or with its word: （単位：千円）, （千円）."""
    parsed = label(text)
    plain = normal(text).strip()
    marked = "単位" in plain or plain.startswith("(")
    return parsed.unit is not None and not parsed.segments and marked


def _moved(cell: Cell, first: int) -> Cell:
    """Return a cell with its row counted from the first of its part."""
    row, spans = cell.row - first, (cell.row_span, cell.column_span)
    return Cell(row, cell.column, *spans, cell.text, cell.place, cell.value, cell.percent)


def holds_several(parts: Sequence[Block], words: LayoutWords) -> bool:
    """Return whether a sheet holds several tables, each with a head, and is no single list."""
    heads: set[tuple[str, ...]] = set()
    for part in parts:
        if isinstance(part, Table) and (head := find_head(part, words)) is not None:
            paths = (" ".join(each.printed for each in path) for path in head.paths)
            heads.add(tuple(path for path in paths if path))
    return len(heads) > 1


def _covered(table: Table) -> set[int]:
    """Return the rows that cells from above reach into."""
    return {row for cell in table.cells for row in range(cell.row + 1, cell.row + cell.row_span)}


def _end(table: Table, rows: list[int], parts: list[Block]) -> None:
    if not rows:
        return
    first, last = rows[0], rows[-1]
    cells = [_moved(c, first) for row in range(first, last + 1) for c in table.row(row)]
    place = replace(table.place, cell=cells[0].place.cell) if cells else table.place
    parts.append(Table(last - first + 1, table.columns, tuple(cells), place))
