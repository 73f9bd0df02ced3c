"""Whether an indicator is reached, on course or behind, and where its line leads."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal

from keikaku.graph.language import Text
from keikaku.graph.measures import better_direction, in_unit_of, same_unit
from keikaku.graph.years import fiscal_year_of
from keikaku.queries.graph_walks import Facts
from keikaku.workshop.progress import rates
from keikaku.workshop.progress.progress_records import Actual

DIGITS = 4
"""To how many digits rates, values of lines and fractions are rounded."""

NEARLY = 0.8
"""The share of the way expected by a year that counts as 概ね順調; less is behind."""

Status = Literal["reached", "on_course", "nearly", "behind", "unknown"]

STATUSES: dict[Status, Text] = {
    "reached": Text("達成", "reached"),
    "on_course": Text("順調", "on course"),
    "nearly": Text("概ね順調", "nearly on course"),
    "behind": Text("遅れ", "behind"),
    "unknown": Text("不明", "unknown"),
}
"""The word for each status."""

WHY: dict[str, Text] = {
    "in_words": Text("数値目標がない", "no number as its target"),
    "no_target": Text("目標値がない", "no target"),
    "no_actual": Text("実績値がない", "no actual value"),
    "no_way": Text("望ましい方向が分からない", "which way is better is not known"),
    "no_line": Text("現況値がなく、途中の水準が分からない", "no baseline to draw a line from"),
    "no_years": Text("いつの値か分からない", "the years of baseline and target are not known"),
}
"""Why a status is unknown."""


@dataclass(frozen=True, slots=True)
class Course:
    """The straight line that a value is compared with: its years and its expected values.

    ``assumed`` is true where no date of the baseline is known, and the year before the plan's
    period was taken.
    """

    from_year: int
    to_year: int
    expected: float
    assumed: bool


@dataclass(frozen=True, slots=True)
class Forecast:
    """Where the straight line through the actual values leads (直線による見込み).

    ``method`` is how the line was fitted: through ``two_points``, or by ``least_squares``.
    ``reaches`` is whether it meets the target; None where that cannot be determined.
    """

    year: int
    value: float
    method: rates.Method
    reaches: bool | None


@dataclass(frozen=True, slots=True)
class Judged:
    """The status of an indicator, why it is unknown, its rate and its line for comparison."""

    status: Status
    why: str | None = None
    rate: rates.Rate | None = None
    course: Course | None = None


def judged(facts: Facts, latest: Actual | None, head: dict[str, Any]) -> Judged:
    """Return rate and status of the last actual value."""
    target = facts.get("target")
    if target is None:
        return Judged("unknown", "no_target" if facts["measurable"] else "in_words")
    if latest is None:
        return Judged("unknown", "no_actual")
    baseline, direction = facts.get("baseline"), facts.get("direction")
    rate = rates.rate(latest.value, target, baseline, direction)
    end = _target_year(target, head)
    over = end is not None and latest.year >= end
    if rates.is_met(latest.value, target, direction):
        # A target to maintain is reached only at the end; until then it is on course.
        holding = better_direction(target, direction) == "maintain" and not over
        return Judged("on_course" if holding else "reached", None, rate)
    if over:
        return Judged("behind", None, rate)
    yearly = _yearly_target(facts, latest.year)
    if yearly is not None and better_direction(target, direction) in {"increase", "decrease"}:
        return replace(_by_year(yearly, target, baseline, direction, latest), rate=rate)
    return replace(_under_way(target, baseline, direction, latest, head), rate=rate)


def _yearly_target(facts: Facts, year: int) -> dict[str, Any] | None:
    """Return the plan's own target for a year, where it states one for each year."""
    for value in facts.get("values") or ():
        if (
            value["kind"] == "target"
            and value["fiscal_year"] == year
            and value["value"] is not None
        ):
            return dict(value)
    return None


def _by_year(
    yearly: dict[str, Any],
    target: dict[str, Any],
    baseline: dict[str, Any] | None,
    direction: str | None,
    latest: Actual,
) -> Judged:
    """Return the status against the year's own target, not against a line that we draw."""
    aim = in_unit_of(yearly, target)["value"]
    start = 0.0
    if rates.is_short(target, baseline, direction) and baseline is not None:
        start = in_unit_of(baseline, target)["value"]
    course = Course(latest.year, latest.year, round(aim, DIGITS), False)
    better = better_direction(target, direction) or "increase"
    return Judged(_beside(latest.value, start, aim, better), course=course)


def _beside(actual: float, start: float, expected: float, better: str) -> Status:
    """Return how a value compares with the expected one: at it, most of the way, or behind."""
    if rates.is_on_course(actual, expected, better):
        return "on_course"
    way = expected - start
    nearly = way != 0 and (actual - start) / way >= NEARLY
    return "nearly" if nearly else "behind"


def _under_way(
    target: dict[str, Any],
    baseline: dict[str, Any] | None,
    direction: str | None,
    latest: Actual,
    head: dict[str, Any],
) -> Judged:
    """Return status of a value that is not at its target while there is time."""
    better = better_direction(target, direction)
    if better is None:
        return Judged("unknown", "no_way")
    if better == "maintain":
        return Judged("behind")
    if target.get("cumulative") and not (baseline or {}).get("cumulative"):
        baseline = {**target, "value": 0, "as_of": None}  # a sum starts at zero
    if baseline is None or not same_unit(target, baseline):
        return Judged("unknown", "no_line")
    if not rates.is_short(target, baseline, direction):
        return Judged("behind")  # it stood at the target and fell back
    course = _course(baseline, target, latest.year, head)
    if course is None:
        return Judged("unknown", "no_years")
    start = in_unit_of(baseline, target)["value"]
    return Judged(_beside(latest.value, start, course.expected, better), course=course)


def _course(
    baseline: dict[str, Any], target: dict[str, Any], year: int, head: dict[str, Any]
) -> Course | None:
    """Return the line from the baseline's year (else the one before the period) to the target's."""
    dated = fiscal_year_of(baseline.get("as_of") or "")
    start = dated if dated is not None else head["first_year"] and head["first_year"] - 1
    end = _target_year(target, head)
    if start is None or end is None or start >= end:
        return None
    first = in_unit_of(baseline, target)["value"]
    expected = rates.on_line(year, (start, first), (end, target["value"]))
    return Course(start, end, round(expected, DIGITS), dated is None)


def _target_year(target: dict[str, Any], head: dict[str, Any]) -> int | None:
    dated = fiscal_year_of(target.get("as_of") or "")
    last: int | None = head["last_year"]
    return last if dated is None else dated


def forecast(facts: Facts, actuals: list[Actual], head: dict[str, Any]) -> Forecast | None:
    """Return the value of the straight line in the target's year, or in the plan's last year.

    None without such a line, or if that year is not ahead of the actual values.
    """
    target = facts.get("target")
    year = _target_year(target, head) if target else head["last_year"]
    line = rates.line([(each.year, each.value) for each in actuals])
    if line is None or year is None or actuals[-1].year >= year:
        return None
    value = line.at(year)
    better = better_direction(target, facts.get("direction")) if target else None
    reaches = None
    if target and target["value"] is not None and better in {"increase", "decrease"}:
        reaches = rates.is_on_course(value, target["value"], better)
    return Forecast(year, round(value, DIGITS), line.method, reaches)
