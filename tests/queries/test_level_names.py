"""Levels by the word and number that their plan prints: 基本方針Ⅱ, 基本方針2."""

from __future__ import annotations

import pytest

import keikaku
from keikaku.graph.network import Graph, from_records
from tests.layouts.test_form_names import load


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    return from_records(load(tmp_path_factory.mktemp("levels")))


@pytest.mark.parametrize("typed", ["基本方針Ⅱ", "基本方針II", "基本方針2", "持続可能な財政"])
def test_a_level_is_named_by_its_word_and_number(graph: Graph, typed: str) -> None:
    assert [row.number for row in keikaku.plans(graph, goal=typed)] == ["II-1-1"]


@pytest.mark.parametrize(
    ("sentence", "numbers"),
    [
        ("基本方針Ⅰの計画は", ["I-1-1", "I-1-2"]),
        ("基本方針2にはどんな計画がありますか", ["II-1-1"]),
    ],
)
def test_a_sentence_may_name_it_so(graph: Graph, sentence: str, numbers: list[str]) -> None:
    answer = keikaku.ask(graph, sentence)
    assert [row.number for row in answer] == numbers


def test_the_word_of_a_level_means_all_of_them(graph: Graph) -> None:
    """基本方針 is a sort of guideline elsewhere; here it is what this plan calls its goals."""
    answer = keikaku.ask(graph, "基本方針ごとの計画の数")
    assert [(row.group, row.count) for row in answer] == [
        ("開かれた市役所", 2),
        ("持続可能な財政", 1),
    ]
