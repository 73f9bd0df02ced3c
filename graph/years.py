"""Fiscal years (年度) as people write them: 2025, 令和7年度, R7, '25年度, 令和七年, 西暦2025年度.

This is the one reader of years for all inputs. :mod:`keikaku.graph.periods` reads whole periods,
:mod:`keikaku.graph.typed_years` words such as 今年度.
"""

from __future__ import annotations

import re
import unicodedata

# First western year of each era is the year named 元年.
ERAS: dict[str, int] = {
    "令和": 2019,
    "平成": 1989,
    "昭和": 1926,
    "大正": 1912,
    "明治": 1868,
    "R": 2019,
    "H": 1989,
    "S": 1926,
}

LETTERS = {"令和": "R", "平成": "H", "昭和": "S", "大正": "大正", "明治": "明治"}
"""The short form of an era before a number: R for 令和; the name where it has no letter."""

_ERA = r"令和|平成|昭和|大正|明治|(?<![A-Za-z])[RHS]"
_SPACE = r"\s*"
YEAR = (
    rf"(?P<era>{_ERA}){_SPACE}(?P<n>元|\d{{1,3}})(?![\d,]*\d)(?:{_SPACE}年(?:度)?)?"
    rf"|(?:西暦{_SPACE})?(?P<west>(?<!\d)(?:19|20|21)\d{{2}})(?!\d)(?:{_SPACE}年(?:度)?)?"
    rf"|(?<![\dA-Za-z'])'(?P<short>\d{{2}})(?:{_SPACE}年度?|(?=$|[~-]))"
)
"""A year with its calendar, in text after :func:`normal_years`."""
_YEAR = re.compile(YEAR, re.IGNORECASE)

_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_KANJI = "〇零一二三四五六七八九十百"
_KANJI_YEAR = re.compile(
    rf"(?P<before>令和|平成|昭和|大正|明治|西暦|第|~|から|・)?(?P<number>[{_KANJI}]+)"
    r"(?=\s*(?:年|[かカヵヶケ箇]年|~))"
)
_QUOTES = str.maketrans({"’": "'", "‘": "'", "´": "'", "`": "'", "′": "'"})
_MONTH = re.compile(r"\s*[/.\-]?\s*(\d{1,2})(?=\s*[月/.\-]|$)")
_APRIL = 4


def normal_years(text: str) -> str:
    """Normalise (NFKC), kanji numerals of years as digits: 令和八年度 → 令和8年度.

    >>> normal_years("令和十一年度～二〇二九年度"), normal_years("’２６年度")
    ('令和11年度~2029年度', "'26年度")
    """
    text = unicodedata.normalize("NFKC", text).translate(_QUOTES)
    for wave in "〜∼":
        text = text.replace(wave, "~")
    return _KANJI_YEAR.sub(_digits, text) if "年" in text or "~" in text else text


def _digits(match: re.Match[str]) -> str:
    """Write a numeral of kanji as digits, if it is one."""
    number, before = match["number"], match["before"] or ""
    value = kanji_number(number)
    return match[0] if value is None else f"{before}{value}"


def kanji_number(text: str) -> int | None:
    """Read a number in kanji, by place (二〇二六) or by tens (十一, 百); None for no number.

    >>> kanji_number("十一"), kanji_number("二〇二六"), kanji_number("百"), kanji_number("十十")
    (11, 2026, 100, None)
    """
    if not any(unit in text for unit in "十百"):
        plain = text.translate(_DIGITS)
        return int(plain) if plain.isdecimal() else None
    match = re.fullmatch(r"(?:(.?)百)?(?:(.?)十)?(.?)", text)
    if match is None or any(group in {"十", "百"} for group in match.groups() if group):
        return None
    hundreds, tens, ones = (group for group in match.groups())

    def worth(group: str | None) -> int:
        return 0 if group is None else 1 if group == "" else int(group.translate(_DIGITS))

    return worth(hundreds) * 100 + worth(tens) * 10 + (worth(ones) if ones else 0)


def year_of(match: re.Match[str]) -> int:
    """Return the western year of a match of :data:`YEAR`."""
    if match["west"]:
        return int(match["west"])
    if match["short"]:
        return 2000 + int(match["short"])
    n = 1 if match["n"] == "元" else int(match["n"])
    return ERAS[match["era"].upper()] + n - 1


def years_in(text: str) -> list[tuple[int, str]]:
    """Return every year that a text names, with its words, in order.

    >>> years_in("2022年度（令和4年度）")
    [(2022, '2022年度'), (2022, '令和4年度')]
    """
    return [(year_of(m), m[0]) for m in _YEAR.finditer(normal_years(text))]


def fiscal_year(text: str) -> int | None:
    """Return the one western fiscal year that a text means, or None if it is no year at all.

    >>> fiscal_year("令和４年度"), fiscal_year("R5"), fiscal_year("平成31年"), fiscal_year("課")
    (2022, 2023, 2019, None)
    >>> fiscal_year("令和八年度"), fiscal_year("西暦2026年度"), fiscal_year("’26年度")
    (2026, 2026, 2026)
    """
    match = _YEAR.fullmatch(normal_years(text).strip())
    return year_of(match) if match else None


def fiscal_year_of(text: str) -> int | None:
    """Return the fiscal year in which a date as printed lies, or None where it names no year.

    >>> fiscal_year_of("2021年度末"), fiscal_year_of("令和4年3月"), fiscal_year_of("2022/4/1")
    (2021, 2021, 2022)
    """
    normal = normal_years(text)
    match = _YEAR.search(normal)
    if match is None:
        return None
    month = None if match[0].endswith("度") else _MONTH.match(normal, match.end())
    return year_of(match) - (month is not None and 1 <= int(month[1]) < _APRIL)


def era_year(year: int) -> str:
    """Write a western fiscal year as a Japanese one: 2019 → 令和元年度.

    >>> era_year(2019), era_year(2018), era_year(2026)
    ('令和元年度', '平成30年度', '令和8年度')
    """
    era, first = next((era, first) for era, first in ERAS.items() if first <= year)
    return f"{era}{'元' if year == first else year - first + 1}年度"
