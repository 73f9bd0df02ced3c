"""The head of an action table: which columns are years, which holds the targets, dated when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from keikaku.loaders.implementation_plan import family
from keikaku.loaders.implementation_plan.text_rows import Row
from keikaku.loaders.readings import Remark, Spot
from keikaku.loaders.text import fold, tidy, years_in

SECTION = family.SCHEDULE
LONGEST_HEAD = 24
LABELS = {family.ACTIONS, family.SCHEDULE}
Period = tuple[int | None, int | None]
"""First and last fiscal year of the document; None where it does not say."""

_NOTE = r"(?:\([^()]{1,12}\))?"
_AND_ON = r"(?:末|以降|以後|~|-)?"
_YEAR_HEAD = re.compile(
    rf"(?:(?:19|20)\d\d年度?|(?:令和|平成|[rh])(?:元|\d{{1,2}})年度?){_NOTE}{_AND_ON}"
)
# Too bare to be a year by itself: R8, 2026, 9年度 count where the row holds nothing but years.
_BARE_HEAD = re.compile(rf"(?:[rh](?:元|\d{{1,2}})|(?:19|20)\d\d){_NOTE}{_AND_ON}")
_ERALESS = re.compile(rf"(?P<n>\d{{1,2}})年度{_NOTE}{_AND_ON}")
_TARGET_WORD = re.compile(r"(?:\d{4}|令和|平成|r\d|目標|最終|年度)")


@dataclass(slots=True)
class Table:
    """A table's columns: ``years`` is column → fiscal year, ``heads`` year → its head.

    ``as_of`` is the date of the targets as their column's head prints it.
    """

    years: dict[int, int] = field(default_factory=dict)
    heads: dict[int, Spot] = field(default_factory=dict)
    target: int | None = None
    as_of: str | None = None

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
        left = [c for c in self.years if c <= column]
        return self.years[max(left)] if left else self.years[self.first]


def read_head(row: Row, table: Table) -> bool:
    """Take a row of the table's head (labels, years, targets) into ``table``, if it is one."""
    years = years_of(row)
    labels = any(fold(c) in LABELS for c in row.cells if len(c) <= LONGEST_HEAD)
    target = next((i for i, c in enumerate(row.cells) if is_target_head(c)), None)
    if not (years or labels or target is not None):
        return False
    if len(years) < len(row.filled) - 1 and not labels and target is None:
        return False
    if labels and table.years and row.tabbed:
        table.years, table.target = {}, None
    if target is not None:
        table.as_of = table.as_of or _as_of(row.cells[target].split("\n", maxsplit=1)[0])
        table.target = target if row.tabbed else table.target
    if years and row.tabbed:
        # A row of years that begins in the first column lost the cell of the action's name.
        shift = 1 if min(years) == 0 else 0
        table.years = {column + shift: year for column, year in years.items()}
        for column, year in years.items():
            table.heads.setdefault(year, Spot(row.line, SECTION, row.cells[column]))
        if table.target is None or table.first < table.target <= max(table.years):
            table.target = max(table.years) + 1
    return True


def years_of(row: Row) -> dict[int, int]:
    """Return the year heads of a row by column.

    Bare ones only where nothing else stands in the row.
    """
    found: dict[int, int] = {}
    bare: dict[int, int] = {}
    era = 0
    for column, cell in enumerate(row.cells):
        if not 0 < len(cell) <= LONGEST_HEAD:
            continue
        folded = fold(cell)
        named = years_in(cell)
        if named and _YEAR_HEAD.fullmatch(folded):
            found[column] = named[0][0]
        elif named and _BARE_HEAD.fullmatch(folded):
            bare[column] = named[0][0]
        elif era and (short := _ERALESS.fullmatch(folded)):
            found[column] = era + int(short["n"])
        if column in found and (number := re.search(r"(?:令和|平成|[rh])(\d{1,2})", folded)):
            era = found[column] - int(number[1])
    others = [c for c in row.filled if not is_target_head(c) and fold(c) not in LABELS]
    years = {**found, **bare}
    ascending = list(years.values()) == sorted(set(years.values()))
    if bare and len(years) >= 2 and ascending and len(others) == len(years):
        return years
    return found


def is_target_head(cell: str) -> bool:
    """Tell whether a cell is the head of the column of targets: 2025年度末までの目標値."""
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
    """Yield columns headed with a year outside the period, or with two different years."""
    first, last = period
    for year, spot in table.heads.items():
        if (first is not None and year < first) or (last is not None and year > last):
            details: dict[str, object] = {"plan": plan, "year": year, "words": spot.quote}
            yield Remark("year-outside-period", [spot], details, plan)
        named = {named for named, _ in years_in(spot.quote)}
        if len(named) > 1:
            details = {"where": SECTION, "printed": spot.quote, "expected": str(min(named))}
            yield Remark("year-mismatch", [spot], details, plan)
