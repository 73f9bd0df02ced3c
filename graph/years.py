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


def _value(match: re.Match[str]) -> int:
    if match["west"]:
        return int(match["west"])
    n = 1 if match["n"] == "元" else int(match["n"])
    return ERAS[match["era"].upper()] + n - 1


def years_in(text: str) -> list[tuple[int, str]]:
    """Every year that a text names, with its words, in order.

    >>> years_in("2022年度（令和4年度）")
    [(2022, '2022年度'), (2022, '令和4年度')]
    """
    normal = unicodedata.normalize("NFKC", text)
    return [(_value(m), m[0]) for m in _YEAR.finditer(normal)]


def fiscal_year(text: str) -> int | None:
    """The one western fiscal year that a text means, or None if it is no year at all.

    >>> fiscal_year("令和４年度"), fiscal_year("R5"), fiscal_year("平成31年"), fiscal_year("課")
    (2022, 2023, 2019, None)
    """
    normal = unicodedata.normalize("NFKC", text).strip()
    match = _YEAR.fullmatch(normal)
    return _value(match) if match else None
