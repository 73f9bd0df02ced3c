"""How an indicator goes from its baseline over its yearly values to its target (推移)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal, NamedTuple

from keikaku.graph.measures import change, in_unit_of, same_unit

PointKind = Literal["baseline", "actual", "forecast", "target"]


class CoursePoint(NamedTuple):
    """A value on the way, in the unit of the target; ``fiscal_year`` is None where unknown."""

    fiscal_year: int | None
    kind: PointKind
    value: float


class Course(NamedTuple):
    """The values of an indicator that can be compared, in the order of their years.

    ``change`` is how far the target is from the baseline, in its unit (percentages differ in
    ポイント); ``rate`` the same in parts of the baseline, which says nothing of percentages. None
    where they cannot be compared.
    """

    points: list[CoursePoint]
    change: dict[str, Any] | None
    rate: float | None


def course(facts: Mapping[str, Any], actuals: Iterable[tuple[int, float]] = ()) -> Course:
    """Return how an indicator goes on, from the facts of its node.

    ``actuals`` are values by fiscal year that a progress form states, in the unit of the target.
    A year that the form states is not taken from the plan as well.

    >>> goes = course({"baseline": {"value": 6, "unit": "%"}, "target": {"value": 9, "unit": "%"}})
    >>> [(point.kind, point.value) for point in goes.points], goes.change["unit"], goes.rate
    ([('baseline', 6), ('target', 9)], 'ポイント', None)
    """
    baseline, target, values = (facts.get(key) for key in ("baseline", "target", "values"))
    unit_of = target or baseline or next(iter(values or ()), None)
    stated = dict(actuals)
    points = [
        *_points(baseline, "baseline", unit_of),
        *(CoursePoint(year, "actual", value) for year, value in stated.items()),
        *(
            point
            for value in values or ()
            if not (value["kind"] == "actual" and value["fiscal_year"] in stated)
            for point in _points(value, value["kind"], unit_of)
        ),
        *_points(target, "target", unit_of),
    ]
    moved = change(baseline, target) if target else None
    return Course(_in_order(points), moved, _rate(moved, baseline, target))


def _points(
    measure: Mapping[str, Any] | None, kind: PointKind, unit_of: Mapping[str, Any] | None
) -> list[CoursePoint]:
    if measure is None or unit_of is None or not same_unit(dict(unit_of), dict(measure)):
        return []
    value = in_unit_of(measure, unit_of).get("value")
    return [] if value is None else [CoursePoint(measure.get("fiscal_year"), kind, value)]


def _in_order(points: Iterable[CoursePoint]) -> list[CoursePoint]:
    """Sort by year; without one the baseline stands first and the target last."""
    ends = {"baseline": 0, "target": 9999}
    unique = dict.fromkeys(points)
    return sorted(unique, key=lambda point: point.fiscal_year or ends.get(point.kind, 0))


def _rate(
    moved: Mapping[str, Any] | None,
    baseline: Mapping[str, Any] | None,
    target: Mapping[str, Any] | None,
) -> float | None:
    if moved is None or baseline is None or target is None:
        return None
    start = in_unit_of(baseline, target)["value"]
    share = str(moved["unit"] or "").startswith("ポイント")
    return None if share or not start else moved["value"] / abs(start)
