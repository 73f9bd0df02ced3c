"""What of each document ``bridges`` looks at: plans, who answers for them, what they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from keikaku.queries.graph_walks import Graph, leaving, whole
from keikaku.queries.scope import PlanRef, name_of, plan_ref, responsibilities

if TYPE_CHECKING:
    import networkx as nx

BASES = ("DEPENDS_ON", "GROUNDED_IN")
"""The relations that lead from a plan to what it rests on."""


class Part(NamedTuple):
    """A node of a projection."""

    id: str
    kind: str
    number: str | None
    name: str


@dataclass(slots=True)
class Projection:
    """What is read of one document: plans in order, who answers for each, what rests on what.

    ``answering`` lists the departments of each plan, ``goals`` the goal of each plan that has one
    (its order and its words), ``resting`` the plans that rest on a guideline or on a plan.
    ``nodes`` gives the kind, number and name of each node by its id.
    """

    document: str
    plans: dict[str, PlanRef] = field(default_factory=dict)
    answering: dict[str, list[str]] = field(default_factory=dict)
    goals: dict[str, str] = field(default_factory=dict)
    resting: dict[str, list[str]] = field(default_factory=dict)
    nodes: dict[str, Part] = field(default_factory=dict)

    def add(
        self,
        plan: str,
        told: PlanRef,
        departments: Iterable[Part],
        goal: str | None,
        bases: Iterable[Part],
    ) -> None:
        """Add a plan, after those before it: who answers for it, its goal, what it rests on."""
        answering = {each.id: each for each in departments}
        resting = {each.id: each for each in bases}
        self.plans[plan] = told
        self.answering[plan] = sorted(answering)
        if goal is not None:
            self.goals[plan] = goal
        for base in resting:
            self.resting.setdefault(base, []).append(plan)
        self.nodes |= {**answering, **resting, plan: Part(plan, "Plan", told.number, told.title)}

    def edges(self) -> Iterator[tuple[str, str]]:
        """Yield what is connected with what."""
        for plan, departments in self.answering.items():
            yield from ((plan, department) for department in departments)
        for base, plans in self.resting.items():
            yield from ((plan, base) for plan in plans if plan != base)


class Network(NamedTuple):
    """A projection as a NetworkX graph of whole numbers: positions among the sorted ids.

    Numbers have no random hashes, so that every run walks the graph in the same order.
    """

    graph: nx.Graph[int]
    ids: list[str]


def projections(graph: Graph, plans: Iterable[str]) -> list[Projection]:
    """Return the projection of each document of the plans, in the order of the plans."""
    found: dict[str, Projection] = {}
    for plan in plans:
        told = plan_ref(graph, plan)
        bases = [end for relation in BASES for end, _ in leaving(graph, plan, relation)]
        found.setdefault(told.document, Projection(told.document)).add(
            plan,
            told,
            [_part(graph, duty.department) for duty in responsibilities(graph, plan)],
            _goal(graph, plan),
            [_part(graph, base) for base in bases],
        )
    return list(found.values())


def network(projection: Projection) -> Network:
    """Return the projection to be computed on."""
    import networkx as nx

    ids = sorted(projection.nodes)
    place = {node: position for position, node in enumerate(ids)}
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(ids)))
    graph.add_edges_from(sorted((place[a], place[b]) for a, b in projection.edges()))
    return Network(graph, ids)


def _part(graph: Graph, node: str) -> Part:
    facts = graph.nodes[node]
    return Part(node, facts["kind"], facts.get("number"), name_of(graph, node))


def _goal(graph: Graph, plan: str) -> str | None:
    """Return the goal that a plan stands under, as a person would name it."""
    above = whole(graph, plan)
    while above is not None:
        node, facts = above
        if facts["kind"] == "Goal":
            return f"{facts['number']} {facts['title']}"
        above = whole(graph, node)
    return None
