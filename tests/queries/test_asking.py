"""Sentences as people say them, of the bundled and the example graph, and the right answers."""

from __future__ import annotations

from pathlib import Path

import pytest

import keikaku
from keikaku.graph import bundled
from keikaku.graph.network import Graph
from keikaku.queries.registry import ask
from keikaku.queries.sentences import answer_to, understood
from tests.queries.asking_cases import BUNDLED, HELD, Case
from tests.queries.asking_check import outcome
from tests.queries.asking_example import EXAMPLE
from tests.queries.asking_graph import Facts
from tests.queries.asking_more import MORE
from tests.queries.asking_plain import PLAIN
from tests.queries.asking_six import SIX
from tests.queries.asking_six_english import SIX_ENGLISH
from tests.queries.asking_six_more import SIX_MORE
from tests.queries.asking_traps import TRAPS


@pytest.fixture(scope="module")
def graph() -> Graph:
    return keikaku.read()


@pytest.fixture(scope="module")
def facts() -> Facts:
    return Facts.of(bundled.path())


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEIKAKU_TODAY", "2024-07-01")


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> tuple[Graph, Facts]:
    """Return the graph of the example plan, and the same to look facts up in."""
    file = tmp_path_factory.mktemp("example") / "example.json"
    graph = keikaku.load(Path("examples/midorino-2026-plan.txt"))
    keikaku.write(graph, file)
    return graph, Facts.of(file)


@pytest.mark.parametrize(
    "case",
    [*BUNDLED, *MORE, *PLAIN, *TRAPS, *SIX, *SIX_MORE, *SIX_ENGLISH],
    ids=lambda case: case.sentence,
)
def test_a_question_gets_the_right_answer(graph: Graph, facts: Facts, case: Case) -> None:
    verdict, reason = outcome(graph, facts, case)
    assert verdict == "right", reason


def test_a_mean_is_of_the_values_in_the_unit_that_is_asked(graph: Graph, facts: Facts) -> None:
    nodes = [facts.nodes[node] for node in facts.kind("Indicator")]
    targets = [node["target"] for node in nodes if node.get("target")]
    values = [target["value"] for target in targets if target["unit"] == "%"]
    parsed, words = understood(
        lambda _: graph, "単位が％の指標の目標値の平均", facts.names_of(graph)
    )
    answer = answer_to(parsed, words, lambda name, **parameters: ask(name, graph, **parameters))
    (row,) = answer.rows
    assert row.group == "%"
    assert row.mean == pytest.approx(sum(values) / len(values), rel=1e-4)


@pytest.mark.parametrize("case", EXAMPLE, ids=lambda case: case.sentence)
def test_a_question_about_another_city_gets_the_right_answer(
    example: tuple[Graph, Facts], case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KEIKAKU_TODAY", "2027-07-01")
    verdict, reason = outcome(*example, case)
    assert verdict == "right", reason


def test_there_are_many_cases_of_every_sort() -> None:
    assert len(BUNDLED) >= 120
    assert {case.kind for case in BUNDLED} == {
        *("plans", "names", "count", "share", "command", "refused", "two"),
    }
    assert len(HELD) * 3 >= len(BUNDLED) - 3
