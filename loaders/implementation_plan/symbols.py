"""Symbols in a schedule's cells (△ ○ ◎ ●), and their meaning by the document's legend.

A symbol stays as printed; where a legend explains it, its meaning is added behind it. A symbol that
no legend explains is reported as a finding, and keeps no other meaning.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from keikaku.loaders.implementation_plan.text_rows import Row
from keikaku.loaders.readings import ActionReading, PlanReading, Remark

SIGNS = "○◯〇●◎◦⚪△▲▽▼□■◇◆☆★×✕✓✔☑"
_SIGN = re.compile(rf"[{SIGNS}]+")
_PAIR = re.compile(
    rf"(?P<sign>[{SIGNS}])\s*(?:[:=…・]|は|印は)?\s*(?P<meaning>[^\s{SIGNS}:=、,。()「」|]{{2,14}})"
)
_LEGEND = re.compile(r"凡例|記号")
_FEWEST = 2


def read_legend(rows: Iterable[Row]) -> dict[str, str]:
    """Return what each symbol means, by the rows that explain two or more, or say 凡例.

    A row of a table that only holds symbols beside texts is no legend.
    """
    legend: dict[str, str] = {}
    for row in rows:
        text = row.text
        if not _SIGN.search(text):
            continue
        pairs = {match["sign"]: match["meaning"] for match in _PAIR.finditer(text)}
        said = _LEGEND.search(text) is not None
        if len(pairs) >= (1 if said else _FEWEST) and (said or not row.tabbed):
            for sign, meaning in pairs.items():
                legend.setdefault(sign, meaning)
    return legend


def explain_symbols(plans: Iterable[PlanReading], legend: dict[str, str]) -> None:
    """Put the meaning of each symbol behind it; report those that no legend explains."""
    for plan in plans:
        unexplained: dict[str, list[ActionReading]] = {}
        for part in (plan, *plan.components):
            for action in part.actions:
                _explain(action, legend, unexplained)
        if unexplained:
            spots = [each[0].milestones[0].spot for each in unexplained.values()]
            details = {"plan": plan.number, "symbols": "、".join(unexplained)}
            plan.remarks.append(Remark("symbol-unexplained", spots, details, plan.number))


def _explain(
    action: ActionReading, legend: dict[str, str], unexplained: dict[str, list[ActionReading]]
) -> None:
    for at, milestone in enumerate(action.milestones):
        if not _SIGN.fullmatch(milestone.text):
            continue
        meaning = legend.get(milestone.text)
        if meaning is None:
            unexplained.setdefault(milestone.text, []).append(action)
        else:
            action.milestones[at] = milestone._replace(text=f"{milestone.text} {meaning}")
