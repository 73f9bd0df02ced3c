"""The head of a list: which rows it takes, and the path of labels over each column."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from keikaku.loaders.layouts.labels.label_parts import Label, label
from keikaku.loaders.layouts.labels.layout_words import LayoutWords
from keikaku.loaders.readers.blocks import Cell, Table

_DEEPEST_START = 40
_MOST_HEAD_ROWS = 6
_LONGEST_HEAD = 60
_NUMERIC = re.compile(r"[\d,.△▲%％\-]+")
_BARE_YEARS = re.compile(r"\d{1,2}[~～]?")
_WHOLE_WIDTH = 0.8
_AS_OF = re.compile(r"(?:現在|作成|時点)[)）]?$")
"""A note with a year beside a title: no label of a group of columns."""


class Head(NamedTuple):
    """Rows ``[first, body)`` are the head; ``paths`` holds the labels over each column."""

    first: int
    body: int
    paths: list[list[Label]]


def find_head(table: Table, words: LayoutWords, start: int = 0) -> Head | None:
    """Return the head of a list, None where no row of the table looks like one."""
    for row in range(start, min(table.rows, start + _DEEPEST_START)):
        if _looks_like_head(table, row, words):
            return _head(table, row, words)
    return None


def row_cells(table: Table, row: int) -> list[Cell]:
    """Return the cells with text that cover a row, each once."""
    cells: list[Cell] = []
    for column in range(table.columns):
        cell = table.at(row, column)
        if cell is not None and cell.text.strip() and (not cells or cells[-1] is not cell):
            cells.append(cell)
    return cells


def is_label(cell: Cell, words: LayoutWords, least: float = 0.75) -> bool:
    """Return whether a cell's text is a label, or a year as heads print it."""
    text = cell.text.strip()
    if len(text) > _LONGEST_HEAD and "\n" not in text and "(" not in text and "（" not in text:
        return False
    parsed = label(text)
    if parsed.year is not None:
        return True
    meaning = words.meaning([parsed])
    if meaning is not None and meaning.sure >= least:
        return True
    return any(segment in words.catalogue.contexts for segment in parsed.segments) or _is_attribute(
        parsed, words
    )


def _is_attribute(parsed: Label, words: LayoutWords) -> bool:
    return bool(parsed.segments) and words.catalogue.is_attribute(parsed.segments[-1])


def _looks_like_head(table: Table, row: int, words: LayoutWords) -> bool:
    """Return whether a row has mostly labels: at least three, or two of two, not all years."""
    cells = [cell for cell in row_cells(table, row) if cell.column_span < table.columns]
    if len(cells) < 2:
        return False
    known = [cell for cell in cells if is_label(cell, words)]
    words_known = [cell for cell in known if label(cell.text).year is None]
    return (
        len(known) >= min(3, len(cells))
        and len(known) >= 0.5 * len(cells)
        and bool(words_known)
        and len({cell.text for cell in known}) >= 2
    )


def _head(table: Table, row: int, words: LayoutWords) -> Head:
    first = row
    while first > 0 and _is_group_row(table, first - 1, words):
        first -= 1
    body = max(
        (c.row + c.row_span for c in row_cells(table, row) if c.row_span <= _MOST_HEAD_ROWS),
        default=row + 1,
    )
    body = max(min(body, first + _MOST_HEAD_ROWS), row + 1)
    while body < table.rows and body - first < _MOST_HEAD_ROWS and _goes_on(table, body, words):
        body += 1
    starts = {c.column for r in range(body, table.rows) for c in table.row(r) if c.text.strip()}
    paths = [
        _path(table, column, first, body) if _own_column(table, column, body, starts) else []
        for column in range(table.columns)
    ]
    return Head(first, body, paths)


def _own_column(table: Table, column: int, body: int, starts: set[int]) -> bool:
    """Return whether a column has its own head or contents, and is not part of a merged one."""
    cell = table.at(body - 1, column)
    return cell is None or cell.column == column or column in starts


def _is_group_row(table: Table, row: int, words: LayoutWords) -> bool:
    """Return whether a row above the head groups its columns by short labels over some of them."""
    cells = row_cells(table, row)
    if not cells or any(cell.column_span >= table.columns * _WHOLE_WIDTH for cell in cells):
        return False
    spans = [cell for cell in cells if cell.column_span > 1]
    known = [
        cell for cell in cells if is_label(cell, words) and not _AS_OF.search(cell.text.strip())
    ]
    return bool(known) and len(known) >= 0.5 * len(cells) and (bool(spans) or len(cells) > 1)


def _goes_on(table: Table, row: int, words: LayoutWords) -> bool:
    """Return whether a row below a head's first row belongs to it: it has labels, no contents."""
    cells = [cell for cell in row_cells(table, row) if cell.row == row]
    if not cells or (len(cells) == 1 and _is_band(cells[0], table)):
        return False
    if len(cells) >= 3 and _bare_years(cells):
        return True
    known = [
        cell
        for cell in cells
        if is_label(cell, words, 0.9)
        and (label(cell.text).year is not None or not _NUMERIC.fullmatch(cell.text.strip()))
    ]
    return len(known) >= 0.7 * len(cells) and all(len(cell.text) <= _LONGEST_HEAD for cell in cells)


def _is_band(cell: Cell, table: Table) -> bool:
    """Return whether the only cell of a row stands over the width, or before all columns."""
    wide = cell.column_span >= table.columns * _WHOLE_WIDTH
    return wide or (cell.column == 0 and table.columns > _MOST_HEAD_ROWS)


def _bare_years(cells: list[Cell]) -> bool:
    texts = [cell.text.strip() for cell in cells]
    if not all(_BARE_YEARS.fullmatch(text) for text in texts):
        return False
    numbers = [int(text.rstrip("~～")) for text in texts]
    return all(b == a + 1 for a, b in pairwise(numbers))


def _path(table: Table, column: int, first: int, body: int) -> list[Label]:
    """Return the labels over a column; a blank one beside a group's label belongs to the group."""
    cells: list[Cell] = []
    for row in range(first, body):
        cell = table.at(row, column)
        if cell is None or not cell.text.strip():
            cell = _group_to_the_left(table, row, column, (first, body))
        if cell is None or cell in cells:
            continue
        if cell.column_span >= table.columns * _WHOLE_WIDTH and table.columns > 2:
            continue
        cells.append(cell)
    return [label(cell.text) for cell in cells]


def _group_to_the_left(table: Table, row: int, column: int, head: tuple[int, int]) -> Cell | None:
    """Return the label of a group whose cells were not merged: the nearest with labels below it.

    `head` is the head's first row and the first behind it: a title above the head groups nothing.
    """
    first, body = head
    if row == body - 1 or not _label_below(table, row, column, body):
        return None
    if any((c := table.at(r, column)) is not None and c.text.strip() for r in range(first, row)):
        return None
    for left in reversed(range(column)):
        cell = table.at(row, left)
        if cell is not None and cell.text.strip():
            return cell if _label_below(table, row, left, body) else None
        if not _label_below(table, row, left, body):
            return None
    return None


def _label_below(table: Table, row: int, column: int, body: int) -> bool:
    for below in range(row + 1, body):
        cell = table.at(below, column)
        if cell is not None and cell.text.strip() and cell.row > row:
            return True
    return False


def is_tree(head: Head | None, words: LayoutWords) -> bool:
    """Return whether a head names only levels and plans: 基本方針 | 推進項目 | 取組."""
    meanings = [words.meaning(path) for path in head.paths if path] if head else []
    facts = [meaning.fact for meaning in meanings if meaning is not None]
    known = all(fact in ("level", "plan.title", "plan.number", "plan.work") for fact in facts)
    return len(facts) == len(meanings) > 1 and known and "level" in facts
