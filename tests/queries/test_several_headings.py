"""A project may serve several policies: it is a project of each of them."""

from __future__ import annotations

import pytest

import keikaku
from keikaku.graph import network, structure
from keikaku.queries.graph_walks import Graph
from tests.queries.drawn import drawn


@pytest.fixture
def graph() -> Graph:
    """Two goals: the first holds 1-1-1 and 1-1-2, the other 2-1-1 and, right below it, 1-1-1."""
    held = {"1-1-1": ["甲課"], "1-1-2": ["甲課"], "2-1-1": ["乙課"]}
    made = drawn(held=held, goals={"1-1-1": "1", "1-1-2": "1", "2-1-1": "2"})
    row = {"source": titled(made, "目標2"), "target": numbered(made, "1-1-1")}
    network.add_edge(made, {**row, "type": "HAS_PART", "order": 9, "evidence": []})
    return made


def titled(graph: Graph, title: str) -> str:
    return next(n for n, facts in graph.nodes(data=True) if facts.get("title") == title)


def numbered(graph: Graph, number: str) -> str:
    return next(
        n
        for n, facts in graph.nodes(data=True)
        if facts["kind"] == "Plan" and facts["number"] == number
    )


@pytest.mark.parametrize(
    ("goal", "numbers"), [("目標1", ["1-1-1", "1-1-2"]), ("目標2", ["1-1-1", "2-1-1"])]
)
def test_each_goal_has_it(graph: Graph, goal: str, numbers: list[str]) -> None:
    assert [row.number for row in keikaku.plans(graph, goal=goal).rows] == numbers
    assert [row.number for row in keikaku.plans(graph, level=goal).rows] == numbers


def test_the_work_of_each_goal_counts_it(graph: Graph) -> None:
    rows = keikaku.workload(graph, goal="目標2").rows
    assert {row.department: row.lead for row in rows} == {"甲課": 1, "乙課": 1}


def test_all_that_holds_it_is_listed_from_the_nearest(graph: Graph) -> None:
    wholes = structure.all_wholes_of(graph, numbered(graph, "1-1-1"))
    kinds = [graph.nodes[each]["kind"] for each in wholes]
    assert kinds[:2] == ["Goal", "Initiative"]  # what it stands right under
    assert sorted(kinds[2:]) == ["Goal", "PlanDocument"]
