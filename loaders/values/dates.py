"""Dates as plans print them: 令和8年度末, R4(2022), '19, 2021～29, H30.3卒, 毎年度."""

from __future__ import annotations

import re
from typing import NamedTuple

from keikaku.graph.years import ERAS
from keikaku.loaders.values.value_folding import closed
from keikaku.loaders.values.words import KANJI_DIGITS, spaced

_ERA = (
    r"(?:令 ?和|平 ?成|昭 ?和|大 ?正|明 ?治|(?<![A-Za-z])[RHS](?=[ .]?(?:\d|元))"
    r"|(?<![一-龥])[令平昭](?=\d|元))"
)
_N = r"(?:元|\d{1,2}(?!\d)|[一二三四五六七八九十]{1,3})"
_UNIT = r"(?: ?年(?: ?度)?|FY)"
_NOT_A_YEAR = (
    r"(?! ?(?:間|生|以|未|目|前|後|超|延|連|程|ごと|毎|分|短|弱|強|半|程度|に ?[\d一]|齢|長|減|増"
    r"|か|ヶ|ヵ|\d+ ?[かヶヵカケ箇]|保存|寿命|あた|当た|累計|平均|合計))"
)
_TAILS = (
    "当初予算 補正予算 決算見込 決算額 決算 予算額 予算 当初 上半期 下半期 上期 下期 前期 後期 末"
    " 中 時点 現在 卒業者 卒業生 卒業 卒 入学者 入学 入試 春 夏 秋 冬 頃 以降 度"
).split()
_TAIL = rf"(?: ?(?:第 ?\d ?四半期|{'|'.join(map(spaced, _TAILS))})(?!間))*"
_MONTH = (
    r"(?: ?(?P<month>1[0-2]|0?[1-9]) ?月(?: ?\d{1,2} ?日)?"
    r"|[./](?P<dotted>1[0-2]|0?[1-9])(?:[./]\d{1,2})?(?: ?月)?(?![\d%]))?"
)
_DATE = re.compile(
    rf"(?:(?P<era>{_ERA})[ .]?(?P<n>{_N})"
    rf"(?P<unit>{_UNIT})?"
    rf"(?: ?\((?:\D?[^()]{{0,2}}(?:19|20)\d\d|{_ERA}[ .]?{_N}){_UNIT}?\)(?P<after>{_UNIT})?)?"
    rf"|(?P<lead>西暦|FY)?(?<![\d.,])(?P<west>(?:19|20)\d\d)(?![\d,]|\.\d\d\d|\.\d{{1,2}}%)"
    rf"(?P<west_unit>{_UNIT})?"
    rf"(?: ?\((?P<west_era>{_ERA})[ .]?(?P<west_n>{_N}){_UNIT}?\)(?P<west_after>{_UNIT})?)?"
    rf"|['\u2018\u2019](?P<short>\d\d)(?!\d)(?P<short_unit>{_UNIT})?"
    rf"|(?<![\d.,])(?P<bare>元|\d{{1,2}}) ?年(?P<fiscal> ?度)?(?(fiscal)|{_NOT_A_YEAR})"
    rf"){_MONTH}{_TAIL}"
)
_LONE_MONTH = re.compile(
    rf"(?<![\d.,])(?P<month>1[0-2]|[1-9]) ?月(?: ?\d{{1,2}} ?日)?(?! ?[額間分平]|\d){_TAIL}"
)
_EVERY = re.compile(r"(?:毎|各) ?年(?: ?度)?(?!齢|代)")
_SEPARATOR = re.compile(r" ?(?:[~〜∼]|-|–|から|・|、(?=\d{1,2} ?年 ?度)) ?")
_ARROW = re.compile(r" ?[→⇒] ?")
_SECOND = re.compile(
    rf"(?P<bare>\d{{1,2}}|元)(?:(?P<unit> ?年(?: ?度)?){_MONTH}{_TAIL}"
    rf"|(?= ?(?:[)\]、計累の平]|$)))"
)
_BARE_SPAN = re.compile(
    rf"(?<![\d.,])(?:\d{{1,2}}|元) ?[~〜∼-] ?\d{{1,2}} ?年(?P<fiscal> ?度)?"
    rf"(?(fiscal)|{_NOT_A_YEAR}){_TAIL}"
)
_ERAS = ERAS | {name[0]: first for name, first in ERAS.items()}
_STARTS = frozenset("令平昭大明RHSF西毎各元'\u2018\u20190123456789")
_FIRST_MONTHS = 3
_CENTURY = 100


class Date(NamedTuple):
    """A date at ``[start, end)``; ``weak`` where the same print may be a number (2030, 3年)."""

    start: int
    end: int
    as_of: str
    fiscal_year: int | None
    weak: bool = False


class _Part(NamedTuple):
    end: int
    year: int | None
    month: int | None
    fiscal: bool
    weak: bool
    century: int
    is_named: bool

    @property
    def fiscal_year(self) -> int | None:
        if self.year is None:
            return None
        early = self.month is not None and self.month <= _FIRST_MONTHS and not self.fiscal
        return self.year - early


def date_at(text: str, start: int) -> Date | None:
    """Read the date or period that begins at ``start``; None where none does."""
    if text[start : start + 1] not in _STARTS:
        return None
    every = _EVERY.match(text, start)
    if every:
        return Date(start, every.end(), closed(every[0]), None)
    first = _part(text, start)
    if first is None:
        span = _BARE_SPAN.match(text, start)
        if span:
            return Date(start, span.end(), closed(span[0]), None, weak="度" not in span[0])
        lone = _LONE_MONTH.match(text, start)
        return Date(start, lone.end(), closed(lone[0]), None) if lone else None
    second = _second(text, first)
    last = second or first
    printed = closed(text[start : last.end])
    year = last.fiscal_year
    if year is not None and first.fiscal_year is not None:
        year = max(year, first.fiscal_year)  # 令和5年度-令和4年度 is the change up to the later one
    return Date(start, last.end, printed, year, first.weak and second is None)


def _part(text: str, start: int) -> _Part | None:
    match = _DATE.match(text, start)
    if match and match["west_era"] and not match["west_unit"] and not _agree(match):
        match = _DATE.match(text, start, match.end("west"))  # 2000(R5) is a number of R5
    if match is None:
        return None
    month = match["month"] or match["dotted"]
    number = int(month) if month else None
    if match["era"]:
        era = _ERAS[closed(match["era"])]
        year = era + _number(match["n"]) - 1
        unit = f"{match['unit'] or ''}{match['after'] or ''}"
        return _Part(match.end(), year, number, "度" in unit, False, era - 1, bool(unit))
    if match["west"]:
        unit = f"{match['west_unit'] or ''}{match['west_after'] or ''}"
        year = int(match["west"])
        weak = not (unit or number or "(" in match[0] or match.end() > match.end("west"))
        if match["dotted"] and "/" not in match[0] and not unit:
            weak = True  # 2023.3 may be a number
        return _Part(
            match.end(),
            year,
            number,
            "度" in unit or "FY" in unit or match["lead"] == "FY",
            weak,
            year // 100 * 100,
            bool(unit),
        )
    if match["short"]:
        unit = match["short_unit"] or ""
        return _Part(
            match.end(), 2000 + int(match["short"]), number, "度" in unit, False, 2000, bool(unit)
        )
    weak = not (match["fiscal"] or number or match.end() > match.end("bare") + 2)
    if weak and int(match["bare"].replace("元", "1")) > 64:
        return None  # no era had so many years: a span, as in a life of 80年
    return _Part(match.end(), None, number, bool(match["fiscal"]), weak, 0, True)


def _agree(match: re.Match[str]) -> bool:
    """Return whether a year and the era year in brackets behind it are one: 2023(R5)."""
    year = _ERAS[closed(match["west_era"])] + _number(match["west_n"]) - 1
    return abs(year - int(match["west"])) <= 1


def _arrow(text: str, first: _Part) -> _Part | None:
    """Read the year that an arrow in brackets leads to: ▲4.5億円(H30→R5)."""
    arrow = _ARROW.match(text, first.end)
    other = _part(text, arrow.end()) if arrow else None
    return other if other and text[other.end : other.end + 1] in {")", "]"} else None


def _second(text: str, first: _Part) -> _Part | None:
    """Read the other end of a period: 2021～29, H27～30年度, 令和4年4月～令和9年3月, 4月～9月."""
    separator = _SEPARATOR.match(text, first.end)
    if separator is None:
        return _arrow(text, first)
    at = separator.end()
    short = _SECOND.match(text, at)
    if short and (short["unit"] or not first.is_named):
        month = short["month"] or short["dotted"] if short["unit"] else None
        n = _number(short["bare"])
        year = first.century + n if first.century else None
        fiscal = "度" in (short["unit"] or "")
        return _Part(short.end(), year, int(month) if month else None, fiscal, False, 0, True)
    whole = _part(text, at)
    if whole is not None:
        return whole
    lone = _LONE_MONTH.match(text, at)
    if lone is None or first.month is None:
        return None
    month = int(lone["month"])
    year = None if first.year is None else first.year + (month < first.month)
    return _Part(lone.end(), year, month, False, False, 0, True)


def _number(printed: str) -> int:
    if printed == "元":
        return 1
    if printed.isdigit():
        return int(printed)
    tens, ten, ones = printed.partition("十")
    if not ten:
        return int("".join(str(KANJI_DIGITS[c]) for c in printed))
    return (KANJI_DIGITS[tens] if tens else 1) * 10 + (KANJI_DIGITS[ones] if ones else 0)
