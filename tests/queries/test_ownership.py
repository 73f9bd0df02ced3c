"""One document's id may begin another's: each question answers for the one that is named."""

from __future__ import annotations

import pytest

from keikaku.graph import merging, network
from keikaku.graph.errors import KeikakuError
from keikaku.graph.network import Graph
from keikaku.queries.map_answers import answers
from keikaku.queries.map_data import structure
from keikaku.queries.registry import ask
from keikaku.queries.scope import one_document
from keikaku.visualizations.content import page_content
from tests.graph.graphs import small
from tests.queries.small_graph import CITY, DOC, records

WHOLE, PART = "midorino", "midorino/b"


@pytest.fixture
def both() -> Graph:
    return merging.merge([network.from_records(small(name)) for name in (WHOLE, PART)])[0]


@pytest.mark.parametrize("document", [WHOLE, PART])
def test_a_question_answers_for_the_document_that_is_named(both: Graph, document: str) -> None:
    assert [row.document for row in ask("plan", both, number="1-1-1", document=document).rows] == [
        document
    ]
    assert [row.document for row in ask("plans", both, document=document).rows] == [document]
    assert [row.document for row in ask("indicators", both, document=document).rows] == [document]


@pytest.mark.parametrize("kind", ["テーマ", "所管課", "SDGs"])
def test_what_documents_share_is_counted_for_the_one_that_is_named(kind: str) -> None:
    """Two editions that say the same: each has half of all plans."""
    editions = [network.from_records(records(name, CITY)) for name in ("aozora-2026", DOC)]
    both = merging.merge(editions)[0]
    alone = {row.id: row.values for row in ask("find", editions[0], kind=kind, fields="計画").rows}
    of_one = ask("find", both, kind=kind, fields="計画", document="aozora-2026").rows
    assert {row.id: row.values for row in of_one} == {row.id: alone[row.id] for row in of_one}
    whole = {row.id: row.values for row in ask("find", both, kind=kind, fields="計画数").rows}
    counts = {row.id: row.values["plan_count"] for row in of_one}
    assert counts
    assert {n: whole[n]["plan_count"] for n in counts} == {n: 2 * c for n, c in counts.items()}


def test_the_map_puts_each_node_under_its_document(both: Graph) -> None:
    built = structure(both)
    assert [group.node for group in built.documents] == [WHOLE, PART]
    content = page_content(both, built, answers(both), "ja")
    placed = {node["id"]: node["document"] for node in content["nodes"]}
    assert placed[f"{WHOLE}/plan/1-1-1"] == 0
    assert placed[f"{PART}/plan/1-1-1"] == 1
    assert placed["theme/キャッシュレス"] is None


def test_the_documents_to_choose_from_are_listed(both: Graph) -> None:
    with pytest.raises(KeikakuError, match="midorino、midorino/b"):
        one_document(both, None)
    assert one_document(both, PART) == PART
