"""How far an indicator has come (達成率), whether it is on course, and where its line leads.

Two formulas are in common use in the evaluation of Japanese local governments (行政評価), and both
are needed, for neither fits every indicator:

- ``change`` (変化量): (actual - baseline) / (target - baseline). 0 at the baseline, 1 at the
  target, whichever way is better; below 0 where things got worse. Taken wherever there is a
  baseline of the same unit that lies short of the target.
- ``level`` (水準): actual / target where more is better, target / actual where less is. Taken where
  no baseline is known, or it is of another unit, or it lies at the target or past it already, for
  then the denominator of ``change`` is zero or leads the wrong way. None where it would divide by
  zero or by a negative number.

To hold what is reached (維持) has ``held``: 1 - |actual - target| / |target|, not below 0; of a
target of zero, 1 at zero and else 0. A target of which nobody says which way is better has a rate
only where it is met exactly (``equal``).

The comparators ≥ and ≤ say which way is better; 約 of a value is no margin: the number counts.
On course (順調) is what lies on the straight line from the baseline to the target or better, as in
evaluations that ask for a fifth of the way after each of five years.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import linear_regression
from typing import Any, Literal, NamedTuple

from keikaku.graph.measures import better_direction, in_unit_of, is_held, is_reached, same_unit

Formula = Literal["change", "level", "held", "equal"]
Method = Literal["two_points", "least_squares"]
Measured = dict[str, Any]

_CLOSE = 1e-9  # of the size of the numbers: what floats may be off


class Rate(NamedTuple):
    """A rate of achievement, 1 at the target, and the formula that gave it."""

    value: float
    formula: Formula


class Line(NamedTuple):
    """A straight line through values: what it gives for a year, and how it was laid."""

    slope: float
    intercept: float
    method: Method

    def at(self, year: int) -> float:
        """Return the value of the line in a year."""
        return self.slope * year + self.intercept


def rate(
    actual: float, target: Measured, baseline: Measured | None, direction: str | None
) -> Rate | None:
    """Return the rate of achievement of an actual value, or None where no formula fits.

    ``actual`` is in the unit of the target; rates are not cut at 0 or 1.
    """
    better, goal = better_direction(target, direction), target["value"]
    if goal is None:  # a range: one is within it or not, there is no rate between
        return Rate(1.0, "equal") if is_met(actual, target, direction) else None
    if better == "maintain":
        held = is_met(actual, target, direction)
        return Rate(1.0 if held else _held(actual, goal), "held")
    if better is None:
        return Rate(1.0, "equal") if actual == goal else None
    if is_short(target, baseline, direction):
        start = in_unit_of(baseline, target)["value"] if baseline else 0
        return Rate((actual - start) / (goal - start), "change")
    level = _level(actual, goal, better)
    return None if level is None else Rate(level, "level")


def is_short(target: Measured, baseline: Measured | None, direction: str | None) -> bool:
    """Tell whether there is a baseline to start from.

    Of the target's unit, and short of the target.
    """
    if baseline is None or not same_unit(target, baseline):
        return False
    if baseline["value"] is None or target["value"] is None:
        return False  # a range has no line
    if bool(target.get("cumulative")) != bool(baseline.get("cumulative")):
        return False  # a sum over years does not start at the value of one year
    better = better_direction(target, direction)
    if better not in {"increase", "decrease"}:
        return False
    return not is_reached(in_unit_of(baseline, target)["value"], target, better)


def is_met(actual: float, target: Measured, direction: str | None) -> bool:
    """Tell whether an actual value is at the target or past it; of a target to be held, at it."""
    if better_direction(target, direction) == "maintain":
        return is_held(actual, target)
    return is_reached(actual, target, direction)


def on_line(year: int, start: tuple[int, float], end: tuple[int, float]) -> float:
    """Return what the straight line from the baseline to the target asks for in a year.

    Before its start it is the baseline, from its end on the target.

    >>> on_line(2023, (2021, 10), (2025, 30))
    20.0
    """
    (first, low), (last, high) = start, end
    if year >= last:
        return float(high)
    share = max(year - first, 0) / (last - first)
    return low + (high - low) * share


def is_on_course(actual: float, expected: float, way: str) -> bool:
    """Tell whether a value is on the line or better."""
    margin = _CLOSE * max(abs(actual), abs(expected), 1)
    ahead = actual - expected if way == "increase" else expected - actual
    return ahead >= -margin


def line(points: Sequence[tuple[int, float]]) -> Line | None:
    """Return the straight line through actual values; None through fewer than two.

    Through two it is exact, through more the least squares (最小二乗法; Legendre 1805) of the
    value on the year. It says what comes if things go on as they went, and knows nothing else.
    """
    if len(points) < 2:
        return None
    years, values = zip(*points, strict=True)
    slope, intercept = linear_regression(years, values)
    return Line(slope, intercept, "two_points" if len(points) == 2 else "least_squares")


def _level(actual: float, goal: float, way: str) -> float | None:
    if way == "increase":
        return actual / goal if goal > 0 else None
    if goal == 0:
        return float(actual <= 0)
    return goal / actual if goal > 0 and actual > 0 else None


def _held(actual: float, goal: float) -> float:
    if goal == 0:
        return float(actual == 0)
    return max(0.0, 1 - abs(actual - goal) / abs(goal))
