"""A script for ``cypher-shell`` and Neo4j Browser that makes the same nodes and relations.

It is for databases without keikaku; ``keikaku push`` keeps more (findings, and which document
states what) and brings a database up to date. Running the script twice changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from keikaku.exports import flat
from keikaku.graph.files import write_whole
from keikaku.graph.kinds import KINDS
from keikaku.graph.network import Graph

_ESCAPED = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_RISKY = re.compile(r"[\\'\n\r\t\x00-\x1f\x7f-\x9f\u2028\u2029]")


def write(path: Path, graph: Graph) -> None:
    """Write the script, whole or not at all.

    Raises:
        KeikakuError: the place cannot be written to.
    """
    write_whole(path, "".join(f"{statement};\n" for statement in statements(graph)))


def statements(graph: Graph) -> Iterator[str]:
    """Yield the statements in order, without their semicolons: constraints, nodes, relations."""
    kinds = {facts["kind"] for _, facts in graph.nodes(data=True)}
    for kind in KINDS:
        if kind.name in kinds:
            yield (
                f"CREATE CONSTRAINT {kind.name.lower()}_id IF NOT EXISTS "
                f"FOR (n:{kind.name}) REQUIRE n.id IS UNIQUE"
            )
    for node, facts in graph.nodes(data=True):
        node_facts = flat.of_node(facts)
        label = node_facts.pop("kind")
        yield f"MERGE (n:{label} {{id: {_value(node)}}}) SET n += {_map(node_facts)}"
    for source, target, facts in graph.edges(data=True):
        node_facts = flat.of_edge(facts)
        relation = node_facts.pop("relation")
        yield (
            f"MATCH {_end('a', graph, source)}, {_end('b', graph, target)} "
            f"MERGE (a)-[r:{relation}]->(b) SET r += {_map(node_facts)}"
        )


def _end(name: str, graph: Graph, node: str) -> str:
    return f"({name}:{graph.nodes[node]['kind']} {{id: {_value(node)}}})"


def _map(facts: dict[str, Any]) -> str:
    return "{" + ", ".join(f"{name}: {_value(value)}" for name, value in facts.items()) + "}"


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"'{_RISKY.sub(_escape, value)}'"
    return repr(value)


def _escape(match: re.Match[str]) -> str:
    return _ESCAPED.get(match[0], f"\\u{ord(match[0]):04x}")
