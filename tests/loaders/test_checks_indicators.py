"""Targets and baselines are compared as a careful colleague would, and no further."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from keikaku.graph.records import Measure
from keikaku.loaders.checks import run
from tests.loaders.small_plan import SmallPlan, amount


def codes(plan: SmallPlan) -> list[str]:
    return [finding.code for finding in run(plan.records)]


def with_indicator(
    target: Any = None, baseline: Any = None, direction: str | None = None
) -> SmallPlan:
    plan = SmallPlan()
    plan.indicator(plan.plan("1-1-1", "収納課"), "徴収率", target, baseline, direction)
    return plan


def test_a_target_above_its_baseline_needs_no_remark() -> None:
    assert codes(with_indicator(amount(98, comparator=">="), amount(95))) == []


def test_a_target_without_a_baseline_is_named_with_its_plan() -> None:
    (finding,) = run(with_indicator(target=amount(98)).records)
    assert finding.code == "target-without-baseline"
    assert finding.node == "aoba-2030/indicator/1-1-1/1"
    assert finding.details == {"plan": "1-1-1", "indicator": "徴収率"}
    assert finding.evidence[0].quote == "徴収率"


def test_a_baseline_alone_lacks_its_target_and_the_plan_a_measure() -> None:
    assert codes(with_indicator(baseline=amount(95))) == [
        "baseline-without-target",
        "no-measurable-target",
    ]


def test_a_plan_with_words_only_has_no_measurable_target() -> None:
    plan = SmallPlan()
    plan.plan("1-1-1", "収納課")
    (finding,) = run(plan.records)
    assert (finding.code, finding.details) == ("no-measurable-target", {"plan": "1-1-1"})


def test_an_indicator_of_a_component_measures_its_plan() -> None:
    plan = SmallPlan()
    component = plan.component(plan.plan("1-1-1", "収納課"), "口座振替", "収納課")
    plan.indicator(component, "利用率", amount(30, comparator=">="), amount(20))
    assert codes(plan) == []


@pytest.mark.parametrize(
    ("comparator", "target", "baseline", "direction", "reached"),
    [
        (">=", 90, 95, None, True),
        (">=", 90, 90, None, True),
        (">=", 90, 89.9, None, False),
        ("<=", 10, 8, None, True),
        ("<=", 10, 10, None, True),
        ("<=", 10, 12, None, False),
        ("<=", 10, 8, "increase", True),
        ("=", 90, 95, "increase", True),
        ("=", 90, 85, "increase", False),
        ("=", 10, 8, "decrease", True),
        ("=", 10, 12, "decrease", False),
        ("=", 90, 90, None, True),
        ("=", 90, 95, None, False),
        ("=", 90, 85, None, False),
        ("=", 90, 90, "maintain", False),
        (">=", 90, 90, "maintain", False),
        (">=", 90, 95, "maintain", False),
    ],
)
def test_a_target_is_reached_in_the_direction_that_is_better(
    comparator: str, target: float, baseline: float, direction: str | None, reached: bool
) -> None:
    plan = with_indicator(amount(target, comparator=comparator), amount(baseline), direction)
    assert codes(plan) == (["baseline-at-target"] if reached else [])


def test_a_target_reached_quotes_both_values_as_printed() -> None:
    (finding,) = run(with_indicator(amount(98.0, comparator=">="), amount(98.2)).records)
    assert "98.2%" in finding.message
    assert "98.0%以上" in finding.message


@pytest.mark.parametrize(
    ("target", "baseline"),
    [("%", "km"), ("件/年", "件/月"), ("人", "件")],
)
def test_values_in_different_units_are_not_compared_but_remarked(
    target: str, baseline: str | None
) -> None:
    plan = with_indicator(amount(10, target, comparator=">="), amount(20, baseline))
    assert codes(plan) == ["unit-differs"]


@pytest.mark.parametrize(
    ("target", "baseline"),
    [
        ("件/年", "件"),
        ("人/年度", "名/年"),
        ("時間/年間", "時間/年"),
        ("か所", "箇所"),
        ("％", "%"),
        ("kWh", "KWh"),
        ("㎡", "m2"),
        ("件", None),
    ],
)
def test_one_unit_in_two_spellings_is_one(target: str, baseline: str | None) -> None:
    plan = with_indicator(amount(20, target, comparator=">="), amount(10, baseline))
    assert codes(plan) == []


def test_measures_may_be_records_as_well_as_plain_dicts() -> None:
    plan = with_indicator(
        Measure(90, "%", ">=", None, None, "90%以上"), Measure(91, "%", "=", None, None, "91%")
    )
    assert codes(plan) == ["baseline-at-target"]


def test_the_checks_leave_the_records_as_they_are() -> None:
    plan = with_indicator(amount(90), amount(90))
    before = copy.deepcopy(plan.records)
    assert run(plan.records)
    assert plan.records == before
