"""A value beside its year: its own target, the line, the band of 概ね順調, sums over years."""

from __future__ import annotations

from typing import Any

import pytest

from keikaku.workshop.progress.judging import judged
from keikaku.workshop.progress.progress_records import Actual

HEAD = {"first_year": 2026, "last_year": 2029}


def measure(value: float, year: int, **more: Any) -> dict[str, Any]:
    return {"value": value, "unit": "件", "comparator": "=", "as_of": f"{year}年度末", **more}


def facts(**more: Any) -> dict[str, Any]:
    base = {"measurable": True, "direction": "increase", "baseline": measure(0, 2025)}
    return base | {"target": measure(100, 2029)} | more


def actual(year: int, value: float) -> Actual:
    return Actual(year, value, None, str(value), "指標", "I6")


@pytest.mark.parametrize(
    ("value", "status"), [(50, "on_course"), (40, "nearly"), (39, "behind"), (100, "reached")]
)
def test_most_of_the_way_that_a_year_asks_for_is_nearly_on_course(
    value: float, status: str
) -> None:
    assert judged(facts(), actual(2027, value), HEAD).status == status


def test_the_target_of_the_year_stands_in_the_place_of_the_line() -> None:
    values = [measure(10, 2027, fiscal_year=2027, kind="target")]
    judgement = judged(facts(values=values), actual(2027, 10), HEAD)
    assert judgement.status == "on_course"
    assert judgement.course is not None
    assert judgement.course.expected == 10


def test_a_sum_over_years_begins_at_nothing_and_not_at_the_value_of_one_year() -> None:
    indicator = facts(target=measure(400, 2029, cumulative=True), baseline=measure(120, 2025))
    judgement = judged(indicator, actual(2026, 100), HEAD)
    assert judgement.status == "on_course"
    assert judgement.rate is not None
    assert judgement.rate.value == 0.25


def test_a_range_is_kept_within_or_not() -> None:
    indicator = facts(target={**measure(0, 2029), "value": None, "low": 40, "high": 60})
    assert judged(indicator, actual(2029, 50), HEAD).status == "reached"
    assert judged(indicator, actual(2029, 10), HEAD).status == "behind"
