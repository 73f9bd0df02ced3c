"""The head of an action table: the columns of years, the column of targets, and its date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from keikaku.graph.typed_years import Period
from keikaku.loaders.implementation_plan import family
from keikaku.loaders.implementation_plan.sums import says_sum
from keikaku.loaders.implementation_plan.text_rows import Row
from keikaku.loaders.implementation_plan.year_heads import (
    LONGEST_HEAD,
    Head,
    heads_of,
    is_row_of_heads,
)
from keikaku.loaders.readings import Remark, Spot
from keikaku.loaders.text import fold, tidy, years_in

SECTION = family.SCHEDULE
LABELS = family.ACTION_LABELS | family.SCHEDULE_LABELS
_TARGET_WORD = re.compile(r"(?:\d{4}|令和|平成|r\d|目標|最終|年度)")
_NOTE = "年度の見出しを読み取れないため、計画期間の年度を左から順に当てた"
REPAIRED = 0.6
"""The confidence of a column's year that was only counted out."""

__all__ = [
    "LABELS",
    "LONGEST_HEAD",
    "Period",
    "Table",
    "is_target_head",
    "read_head",
    "remarks_on",
    "years_of",
]


@dataclass(slots=True)
class Table:
    """A table's columns: ``years`` is column → fiscal year, ``heads`` year → its head.

    ``lasts`` holds the last year of a column that stands for several (前期); ``as_of`` is the date
    of the targets as their column's head prints it; ``unread`` the heads that name no year;
    ``note`` says how years were found that no head prints.
    """

    years: dict[int, int] = field(default_factory=dict)
    lasts: dict[int, int] = field(default_factory=dict)
    heads: dict[int, Spot] = field(default_factory=dict)
    target: int | None = None
    as_of: str | None = None
    summed: bool = False
    unread: list[Spot] = field(default_factory=list)
    note: str | None = None
    schedule: tuple[int, int] | None = None
    """First column of 行動計画, and the one behind it, by the labels above the years."""

    @property
    def first(self) -> int:
        """The first column of the schedule."""
        return min(self.years)

    @property
    def end(self) -> int | None:
        """The column behind the schedule: that of the targets; None where it is not known."""
        return self.target if self.target is not None and self.target > self.first else None

    def year(self, column: int) -> int:
        """Return the fiscal year of a column: that of the nearest year head at or left of it."""
        return self.years[self._head(column)]

    def last_year(self, column: int) -> int:
        """Return the last fiscal year of a column."""
        head = self._head(column)
        return self.lasts.get(head, self.years[head])

    def _head(self, column: int) -> int:
        left = [c for c in self.years if c <= column]
        return max(left) if left else self.first


def read_head(row: Row, table: Table, period: Period) -> bool:
    """Take a row of the table's head (labels, years, targets) into ``table``, if it is one."""
    heads = _heads(row, period)
    labels = any(fold(c) in LABELS for c in row.cells if len(c) <= LONGEST_HEAD)
    target = next((i for i, c in enumerate(row.cells) if is_target_head(c)), None)
    if not (heads or labels or target is not None):
        return _unreadable_heads(row, table, period)
    if len(heads) < len(row.filled) - 1 and not labels and target is None:
        return False
    if labels and table.years and row.tabbed:
        table.years, table.lasts, table.target = {}, {}, None
    if target is not None:
        table.as_of = table.as_of or _as_of(row.cells[target].split("\n", maxsplit=1)[0])
        table.summed |= says_sum(row.cells[target])
        table.target = target if row.tabbed else table.target
    if labels and row.tabbed:
        table.schedule = _schedule(row, target)
    if heads and row.tabbed:
        _take_heads(row, table, heads, period)
    return True


def _take_heads(row: Row, table: Table, heads: dict[int, Head], period: Period) -> None:
    known = {column: head for column, head in heads.items() if head.first is not None}
    if not known:
        if not table.years:
            _name_unread(row, table, sorted(heads), period)
        return
    # A row of years that begins in the first column lost the cell of the action's name.
    shift = 1 if min(heads) == 0 else 0
    table.years = {c + shift: head.first for c, head in known.items() if head.first is not None}
    table.lasts = {}
    for column, head in known.items():
        last = period[1] if head.open and period[1] is not None else head.last
        if last is not None and head.first is not None and last > head.first:
            table.lasts[column + shift] = last
        if head.first is not None:
            table.heads.setdefault(head.first, Spot(row.line, SECTION, row.cells[column]))
    if table.target is None or table.first < table.target <= max(table.years):
        table.target = max(table.years) + 1


def _unreadable_heads(row: Row, table: Table, period: Period) -> bool:
    """Return whether a row right below the labels heads the schedule in words without a year."""
    if table.schedule is None or table.years or not row.tabbed or table.unread:
        return False
    first, end = table.schedule
    filled = [column for column, cell in enumerate(row.cells) if cell]
    if len(filled) < 2 or not all(first <= column < end for column in filled):
        return False
    if any(len(row.cells[column]) > LONGEST_HEAD for column in filled):
        return False
    _name_unread(row, table, filled, period)
    return True


def _name_unread(row: Row, table: Table, columns: list[int], period: Period) -> None:
    """Keep the unread heads; where they are as many as the period has years, take the years."""
    table.unread = [Spot(row.line, SECTION, row.cells[column]) for column in columns]
    first, last = period
    if first is None or last is None or len(columns) != last - first + 1:
        return
    table.years = {column: first + n for n, column in enumerate(columns)}
    table.note = _NOTE
    if table.target is None or table.first < table.target <= max(table.years):
        table.target = max(table.years) + 1


def _schedule(row: Row, target: int | None) -> tuple[int, int] | None:
    start = next((i for i, c in enumerate(row.cells) if fold(c) in family.SCHEDULE_LABELS), None)
    if start is None:
        return None
    later = [i for i, c in enumerate(row.cells) if c and i > start]
    end = target if target is not None and target > start else min(later, default=None)
    return start, end if end is not None else len(row.cells)


def _heads(row: Row, period: Period) -> dict[int, Head]:
    """Return the year heads of a row; bare ones only where nothing else stands in it."""
    heads = heads_of(row.cells, period)
    sure = {column: head for column, head in heads.items() if not head.bare}
    others = [
        column
        for column, cell in enumerate(row.cells)
        if cell and column not in heads and not is_target_head(cell) and fold(cell) not in LABELS
    ]
    if len(sure) < len(heads) and is_row_of_heads(heads, len(others)):
        return heads
    return sure


def years_of(row: Row) -> dict[int, Head]:
    """Return the year heads of a row by column, also those that need the period."""
    return _heads(row, (None, None))


def is_target_head(cell: str) -> bool:
    """Return whether a cell is the head of the column of targets: 2025年度末までの目標値."""
    if "目標" not in cell:
        return False
    head = fold(cell.split("\n", maxsplit=1)[0])
    return (
        len(head) <= LONGEST_HEAD
        and family.TARGET_HEAD.search(head) is not None
        and _TARGET_WORD.match(head) is not None
    )


def _as_of(head: str) -> str | None:
    match = family.TARGET.match(tidy(head))
    return (match["as_of"].strip() or None) if match else None


def remarks_on(table: Table, period: Period, plan: str) -> Iterator[Remark]:
    """Yield heads without a year, outside the period, or with two years that differ."""
    first, last = period
    if table.unread:
        words = "、".join(spot.quote for spot in table.unread)
        details: dict[str, object] = {"plan": plan, "words": words}
        code = "year-heads-counted" if table.years else "year-heads-unread"
        yield Remark(code, table.unread, details, plan)
    for year, spot in table.heads.items():
        if (first is not None and year < first) or (last is not None and year > last):
            details = {"plan": plan, "year": year, "words": spot.quote}
            yield Remark("year-outside-period", [spot], details, plan)
        years = {years for years, _ in years_in(spot.quote)}
        if len(years) > 1:
            details = {"where": SECTION, "printed": spot.quote, "expected": str(min(years))}
            yield Remark("year-mismatch", [spot], details, plan)
