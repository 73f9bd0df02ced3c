"""Lines of an actions section that stand in no table.

Below a table they are targets and baselines that were cut off at its end. Without a table, the
columns are lost: each line is a cell, and actions and milestones alternate.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from keikaku.loaders.implementation_plan import family
from keikaku.loaders.implementation_plan.table_head import (
    LABELS,
    SECTION,
    Period,
    is_target_head,
    years_of,
)
from keikaku.loaders.implementation_plan.target_cells import TargetCell
from keikaku.loaders.implementation_plan.text_rows import Row
from keikaku.loaders.readings import ActionReading, MilestoneReading, Remark, Spot
from keikaku.loaders.text import ARROWS, CIRCLED, fold, plain, tidy

_TARGET_START = re.compile(
    rf"^\s*(?:[-‐]?\s*[・•●■]|[{''.join(CIRCLED)}]|\(?[ivx]+[\s.)]|※"
    r"|約?\s*\d[\d,.]*(?:%|[a-zA-Z]{1,3}\d?|[^\sA-Za-z\d]{0,4})\s*(?:$|\())"
)
_NOTE = "表の列が失われているため、取組内容と行動計画が交互に並ぶものとして読んだ"


@dataclass(slots=True)
class LooseReading:
    """What the lines say."""

    actions: list[ActionReading] = field(default_factory=list)
    targets: list[TargetCell] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


def read_loose(rows: list[Row], plan: str, period: Period, *, below_table: bool) -> LooseReading:
    """Split the lines into targets and the cells of a table whose columns are lost."""
    reading = LooseReading()
    words: list[Row] = []
    for row in rows:
        if _is_label(row):
            continue
        text = row.text
        marked = family.BASELINE.search(text) is not None or _TARGET_START.match(text) is not None
        if marked or (below_table and reading.targets):
            cell = TargetCell(row.line, "\n".join(row.filled), outside=True)
            reading.targets.append(cell)
        elif below_table:
            details: dict[str, object] = {"plan": plan, "text": tidy(text)}
            spot = Spot(row.line, SECTION, text)
            reading.remarks.append(Remark("unread-text", [spot], details, plan))
        else:
            words.append(row)
    if words:
        reading.actions = _alternating(words, period)
        spot = Spot(words[0].line, SECTION, words[0].text)
        details = {"plan": plan, "rows": len(words)}
        reading.remarks.append(Remark("columns-lost", [spot], details, plan))
    return reading


def _is_label(row: Row) -> bool:
    folded = fold(row.text)
    return folded in LABELS or is_target_head(row.text) or bool(years_of(row)) or folded in ARROWS


def _alternating(rows: list[Row], period: Period) -> list[ActionReading]:
    """Read names and cells in turns; a cell begins in the first year and may run to the last."""
    actions: list[ActionReading] = []
    first_year, last_year = period
    for name, *rest in (rows[i : i + 2] for i in range(0, len(rows), 2)):
        spot = Spot(name.line, family.ACTIONS, name.text, "repaired", 0.7, _NOTE)
        action = ActionReading(plain(name.text), spot)
        for row in rest:
            text = tidy(row.text).strip(ARROWS + " ")
            if first_year is not None and text:
                where = Spot(row.line, SECTION, row.text, "repaired", 0.6, _NOTE)
                milestone = MilestoneReading(
                    text, first_year, first_year, "unknown", last_year, where
                )
                action.milestones.append(milestone)
        actions.append(action)
    return actions
