"""What a plan prints of its own progress: actual values, targets by year, where it is to go."""

from __future__ import annotations

from typing import Any

import pytest

from keikaku.graph import network
from keikaku.graph.network import Graph
from keikaku.workshop import progress as room
from keikaku.workshop.pack.prefill import prefilled
from keikaku.workshop.progress.progress_records import Actual
from tests.queries.deep_plan import DOCUMENT, deep

RATE = f"{DOCUMENT}/indicator/101/1"


@pytest.fixture
def graph() -> Graph:
    made = network.from_records(deep())
    made.nodes[RATE]["direction"] = "increase"
    return made


def row_of(graph: Graph, progress: room.Progress) -> Any:
    return next(row for row in room.answer(graph, progress).rows if row.id == RATE)


def test_printed_actual_values_count_where_no_file_has_others(graph: Graph) -> None:
    row = row_of(graph, room.Progress(""))
    assert [(each.year, each.value, each.cell) for each in row.actuals] == [(2024, 80, "A18")]
    assert (row.target["value"], row.target["fiscal_year"]) == (90, 2025)
    assert row.rate == pytest.approx(0.889, abs=0.001)


def test_a_progress_file_wins_over_what_is_printed(graph: Graph) -> None:
    typed = Actual(2024, 85, None, "85", "進捗", "C4")
    row = row_of(graph, room.Progress("p.xlsx", actuals={RATE: [typed]}))
    assert row.actuals == [typed]


def test_values_of_another_unit_are_left_out(graph: Graph) -> None:
    graph.nodes[RATE]["values"][0] = {**graph.nodes[RATE]["values"][0], "unit": "件"}
    assert row_of(graph, room.Progress("")).actuals == []


def test_printed_values_of_another_scale_are_converted(graph: Graph) -> None:
    values = graph.nodes[RATE]["values"]
    graph.nodes[RATE]["values"] = [
        {**each, "unit": "千円" if each["kind"] == "actual" else "百万円"} for each in values
    ]
    (actual,) = row_of(graph, room.Progress("")).actuals
    assert actual.value == pytest.approx(0.08)


def test_the_form_holds_where_the_last_evaluation_leads(graph: Graph) -> None:
    assert prefilled(graph, f"{DOCUMENT}/plan/101", "ja") == {
        "decision": "見直し",
        "reason": "2024年度の評価: 拡充して継続",
    }
    assert prefilled(graph, f"{DOCUMENT}/plan/n1", "ja") == {}
