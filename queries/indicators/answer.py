"""``indicators``: targets and baselines, and who answers for them (目標値・現況値)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from keikaku.graph.measures import at_target as reached_already
from keikaku.queries.answers import Answer
from keikaku.queries.cypher.directory import InGraph
from keikaku.queries.expressions.evaluate import Evaluator
from keikaku.queries.graph_walks import Evidence, Facts, Graph, in_order, leaving
from keikaku.queries.indicators.filters import request_of
from keikaku.queries.scope import PlanRef, holders, name_of, plan_ref, scope


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """An indicator with the plan, or the component of it, that it measures.

    ``target`` and ``baseline`` are measures as in the graph's file, or None; ``measurable`` is
    false for a target without a number. ``at_target`` is whether the baseline is already at its
    target or past it, in the better direction; None where the two cannot be compared.
    ``departments`` answer for the indicator: those of its component, or of its plan. ``role`` is
    what it measures (activity, output, outcome, scale, effect), ``values`` are its yearly values as
    in the graph's file, ``relative`` the words that set its target by another value.
    """

    id: str
    plan: str
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
    role: str | None = None
    values: list[dict[str, Any]] = field(default_factory=list)
    cumulative: bool | None = None
    relative: str | None = None


@dataclass(frozen=True, slots=True)
class Reach:
    """How many of the rows have a target with a number, a baseline, a target already reached."""

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
    role: str | None = None,
    department: str | None = None,
    goal: str | None = None,
    document: str | None = None,
) -> Answer[IndicatorRow]:
    """Return the indicators of the plans, by document, number, component, order and id.

    ``without_baseline`` keeps targets with a number but without a baseline; ``at_target`` those
    whose baseline is already at or past its target (a target to keep a value, 維持, does not
    count); ``unit`` those of that unit (人 and 名 are one), of target or baseline; ``role`` those
    of that role; ``department`` those that it answers for. ``totals`` counts the rows
    (:class:`Reach`).

    >>> any(row.baseline for row in indicators(read(), without_baseline=True))
    False

    Raises:
        KeikakuError: a name or a unit is unknown or ambiguous.
    """
    part = scope(graph, goal=goal, document=document)
    request = request_of(
        InGraph(graph),
        part.document,
        without_baseline=without_baseline,
        at_target=at_target,
        unit=unit,
        role=role,
        department=department,
    )
    evaluator = Evaluator(graph)
    rows = [
        row_of(
            indicator,
            plan_ref(graph, plan),
            component,
            graph.nodes[indicator],
            [name_of(graph, d) for d in answering],
        )
        for plan in part.plans
        for component, indicator, answering in measures(graph, plan)
        if evaluator.verdict(indicator, request.condition)
    ]
    return make_answer(rows, request.parameters | part.parameters)


def make_answer(rows: list[IndicatorRow], parameters: dict[str, Any]) -> Answer[IndicatorRow]:
    """Return the answer of the rows, with how many of them are reached."""
    reach = Reach(
        len(rows),
        sum(row.measurable and row.target is not None for row in rows),
        sum(row.baseline is not None for row in rows),
        sum(bool(row.at_target) for row in rows),
    )
    return Answer("indicators", parameters, rows, totals=[reach])


def row_of(
    indicator: str, plan: PlanRef, component: str | None, facts: Facts, departments: list[str]
) -> IndicatorRow:
    """Return the row of an indicator, by its facts and the names of those that answer for it."""
    return IndicatorRow(
        indicator,
        plan.id,
        plan.document,
        plan.number,
        plan.title,
        component,
        facts["name"],
        facts["measurable"],
        facts.get("baseline"),
        facts.get("target"),
        facts.get("direction"),
        reached_already(facts),
        departments,
        facts["evidence"],
        facts.get("role"),
        facts.get("values") or [],
        facts.get("cumulative"),
        facts.get("relative"),
    )


def measures(graph: Graph, plan: str) -> Iterator[tuple[str | None, str, list[str]]]:
    """Yield the component, the indicator and who answers: of the plan, then of its components."""
    for holder in holders(graph, plan):
        for indicator, _ in in_order(leaving(graph, holder.node, "MEASURED_BY")):
            yield holder.component, indicator, holder.departments
