"""Questions over a plan of many levels, with budgets, evaluations and values by year."""

from __future__ import annotations

import pytest

from keikaku.graph import network, validation
from keikaku.graph.errors import KeikakuError
from keikaku.graph.network import Graph
from keikaku.graph.structure import level_words
from keikaku.queries.map_data import structure
from keikaku.queries.registry import ask
from tests.queries.deep_plan import deep

STORE, PAYMENT, SHELTER = "備蓄の管理", "支払いの電子化", "避難所の改修"


@pytest.fixture(scope="module")
def graph() -> Graph:
    payload = network.to_payload(deep())
    validation.validate(payload)
    return network.from_payload(payload)


def titles(graph: Graph, **parameters: str) -> list[str]:
    return [row.title for row in ask("plans", graph, **parameters).rows]


def test_plans_without_number_stand_behind_those_with_one(graph: Graph) -> None:
    rows = ask("plans", graph).rows
    assert [row.title for row in rows] == [STORE, PAYMENT, SHELTER]
    assert [row.number for row in rows] == ["A-101", "", ""]


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({"goal": "1"}, [STORE, SHELTER]),
        ({"initiative": "防災"}, [STORE]),
        ({"initiative": "備えの充実"}, [STORE]),
        ({"level": "安心な暮らし"}, [STORE, SHELTER]),
        ({"level": "備えの充実"}, [STORE]),
        ({"category": "継続"}, [STORE, SHELTER]),
        ({"category": "新規"}, [PAYMENT]),
        ({"direction": "expand"}, [STORE]),
        ({"direction": "拡充"}, [STORE]),
        ({"direction": "廃止"}, []),
        ({"text": "備蓄が増える"}, [STORE]),
        ({"text": "計画的に更新"}, [STORE]),
    ],
)
def test_plans_are_found_at_any_depth_and_by_their_own_facts(
    graph: Graph, parameters: dict[str, str], expected: list[str]
) -> None:
    assert titles(graph, **parameters) == expected


@pytest.mark.parametrize(
    "parameters", [{"direction": "横"}, {"category": "ない"}, {"level": "ない"}]
)
def test_what_there_is_not_is_refused(graph: Graph, parameters: dict[str, str]) -> None:
    with pytest.raises(KeikakuError):
        titles(graph, **parameters)


def test_budgets_are_divided_evenly_and_stages_stay_apart(graph: Graph) -> None:
    rows = {row.department: row for row in ask("workload", graph).rows}
    held = {(each.year, each.stage): each for each in rows["支援課"].resources}
    assert held[2024, "actual"].total == 600_000
    assert held[2024, "actual"].hours == 150
    assert held[2024, "actual"].persons == 0.25
    assert held[2025, "effect"].total == -250_000
    assert held[2025, "effect"].hours is None
    whole = sum(
        each.total for row in rows.values() for each in row.resources if each.stage == "plan"
    )
    assert whole == 2_000_009


def test_departments_are_gathered_by_their_division(graph: Graph) -> None:
    rows = {row.department: row for row in ask("workload", graph, level="division").rows}
    assert {name: (row.plans, row.lead) for name, row in rows.items()} == {
        "総務部": (3, 3),
        "支援課": (1, 0),
    }
    assert rows["総務部"].fractional == 2.5
    with pytest.raises(KeikakuError):
        ask("workload", graph, level="floor")


def test_a_year_in_which_only_money_is_stated_has_its_row(graph: Graph) -> None:
    rows = ask("workload", graph, by="year", department="財政課").rows
    (row,) = rows
    assert (row.year, row.plans, row.resources[0].total) == (2025, 0, 2_000_000)


def test_indicators_of_logic_steps_have_their_role_and_yearly_values(graph: Graph) -> None:
    rows = {row.name: row for row in ask("indicators", graph).rows}
    assert rows["備蓄率"].role == "output"
    assert [(v["fiscal_year"], v["kind"], v["value"]) for v in rows["備蓄率"].values] == [
        (2024, "actual", 80),
        (2025, "target", 90),
    ]
    assert rows["備蓄率"].departments == ["防災課", "支援課"]
    assert [row.name for row in ask("indicators", graph, role="activity").rows] == ["訓練の回数"]
    with pytest.raises(KeikakuError):
        ask("indicators", graph, role="any")


def reached(graph: Graph, question: str, node: str) -> list[tuple[str, int]]:
    return [(row.name, row.depth) for row in ask(question, graph, node=node).rows]


def test_a_change_is_carried_along_the_logic_model(graph: Graph) -> None:
    assert reached(graph, "impact", "備蓄品を買う") == [
        ("備蓄が増える", 1),
        ("備蓄率", 2),
        ("安心", 2),
    ]
    assert ("安心", 1) in reached(graph, "impact", "A-101")
    assert reached(graph, "dependencies", "安心")[:2] == [(STORE, 1), ("備蓄が増える", 1)]


def test_a_change_of_a_document_reaches_the_plans_grounded_in_it(graph: Graph) -> None:
    rows = ask("impact", graph, node="shiokaze-2025").rows
    assert [(row.kind, row.name) for row in rows[:2]] == [
        ("Guideline", "事務事業評価"),
        ("Plan", SHELTER),
    ]


def test_a_plan_whole_has_levels_money_evaluation_and_logic(graph: Graph) -> None:
    (whole,) = ask("plan", graph, number="A-101").rows
    assert [(each.level, each.number, each.title) for each in whole.headings] == [
        ("政策", "1", "安心な暮らし"),
        ("施策", "1-1", "防災"),
        ("基本事業", "", "備えの充実"),
    ]
    assert whole.initiative == whole.headings[-1]
    assert (whole.category, whole.priority, whole.first_year) == ("継続", "A", 2024)
    assert [(each.fiscal_year, each.stage, each.total) for each in whole.budgets] == [
        (2024, "actual", 1_200_000),
        (2025, "effect", -500_000),
        (2025, "plan", 9),
    ]
    assert [(each.grade, each.direction) for each in whole.evaluations] == [("B", "expand")]
    assert [each.stage for each in whole.steps] == ["activity", "output", "long_outcome"]
    assert [(each.title, each.words) for each in whole.associated] == [(SHELTER, "関連事業")]
    assert [each.name for each in whole.indicators] == ["訓練の回数", "備蓄率"]


def test_a_picture_groups_plans_by_every_level_under_the_goal(graph: Graph) -> None:
    (document,) = structure(graph).documents
    groups = {(goal.node, each.node): each for goal in document.groups for each in goal.groups}
    plans_by_group = {key: each.plans for key, each in groups.items()}
    start = document.node
    upper = groups[f"{start}/goal/1", f"{start}/initiative/1-1"]
    assert upper.plans == []
    assert [(each.node, each.plans) for each in upper.groups] == [
        (f"{start}/initiative/a", [f"{start}/plan/101"])
    ]
    assert plans_by_group[f"{start}/goal/1", None] == [f"{start}/plan/n2"]
    assert plans_by_group[None, None] == [f"{start}/plan/n1"]
    assert len(plans_by_group) == 3


def test_levels_are_called_as_the_document_calls_them(graph: Graph) -> None:
    (match,) = ask("plans", graph, level="備えの充実").rows[0].matches
    assert (match.what, match.basis) == ("備えの充実", ["基本事業"])
    words = level_words(facts for _, facts in graph.nodes(data=True))
    assert words == {"Goal": "政策", "Initiative": "施策・基本事業"}


def test_levels_of_many_words_or_of_none_are_called_as_the_model_does() -> None:
    def said(*levels: str | None) -> dict[str, str]:
        return level_words({"kind": "Goal", "level": level} for level in levels)

    assert said("政策", "施策", "政策") == {"Goal": "政策・施策"}
    assert said("政策", "施策", "柱") == {"Goal": "政策・施策・柱"}
    assert said("政策", "施策", "柱", "方針") == {}
    assert said("政策", None) == {}
    assert level_words([{"kind": "Plan", "level": "政策"}]) == {}


def test_the_word_of_a_level_means_all_of_it_and_stands_before_a_number(graph: Graph) -> None:
    everywhere = ask("plans", graph, level="施策")
    assert everywhere.parameters == {"level": "施策"}
    assert [row.number for row in everywhere.rows] == ["A-101"]
    assert ask("plans", graph, level="施策 1-1").rows == ask("plans", graph, level="1-1").rows
    assert ask("plans", graph, level="政策1").rows == ask("plans", graph, level="1").rows
    with pytest.raises(KeikakuError, match="政策9"):
        ask("plans", graph, level="政策9")
