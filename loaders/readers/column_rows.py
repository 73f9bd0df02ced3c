"""Lines of a text in columns → the rows of a table: find the lines that continue the cells above.

The words of a cell stand from the first line of its row on, line below line; a column in which a
row has ended begins with the next row. A line goes on where each of its parts stands right below
a part that filled its column.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

FULL = 0.55
"""A part that takes this share of its room may go on in the next line."""
NUMBER = re.compile(r"[△▲－-]?[\d,.]++(?![年目])\S{0,3}|[－―-]")
VALUE = re.compile(
    r"[△▲－-]?[\d,.]+[^\s\d:：]{0,3}|[－―→⇒➡○◎●△×✓-]|[^\s\d:：]{1,4}[:：]\S*"
    r"|(?:令和|平成|[RH])?\.?(?:元|\d{1,4})(?:年度?)?(?:末|末目標|実績|目標|計画|見込|決算|予算|当初)?"
)
"""A value that stands in a column of its own: a number, a mark, 目標：500, R8年度."""
_MARK = re.compile(r"[○◎●✓☑■]")
"""A mark below its head, which it does not go on with."""
_WHOLE_NUMBER = re.compile(r"(?:^|(?<=\n))\d{1,2}(?:\.\d)?$")
"""A number of its own on a line (SDGs 9, 11), which the next line does not go on with."""
_ROMAN = re.compile(r"[IVX]{1,4}")
_OF_TITLE = re.compile(r"\d{1,4}|\(\d{1,2}\)|[①-⑳]|[IVX]{1,4}|[\dIVX]{1,4}(?:[-.][\d()①-⑳]{1,4})+")
_TITLE = re.compile(r"[^\s\d()（）]{4}")
_MOST_BLANKS = 4
_LABELLED = re.compile(r"[^\s\d:：]{1,4}[:：]")
YEAR = re.compile(
    r"(?:(?:令和|平成|[RH])\.?\s?(?:元|\d{1,2})(?:\s?年度?)?|20\d\d(?:\s?年度?)?|\d{1,2}\s?年度)\S{0,4}"
)
_BEFORE_YEAR = re.compile(r" (?=(?:令和|平成|[RH])\.?\s?\d|20\d\d)")
_NOTE = re.compile(r"[(（][^()（）]*[)）]")
_FEWEST_YEARS = 2
_HEAD_ROWS = 2
_NEAR = 3
_LETTER, _WIDE = 2, 99
KEPT = re.compile(r"[A-Za-z0-9,.]+|.[、。，．」）)ーぁぃぅぇぉっゃゅょァィゥェォッャュョ]")
_REST, _MOST_FULL = 0.7, 0.6
"""The share of a row's cells that a line may go on in, and of these the share that is full."""
LIST = 9
"""A table of so many columns is a list, whose first column may be narrow, too."""
_FEWEST_LINES = 2


class Part(NamedTuple):
    """A stretch of a line: where it begins and its words."""

    left: int
    printed: str
    text: str
    """Its words without the blanks that pdftotext puts between scripts."""

    @property
    def right(self) -> int:
        """One past its last letter."""
        return self.left + len(self.printed)


class Line(NamedTuple):
    """A line of a text: its number, and its stretches from left to right."""

    number: int
    parts: tuple[Part, ...]


@dataclass(slots=True)
class Row:
    """A row of cells: column → its text; where each ends; the line on which it begins."""

    number: int
    cells: dict[int, str] = field(default_factory=dict)
    rights: dict[int, int] = field(default_factory=dict)
    last: dict[int, Part] = field(default_factory=dict)
    """The parts of its last line."""


class _Measure(NamedTuple):
    """The measure of a full line: the widths of the columns of a list, and their beginnings."""

    widest: Mapping[int, int]
    starts: Sequence[int]
    end: int


def values_apart(part: Part) -> list[Part]:
    """Return the values that single blanks divide, each by itself: 令和7年度 令和8年度.

    >>> [p.text for p in values_apart(Part(4, "目標：500 目標：600", "目標：500 目標：600"))]
    ['目標：500', '目標：600']
    """
    words = _BEFORE_YEAR.split(part.printed) if YEAR.match(part.printed) else []
    words = words if len(words) > 1 else part.printed.split(" ")
    years = all(YEAR.match(word) for word in words)
    if len(words) < 2 or not (years or all(VALUE.fullmatch(word) for word in words)):
        return [part]
    left, parts = part.left, []
    for word in words:
        text = word.replace(" ", "") if YEAR.fullmatch(word) else word  # R10 21.5 is two
        parts.append(Part(left, word, text))
        left += len(word) + 1
    return parts


def with_numbers_joined(line: Line) -> Line:
    """Return a line with the number of a title, set apart by a few blanks, joined to it.

    取組番号　1　窓口の改善 has one value; a Roman number may also begin a line.

    >>> parts = [Part(0, "項目", "項目"), Part(8, "1", "1"), Part(12, "窓口の改善", "窓口の改善")]
    >>> [part.text for part in with_numbers_joined(Line(1, tuple(parts))).parts]
    ['項目', '1 窓口の改善']
    """
    joined: list[Part] = []
    for part in line.parts:
        if joined and _is_number_of(joined[-1], part, first=len(joined) == 1):
            before = joined.pop()
            blanks = " " * (part.left - before.right)
            printed = f"{before.printed}{blanks}{part.printed}"
            joined.append(Part(before.left, printed, f"{before.text} {part.text}"))
        else:
            joined.append(part)
    return Line(line.number, tuple(joined))


def _is_number_of(before: Part, part: Part, *, first: bool) -> bool:
    """Return whether a part is the number of the title behind it."""
    if not (_ROMAN if first else _OF_TITLE).fullmatch(before.text):
        return False
    near = part.left - before.right <= _MOST_BLANKS
    return near and _TITLE.match(part.text) is not None and not VALUE.fullmatch(part.text)


def rows_of(lines: Sequence[Line], starts: Sequence[int], ends: Sequence[int]) -> list[Row]:
    """Return the rows of a table whose columns begin at ``starts``."""
    slots = [_slots(line, starts, ends) for line in lines]
    measure = _Measure(_widest(slots), starts, ends[-1])
    rows: list[Row] = []
    for line, printed in zip(lines, slots, strict=True):
        parts = dict(printed)
        if rows and 0 in parts and len(parts) > 1 and _is_note(parts[0], rows[-1]):
            _add(rows[-1], {0: parts.pop(0)}, measure)
            rows.append(Row(line.number, last=rows[-1].last))
        elif rows and not _has_mark(parts) and _goes_on(parts, rows, measure):
            _add(rows[-1], parts, measure)
            continue
        else:
            if measure.widest and 0 < len(rows) <= _HEAD_ROWS and parts:
                parts = _rest_of_head(parts, rows[-1], measure)
            rows.append(Row(line.number))
        row = rows[-1]
        row.cells = {column: part.text for column, part in parts.items()}
        row.rights = {column: part.right for column, part in parts.items()}
        row.last = parts
    return rows


def years_of(row: Row) -> set[int]:
    """Return the columns of a row of years; none where it is no such row."""
    columns = {column for column, text in row.cells.items() if YEAR.fullmatch(text)}
    return columns if len(columns) >= _FEWEST_YEARS else set()


def display(text: str) -> int:
    """Return how many columns of a terminal a text takes.

    >>> display("窓口A"), display("①ab")
    (5, 4)
    """
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)


def _slots(line: Line, starts: Sequence[int], ends: Sequence[int]) -> dict[int, Part]:
    """Return the parts of a line by their columns; two in one column are one part."""
    slots: dict[int, Part] = {}
    for part in (each for whole in line.parts for each in _number_apart(whole, starts)):
        column = column_of(part, starts, ends)
        slots[column] = _beside(slots[column], part) if column in slots else part
    return slots


def _number_apart(part: Part, starts: Sequence[int]) -> Iterator[Part]:
    """Yield a part, and separately the number at its end that stands where a column begins."""
    if len(starts) >= LIST:
        yield from _apart_at_columns(part, starts)
        return
    words, _, number = part.printed.rpartition(" ")
    left = part.right - len(number)
    near = starts[bisect_left(starts, left - _NEAR) : bisect_right(starts, left + _NEAR)]
    begins = any(part.left < start for start in near)
    if not words or not begins or not NUMBER.fullmatch(number) or words[-1:].isdigit():
        yield part
        return
    yield Part(part.left, words, part.text.removesuffix(number).rstrip())
    yield Part(left, number, number)


def _apart_at_columns(part: Part, starts: Sequence[int]) -> Iterator[Part]:
    """Yield the words of a part that single blanks divide where columns of a list begin."""
    left, words = part.left, ""
    for word in part.printed.split(" "):
        at = left + len(words) + 1 if words else left
        if words and bisect_left(starts, at + _NEAR) > bisect_right(starts, at - _NEAR):
            yield Part(left, words, words)
            left, words = at, word
        else:
            words = f"{words} {word}" if words else word
    yield Part(left, words, words) if left > part.left else part


def _beside(left: Part, right: Part) -> Part:
    blanks = " " * max(1, right.left - left.right)
    return Part(left.left, f"{left.printed}{blanks}{right.printed}", f"{left.text} {right.text}")


def column_of(part: Part, starts: Sequence[int], ends: Sequence[int], near: int = 2) -> int:
    """Return the column of a part: where it begins, of a number where its middle stands."""
    if NUMBER.fullmatch(part.text):
        middle = (part.left + part.right) / 2
        inside = bisect_right(starts, middle) - 1
        if inside >= 0 and middle < ends[inside]:
            return inside
    return max(bisect_right(starts, part.left + near) - 1, 0)


def _widest(slots: Sequence[Mapping[int, Part]]) -> dict[int, int]:
    """Return the greatest width of words in each column of a list, on its lines of many parts.

    None for any other table.
    """
    most = max((len(parts) for parts in slots), default=0)
    widest: dict[int, int] = {}
    if sum(len(parts) >= LIST for parts in slots) < _FEWEST_LINES:
        return widest
    for parts in slots:
        if len(parts) * 2 < most:
            continue
        last = max(parts)
        for column, part in parts.items():
            if column == last or column + 1 in parts:  # else it may stand over several columns
                widest[column] = max(widest.get(column, 0), display(part.text))
    return widest


def _is_note(part: Part, above: Row) -> bool:
    """Return whether a part is only the unit of the label above, in brackets: （千円）."""
    return _NOTE.fullmatch(part.text) is not None and bool(above.cells.get(0))


def _is_full(following: Part, column: int, row: Row, measure: _Measure) -> bool:
    """Return whether the last line of a cell fills the room up to the next cell of its row.

    What may not be parted (り、 / AI) leaves room at the end of its line.
    """
    part = row.last[column]
    starts = measure.starts
    right = min((other for other in row.cells if other > column), default=len(starts))
    room = (starts[right] if right < len(starts) else measure.end) - starts[column]
    if len(part.text) >= FULL * room:
        return True
    kept = KEPT.match(following.text)
    slack = 1 + (display(kept[0]) if kept else 0)
    inside = right == column + 1 or part.right <= starts[column + 1]
    narrow = inside and (kept is not None or display(part.text) > _LETTER)
    return narrow and display(part.text) >= measure.widest.get(column, _WIDE) - slack


def _has_mark(parts: Mapping[int, Part]) -> bool:
    return any(_MARK.fullmatch(part.text) for part in parts.values())


def _goes_on(
    parts: Mapping[int, Part],
    rows: Sequence[Row],
    measure: _Measure,
) -> bool:
    """Return whether each part of a line goes on in a cell of the row above."""
    above = rows[-1]
    if not all(column in above.last for column in parts):
        alone = len(parts) == 1 and 0 not in parts and next(iter(parts)) in above.cells
        return alone and len(above.last) == 1
    full = [_is_full(part, column, above, measure) for column, part in parts.items()]
    if 0 in parts and len(parts) > 1 and not measure.widest:
        return False
    if any(_LABELLED.match(part.text) for part in parts.values()):
        return False
    rest = bool(measure.widest) and _is_rest_of_row(parts, full, above)
    if any(VALUE.fullmatch(p.text) and not f for p, f in zip(parts.values(), full, strict=True)):
        return rest
    if all(full):
        fewer = len(parts) < len(above.last) or len(above.cells) == len(parts) == 1
        return fewer or not (0 in parts and above.cells[0].endswith("。"))
    return rest or (len(parts) == 1 and 0 not in parts) or _stand_below_values(parts, above)


def _is_rest_of_row(parts: Mapping[int, Part], full: Sequence[bool], above: Row) -> bool:
    """Return whether most parts of a list's line go on in full cells, and a third have ended.

    A cell of several names (納税課 / 行政経営課) begins a line before its room is full.
    """
    begun = any(above.cells[column].endswith("。") for column in parts)
    fewer = len(parts) <= _REST * len(above.cells)
    return fewer and not begun and sum(full) >= _MOST_FULL * len(parts) and sum(full) > 1


def _stand_below_values(parts: Mapping[int, Part], above: Row) -> bool:
    """Return whether words stand below each value of a row of labels and values, below no label.

    主管部署 | 総務部 | 関係部署 | 人事課, and below the second and the fourth another name.
    """
    alternate = [column in parts for column in sorted(above.cells)]
    pairs = len(alternate) // 2
    words = not any(VALUE.fullmatch(part.text) for part in parts.values())
    return pairs > 1 and words and alternate == [False, True] * pairs


def _rest_of_head(parts: Mapping[int, Part], above: Row, measure: _Measure) -> dict[int, Part]:
    """Add parts that continue a head's upper cells to these; the others begin its lower row.

    The others stand under a cell over several of them. If any part does neither, no head goes on.
    """
    rest: dict[int, Part] = {}
    for column, part in parts.items():
        own = max((other for other in above.cells if other <= column), default=column)
        right = min((other for other in above.cells if other > own), default=len(measure.starts))
        if sum(own <= other < right for other in parts) > 1:
            continue
        if column not in above.last or not _is_full(part, column, above, measure):
            return dict(parts)
        rest[column] = part
    _add(above, rest, measure)
    return {column: part for column, part in parts.items() if column not in rest}


def _add(row: Row, parts: Mapping[int, Part], measure: _Measure) -> None:
    for column, part in parts.items():
        text = row.cells[column]
        full = column in row.last and _is_full(part, column, row, measure)
        numbers = _WHOLE_NUMBER.fullmatch(part.text) and _WHOLE_NUMBER.search(text)
        glued = (full and not text.endswith("。") and not numbers) or part.text[:1] in "（("
        row.cells[column] = f"{text}{part.text}" if glued else f"{text}\n{part.text}"
        row.rights[column] = max(row.rights[column], part.right)
    row.last = dict(parts)


def spans_of(row: Row, dated: set[int], columns: int) -> Iterator[tuple[int, int]]:
    """Yield each column of a row with how many its cell covers.

    It is as wide as the room to its right; under years a cell covers its own alone.
    """
    filled = sorted(row.cells)
    for n, column in enumerate(filled):
        right = filled[n + 1] if n + 1 < len(filled) else columns
        if column in dated:
            right = column + 1
        elif dated and column < min(dated):
            right = min(right, *dated)
        yield column, right - column
