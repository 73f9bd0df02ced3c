"""Where a rule begins to ask: a step, a period, a facility, a document that only just count."""

from __future__ import annotations

import pytest

from keikaku.graph import network
from keikaku.graph.merging import merge
from keikaku.workshop import rules
from tests.queries.small_graph import records
from tests.workshop.test_rules import FIRST, SECOND, Drafted, questions_of, short_action


@pytest.mark.parametrize("unknown", ["first_year", "last_year"])
def test_of_a_period_that_is_half_known_no_year_is_idle(unknown: str) -> None:
    drafted = Drafted()
    short_action(drafted)
    drafted.graph.graph["document"][unknown] = None
    assert "idle_years" not in {row.code for row in questions_of(drafted)}


def test_of_two_documents_a_plan_is_looked_for_in_the_one_that_is_named() -> None:
    cities = (records(), records("akane-2022", "あかね市"))
    both, _ = merge(map(network.from_records, cities))
    plans = {row.plan for row in rules.answer(both, document="akane-2022", plan="1-1-10").rows}
    assert plans == {"akane-2022/plan/1-1-10"}


@pytest.mark.parametrize(
    ("baseline", "target", "codes"),
    [
        ((1000, "件"), (1001, "件"), {"target_tiny_step"}),
        ((1000, "件"), (1019, "件"), {"target_tiny_step"}),
        ((1000, "件"), (1020, "件"), set()),
        ((10, "件"), (49, "件"), set()),
        ((10, "件"), (50, "件"), {"target_leap"}),
        ((20, "%"), (20.4, "%"), {"target_tiny_step"}),
        ((20, "%"), (20.5, "%"), set()),
        ((20, "%"), (69, "%"), set()),
        ((20, "%"), (70, "%"), {"target_leap"}),
    ],
)
def test_a_step_is_tiny_below_two_per_cent_and_a_leap_from_five_times_on(
    baseline: tuple[float, str], target: tuple[float, str], codes: set[str]
) -> None:
    drafted = Drafted()
    drafted.indicator(FIRST, baseline, target)
    raised = {row.code for row in questions_of(drafted)}
    assert raised & {"target_tiny_step", "target_leap"} == codes


@pytest.mark.parametrize("name", ["公共図書館", "市営体育館"])
def test_a_word_for_many_facilities_is_not_one_facility(name: str) -> None:
    drafted = Drafted()
    for plan in (FIRST, SECOND):
        drafted.action(plan, 2022, 2023, f"{name}の改修")
    assert "one_facility" not in {row.code for row in questions_of(drafted)}
