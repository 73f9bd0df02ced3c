"""Sentences about budgets, evaluations and divisions: what a graph of forms of projects holds."""

from __future__ import annotations

from typing import Any

import pytest

import keikaku
from keikaku.graph import network
from keikaku.graph.errors import KeikakuError
from keikaku.graph.network import Graph
from keikaku.queries.answers import Answer
from keikaku.queries.registry import ask
from keikaku.queries.sentences import answer_to, understood
from tests.queries.deep_plan import deep


@pytest.fixture(scope="module")
def graph() -> Graph:
    return network.from_payload(network.to_payload(deep()))


def answer(graph: Graph, sentence: str) -> Answer[Any]:
    parsed, words = understood(lambda _: graph, sentence)
    return answer_to(parsed, words, lambda name, **parameters: ask(name, graph, **parameters))


@pytest.mark.parametrize(
    ("sentence", "plan"),
    [
        ("予算が一番大きい事業", "支払いの電子化"),
        ("令和7年度の予算が最も少ない事業はどれですか", "備蓄の管理"),
        ("決算額が最も大きい事業は", "備蓄の管理"),
        ("予算が100万円以上の事業", "支払いの電子化"),
        ("which project has the largest budget", "支払いの電子化"),
        ("人件費が一番大きい事業", "支払いの電子化"),
    ],
)
def test_budgets_are_ranked_and_held_to_amounts(graph: Graph, sentence: str, plan: str) -> None:
    (row,) = answer(graph, sentence).rows
    assert row.plan_title == plan


def test_a_year_that_is_not_said_is_the_last_and_the_command_says_which(graph: Graph) -> None:
    assert answer(graph, "予算が一番大きい事業").command == (
        'keikaku find 予算 --where "段階=計画 and 年度=2025" --sort -金額 --top 1'
    )


@pytest.mark.parametrize(
    ("sentence", "total"),
    [
        ("予算の合計は", 2_000_009),
        ("財政課の予算はいくらですか", 2_000_000),
        ("決算の総額", 1_200_000),
    ],
)
def test_budgets_are_added_up_within_one_stage_and_year(
    graph: Graph, sentence: str, total: int
) -> None:
    (row,) = answer(graph, sentence).rows
    assert row.sum == total


def test_a_budget_of_a_year_that_has_only_the_settled_is_refused(graph: Graph) -> None:
    with pytest.raises(KeikakuError):
        answer(graph, "令和6年度の予算が一番多い事業")


def test_a_graph_without_budgets_says_so() -> None:
    with pytest.raises(KeikakuError, match="予算や決算の金額は"):
        answer(keikaku.read(), "予算が一番大きい計画")


@pytest.mark.parametrize("sentence", ["拡充とされた事業", "今後の方向性が拡充の事業は何件ですか"])
def test_an_evaluation_is_asked_for_by_where_it_leads(graph: Graph, sentence: str) -> None:
    assert [row.title for row in answer(graph, sentence).rows] == ["備蓄の管理"]


@pytest.mark.parametrize("sentence", ["計画が一番多い課は", "Which department has the most plans?"])
def test_the_most_plans_are_those_of_a_department_not_of_its_division(
    graph: Graph, sentence: str
) -> None:
    assert [row.name for row in answer(graph, sentence).rows] == ["防災課"]


def test_a_word_is_looked_for_whole(graph: Graph) -> None:
    with pytest.raises(KeikakuError):
        answer(graph, "備蓄管理の事業")


def test_plans_of_a_division_are_those_of_its_departments(graph: Graph) -> None:
    divisions = [
        facts["name"]
        for _, facts in graph.nodes(data=True)
        if facts["kind"] == "Department" and facts.get("level") == "division"
    ]
    rows = answer(graph, f"{divisions[0]}の計画").rows
    assert {row.name for row in rows} >= {"備蓄の管理", "避難所の改修"}
