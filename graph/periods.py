"""Periods (計画期間) as documents print them → first and last fiscal year.

A period is read whole or not at all: 令和8～11年度, 2026～29年度, 令和8年度から4年間,
2026年4月～2030年3月 (fiscal 2026 to 2029). Other dates beside it (when the plan was made, the
period of the plan before) are recognised by their own words and left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from keikaku.graph.years import ERAS, YEAR, fiscal_year, normal_years

__all__ = ["Span", "period_in", "span"]


class Lazy:
    """A pattern that is compiled at its first use: a document needs few of these."""

    def __init__(self, source: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self._source = source
        self._flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self._source, self._flags)


class Span(NamedTuple):
    """First and last fiscal year, both included; ``last`` is None where it is left open."""

    first: int
    last: int | None


_APRIL = 4
_LONGEST = 60
_WESTERN_WORD = Lazy(r"西暦")
_BRACKETS = Lazy(r"[(<\[〔【「]([^()<>\[\]〔〕【】「」]*)[)>\]〕】」]")
_DASHES = Lazy(r"[‐‑‒–—―ー−─━﹣-]+")
_ARROWS = Lazy(r"[→⇒➔➡⇨▶►]|->|=>")
_PLAIN_YEAR = re.sub(r"\?P<\w+>", "?:", YEAR)
_DATE = (
    r"(?:年?(?P<{m}>\d{{1,2}})月(?:(?:\d{{1,2}})日|末日?|初)?"
    r"|[/.](?P<{s}>\d{{1,2}})(?:[/.]\d{{1,2}})?)?"
)
_TO = r"(?:から|より|~|-|→|、?至)+"
_COUNT = r"(?P<count>\d{1,2})(?:[かカヵヶケ箇ヶ]?年度?間?|年度間)"
_SHORT = r"(?P<digits>\d{1,3})(?:年度?)?"
_ONE = rf"(?P<one>{_PLAIN_YEAR}){_DATE.format(m='m1', s='s1')}"
_TWO = rf"(?:(?P<two>{_PLAIN_YEAR})|{_SHORT}){_DATE.format(m='m2', s='s2')}"
_ENDS = r"(?:末日?)?(?:まで)?"
_TAIL = (
    r"(?:の|、)?(?:とします|とする|とし|です|である|を(?:計画|対象|推進|実施)?期間とします)?"
    r"[。.、]?"
)
_RANGE = Lazy(
    rf"{_ONE}(?:末|当初)?{_TO}{_TWO}{_ENDS}(?:の|、|・)?(?:{_COUNT})?{_TAIL}", re.IGNORECASE
)
_SINCE = Lazy(
    rf"{_ONE}(?:当初)?(?:から|より|以降|を(?:初年度|始期|開始年度)と(?:する|して|し))?"
    rf"(?:の|、|向こう|今後)*{_COUNT}{_TAIL}",
    re.IGNORECASE,
)
_OPEN = Lazy(rf"{_ONE}(?:から|以降|以後|より|~|-){_TAIL}", re.IGNORECASE)
_SINGLE = Lazy(rf"{_ONE}{_TAIL}", re.IGNORECASE)
_AND = r"(?:及び|、|・|,|と)"
_LISTED = Lazy(
    rf"(?:{_PLAIN_YEAR})(?:{_AND}(?:{_PLAIN_YEAR}|\d{{1,3}}(?:年度?)?))+{_TAIL}", re.IGNORECASE
)
_YEARS = Lazy(_COUNT)
_NO_YEARS = Lazy(rf"(?:第\d+[次期](?:計画|期間)?|全体|{_COUNT.replace('?P<count>', '?:')})")
"""What may stand before the brackets that hold the period."""
_PARTS = Lazy(_AND)
_YEAR = Lazy(YEAR, re.IGNORECASE)
_OTHER_LABEL = Lazy(
    r"(?:前期?|旧|現行|次期?|先の|従前の|上位|関連)(?:実施|推進|行動)?(?:計画|プラン|大綱|ビジョン)"
    r"(?:の?期間)?[:は]"
)
_ASIDE = Lazy(
    r"策定|改[定訂正]|見直|公表|決定|制定|議決|作成|中間|評価|現在|時点|前計画|前期計画|旧計画|現行|次期|"
    r"前回|施行|更新|発行|版"
)
_LABEL = Lazy(
    r"(?<![前旧次])(?:(?:本|この)?(?:計画|プラン|大綱|ビジョン|取組|推進|実施|対象|適用|行動|目標){1,6}"
    r"(?:の)?(?:対象|推進|実施|計画|取組)?(?:期間|年度|年次)|(?<![^\s:、(・])期間)"
    r"\s*(?:は|[:=/|\t ]|$|(?=[\d'令平昭西RHS二「(]))"
)


def span(text: str) -> Span | None:
    """Read a text that is a period, wholly; None where it is none.

    >>> span("令和8～11年度"), span("2026～29年度"), span("令和8年度から4年間")
    (Span(first=2026, last=2029), Span(first=2026, last=2029), Span(first=2026, last=2029))
    >>> span("2026年4月～2030年3月"), span("2026年度以降"), span("4年間"), span("第2期")
    (Span(first=2026, last=2029), Span(first=2026, last=None), None, None)
    """
    normalized = _normal(text)
    if len(normalized) > _LONGEST * 2:
        return None
    outer = _BRACKETS.compiled.sub("", normalized)
    inner = [
        one for one in _BRACKETS.compiled.findall(normalized) if not _ASIDE.compiled.search(one)
    ]
    if outer and not _NO_YEARS.compiled.fullmatch(outer) and _whole(outer) is None:
        return None
    read = _spans([outer, *inner])
    only = next(iter(read), None) if len(read) == 1 else None
    return only if all(_agrees(only, one) for one in inner) else None


def _agrees(other: Span | None, aside: str) -> bool:
    """Return whether a length beside a period (4年間) is that of the period."""
    count = _YEARS.compiled.fullmatch(aside)
    if count is None or other is None or other.last is None:
        return True
    return int(count["count"]) == other.last - other.first + 1


def _spans(candidates: list[str]) -> set[Span]:
    """Read the candidates; single years beside a period name an end in another calendar."""
    spans = [read for one in candidates if one and (read := _whole(one)) is not None]
    long = {one for one in spans if one.last != one.first}
    return long or set(spans)


def _normal(text: str) -> str:
    spaced = "".join(normal_years(text).split())
    spaced = _ARROWS.compiled.sub("→", _DASHES.compiled.sub("-", spaced))
    return _WESTERN_WORD.compiled.sub("", spaced).strip("・:、。")


def _whole(text: str) -> Span | None:
    for pattern, read in _READERS:
        match = pattern.compiled.fullmatch(text)
        if match is not None and (read_span := read(match)) is not None:
            return read_span
    return None


def _range(match: re.Match[str]) -> Span | None:
    first = _fiscal(match["one"], match["m1"] or match["s1"])
    last = (
        _fiscal(match["two"], match["m2"] or match["s2"])
        if match["two"]
        else _fiscal_number(_completed(match["one"], match["digits"]), match["m2"] or match["s2"])
    )
    if first is None or last is None or not first <= last <= first + _LONGEST:
        return None
    if match["count"] and int(match["count"]) != last - first + 1:
        return None
    return Span(first, last)


def _since(match: re.Match[str]) -> Span | None:
    first, count = _fiscal(match["one"], match["m1"] or match["s1"]), int(match["count"])
    return Span(first, first + count - 1) if first is not None and 0 < count <= _LONGEST else None


def _open(match: re.Match[str]) -> Span | None:
    first = _fiscal(match["one"], match["m1"] or match["s1"])
    return None if first is None else Span(first, None)


def _single(match: re.Match[str]) -> Span | None:
    first = _fiscal(match["one"], match["m1"] or match["s1"])
    return None if first is None or match["m1"] or match["s1"] else Span(first, first)


def _listed(match: re.Match[str]) -> Span | None:
    """Read years one by one, without a gap: 令和8・9・10年度."""
    years: list[int] = []
    before = ""
    for part in _PARTS.compiled.split(re.sub(rf"{_TAIL}$", "", match[0])):
        whole = _YEAR.compiled.fullmatch(part)
        digits = re.match(r"\d+", part)
        year = fiscal_year(part) if whole else _completed(before, digits[0] if digits else "")
        if year is None:
            return None
        before = part if whole else before
        years.append(year)
    gapless = years == list(range(years[0], years[0] + len(years)))
    return Span(years[0], years[-1]) if gapless else None


_READERS = (
    (_RANGE, _range),
    (_LISTED, _listed),
    (_SINCE, _since),
    (_OPEN, _open),
    (_SINGLE, _single),
)


def _fiscal(words: str, month: str | None) -> int | None:
    return _fiscal_number(fiscal_year(words), month)


def _fiscal_number(year: int | None, month: str | None) -> int | None:
    """Return the fiscal year in which a month of a year lies."""
    if year is None or (month is not None and not 1 <= int(month) <= 12):
        return None
    return year - (month is not None and int(month) < _APRIL)


def _completed(like: str, digits: str) -> int | None:
    """Complete a year of which only the last digits stand, in the calendar of the one before.

    >>> _completed("令和8", "11"), _completed("2026", "29"), _completed("2026年度", "029")
    (2029, 2029, None)
    """
    match = _YEAR.compiled.match(like)
    if match is None or not digits:
        return None
    if match["era"]:
        return ERAS[match["era"].upper()] + int(digits) - 1
    if len(digits) != 2:
        return None
    first = fiscal_year(like) or 0
    year = first - first % 100 + int(digits)
    return year if year >= first else year + 100


def period_in(line: str) -> tuple[str, Span | None] | None:
    """Return a line's words that state the period, and their meaning; None without a label.

    The words are those behind the label (計画期間：, 推進期間, 計画の期間は). Where they cannot be
    read wholly, the meaning is None, never a part of them.

    >>> period_in("計画の期間：2026年度～2029年度（2025年度に策定）")[1]
    Span(first=2026, last=2029)
    >>> period_in("前計画：2022年度～2025年度")
    """
    normalized = normal_years(line)
    for label in _LABEL.compiled.finditer(normalized):
        words = _own(normalized[label.end() :])
        if not _YEAR.compiled.search(words):
            continue
        read = [period for one in _clauses(words) if (period := span(one)) is not None]
        return words, read[0] if read else None
    return None


def _own(words: str) -> str:
    """Return the words up to where another plan's period begins."""
    other = _OTHER_LABEL.compiled.search(words)
    own = (words[: other.start()] if other else words).strip(" :\t、").rstrip(" (")
    return own if own.count("(") >= own.count(")") else own.rstrip(" )")


def _clauses(words: str) -> Iterator[str]:
    """Yield the whole, then its clauses: a sentence may go on behind the period."""
    yield words
    for cut in ("。", "※", "\t", " / ", ";", "、"):
        if cut in words:
            yield from (part for part in words.split(cut) if _YEAR.compiled.search(part))
