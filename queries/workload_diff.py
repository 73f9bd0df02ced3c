"""What each department answers for in one graph and in another (負担の前後比較).

Both graphs hold one document; departments are the same by name, and a renamed one by its earlier
name among its other names. How is counted: :mod:`keikaku.queries.workload.answer`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from keikaku.queries.graph_walks import Graph, of_kind
from keikaku.queries.workload import answer as workload
from keikaku.queries.workload.answer import WorkloadRow, YearRow
from keikaku.queries.workload.concentration import Concentration


@dataclass(frozen=True, slots=True)
class LoadChange:
    """What a department (所管課) answers for before and after; None where it has nothing.

    ``formerly`` is its earlier name where it was renamed.
    """

    department: str
    formerly: str | None
    before: WorkloadRow | None
    after: WorkloadRow | None


@dataclass(frozen=True, slots=True)
class Loads:
    """The departments whose load differs, and how concentrated it all was and is."""

    changes: list[LoadChange]
    before: Concentration | None
    after: Concentration | None


def compare_workloads(old: Graph, new: Graph) -> Loads:
    """Return what differs between two graphs of one document each.

    The heaviest afterwards first, then by leads and name; those that have nothing left come last.
    Where one of the two has no actions at all (a draft whose actions are still to be written),
    actions and milestones make no difference.
    """
    answers = [workload.answer(graph) for graph in (old, new)]
    before, after = ({row.department: row for row in _typed(each.rows)} for each in answers)
    former = renamed(old, new)
    gone = {*former.values()}
    planned = all(any(row.actions for row in rows.values()) for rows in (before, after))
    changes = [
        LoadChange(name, former.get(name), before.get(former.get(name, name)), after.get(name))
        for name in dict.fromkeys([*before, *after])
        if name not in gone
    ]
    kept = [
        each
        for each in changes
        if each.formerly or _own(each.before, planned=planned) != _own(each.after, planned=planned)
    ]
    totals = [next(iter(each.totals or ()), None) for each in answers]
    return Loads(sorted(kept, key=_place), totals[0], totals[1])


def renamed(old: Graph, new: Graph) -> dict[str, str]:
    """Return departments by their new name with their old one, where one took the place of one."""
    names = [{facts["name"] for _, facts in of_kind(graph, "Department")} for graph in (old, new)]
    former_names: dict[str, str] = {}
    for _, facts in of_kind(new, "Department"):
        known = {*(facts.get("aliases") or ())} & (names[0] - names[1])
        if facts["name"] not in names[0] and len(known) == 1:
            former_names[facts["name"]] = known.pop()
    return former_names


def _typed(rows: Iterable[WorkloadRow | YearRow]) -> Iterator[WorkloadRow]:
    return (row for row in rows if isinstance(row, WorkloadRow))


def _own(row: WorkloadRow | None, *, planned: bool) -> tuple[float, ...] | None:
    """Return all of a row that is the department's own; its share changes with everybody's."""
    if row is None:
        return None
    counts = (row.plans, row.lead, row.co, row.part, row.components, row.fractional, row.indicators)
    return (*counts, row.actions, row.milestones) if planned else counts


def _place(each: LoadChange) -> tuple[bool, int, int, str]:
    row = each.after or each.before
    plans, lead = (row.plans, row.lead) if row else (0, 0)
    return each.after is None, -plans, -lead, each.department
