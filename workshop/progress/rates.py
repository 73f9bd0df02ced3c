"""How far an indicator has come (達成率), whether it is on course, and where its line leads.

Two formulas are in common use in the evaluation of Japanese local governments (行政評価). Both
are needed, because neither fits every indicator:

- ``change`` (変化量): (actual - baseline) / (target - baseline). It is 0 at the baseline and 1 at
  the target, whichever way is better, and below 0 where things got worse. It is used wherever
  there is a baseline of the same unit that has not reached the target.
- ``level`` (水準): actual / target where more is better, target / actual where less is better. It
  is used where no baseline is known, where the baseline has another unit, or where it is already
  at or past the target: then the denominator of ``change`` is zero or has the wrong sign. It is
  None where it would divide by zero or by a negative number.

A target that keeps a value (維持) has ``held``: 1 - |actual - target| / |target|, not below 0; for
a target of zero, 1 at zero and else 0. A target whose better direction is unknown has a rate only
where it is met exactly (``equal``).

The comparators ≥ and ≤ say which way is better; 約 before a value is no margin: the number counts.
An indicator is on course (順調) on the straight line from the baseline to the target or better, as
in evaluations that expect a fifth of the way after each of five years.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import linear_regression
from typing import Any, Literal, NamedTuple

from keikaku.graph.measures import better_direction, in_unit_of, is_held, is_reached, same_unit

Formula = Literal["change", "level", "held", "equal"]
Method = Literal["two_points", "least_squares"]
Measured = dict[str, Any]

_CLOSE = 1e-9  # tolerance for floats, relative to the size of the numbers


class Rate(NamedTuple):
    """A rate of achievement, 1 at the target, and the formula that gave it."""

    value: float
    formula: Formula


class Line(NamedTuple):
    """A straight line through values: its value for a year, and how it was fitted."""

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
    if goal is None:  # a range: a value is within it or not, there is no rate between
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
    """Return whether there is a baseline to start from.

    It must have the target's unit and not have reached the target.
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
    """Return whether an actual value is at or past the target; at it, for one to maintain."""
    if better_direction(target, direction) == "maintain":
        return is_held(actual, target)
    return is_reached(actual, target, direction)


def on_line(year: int, start: tuple[int, float], end: tuple[int, float]) -> float:
    """Return the value that the straight line from baseline to target expects for a year.

    It is the baseline before the line's start, and the target from its end on.

    >>> on_line(2023, (2021, 10), (2025, 30))
    20.0
    """
    (first, low), (last, high) = start, end
    if year >= last:
        return float(high)
    share = max(year - first, 0) / (last - first)
    return low + (high - low) * share


def is_on_course(actual: float, expected: float, way: str) -> bool:
    """Return whether a value is on the line or better."""
    margin = _CLOSE * max(abs(actual), abs(expected), 1)
    ahead = actual - expected if way == "increase" else expected - actual
    return ahead >= -margin


def line(points: Sequence[tuple[int, float]]) -> Line | None:
    """Return the straight line through actual values; None through fewer than two.

    Through two it is exact, through more the least squares (最小二乗法; Legendre 1805) of the
    value on the year. It only continues the past values.
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
