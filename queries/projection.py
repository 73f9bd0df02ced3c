"""What of each document ``bridges`` looks at: plans, who answers for them, what they rest on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from keikaku.graph.years import years_in
from keikaku.queries.graph_walks import Graph, leaving, nearest, parts
from keikaku.queries.scope import PlanRef, name_of, plan_ref, responsibilities

BASES = ("DEPENDS_ON", "GROUNDED_IN")
"""The relations that lead from a plan to what it rests on."""

_SHARED = "guideline/"
"""What the id of a guideline begins with that is not one municipality's own."""


class Part(NamedTuple):
    """A node of a projection."""

    id: str
    kind: str
    number: str | None
    name: str


@dataclass(slots=True)
class Projection:
    """What is read of one document: plans in order, who answers for each, what rests on what.

    ``answering`` lists the departments of each plan, ``initiatives`` the plans of each initiative,
    ``resting`` the plans that rest on a plan or on a guideline of the municipality's own, ``due``
    the fiscal years of the targets of each plan that has one. ``nodes`` gives each node by its id.
    """

    document: str
    plans: dict[str, PlanRef] = field(default_factory=dict)
    answering: dict[str, list[str]] = field(default_factory=dict)
    initiatives: dict[str, list[str]] = field(default_factory=dict)
    resting: dict[str, list[str]] = field(default_factory=dict)
    due: dict[str, set[int]] = field(default_factory=dict)
    nodes: dict[str, Part] = field(default_factory=dict)

    def add(
        self,
        plan: str,
        reference: PlanRef,
        departments: Iterable[Part],
        initiative: Part | None,
        bases: Iterable[Part],
        targets: Iterable[dict[str, Any]],
    ) -> None:
        """Add a plan, after those before it, with all that is looked at."""
        answering = {each.id: each for each in departments}
        resting = {
            each.id: each
            for each in bases
            if each.id != plan and not (each.kind == "Guideline" and each.id.startswith(_SHARED))
        }
        self.plans[plan] = reference
        self.answering[plan] = sorted(answering)
        for base in resting:
            self.resting.setdefault(base, []).append(plan)
        self.nodes |= {
            **answering,
            **resting,
            plan: Part(plan, "Plan", reference.number, reference.title),
        }
        if initiative is not None:
            self.nodes[initiative.id] = initiative
            self.initiatives.setdefault(initiative.id, []).append(plan)
        if known := {year for target in targets if (year := due_year(target)) is not None}:
            self.due[plan] = known


def due_year(target: dict[str, Any]) -> int | None:
    """Return the fiscal year that a target is due in; None where it is not told."""
    year: int | None = target.get("fiscal_year")
    if year is not None:
        return year
    return max((year for year, _ in years_in(target.get("as_of") or "")), default=None)


def projections(graph: Graph, plans: Iterable[str]) -> list[Projection]:
    """Return the projection of each document of the plans, in the order of the plans."""
    projections: dict[str, Projection] = {}
    for plan in plans:
        reference = plan_ref(graph, plan)
        bases = [end for relation in BASES for end, _ in leaving(graph, plan, relation)]
        projections.setdefault(reference.document, Projection(reference.document)).add(
            plan,
            reference,
            [_part(graph, duty.department) for duty in responsibilities(graph, plan)],
            _initiative(graph, plan),
            [_part(graph, base) for base in bases],
            _targets(graph, plan),
        )
    return list(projections.values())


def _part(graph: Graph, node: str) -> Part:
    facts = graph.nodes[node]
    return Part(node, facts["kind"], facts.get("number"), name_of(graph, node))


def _initiative(graph: Graph, plan: str) -> Part | None:
    """Return the initiative that a plan stands under, where it stands under one."""
    above = nearest(graph, plan, "Initiative")
    return None if above is None else _part(graph, above[0])


def _targets(graph: Graph, plan: str) -> list[dict[str, Any]]:
    """Return the targets of a plan's indicators, those of its components included."""
    holders = [
        plan,
        *(part for kind in ("Component", "LogicStep") for part, _ in parts(graph, plan, kind)),
    ]
    ends = [end for holder in holders for end, _ in leaving(graph, holder, "MEASURED_BY")]
    return [target for end in ends if (target := graph.nodes[end].get("target"))]
