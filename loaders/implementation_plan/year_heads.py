"""Heads of year columns: 2026年度, 令和8年度, 西暦2026年度, '26年度, R8, 8年度, 1年目, 前期.

A head with its calendar is certain. A bare one (R8, 2026, 9) counts only where the row holds little
else. One that leaves the calendar open (8年度, 2年目, 前期) is resolved by the document's period;
where that is unknown, it is reported as unread.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from keikaku.graph.periods import span
from keikaku.graph.typed_years import Period, eraless
from keikaku.graph.years import ERAS, normal_years, years_in
from keikaku.loaders.text import fold

LONGEST_HEAD = 24

_NOTE = r"(?:\([^()]{1,14}\))?"
_AND_ON = r"(?P<on>末|以降|以後|~|-)?"
_HALF = r"(?:(?:の)?(?:前期|後期|上期|下期|上半期|下半期|前半|後半))?"
_FULL = re.compile(
    rf"(?:(?:西暦)?(?:19|20|21)\d\d年度?|(?:令和|平成|昭和|[rhs])(?:元|\d{{1,3}})年度?"
    rf"|'\d\d年度?){_HALF}{_NOTE}{_AND_ON}"
)
_BARE = re.compile(rf"(?:[rhs](?:元|\d{{1,2}})|(?:西暦)?(?:19|20|21)\d\d|'\d\d){_NOTE}{_AND_ON}")
_ERALESS = re.compile(rf"(?P<n>\d{{1,2}})年度{_HALF}{_NOTE}{_AND_ON}")
_NUMBER = re.compile(r"\d{1,2}")
_NTH = re.compile(
    rf"(?:(?:第)?(?P<n>\d{{1,2}})(?:年目|年次|年度目)|(?P<first>初年度)|(?P<last>最終年度)){_NOTE}"
)
_PART = re.compile(rf"(?P<part>前期|後期|前半|後半|上期|下期|上半期|下半期){_NOTE}")
_SECOND_HALF = {"後期", "後半"}
_WITHIN_A_YEAR = {"上期", "下期", "上半期", "下半期"}
_MOST_YEARS = 12


class Head(NamedTuple):
    """A year head: its fiscal years, both None where an unknown period would decide them.

    ``bare`` heads count only in a row of heads; ``open`` ones stand for what comes after, too.
    """

    first: int | None
    last: int | None
    bare: bool = False
    open: bool = False


def heads_of(cells: list[str], period: Period = (None, None)) -> dict[int, Head]:
    """Read each cell of a row as a year head, by column; leave out those that are none."""
    return dict(_heads_of(tuple(cells), period))


@lru_cache(maxsize=4096)
def _heads_of(cells: tuple[str, ...], period: Period) -> dict[int, Head]:
    heads: dict[int, Head] = {}
    before: Head | None = None
    era = 0
    for column, cell in enumerate(cells):
        if not 0 < len(cell) <= LONGEST_HEAD:
            continue
        folded = fold(normal_years(cell))
        head = _head(cell, folded, before, era, period)
        if head is None:
            continue
        heads[column] = before = head
        if head.first is not None and (base := _era_base(folded, head.first)):
            era = base
    return heads


def _head(cell: str, folded: str, before: Head | None, era: int, period: Period) -> Head | None:
    years = years_in(cell)
    if years and (match := _FULL.fullmatch(folded)):
        return Head(years[0][0], years[0][0], open=_goes_on(match["on"]))
    if years and (match := _BARE.fullmatch(folded)):
        return Head(years[0][0], years[0][0], bare=True, open=_goes_on(match["on"]))
    if match := _ERALESS.fullmatch(folded):
        n = int(match["n"])
        year = era + n if era else eraless(n, period)
        return Head(year, year, bare=not era, open=_goes_on(match["on"]))
    if _NUMBER.fullmatch(folded):
        return _next_number(int(folded), before, era)
    if years and (whole := span(cell)) and whole.last and whole.first < whole.last:
        return Head(whole.first, whole.last)
    return _counted(folded, period)


def _counted(folded: str, period: Period) -> Head | None:
    """Read a head that only the period resolves: 2年目, 最終年度, 前期."""
    if nth := _NTH.fullmatch(folded):
        return _nth(nth, period)
    part = _PART.fullmatch(folded)
    return _half(part["part"], period) if part else None


def _goes_on(word: str | None) -> bool:
    return word is not None and word != "末"


def _next_number(n: int, before: Head | None, era: int) -> Head | None:
    """Read a bare number that goes on counting behind a head: R8, 9, 10."""
    if before is None or before.first is None:
        return None
    year = before.first + 1
    fits = n == year - era if era else n == year % 100
    return Head(year, year, bare=True) if fits else None


def _nth(match: re.Match[str], period: Period) -> Head:
    first, last = period
    if match["last"]:
        return Head(last, last, bare=True)
    year = None if first is None else first + (0 if match["first"] else int(match["n"]) - 1)
    return Head(year, year, bare=True)


def _half(word: str, period: Period) -> Head:
    """Read 前期 and 後期 of a period of an even number of years; halves of a year stay unread."""
    first, last = period
    if word in _WITHIN_A_YEAR or first is None or last is None or (last - first) % 2 == 0:
        return Head(None, None, bare=True)
    middle = (first + last) // 2
    return Head(middle + 1, last, bare=True) if word in _SECOND_HALF else Head(first, middle, True)


def _era_base(folded: str, year: int) -> int:
    """Return the year that a head counts from, the one before its first; 0 for a western year."""
    match = re.search(r"(令和|平成|昭和|[rhs])(?:元|\d)", folded)
    if match:
        return ERAS[match[1].upper()] - 1
    bare = _ERALESS.fullmatch(folded)
    return year - int(bare["n"]) if bare else 0


def is_row_of_heads(heads: dict[int, Head], others: int) -> bool:
    """Return whether bare heads form a row: two or more, ascending, nothing beside them."""
    years = [head.first for head in heads.values() if head.first is not None]
    ascending = years == sorted(years)
    return 2 <= len(heads) <= 2 * _MOST_YEARS and ascending and not others
