"""The first rows of a long answer: a server makes no others, and a table says the same of both."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest

from benchmarks.cities import cities
from keikaku.cli.cutting import Limit
from keikaku.cli.output import Reader, render_answer
from keikaku.graph import merging, network
from keikaku.graph.network import Graph
from keikaku.graph.records import Edge, Node
from keikaku.graph.store.push import push
from keikaku.graph.store.server import Server
from keikaku.queries.cypher.statements import ask_server
from keikaku.queries.registry import ask
from tests.neo4j.asking import outcome
from tests.neo4j.conftest import empty
from tests.queries.small_graph import DOC, records

_QUESTIONS: list[tuple[str, dict[str, Any]]] = [
    ("plans", {"theme": "キャッシュレス"}),
    ("plans", {"theme": ["キャッシュレス", "DX"]}),
    ("plans", {"basis": "mark", "year": "2024"}),
    ("plans", {"department": "収納第1課"}),
    ("plans", {"text": "システム", "document": "city-0002"}),
    ("plans", {}),
    ("workload", {}),
    ("workload", {"by": "year"}),
    ("workload", {"goal": "1"}),
    ("impact", {"node": "2-2-5"}),
    ("impact", {"node": "公共施設等総合管理計画"}),
    ("impact", {"node": "キャッシュレス", "include_inferred": True}),
    ("impact", {"node": "DX", "depth": "1"}),
]


@pytest.fixture(scope="module")
def several() -> Graph:
    return merging.merge(cities(4))[0]


@pytest.fixture(scope="module")
def filled(connection: Server, several: Graph) -> Server:
    empty(connection)
    list(push(connection, [several]))
    return connection


@pytest.mark.parametrize(("question", "parameters"), _QUESTIONS)
@pytest.mark.parametrize("most", [3, 60])
def test_a_table_of_first_rows_says_the_same(
    filled: Server, several: Graph, question: str, parameters: dict[str, Any], most: int
) -> None:
    reader = Reader("ja", several="document" not in parameters, limit=Limit(most, most))
    view = import_module(f"keikaku.cli.views.{question}_view")
    whole = ask(question, several, **parameters)
    first = ask_server(question, filled, first=most, **parameters)
    assert render_answer(first, view, "table", reader) == render_answer(
        whole, view, "table", reader
    )
    assert first.rows == whole.rows[: len(first.rows)] or question == "plans"


def test_what_is_not_shown_is_not_made(filled: Server) -> None:
    first = ask_server("impact", filled, first=3, node="2-2-5")
    assert len(first.rows) == 3
    assert first.beyond.rows == 5
    first = ask_server("workload", filled, first=3)
    assert {row.document for row in first.rows} == {"city-0000"}
    assert first.beyond.rows == 3 * 42


def test_a_number_of_very_many_plans_lists_what_is_lost_with_the_first(
    several: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In every city, 2-2-5 is a plan."""
    monkeypatch.setattr("keikaku.queries.impact.losses.MOST_PLANS", 2)
    whole = ask("impact", several, node="2-2-5")
    assert {each.document for each in whole.totals or ()} == {"city-0000", "city-0001"}
    assert whole.notes[0].ja.startswith("計画が4件あるため")


@pytest.mark.parametrize("typed", ["pfi法", "ＰＦＩ法", "pfi"])
def test_an_alias_in_other_letters_is_looked_up_in_the_server(server: Server, typed: str) -> None:
    """The whole name of one wins over a part of the other's, however it is spelt."""
    known = records()
    rules = [("民間資金活用法", ["ＰＦＩ法"]), ("新PFI法の指針", [])]
    for name, aliases in rules:
        facts = {"name": name, "type": "law", "aliases": aliases}
        known.nodes.append(Node(f"guideline/{name}", "Guideline", name, facts))
        known.edges.append(Edge(f"{DOC}/plan/1-1-2", f"guideline/{name}", "GROUNDED_IN"))
    graph = network.from_payload(network.to_payload(network.from_records(known)))
    list(push(server, [graph]))
    assert outcome(server, "impact", {"node": typed}) == outcome(graph, "impact", {"node": typed})
