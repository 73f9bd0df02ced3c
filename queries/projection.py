"""What of each document ``bridges`` looks at: plans, who answers for them, what they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from queries.graphs import Graph, leaving, whole
from queries.scope import PlanRef, duties, name_of, plan_ref

if TYPE_CHECKING:
    import networkx as nx

_BASES = ("DEPENDS_ON", "GROUNDED_IN")


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
    nodes: dict[str, tuple[str, str | None, str]] = field(default_factory=dict)

    def edges(self) -> Iterator[tuple[str, str]]:
        """What is connected with what."""
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
    """The projection of each document of the plans, in the order of the plans."""
    found: dict[str, Projection] = {}
    for plan in plans:
        told_plan = plan_ref(graph, plan)
        each = found.setdefault(told_plan.document, Projection(told_plan.document))
        each.plans[plan] = told_plan
        each.answering[plan] = sorted({duty.department for duty in duties(graph, plan)})
        goal = _goal(graph, plan)
        if goal is not None:
            each.goals[plan] = goal
        bases = [end for relation in _BASES for end, _ in leaving(graph, plan, relation)]
        for base in bases:
            each.resting.setdefault(base, []).append(plan)
        for node in (plan, *each.answering[plan], *bases):
            facts = graph.nodes[node]
            each.nodes[node] = (facts["kind"], facts.get("number"), name_of(graph, node))
    return list(found.values())


def network(projection: Projection) -> Network:
    """The projection to be computed on."""
    import networkx as nx

    ids = sorted(projection.nodes)
    place = {node: position for position, node in enumerate(ids)}
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(ids)))
    graph.add_edges_from(sorted((place[a], place[b]) for a, b in projection.edges()))
    return Network(graph, ids)


def _goal(graph: Graph, plan: str) -> str | None:
    """The goal that a plan stands under, as a person would name it."""
    above = whole(graph, plan)
    while above is not None:
        node, facts = above
        if facts["kind"] == "Goal":
            return f"{facts['number']} {facts['title']}"
        above = whole(graph, node)
    return None
