"""The columns of a progress file, for the template that writes and the reader that finds them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Literal

from keikaku.graph.language import Text
from keikaku.graph.sheet_columns import Column
from keikaku.graph.years import era_year, fiscal_year_of, years_in

_ID = Column("id", Text("ID（変更不可）", "id (do not change)"), 14)
_ABOUT = (
    _ID,
    Column("number", Text("番号", "number"), 8),
    Column("title", Text("実施計画", "plan"), 26),
    Column("name", Text("指標・取組内容", "indicator or action"), 32),
    Column("departments", Text("所管課", "departments"), 18),
)
_MEASURE = (
    Column("unit", Text("単位", "unit"), 9),
    Column("baseline", Text("現況値", "baseline"), 22),
    Column("target", Text("目標値", "target"), 22),
)
_TAIL = (
    Column("remarks", Text("備考", "remarks"), 28, filled=True),
    Column("by", Text("記入者", "filled in by"), 14, filled=True),
    Column("when", Text("記入日", "date"), 12, filled=True),
)

Kind = Literal["Indicator", "Action"]
COLUMNS: dict[Kind, tuple[Column, ...]] = {
    "Indicator": (*_ABOUT, *_MEASURE, *_TAIL),
    "Action": (*_ABOUT, *_TAIL),
}
"""The columns of each sheet without the years, which come before the ``tail`` columns."""

SHEETS: dict[str, Text] = {
    "guide": Text("はじめに", "Read me first"),
    "Indicator": Text("指標", "Indicators"),
    "Action": Text("取組", "Actions"),
    "lists": Text("選択肢", "Choices"),
}
"""The sheets in their order."""

HEAD_ROW = 3
"""The row of the column titles; the rows above explain."""

YEAR_WIDTH = 13

_DAY = re.compile(r"\d{1,2}月(?:\d{1,2}日)?|[-/.]\d{1,2}(?:[-/.]\d{1,2})?(?: 0+:00:00)?")
_FILLER = re.compile(
    r"[\s()（）・:：/]|年度?末?|末|実績値?|進捗|状況|現在|時点|actual|value|fy|state"
)


def key_of(head: str) -> str | int | None:
    """Return the content of a column by its head.

    It is the key of a column, a fiscal year, or None for neither.

    >>> key_of("2024年度（令和6年度）実績値"), key_of("ＩＤ"), key_of("2024年度 目標値")
    (2024, 'id', None)
    >>> key_of("令和7年3月末現在"), key_of("2024-04-01 00:00:00")
    (2024, 2024)
    """
    normal = " ".join(unicodedata.normalize("NFKC", head).split()).casefold()
    years = years_in(normal)
    if not years:
        return _KEYS.get(_plain(normal))
    rest = normal
    for _, words in years:
        rest = rest.replace(words, "", 1)
    same = len({year for year, _ in years}) == 1
    return fiscal_year_of(normal) if same and not _FILLER.sub("", _DAY.sub("", rest)) else None


def head_of(year: int) -> Text:
    """Return the head of a year's column: 2024年度（令和6年度）."""
    return Text(f"{year}年度（{era_year(year)}）", f"FY {year}")


def years_of(first: int | None, last: int | None) -> list[int]:
    """Return the fiscal years of a period; none where it is not known."""
    return [] if first is None or last is None else list(range(first, last + 1))


def heads(columns: Iterable[Column], years: Iterable[int]) -> list[str | int]:
    """Return the keys of a sheet's columns from the left, the years in their place."""
    columns = list(columns)
    return [
        *(column.key for column in columns if not column.filled),
        *years,
        *(column.key for column in columns if column.filled),
    ]


def _plain(head: str) -> str:
    return re.sub(r"[(（].*", "", head).replace(" ", "")


_KEYS: dict[str, str] = {
    _plain(word.casefold()): column.key
    for columns in COLUMNS.values()
    for column in columns
    for word in column.title
}
