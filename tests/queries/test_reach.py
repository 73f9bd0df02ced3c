"""``impact`` and ``dependencies``: what is reached, how, stated or inferred."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import keikaku
from keikaku.graph.errors import KeikakuError
from keikaku.queries.dependencies import answer as dependencies
from keikaku.queries.graph_walks import Graph
from keikaku.queries.impact import answer as impact
from keikaku.queries.reachability_model import Reached
from tests.queries.drawn import DOC, drawn
from tests.queries.small_graph import small_graph


def affected(graph: Graph, node: str, **parameters: Any) -> list[str]:
    return [row.number or row.name for row in impact.answer(graph, node=node, **parameters)]


def needed(graph: Graph, node: str, **parameters: Any) -> list[str]:
    return [row.number or row.name for row in dependencies.answer(graph, node=node, **parameters)]


def sentences(row: Reached) -> list[str]:
    return [
        f"{step.source.number or step.source.name} {step.relation} "
        f"{step.target.number or step.target.name}"
        for step in row.path
    ]


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        ("1-1-2", ["1-1-10", "電子納付率"]),
        ("個人情報", ["1-1-2", "1-1-10", "電子納付率"]),
        ("収納課", ["1-1-2", "1-1-10", "電子納付率"]),
        ("市民課", ["1-1-10", "2-1-1", "紙の削減を進める"]),
        ("商工会議所", ["1-1-2"]),
        ("ペーパーレス", ["2-1-1"]),
        ("電子納付率", ["1-1-2", "1-1-10"]),
        ("カウンターレス", []),
    ],
)
def test_whatever_changes_reaches_what_rests_on_it(node: str, expected: list[str]) -> None:
    assert affected(small_graph(), node) == expected


def test_a_theme_reaches_what_touches_its_parts() -> None:
    rows = {row.number: row for row in impact.answer(small_graph(), node="5レス") if row.number}
    assert sentences(rows["2-1-1"]) == ["ペーパーレス PART_OF 5レス", "2-1-1 TOUCHES ペーパーレス"]


def test_what_a_plan_rests_on() -> None:
    needs = needed(small_graph(), "1-1-10", depth=1)
    assert needs == ["1-1-2", "市民課", "キャッシュレス"]
    assert {"個人情報保護法", "収納課", "商工会議所", "5レス"} <= {*needed(small_graph(), "1-1-10")}


def test_a_step_has_the_words_that_state_it_and_its_component() -> None:
    (row, *_) = impact.answer(small_graph(), node="1-1-2")
    (step,) = row.path
    assert (step.relation, step.detail, step.stated) == ("DEPENDS_ON", "names_plan", True)
    assert step.words == "「市税等の電子納付」と連携し"
    assert row.departments == ["市民課"]
    held = impact.answer(small_graph(), node="市民課", depth=1)
    through = {each.number: each.path[0].component for each in held}
    assert through == {"1-1-10": None, "2-1-1": "戸籍の電子化"}


def test_stated_and_inferred_are_never_mixed() -> None:
    assert "2-1-1" not in affected(small_graph(), "1-1-2")
    rows = impact.answer(small_graph(), node="1-1-2", include_inferred=True).rows
    relations = [(row.number or row.name, row.stated, row.score) for row in rows]
    assert relations == [("1-1-10", True, None), ("電子納付率", True, None), ("2-1-1", False, 0.4)]
    assert [step.stated for step in rows[-1].path] == [False]


def test_an_inferred_step_is_the_last_and_the_strongest_wins() -> None:
    graph = drawn(
        "1-1-2>1-1-1",
        "1-1-3>1-1-1",
        related={"1-1-2~1-1-4": 0.3, "1-1-3~1-1-4": 0.6, "1-1-4~1-1-5": 0.9, "1-1-3~1-1-2": 0.9},
    )
    rows = impact.answer(graph, node="1-1-1", include_inferred=True).rows
    assert [(row.number, row.score) for row in rows] == [
        ("1-1-2", None),
        ("1-1-3", None),
        ("1-1-4", 0.6),
    ]
    assert affected(graph, "1-1-1", include_inferred=True, depth=1) == ["1-1-2", "1-1-3"]


def test_a_cycle_is_shown_as_one_and_ends() -> None:
    graph = drawn("1-1-1>1-1-2", "1-1-2>1-1-3", "1-1-3>1-1-1", "1-1-4>1-1-1")
    rows = {row.number: row for row in impact.answer(graph, node="1-1-1")}
    assert {*rows} == {"1-1-1", "1-1-2", "1-1-3", "1-1-4"}
    assert rows["1-1-2"].cycle == ["1-1-1", "1-1-2", "1-1-3"]
    assert rows["1-1-4"].cycle == []
    assert sentences(rows["1-1-1"]) == [
        "1-1-3 DEPENDS_ON 1-1-1",
        "1-1-2 DEPENDS_ON 1-1-3",
        "1-1-1 DEPENDS_ON 1-1-2",
    ]


def test_of_two_paths_the_shorter_wins_then_the_first_by_ids() -> None:
    graph = drawn("1-1-3>1-1-2", "1-1-2>1-1-1", "1-1-3>1-1-1", "1-1-5>1-1-3", "1-1-5>1-1-2")
    rows = {row.number: row for row in impact.answer(graph, node="1-1-1")}
    assert sentences(rows["1-1-3"]) == ["1-1-3 DEPENDS_ON 1-1-1"]
    assert sentences(rows["1-1-5"]) == ["1-1-2 DEPENDS_ON 1-1-1", "1-1-5 DEPENDS_ON 1-1-2"]


def test_depth_is_the_most_steps() -> None:
    graph = drawn("1-1-2>1-1-1", "1-1-3>1-1-2", "1-1-4>1-1-3")
    assert affected(graph, "1-1-1", depth="2") == ["1-1-2", "1-1-3"]
    for depth in ("0", "-1", "二", "1.5"):
        with pytest.raises(KeikakuError, match="depth"):
            affected(graph, "1-1-1", depth=depth)


def test_without_a_node_every_plan_lists_what_it_rests_on() -> None:
    graph = drawn("1-1-2>1-1-1", "1-1-10>1-1-2", related={"1-1-1~1-1-10": 0.5})
    rows = dependencies.answer(graph).rows
    assert [(row.start.number, row.number) for row in rows] == [
        ("1-1-2", "1-1-1"),
        ("1-1-10", "1-1-2"),
    ]
    assert len(dependencies.answer(graph, depth=2)) == 3
    assert len(dependencies.answer(graph, include_inferred=True)) == 4


def test_the_parameters_are_those_understood() -> None:
    result = impact.answer(small_graph(), node="収納", depth="3", document="あおぞら市")
    assert result.parameters == {"node": "収納課", "depth": 3, "document": "aozora-2022"}


def test_an_unknown_thing_gets_the_nearest() -> None:
    with pytest.raises(KeikakuError, match="もしかして: キャッシュレス"):
        affected(small_graph(), "キャシュレス")
    with pytest.raises(KeikakuError, match="9-9-9"):
        affected(small_graph(), "9-9-9")


def test_on_a_real_plan_impact_is_dependency_seen_from_the_other_end() -> None:
    graph = keikaku.read()
    one_way = {
        (row.id, start)
        for start, facts in graph.nodes(data=True)
        if facts["kind"] in {"Guideline", "Department"}
        for row in impact.answer(graph, node=start)
        if row.kind == "Plan"
    }
    other = {
        (start, row.id)
        for start, facts in graph.nodes(data=True)
        if facts["kind"] == "Plan"
        for row in dependencies.answer(graph, node=start)
        if row.kind in {"Guideline", "Department"}
    }
    assert one_way == other != set()


_numbers = st.sampled_from([f"1-1-{n}" for n in range(1, 7)])


@given(st.lists(st.tuples(_numbers, _numbers), min_size=1, max_size=14, unique=True))
def test_any_graph_is_walked_to_its_end_and_each_path_holds(pairs: list[tuple[str, str]]) -> None:
    graph = drawn(*(f"{a}>{b}" for a, b in pairs))
    start = pairs[0][1]
    rows = impact.answer(graph, node=start).rows
    reached = {start}
    for _ in pairs:
        reached |= {a for a, b in pairs if b in reached}
    comes_back = any(a == start and b in reached for a, b in pairs)
    assert {row.number for row in rows} == (reached if comes_back else reached - {start})
    for row in rows:
        assert row.depth == len(row.path)
        assert row.path[0].target.id == f"{DOC}/plan/{start}"
        assert row.path[-1].source.id == row.id
        assert bool(row.cycle) == _on_a_cycle(row.number, pairs)


def _on_a_cycle(number: str | None, pairs: list[tuple[str, str]]) -> bool:
    ahead, seen = {b for a, b in pairs if a == number}, set()
    while ahead:
        node = ahead.pop()
        seen.add(node)
        ahead |= {b for a, b in pairs if a == node} - seen
    return number in seen
