"""``indicators``: targets and baselines, and who answers for them (目標値・現況値)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from graph.language import Text
from graph.measures import is_reached, same_unit, unit_and_rhythm
from queries import names
from queries.answers import Answer, given
from queries.graphs import Evidence, Facts, Graph, in_order, leaving, parts
from queries.scope import duties, name_of, plan_ref, scope, shown

_UNIT = Text("単位", "unit")


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """An indicator with the plan, or the component of it, that it measures.

    ``target`` and ``baseline`` are measures as in the graph's file, or None; ``measurable`` is
    false for a target without a number. ``at_target`` tells whether the baseline is already at its
    target or past it, in the direction that is better; None where the two cannot be compared.
    ``departments`` answer for the indicator: those of its component, or of its plan.
    """

    document: str
    number: str
    title: str
    component: str | None
    name: str
    measurable: bool
    baseline: dict[str, Any] | None
    target: dict[str, Any] | None
    direction: str | None
    at_target: bool | None
    departments: list[str]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Reach:
    """How many of the rows have a number as their target, a baseline, and one already reached."""

    indicators: int
    measurable: int
    with_baseline: int
    at_target: int


def answer(
    graph: Graph,
    *,
    without_baseline: bool = False,
    at_target: bool = False,
    unit: str | None = None,
    department: str | None = None,
    goal: str | None = None,
    document: str | None = None,
) -> Answer[IndicatorRow]:
    """The indicators of the plans, by document, number, component and order on the page, then id.

    ``without_baseline`` keeps targets with a number that no baseline belongs to; ``at_target``
    those whose baseline is already at or past its target (to hold what is reached, 維持, is no
    such target); ``unit`` those of that unit (人 and 名 are one), of target or baseline;
    ``department`` those that it answers for. ``totals`` counts the rows (:class:`Reach`).

    Raises:
        KeikakuError: a name or a unit is unknown or ambiguous.
    """
    asked = scope(graph, goal=goal, document=document)
    wanted = None if department is None else names.find(graph, "Department", department)
    units = None if unit is None else _units_named(graph, unit)
    rows = [
        _row(graph, plan, component, graph.nodes[indicator], answering)
        for plan in asked.plans
        for component, indicator, answering in _measures(graph, plan)
        if wanted is None or not set(answering).isdisjoint(wanted)
    ]
    kept = [
        row
        for row in rows
        if not (without_baseline and not (row.target and row.measurable and not row.baseline))
        and not (at_target and not row.at_target)
        and (units is None or not units.isdisjoint(_units(row)))
    ]
    parameters = given(
        without_baseline=without_baseline or None,
        at_target=at_target or None,
        unit=None if units is None else "、".join(sorted(units)),
        department=None if wanted is None else shown(graph, wanted),
    )
    return Answer("indicators", parameters | asked.given, kept, totals=[_reach(kept)])


def _measures(graph: Graph, plan: str) -> Iterator[tuple[str | None, str, list[str]]]:
    """The plan's indicators, then its components': the component, the indicator, who answers."""
    by_holder: dict[str, list[str]] = {}
    for duty in duties(graph, plan):
        by_holder.setdefault(duty.holder, []).append(duty.department)
    of_plan = by_holder.get(plan, [])
    holders = [(plan, None), *((c, f["title"]) for c, f in parts(graph, plan, "Component"))]
    for holder, component in holders:
        for indicator, _ in in_order(leaving(graph, holder, "MEASURED_BY")):
            yield component, indicator, by_holder.get(holder, of_plan)


def _row(
    graph: Graph, plan: str, component: str | None, facts: Facts, answering: list[str]
) -> IndicatorRow:
    told = plan_ref(graph, plan)
    baseline, target = facts.get("baseline"), facts.get("target")
    direction = facts.get("direction")
    return IndicatorRow(
        told.document,
        told.number,
        told.title,
        component,
        facts["name"],
        facts["measurable"],
        baseline,
        target,
        direction,
        _at_target(baseline, target, direction),
        [name_of(graph, department) for department in answering],
        facts["evidence"],
    )


def _at_target(
    baseline: dict[str, Any] | None, target: dict[str, Any] | None, direction: str | None
) -> bool | None:
    """Whether the target is reached already; None where the two cannot be compared."""
    if baseline is None or target is None or not same_unit(target, baseline):
        return None
    return is_reached(baseline["value"], target, direction)


def _reach(rows: list[IndicatorRow]) -> Reach:
    return Reach(
        len(rows),
        sum(row.measurable and row.target is not None for row in rows),
        sum(row.baseline is not None for row in rows),
        sum(bool(row.at_target) for row in rows),
    )


def _units_named(graph: Graph, typed: str) -> set[str]:
    """The unit that is meant, in the one spelling in which units are compared."""
    known = sorted(
        {
            unit
            for _, facts in graph.nodes(data=True)
            if facts["kind"] == "Indicator"
            for unit in _of_measures(facts.get("target"), facts.get("baseline"))
        }
    )
    # A unit is no node, but choose() takes the last name for an id.
    candidates = [names.Named(unit, (unit, unit)) for unit in known]
    wanted = unit_and_rhythm(typed)
    return set(names.choose(candidates, wanted[0] or typed, _UNIT))


def _units(row: IndicatorRow) -> set[str]:
    return _of_measures(row.target, row.baseline)


def _of_measures(*measures: dict[str, Any] | None) -> set[str]:
    """The units of measures, without their rhythm: 件/年 is in 件."""
    units = (unit_and_rhythm(measure.get("unit"))[0] for measure in measures if measure)
    return {unit for unit in units if unit}
