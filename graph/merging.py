"""Several documents in one graph, and one document out of several.

Documents meet in the nodes that belong to none of them: departments, themes, guidelines.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from keikaku.graph import network
from keikaku.graph.errors import GraphError
from keikaku.graph.fact_merge import add_statement
from keikaku.graph.language import Text
from keikaku.graph.network import Attributes, Graph
from keikaku.graph.relations import RELATION


class Conflict(NamedTuple):
    """A fact that two graphs state differently; the first graph's value was kept.

    ``place`` is the id of a node, or ``source → target (type)`` of an edge.
    """

    place: str
    fact: str
    kept: Any
    dropped: Any


def merge(graphs: Iterable[Graph]) -> tuple[Graph, list[Conflict]]:
    """Return one graph of several, and the facts on which they disagree.

    What they share keeps its evidence and its other names from each.

    Raises:
        GraphError: a document occurs twice, or one id means different kinds.
    """
    merged = network.empty([], [])
    conflicts: list[Conflict] = []
    for graph in graphs:
        _add_documents(merged, graph)
        for name, facts in graph.nodes(data=True):
            merged.add_node(name)
            _same_kind(merged, name, facts)
            conflicts += _add(merged.nodes[name], facts, name)
        for source, target, key, facts in graph.edges(keys=True, data=True):
            merged.add_edge(source, target, key)
            place = f"{source} → {target} ({key})"
            conflicts += _add(merged.edges[source, target, key], facts, place)
    return merged, conflicts


def only(graph: Graph, document: str) -> Graph:
    """Return the part of a graph that comes from one document.

    All that belongs to the document stays, whichever document gives the evidence.

    Of what documents share, this stays: what this document gives evidence for, what needs no
    evidence, and what its own relations lead to. A relation to another document is left out,
    because one of its ends is not there.

    Raises:
        GraphError: the graph holds no such document.
    """
    heads = [head for head in graph.graph["documents"] if head["id"] == document]
    if not heads:
        raise GraphError(_no_document(graph, document))
    part = network.empty(
        heads,
        [f for f in graph.graph["findings"] if of_finding(graph, f) in {document, None}],
    )
    owners = {name: owner(graph, name) for name in graph}
    others = {head["id"] for head in graph.graph["documents"]} - {document}
    for name, facts in graph.nodes(data=True):
        if owners[name] == document:
            part.add_node(name, **facts)
        elif owners[name] is None and (
            _is_evidenced_by(facts, document) or _beside(graph, name, owners, document)
        ):
            part.add_node(name, **without(facts, others))
    for source, target, key, facts in graph.edges(keys=True, data=True):
        if source not in part or target not in part:
            continue
        if document in (owners[source], owners[target]):
            part.add_edge(source, target, key, **facts)
        elif _is_evidenced_by(facts, document):
            part.add_edge(source, target, key, **without(facts, others))
    return part


def edge_owner(graph: Graph, source: str, target: str, name: str) -> str | None:
    """Return the id of the document that a relation of that type belongs to; None for a shared one.

    It is that of whichever end is a document's own; of a relation that leads across documents, the
    document of its source.
    """
    first, second = owner(graph, source), owner(graph, target)
    return first if name in RELATION and RELATION[name].across else first or second


def owner(graph: Graph, node: str) -> str | None:
    """Return the id of the document that a node belongs to; None for what documents share.

    Document ids may hold a slash, so the longest one that fits counts. No other function in keikaku
    decides what belongs to which document.
    """
    ids = _document_ids(graph)
    above = node
    while above and above not in ids:
        above = above.rpartition("/")[0]
    return above or None


_known_ids: WeakKeyDictionary[Graph, tuple[list[Attributes], int, frozenset[str]]] = (
    WeakKeyDictionary()
)


def _document_ids(graph: Graph) -> frozenset[str]:
    """Return the ids of the documents of a graph, kept until its list of them changes."""
    heads = graph.graph["documents"]
    known = _known_ids.get(graph)
    if known is None or known[0] is not heads or known[1] != len(heads):
        known = (heads, len(heads), frozenset(head["id"] for head in heads))
        _known_ids[graph] = known
    return known[2]


def _add_documents(merged: Graph, graph: Graph) -> None:
    known = {head["id"] for head in merged.graph["documents"]}
    for head in graph.graph["documents"]:
        if head["id"] in known:
            raise GraphError(
                Text(
                    "文書「{id}」が2回あります。--id で別の名前を付けてください。",
                    "The document “{id}” occurs twice. Give one another name with --id.",
                ).format(id=head["id"])
            )
    merged.graph["documents"] += graph.graph["documents"]
    merged.graph["document"] = merged.graph["documents"][0]
    merged.graph["findings"] += graph.graph["findings"]


def _same_kind(merged: Graph, name: str, facts: Attributes) -> None:
    first, second = merged.nodes[name].get("kind", facts["kind"]), facts["kind"]
    if first != second:
        raise GraphError(
            Text(
                "{id}: 一方では {first}、他方では {second} です。",
                "{id}: is {first} in one graph and {second} in another.",
            ).format(id=name, first=first, second=second)
        )


def _add(kept: Attributes, further: Attributes, place: str) -> list[Conflict]:
    return [Conflict(place, *each) for each in add_statement(kept, further)]


def _is_evidenced_by(facts: Attributes, document: str) -> bool:
    evidence = facts["evidence"]
    return not evidence or any(item["document"] == document for item in evidence)


def without(facts: Attributes, others: Collection[str]) -> Attributes:
    """Return the facts with the evidence that is of no other document.

    What a person corrected stays.
    """
    kept = [item for item in facts["evidence"] if item["document"] not in others]
    return {**facts, "evidence": kept}


def _beside(graph: Graph, name: str, owners: dict[str, str | None], document: str) -> bool:
    """Return whether a shared node is an end of a relation that belongs to a document."""
    ends = (*graph.predecessors(name), *graph.successors(name))
    return any(owners[end] == document for end in ends)


def of_finding(graph: Graph, finding: Attributes) -> str | None:
    """Return the document that a finding is about: that of its evidence, else that of its node."""
    for item in finding["evidence"]:
        return str(item["document"])
    return owner(graph, finding["node"] or "")


def _no_document(graph: Graph, document: str) -> Text:
    known = "、".join(head["id"] for head in graph.graph["documents"])
    return Text(
        "文書「{id}」はありません（あるのは {known}）。",
        "There is no document “{id}” (there are: {known}).",
    ).format(id=document, known=known)
