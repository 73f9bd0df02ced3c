"""Yes, no or unknown: what a comparison says where only the bounds of a number are known."""

from __future__ import annotations

from typing import Any, cast

import pytest

from keikaku.queries.expressions import resolve, verdicts

YES, NO, OPEN = True, False, None


def compared(way: str, value: int) -> resolve.Test:
    """A number compared, of no field in particular."""
    return resolve.Test(cast("Any", None), cast("Any", way), (value,))


@pytest.mark.parametrize(
    ("held", "every", "some"),
    [
        ([], YES, NO),
        ([YES, YES], YES, YES),
        ([YES, NO], NO, YES),
        ([NO, NO], NO, NO),
        ([YES, OPEN], OPEN, YES),
        ([OPEN, YES], OPEN, YES),
        ([NO, OPEN], NO, OPEN),
        ([OPEN, NO], NO, OPEN),
        ([OPEN, OPEN], OPEN, OPEN),
    ],
)
def test_all_and_any_of_several_verdicts(held: list[Any], every: Any, some: Any) -> None:
    assert (verdicts.all_of(held), verdicts.any_of(held)) == (every, some)


def test_no_is_the_opposite_of_yes_and_unknown_of_itself() -> None:
    assert [verdicts.negated(each) for each in (YES, NO, OPEN)] == [NO, YES, OPEN]


@pytest.mark.parametrize(
    ("way", "year", "verdict"),
    [
        *(("=", 2021, NO), ("=", 2022, OPEN), ("=", 2023, YES), ("=", 2025, YES)),
        *(("=", 2026, OPEN), ("=", 2027, NO)),
        *((">=", 2025, YES), (">=", 2026, OPEN), (">=", 2027, NO)),
        *((">", 2024, YES), (">", 2025, OPEN), (">", 2026, NO)),
        *(("<=", 2023, YES), ("<=", 2022, OPEN), ("<=", 2021, NO)),
        *(("<", 2024, YES), ("<", 2023, OPEN), ("<", 2022, NO)),
    ],
)
def test_what_runs_from_2023_to_2025_and_perhaps_a_year_around(
    way: str, year: int, verdict: Any
) -> None:
    assert verdicts.running(2022, 2023, 2025, 2026, compared(way, year)) is verdict


@pytest.mark.parametrize(
    ("way", "number", "verdict"),
    [
        *(("=", 2, NO), ("=", 3, OPEN), ("=", 5, OPEN), ("=", 6, NO)),
        *((">=", 3, YES), (">=", 4, OPEN), (">=", 5, OPEN), (">=", 6, NO)),
        *((">", 2, YES), (">", 3, OPEN), (">", 5, NO)),
        *(("<=", 5, YES), ("<=", 4, OPEN), ("<=", 2, NO)),
        *(("<", 6, YES), ("<", 5, OPEN), ("<", 3, NO)),
    ],
)
def test_a_number_between_three_and_five(way: str, number: int, verdict: Any) -> None:
    assert verdicts.within(3, 5, compared(way, number)) is verdict


def test_a_number_that_is_known_is_never_open() -> None:
    assert verdicts.within(4, 4, compared("=", 4)) is True
    assert verdicts.within(4, 4, compared("=", 5)) is False
    assert verdicts.within(4, 4, compared(">", 4)) is False


def test_the_first_and_last_year_may_be_open() -> None:
    facts = {"first_year": 2023, "last_year": 2024, "earliest_year": 2022, "latest_year": 2026}
    assert (verdicts.earliest_year(facts), verdicts.latest_year(facts)) == (2022, 2026)
    known = {"first_year": 2023, "last_year": 2024}
    assert (verdicts.earliest_year(known), verdicts.latest_year(known)) == (2023, 2024)
    assert verdicts.latest_year({"first_year": 2023}) == 2023
    years = [(2022, 2024), (2023, 2023)]
    assert verdicts.extreme(years, least=True) == (2022, 2023)
    assert verdicts.extreme(years, least=False) == (2023, 2024)
