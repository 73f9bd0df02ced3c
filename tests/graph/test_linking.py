"""A plan that is named in another and loaded beside it is tied to what names it."""

from __future__ import annotations

from keikaku.graph import merging, network, validation
from keikaku.graph.linking import link_documents
from keikaku.graph.network import Graph
from keikaku.graph.records import Edge, Node
from tests.graph.graphs import small


def _both(name: str, sort: str = "plan") -> Graph:
    naming, plan = small("minato-2023"), small("sakura-2024", "さくら市")
    naming.nodes.append(Node("guideline/x", "Guideline", name, {"name": name, "type": sort}))
    naming.edges.append(Edge("minato-2023/plan/1-1-1", "guideline/x", "GROUNDED_IN"))
    plan.nodes[1].facts["title"] = "さくら市子育て〜応援計画"
    graph, _ = merging.merge([network.from_records(naming), network.from_records(plan)])
    link_documents(graph)
    return graph


def test_a_named_plan_that_is_loaded_is_that_document() -> None:
    graph = _both("さくら市子育て～応援計画")
    assert graph.has_edge("guideline/x", "sakura-2024", "IS_DOCUMENT")
    validation.validate(network.to_payload(graph))
    link_documents(graph)
    assert graph.number_of_edges("guideline/x", "sakura-2024") == 1


def test_another_name_or_a_law_is_none() -> None:
    assert not _both("さくら市計画").has_edge("guideline/x", "sakura-2024")
    assert not _both("さくら市子育て～応援計画", "law").has_edge("guideline/x", "sakura-2024")
