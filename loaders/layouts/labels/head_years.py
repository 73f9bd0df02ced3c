"""Years in the heads of columns and rows: 令和8年度, R8, 8年度, 2026, 1年目, H19-H22, R8末目標."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from keikaku.graph.years import ERAS

_ERA = r"(?P<era>令和|平成|昭和|(?<![A-Za-z])[RHS](?=\.?(?:元|\d)))\.?(?P<n>元|\d{1,2})(?!\d)"
_UNIT = r"(?:年度|年|FY|\(年度\)|\(年\))?"
_TWIN = r"(?:(?:西暦)?(?:19|20)\d\d|(?:令和|平成|昭和|[RHS])\.?(?:元|\d{1,2}))"
_BRACKET = rf"(?:[(/]{_TWIN}(?:年度|年)?[)]?(?:年度)?)?"
_YEAR = re.compile(
    rf"(?:{_ERA}{_UNIT}|(?<!\d)(?P<west>(?:19|20)\d\d)(?!\d){_UNIT}"
    rf"|(?<![\d第.])(?P<bare>元|\d{{1,2}})年度(?!目|別|ごと|毎)){_BRACKET}"
)
_ORDINAL = re.compile(
    r"(?:第)?([1-9１-９一二三四五六七八九])(?:年次|年度目|年目|カ年目|か年目)|第([1-9])年度?"
)
_KANJI = {c: n for n, c in enumerate("一二三四五六七八九", 1)}
_RANGE = re.compile(r"[~〜\-–―](?=[RHS令平昭\d])")
_LATE_HEISEI = 16
_TAIL = re.compile(r"^(?:年度?)?(?:末|時点|現在|中)*|(?:年度?)?末$")
_EDGES = "()[]〔〕【】・/:_"
PART = (
    r"[上下](?:半)?期|[前後]半?期|[前後]半|(?:第?[1-4一二三四]四半期|[1-4]Q|Q[1-4]|第[1-4]期)"
    r"|(?:[1-9]|1[0-2])(?:月?[~〜～\-][1-9]|月?[~〜～\-]1[0-2])?月"
)
"""The parts into which a head divides a year, folded: 上期, 後期, 第1四半期, 4~6月."""
_PART_BEHIND = re.compile(rf"^[(]?(?:{PART})[)]?$")


class YearHead(NamedTuple):
    """The year that a head names: ``year`` to ``last``; ``ordinal`` where it is a position (1年目).

    ``rest`` are the words beside it (実績, 目標), folded; ``sure`` is lower where the era is not
    printed.
    """

    year: int | None
    last: int | None
    ordinal: int | None
    rest: str
    sure: float = 1.0


def folded(text: str) -> str:
    """Return a head as it is compared: NFKC without any space or line break."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def year_head(text: str) -> YearHead | None:
    """Return the year that a head names, None where it names none or is a sentence about one.

    >>> year_head("令和8年度")[:3], year_head("R8末目標").rest, year_head("H19-H22")[:2]
    ((2026, 2026, None), '目標', (2007, 2010))
    """
    head = folded(text)
    if not head or len(head) > 24 or ("計画" in head and "年度別" in head):
        return None
    match = _YEAR.search(head)
    if match is None:
        return _ordinal(head)
    year, sure = _year(match)
    last = year
    rest = head[: match.start()] + "|" + head[match.end() :]
    then = _RANGE.match(head, match.end())
    if then:
        other = _YEAR.match(head, then.end())
        if other is None and (short := re.match(r"(\d{1,2})(?:年度?)?$", head[then.end() :])):
            n = int(short[1])
            last = year - year % 100 + n if match["west"] else year + n - _n(match)
            rest = head[: match.start()]
        elif other is not None:
            last, _ = _year(other)
            rest = head[: match.start()] + "|" + head[other.end() :]
    if last < year:
        return None
    if last == year and _PART_BEHIND.match(rest.split("|")[-1]):
        rest = rest.split("|")[0]
    rest = "|".join(_TAIL.sub("", part).strip(_EDGES) for part in rest.split("|")).strip("|")
    if len(rest.replace("|", "")) > 10:
        return None
    return YearHead(year, last, None, rest.replace("|", ""), sure)


def _n(match: re.Match[str]) -> int:
    printed = match["n"] or match["bare"]
    return 1 if printed == "元" else int(printed)


def _year(match: re.Match[str]) -> tuple[int, float]:
    if match["west"]:
        return int(match["west"]), 1.0
    if match["era"]:
        return ERAS[match["era"]] + _n(match) - 1, 1.0
    era = "令和" if _n(match) < _LATE_HEISEI else "平成"
    return ERAS[era] + _n(match) - 1, 0.8


def _ordinal(head: str) -> YearHead | None:
    match = _ORDINAL.fullmatch(head)
    if match is None:
        return YearHead(None, None, 1, "", 1.0) if head == "初年度" else None
    digit = match[1] or match[2]
    return YearHead(None, None, _KANJI.get(digit) or int(digit), "", 1.0)
