"""Three-valued verdicts, and numbers and years of which only the bounds are known (判定)."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable
from typing import Any

from keikaku.queries.expressions.resolve import Test
from keikaku.queries.graph_walks import Facts

Verdict = bool | None
"""Yes, no, or None where the source leaves it open."""

COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
}


def all_of(verdicts: Iterable[Verdict]) -> Verdict:
    """Return whether all are yes: one no is enough for no, else one unknown for unknown."""
    result: Verdict = True
    for verdict in verdicts:
        if verdict is False:
            return False
        result = None if verdict is None else result
    return result


def any_of(verdicts: Iterable[Verdict]) -> Verdict:
    """Return whether one is yes: else one unknown is enough for unknown."""
    result: Verdict = False
    for verdict in verdicts:
        if verdict:
            return True
        result = None if verdict is None else result
    return result


def negated(verdict: Verdict) -> Verdict:
    """No for yes, yes for no; what is unknown stays so."""
    return None if verdict is None else not verdict


def latest_year(facts: Facts) -> int:
    """Return the last year in which it may run, where no source states how long it continues."""
    last = facts.get("last_year") or facts["first_year"]
    return int(facts.get("latest_year") or last)


def earliest_year(facts: Facts) -> int:
    """Return the first year in which it may already run."""
    return int(facts.get("earliest_year") or facts["first_year"])


def extreme(years: list[tuple[int, int]], *, least: bool) -> tuple[int, int]:
    """Return the earliest and latest year that the first, or the last, of all years can be."""
    worst = min if least else max
    return worst(low for low, _ in years), worst(high for _, high in years)


def running(early: int, first: int, last: int, latest: int, test: Test) -> Verdict:
    """Return whether years ``first``-``last``, perhaps ``early``-``latest``, fit."""
    value = test.values[0]
    if test.way == "=":
        return True if first <= value <= last else (None if early <= value <= latest else False)
    if test.way in {">=", ">"}:
        least = value + (test.way == ">")
        return True if last >= least else (None if latest >= least else False)
    return (
        True
        if COMPARE[test.way](first, value)
        else (None if COMPARE[test.way](early, value) else False)
    )


def within(low: int, high: int, test: Test) -> Verdict:
    """Compare a number between two bounds with another one; unknown where both results can be."""
    value = test.values[0]
    if test.way == "=":
        if not low <= value <= high:
            return False
        return True if low == high else None
    at_low, at_high = (COMPARE[test.way](end, value) for end in (low, high))
    return at_low if at_low == at_high else None
