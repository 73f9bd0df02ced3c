"""Compare what each department answers for in two graphs (負担の前後比較).

Each graph holds one document. Departments are matched by name; a renamed one by its earlier name,
which is among its other names. For the counts see :mod:`keikaku.queries.workload.answer`.
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
    """The departments whose load differs, and the concentration before and after."""

    changes: list[LoadChange]
    before: Concentration | None
    after: Concentration | None


def compare_workloads(old: Graph, new: Graph) -> Loads:
    """Return what differs between two graphs of one document each.

    The heaviest afterwards come first, then by leads and name; those with nothing left come last.
    Where one of the two has no actions at all (a draft whose actions are still to be written),
    actions and milestones are not compared.
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
    """Return the old names of departments by their new ones, where one replaced exactly one."""
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
    """Return the department's own counts of a row; its share also depends on other departments."""
    if row is None:
        return None
    counts = (row.plans, row.lead, row.co, row.part, row.components, row.fractional, row.indicators)
    return (*counts, row.actions, row.milestones) if planned else counts


def _place(each: LoadChange) -> tuple[bool, int, int, str]:
    row = each.after or each.before
    plans, lead = (row.plans, row.lead) if row else (0, 0)
    return each.after is None, -plans, -lead, each.department
