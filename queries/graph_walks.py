"""Walk a plan graph: the few steps that every question needs."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from keikaku.graph import structure
from keikaku.graph.merging import owner

if TYPE_CHECKING:
    import networkx as nx

Graph: TypeAlias = "nx.MultiDiGraph[str]"
Facts = dict[str, Any]
Evidence = list[dict[str, Any]]

_ROLES = ("lead", "co", "component")
HEADINGS = structure.HEADINGS
_LAST = structure.LAST


def of_kind(graph: Graph, kind: str) -> Iterator[tuple[str, Facts]]:
    """Return the nodes of a kind with their facts."""
    return ((node, facts) for node, facts in graph.nodes(data=True) if facts["kind"] == kind)


def leaving(graph: Graph, node: str, relation: str) -> Iterator[tuple[str, Facts]]:
    """Yield the ends of a node's relations of one type, with the facts of the relation."""
    # The adjacency itself: its views would take most of the time of a question on a large graph.
    for other, held in graph._succ[node].items():  # type: ignore[attr-defined]  # noqa: SLF001
        if relation in held:
            yield other, held[relation]


def arriving(graph: Graph, node: str, relation: str) -> Iterator[tuple[str, Facts]]:
    """Yield the starts of the relations of one type that lead to a node, with their facts."""
    for other, held in graph._pred[node].items():  # type: ignore[attr-defined]  # noqa: SLF001
        if relation in held:
            yield other, held[relation]


def along(
    graph: Graph, node: str, relations: Collection[str], *, forward: bool
) -> Iterator[tuple[str, Facts]]:
    """Yield the other ends of the relations of some types, with their facts, in their order."""
    ends = graph._succ if forward else graph._pred  # type: ignore[attr-defined]  # noqa: SLF001
    for other, held in ends[node].items():
        for facts in held.values():
            if facts["type"] in relations:
                yield other, facts


def in_order(ends: Iterator[tuple[str, Facts]]) -> list[tuple[str, Facts]]:
    """Return ends of relations by their ``order``; those without one last, by id."""
    return sorted(ends, key=lambda end: (end[1].get("order", _LAST), end[0]))


def parts(graph: Graph, node: str, kind: str) -> list[tuple[str, Facts]]:
    """Return the parts of a node that are of one kind, in order, each with its own facts."""
    ends = in_order(leaving(graph, node, "HAS_PART"))
    return [(end, graph.nodes[end]) for end, _ in ends if graph.nodes[end]["kind"] == kind]


def whole(graph: Graph, node: str) -> tuple[str, Facts] | None:
    """Return what a node is a part of, or None."""
    end = structure.whole_of(graph, node)
    return None if end is None else (end, graph.nodes[end])


def wholes(graph: Graph, node: str) -> Iterator[tuple[str, Facts]]:
    """Yield the whole of a node, the whole of that, and so on, at any depth."""
    return ((end, graph.nodes[end]) for end in structure.wholes_of(graph, node))


def all_wholes(graph: Graph, node: str) -> Iterator[tuple[str, Facts]]:
    """Yield everything that a node is a part of, by any path, the nearest first."""
    return ((end, graph.nodes[end]) for end in structure.all_wholes_of(graph, node))


def headings(graph: Graph, node: str) -> list[tuple[str, Facts]]:
    """Return the headings of all levels that a node stands under, from the nearest."""
    return [each for each in wholes(graph, node) if each[1]["kind"] in HEADINGS]


def nearest(graph: Graph, node: str, kind: str) -> tuple[str, Facts] | None:
    """Return the nearest heading of a kind that a node stands under, or None."""
    return next((each for each in wholes(graph, node) if each[1]["kind"] == kind), None)


def responsible(graph: Graph, node: str) -> list[tuple[str, Facts]]:
    """Return the departments responsible for a plan or component: the lead, then as printed."""
    ends = arriving(graph, node, "RESPONSIBLE_FOR")
    return sorted(
        ends, key=lambda end: (_ROLES.index(end[1]["role"]), end[1].get("order", _LAST), end[0])
    )


def leads(graph: Graph, node: str) -> list[str]:
    """Return the lead departments (主管課) of a plan, in the order of :func:`responsible`."""
    return [end for end, facts in responsible(graph, node) if facts["role"] == "lead"]


def document_of(graph: Graph, node: str) -> str:
    """Return the document of a node; empty for a node that documents share."""
    return owner(graph, node) or ""


def plan_order(graph: Graph, plan: str) -> tuple[str, list[int], str]:
    """Return where a plan stands: by document, then by number, 1-1-2 before 1-1-10."""
    key = structure.order_key(plan, graph.nodes[plan].get("number"))
    return document_of(graph, plan), key, plan


def confidence(evidence: Evidence) -> float | None:
    """Return how sure the best of the evidence is, 0 to 1; None without evidence."""
    return max((float(e["confidence"]) for e in evidence), default=None)
