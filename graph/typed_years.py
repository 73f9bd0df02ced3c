"""Years as people type them: 2026, 令和8年度, R8, and also 今年度, 最終年度, 2年目, 8年度.

What a word such as 今年度 means depends on the day (``KEIKAKU_TODAY`` fixes it) and what 最終年度
means on the period of the document that is asked about.
"""

from __future__ import annotations

import os
import re
from datetime import date

from keikaku.graph.errors import KeikakuError
from keikaku.graph.language import Text
from keikaku.graph.years import era_year, fiscal_year, normal_years

Period = tuple[int | None, int | None]
"""First and last fiscal year of a document; None where it does not state one."""

TODAY = "KEIKAKU_TODAY"
_APRIL = 4
_FROM_NOW = {
    "一昨年度": -2,
    "昨年度": -1,
    "前年度": -1,
    "last year": -1,
    "今年度": 0,
    "本年度": 0,
    "当年度": 0,
    "現年度": 0,
    "this year": 0,
    "来年度": 1,
    "次年度": 1,
    "翌年度": 1,
    "next year": 1,
    "再来年度": 2,
}
_FIRST = {"初年度", "開始年度", "first year"}
_LAST = {"最終年度", "終了年度", "最後の年度", "final year", "last year of the plan"}
_NTH = re.compile(r"(?:第?(\d{1,2})年(?:目|次)|(\d{1,2})年度目)")
_ERALESS = re.compile(r"(\d{1,2})年度")

_BAD_DAY = Text(
    "環境変数 KEIKAKU_TODAY の「{typed}」を日付として読めません。"
    "2026-07-01 のように指定してください。",
    "KEIKAKU_TODAY is '{typed}', which is no date; write it like 2026-07-01.",
)


def today() -> date:
    """Return today's date: that of ``KEIKAKU_TODAY`` (2026-07-01), else the real one.

    Raises:
        KeikakuError: ``KEIKAKU_TODAY`` is no date.
    """
    typed = os.environ.get(TODAY, "").strip()
    if not typed:
        return date.today()  # noqa: DTZ011 - a fiscal year is a local thing
    try:
        return date.fromisoformat(typed.replace("/", "-"))
    except ValueError:
        raise KeikakuError(_BAD_DAY.format(typed=typed)) from None


def current_year() -> int:
    """Return the fiscal year of today: April begins it."""
    day = today()
    return day.year - (day.month < _APRIL)


def typed_year(text: str, period: Period = (None, None)) -> int | None:
    """Return the fiscal year that a typed text means, None where it means none.

    ``period`` is that of the document in question. A year without its calendar (8年度) is the year
    with that number in the period.

    >>> typed_year("最終年度", (2026, 2029)), typed_year("2年目", (2026, 2029))
    (2029, 2027)
    >>> typed_year("8年度", (2026, 2029)), typed_year("R8"), typed_year("最終年度")
    (2026, 2026, None)
    """
    plain = fiscal_year(text)
    if plain is not None:
        return plain
    word = normal_years(text).strip().casefold()
    if word in _FROM_NOW:
        return current_year() + _FROM_NOW[word]
    first, last = period
    if word in _FIRST | _LAST:
        return first if word in _FIRST else last
    if nth := _NTH.fullmatch(word):
        return None if first is None else first + int(nth[1] or nth[2]) - 1
    number = _ERALESS.fullmatch(word)
    return eraless(int(number[1]), period) if number else None


def eraless(number: int, period: Period) -> int | None:
    """Return the one year of a period that bears this number in its era, or ends in it.

    >>> eraless(8, (2026, 2029)), eraless(27, (2026, 2029)), eraless(40, (2026, 2029))
    (2026, 2027, None)
    """
    first, last = period
    if first is None or last is None:
        return None
    span = range(first, last + 1)
    of_era = [year for year in span if era_year(year)[2:] in {f"{number}年度", f"{number:02}年度"}]
    short = [year for year in span if year % 100 == number]
    reading = of_era or short
    return reading[0] if len(reading) == 1 else None
