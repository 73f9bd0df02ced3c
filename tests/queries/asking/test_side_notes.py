"""What an answer says beside its rows: the other kind of work, its steps, sums of themes."""

from __future__ import annotations

import pytest

import keikaku
from keikaku.graph.network import Graph
from keikaku.queries.registry import ask
from keikaku.queries.sentences import answered


@pytest.fixture(scope="module")
def graph() -> Graph:
    return keikaku.read()


def _notes(graph: Graph, sentence: str) -> str:
    answer = answered(lambda _: graph, lambda name, **more: ask(name, graph, **more), sentence)
    return "\n".join(note.ja for note in answer.notes)


def test_when_an_action_begins_its_steps_are_named(graph: Graph) -> None:
    notes = _notes(graph, "引越しワンストップサービスはいつから始まりますか")
    assert "が2022年度、「サービス開始・事業周知」が2023年度から" in notes


@pytest.mark.parametrize("sentence", ["財政課は2024年度に何をしますか", "財政課の2024年度の取組"])
def test_work_of_a_year_names_the_milestones_too(graph: Graph, sentence: str) -> None:
    assert "行動計画（年度ごとの予定）のうち、2024年度のものは1件です（「周知期間」）" in _notes(
        graph, sentence
    )


def test_milestones_of_a_year_name_the_actions_too(graph: Graph) -> None:
    assert "取組内容のうち、2024年度のものは2件です" in _notes(graph, "財政課の2024年度の予定")


def test_a_theme_that_sums_others_is_not_first_silently(graph: Graph) -> None:
    assert "これを除くとペーパーレス（22件）です" in _notes(graph, "計画が一番多いテーマ")
