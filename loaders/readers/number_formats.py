"""A number of a workbook as Excel shows it: 0.982 as ``98.2%``, 35 as ``35件``, 86 as ``0086``.

Only what plans print is known: percent, thousands, decimals, leading zeros, words beside the
number, dates. Anything else is shown as a plain number.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from functools import lru_cache
from typing import NamedTuple

from keikaku.loaders.readers.blocks import Value

_BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    37: "#,##0",
    38: "#,##0",
    39: "#,##0.00",
    40: "#,##0.00",
    49: "@",
}
"""The formats that a workbook uses by their number alone."""

_PIECE = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|\*.|\[(?P<bracket>[^\]]*)\]|'
    r"(?P<digits>[#0?](?:[#0?,]*[#0?])?,*(?:\.[#0?]+)?)|(?P<percent>%)|(?P<other>.)",
    re.DOTALL,
)
_ERA = re.compile(r"(?<!\\)[ge]", re.IGNORECASE)
_PLAIN = {"General", "general", "@", ""}


class _Format(NamedTuple):
    """A format taken apart: words before and after the digits, and how the digits are shown."""

    before: str
    after: str
    decimals: int
    zeros: int
    grouped: bool
    percent: bool
    thousands: int


def built_in(number: int) -> str:
    """Return a built-in number format, which a workbook does not spell out; "" where unknown."""
    return _BUILT_IN.get(number, "")


def is_percent(code: str) -> bool:
    """Return whether a format shows a number times 100.

    A format that only writes a % beside the number does not.
    """
    return (
        bool(code) and code not in _PLAIN and _taken_apart(code.split(";", maxsplit=1)[0]).percent
    )


def format_number(value: Value, code: str = "") -> str:
    """Return the text of a value under a format.

    >>> format_number(0.982, "0.0%"), format_number(35, '0"件"')
    ('98.2%', '35件')
    >>> format_number(86, "0000"), format_number(-1200, "#,##0")
    ('0086', '-1,200')
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (date, datetime, time)):
        return _moment(value, "" if code in _PLAIN else code)
    return _number(value, code)


def _number(value: float, code: str) -> str:
    if code in _PLAIN:
        return _plain(value)
    sections = code.split(";")
    negative = value < 0 and len(sections) > 1
    form = _taken_apart(sections[1] if negative else sections[0])
    if form.zeros < 0:
        return _plain(value)
    number = abs(value) if negative else value
    number = number * 100 if form.percent else number / 1000**form.thousands
    digits = f"{number:{',' if form.grouped else ''}.{form.decimals}f}"
    whole, point, rest = digits.lstrip("-").partition(".")
    sign = "-" if digits.startswith("-") and digits.strip("-0.,") else ""
    whole = whole.zfill(form.zeros)
    return f"{form.before}{sign}{whole}{point}{rest}{'%' if form.percent else ''}{form.after}"


def _plain(value: float) -> str:
    """Return a number as General shows it: no point for a whole one, 12 digits at most."""
    if isinstance(value, int) or (value.is_integer() and abs(value) < 1e15):
        return str(int(value))
    return f"{value:.12g}"


@lru_cache(maxsize=512)
def _taken_apart(section: str) -> _Format:
    words = ["", ""]
    digits = ""
    percent = False
    for piece in _PIECE.finditer(section):
        if piece["digits"] and not digits:
            digits = piece["digits"]
        elif piece["percent"]:
            percent = True
        elif piece["bracket"]:
            money = re.match(r"\$([^-]*)", piece["bracket"])
            words[bool(digits)] += money[1] if money else ""
        else:
            words[bool(digits)] += piece["quoted"] or piece["escaped"] or piece["other"] or ""
    if not digits:
        return _Format("", "", 0, -1, False, percent, 0)
    whole, _, decimals = digits.partition(".")
    scaled = len(whole) - len(whole.rstrip(","))
    return _Format(
        words[0].strip(),
        words[1].strip(),
        len(decimals),
        whole.count("0"),
        "," in whole.rstrip(","),
        percent,
        scaled,
    )


def _moment(value: date | time, code: str) -> str:
    if isinstance(value, time):
        return f"{value.hour}:{value.minute:02d}"
    clock = ""
    if isinstance(value, datetime) and (value.hour or value.minute):
        clock = f" {value.hour}:{value.minute:02d}"
    lower = re.sub(r'"[^"]*"|\[[^\]]*\]', lambda m: m[0] if m[0][0] == '"' else "", code).lower()
    year = _year(value) if _ERA.search(re.sub(r'"[^"]*"', "", lower)) else f"{value.year}年"
    without_words = re.sub(r'"[^"]*"|\\.', "", lower)
    if "d" not in without_words and ("y" in without_words or "e" in without_words):
        return f"{year}{value.month}月" if "m" in without_words else year
    if "y" not in without_words and "e" not in without_words and "d" in without_words and code:
        return f"{value.month}月{value.day}日{clock}"
    if "年" in lower or "e" in without_words:
        return f"{year}{value.month}月{value.day}日{clock}"
    return f"{value.year}/{value.month}/{value.day}{clock}"


def _year(value: date) -> str:
    for first, era in ((date(2019, 5, 1), "令和"), (date(1989, 1, 8), "平成")):
        day = value.date() if isinstance(value, datetime) else value
        if day >= first:
            number = value.year - first.year + 1
            return f"{era}{'元' if number == 1 else number}年"
    return f"{value.year}年"
