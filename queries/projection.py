"""The data of a document for ``bridges``: plans, who answers for them, what they rest on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from keikaku.graph.years import years_in
from keikaku.queries.graph_walks import Graph, leaving, nearest, parts
from keikaku.queries.scope import PlanRef, name_of, plan_ref, responsibilities

BASES = ("DEPENDS_ON", "GROUNDED_IN")
"""The relations that lead from a plan to what it rests on."""

SHARED = "guideline/"
"""The start of the id of a guideline that is not one municipality's own."""


class Part(NamedTuple):
    """A node of a projection."""

    id: str
    kind: str
    number: str | None
    name: str


@dataclass(slots=True)
class Projection:
    """The data of one document: plans in order, who answers for each, what rests on what.

    ``answering`` lists the departments of each plan, ``initiatives`` the plans of each initiative,
    ``resting`` the plans that rest on a plan or on a guideline of the municipality's own,
    ``shared`` those that rest on a guideline of all documents, such as a law, ``due`` the fiscal
    years of the targets of each plan that has one. ``nodes`` gives each node by its id.
    """

    document: str
    plans: dict[str, PlanRef] = field(default_factory=dict)
    answering: dict[str, list[str]] = field(default_factory=dict)
    initiatives: dict[str, list[str]] = field(default_factory=dict)
    resting: dict[str, list[str]] = field(default_factory=dict)
    shared: dict[str, list[str]] = field(default_factory=dict)
    due: dict[str, set[int]] = field(default_factory=dict)
    nodes: dict[str, Part] = field(default_factory=dict)

    def add(
        self,
        ref: PlanRef,
        departments: Iterable[str],
        initiative: str | None,
        bases: Iterable[str],
        due: Iterable[int],
    ) -> None:
        """Add the next plan with its departments, initiative, bases and due years."""
        plan = ref.id
        self.plans[plan] = ref
        self.answering[plan] = sorted(set(departments))
        for base in dict.fromkeys(bases):
            if base != plan:
                held = self.shared if base.startswith(SHARED) else self.resting
                held.setdefault(base, []).append(plan)
        if initiative is not None:
            self.initiatives.setdefault(initiative, []).append(plan)
        if years := set(due):
            self.due[plan] = years


def due_year(fiscal_year: int | None, as_of: str | None) -> int | None:
    """Return the fiscal year in which a target is due; None where it is not stated."""
    if fiscal_year is not None:
        return fiscal_year
    return max((year for year, _ in years_in(as_of or "")), default=None)


def projections(graph: Graph, plans: Iterable[str]) -> list[Projection]:
    """Return the projection of each document of the plans, in the order of the plans."""
    by_document: dict[str, Projection] = {}
    for plan in plans:
        ref = plan_ref(graph, plan)
        departments = {duty.department for duty in responsibilities(graph, plan)}
        above = nearest(graph, plan, "Initiative")
        bases = [end for relation in BASES for end, _ in leaving(graph, plan, relation)]
        years = (due_year(t.get("fiscal_year"), t.get("as_of")) for t in _targets(graph, plan))
        one = by_document.setdefault(ref.document, Projection(ref.document))
        one.add(ref, departments, above and above[0], bases, {y for y in years if y is not None})
        for node in (*departments, *bases, *([above[0]] if above else ())):
            one.nodes.setdefault(node, _part(graph, node))
    return list(by_document.values())


def _part(graph: Graph, node: str) -> Part:
    facts = graph.nodes[node]
    return Part(node, facts["kind"], facts.get("number"), name_of(graph, node))


def _targets(graph: Graph, plan: str) -> list[dict[str, Any]]:
    """Return the targets of a plan's indicators, those of its components included."""
    holders = [
        plan,
        *(part for kind in ("Component", "LogicStep") for part, _ in parts(graph, plan, kind)),
    ]
    ends = [end for holder in holders for end, _ in leaving(graph, holder, "MEASURED_BY")]
    return [target for end in ends if (target := graph.nodes[end].get("target"))]
