"""Collect nodes and edges: each id once, with the facts and evidence of all its mentions."""

from __future__ import annotations

from typing import Any

from keikaku.graph.fact_merge import add_statement, united
from keikaku.graph.records import Edge, Evidence, Node, Records
from keikaku.loaders.readings import Spot
from keikaku.loaders.text import fold

MAX_QUOTE = 200
MAX_EVIDENCE = 12
"""A shared node keeps the first places that name it; every edge keeps its own."""


class RecordsBuilder:
    """Nodes by id and edges by (source, target, type), in order of first mention."""

    def __init__(self, document: dict[str, Any]) -> None:
        self.document = str(document["id"])
        self.records = Records(document)
        self._nodes: dict[str, Node] = {}
        self._by_name: dict[tuple[str, str], str] = {}
        self._edges: dict[tuple[str, str, str], Edge] = {}

    def shared_id(self, path: str, name: str) -> str:
        """Return the id of a node by its name: that of the first spelling of it that was met."""
        return self._by_name.setdefault((path, fold(name)), f"{path}/{name}")

    def has(self, node_id: str) -> bool:
        """Return whether a node of that id is there."""
        return node_id in self._nodes

    def node(
        self, node_id: str, kind: str, label: str, facts: dict[str, Any], spots: list[Spot]
    ) -> None:
        """Add a node, or its facts and evidence to the one of that id."""
        known = {k: v for k, v in facts.items() if v is not None or k in {"target", "baseline"}}
        evidence = [self._evidence(spot) for spot in spots]
        node = self._nodes.get(node_id)
        if node is None:
            node = self._nodes[node_id] = Node(node_id, kind, label, known, evidence)
            self.records.nodes.append(node)
            return
        add_statement(node.facts, known)
        node.evidence = united(node.evidence, evidence, MAX_EVIDENCE)

    def edge(
        self, source: str, target: str, kind: str, facts: dict[str, Any], spots: list[Spot]
    ) -> None:
        """Add an edge, or its facts and evidence to the one between the same nodes."""
        evidence = [self._evidence(spot) for spot in spots]
        edge = self._edges.get((source, target, kind))
        if edge is None:
            edge = self._edges[source, target, kind] = Edge(source, target, kind, facts, evidence)
            self.records.edges.append(edge)
        else:
            add_statement(edge.facts, facts)
            edge.evidence = united(edge.evidence, evidence, MAX_EVIDENCE)

    def inferred(
        self, source: str, target: str, kind: str, facts: dict[str, Any], confidence: float
    ) -> None:
        """Add an edge that keikaku infers, with evidence marked as inferred."""
        quote = next(iter(facts.get("reasons", ())), "")[:MAX_QUOTE]
        evidence = Evidence(self.document, None, "推定", quote, "inferred", confidence)
        self.records.edges.append(Edge(source, target, kind, facts, [evidence]))

    def _evidence(self, spot: Spot) -> Evidence:
        quote = " ".join(spot.quote.split())
        return Evidence(
            self.document,
            spot.line or None,
            spot.section,
            quote[:MAX_QUOTE],
            spot.reading,
            spot.confidence,
            spot.note,
        )
