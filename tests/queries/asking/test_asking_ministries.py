"""Sentences over the tables of a review of projects, of ministries that do not exist."""

from __future__ import annotations

from typing import Any

import pytest

from keikaku.graph.network import Graph
from keikaku.loaders.relational import load_tables
from keikaku.queries.registry import ask
from keikaku.queries.sentences import answer_to, understood
from tests.loaders.review_tables import ABOUT, LAW, MONEY, PARTS, TOTAL, UNIT, of, write


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    place = tmp_path_factory.mktemp("review")
    write(place, "about", [of(ABOUT, key, 事業開始年度="2029") for key in "123"])
    bureau = {"局・庁": "航路局"}
    units = [
        of(UNIT, "1", 府省庁="海洋省", 課="灯台課") | bureau,
        of(UNIT, "2", 府省庁="海洋省", 課="調査課") | bureau,
        of(UNIT, "3", 府省庁="海洋省", 課="調査課") | bureau,
    ]
    write(place, "units", units)
    laws = [
        of(LAW, "1", 政策="安全な海", 施策="灯台", 法令名="航路標識法"),
        of(LAW, "2", 政策="安全な海", 施策="なし"),
    ]
    write(place, "laws", laws)
    none = dict.fromkeys(PARTS, "0")
    money = [
        of(MONEY, "1", 予算年度="2030", **none, **{TOTAL: "1000"})
        | {"執行額（合計）": "900", "翌年度要求額（合計）": "5000.0"},
        of(MONEY, "2", 予算年度="2030", **none, **{TOTAL: "2000"}) | {"執行額（合計）": "100"},
    ]
    write(place, "money", money)
    return load_tables(place, "r", with_prose=True)


def rows(graph: Graph, sentence: str) -> list[Any]:
    parsed, words = understood(lambda _: graph, sentence)
    answer = answer_to(parsed, words, lambda name, **parameters: ask(name, graph, **parameters))
    return [*answer.rows]


@pytest.mark.parametrize(
    ("sentence", "projects"),
    [
        ("調査課の事業", {"2", "3"}),
        ("航路局が担当する事業", {"1", "2", "3"}),
        ("航路標識法に基づく事業", {"1"}),
        ("根拠法令のない事業", {"2", "3"}),
        ("施策のない事業", {"2", "3"}),
        ("灯台の施策に属する事業", {"1"}),
        ("2029年度に始まった事業", set()),  # only rows with a schedule begin surely
        ("指標のない取組", {"1", "2", "3"}),  # no part of a project is called so here
    ],
)
def test_projects_are_listed(graph: Graph, sentence: str, projects: set[str]) -> None:
    assert {row.number for row in rows(graph, sentence)} == projects


@pytest.mark.parametrize(
    ("sentence", "project"),
    [
        ("予算が一番大きい事業", "2"),  # not what was asked for the year after
        ("執行額が一番大きい事業", "1"),
        ("要求額が最も大きい事業は", "1"),
    ],
)
def test_a_stage_of_money_is_the_one_of_the_words(
    graph: Graph, sentence: str, project: str
) -> None:
    (row,) = rows(graph, sentence)
    assert row.plan == project


@pytest.mark.parametrize(
    "sentence", ["取組が一番多い課", "主管の取組が最も多い課", "事業が最も多い課は"]
)
def test_projects_are_counted_for_departments(graph: Graph, sentence: str) -> None:
    (row,) = rows(graph, sentence)
    assert row.name == "航路局調査課"
