"""The common ground of all changes: a graph copied, its nodes replaced, its evidence renewed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

import networkx as nx

from keikaku.graph.fact_merge import add_statement
from keikaku.graph.network import Attributes, Graph

SECTION = "試案"
"""The section of the evidence that a variant adds."""

_TITLED = "（試案）"
_ROLES = ("lead", "co", "component")
Node = tuple[str, Attributes]


def copied(graph: Graph, without: Collection[str] = ()) -> Graph:
    """Return the graph once more, without some nodes, their relations and the findings about them.

    Lists inside facts are shared: who changes a fact puts a new value in its place.
    """
    gone = frozenset(without)
    fresh = _empty(graph, [f for f in graph.graph["findings"] if f["node"] not in gone])
    for node, facts in graph.nodes(data=True):
        if node not in gone:
            fresh.add_node(node, **facts)
    for source, target, key, facts in graph.edges(keys=True, data=True):
        if source not in gone and target not in gone:
            fresh.add_edge(source, target, key, **facts)
    return fresh


def replaced(
    graph: Graph,
    heirs: Mapping[str, Sequence[Node]],
    heir: Callable[[str, str], str],
    why: str,
) -> Graph:
    """Return the graph with other nodes in the place of some.

    ``heirs`` maps each node that goes to the nodes that replace it; ``heir(node, other)`` is the id
    of the one that takes over the relation to ``other``. Two relations that become one are merged:
    the stronger role, the first place, the evidence of both. One between two that become one ends.
    """
    first = {node: new[0][0] for node, new in heirs.items()}
    findings = [
        {**finding, "node": first.get(finding["node"], finding["node"])}
        for finding in graph.graph["findings"]
    ]
    fresh = _empty(graph, findings)
    for node, facts in graph.nodes(data=True):
        for name, facts_anew in heirs.get(node, [(node, facts)]):
            if name not in fresh:
                fresh.add_node(name, **facts_anew)
    for source, target, key, facts in graph.edges(keys=True, data=True):
        start = heir(source, target) if source in heirs else source
        end = heir(target, source) if target in heirs else target
        if start == end:
            continue  # A section and its division become one: nothing is a part of itself.
        kept = dict(facts)
        if (start, end) != (source, target):
            kept["evidence"] = changed(facts["evidence"], why)
        if fresh.has_edge(start, end, key):
            kept = merge_attributes(fresh.edges[start, end, key], kept)
        fresh.add_edge(start, end, key, **kept)
    involve_no_one_twice(fresh, {name for new in heirs.values() for name, _ in new})
    return fresh


def changed(evidence: Sequence[Attributes], why: str, document: str = "") -> list[Attributes]:
    """Return the evidence of a fact that a change made: ``inferred``, with the change as its note.

    An earlier note follows it. A fact without evidence gets some, of ``document``, where that is
    not empty.
    """
    renewed = [
        {
            **piece,
            "reading": "inferred",
            "note": "。".join(dict.fromkeys(filter(None, [why, piece.get("note")]))),
        }
        for piece in evidence
    ]
    if renewed or not document:
        return renewed
    return [
        {
            "document": document,
            "line": None,
            "section": SECTION,
            "quote": "",
            "reading": "inferred",
            "confidence": 1.0,
            "note": why,
        }
    ]


def as_variant(graph: Graph) -> Graph:
    """Return the graph with 試案 in the titles of its documents, to mark it as unpublished."""
    fresh = copied(graph)
    heads = [{**head, "title": _titled(head["title"])} for head in graph.graph["documents"]]
    fresh.graph |= {"documents": heads, "document": heads[0]}
    for head in heads:
        if head["id"] in fresh and fresh.nodes[head["id"]]["kind"] == "PlanDocument":
            facts = fresh.nodes[head["id"]]
            facts["title"] = _titled(facts["title"])
            facts["label"] = _titled(facts["label"])
    return fresh


def _titled(title: str | None) -> str:
    known = title or ""
    return known if known.endswith(_TITLED) else known + _TITLED


def _empty(graph: Graph, findings: list[Attributes]) -> Graph:
    fresh: Graph = nx.MultiDiGraph(
        document=graph.graph["document"],
        documents=list(graph.graph["documents"]),
        findings=findings,
    )
    return fresh


def merge_attributes(one: Attributes, other: Attributes) -> Attributes:
    """Return two relations of one type between the same nodes as one."""
    both = dict(one)
    add_statement(both, other)
    if "role" in both:
        both["role"] = min(one["role"], other["role"], key=_ROLES.index)
        both["order"] = min(one["order"], other["order"])
    return both


def involve_no_one_twice(graph: Graph, departments: set[str]) -> None:
    """Drop the mere mention of a department that answers for the plan."""
    for department in departments:
        for plan, _, facts in [*graph.in_edges(department, data=True)]:
            if facts["type"] == "INVOLVES" and graph.has_edge(department, plan, "RESPONSIBLE_FOR"):
                graph.remove_edge(plan, department, "INVOLVES")
