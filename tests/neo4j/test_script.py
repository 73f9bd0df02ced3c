"""The script of ``keikaku export plan.cypher`` run in a real server."""

from __future__ import annotations

from collections import Counter

import pytest

import keikaku
from exports import cypher, flat
from graph import network
from graph.network import Graph
from graph.store.server import Server
from tests.queries.small_graph import small_graph
from tests.visualizations.test_inert import Struck


@pytest.mark.parametrize(
    "graph", [small_graph(), network.from_records(Struck().records), keikaku.read()]
)
def test_the_script_makes_the_same_nodes_and_relations(graph: Graph, server: Server) -> None:
    for _ in range(2 if len(graph) < 100 else 1):
        for statement in cypher.statements(graph):
            server.command(statement)
    nodes = server.read("MATCH (n) RETURN n.id AS id, labels(n)[0] AS kind, properties(n) AS facts")
    assert {row["id"]: row["kind"] for row in nodes} == {
        node: facts["kind"] for node, facts in graph.nodes(data=True)
    }
    for row in nodes:
        told = flat.of_node(graph.nodes[row["id"]])
        del told["kind"]
        assert row["facts"] == told | {"id": row["id"]}
    edges = server.read("MATCH (a)-[r]->(b) RETURN a.id AS a, b.id AS b, type(r) AS type")
    assert Counter((row["a"], row["b"], row["type"]) for row in edges) == Counter(
        (source, target, facts["type"]) for source, target, facts in graph.edges(data=True)
    )
