"""The action table (取組内容 × 行動計画 × 目標値) in all its layouts.

A table is read by columns: its head says which columns are years and which one holds the targets.
A row without a name continues the action above; a row before any name was shifted and belongs to
the next action. Lines outside a table are targets below it, or a table whose columns are lost
(:mod:`loose`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from keikaku.loaders.implementation_plan import family
from keikaku.loaders.implementation_plan.loose import read_loose
from keikaku.loaders.implementation_plan.milestones import Cut, Wording, read_milestones
from keikaku.loaders.implementation_plan.table_head import (
    LABELS,
    Period,
    Table,
    read_head,
    remarks_on,
)
from keikaku.loaders.implementation_plan.target_cells import TargetCell
from keikaku.loaders.implementation_plan.text_rows import Row
from keikaku.loaders.readings import ActionReading, Remark, Spot
from keikaku.loaders.text import fold, plain, tidy

SECTION = family.SCHEDULE
_PARENTHESES = re.compile(r"^\([^()]*\)$")
_GROUP = re.compile(r"^[^\s\u3040-\u309f()]{2,8}$")


@dataclass(slots=True)
class TableReading:
    """What a section's table says: its actions, and its target cells with their date.

    ``summed`` is true where the head of the targets says that they sum up (累計).
    """

    actions: list[ActionReading] = field(default_factory=list)
    targets: list[TargetCell] = field(default_factory=list)
    as_of: str | None = None
    summed: bool = False
    remarks: list[Remark] = field(default_factory=list)


def read_actions(rows: list[Row], plan: str, period: Period) -> TableReading:
    """Read an actions section of a document of that period."""
    reader = _Reader(plan, Wording(rows))
    loose: list[Row] = []
    for row in rows:
        # A layout of single lines repeats the labels before the real table.
        if row.blank or (not row.tabbed and fold(row.text) in LABELS):
            continue
        if read_head(row, reader.table, period):
            reader.targets_in_head(row)
        elif row.tabbed and reader.table.years:
            reader.read(row)
        elif row.tabbed and reader.table.unread:
            reader.read_without_years(row)
        elif row.text:
            loose.append(row)
    reading = reader.finished(period)
    if loose:
        below = bool(reader.table.years or reader.table.unread)
        loose_reading = read_loose(loose, plan, period, below_table=below)
        reading.actions += loose_reading.actions
        reading.targets += loose_reading.targets
        reading.remarks += loose_reading.remarks
    return reading


class _Reader:
    """Takes the rows of one table in order."""

    def __init__(self, plan: str, wording: Wording) -> None:
        self.table = Table()
        self._plan = plan
        self._wording = wording
        self._reading = TableReading()
        self._nameless: Row | None = None

    def targets_in_head(self, row: Row) -> None:
        """Targets that a glued layout prints in the very cell of their column's head."""
        column = self.table.target
        if column is None or column >= len(row.cells):
            return
        rest = row.cells[column].split("\n", 1)[1:]
        self._reading.targets += [TargetCell(row.line, text) for text in rest if text.strip()]

    def read(self, row: Row) -> None:
        table, actions = self.table, self._reading.actions
        end = table.end if table.end is not None else len(row.cells)
        name = _name([c for c in row.cells[: table.first] if c])
        milestones, arrow, cuts = read_milestones(row, end, table, self._wording)
        self._reading.targets += [TargetCell(row.line, text) for text in row.cells[end:] if text]
        if not name and not milestones and not arrow:
            return
        continues = not name or _PARENTHESES.match(name) is not None
        if self._nameless is not None and name and not milestones and not arrow:
            self._name_the_row_above(row, name)
        elif continues and actions:
            actions[-1].milestones += milestones
            actions[-1].title += name
        else:
            if not name:
                self._nameless = row
            spot = Spot(row.line, family.ACTIONS, name or row.text)
            actions.append(ActionReading(name, spot, milestones, arrow))
        for cut in cuts:
            self._remark("milestone-cut", row, cut.printed, _cut_details(cut, actions[-1]))

    def read_without_years(self, row: Row) -> None:
        """Keep the actions of a table whose year heads name no year, and report what is lost."""
        first, end = self.table.schedule or (1, len(row.cells))
        name = _name([c for c in row.cells[:first] if c])
        if name:
            spot = Spot(row.line, family.ACTIONS, name)
            self._reading.actions.append(ActionReading(name, spot))
        self._reading.targets += [TargetCell(row.line, text) for text in row.cells[end:] if text]
        for text in row.cells[first:end]:
            if text:
                self._remark("unread-text", row, text, {"text": tidy(text)})

    def _name_the_row_above(self, row: Row, name: str) -> None:
        """Join the row above (the schedule) and this one (the name): one action, cells shifted."""
        action = self._reading.actions[-1]
        action.title = name
        note = "前の行に分かれていた行動計画と合わせて読んだ"
        action.spot = Spot(row.line, family.ACTIONS, name, "repaired", 0.9, note)
        self._close_nameless()

    def _close_nameless(self) -> None:
        if self._nameless is not None:
            text = self._nameless.text
            self._remark("row-shifted", self._nameless, text, {"row": tidy(text)})
            self._nameless = None

    def _remark(self, code: str, row: Row, quote: str, details: dict[str, object]) -> None:
        spot = Spot(row.line, SECTION, quote)
        remark_details = {"plan": self._plan, **details}
        self._reading.remarks.append(Remark(code, [spot], remark_details, self._plan))

    def finished(self, period: Period) -> TableReading:
        self._close_nameless()
        self._reading.as_of, self._reading.summed = self.table.as_of, self.table.summed
        self._reading.remarks += remarks_on(self.table, period, self._plan)
        return self._reading


def _cut_details(cut: Cut, action: ActionReading) -> dict[str, object]:
    return {"action": action.title, "text": cut.text}


def _name(cells: list[str]) -> str:
    """Return the name of a row: "group item" after a group, else its lines joined."""
    if len(cells) > 1:
        return " ".join(action_name(c) for c in cells)
    return action_name(cells[0]) if cells else ""


def action_name(cell: str) -> str:
    """Return a name that may be broken over lines: joined, except for a short group before it.

    >>> action_name("① 窓口の 改善")
    '①窓口の改善'
    """
    text = tidy(cell.replace("\n", " "))
    group, _, item = text.partition(" ")
    if item and _GROUP.match(group) and not item.startswith("("):
        return f"{group} {plain(item)}"
    return plain(text)
