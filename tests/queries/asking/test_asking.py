"""Sentences as people say them, of the bundled and the example graph, and the right answers."""

from __future__ import annotations

import pytest

import keikaku
from keikaku.graph import bundled
from keikaku.graph.errors import KeikakuError
from keikaku.graph.network import Graph
from keikaku.queries.registry import ask
from keikaku.queries.sentences import answer_to, understood
from tests.queries.asking import kept as asking_kept
from tests.queries.asking import synonyms
from tests.queries.asking.cases import BUNDLED, HELD, Case
from tests.queries.asking.check import outcome
from tests.queries.asking.example_plan import EXAMPLE
from tests.queries.asking.facts import Facts
from tests.queries.asking.rare import RARE

AGAIN = "If this is meant: python -m tests.queries.asking.kept, and read the difference."


@pytest.fixture(scope="module")
def graph() -> Graph:
    return keikaku.read()


@pytest.fixture(scope="module")
def facts() -> Facts:
    return Facts.of(bundled.path())


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEIKAKU_TODAY", asking_kept.TODAY)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> tuple[Graph, Facts]:
    return asking_kept.example(tmp_path_factory.mktemp("example"))


@pytest.mark.parametrize("case", asking_kept.CASES, ids=lambda case: case.sentence)
def test_a_question_gets_the_right_answer(graph: Graph, facts: Facts, case: Case) -> None:
    verdict, reason = outcome(graph, facts, case)
    assert verdict == "right", reason
    words, said = asking_kept.line_of(case, reason)
    assert asking_kept.kept().get(words, said) == said, AGAIN


def test_everyday_words_that_say_the_same_have_the_same_answer(graph: Graph, facts: Facts) -> None:
    verdicts = {case.sentence: outcome(graph, facts, case) for case in synonyms.cases()}
    assert {k: v for k, v in verdicts.items() if v[0] != "right"} == {}


@pytest.mark.parametrize("sentence", RARE)
def test_a_sentence_of_a_rarer_form_is_read_as_it_was(
    graph: Graph, facts: Facts, sentence: str
) -> None:
    assert asking_kept.kept()[sentence] == asking_kept.rare(graph, facts, sentence), AGAIN


def test_what_is_not_there_is_said_in_words(graph: Graph, facts: Facts) -> None:
    parsed, words = understood(lambda _: graph, "市民税の徴収率は何％ですか", facts.names_of(graph))
    with pytest.raises(KeikakuError) as error:
        answer_to(parsed, words, lambda name, **parameters: ask(name, graph, **parameters))
    assert error.value.text.ja.startswith(
        "「指標名に「徴収率」を含む、かつ所管課が市民税課の指標」に"
    )


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
    monkeypatch.setenv("KEIKAKU_TODAY", asking_kept.TODAY_IN_EXAMPLE)
    verdict, reason = outcome(*example, case)
    assert verdict == "right", reason
    words, said = asking_kept.line_of(case, reason, of_example=True)
    assert asking_kept.kept().get(words, said) == said, AGAIN


def test_there_are_many_cases_of_every_sort() -> None:
    assert len(BUNDLED) >= 120
    assert {case.kind for case in BUNDLED} == {
        *("plans", "names", "count", "share", "command", "refused", "two"),
    }
    assert len(HELD) * 3 >= len(BUNDLED) - 3
