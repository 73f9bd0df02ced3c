"""``workload``: counted by hand on the small plan, and held to what must be so on a real one."""

from __future__ import annotations

from math import fsum
from typing import Any

import pytest

import keikaku
from keikaku.graph.errors import KeikakuError
from keikaku.queries.answers import Answer
from keikaku.queries.scope import responsibilities, scope
from keikaku.queries.workload.answer import (
    Concentration,
    WorkloadRow,
    YearLoad,
    YearRow,
    answer,
    gini,
    hhi,
)
from keikaku.queries.workload.duties import LEVELS, unit_of
from tests.queries.drawn import drawn
from tests.queries.small_graph import small_graph


def by_name(**result: Any) -> dict[str, WorkloadRow]:
    rows = answer(small_graph(), **result).rows
    return {row.department: row for row in rows if isinstance(row, WorkloadRow)}


def only_total(result: Answer[Any]) -> Concentration:
    (total,) = result.totals or [None]
    assert isinstance(total, Concentration)
    return total


def test_each_role_is_counted_as_people_count_it() -> None:
    rows = by_name()
    counts = {n: (r.plans, r.lead, r.co, r.part, r.components) for n, r in rows.items()}
    assert counts == {
        "収納課": (1, 1, 0, 0, 0),
        "市税課": (1, 0, 1, 0, 0),
        "市民課": (2, 1, 0, 1, 1),
        "総務課": (1, 1, 0, 0, 0),
        "総務企画課": (1, 0, 1, 0, 0),
    }


def test_a_plan_of_several_departments_is_divided_among_them() -> None:
    rows = by_name()
    assert rows["収納課"].fractional == 0.5
    assert rows["市民課"].fractional == round(1 + 1 / 3, 4)
    assert rows["市民課"].share == round((1 + 1 / 3) / 3, 4)
    assert fsum(row.fractional for row in rows.values()) == pytest.approx(3, abs=1e-3)


def test_actions_and_milestones_count_for_who_holds_them_in_the_years_they_run() -> None:
    rows = by_name()
    assert (rows["市税課"].actions, rows["市税課"].milestones) == (1, 1)
    assert rows["市税課"].years == [YearLoad(2022, 1, 1), YearLoad(2023, 1, 1)]
    # The arrow of the component is that of the component's department, not of the plan's.
    assert rows["市民課"].years == [YearLoad(2024, 1, 0), YearLoad(2025, 1, 0)]
    assert rows["総務課"].years == []
    assert (rows["総務課"].indicators, rows["市民課"].indicators) == (1, 0)
    assert (rows["収納課"].partners, rows["総務課"].partners) == (1, 0)


def test_most_plans_come_first_then_leads_then_names() -> None:
    names = [row.department for row in answer(small_graph())]
    assert names == ["市民課", "収納課", "総務課", "市税課", "総務企画課"]


def test_by_year_a_row_for_each_year_in_which_something_runs() -> None:
    rows = answer(small_graph(), by="year").rows
    assert all(isinstance(row, YearRow) for row in rows)
    counts = [(r.department, r.year, r.plans) for r in rows if isinstance(r, YearRow)]
    assert counts == [
        ("収納課", 2022, 1),
        ("収納課", 2023, 1),
        ("市民課", 2024, 1),
        ("市民課", 2025, 1),
        ("市税課", 2022, 1),
        ("市税課", 2023, 1),
    ]


def test_one_department_keeps_its_share_of_the_whole() -> None:
    result = answer(small_graph(), department="収納")
    (row,) = result.rows
    assert isinstance(row, WorkloadRow)
    assert row.share == round(0.5 / 3, 4)
    assert result.parameters == {"department": "収納課"}
    assert result.totals == answer(small_graph()).totals


def test_a_goal_counts_its_own_plans_only() -> None:
    result = answer(small_graph(), goal="2", document="aozora-2022")
    assert {row.department for row in result} == {"総務課", "総務企画課", "市民課"}
    total = only_total(result)
    assert (total.plans, total.departments, total.unassigned) == (1, 3, 0)


def test_departments_are_gathered_up_to_a_level_and_no_higher() -> None:
    graph = small_graph().copy()
    units = {"海洋省": "ministry", "港湾局": "bureau", "計画課": "department", "企画係": "section"}
    for name, level in units.items():
        graph.add_node(name, kind="Department", name=name, label=name, level=level, evidence=[])
    for below, above in (("企画係", "計画課"), ("計画課", "港湾局"), ("港湾局", "海洋省")):
        graph.add_edge(below, above, "PART_OF", type="PART_OF", evidence=[])
    by_level = {level: unit_of(graph, "企画係", level) for level in LEVELS}
    assert by_level == {
        "ministry": "海洋省",
        "bureau": "港湾局",
        "division": "計画課",
        "department": "計画課",
        "section": "企画係",
    }
    assert unit_of(graph, "港湾局", "department") == "港湾局"


def test_what_cannot_be_asked_is_said() -> None:
    with pytest.raises(KeikakuError, match="year"):
        answer(small_graph(), by="month")
    with pytest.raises(KeikakuError, match="宇宙課"):
        answer(small_graph(), department="宇宙課")


def test_plans_without_a_department_are_counted_and_not_divided() -> None:
    graph = drawn("1-1-1>1-1-2", held={"1-1-1": ["甲課"]})
    total = only_total(answer(graph))
    assert (total.plans, total.unassigned, total.hhi, total.gini) == (2, 1, 1.0, 0.0)
    nobody = only_total(answer(drawn("1-1-1>1-1-2")))
    assert (nobody.departments, nobody.hhi, nobody.gini, nobody.even) == (0, None, None, None)


@pytest.mark.parametrize(
    ("loads", "index", "coefficient"),
    [
        ([1, 1, 1, 1], 0.25, 0.0),
        ([0, 0, 0, 8], 1.0, 0.75),
        ([1, 3], 0.625, 0.25),
        ([2, 1, 1], 0.375, 1 / 6),
    ],
)
def test_the_indexes_are_those_of_their_sources(
    loads: list[float], index: float, coefficient: float
) -> None:
    assert hhi(loads) == pytest.approx(index)
    assert gini(loads) == pytest.approx(coefficient)


def test_the_count_by_hand_of_docs_counting() -> None:
    held = {
        "1-1-1": ["甲課"],
        "1-1-2": ["甲課", "乙課"],
        "1-1-3": ["乙課", "甲課", "丙課", "丁課", "戊課"],
    }
    result = answer(drawn(held=held))
    rows = [row for row in result if isinstance(row, WorkloadRow)]
    counts = {row.department: (row.plans, row.lead, row.co, row.fractional) for row in rows}
    assert counts["甲課"] == (3, 2, 1, 1.7)
    assert counts["乙課"] == (2, 1, 1, 0.7)
    assert counts["丙課"] == counts["丁課"] == counts["戊課"] == (1, 0, 1, 0.2)
    assert [row.share for row in rows] == [0.5667, 0.2333, 0.0667, 0.0667, 0.0667]
    total = only_total(result)
    assert (total.hhi, total.gini, total.even) == (0.3889, 0.4667, 2.6)


def test_on_a_real_plan_the_columns_add_up() -> None:
    graph = keikaku.read()
    result = answer(graph)
    rows = [row for row in result if isinstance(row, WorkloadRow)]
    total = only_total(result)
    assert fsum(row.fractional for row in rows) == pytest.approx(
        total.plans - total.unassigned, abs=1e-2
    )
    assert fsum(row.share for row in rows) == pytest.approx(1, abs=1e-2)
    plans = scope(graph).plans
    held = [{duty.department for duty in responsibilities(graph, plan)} for plan in plans]
    assert sum(row.plans for row in rows) == sum(map(len, held))
    assert all(row.plans == row.lead + row.co + row.part for row in rows)
    assert 1 / total.departments <= (total.hhi or 0) <= 1
