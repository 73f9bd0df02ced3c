"""The rows of one document, as the store keeps them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from keikaku.graph import merging, network
from keikaku.graph.errors import GraphError
from keikaku.graph.language import Text
from keikaku.graph.memory import gc_paused
from keikaku.graph.network import Graph
from keikaku.graph.relations import RELATION
from keikaku.graph.splitting import Part, split
from keikaku.graph.store import properties as rows
from keikaku.graph.store.kept import kept, kept_place
from keikaku.graph.store.store_schema import check_keys
from keikaku.graph.structure import plan_of

Properties = dict[str, Any]


class NodeKey(NamedTuple):
    """A node: its kind and its id."""

    kind: str
    id: str


class EdgeKey(NamedTuple):
    """A relation: its type and the ids of its ends."""

    type: str
    source: str
    target: str


@dataclass(slots=True)
class DocumentRows:
    """One document in the store.

    ``nodes``, ``edges`` and ``findings`` are its own, with their properties. ``shared`` are the
    nodes and ``joint`` the relations that other documents may state too, each as ``at`` (its
    position) and ``row`` (what this document states of it, as JSON).
    """

    id: str
    position: int
    head: str
    nodes: dict[NodeKey, Properties] = field(default_factory=dict)
    shared: dict[NodeKey, Properties] = field(default_factory=dict)
    edges: dict[EdgeKey, Properties] = field(default_factory=dict)
    joint: dict[EdgeKey, Properties] = field(default_factory=dict)
    findings: dict[str, Properties] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """How many rows it has."""
        own = len(self.nodes) + len(self.edges) + len(self.findings)
        return own + len(self.shared) + len(self.joint)

    def stand(self, position: int) -> None:
        """Take this position in the store; ``at`` of every row moves along."""
        shift = (position - self.position) * rows.PART
        if not shift:
            return
        self.position = position
        for part in (self.nodes, self.shared, self.edges, self.joint, self.findings):
            for properties in part.values():
                properties["at"] += shift


_ACROSS = Text(
    "{source} → {target}（{type}）: 2つの計画書にまたがる関係にはできません。",
    "{source} → {target} ({type}): may not lead from one document into another.",
)


def rows_by_group(graph: Graph) -> Iterator[list[DocumentRows]]:
    """Yield the rows of each document of a graph, alone, or of all together where any are tied.

    Raises:
        GraphError: a relation leads into another document, and its type may not.
    """
    if len(graph.graph["documents"]) == 1:
        yield [document_rows(graph)]
        return
    parts = list(split(graph))
    if not any(part.tied for part in parts):
        yield from ([document_rows(part.graph)] for part in parts)
        return
    yield [document_rows(part.graph, [*_with_ties(part, graph)]) for part in parts]


def _with_ties(part: Part, whole: Graph) -> Iterator[Properties]:
    """Yield the rows of a document's relations, those into other documents at their places."""
    own = {_key(row): row for row in network.to_payload(part.graph)["edges"]}
    if not part.tied:
        yield from own.values()
    for source, target, name in part.tied:
        key = EdgeKey(name, source, target)
        if key not in own and not RELATION[name].across:
            raise GraphError(_ACROSS.format(source=source, target=target, type=name))
        yield own.get(key) or network.edge_row(source, target, whole.edges[source, target, name])


def _key(row: Properties) -> EdgeKey:
    return EdgeKey(row["type"], row["source"], row["target"])


@gc_paused()
def document_rows(graph: Graph, edges: list[Properties] | None = None) -> DocumentRows:
    """Return the rows of the graph of one document; they have no position in the store yet.

    ``edges`` are the rows of its relations where they are more than those of the graph.

    Raises:
        GraphError: a node is called by more than an index of the server takes.
    """
    head = graph.graph["document"]
    name = str(head["id"])
    result = DocumentRows(name, 0, rows.text(head))
    own = {node for node in graph if merging.owner(graph, node) == name}
    payload = network.to_payload(graph)
    for at, row in enumerate(payload["nodes"]):
        check_keys(row)
        key = NodeKey(row["kind"], row["id"])
        if row["id"] in own:
            facts = {**rows.of_node(row), "evidence": rows.text(row["evidence"])}
            result.nodes[key] = {"id": row["id"], "document": name, "at": at, **facts}
        else:
            result.shared[key] = {"at": at, "row": rows.text(row)}
    for at, row in enumerate(payload["edges"] if edges is None else edges):
        edge = _key(row)
        if edge.source in own or edge.target in own:
            facts = {**rows.of_edge(row), "evidence": rows.text(row["evidence"])}
            result.edges[edge] = {"document": name, "at": at, **facts}
        else:
            result.joint[edge] = {"at": at, "row": rows.text(row)}
    for at, row in enumerate(payload["findings"]):
        result.findings[f"{name}/finding/{at + 1}"] = {
            "id": f"{name}/finding/{at + 1}",
            "document": name,
            "at": at,
            **rows.of_finding(row, plan_of(graph, row["node"] or "")),
            "row": rows.text(row),
        }
    return result


def graph_of(rows: DocumentRows) -> Graph:
    """Return the graph of one document from its rows, without its ties to other documents."""
    outside = {key for key, _ in _leading_out(rows)}
    nodes = [(kept_place(p), _node(key, p)) for key, p in rows.nodes.items()]
    nodes += [(kept_place(p), kept(p.get("row"), "row")) for p in rows.shared.values()]
    edges = [(kept_place(p), _edge(key, p)) for key, p in rows.edges.items() if key not in outside]
    edges += [(kept_place(p), kept(p.get("row"), "row")) for p in rows.joint.values()]
    findings = [(kept_place(p), kept(p.get("row"), "row")) for p in rows.findings.values()]
    return network.from_payload(
        {
            "document": kept(rows.head, "head"),
            "nodes": _in_order(nodes),
            "edges": _in_order(edges),
            "findings": _in_order(findings),
        }
    )


def cross_document_edges(rows: DocumentRows) -> list[Properties]:
    """Return the rows of all relations of what has one into another document, in their order."""
    sources = {key.source for key, _ in _leading_out(rows)}
    edges = [
        (kept_place(p), _edge(key, p)) for key, p in rows.edges.items() if key.source in sources
    ]
    return _in_order(edges)


def _leading_out(rows: DocumentRows) -> list[tuple[EdgeKey, Properties]]:
    there = {key.id for key in (*rows.nodes, *rows.shared)}
    return [(key, p) for key, p in rows.edges.items() if key.target not in there]


def _node(key: NodeKey, properties: Properties) -> Properties:
    return {"id": key.id, **rows.node_facts(key.kind, properties)}


def _edge(key: EdgeKey, properties: Properties) -> Properties:
    ends = {"source": key.source, "target": key.target}
    return ends | rows.edge_facts(key.type, properties)


def _in_order(placed: list[tuple[int, Properties]]) -> list[Properties]:
    return [row for _, row in sorted(placed, key=lambda each: each[0])]
