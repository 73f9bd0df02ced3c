"""Numbers with their units in a target cell: 98.2%, 35件/年, 約8,308,557千円, 年9回, L=300km/年.

A value stands at the end of an item, after its name. Numbers inside a name (65歳以上の…) and years
are no values. :mod:`keikaku.loaders.values` defines how a number is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from keikaku.graph.records import Measure
from keikaku.loaders.text import ARROWS
from keikaku.loaders.values import Value, read_cell
from keikaku.loaders.values.amounts import Num
from keikaku.loaders.values.before import before_number
from keikaku.loaders.values.dates import Date
from keikaku.loaders.values.scanner import Token, Word, Yard, scan
from keikaku.loaders.values.value_folding import Folded, fold
from keikaku.loaders.values.value_measures import as_measure
from keikaku.loaders.values.words import ACTIONS, COMPARATORS, CUMULATIVE, one_of

_ENDS = re.compile(r"$|[\s、。(※;→➔➡⇒]|[~〜∼]$")
_BOUND = one_of(list(COMPARATORS))
_AFTER_SENTENCE = re.compile(rf"(?P<bound>{_BOUND})?(?=[にでのをへと])")
# 30日以内に認定する says what is done; 50件に増加 and 100%を維持 say what is reached.
_SENTENCE = re.compile(rf"(?P<bound>{_BOUND})?(?=[にで](?:{one_of(ACTIONS)}))")
_NAMED_SUM = re.compile(rf"(?:{one_of(CUMULATIVE)}) ?")
_IN_NAME = frozenset({"歳", "才"})
BRACKETS = re.compile(r"(?:\s*(?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\]))*")
"""Brackets behind a value that belong to it: (R4), [R2年度] (全国15.0%)."""

_OPEN_END = re.compile(r"\s*[~〜∼]\s*$")
_LED = re.compile(rf"[{ARROWS}] ?\(?(?:[RHS令平昭]|\d{{4}}年)")


class NumberHit(NamedTuple):
    """A value found in a text, at ``[start, end)``, without its own brackets."""

    start: int
    end: int
    value: float | int | None
    unit: str | None
    comparator: str
    qualifier: str | None
    raw: str
    read: Value

    def measure(self, as_of: str | None) -> Measure:
        """Return it as a measure, dated by itself, else by ``as_of``."""
        return as_measure(self.read, as_of, self.raw)


def single_value(text: str) -> Value | None:
    """Read the one value that a whole text is, or None."""
    read = read_cell(text).values
    return read[0] if len(read) == 1 else None


def yearly(text: str) -> list[NumberHit]:
    """Read an item that states a value for each of several years: 件数 R8:100件 R9:120件."""
    read = read_cell(text).values
    years = [value.fiscal_year for value in read]
    rising = all(
        one is not None and other is not None and one < other for one, other in pairwise(years)
    )
    if len(read) < 2 or not rising or any(v.series or v.role == "baseline" for v in read):
        return []
    return [
        NumberHit(v.start, v.end, v.value, v.unit, v.comparator, v.qualifier, v.raw, v)
        for v in read
    ]


def chain(text: str) -> list[NumberHit]:
    """Read an item whose values lead from one to the next: 50→60→80, R7：50%→R11：60%.

    One step without dates before its values is left to the pieces of the item.
    """
    read = read_cell(text).values
    if len(read) < 2 or (len(read) == 2 and not _LED.search(text)):
        return []
    first, *others = read
    led = first.role == "baseline" and all(v.role == "target" for v in others)
    if not led or any(v.series or v.unit != first.unit for v in read):
        return []
    return [
        NumberHit(v.start, v.end, v.value, v.unit, v.comparator, v.qualifier, v.raw, v)
        for v in read
    ]


def in_words(text: str) -> tuple[str, str] | None:
    """Split a target in words from its name: 利用者数 前年度以上; None for any other text."""
    name, _, words = text.rstrip("。").rpartition(" ")
    cell = read_cell(words) if name.strip() else None
    if cell is None or cell.kind != "words" or cell.relative is None:
        return None
    return name.strip(" :、・"), cell.relative


def is_unclear(text: str) -> bool:
    """Return whether a text ends in figures that could not be read as one value."""
    last = text.rstrip(" 。、").rpartition(" ")[2]
    return any(c.isdigit() for c in last) and read_cell(last).kind == "unclear"


def whole_hit(text: str) -> NumberHit | None:
    """Read a text that is one value and nothing else."""
    read = single_value(text)
    if read is None:
        return None
    return NumberHit(
        0, len(text), read.value, read.unit, read.comparator, read.qualifier, text.strip(), read
    )


def counted(digits: str, unit: str, raw: str) -> NumberHit | None:
    """Read a count of several things, which no unit of one word holds: 40館×年1～2回."""
    read = single_value(digits)
    if read is None:
        return None
    return NumberHit(
        0, 0, read.value, unit or None, "=", None, raw, replace(read, unit=unit or None)
    )


def values(text: str) -> Iterator[NumberHit]:
    """Find the values of a text that stand where an item can end, outside brackets."""
    folded = fold(text)
    for num, words in _numbers(folded.text):
        if (
            num.tail.free
            or _SENTENCE.search(folded.text, num.start, num.end)
            or not _ENDS.match(folded.text, num.end)
        ):
            continue
        hit = _hit(folded, num, words)
        if hit is not None:
            yield hit


def in_sentence(text: str) -> NumberHit | None:
    """Find a number that a sentence makes a target: 30日以内に…, 全76校の…; None without one."""
    folded = fold(text)
    for num, words in _numbers(folded.text):
        inside = _SENTENCE.search(folded.text, num.start, num.end)
        behind = inside or _AFTER_SENTENCE.match(folded.text, num.end)
        whole = bool(words) and words[-1].end == num.start and words[-1].text.endswith("全")
        if not (num.tail.free or inside) or behind is None or not (behind["bound"] or whole):
            continue
        if num.unit in _IN_NAME or not num.unit:
            continue
        start = num.start - 1 if whole else num.start
        read = single_value(folded.text[num.start : behind.end()])
        if read is not None:
            return _placed(folded, start, behind.end(), read)
    return None


def _numbers(text: str) -> Iterator[tuple[Num, list[Word]]]:
    """Yield the numbers outside brackets, each with the words before it."""
    depth = 0
    words: list[Word] = []
    for piece in scan(text):
        if isinstance(piece, Token):
            depth = max(depth + {"open": 1, "close": -1}.get(piece.kind, 0), 0)
            words = []
        elif isinstance(piece, Word):
            words.append(piece)
        elif isinstance(piece, Date | Yard):
            words = []
        else:
            if not depth:
                yield piece, words
            words = []


def _hit(folded: Folded, num: Num, words: list[Word]) -> NumberHit | None:
    """Read a number with what stands before it and in its own brackets behind it."""
    text = folded.text
    start = _start(text, before_number(words, num).start)
    brackets = BRACKETS.match(text, num.end)
    reach = brackets.end() if brackets else num.end
    if _OPEN_END.match(text, num.end):
        reach = len(text)
    read = next(iter(read_cell(text[start:reach].lstrip("×x")).values), None)
    if read is None or (read.value, read.low, read.high) != (num.value, num.low, num.high):
        read = single_value(text[start : num.end].lstrip("×x"))
    if read is None:
        return None
    return _placed(folded, start, num.end, read)


def _start(text: str, start: int) -> int:
    """Move the place where a value begins: ×1回 has its sign, …からの累計 is its name's."""
    while start and text[start - 1] in "×x" and not text[start - 2 : start - 1].isalpha():
        start -= 1
    match = _NAMED_SUM.match(text, start)
    return match.end() if match and text[max(start - 1, 0)] == "の" else start


def _placed(folded: Folded, start: int, end: int, read: Value) -> NumberHit:
    first = folded.at[start]
    last = folded.at[end] if end < len(folded.at) else len(folded.source)
    while last > first and folded.source[last - 1].isspace():
        last -= 1
    raw = folded.source[first:last]
    return NumberHit(first, last, read.value, read.unit, read.comparator, read.qualifier, raw, read)
