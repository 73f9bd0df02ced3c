"""The documents of a graph apart, all in one pass over it.

Each part is what :func:`keikaku.graph.merging.only` returns of its document.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from keikaku.graph import merging, network
from keikaku.graph.network import Attributes, Graph

EdgeName = tuple[str, str, str]
"""Source, target and type of a relation."""


class Part(NamedTuple):
    """The part of one document: its graph, and where its relations into others stand.

    ``tied`` is empty where it has none; else it names all relations of the document, in the order
    of the whole graph.
    """

    graph: Graph
    tied: list[EdgeName]


def split(graph: Graph) -> Iterator[Part]:
    """Yield the part of each document of a graph, in their order.

    A relation from one document into another stands in no part, but is named in ``tied`` of the
    document of its source.
    """
    heads = {str(head["id"]): head for head in graph.graph["documents"]}
    owners = {name: merging.owner(graph, name) for name in graph}
    findings = [(merging.of_finding(graph, row), row) for row in graph.graph["findings"]]
    nodes = _nodes(graph, owners, heads)
    edges, ties = _edges(graph, owners, {name: set(held) for name, held in nodes.items()})
    for document, head in heads.items():
        own = [row for owner, row in findings if owner in {document, None}]
        part = network.empty([head], own)
        others = heads.keys() - {document}
        for name in nodes[document]:
            facts = graph.nodes[name]
            part.add_node(name, **(facts if owners[name] else merging.without(facts, others)))
        for edge in edges[document]:
            facts, ends = graph.edges[edge], {owners[edge[0]], owners[edge[1]]}
            if ends <= {document, None}:
                part.add_edge(*edge, **(facts if any(ends) else merging.without(facts, others)))
        yield Part(part, edges[document] if document in ties else [])


def _nodes(
    graph: Graph, owners: Mapping[str, str | None], documents: Collection[str]
) -> dict[str, list[str]]:
    """Return the names of the nodes of each document: its own, and the shared ones it states."""
    nodes: dict[str, list[str]] = {document: [] for document in documents}
    for name, facts in graph.nodes(data=True):
        own = owners[name]
        for document in [own] if own else _stating_documents(graph, name, facts, owners, documents):
            nodes[document].append(name)
    return nodes


def _stating_documents(
    graph: Graph,
    name: str,
    facts: Attributes,
    owners: Mapping[str, str | None],
    documents: Collection[str],
) -> Collection[str]:
    """Return the documents that state a shared node, by their evidence or by a relation to it."""
    if not facts["evidence"]:
        return documents
    ends = (*graph.predecessors(name), *graph.successors(name))
    stating = {item["document"] for item in facts["evidence"]} | {owners[end] for end in ends}
    return [document for document in documents if document in stating]


def _edges(
    graph: Graph, owners: Mapping[str, str | None], nodes: Mapping[str, set[str]]
) -> tuple[dict[str, list[EdgeName]], set[str]]:
    """Return the relations of each document, and the documents with one into another."""
    edges: dict[str, list[EdgeName]] = defaultdict(list)
    ties: set[str] = set()
    for source, target, key, facts in graph.edges(keys=True, data=True):
        first, second = owners[source], owners[target]
        stating: Collection[str] = [owner for owner in (first or second,) if owner]
        if first and second and first != second:
            ties.add(first)
        elif not stating:
            documents_named = {item["document"] for item in facts["evidence"]} or nodes.keys()
            stating = [d for d in nodes if d in documents_named and {source, target} <= nodes[d]]
        for document in stating:
            edges[document].append((source, target, key))
    return edges, ties
