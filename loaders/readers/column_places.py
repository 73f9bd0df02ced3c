"""The columns of a list in a text: stretches that blanks divide, and years by their middles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from keikaku.loaders.readers.column_rows import YEAR, Line, Part
from keikaku.loaders.readers.head_spans import in_order, nearest

_WHOLE = 0.65
"""The share of the most parts of a line with which another shows the columns, too."""
_FEWEST_YEARS, _FEWEST_LINES = 2, 2
_ARROW = re.compile(r"[→⇒➡]")
_DRAWN = re.compile(r"[→⇒➡]|[━─]+[→➡▶►]")
_WITH_ARROW = re.compile(r"[^─━→⇒➡]+ [→⇒➡]")
_ROOM = 0.7
"""How far from the middle of its year a value may stand, as a share of how far years are apart."""
_NEAR = 6
"""How far a head may stand from the words that it is centred over, in letters."""


class Slot(NamedTuple):
    """The words of a cell on one line, and how many columns it covers."""

    text: str
    span: int = 1


@dataclass(frozen=True)
class Columns:
    """Where columns begin and end, from left to right; from ``first_value`` on under years."""

    columns: list[tuple[int, int]]
    first_value: int

    def slots(self, line: Line) -> dict[int, Slot]:
        """Return the parts of a line by column; one over several is in the first of them."""
        begins = self.columns[self.first_value][0] if self.first_value < len(self.columns) else None
        values = [p for p in line.parts if begins is not None and p.left + p.right >= 2 * begins]
        slots: dict[int, Slot] = {}
        words = line.parts[: len(line.parts) - len(values)]
        places = [shared_by(part, self.columns) for part in words]
        unclear = any(len(each) != 1 for each in places) or len({*map(tuple, places)}) < len(words)
        if unclear and len(words) == self.first_value:  # a part for each column
            places = [[n] for n in range(len(words))]
        for part, shared in zip(words, places, strict=True):
            _put(slots, (shared or [nearest(part, self.columns)])[0], Slot(part.text))
        for column, slot in self._values(values):
            _put(slots, self.first_value + column, slot)
        return slots

    def _values(self, values: Sequence[Part]) -> Iterator[tuple[int, Slot]]:
        """Yield the values of a line; a word with an arrow close by is over several years.

        It is set to their middle, and leads to the next value or the end of the table.
        """
        under = self.columns[self.first_value :]
        led = self._led(values, under)
        if led is not None:
            yield from led
            return
        apart = _arrows_apart(values, len(under))
        places = in_order(apart, under) or [nearest(part, under) for part in apart]
        for part, place in zip(apart, places, strict=True):
            yield place, Slot(part.text)

    @staticmethod
    def _led(
        values: Sequence[Part], under: Sequence[tuple[int, int]]
    ) -> list[tuple[int, Slot]] | None:
        """Return the values of a line with a word and an arrow in one cell; None without any."""
        cells = _with_arrows(values, _pitch(under) / 2)
        if len(cells) == len(values) and not any(_leads(cell) for cell in cells):
            return None
        placed: list[tuple[int, Slot]] = []
        end = len(under)
        for cell in reversed(cells):
            place = nearest(cell, under)
            span = 1
            if _leads(cell):
                begin = _begin(cell, under, end)
                if begin is None:
                    return None
                place, span = begin, end - begin
            if place >= end:
                return None
            placed.append((place, Slot(cell.text, span)))
            end = place
        return placed[::-1]


def _leads(cell: Part) -> bool:
    """Return whether a cell holds a word and an arrow behind it, none drawn with a line."""
    return _WITH_ARROW.fullmatch(cell.text) is not None


def led_by_arrows(values: Sequence[Part], middles: Sequence[int]) -> list[tuple[int, Part]] | None:
    """Return the values of a line by column where a word has an arrow close behind it.

    ``middles`` are those of the columns, twice. The arrow is then in the column behind its word;
    None where there is none such, or where a cell does not fit.
    """
    under = [(middle // 2, middle - middle // 2) for middle in middles]
    cells = _with_arrows(values, _pitch(under) / 2, _DRAWN)
    if len(cells) == len(values):
        return None
    placed: list[tuple[int, Part]] = []
    end = len(under)
    for cell in reversed(cells):
        words, _, arrow = cell.text.rpartition(" ")
        begin = _begin(cell, under, end) if words and cell not in values else nearest(cell, under)
        if begin is None or begin >= end:
            return None
        if words and cell not in values:
            if begin + 1 < end:
                placed.append((begin + 1, Part(cell.right - len(arrow), arrow, arrow)))
            placed.append((begin, Part(cell.left, words, words)))
        else:
            placed.append((begin, cell))
        end = begin
    return placed[::-1]


def _pitch(columns: Sequence[tuple[int, int]]) -> float:
    """Return how far the middles of columns are apart."""
    between = [abs(sum(after) - sum(before)) / 2 for before, after in pairwise(columns)]
    return median(between) if between else 0.0


def _with_arrows(
    values: Sequence[Part], near: float, arrow: re.Pattern[str] = _ARROW
) -> list[Part]:
    """Return the values of a line, an arrow that stands close behind a word joined to it."""
    joined: list[Part] = []
    for part in values:
        if joined and arrow.fullmatch(part.text) and not arrow.search(joined[-1].text):
            before = joined[-1]
            if part.left - before.right < near:
                blanks = " " * (part.left - before.right)
                printed = f"{before.printed}{blanks}{part.printed}"
                joined[-1] = Part(before.left, printed, f"{before.text} {part.text}")
                continue
        joined.append(part)
    return joined


def _begin(cell: Part, under: Sequence[tuple[int, int]], end: int) -> int | None:
    """Return the first of the columns up to an end that a cell is set to the middle of."""
    middle = cell.left + cell.right
    off = {n: abs(under[n][0] + under[end - 1][1] - middle) for n in range(end)}
    best = min(off, key=lambda n: off[n], default=None)
    return best if best is not None and off[best] <= _pitch(under) else None


def _arrows_apart(values: Sequence[Part], most: int) -> list[Part]:
    """Return the values of a line, an arrow behind a single blank by itself: 実施 →."""
    apart: list[Part] = []
    for part in values:
        words, _, arrow = part.printed.rpartition(" ")
        if words and _ARROW.fullmatch(arrow):
            apart.append(Part(part.left, words, part.text[: -len(arrow)].rstrip()))
            apart.append(Part(part.right - len(arrow), arrow, arrow))
        else:
            apart.append(part)
    return apart if len(apart) <= most else list(values)


def columns_of(
    head: Sequence[Line], body: Sequence[Line], leaves: Sequence[Part] | None = None
) -> Columns:
    """Return the columns of a list on one page.

    ``leaves`` are heads over one column each, where these are known; else it goes by the words.

    Lines of many parts show those of words; a head may stand over one that is empty on all of
    these. Values under years are set to the middle or the right, each nearest to its year.
    """
    dated = next((n for n in head if _years(n)), None)
    heads = list(dated.parts[dated.parts.index(_years(dated)[0]) :]) if dated else []
    whole = _whole(body)
    full = [line for line in whole if heads and _is_full(line, heads)]
    tails = [line.parts[len(line.parts) - len(heads) :] for line in full]
    middles = [
        median([part.left + part.right for part in own or [each]])
        for each, own in zip(heads, _by_column(tails, len(heads)), strict=True)
    ]
    begins = _begins(heads, full)
    if begins is not None:
        before = (p.right for p in leaves or () if p.right <= heads[0].left)
        begins = max([begins, *before])
    words = [p for line in whole for p in line.parts if begins is None or p.right <= begins]
    if leaves is not None:
        columns = [(p.left, p.right) for p in leaves if begins is None or p.right <= begins]
    else:
        columns = _stretches(words)
        columns = _with_heads(columns, head[-1].parts, begins) if head else columns
        columns = _by_count(columns, head, whole, begins) or columns
    for line in body:
        for part in line.parts:
            if begins is not None and part.right > begins:
                continue
            if len(shared := shared_by(part, columns)) == 1:
                left, right = columns[shared[0]]
                columns[shared[0]] = (min(left, part.left), max(right, part.right))
    if begins is None:
        return Columns(columns, len(columns))
    right = max(part.right for line in (*head, *body) for part in line.parts)
    return Columns([*columns, *_around(middles, begins, right)], len(columns))


def _by_count(
    columns: Sequence[tuple[int, int]],
    head: Sequence[Line],
    whole: Sequence[Line],
    begins: int | None,
) -> list[tuple[int, int]] | None:
    """Return the columns by the lines that have a part for each head; None where that fails.

    Where the words of a line run up to the next column, blanks divide too few columns.
    """
    heads = [p for p in head[0].parts if begins is None or p.right <= begins] if head else []
    if len(columns) >= len(heads):
        return None
    words = [[p for p in n.parts if begins is None or p.right <= begins] for n in whole]
    lines = [parts for parts in words if len(parts) == len(heads)]
    if len(lines) < _FEWEST_LINES:
        return None
    lefts = [round(median(part.left for part in parts)) for parts in zip(*lines, strict=True)]
    rights = [max(part.right for part in parts) for parts in zip(*lines, strict=True)]
    ends = [min(r, left) for r, left in zip(rights, [*lefts[1:], rights[-1]], strict=True)]
    return list(zip(lefts, ends, strict=True))


def _years(line: Line) -> list[Part]:
    """Return the years of a line of a head, none where it has too few."""
    years = [part for part in line.parts if YEAR.fullmatch(part.text)]
    return years if len(years) >= _FEWEST_YEARS else []


def _whole(body: Sequence[Line]) -> list[Line]:
    most = max((len(line.parts) for line in body), default=0)
    return [line for line in body if len(line.parts) >= _WHOLE * most]


def _is_full(line: Line, heads: Sequence[Part]) -> bool:
    """Return whether the last parts of a line stand one under each year."""
    tail = line.parts[max(len(line.parts) - len(heads), 0) :]
    columns = [(part.left, part.right) for part in heads]
    room = _ROOM * _pitch(columns)
    near = all(
        abs(p.left + p.right - sum(c)) < 2 * room for p, c in zip(tail, columns, strict=False)
    )
    return near and [nearest(part, columns) for part in tail] == list(range(len(heads)))


def _begins(heads: Sequence[Part], full: Sequence[Line]) -> int | None:
    """Return where the columns of values begin: half-way behind the words before them."""
    if not heads:
        return None
    first = min([heads[0].left, *(line.parts[-len(heads)].left for line in full)])
    before = [part.right for line in full for part in line.parts[: -len(heads)]]
    inside = [right for right in before if right < first]
    return (max(inside) + first + 1) // 2 if inside else first


def _by_column(tails: Sequence[Sequence[Part]], count: int) -> list[list[Part]]:
    return [[tail[n] for tail in tails] for n in range(count)]


def _around(middles: Sequence[float], begins: int, right: int) -> list[tuple[int, int]]:
    """Return stretches with these middles (twice, in letters), the first and last cut off.

    >>> _around([12, 32], 2, 20)
    [(4, 8), (14, 18)]
    """
    columns = []
    for at, middle in enumerate(middles):
        before = middles[at - 1] if at else 2 * begins
        following = middles[at + 1] if at + 1 < len(middles) else 2 * right
        half = min(middle - before, following - middle) / 4
        columns.append((round(middle / 2 - half), round(middle / 2 + half)))
    return columns


def _with_heads(
    columns: list[tuple[int, int]], heads: Sequence[Part], begins: int | None
) -> list[tuple[int, int]]:
    """Add the columns over which only a head stands, on none of whose lines there are words."""
    parts = [part for part in heads if begins is None or part.right <= begins]
    headed = {n for part in parts for n in shared_by(part, columns)}
    free = [part for part in parts if not shared_by(part, columns)]
    last = {nearest(part, columns): part for part in free} if columns else {}
    own = [
        part
        for part in free
        if not columns
        or (near := nearest(part, columns)) in headed
        or last[near] is not part
        or _distance(part, columns[near]) > _NEAR
    ]
    return sorted((*columns, *((part.left, part.right) for part in own)))


def _stretches(parts: Sequence[Part]) -> list[tuple[int, int]]:
    """Return the stretches that parts take, those that meet as one."""
    stretches: list[tuple[int, int]] = []
    for left, right in sorted((part.left, part.right) for part in parts):
        if stretches and left <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], max(right, stretches[-1][1]))
        else:
            stretches.append((left, right))
    return stretches


def shared_by(part: Part, columns: Sequence[tuple[int, int]]) -> list[int]:
    """Return the columns that a part stands over."""
    return [n for n, (left, right) in enumerate(columns) if part.left < right and left < part.right]


def _distance(part: Part, column: tuple[int, int]) -> int:
    """Return how far a part stands from a column that it does not meet."""
    return max(column[0] - part.right, part.left - column[1])


def _put(slots: dict[int, Slot], column: int, slot: Slot) -> None:
    before = slots.get(column)
    slots[column] = slot if before is None else Slot(f"{before.text} {slot.text}", before.span)


__all__ = ["Columns", "Slot", "columns_of", "led_by_arrows"]
