"""Levels and categories by the words that their plan prints: 基本方針Ⅱ, 新規."""

from __future__ import annotations

import pytest

import keikaku
from keikaku.graph.network import Graph, from_records
from keikaku.queries.find.rows import FindRow
from tests.layouts.test_form_names import load


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    return from_records(load(tmp_path_factory.mktemp("levels")))


@pytest.mark.parametrize("typed", ["基本方針Ⅱ", "基本方針II", "基本方針2", "持続可能な財政"])
def test_a_level_is_named_by_its_word_and_number(graph: Graph, typed: str) -> None:
    assert [row.number for row in keikaku.plans(graph, goal=typed)] == ["II-1-1"]


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("基本方針", ["I-1-1", "I-1-2", "II-1-1"]),
        ("基本方針1", ["I-1-1", "I-1-2"]),
        ("持続可能な財政", ["II-1-1"]),
    ],
)
def test_the_word_of_a_level_alone_means_all_its_headings(
    graph: Graph, typed: str, numbers: list[str]
) -> None:
    rows = keikaku.find(graph, "計画", where=f"上位の見出し={typed}").rows
    assert sorted(str(row.number) for row in rows if isinstance(row, FindRow)) == numbers


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


@pytest.mark.parametrize(
    ("sentence", "numbers"),
    [
        ("新規の計画は", ["I-1-1", "II-1-1"]),
        ("新規でない計画は", ["I-1-2"]),
        ("新規か拡充の計画は", ["I-1-1", "I-1-2", "II-1-1"]),
        ("関係課のない計画は", ["II-1-1"]),
        ("関係課が2つ以上ある計画は", ["I-1-2"]),
    ],
)
def test_a_sentence_may_say_a_category_or_who_works_beside_the_lead(
    graph: Graph, sentence: str, numbers: list[str]
) -> None:
    assert sorted(row.number for row in keikaku.ask(graph, sentence)) == numbers


def test_the_word_of_a_level_means_all_of_them(graph: Graph) -> None:
    """基本方針 is a sort of guideline elsewhere; here it is what this plan calls its goals."""
    answer = keikaku.ask(graph, "基本方針ごとの計画の数")
    assert [(row.group, row.count) for row in answer] == [
        ("開かれた市役所", 2),
        ("持続可能な財政", 1),
    ]
