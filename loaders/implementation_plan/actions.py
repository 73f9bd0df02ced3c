"""The action table (取組内容 × 行動計画 × 目標値) in all its layouts.

A table is read by columns: the head tells which columns are years and which holds the targets.
A row without a name continues the action above; one that stands before any name was shifted and
belongs to the next. Where the columns are lost (each cell on a line of its own) actions and their
milestones alternate.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from loaders.implementation_plan import family
from loaders.implementation_plan.milestones import Cut, Wording, read_milestones
from loaders.implementation_plan.readings import ActionReading, MilestoneReading, Remark, Spot
from loaders.implementation_plan.rows import Row
from loaders.implementation_plan.targets import TargetCell
from loaders.text import ARROWS, CIRCLED, fold, plain, tidy, years_in

SECTION = family.SCHEDULE
_LABELS = {family.ACTIONS, family.SCHEDULE}
_LONGEST_HEAD = 24
_PARENTHESES = re.compile(r"^\([^()]*\)$")
_GROUP = re.compile(r"^[^\s\u3040-\u309f()]{2,8}$")
_TARGET_START = re.compile(
    rf"^\s*(?:[-‐]?\s*[・•●■]|[{''.join(CIRCLED)}]|\(?[ivx]+[\s.)]|※"
    r"|約?\s*\d[\d,.]*(?:%|[a-zA-Z]{1,3}\d?|[^\sA-Za-z\d]{0,4})\s*(?:$|\())"
)


@dataclass(slots=True)
class Table:
    """A table's columns: ``years`` is column → fiscal year, ``heads`` year → its head."""

    years: dict[int, int] = field(default_factory=dict)
    heads: dict[int, Spot] = field(default_factory=dict)
    target: int | None = None
    as_of: str | None = None

    @property
    def first(self) -> int:
        """The first column of the schedule."""
        return min(self.years)

    def year(self, column: int) -> int:
        """The fiscal year of a column: that of the nearest year head at or left of it."""
        left = [c for c in self.years if c <= column]
        return self.years[max(left)] if left else self.years[self.first]


@dataclass(slots=True)
class TableReading:
    """What a section's tables say."""

    actions: list[ActionReading] = field(default_factory=list)
    targets: list[list[TargetCell]] = field(default_factory=list)
    as_of: str | None = None
    remarks: list[Remark] = field(default_factory=list)


Period = tuple[int | None, int | None]
"""First and last fiscal year of the document; None where it does not say."""


def read_actions(rows: list[Row], plan: str, period: Period) -> TableReading:
    """Read an actions section of a document of that period."""
    reading = TableReading()
    table = Table()
    cells: list[TargetCell] = []
    loose: list[Row] = []
    pending: list[tuple[Row, list[str]]] = []
    page = Wording(rows)
    for row in _unwrapped(rows):
        if row.blank:
            continue
        if _read_head(row, table, reading, cells):
            continue
        if row.tabbed and table.years:
            _read_row(row, table, reading, cells, pending, page, plan)
        elif row.text:
            loose.append(row)
    if loose:
        _read_loose(loose, table, reading, cells, plan, period[0])
    reading.remarks += _years_outside(table, period, plan)
    for row, _ in pending:
        reading.remarks.append(_row_shifted(row, plan))
    if cells:
        reading.targets.append(cells)
    return reading


def _years_outside(table: Table, period: Period, plan: str) -> Iterator[Remark]:
    """Columns headed with a year that is not of the document's period."""
    first, last = period
    for year, spot in table.heads.items():
        if (first is not None and year < first) or (last is not None and year > last):
            details = {"plan": plan, "year": year, "words": spot.quote}
            yield Remark("year-outside-period", [spot], details, plan)


def _unwrapped(rows: list[Row]) -> Iterator[Row]:
    """The rows, the labels that a single-line layout repeats before the real table left out."""
    for row in rows:
        if not row.tabbed and fold(row.text) in _LABELS:
            continue
        yield row


def _read_head(row: Row, table: Table, reading: TableReading, cells: list[TargetCell]) -> bool:
    """Take a row of the table's head (labels, years), if the row is one."""
    years = {
        i: years_in(cell)[0][0]
        for i, cell in enumerate(row.cells)
        if 0 < len(cell) <= _LONGEST_HEAD and _YEAR_HEAD.match(fold(cell)) and years_in(cell)
    }
    labels = any(fold(c) in _LABELS for c in row.cells if len(c) <= _LONGEST_HEAD)
    target = next((i for i, c in enumerate(row.cells) if _is_target_head(c)), None)
    if not (years or labels or target is not None):
        return False
    if len(years) < len(row.filled) - 1 and not labels and target is None:
        return False
    if labels and table.years and row.tabbed:
        table.years, table.target = {}, None
    if target is not None:
        head = row.cells[target].split("\n")[0]
        reading.as_of = reading.as_of or _as_of(head)
        table.target = target if row.tabbed else table.target
        rest = row.cells[target].split("\n", 1)[1:]
        cells += [TargetCell(row.line, text) for text in rest if text.strip()]
    if years:
        _read_years(row, years, table, reading)
    return True


_YEAR_HEAD = re.compile(
    r"^(?:(?:19|20)\d\d年度?|(?:令和|平成|[rh])(?:元|\d{1,2})年度?)(?:\((?:[^()]{1,12})\))?(?:末)?$"
)


def _read_years(row: Row, years: dict[int, int], table: Table, reading: TableReading) -> None:
    if not row.tabbed:
        return
    shift = 1 if min(years) == 0 else 0
    table.years = {column + shift: year for column, year in years.items()}
    for column, year in years.items():
        table.heads.setdefault(year, Spot(row.line, SECTION, row.cells[column]))
    if table.target is None:
        table.target = max(table.years) + 1
    for cell in row.cells:
        named = {year for year, _ in years_in(cell)}
        if len(named) > 1 and _YEAR_HEAD.match(fold(cell)):
            details = {
                "where": SECTION,
                "printed": cell,
                "expected": str(min(named)),
            }
            spot = Spot(row.line, SECTION, cell)
            reading.remarks.append(Remark("year-mismatch", [spot], details))


def _is_target_head(cell: str) -> bool:
    head = fold(cell.split("\n", maxsplit=1)[0])
    return (
        bool(family.TARGET_HEAD.search(head))
        and len(head) <= _LONGEST_HEAD
        and bool(re.match(r"^(?:\d{4}|令和|平成|r\d|目標|最終|年度)", head))
    )


def _as_of(head: str) -> str | None:
    match = family.TARGET.match(tidy(head))
    return (match["as_of"].strip() or None) if match else None


def _read_row(
    row: Row,
    table: Table,
    reading: TableReading,
    cells: list[TargetCell],
    pending: list[tuple[Row, list[str]]],
    page: Wording,
    plan: str,
) -> None:
    target = table.target if table.target and table.target > table.first else None
    end = target if target is not None else len(row.cells)
    name = _action_name([c for c in row.cells[: table.first] if c])
    schedule = [*row.cells[table.first : end]]
    milestones, arrow, cuts = read_milestones(row, schedule, table.first, table.year, page)
    cells += [TargetCell(row.line, text) for text in row.cells[end:] if text]
    if not name and not milestones and not arrow:
        return
    if not name and (not reading.actions or _empty_so_far(reading, pending)):
        pending.append((row, schedule))
        reading.actions.append(ActionReading("", _spot(row, name), milestones, arrow))
        return
    if not name or (_PARENTHESES.match(name) and reading.actions and not pending):
        reading.actions[-1].milestones += milestones
        reading.actions[-1].title += name
    elif pending and not milestones and not arrow:
        _name_pending(reading, pending, row, name, plan)
    else:
        reading.actions.append(ActionReading(name, _spot(row, name), milestones, arrow))
    if reading.actions[-1].title or not name:
        reading.remarks += [_cut_remark(row, cut, reading.actions[-1].title, plan) for cut in cuts]


def _empty_so_far(reading: TableReading, pending: list[tuple[Row, list[str]]]) -> bool:
    return bool(pending) and not reading.actions[-1].title


def _name_pending(
    reading: TableReading,
    pending: list[tuple[Row, list[str]]],
    row: Row,
    name: str,
    plan: str,
) -> None:
    """The row above had the schedule, this one has the name: one action, its cells shifted."""
    action = reading.actions[-1]
    action.title = name
    note = "前の行に分かれていた行動計画と合わせて読んだ"
    action.spot = Spot(row.line, family.ACTIONS, name, "repaired", 0.9, note)
    reading.remarks.append(_row_shifted(pending[-1][0], plan))
    pending.clear()


def _row_shifted(row: Row, plan: str) -> Remark:
    spot = Spot(row.line, SECTION, row.text)
    return Remark("row-shifted", [spot], {"plan": plan, "row": tidy(row.text)}, plan)


def _cut_remark(row: Row, cut: Cut, action: str, plan: str) -> Remark:
    details = {"plan": plan, "action": action, "text": cut.text}
    return Remark("milestone-cut", [Spot(row.line, SECTION, cut.printed)], details, plan)


def _spot(row: Row, name: str) -> Spot:
    return Spot(row.line, family.ACTIONS, name or row.text)


def _action_name(cells: list[str]) -> str:
    """The name of a row: "group item" where a group stands before it, else its lines joined."""
    if len(cells) > 1:
        return " ".join(_joined(c) for c in cells)
    return _joined(cells[0]) if cells else ""


def _joined(cell: str) -> str:
    text = tidy(cell.replace("\n", " "))
    group, _, item = text.partition(" ")
    if item and _GROUP.match(group) and not item.startswith("("):
        return f"{group} {plain(item)}"
    return plain(text)


def _read_loose(
    rows: list[Row],
    table: Table,
    reading: TableReading,
    cells: list[TargetCell],
    plan: str,
    first_year: int | None,
) -> None:
    """Lines outside a table: targets below it, or a whole table whose columns are lost."""
    blocks = [row for row in rows if _is_label(row) is False]
    words: list[Row] = []
    in_targets = False
    had_table = bool(table.years)
    for row in blocks:
        text = row.text
        marked = family.BASELINE.search(text) is not None or bool(_TARGET_START.match(text))
        if marked or (in_targets and had_table):
            cells.append(TargetCell(row.line, row.printed_text(), outside=True))
            in_targets = True
        elif had_table:
            details = {"plan": plan, "text": tidy(text)}
            spot = Spot(row.line, SECTION, text)
            reading.remarks.append(Remark("unread-text", [spot], details, plan))
        else:
            words.append(row)
    if not had_table:
        reading.actions += _alternating(words, first_year)


def _is_label(row: Row) -> bool:
    folded = fold(row.text)
    return (
        folded in _LABELS
        or _is_target_head(row.text)
        or bool(_YEAR_HEAD.match(folded))
        or folded in set(ARROWS)
    )


def _alternating(rows: list[Row], first_year: int | None) -> list[ActionReading]:
    note = "表の列が失われているため、取組内容と行動計画が交互に並ぶものとして読んだ"
    actions: list[ActionReading] = []
    for i in range(0, len(rows), 2):
        name, *rest = rows[i : i + 2]
        title = _joined(name.text)
        spot = Spot(name.line, family.ACTIONS, name.text, "repaired", 0.7, note)
        action = ActionReading(title, spot)
        for row in rest:
            text = tidy(row.text).strip(ARROWS + " ")
            if first_year is not None and text:
                where = Spot(row.line, SECTION, row.text, "repaired", 0.6, note)
                action.milestones.append(
                    MilestoneReading(text, first_year, first_year, True, where)
                )
        actions.append(action)
    return actions
