"""Numbers with their units in a target cell: 98.2%, 35件/年, 約8,308,557千円, 年9回, L=300km/年.

A value stands at the end of an item, after its name. Numbers inside a name (65歳以上の…) and years
are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from keikaku.graph.records import Comparator, Measure

_QUALIFIER = "約|概ね|おおむね|およそ|ほぼ|延べ|のべ"
_UNIT_CHAR = r"(?:か|つ|[^\s\d\u3040-\u309f、。,.()<>【】「」・※:=×~〜;/])"
_RHYTHM = r"/\s*(?:年度|年間|年|月|週|日|回|人|校|件|世帯|期)"
_LESS = "以下|以内|未満"
_MORE = "以上|超"
_KEEP = (
    r"(?:を?\s*(?:維持|確保|達成|継続|目指す|目標)(?:する|し続ける)?"
    r"|(?:の)?(?:開催|実施)(?:する)?|程度|前後|削減|減少|増加|向上|改善)?"
)
# 1億2,000万 and 1万2千: the scale is part of the number, where it stands in its midst.
_COMPOUND = r"\d[\d,]*+億\d[\d,]*+万|\d[\d,]*+億\d+千万|\d+万\d+千"
VALUE = re.compile(
    rf"(?P<prefix>(?:(?<!\d)(?:年間?|月間?|週|毎年|毎月)\s*(?=[約\d]))?(?:(?<![A-Za-z])[A-Za-z]\s*=)?(?:[×x])?\s*)"
    rf"(?P<qualifier>(?:{_QUALIFIER})?)\s*"
    rf"(?<![\d.,A-Za-z])(?P<number>{_COMPOUND}|[-▲△]?\d[\d,]*+(?:\.\d++)?)\s?"
    rf"(?P<unit>[kcm]?m[23]|{_UNIT_CHAR}{{0,8}}?)"
    rf"(?P<first>(?:{_LESS}|{_MORE})?)"
    rf"(?P<rhythm>(?:{_RHYTHM})?)"
    rf"(?P<second>(?:{_LESS}|{_MORE})?)"
    rf"{_KEEP}"
    r"(?=$|[\s、。(※;])"
)
IN_SENTENCE = re.compile(
    rf"(?P<qualifier>(?:{_QUALIFIER})?)(?P<all>全)?(?<![\d.,])"
    rf"(?P<number>\d[\d,]*+(?:\.\d++)?)(?P<unit>{_UNIT_CHAR}{{1,5}}?)"
    rf"(?P<first>{_LESS}|{_MORE})?(?=[にでのをへと])"
)
_LONGEST_NUMBER = 20
_PREFIX_RHYTHM = {
    "年": "年",
    "年間": "年",
    "毎年": "年",
    "月": "月",
    "月間": "月",
    "毎月": "月",
    "週": "週",
}


class NumberHit(NamedTuple):
    """A value found in a text, at ``[start, end)``."""

    start: int
    end: int
    value: float | int
    unit: str | None
    comparator: Comparator
    qualifier: str | None
    raw: str

    def measure(self, as_of: str | None) -> Measure:
        """Return the value as a measure, dated."""
        return Measure(
            self.value, self.unit, self.comparator, self.qualifier, as_of, self.raw.strip()
        )


_SCALES = {"億": 10**8, "千万": 10**7, "万": 10**4, "千": 10**3}
_SCALED = re.compile(r"(\d+)(億|千万|万|千)")
# A value that goes on from another: 30%～40%, 3/5か所. What the two mean together is not told.
_SECOND = re.compile(r"\d[^\s、。]{0,6}[~〜]\s*$|\d\s*/\s*$")


def number(text: str) -> float | int:
    """Return a printed number as a plain one: ``1,580,493`` → 1580493, ``▲3.5`` → -3.5.

    >>> number("1億2,000万"), number("1万2千")
    (120000000, 12000)
    """
    parts = _SCALED.findall(text.replace(",", ""))
    if parts:
        return sum(int(digits) * _SCALES[scale] for digits, scale in parts)
    digits = text.replace(",", "").replace("▲", "-").replace("△", "-")
    return float(digits) if "." in digits else int(digits)


def values(text: str) -> Iterator[NumberHit]:
    """Yield the values of a text that stand where an item can end, outside parentheses."""
    depths = _depths(text)
    at = 0
    while match := VALUE.search(text, at):
        at = match.end("number")
        too_long = len(match["number"]) > _LONGEST_NUMBER
        second = _SECOND.search(text[max(match.start("number") - 12, 0) : match.start("number")])
        if too_long or second or depths[match.start("number")] or _is_year(match, text):
            continue
        yield _found(match, match["prefix"])
        at = match.end()


def in_sentence(text: str) -> NumberHit | None:
    """Return a number that a sentence makes a target: 30日以内に…, 全76校の…; None without one."""
    depths = _depths(text)
    for match in IN_SENTENCE.finditer(text):
        if len(match["number"]) > _LONGEST_NUMBER or depths[match.start()]:
            continue
        if not (match["first"] or match["all"]):
            continue
        if match["first"] and match["unit"] in {"歳", "才"}:
            continue
        return NumberHit(
            match.start(),
            match.end(),
            number(match["number"]),
            match["unit"],
            _comparator(match["first"] or ""),
            match["qualifier"] or None,
            match[0],
        )
    return None


def _found(match: re.Match[str], prefix: str) -> NumberHit:
    unit = match["unit"]
    rhythm = re.sub(r"\s", "", match["rhythm"])
    lead = re.match(r"年間|毎年|毎月|月間|年|月|週", prefix.strip())
    if lead and not rhythm:
        rhythm = f"/{_PREFIX_RHYTHM[lead[0]]}"
    start = match.start()
    while start < match.end() and match.string[start].isspace():
        start += 1
    return NumberHit(
        start,
        match.end(),
        number(match["number"]),
        f"{unit}{rhythm}" or None,
        _comparator(match["first"] or match["second"]),
        match["qualifier"] or None,
        match[0],
    )


def _comparator(word: str) -> Comparator:
    if word and word in _MORE:
        return ">="
    return "<=" if word else "="


def _is_year(match: re.Match[str], text: str) -> bool:
    """Tell whether the number is a year or part of a date."""
    digits = match["number"]
    unit = match["unit"]
    before = text[: match.start("number")].rstrip()
    era = re.search(r"(?:令和|平成|昭和|(?<![A-Za-z])[RHS])$", before) is not None
    if era:
        return True
    if re.fullmatch(r"(?:19|20)\d\d", digits) and (unit.startswith("年") or not unit):
        return unit.startswith("年") or not match["rhythm"]
    if (unit == "月" and before.endswith("年")) or (unit == "日" and before.endswith("月")):
        return True
    return unit.startswith(("年度", "月末", "年末"))


def _depths(text: str) -> list[int]:
    """Return how deep in parentheses each character stands.

    An unclosed one counts to the line's end.
    """
    depths: list[int] = []
    depth = 0
    for char in text:
        if char == "\n":
            depth = 0
        if char == "(":
            depth += 1
        depths.append(depth)
        if char == ")":
            depth = max(depth - 1, 0)
    return depths
