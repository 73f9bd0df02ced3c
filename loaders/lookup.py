"""Look up records: a node by its id, its parts, the plan that a part belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from keikaku.graph.records import Edge, Node, Records

OWNING = ("HAS_PART", "MEASURED_BY")
"""The relations from a whole to a part that goes with it."""


class Lookup:
    """Indexes over records as they stand; make a new one after changing nodes or edges."""

    def __init__(self, records: Records) -> None:
        self.nodes: dict[str, Node] = {node.id: node for node in records.nodes}
        self._kinds: defaultdict[str, list[Node]] = defaultdict(list)
        self._types: defaultdict[str, list[Edge]] = defaultdict(list)
        self._parts: defaultdict[str, list[str]] = defaultdict(list)
        self._whole: dict[str, str] = {}
        for node in records.nodes:
            self._kinds[node.kind].append(node)
        for edge in records.edges:
            self._types[edge.type].append(edge)
            if edge.type in OWNING:
                self._parts[edge.source].append(edge.target)
                self._whole[edge.target] = edge.source

    def of_kind(self, kind: str) -> list[Node]:
        """Return the nodes of a kind, in order."""
        return self._kinds[kind]

    def of_type(self, relation: str) -> list[Edge]:
        """Return the edges of a type, in order."""
        return self._types[relation]

    def parts(self, node_id: str) -> Iterator[Node]:
        """Yield everything below a node: its parts, their parts, their indicators."""
        waiting, seen = list(self._parts[node_id]), {node_id}
        while waiting:
            part = waiting.pop(0)
            if part in seen:
                continue
            seen.add(part)
            if part in self.nodes:
                yield self.nodes[part]
            waiting.extend(self._parts[part])

    def plan_of(self, node_id: str) -> Node | None:
        """Return the plan (実施計画) that a node is or belongs to.

        None for what stands above plans.
        """
        seen: set[str] = set()
        while node_id not in seen:
            seen.add(node_id)
            node = self.nodes.get(node_id)
            if node is not None and node.kind == "Plan":
                return node
            node_id = self._whole.get(node_id, node_id)
        return None
