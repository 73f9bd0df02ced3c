"""Fiscal years (年度) as people write them: 2025, 令和7年度, R7, H31, 平成元年, full width too."""

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

_YEAR = re.compile(
    r"(?P<era>令和|平成|昭和|大正|明治|(?<![A-Za-z])[RHS])\s*(?P<n>元|\d{1,2})(?:\s*年(?:度)?)?"
    r"|(?P<west>(?<!\d)(?:19|20)\d{2})(?!\d)(?:\s*年(?:度)?)?",
    re.IGNORECASE,
)


_MONTH = re.compile(r"\s*[/.\-]?\s*(\d{1,2})(?=\s*[月/.\-]|$)")
_APRIL = 4


def _value(match: re.Match[str]) -> int:
    if match["west"]:
        return int(match["west"])
    n = 1 if match["n"] == "元" else int(match["n"])
    return ERAS[match["era"].upper()] + n - 1


def years_in(text: str) -> list[tuple[int, str]]:
    """Return every year that a text names, with its words, in order.

    >>> years_in("2022年度（令和4年度）")
    [(2022, '2022年度'), (2022, '令和4年度')]
    """
    normal = unicodedata.normalize("NFKC", text)
    return [(_value(m), m[0]) for m in _YEAR.finditer(normal)]


def fiscal_year(text: str) -> int | None:
    """Return the one western fiscal year that a text means, or None if it is no year at all.

    >>> fiscal_year("令和４年度"), fiscal_year("R5"), fiscal_year("平成31年"), fiscal_year("課")
    (2022, 2023, 2019, None)
    """
    normal = unicodedata.normalize("NFKC", text).strip()
    match = _YEAR.fullmatch(normal)
    return _value(match) if match else None


def fiscal_year_of(text: str) -> int | None:
    """Return the fiscal year in which a date as printed lies, or None where it names no year.

    >>> fiscal_year_of("2021年度末"), fiscal_year_of("令和4年3月"), fiscal_year_of("2022/4/1")
    (2021, 2021, 2022)
    """
    normal = unicodedata.normalize("NFKC", text)
    match = _YEAR.search(normal)
    if match is None:
        return None
    month = None if match[0].endswith("度") else _MONTH.match(normal, match.end())
    return _value(match) - (month is not None and 1 <= int(month[1]) < _APRIL)


def era_year(year: int) -> str:
    """Return a western fiscal year as a Japanese one: 2019 → 令和元年度.

    >>> era_year(2019), era_year(2018), era_year(2026)
    ('令和元年度', '平成30年度', '令和8年度')
    """
    era, first = next((era, first) for era, first in ERAS.items() if first <= year)
    return f"{era}{'元' if year == first else year - first + 1}年度"
