"""An answer says which parameters it was asked with, as they were understood."""

from __future__ import annotations

from typing import Any

import pytest

import keikaku
from keikaku.graph.network import Graph
from keikaku.queries.registry import ask

QUESTIONS: list[tuple[str, dict[str, Any]]] = [
    ("check", {"severity": "warning"}),
    ("check", {"settled": True}),
    ("check", {"code": "no-measurable-target"}),
    ("plans", {"theme": "キャッシュレス"}),
    ("plans", {"department": "収納課"}),
    ("plans", {"goal": "1"}),
    ("plans", {"initiative": "1-1"}),
    ("plans", {"sdg": "11"}),
    ("plans", {"text": "窓口"}),
    ("plans", {"year": 2023}),
    ("plans", {"year": 2023, "certain": True}),
    ("plans", {"theme": "DX", "basis": "mark"}),
    ("plan", {"number": "2-2-5"}),
    ("workload", {"department": "収納課"}),
    ("workload", {"goal": "1"}),
    ("workload", {"by": "year"}),
    ("workload", {"certain": True}),
    ("dependencies", {"node": "2-2-5", "depth": 1}),
    ("dependencies", {"node": "2-2-5", "include_inferred": True}),
    ("impact", {"node": "2-2-5", "depth": 1}),
    ("impact", {"node": "収納課", "include_inferred": True}),
    ("indicators", {"without_baseline": True}),
    ("indicators", {"at_target": True}),
    ("indicators", {"unit": "件"}),
    ("indicators", {"department": "収納課"}),
    ("indicators", {"goal": "2"}),
    ("themes", {"theme": "DX"}),
    ("themes", {"with_theme": "DX"}),
    ("themes", {"with_theme": "DX", "and_theme": "BPR"}),
    ("themes", {"basis": "text"}),
    ("themes", {"matrix": "goals"}),
    ("themes", {"goal": "1"}),
    ("guidelines", {"matrix": "departments"}),
    ("guidelines", {"goal": "1"}),
    ("departments", {"department": "収納課"}),
    ("departments", {"matrix": "themes"}),
    ("departments", {"goal": "1"}),
    ("bridges", {"top": 3}),
    ("find", {"kind": "Plan", "where": "テーマ=DX", "top": 2}),
    ("find", {"kind": "Department", "sort": "-計画数", "top": 1}),
    ("find", {"kind": "Plan", "where": "テーマ=DX", "count": True}),
    ("find", {"kind": "Plan", "where": "テーマ=DX", "share": True}),
    ("path", {"start": "2-2-5", "end": "2-2-6"}),
]
UNDERSTOOD: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("find", {"kind": "計画", "by": "課"}, {"kind": "Plan", "by": "department"}),
    ("find", {"kind": "計画", "of": "指標数"}, {"kind": "Plan", "of": "indicator_count"}),
]


@pytest.fixture(scope="module")
def graph() -> Graph:
    return keikaku.read()


@pytest.mark.parametrize(("question", "typed"), QUESTIONS, ids=str)
def test_an_answer_says_what_it_was_asked(
    graph: Graph, question: str, typed: dict[str, Any]
) -> None:
    answer = ask(question, graph, **typed)
    assert (answer.question, answer.parameters) == (question, typed)


@pytest.mark.parametrize(("question", "typed", "understood"), UNDERSTOOD, ids=str)
def test_what_was_typed_is_said_as_it_was_understood(
    graph: Graph, question: str, typed: dict[str, Any], understood: dict[str, Any]
) -> None:
    assert ask(question, graph, **typed).parameters == understood
