"""A plan that another one names is that document, whichever of the two is pushed first."""

from __future__ import annotations

from itertools import permutations

import pytest

import keikaku
from keikaku.graph import network
from keikaku.graph.network import Graph
from keikaku.graph.records import Edge, Node
from keikaku.graph.store.pull import pull
from keikaku.graph.store.push import push
from keikaku.graph.store.server import Server
from tests.graph.graphs import small
from tests.neo4j.server import Address

_TIES = "MATCH (g:Guideline)-[r:IS_DOCUMENT]->(d) RETURN g.id AS rule, d.id AS document"
TIE = {"rule": "guideline/x", "document": "sakura-2024"}


def documents() -> dict[str, Graph]:
    city, other = small("minato-2023"), small("sakura-2024", "さくら市")
    title = "さくら市子育て応援計画"
    city.nodes.append(Node("guideline/x", "Guideline", title, {"name": title, "type": "plan"}))
    city.edges.append(Edge("minato-2023/plan/1-1-1", "guideline/x", "GROUNDED_IN"))
    other.nodes[1].facts["title"] = title
    return {"city": network.from_records(city), "other": network.from_records(other)}


@pytest.mark.parametrize("order", list(permutations(("city", "other"))))
def test_the_tie_appears_in_either_order(
    order: tuple[str, str], server: Server, login: Address
) -> None:
    graphs = documents()
    for name in order:
        list(push(server, [graphs[name]]))
    assert server.read(_TIES) == [TIE]
    again = [row for name in order for row in push(server, [graphs[name]])]
    assert all((row.created, row.updated, row.removed) == (0, 0, 0) for row in again)
    assert server.read(_TIES) == [TIE]
    both, _ = keikaku.merge(graphs["city"], graphs["other"])
    assert pull(server).has_edge("guideline/x", "sakura-2024", "IS_DOCUMENT")
    with keikaku.open(login.uri) as store:
        for document in ("sakura-2024", "minato-2023"):
            there = store.impact("さくら市子育て応援計画", document=document)
            assert (
                there.rows == keikaku.impact(both, "さくら市子育て応援計画", document=document).rows
            )


def test_the_tie_goes_with_the_title(server: Server) -> None:
    graphs = documents()
    list(push(server, graphs.values()))
    assert server.read(_TIES) == [TIE]
    graphs["other"].nodes["sakura-2024"]["title"] = "さくら市若者計画"
    list(push(server, [graphs["other"]]))
    assert server.read(_TIES) == []


def test_documents_that_are_pushed_tied_are_tied_once(server: Server) -> None:
    graphs = documents()
    list(push(server, [graphs["city"]]))
    list(push(server, [graphs["other"]]))
    both, _ = keikaku.merge(graphs["city"], graphs["other"])
    list(push(server, [both]))
    assert server.read(_TIES) == [TIE]
