"""Rates of achievement: their formulas, held to what must be true of them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from keikaku.workshop.progress import rates

_sizes = st.floats(-1e6, 1e6).map(lambda x: round(x, 3))
_ways = st.sampled_from(["increase", "decrease"])


def measure(value: float, unit: str | None = "件", comparator: str = "=") -> dict[str, Any]:
    return {"value": value, "unit": unit, "comparator": comparator, "as_of": None}


@given(_sizes, _sizes, _sizes, _sizes, _ways)
def test_a_rate_from_the_baseline_is_0_there_1_at_the_target_and_rises_the_better_way(
    start: float, goal: float, one: float, other: float, way: str
) -> None:
    assume(abs(goal - start) > 0.01 and (goal > start) == (way == "increase"))
    target, baseline = measure(goal), measure(start)

    def rate(actual: float) -> float:
        rate_of_target = rates.rate(actual, target, baseline, way)
        assert rate_of_target is not None
        assert rate_of_target.formula == "change"
        return rate_of_target.value

    assert rate(start) == 0
    assert rate(goal) == pytest.approx(1)
    better, worse = (max(one, other), min(one, other))
    if way == "decrease":
        better, worse = worse, better
    assert rate(better) >= rate(worse)


@given(st.floats(0.01, 1e6), st.floats(0.01, 1e6), st.floats(0.01, 1e6), _ways)
def test_a_rate_without_baseline_is_1_at_the_target_and_rises_the_better_way(
    goal: float, one: float, other: float, way: str
) -> None:
    target = measure(goal)

    def rate(actual: float) -> float:
        rate_of_target = rates.rate(actual, target, None, way)
        assert rate_of_target is not None
        assert rate_of_target.formula == "level"
        return rate_of_target.value

    assert rate(goal) == pytest.approx(1)
    better, worse = (max(one, other), min(one, other))
    if way == "decrease":
        better, worse = worse, better
    assert rate(better) >= rate(worse)
    assert (rate(one) >= 1) == rates.is_met(one, target, way)


@given(_sizes, _sizes, _sizes, st.sampled_from(["increase", "decrease", "maintain", None]))
def test_no_rate_divides_by_zero(actual: float, goal: float, start: float, way: str | None) -> None:
    for comparator in ("=", ">=", "<="):
        target = measure(goal, comparator=comparator)
        for baseline in (None, measure(start), measure(start, "人")):
            rates.rate(actual, target, baseline, way)


def test_a_baseline_past_its_target_or_of_another_unit_is_no_start() -> None:
    past = rates.rate(98.0, measure(99.1, "%", ">="), measure(99.2, "%"), None)
    assert past == (98.0 / 99.1, "level")
    other = rates.rate(50, measure(100, "件"), measure(20, "人"), "increase")
    assert other == (0.5, "level")


def test_a_range_or_a_sum_over_years_is_no_line_from_a_baseline() -> None:
    some = measure(80, "%", ">=") | {"value": None, "low": 70, "high": 80}
    assert not rates.is_short(some, measure(60, "%"), "increase")
    assert not rates.is_short(measure(80, "%"), measure(60, "%") | {"value": None}, "increase")
    total = measure(80, "件", ">=") | {"cumulative": True}
    assert not rates.is_short(total, measure(60, "件"), "increase")
    assert rates.is_short(measure(80, "件", ">="), measure(60, "件"), "increase")


def test_the_comparator_says_which_way_is_better() -> None:
    assert rates.rate(33, measure(30, "日", "<="), measure(36, "日"), None) == (0.5, "change")
    assert rates.rate(3, measure(6, "回", ">="), None, None) == (0.5, "level")


def test_what_is_to_be_held_loses_with_the_distance() -> None:
    target = measure(100, "%")
    assert rates.rate(100, target, measure(100, "%"), "maintain") == (1.0, "held")
    rate_of_target = rates.rate(95, target, measure(100, "%"), "maintain")
    assert rate_of_target is not None
    assert rate_of_target.value == pytest.approx(0.95)
    assert rates.rate(2, measure(0), measure(0), "maintain") == (0.0, "held")
    assert rates.rate(0, measure(0), measure(0), "maintain") == (1.0, "held")


def test_without_a_way_only_the_exact_target_counts() -> None:
    assert rates.rate(1, measure(1, "回"), None, None) == (1.0, "equal")
    assert rates.rate(2, measure(1, "回"), None, None) is None


def test_nothing_to_happen_is_met_at_zero_only() -> None:
    assert rates.rate(0, measure(0), None, "decrease") == (1.0, "level")
    assert rates.rate(2, measure(0), None, "decrease") == (0.0, "level")


@given(_sizes, _sizes, st.integers(2000, 2030), st.integers(1, 10), st.integers(1990, 2050))
def test_the_line_runs_from_the_baseline_to_the_target_and_no_further(
    low: float, high: float, first: int, length: int, year: int
) -> None:
    last = first + length
    value = rates.on_line(year, (first, low), (last, high))
    assert min(low, high) - 1e-6 <= value <= max(low, high) + 1e-6
    assert rates.on_line(first, (first, low), (last, high)) == pytest.approx(low)
    assert rates.on_line(last, (first, low), (last, high)) == high


def test_a_line_goes_through_two_points_and_lies_between_more() -> None:
    assert rates.line([(2022, 5)]) is None
    two = rates.line([(2022, 10), (2024, 20)])
    assert two is not None
    assert two.at(2025) == pytest.approx(25)
    assert two.method == "two_points"
    three = rates.line([(2022, 10), (2023, 10), (2024, 13)])
    assert three is not None
    assert three.at(2025) == pytest.approx(14)
    assert three.method == "least_squares"


def test_what_keeps_to_a_level_or_more_is_held_whole() -> None:
    assert rates.rate(90, measure(80, comparator=">="), None, "maintain") == (1.0, "held")
    assert rates.rate(60, measure(80, comparator=">="), None, "maintain") == (0.75, "held")
    assert rates.is_met(80, measure(80), "maintain")
    assert not rates.is_met(81, measure(80), "maintain")


def test_a_range_is_met_within_it_and_nothing_between_counts() -> None:
    between = {**measure(0), "value": None, "low": 40, "high": 50}
    assert rates.rate(45, between, None, "increase") == (1.0, "equal")
    assert rates.rate(30, between, None, "increase") is None
