"""``find`` and ``path``: the same from NetworkX and from Neo4j, for any condition."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import keikaku
from keikaku.graph import network
from keikaku.graph.network import Graph
from keikaku.graph.records import Node
from keikaku.graph.store.push import push
from keikaku.graph.store.server import Server
from keikaku.queries.expressions.field import Field
from keikaku.queries.expressions.fields import fields_of
from keikaku.queries.expressions.tree import expression
from tests.extent import LONG, examples
from tests.neo4j.asking import outcome
from tests.neo4j.conftest import empty
from tests.neo4j.expressions import KINDS, conditions
from tests.neo4j.random_graphs import document, tangle
from tests.queries.small_graph import DOC, records


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


_TOGETHER = examples(6, 1)  # fields that are shown by one statement
_JOINED = (" or ", " and not ")


def read_of(kind: str) -> list[Field]:
    """The fields of a kind; of those by way of its plans, which most kinds have, its share.

    A server takes most of the time to plan each new statement. So each of these fields is read of
    one kind, the next field of the next; with KEIKAKU_TEST_LONG of all kinds.
    """
    return [field for field in readable(kind) if not field.via_plans or kind in _ways()[field.key]]


@cache
def _ways() -> dict[str, list[str]]:
    """For each field by way of plans, the kinds of which it is read."""
    ways: dict[str, list[str]] = {}
    for kind in KINDS:
        for field in readable(kind):
            if field.via_plans:
                ways.setdefault(field.key, []).append(kind)
    if LONG:
        return ways
    return {key: [kinds[turn % len(kinds)]] for turn, (key, kinds) in enumerate(ways.items())}


def readable(kind: str) -> list[Field]:
    return [field for field in fields_of(kind) if field.type != "prose" and field.key != "year"]


def test_every_field_is_read_of_some_kind() -> None:
    for by_plans in (False, True):
        every, read = (
            {field.key for kind in KINDS for field in of(kind) if field.via_plans == by_plans}
            for of in (readable, read_of)
        )
        assert read == every


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_a_kind_reads_alike(filled: Server, real: Graph, kind: str) -> None:
    names = [field.spelling for field in read_of(kind)]
    for at in range(0, len(names), _TOGETHER):
        columns = "、".join(names[at : at + _TOGETHER])
        same(filled, real, "find", {"kind": kind, "fields": columns, "sort": f"-{names[at]}"})
    for at in range(0, len(names), 3):
        three = names[at : at + 3]
        states = [f"{n}={s}" for n, s in zip(three, ("有", "無し", "不明"), strict=False)]
        where = {"where": _JOINED[at % 2].join(states), "sort": f"-{three[-1]}", "top": "5"}
        same(filled, real, "find", {"kind": kind, **where})
    for name in names[::_TOGETHER]:
        same(filled, real, "find", {"kind": kind, "by": name})


@settings(
    max_examples=examples(8, 200),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
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
        {"compare": "2-2-1,2-2-2"},
        {"where": "テーマ=キャッシュレス", "by": "所管課", "share": True, "top": 1},
        {"kind": "指標", "where": "達成=有 and 方向=維持", "fields": "差,倍率"},
        {"kind": "行動計画", "where": "個別取組=開成山公園 or 終了年度=2027"},
        {"kind": "指標", "by": "単位", "of": "目標値"},
        {"kind": "所管課", "sort": "-計画数", "top": "3"},
        {"kind": "所管課", "where": "テーマ=5レス", "document": "koriyama-2022"},
        {"kind": "指標", "where": "目標値>=90%"},
        {"where": "テーマ=テレワーク or not 開始年度=2022", "by": "テーマ"},
        {"kind": "所管課", "where": "not テーマ=口座振替"},
        {"kind": "指標", "where": "目標値>=1億円 or 現況値<5000万円"},
        {"where": "指標(現況値=無し and 目標値=有)>=2 or テーマ(計画数>20)=無し"},
        {"kind": "所管課", "where": "計画(テーマ=AI and not 指標(達成=有)=有)=有"},
        {"kind": "行動計画", "where": "計画(依存先(テーマ=DX)=有)=有", "by": "年度", "place": 2},
        {"kind": "所管課", "sort": "-計画数", "place": "2"},
        {"by": "年度", "of": "指標数"},
        {"kind": "指標", "where": "単位=%", "of": "目標値"},
        {"where": "テーマ=テレワーク or 5レス in テーマ or 根拠=有 and 主管課=情報"},
        {"where": "テーマ=5レス and not 印=AI or 依存元=有 or 関係団体=有 or SDGs=有"},
        {"kind": "指標", "where": "目標値>=90", "fields": "現況値、目標値、単位"},
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


def test_what_stands_alone_in_a_document_is_of_it(server: Server) -> None:
    known = records()
    known.nodes.append(Node(f"{DOC}/department/1", "Department", "観光課", {"name": "観光課"}))
    graph = network.from_records(known)
    list(push(server, [graph]))
    parameters = {"kind": "所管課", "where": "名称=観光課", "document": DOC}
    (row,) = outcome(server, "find", parameters).rows
    assert row.name == "観光課"
    same(server, graph, "find", parameters)


@settings(
    max_examples=examples(2, 30),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data(), graph=st.one_of(document("d1"), tangle("t1")))
def test_any_graph_answers_alike(connection: Server, data: st.DataObject, graph: Graph) -> None:
    empty(connection)
    list(push(connection, [graph]))
    for kind in KINDS:
        where = expression(data.draw(conditions(graph, kind)))
        same(connection, graph, "find", {"kind": kind, "where": where})
