"""Sentences read token by token: what people ask of the bundled graph, and the right answers."""

from __future__ import annotations

import pytest

import keikaku
from keikaku.graph import bundled
from keikaku.graph.network import Graph
from tests.queries.asking_cases import BUNDLED, HELD, Case
from tests.queries.asking_check import outcome
from tests.queries.asking_graph import Facts


@pytest.fixture(scope="module")
def graph() -> Graph:
    return keikaku.read()


@pytest.fixture(scope="module")
def facts() -> Facts:
    return Facts.of(bundled.path())


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEIKAKU_TODAY", "2024-07-01")


@pytest.mark.parametrize("case", BUNDLED, ids=lambda case: case.sentence)
def test_a_question_gets_the_right_answer(graph: Graph, facts: Facts, case: Case) -> None:
    verdict, told = outcome(graph, facts, case)
    assert verdict == "right", told


def test_there_are_many_cases_of_every_sort() -> None:
    assert len(BUNDLED) >= 120
    assert {case.kind for case in BUNDLED} == {
        *("plans", "names", "count", "share", "command", "refused", "two"),
    }
    assert len(HELD) * 3 >= len(BUNDLED) - 3
