"""The script of ``keikaku export plan.cypher`` run in a real server."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from neo4j import ManagedTransaction

import keikaku
from keikaku.exports import cypher_script, flat
from keikaku.graph import network
from keikaku.graph.network import Graph
from keikaku.graph.store.server import Server
from tests.queries.small_graph import small_graph
from tests.visualizations.test_inert import Struck

EXAMPLE = Path(__file__).parents[2] / "examples" / "midorino-2026-plan.txt"


def _run(transaction: ManagedTransaction, statements: list[str]) -> None:
    for statement in statements:
        transaction.run(statement).consume()


def _part_of_the_example() -> Graph:
    """Each fourth node of a real plan: a server needs long for a thousand different statements."""
    graph = keikaku.load(EXAMPLE)
    return graph.subgraph([*graph][::4])


@pytest.mark.parametrize(
    "graph", [small_graph(), network.from_records(Struck().records), _part_of_the_example()]
)
def test_the_script_makes_the_same_nodes_and_relations(graph: Graph, server: Server) -> None:
    lines = list(cypher_script.statements(graph))
    schema = [each for each in lines if each.startswith("CREATE CONSTRAINT")]
    for statement in schema:
        server.command(statement)
    for _ in range(2):
        server.write(_run, lines[len(schema) :])
    nodes = server.read("MATCH (n) RETURN n.id AS id, labels(n)[0] AS kind, properties(n) AS facts")
    assert {row["id"]: row["kind"] for row in nodes} == {
        node: facts["kind"] for node, facts in graph.nodes(data=True)
    }
    for row in nodes:
        facts = flat.of_node(graph.nodes[row["id"]])
        del facts["kind"]
        assert row["facts"] == facts | {"id": row["id"]}
    edges = server.read("MATCH (a)-[r]->(b) RETURN a.id AS a, b.id AS b, type(r) AS type")
    assert Counter((row["a"], row["b"], row["type"]) for row in edges) == Counter(
        (source, target, facts["type"]) for source, target, facts in graph.edges(data=True)
    )
