"""A cell that lists several steps by year, each under its name → a row of the schedule for each.

＜窓口の設置＞ over R8：準備 and R9～R12：実施; or 窓口の設置：R8 準備、R9 実施 on one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from keikaku.loaders.layouts.labels.inline_years import year_items
from keikaku.loaders.layouts.labels.statements import Reading, Statement
from keikaku.loaders.layouts.labels.vocabulary import Meaning
from keikaku.loaders.text import normal

_EDGES = "【】〔〕<>《》〈〉[]「」()■□●○◆◇▼★・-:： \t"
_LINE = re.compile(r"(?P<name>[^:]{2,40}?)\s*:\s*(?P<rest>.+)")
_LONGEST = 40


def with_named_steps(reading: Reading) -> Reading:
    """Part the schedules of all records whose one cell names several steps, each with its years."""
    for record in reading.records:
        record.statements = [part for each in record.statements for part in _parts(each)]
    return reading


def _parts(each: Statement) -> Iterator[Statement]:
    meaning = each.meaning
    dated = meaning.year is not None or meaning.ordinal is not None
    steps = _steps(each.cell.text) if meaning.fact == "schedule" and not dated else []
    if not steps:
        yield each
    for at, (name, text) in enumerate(steps):
        group = (each.group, each.cell.place, at)
        title = replace(each.cell, text=name, value=None)
        yield Statement(Meaning("action.title", 0.9), title, group, each.section)
        for head, step in year_items(text, fewest=1):
            own = meaning._replace(year=head.year, last=head.last)
            yield replace(
                each, meaning=own, cell=replace(each.cell, text=step, value=None), group=group
            )


def _steps(text: str) -> list[tuple[str, str]]:
    """Return the names of steps, each with the years behind it; [] where a line is neither."""
    steps: list[tuple[str, str]] = []
    for line in filter(None, (line.strip() for line in normal(text).split("\n"))):
        match = _LINE.fullmatch(line)
        if year_items(line, fewest=1):
            if not steps:
                return []
            name, own = steps[-1]
            steps[-1] = (name, f"{own}\n{line}".strip())
        elif match and year_items(match["rest"], fewest=1):
            steps.append((match["name"].strip(_EDGES), match["rest"]))
        elif len(line) <= _LONGEST and not line.endswith("。"):
            steps.append((line.strip(_EDGES), ""))
        else:
            return []
    return steps if all(name and own for name, own in steps) else []
