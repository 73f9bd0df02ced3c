"""``themes``, ``guidelines``, ``departments``: each with its plans, alone, together, crossed."""

from __future__ import annotations

from typing import Any

import pytest

import keikaku
from keikaku.graph import network
from keikaku.graph.errors import KeikakuError
from keikaku.graph.merging import merge
from keikaku.queries.departments import answer as departments
from keikaku.queries.find import answer as find
from keikaku.queries.guidelines import answer as guidelines
from keikaku.queries.matrix import Cell
from keikaku.queries.themes import answer as themes
from tests.queries.drawn import drawn
from tests.queries.small_graph import DOC, records, small_graph


def touched(**parameters: Any) -> list[tuple[str, str | None, list[str]]]:
    rows = themes.answer(small_graph(), **parameters).rows
    return [(row.theme, row.other, [plan.number for plan in row.plans]) for row in rows]


def test_themes_come_with_their_plans_the_most_touched_first() -> None:
    assert touched()[:4] == [
        ("5レス", None, ["1-1-2", "1-1-10", "2-1-1"]),
        ("キャッシュレス", None, ["1-1-2", "1-1-10"]),
        ("DX", None, ["2-1-1"]),
        ("ペーパーレス", None, ["2-1-1"]),
    ]


def test_a_mark_that_the_source_leaves_open_is_neither_yes_nor_no() -> None:
    rows = {row.theme: row for row in themes.answer(small_graph())}
    assert [plan.number for plan in rows["ムーブレス"].unknown] == ["1-1-10"]
    assert (rows["ムーブレス"].count, rows["キャッシュレス"].marks) == (0, 1)
    assert rows["キャッシュレス"].texts == 2
    assert [plan.number for plan in rows["キャッシュレス"].unknown] == ["1-1-10"]


def test_two_themes_are_unknown_together_where_one_is_known_and_one_is_not() -> None:
    graph = small_graph().copy()
    window, dx = f"{DOC}/plan/1-1-10", "theme/DX"
    graph.add_edge(window, dx, "TOUCHES", type="TOUCHES", basis=["text"], evidence=[])
    (pair,) = themes.answer(graph, with_theme="DX", and_theme="ムーブレス")
    assert (pair.count, [plan.number for plan in pair.unknown]) == (0, ["1-1-10"])


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({"theme": "ｷｬｯｼｭﾚｽ"}, [("キャッシュレス", None, ["1-1-2", "1-1-10"])]),
        ({"theme": "キャッシュレス", "basis": "mark"}, [("キャッシュレス", None, ["1-1-2"])]),
        ({"theme": "5レス", "goal": "2"}, [("5レス", None, ["2-1-1"])]),
        ({"with_theme": "DX", "and_theme": "ペーパーレス"}, [("DX", "ペーパーレス", ["2-1-1"])]),
        ({"with_theme": "DX", "and_theme": "ムーブレス"}, []),
        ({"theme": "DX", "goal": "1"}, []),
    ],
)
def test_a_theme_alone_or_with_another(parameters: dict[str, Any], expected: list[Any]) -> None:
    assert touched(**parameters) == expected


def test_a_theme_is_no_pair_with_its_own_part() -> None:
    pairs = {other for _, other, _ in touched(with_theme="ペーパーレス")}
    assert "DX" in pairs
    assert "5レス" not in pairs
    assert all(theme == "ペーパーレス" for theme, _, _ in touched(with_theme="ペーパーレス"))


def test_options_that_do_not_go_together_are_said() -> None:
    for options in (
        {"theme": "DX", "with_theme": "5レス"},
        {"and_theme": "DX"},
        {"matrix": "sdgs"},
    ):
        with pytest.raises(KeikakuError, match="--"):
            touched(**options)


def test_a_matrix_crosses_themes_with_goals_or_departments() -> None:
    rows = themes.answer(small_graph(), theme="5レス", matrix="goals").rows
    assert rows[0].cells == [
        Cell("aozora-2022", "1 便利な市役所", 2, ["1-1-2", "1-1-10"]),
        Cell("aozora-2022", "2 身軽な市役所", 1, ["2-1-1"]),
    ]
    rows = themes.answer(small_graph(), theme="キャッシュレス", matrix="departments").rows
    assert [(cell.column, cell.numbers) for cell in rows[0].cells] == [
        ("収納課", ["1-1-2"]),
        ("市民課", ["1-1-10"]),
        ("市税課", ["1-1-2"]),
    ]


def test_guidelines_come_with_the_plans_that_rest_on_them_and_the_words() -> None:
    graph = drawn(grounded={"1-1-1": ["甲法"], "1-1-2": ["甲法", "乙法"], "1-1-10": ["丙法"]})
    rows = guidelines.answer(graph).rows
    assert [(row.name, row.count) for row in rows] == [("甲法", 2), ("丙法", 1), ("乙法", 1)]
    assert [(plan.number, plan.words) for plan in rows[0].plans] == [
        ("1-1-1", "甲法"),
        ("1-1-2", "甲法"),
    ]
    assert [row.name for row in guidelines.answer(graph, guideline="乙")] == ["乙法"]


def test_guidelines_are_crossed_and_kept_to_a_goal() -> None:
    (row,) = guidelines.answer(small_graph(), matrix="departments", goal="1").rows
    assert (row.name, [cell.column for cell in row.cells]) == (
        "個人情報保護法",
        ["収納課", "市税課"],
    )


def test_departments_come_with_their_plans_and_roles() -> None:
    (row,) = departments.answer(small_graph(), department="市民課").rows
    assert (row.count, row.lead) == (2, 1)
    assert [(plan.number, plan.role, plan.components) for plan in row.plans] == [
        ("1-1-10", "lead", []),
        ("2-1-1", "component", ["戸籍の電子化"]),
    ]
    (crossed,) = departments.answer(small_graph(), department="市民課", matrix="themes").rows
    assert [cell.column for cell in crossed.cells] == ["DX", "キャッシュレス", "ペーパーレス"]
    assert [r.department for r in departments.answer(small_graph(), goal="1")] == [
        "収納課",
        "市民課",
        "市税課",
    ]


def test_two_documents_meet_in_what_they_share() -> None:
    both, _ = merge(
        network.from_records(city) for city in (records(), records("hoshi-2022", "ほしの市"))
    )
    rows = {row.theme: row for row in themes.answer(both)}
    assert {plan.document for plan in rows["DX"].plans} == {"aozora-2022", "hoshi-2022"}
    one = {row.theme: row for row in themes.answer(both, document="hoshi-2022")}
    assert {plan.document for plan in one["DX"].plans} == {"hoshi-2022"}
    law = guidelines.answer(both, guideline="個人情報保護法").rows[0]
    assert law.count == 2


def test_two_documents_are_put_side_by_side_and_their_plans_counted_apart() -> None:
    both, _ = merge([small_graph(), network.from_records(records("hoshi-2022", "ほしの市"))])
    sides: list[Any] = [*find.answer(both, compare=["aozora-2022", "hoshi-2022"]).rows]
    count = next(row for row in sides if row.field == "count")
    assert (count.first, count.second, count.shared) == (3, 3, 0)
    groups: list[Any] = [*find.answer(both, by="計画書", where="所管課=市民課").rows]
    assert [row.count for row in groups] == [2, 2]


def test_on_a_real_plan_a_theme_has_the_plans_that_plans_finds() -> None:
    graph = keikaku.read()
    for row in themes.answer(graph):
        numbers_of_theme = [plan.number for plan in keikaku.plans(graph, theme=row.theme)]
        assert [plan.number for plan in row.plans] == numbers_of_theme
