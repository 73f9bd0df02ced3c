"""Lists in a text set in columns: a numbered row per plan, its cells wrapped over several lines.

The columns are what blank stretches over all lines of a page divide. A row begins with its number;
right of the words, where values stand, each line with a value begins a row below the same number.
A list goes on over pages that repeat its head.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import NamedTuple

from keikaku.loaders.readers.blocks import Cell, Place, Table
from keikaku.loaders.readers.column_places import Columns, Slot, columns_of
from keikaku.loaders.readers.column_rows import KEPT, YEAR, Line, Part, display
from keikaku.loaders.readers.head_spans import Span, covered, nearest, spans_over

_FEWEST, _FEWEST_BODY = 4, 3
"""The parts of a head, and of the first row below it."""
_MOST_HEAD = 6
_MOST_PARTS = 40
"""More parts are no line of a list: the work for a line grows with their square."""
_FEWEST_ROWS, _WIDE = 2, 6
_KEY = re.compile(r"(?=.*[\d①-⑳])[\dI-XⅠ-ⅫA-Z①-⑳().（）・-]{1,9}")
"""The number of a row: 101, 1-1-1, Ⅰ-1-①."""
_SENTENCE = re.compile(r"[。、→○◎●]")
_LONGEST_HEAD = 16
_MEASURE = re.compile(r"[△▲－-]?\d\S*|[－―-]|[^\s()（）]{1,4}")
"""A value before the years: a baseline, its date, a unit."""
_MOST = 0.75
_UNIT = re.compile(r"[部課室局係署所会館]$")
"""The end of a department's name, which stands on a line of its own."""
_MOST_GAPS = 4
_SLACK = 2


class _Piece(NamedTuple):
    """What of a list stands on one page: the lines of its head, and its other lines."""

    head: list[Line]
    printed: list[Line]
    key: Part
    """The first head, below which the numbers stand."""

    @property
    def body(self) -> list[Line]:
        """The lines below the head, each number by itself."""
        return [_key_apart(line, self.key) for line in self.printed]

    @property
    def rows(self) -> list[Line]:
        """The lines of numbered rows."""
        return [line for line in self.body if not _is_total(line)]


@dataclass(slots=True)
class ListRead:
    """A list: its table, the first line of its head, and all lines that it takes."""

    table: Table
    first: Line
    lines: frozenset[Line]


def lists_of(pages: Sequence[Sequence[Line]]) -> list[ListRead]:
    """Return the numbered lists of a text whose columns can be distinguished."""
    lists: list[ListRead] = []
    page, at = 0, 0
    while page < len(pages):
        pieces, after = _pieces(pages, page, at)
        if pieces:
            if (table := _table_of(pieces)) is not None:
                lines = (line for piece in pieces for line in (*piece.head, *piece.printed))
                lists.append(ListRead(table, pieces[0].head[0], frozenset(lines)))
            page, at = after
        else:
            at += 1
        if at >= len(pages[page]):
            page, at = page + 1, 0
    return lists


def _key_apart(line: Line, head: Part) -> Line:
    """Return a line with the number that a single blank divides from its title by itself.

    A number stands below the first head of its list: 40 歳代, a name, is none.
    """
    first = line.parts[0]
    key, _, words = first.printed.partition(" ")
    if not words or not _KEY.fullmatch(key) or first.left > head.right:
        return line
    title = Part(first.left + len(key) + 1, words, first.text.removeprefix(key).lstrip())
    return Line(line.number, (Part(first.left, key, key), title, *line.parts[1:]))


def _is_total(line: Line) -> bool:
    """Return whether a line is a total of the rows above."""
    return len(line.parts) > 1 and line.parts[0].text.endswith("計")


def begins_list(lines: Sequence[Line]) -> bool:
    """Return whether a page begins with the head of a numbered list."""
    return _head_size(lines, 0) > 0


def _pieces(
    pages: Sequence[Sequence[Line]], page: int, at: int
) -> tuple[list[_Piece], tuple[int, int]]:
    """Return the pieces of the list whose head is a line, and the page and line behind them."""
    lines = pages[page]
    if at >= len(lines):
        return [], (page, at)
    size = _head_size(lines, at)
    if not size:
        return [], (page, at)
    head = list(lines[at : at + size])
    key = head[0].parts[0]
    end = _end(lines, at + size, key)
    pieces = [_Piece(head, list(lines[at + size : end]), key)]
    while end == len(lines) and page + 1 < len(pages):
        size = _repeated(pages[page + 1], head)
        if not size and not _goes_on(pages[page + 1], pieces):
            break
        page += 1
        lines = pages[page]
        own = lines[0].parts[0] if size else key
        end = _end(lines, size, own)
        pieces.append(_Piece(list(lines[:size]), list(lines[size:end]), own))
    return pieces, (page, end)


def _head_size(lines: Sequence[Line], at: int) -> int:
    """Return how many lines the head of a numbered list takes that begins at a line; 0 for none."""
    first = lines[at]
    if not _FEWEST <= len(first.parts) <= _MOST_PARTS or not all(
        is_head(part) for part in first.parts
    ):
        return 0
    for end in range(at + 1, min(at + _MOST_HEAD, len(lines))):
        line = _key_apart(lines[end], first.parts[0])
        key = line.parts[0]
        if len(line.parts) >= _FEWEST_BODY and _is_key(key, first.parts[0]):
            return end - at
        if not all(is_head(part) for part in line.parts) or key.left <= first.parts[0].left:
            return 0
    return 0


def is_head(part: Part) -> bool:
    """Return whether a part may be a head: a year, or few words that are no sentence."""
    if YEAR.fullmatch(part.text):
        return True
    short = len(part.text) <= _LONGEST_HEAD and not _SENTENCE.search(part.text)
    return short and not part.text.replace(",", "").isdigit()


def _is_key(part: Part, head: Part) -> bool:
    """Return whether a part is the number of a row, below the first head."""
    under = part.left <= head.right and part.right + _SLACK >= head.left
    return under and _KEY.fullmatch(part.text) is not None


def _goes_on(lines: Sequence[Line], pieces: Sequence[_Piece]) -> bool:
    """Return whether a page without a head begins with rows in the columns of a list."""
    if not lines or not _is_key(_key_apart(lines[0], pieces[0].key).parts[0], pieces[0].key):
        return False
    key = pieces[0].key
    body = [_key_apart(line, key) for line in lines[: _end(lines, 0, key)]]
    columns = columns_of(pieces[0].head, pieces[0].rows).columns
    return len(columns_of([], body).columns) == len(columns)


def _repeated(lines: Sequence[Line], head: Sequence[Line]) -> int:
    """Return how many lines of a head a page begins with; a page may leave out the last ones."""
    size = 0
    for line, before in zip(lines, head, strict=False):
        if [part.text for part in line.parts] != [part.text for part in before.parts]:
            break
        size += 1
    return size


def _end(lines: Sequence[Line], at: int, head: Part) -> int:
    """Return the line behind the rows that begin at a line: one that begins with another word."""
    firsts = (_key_apart(line, head).parts[0] for line in islice(lines, at, None))
    key = next((part for part in firsts if _KEY.fullmatch(part.text)), None)
    indent = key.right if key is not None else 0
    for end in range(at, len(lines)):
        first = _key_apart(lines[end], head).parts[0]
        apart = end > at and lines[end].number - lines[end - 1].number > _MOST_GAPS
        if apart:
            return end
        if first.left >= indent or _KEY.fullmatch(first.text):
            continue
        if not (_is_total(lines[end]) or _is_band(lines, end, head)):
            return end
    return len(lines)


def _is_band(lines: Sequence[Line], at: int, head: Part) -> bool:
    """Return whether a line of one part stands between rows: the name of those below."""
    if len(lines[at].parts) > 1 or at + 1 >= len(lines):
        return False
    below = lines[at + 1]
    near = below.number - lines[at].number <= _SLACK
    below = _key_apart(below, head)
    whole = near and len(below.parts) >= _FEWEST_BODY
    return whole and _KEY.fullmatch(below.parts[0].text) is not None


def _table_of(pieces: Sequence[_Piece]) -> Table | None:
    """Return the table of a list; None where its pages do not have the same columns."""
    if any(len(line.parts) > 2 * _MOST_PARTS for piece in pieces for line in piece.body):
        return None
    rows = sum(_KEY.fullmatch(n.parts[0].text) is not None for p in pieces for n in p.body)
    if rows < _FEWEST_ROWS and len(pieces[0].head[0].parts) < _WIDE:
        return None  # a form whose labels stand above its values
    first = columns_of(pieces[0].head, pieces[0].rows)
    blocks = covered([line.parts for line in pieces[0].head], first.columns)
    if blocks is None or len(first.columns) < _FEWEST:
        return None
    read = [first, *(_columns_below(piece, blocks, first) for piece in pieces[1:])]
    if any(len(each.columns) != len(first.columns) for each in read):
        return None
    heads = spans_over([line.parts for line in pieces[0].head], first.columns, blocks)
    lines = [
        (line.number, _slots(line, columns))
        for piece, columns in zip(pieces, read, strict=True)
        for line in piece.body
    ]
    return RowsOfList(read[0], heads, lines).table(pieces[0].head[0].number)


def _columns_below(piece: _Piece, blocks: Sequence[tuple[int, int]], first: Columns) -> Columns:
    """Return the columns of a further page; where it has fewer, those under its heads, too."""
    columns = columns_of(piece.head, piece.rows)
    if not piece.head:
        return Columns(columns.columns, first.first_value)
    if len(columns.columns) == len(first.columns):
        return columns
    single = [left == right for left, right in blocks]
    tops = piece.head[0].parts
    places = [(part.left, part.right) for part in tops]
    leaves = [part for part, own in zip(tops, single, strict=True) if own]
    leaves += [part for part in piece.head[-1].parts if not single[nearest(part, places)]]
    return columns_of(piece.head, piece.rows, sorted(leaves))


def _slots(line: Line, columns: Columns) -> dict[int, Slot]:
    """Return the parts of a line by column; one at the left that is no number is over all."""
    first = line.parts[0]
    if (
        len(line.parts) == 1
        and first.left <= columns.columns[0][0]
        and not _KEY.fullmatch(first.text)
    ):
        return {0: Slot(first.text, len(columns.columns))}
    return columns.slots(line)


class RowsOfList:
    """Makes the rows of a list out of its lines."""

    def __init__(
        self, columns: Columns, heads: Sequence[Span], lines: Sequence[tuple[int, dict[int, Slot]]]
    ) -> None:
        self._columns = len(columns.columns)
        self._heads = heads
        self._lines = lines
        self._values = self._first_value(columns.first_value)
        self._widest = [
            max((display(s[n].text) for _, s in lines if n in s), default=0)
            for n in range(self._columns)
        ]
        self._cells: list[Cell] = []

    def table(self, number: int) -> Table:
        """Return the table with its head, which begins on a line."""
        top = 1 + max(span.row for span in self._heads)
        place = Place(line=number)
        self._cells = [Cell(s.row, s.column, s.rows, s.columns, s.text, place) for s in self._heads]
        row = top
        for lines in self._by_key():
            row = self._add(row, lines)
        cells = tuple(sorted(self._cells, key=lambda cell: (cell.row, cell.column)))
        return Table(row, self._columns, cells, place)

    def _first_value(self, first: int) -> int:
        """Return the first of the columns of values: also those before the years, as a unit."""
        while 1 < first < self._columns:
            texts = [s[first - 1].text for _, s in self._lines if first - 1 in s]
            if sum(_MEASURE.fullmatch(text) is not None for text in texts) < _MOST * len(texts):
                break
            first -= 1
        return first

    def _by_key(self) -> Iterator[list[tuple[int, dict[int, Slot]]]]:
        """Yield the lines of each numbered row."""
        if self._values <= 1:  # a row begins with its name, which may go on
            yield list(self._lines)
            return
        own: list[tuple[int, dict[int, Slot]]] = []
        for number, slots in self._lines:
            if own and (0 in slots or self._is_total(slots)):
                yield own
                own = []
            own.append((number, slots))
        if own:
            yield own

    def _is_total(self, slots: dict[int, Slot]) -> bool:
        """Return whether a line is a total of the rows above."""
        name = slots.get(self._values - 1)
        has_values = any(column >= self._values for column in slots)
        return has_values and 0 not in slots and name is not None and name.text.endswith("計")

    def _add(self, row: int, lines: Sequence[tuple[int, dict[int, Slot]]]) -> int:
        """Add the cells of a numbered row; return the row below it."""
        name = self._values - 1 if self._values < self._columns else self._columns
        if self._is_total(lines[0][1]):
            text, number = lines[0][1][name].text, lines[0][0]
            self._cells.append(Cell(row, 0, 1, self._values, text, Place(line=number)))
            for column in range(self._values, self._columns):
                self._put(row, column, 1, lines)
            return row + 1
        groups = self._groups(lines, name)
        for column in range(name):
            self._put(row, column, max(len(groups), 1), lines)
        for at, group in enumerate(groups):
            for column in range(name, self._columns):
                self._put(row + at, column, 1, group)
        return row + max(len(groups), 1)

    def _groups(
        self, lines: Sequence[tuple[int, dict[int, Slot]]], name: int
    ) -> list[list[tuple[int, dict[int, Slot]]]]:
        """Return the lines of each row of values; a name goes on below its values, or before."""
        groups: list[list[tuple[int, dict[int, Slot]]]] = []
        valued = False
        names = self._names_of_next(lines, name)
        for (number, slots), of_next in zip(lines, names, strict=True):
            own = {column: slot for column, slot in slots.items() if column >= name}
            if not own:
                continue
            has_values = any(column > name for column in own)
            begins = name in own and valued and (has_values or of_next)
            if not groups or begins:
                groups.append([])
                valued = False
            groups[-1].append((number, own))
            valued = valued or has_values
        return groups

    @staticmethod
    def _names_of_next(lines: Sequence[tuple[int, dict[int, Slot]]], name: int) -> list[bool]:
        """Return of each line whether values without a name follow: theirs then is above them."""
        follows = False
        of_next: list[bool] = []
        for _, slots in reversed(lines):
            of_next.append(follows)
            values = sum(column > name for column in slots)
            if values:
                follows = name not in slots and values > 1
        return of_next[::-1]

    def _put(
        self, row: int, column: int, rows: int, lines: Sequence[tuple[int, dict[int, Slot]]]
    ) -> None:
        own = [(number, slots[column]) for number, slots in lines if column in slots]
        if own:
            text = self._text(column, [slot.text for _, slot in own])
            span = max(slot.span for _, slot in own)
            self._cells.append(Cell(row, column, rows, span, text, Place(line=own[0][0])))

    def _text(self, column: int, texts: Sequence[str]) -> str:
        """Join the lines of a cell; one that fills its column goes on without a break."""
        words = texts[0]
        for before, text in pairwise(texts):
            kept = KEPT.match(text)
            room = self._widest[column] - _SLACK - (display(kept[0]) if kept else 0)
            full = display(before) >= room and not (_UNIT.search(before) and _UNIT.search(text))
            ends = before.endswith("。") or (before[-1:].isdigit() and text[:1].isdigit())
            glued = (full and not ends) or text[:1] in "（("
            words += text if glued else f"\n{text}"
        return words


__all__ = ["ListRead", "RowsOfList", "begins_list", "is_head", "lists_of"]
