"""``find`` and ``path``: the same from NetworkX and from Neo4j, for any condition."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import keikaku
from keikaku.graph.network import Graph
from keikaku.graph.store.push import push
from keikaku.graph.store.server import Server
from keikaku.queries.expressions.fields import fields_of
from keikaku.queries.expressions.tree import expression
from tests.neo4j.asking import outcome
from tests.neo4j.conftest import empty
from tests.neo4j.expressions import KINDS, conditions
from tests.neo4j.random_graphs import document, tangle


@pytest.fixture(scope="module")
def real() -> Graph:
    return keikaku.read()


@pytest.fixture(scope="module")
def filled(connection: Server, real: Graph) -> Server:
    empty(connection)
    list(push(connection, [real]))
    return connection


def same(server: Server, graph: Graph, question: str, parameters: dict[str, Any]) -> None:
    assert outcome(server, question, parameters) == outcome(graph, question, parameters), parameters


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_a_kind_reads_alike(filled: Server, real: Graph, kind: str) -> None:
    shown = [f.spelling for f in fields_of(kind) if f.type != "prose" and f.key != "year"]
    # A server takes most of the time to plan each new statement: the states go round.
    for number, name in enumerate(shown):
        same(filled, real, "find", {"kind": kind, "fields": name, "sort": f"-{name}", "top": "5"})
        state = ("有", "無し", "不明")[number % 3]
        same(filled, real, "find", {"kind": kind, "where": f"{name}={state}"})
    for name in shown[::3]:
        same(filled, real, "find", {"kind": kind, "by": name})


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data(), kind=st.sampled_from(KINDS))
def test_any_condition_holds_alike(
    filled: Server, real: Graph, data: st.DataObject, kind: str
) -> None:
    where = expression(data.draw(conditions(real, kind)))
    same(filled, real, "find", {"kind": kind, "where": where})


@pytest.mark.parametrize(
    "parameters",
    [
        {"where": "テーマ=DX", "among": "所管課=DX戦略課", "share": True},
        {"compare": "収納課,保育課"},
        {"compare": "1,2"},
        {"kind": "指標", "by": "単位", "of": "目標値"},
        {"kind": "所管課", "sort": "-計画数", "top": "3"},
        {"kind": "所管課", "where": "テーマ=5レス", "document": "koriyama-2022"},
        {"kind": "指標", "where": "目標値>=90%"},
        {"where": "テーマ=テレワーク or not 開始年度=2022", "by": "テーマ"},
        {"kind": "所管課", "where": "not テーマ=口座振替"},
    ],
)
def test_options_answer_alike(filled: Server, real: Graph, parameters: dict[str, Any]) -> None:
    same(filled, real, "find", parameters)


@pytest.mark.parametrize(
    ("start", "end"),
    [("2-2-5", "2-2-6"), ("1-1-1", "1-1-2"), ("収納課", "保育課"), ("AI", "福島県"), ("DX", "DX")],
)
def test_paths_are_alike(filled: Server, real: Graph, start: str, end: str) -> None:
    same(filled, real, "path", {"start": start, "end": end})


@settings(
    max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data(), graph=st.one_of(document("d1"), tangle("t1")))
def test_any_graph_answers_alike(connection: Server, data: st.DataObject, graph: Graph) -> None:
    empty(connection)
    list(push(connection, [graph]))
    for kind in KINDS:
        for _ in range(4):
            where = expression(data.draw(conditions(graph, kind)))
            same(connection, graph, "find", {"kind": kind, "where": where})
