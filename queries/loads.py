"""What each department answers for in one graph and in another (負担の前後比較).

Both graphs hold one document; departments are the same by name, and a renamed one by its earlier
name among its other names. How is counted: :mod:`queries.workload`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from queries import workload
from queries.graphs import Graph, of_kind
from queries.workload import Concentration, WorkloadRow


@dataclass(frozen=True, slots=True)
class LoadChange:
    """What a department (所管課) answers for before and after; None where it has nothing.

    ``formerly`` is its earlier name where it was renamed.
    """

    department: str
    formerly: str | None
    before: WorkloadRow | None
    after: WorkloadRow | None


def load_changes(old: Graph, new: Graph) -> list[LoadChange]:
    """The departments whose load differs, or whose name does.

    The heaviest afterwards first, then by leads and name; those that have nothing left come last.
    """
    before, after = _rows(old), _rows(new)
    former = renamed(old, new)
    gone = {*former.values()}
    found = [
        LoadChange(name, former.get(name), before.get(former.get(name, name)), after.get(name))
        for name in dict.fromkeys([*before, *after])
        if name not in gone
    ]
    kept = [each for each in found if each.formerly or _own(each.before) != _own(each.after)]
    return sorted(kept, key=_place)


def renamed(old: Graph, new: Graph) -> dict[str, str]:
    """Departments by their new name with their old one, where one took the place of one."""
    names = [{facts["name"] for _, facts in of_kind(graph, "Department")} for graph in (old, new)]
    found: dict[str, str] = {}
    for _, facts in of_kind(new, "Department"):
        known = {*(facts.get("aliases") or ())} & (names[0] - names[1])
        if facts["name"] not in names[0] and len(known) == 1:
            found[facts["name"]] = known.pop()
    return found


def concentration(graph: Graph) -> Concentration | None:
    """How the plans of the graph's one document are spread; None where it has no plans."""
    return next(iter(workload.answer(graph).totals or ()), None)


def _rows(graph: Graph) -> dict[str, WorkloadRow]:
    rows = workload.answer(graph).rows
    return {row.department: row for row in rows if isinstance(row, WorkloadRow)}


def _own(row: WorkloadRow | None) -> tuple[Any, ...] | None:
    """All of a row that is the department's own; its share changes with everybody's."""
    if row is None:
        return None
    counts = (row.plans, row.lead, row.co, row.part, row.components, row.fractional)
    return (*counts, row.actions, row.milestones, row.indicators)


def _place(each: LoadChange) -> tuple[bool, int, int, str]:
    row = each.after or each.before
    plans, lead = (row.plans, row.lead) if row else (0, 0)
    return each.after is None, -plans, -lead, each.department
