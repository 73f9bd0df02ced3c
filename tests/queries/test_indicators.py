"""``indicators``: targets, baselines, and what is missing or reached already."""

from __future__ import annotations

from typing import Any, Literal

import pytest

import keikaku
from keikaku.graph import network
from keikaku.graph.errors import KeikakuError
from keikaku.graph.records import Edge, Measure, Node
from keikaku.queries.graph_walks import Graph
from keikaku.queries.indicators.answer import Reach, answer
from tests.queries.small_graph import DOC, records


def measured(*indicators: tuple[str, Measure | None, Measure | None, str | None]) -> Graph:
    """The small plan with more indicators of the component of 市民課."""
    made = records()
    component = f"{DOC}/component/2-1-1/1"
    for order, (name, baseline, target, direction) in enumerate(indicators, 1):
        facts = {"name": name, "measurable": True, "baseline": baseline, "target": target}
        node = f"{DOC}/indicator/2-1-1/9{order}"
        made.nodes.append(Node(node, "Indicator", name, {**facts, "direction": direction}))
        made.edges.append(Edge(component, node, "MEASURED_BY", {"order": order}))
    return network.from_records(made)


def value(
    number: float, unit: str | None = "%", comparator: Literal[">=", "<=", "="] = ">="
) -> Measure:
    return Measure(number, unit, comparator, None, None, f"{number}{unit or ''}")


MORE = measured(
    ("達した率", value(60), value(50), "increase"),
    ("減らす件数", value(10, "件/年", "="), value(20, "件", "<="), "decrease"),
    ("人と名", value(3, "名"), value(3, "人"), None),
    ("単位違い", value(99, "円"), value(1, "%"), None),
    ("現況なし", None, value(5, "人"), None),
    ("維持", value(5), value(5, "%", "="), "maintain"),
)


def names(**parameters: Any) -> list[str]:
    return [row.name for row in answer(MORE, **parameters)]


def test_all_come_in_the_order_of_the_pages_the_component_s_after_the_plan_s() -> None:
    expected = ["電子納付率", "紙の削減を進める", "達した率", "減らす件数", "人と名", "単位違い"]
    assert names() == [*expected, "現況なし", "維持"]


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({"without_baseline": True}, ["現況なし"]),
        ({"at_target": True}, ["達した率", "減らす件数", "人と名"]),
        ({"unit": "名"}, ["人と名", "現況なし"]),
        ({"unit": "件"}, ["減らす件数"]),
        ({"unit": "％", "goal": "1"}, ["電子納付率"]),
        ({"department": "収納課"}, ["電子納付率"]),
        ({"department": "市民課", "unit": "人"}, ["人と名", "現況なし"]),
        ({"document": "あおぞら市", "department": "総務課"}, ["紙の削減を進める"]),
        ({"goal": "2", "at_target": True, "without_baseline": True}, []),
    ],
)
def test_a_filter_keeps_the_indicators_that_match(
    parameters: dict[str, Any], expected: list[str]
) -> None:
    assert names(**parameters) == expected


def test_whether_a_target_is_reached_is_unknown_where_the_two_cannot_be_compared() -> None:
    reached = {row.name: row.at_target for row in answer(MORE)}
    assert (reached["単位違い"], reached["現況なし"], reached["維持"]) == (None, None, False)


def test_who_answers_follows_from_component_or_plan() -> None:
    departments = {row.name: (row.component, row.departments) for row in answer(MORE)}
    assert departments["電子納付率"] == (None, ["収納課", "市税課"])
    assert departments["達した率"] == ("戸籍の電子化", ["市民課"])


def test_the_rows_are_counted() -> None:
    assert answer(MORE).totals == [Reach(8, 7, 6, 3)]


def test_an_unknown_unit_is_said() -> None:
    with pytest.raises(KeikakuError, match="単位「光年」"):
        names(unit="光年")


def test_on_a_real_plan_the_findings_say_the_same() -> None:
    graph = keikaku.read()
    findings = {row.node for row in keikaku.check(graph, code="baseline-at-target", settled=True)}
    at_target = {row.id for row in answer(graph, at_target=True) if row.direction != "maintain"}
    assert at_target == findings  # what is only to be held is no matter of doubt
    findings = {
        row.node for row in keikaku.check(graph, code="target-without-baseline", settled=True)
    }
    assert len(answer(graph, without_baseline=True)) == len(findings)
