"""Rows and records that the end of a page cuts, of which the next page holds the rest."""

from __future__ import annotations

import re
from collections import Counter

from keikaku.loaders.readers.blocks import Cell, Table

_FEWEST_RECORDS = 3
"""Records over several rows from which on it shows where the parts of each begin."""
_CUT_NUMBER = ("-", "－", "‐", "−")
"""Where a number ends so, the page cut it: 1-2- and 1."""
_SMALL, _FULL = 8, 0.6
"""The height of small letters in points, and how much of its width a cut line fills at least."""
_WHOLE = re.compile(r"[\s\d,.%％→⇒△▲－―-]*")
"""What no page cuts: nothing, a number, an arrow, a dash."""
_LONG = 20
"""Letters of a text that may be cut at a page's end."""


def is_rest(a: Table, b: Table, row: int) -> bool:
    """Return whether a row goes on with the last one before the page's end.

    The column that names a record (the first in which nearly every row begins a cell) is empty
    there, and only what is too long for the page goes on: fewer cells, or running text.
    """
    own = [cell for cell in b.row(row) if cell.text]
    cut = cut_record(a, b, row)
    if cut:
        return _is_rest_of_row(a, b, row, cut)
    begun = Counter(cell.column for cell in a.cells if cell.text and cell.row >= row)
    rows = a.rows - row
    names = [column for column in range(a.columns) if begun[column] >= 0.7 * rows][:1]
    if not names and _labels_every_row(a, row):
        names = [0]
    if names and a.text(a.rows - 1, names[0]).endswith(_CUT_NUMBER) and b.text(row, names[0]):
        return True
    if not names or any(b.text(row, column) for column in names):
        return False
    begun_last = [c for c in a.row(a.rows - 1) if c.text and c.column not in names]
    if begun_last and b.text(row, begun_last[0].column) and not _may_be_cut(begun_last[0]):
        return False
    fewer = len(own) < len(begun_last)
    running = any(len(a.text(a.rows - 1, cell.column)) > _LONG for cell in own)
    return (fewer or running) and all(a.text(a.rows - 1, cell.column) for cell in own)


def cut_record(a: Table, b: Table, row: int) -> set[int]:
    """Return the columns of a record that a page cuts, none where a record begins on the next page.

    Of a record over several rows the number, name and prose begin in the same row, so words in
    such a column beside an empty number are the rest: 適正化 under 8 | 使用料・手数料の.
    """
    begun: dict[int, set[int]] = {}
    for cell in a.cells:
        if cell.text and cell.row >= row:
            begun.setdefault(cell.column, set()).add(cell.row)
    numbers = begun.get(0, set())
    if b.text(row, 0) or len(numbers) < _FEWEST_RECORDS or len(numbers) == a.rows - row:
        return set()
    beside = {column for column in begun if begun[column] == numbers}
    rest = any(column and b.text(row, column) and a.text(a.rows - 1, column) for column in beside)
    return beside if rest else set()


def _is_rest_of_row(a: Table, b: Table, row: int, record: set[int]) -> bool:
    """Return whether a row goes on with the last one, not only with the record around both.

    Its words then stand below words: below an empty cell, a number or an arrow a new row has them.
    """
    above = [
        a.text(a.rows - 1, cell.column)
        for cell in b.row(row)
        if cell.text and cell.column not in record
    ]
    return not any(_WHOLE.fullmatch(text) for text in above)


def _may_be_cut(cell: Cell) -> bool:
    """Return whether a cell's words may go on below the page: they fill its width, or lines."""
    box = cell.place.box
    return box is None or len(cell.text) * _SMALL >= _FULL * (box[2] - box[0])


def _labels_every_row(table: Table, row: int) -> bool:
    """Return whether labels, some over several rows, stand before each row of a form."""
    return all(table.text(each, 0) for each in range(row, table.rows))
