"""``plans``: every filter, why a plan matched, and what the source leaves open."""

from __future__ import annotations

from typing import Any

import pytest

import keikaku
from keikaku.graph import network
from keikaku.graph.errors import KeikakuError
from keikaku.graph.records import Edge
from keikaku.queries.answers import plain
from keikaku.queries.plans.answer import answer
from keikaku.queries.registry import QUESTIONS, ask
from tests.queries.small_graph import CHILDREN, records, small_graph


def numbers(**parameters: Any) -> list[str]:
    return [row.number for row in answer(small_graph(), **parameters)]


def whats(**parameters: Any) -> list[str]:
    return [match.what for row in answer(small_graph(), **parameters) for match in row.matches]


def test_without_a_filter_all_plans_come_in_the_order_of_their_numbers() -> None:
    assert numbers() == ["1-1-2", "1-1-10", "2-1-1"]


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({"theme": "キャッシュレス"}, ["1-1-2", "1-1-10"]),
        ({"theme": "5レス"}, ["1-1-2", "1-1-10", "2-1-1"]),
        ({"theme": "キャッシュレス", "basis": "mark"}, ["1-1-2"]),
        ({"theme": "5レス", "basis": "text"}, ["1-1-2", "1-1-10"]),
        ({"basis": "mark"}, ["1-1-2", "2-1-1"]),
        ({"theme": "ムーブレス"}, []),
        ({"department": "収納"}, ["1-1-2"]),
        ({"department": "市民課"}, ["1-1-10", "2-1-1"]),
        ({"guideline": "個人情報"}, ["1-1-2"]),
        ({"guideline": "DX計画"}, ["2-1-1"]),
        ({"goal": "1"}, ["1-1-2", "1-1-10"]),
        ({"goal": "身軽"}, ["2-1-1"]),
        ({"initiative": "２-１"}, ["2-1-1"]),
        ({"sdg": "11.3"}, ["1-1-2"]),
        ({"sdg": "SDGs 11"}, ["1-1-2", "1-1-10"]),
        ({"partner": "商工会議所"}, ["1-1-2"]),
        ({"year": "2023"}, ["1-1-2"]),
        ({"year": 2022}, ["1-1-2"]),
        ({"year": "令和6年度"}, ["2-1-1"]),
        ({"theme": ["キャッシュレス", "ペーパーレス"]}, []),
        ({"department": ["収納", "市税課"]}, ["1-1-2"]),
        ({"department": ["市民課", "市民課"]}, ["1-1-10", "2-1-1"]),
        ({"sdg": ("11", "11.3"), "year": []}, ["1-1-2"]),
        ({"year": "R8"}, []),
        ({"text": "電子"}, ["1-1-2", "2-1-1"]),
        ({"text": "紙の削減"}, ["2-1-1"]),
        ({"goal": "1", "theme": "キャッシュレス", "year": "R5"}, ["1-1-2"]),
        ({"document": "あおぞら市", "goal": "2"}, ["2-1-1"]),
    ],
)
def test_a_filter_keeps_the_plans_that_match(
    parameters: dict[str, Any], expected: list[str]
) -> None:
    assert numbers(**parameters) == expected


def test_a_theme_by_mark_and_text_is_one_match_with_its_evidence() -> None:
    (match,) = answer(small_graph(), theme="ｷｬｯｼｭﾚｽ").rows[0].matches
    assert (match.what, match.basis, match.confidence) == ("キャッシュレス", ["mark", "text"], 1.0)
    assert match.evidence[0]["line"] == 15


def test_a_theme_whose_basis_is_empty_is_matched_by_its_relation() -> None:
    """As a server says it, which keeps no empty list."""
    graph = small_graph().copy()
    for _, _, facts in graph.edges(data=True):
        if facts["type"] == "TOUCHES":
            facts["basis"] = []
    (match, *_) = answer(graph, theme="ｷｬｯｼｭﾚｽ").rows[0].matches
    assert match.basis == ["TOUCHES"]


def test_each_filter_says_why_it_matched() -> None:
    row = answer(small_graph(), goal="2", department="市民課", guideline="DX計画").rows[0]
    assert [(m.what, m.basis) for m in row.matches] == [
        ("2 身軽な市役所", ["Goal"]),
        ("市民課（戸籍の電子化）", ["component"]),
        ("あおぞら市DX推進計画2022", ["GROUNDED_IN"]),
    ]


def test_a_year_is_matched_by_a_milestone_or_by_a_bare_arrow() -> None:
    assert whats(year="2023") == ["導入の検討"]
    assert whats(year="2025") == ["ペーパーレス会議"]


def test_a_row_names_the_plan_s_own_departments_with_their_roles() -> None:
    row = plain(answer(small_graph(), theme="ペーパーレス").rows[0])
    assert row["departments"] == [
        {"name": "総務課", "role": "lead"},
        {"name": "総務企画課", "role": "co"},
    ]


def test_a_mark_that_the_source_leaves_open_is_unknown_not_false() -> None:
    result = answer(small_graph(), theme="ペーパーレス")
    assert [row.number for row in result] == ["2-1-1"]
    assert [(row.number, row.marks) for row in result.unknown or ()] == [
        ("1-1-10", ["ペーパーレス"])
    ]


def test_unknown_marks_of_all_children_count_for_the_group() -> None:
    result = answer(small_graph(), theme="5レス", basis="mark")
    assert [row.marks for row in result.unknown or ()] == [list(CHILDREN)]


def test_unknown_marks_obey_the_other_filters_and_matter_for_marks_only() -> None:
    assert answer(small_graph(), theme="ペーパーレス", goal="2").unknown == []
    assert answer(small_graph(), theme="ペーパーレス", basis="text").unknown == []
    assert answer(small_graph(), goal="2").unknown is None


def test_of_several_themes_each_matches_or_may_match() -> None:
    result = answer(small_graph(), theme=["キャッシュレス", "5レス"])
    assert result.parameters == {"theme": ["キャッシュレス", "5レス"]}
    assert [row.number for row in result] == ["1-1-2", "1-1-10"]
    assert [len(row.matches) for row in result] == [2, 2]
    assert [(row.number, row.marks) for row in result.unknown or ()] == [("1-1-10", [*CHILDREN])]
    assert answer(small_graph(), theme=["ムーブレス", "DX"]).unknown == []


def test_the_answer_says_how_it_was_understood() -> None:
    result = answer(small_graph(), theme="五ﾚｽ", year="令和5", sdg="SDG11.3", document="あおぞら")
    assert result.parameters == {
        "theme": "5レス",
        "sdg": "11.3",
        "year": 2023,
        "document": "aozora-2022",
    }


def test_words_are_sought_in_prose_width_and_case_aside() -> None:
    graph = network.from_records(records(prose=True))
    result = answer(graph, text="ai(人工知能)")
    assert len(result) == 3
    assert result.rows[0].matches[0].basis == ["Plan.overview"]
    assert result.notes == []


def test_a_graph_without_prose_says_that_it_could_not_look_there() -> None:
    (note,) = answer(small_graph(), text="電子").notes
    assert "本文がない" in note.ja


@pytest.mark.parametrize(
    "parameters",
    [{"year": "来年"}, {"text": " "}, {"basis": "guess"}, {"goal": "9"}, {"sdg": "99"}],
)
def test_what_cannot_be_understood_is_an_error_not_an_empty_answer(
    parameters: dict[str, Any],
) -> None:
    with pytest.raises(KeikakuError):
        answer(small_graph(), **parameters)


def test_two_cities_in_one_graph_answer_together_and_say_which() -> None:
    both, other = records(), records("hoshi-2022", "ほしの市")
    known = {node.id for node in both.nodes}
    edges = {(edge.source, edge.target, edge.type) for edge in both.edges}

    def new(edge: Edge) -> bool:
        return (edge.source, edge.target, edge.type) not in edges

    both.nodes += [node for node in other.nodes if node.id not in known]
    both.edges += [edge for edge in other.edges if new(edge)]
    graph = network.from_records(both)
    graph.graph["documents"].append(other.document)
    rows = answer(graph, department="収納課").rows
    assert [(row.document, row.number) for row in rows] == [
        ("aozora-2022", "1-1-2"),
        ("hoshi-2022", "1-1-2"),
    ]
    only = answer(graph, department="収納課", document="hoshi-2022").rows
    assert [row.document for row in only] == ["hoshi-2022"]


def test_every_registered_question_answers_and_takes_just_its_parameters() -> None:
    for question in QUESTIONS.values():
        values = {"number": "1-1-2", "node": "1-1-2", "start": "1-1-2", "end": "収納課"}
        parameters = {name: value for name, value in values.items() if name in question.names}
        assert ask(question.name, small_graph(), **parameters).question == question.name
        # On the small graph no two plans depend on one thing.
        graph = keikaku.read() if question.name == "bridges" else small_graph()
        assert len(ask(question.name, graph, **parameters)) > 0
    with pytest.raises(TypeError):
        ask("plans", small_graph(), colour="red")
