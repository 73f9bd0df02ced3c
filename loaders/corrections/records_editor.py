"""The workbench: records under correction, with an index that follows every change."""

from __future__ import annotations

from typing import Any

from keikaku.graph.fact_merge import add_statement, united
from keikaku.graph.kinds import KIND
from keikaku.graph.records import Edge, Evidence, Node, Records
from keikaku.loaders.corrections.entries import Correction
from keikaku.loaders.lookup import Lookup


class RecordsEditor:
    """Records and the few ways in which a correction changes them."""

    def __init__(self, records: Records) -> None:
        self.records = records
        self.lookup = Lookup(records)
        self.touched: set[str] = set()
        """Ids of the nodes that the present correction has changed."""
        self.changed: set[str] = set()
        """Names of the facts that it has changed."""

    @property
    def document(self) -> str:
        """The id of the document, before which no part's id begins."""
        return str(self.records.document["id"])

    def begin(self) -> None:
        """Start on another correction."""
        self.touched, self.changed = set(), set()

    def add_node(self, node: Node) -> None:
        """Put a node in."""
        self.records.nodes.append(node)
        self._renew(node.id)

    def add_edge(self, edge: Edge) -> None:
        """Put an edge in."""
        self.records.edges.append(edge)
        self._renew(edge.source, edge.target)

    def remove_edge(self, edge: Edge) -> None:
        """Take an edge out, and a shared node that no edge leads to any more."""
        self.records.edges = [one for one in self.records.edges if one is not edge]
        for end in (edge.source, edge.target):
            node = self.lookup.nodes.get(end)
            if node is not None and KIND[node.kind].shared and not self._edges_of(end):
                self.records.nodes.remove(node)
        self._renew(edge.source, edge.target)

    def remove_node(self, node: Node, by: Correction) -> None:
        """Take a node out with its parts and all their edges; settle their findings."""
        gone = {node.id, *(part.id for part in self.lookup.parts(node.id))}
        self.records.nodes = [one for one in self.records.nodes if one.id not in gone]
        self.records.edges = [e for e in self.records.edges if not gone & {e.source, e.target}]
        for finding in self.records.findings:
            if finding.node in gone:
                finding.node = None
                finding.settled = finding.settled or by.signature
        self._renew(*gone)

    def rename(self, old: Node, new_id: str, name: dict[str, str]) -> None:
        """Give a node another name and id; an existing node of that id absorbs it."""
        kept = self.lookup.nodes.get(new_id)
        if kept is None:
            old.facts.update(name)
            old.label = next(iter(name.values()), old.label)
            old_id, old.id = old.id, new_id
        else:
            add_statement(kept.facts, old.facts)
            kept.evidence = united(kept.evidence, old.evidence)
            self.records.nodes.remove(old)
            old_id = old.id
        for edge in self.records.edges:
            edge.source = new_id if edge.source == old_id else edge.source
            edge.target = new_id if edge.target == old_id else edge.target
        for finding in self.records.findings:
            finding.node = new_id if finding.node == old_id else finding.node
        self._join_edges(new_id)
        self._renew(new_id, *(end for e in self._edges_of(new_id) for end in (e.source, e.target)))

    def next_order(self, source: str, relation: str) -> int:
        """Return the order of one more sibling, from 1."""
        edges = self.lookup.of_type(relation)
        return 1 + max((e.facts.get("order", 0) for e in edges if e.source == source), default=0)

    def change(self, owner: Node | Edge, fact: str, value: Any, evidence: Evidence) -> None:
        """Give a fact another value, or none."""
        old = owner.facts.get(fact)
        if value is None and not (isinstance(owner, Node) and owner.kind == "Indicator"):
            owner.facts.pop(fact, None)
        else:
            owner.facts[fact] = value
        if isinstance(owner, Node) and isinstance(old, str) and isinstance(value, str):
            owner.label = owner.label.replace(old, value)
        self.mark(owner, fact, evidence)

    def mark(self, owner: Node | Edge, fact: str, evidence: Evidence) -> None:
        """Note that something of a node or edge was corrected, and by what."""
        owner.evidence.append(evidence)
        self.changed.add(fact)
        self.touched |= {owner.id} if isinstance(owner, Node) else {owner.source, owner.target}

    def _edges_of(self, node_id: str) -> list[Edge]:
        return [e for e in self.records.edges if node_id in (e.source, e.target)]

    def _join_edges(self, node_id: str) -> None:
        """Keep the first of two edges of one type between the same nodes, with all evidence."""
        kept: dict[tuple[str, str, str], Edge] = {}
        for edge in list(self._edges_of(node_id)):
            key = (edge.source, edge.target, edge.type)
            first = kept.setdefault(key, edge)
            if first is not edge:
                add_statement(first.facts, edge.facts)
                first.evidence = united(first.evidence, edge.evidence)
                self.records.edges = [one for one in self.records.edges if one is not edge]

    def _renew(self, *touched: str) -> None:
        self.touched.update(touched)
        self.lookup = Lookup(self.records)
