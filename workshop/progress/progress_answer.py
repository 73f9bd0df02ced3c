"""How far the indicators have come, and the plans and departments with them (進捗状況)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import fsum
from typing import Any, Literal

from keikaku.graph.errors import KeikakuError
from keikaku.graph.language import Text
from keikaku.graph.measures import change
from keikaku.graph.structure import number_of
from keikaku.queries import names
from keikaku.queries.answers import Answer, drop_none
from keikaku.queries.graph_walks import Graph, parts
from keikaku.queries.indicators.answer import measures
from keikaku.queries.scope import holders, name_of, names_text, plan_ref, scope
from keikaku.workshop.progress import rates
from keikaku.workshop.progress.judging import (
    DIGITS,
    STATUSES,
    Course,
    Forecast,
    Status,
    forecast,
    judged,
)
from keikaku.workshop.progress.printed_values import actuals_of, with_printed_target
from keikaku.workshop.progress.progress_records import Actual, Progress, Signed

_NO_STATE = Text(
    "進捗「{typed}」はありません。{choices} から選んでください。",
    "there is no status '{typed}'; choose one of {choices}.",
)


_WORST_FIRST: tuple[Status, ...] = ("behind", "nearly", "on_course", "unknown", "reached")


@dataclass(frozen=True, slots=True)
class IndicatorProgress:
    """An indicator with its actual values, and how far it has come; see :mod:`.rates`.

    ``rate`` is 1 at the target, None where no formula fits; ``formula`` names the one used.
    ``change`` is how far the last value is from the baseline (``value``, ``unit``; percentages
    differ in ポイント). ``course`` is the line by which ``on_course`` and ``behind`` were judged,
    ``why`` (a key of :data:`WHY`) the reason why the status is unknown.
    """

    id: str
    document: str
    number: str
    title: str
    component: str | None
    name: str
    departments: list[str]
    baseline: dict[str, Any] | None
    target: dict[str, Any] | None
    direction: str | None
    actuals: list[Actual]
    latest: Actual | None
    change: dict[str, Any] | None
    rate: float | None
    formula: rates.Formula | None
    status: Status
    why: str | None
    course: Course | None
    forecast: Forecast | None
    signed: Signed


@dataclass(frozen=True, slots=True)
class ActionProgress:
    """An action (取組内容) with its state in each year for which a state is recorded."""

    id: str
    title: str
    departments: list[str]
    states: dict[int, str]
    signed: Signed

    @property
    def latest(self) -> str | None:
        """The state of the last year."""
        return self.states[max(self.states)] if self.states else None


@dataclass(frozen=True, slots=True)
class Rollup:
    """A document, a plan or a department (``of``): how many indicators have which status.

    ``rate`` is the mean of the rates, each cut at 0 and 1, of the indicators that have one.
    ``plans`` and ``fractional`` count plans as in docs/counting.md, whole and divided among the
    departments that answer for each; ``fractional_indicators`` divides each indicator so.
    ``states`` counts the actions by their last state, ``untold`` for those without one.
    ``actions`` are those of a plan, one by one.
    """

    of: Literal["document", "plan", "department"]
    document: str
    number: str | None
    name: str
    plans: int
    fractional: float
    indicators: int
    fractional_indicators: float
    statuses: dict[str, int]
    rate: float | None
    states: dict[str, int]
    actions: list[ActionProgress] = field(default_factory=list)


@dataclass(slots=True)
class _Plan:
    """What is known of a plan before it is counted."""

    node: str
    rows: list[IndicatorProgress] = field(default_factory=list)
    actions: list[ActionProgress] = field(default_factory=list)
    departments: list[str] = field(default_factory=list)


def answer(
    graph: Graph,
    progress: Progress,
    *,
    department: str | None = None,
    goal: str | None = None,
    plan: str | None = None,
    state: str | None = None,
    document: str | None = None,
    until: int | None = None,
) -> Answer[IndicatorProgress]:
    """Return how far each indicator has come.

    In the order of :func:`keikaku.queries.indicators.answer`. For years without a value in
    ``progress``, the actual values that the plan itself prints count.

    ``state`` keeps the rows of a status (``reached`` or 達成, ``on_course`` 順調, ``behind`` 遅れ,
    ``unknown`` 不明); ``department`` those that it answers for. ``totals`` holds a :class:`Rollup`
    of each document, then of each plan and each department, whatever the ``state``.
    ``until`` is the last fiscal year whose values and states count.

    Raises:
        KeikakuError: a name or a status is unknown or ambiguous.
    """
    part = scope(graph, goal=goal, document=document)
    wanted = None if department is None else names.find(graph, "Department", department)
    chosen = None if plan is None else names.find(graph, "Plan", plan, document=part.document)
    status = None if state is None else _status(state)
    plans = [
        _plan(graph, progress, node, wanted, until)
        for node in part.plans
        if chosen is None or node in chosen
    ]
    rows = [row for each in plans for row in each.rows if status is None or row.status == status]
    understood = drop_none(
        department=None if wanted is None else names_text(graph, wanted),
        plan=None if chosen is None else number_of(graph.nodes[chosen[0]]),
        state=status,
    )
    totals = list(_rollups(graph, plans, wanted))
    parameters = drop_none(file=progress.file or None) | understood | part.parameters
    notes = [problem.located_message for problem in progress.doubts]
    return Answer("progress", parameters, rows, totals=totals, notes=notes)


def statuses_of_plans(graph: Graph, progress: Progress) -> dict[str, Status]:
    """Return for each plan with indicators the least favourable status of those that are known.

    It is ``unknown`` where no status is known, and where all known ones are ``reached`` but others
    are unknown: a plan has reached its aims only where every indicator has.
    """
    by_plan: dict[str, Status] = {}
    for node in scope(graph).plans:
        of_plan = {row.status for row in _plan(graph, progress, node, None, None).rows}
        if of_plan:
            by_plan[node] = next(each for each in _WORST_FIRST if each in of_plan)
    return by_plan


def _status(typed: str) -> Status:
    wanted = names.fold(typed).replace("_", "")
    for status, label in STATUSES.items():
        if wanted in {names.fold(word).replace("_", "") for word in (status, *label)}:
            return status
    choices = Text("、".join(word.ja for word in STATUSES.values()), ", ".join(STATUSES))
    raise KeikakuError(_NO_STATE.format(typed=typed, choices=choices))


def _plan(
    graph: Graph, progress: Progress, node: str, wanted: list[str] | None, until: int | None
) -> _Plan:
    def asked_for(answering: list[str]) -> bool:
        return wanted is None or not set(answering).isdisjoint(wanted)

    plan = _Plan(node)
    for holder in holders(graph, node):
        plan.departments += [each for each in holder.departments if each not in plan.departments]
        plan.actions += [
            ActionProgress(
                action,
                facts["title"],
                [name_of(graph, each) for each in holder.departments],
                {
                    state.year: state.state
                    for state in progress.states.get(action, ())
                    if until is None or state.year <= until
                },
                progress.signed.get(action, Signed()),
            )
            for action, facts in parts(graph, holder.node, "Action")
            if asked_for(holder.departments)
        ]
    plan.rows = [
        _row(graph, progress, node, component, indicator, answering, until)
        for component, indicator, answering in measures(graph, node)
        if asked_for(answering)
    ]
    return plan


def _row(
    graph: Graph,
    progress: Progress,
    plan: str,
    component: str | None,
    indicator: str,
    answering: list[str],
    until: int | None,
) -> IndicatorProgress:
    plan_row, facts = plan_ref(graph, plan), with_printed_target(graph.nodes[indicator])
    actuals = actuals_of(graph.nodes[indicator], progress.actuals.get(indicator, []))
    actuals = [each for each in actuals if until is None or each.year <= until]
    latest = actuals[-1] if actuals else None
    head = next(each for each in graph.graph["documents"] if each["id"] == plan_row.document)
    judgement = judged(facts, latest, head)
    return IndicatorProgress(
        indicator,
        plan_row.document,
        plan_row.number,
        plan_row.title,
        component,
        facts["name"],
        [name_of(graph, each) for each in answering],
        facts.get("baseline"),
        facts.get("target"),
        facts.get("direction"),
        actuals,
        latest,
        _changed(facts, latest),
        None if judgement.rate is None else round(judgement.rate.value, DIGITS),
        None if judgement.rate is None else judgement.rate.formula,
        judgement.status,
        judgement.why,
        judgement.course,
        forecast(facts, actuals, head),
        progress.signed.get(indicator, Signed()),
    )


def _changed(facts: dict[str, Any], latest: Actual | None) -> dict[str, Any] | None:
    """Return how far the last value is from the baseline; percentages differ in points."""
    unit = (facts.get("target") or facts.get("baseline") or {}).get("unit")
    if latest is None:
        return None
    return change(facts.get("baseline"), {"value": latest.value, "unit": unit})


def _rollups(graph: Graph, plans: list[_Plan], wanted: list[str] | None) -> Iterable[Rollup]:
    """Yield documents, then plans in order, then departments by document and name."""
    by_document: dict[str, list[_Plan]] = {}
    for plan in plans:
        by_document.setdefault(plan_ref(graph, plan.node).document, []).append(plan)
    for document, held in by_document.items():
        yield _rollup(graph, "document", document, None, document, held)
    for document, held in by_document.items():
        for plan in held:
            plan_row = plan_ref(graph, plan.node)
            yield _rollup(graph, "plan", document, plan_row.number, plan_row.title, [plan])
    for document, held in by_document.items():
        departments = {each for plan in held for each in plan.departments}
        for node in sorted(departments, key=lambda each: (name_of(graph, each), each)):
            if wanted is None or node in wanted:
                yield _rollup(graph, "department", document, None, node, held)


def _rollup(
    graph: Graph,
    of: Literal["document", "plan", "department"],
    document: str,
    number: str | None,
    name: str,
    plans: list[_Plan],
) -> Rollup:
    label = name_of(graph, name) if of == "department" else name
    mine = [plan for plan in plans if of != "department" or name in plan.departments]
    rows = [row for plan in mine for row in plan.rows]
    actions = [action for plan in mine for action in plan.actions]
    if of == "department":
        rows = [row for row in rows if label in row.departments]
        actions = [action for action in actions if label in action.departments]
    share = of == "department"
    known = [min(max(row.rate, 0.0), 1.0) for row in rows if row.rate is not None]
    states = Counter(action.latest or "untold" for action in actions)
    return Rollup(
        of,
        document,
        number,
        label if of != "document" else name_of(graph, document),
        len(mine),
        _sum(1 / len(plan.departments) if share else 1.0 for plan in mine),
        len(rows),
        _sum(1 / len(row.departments) if share else 1.0 for row in rows),
        {status: sum(row.status == status for row in rows) for status in STATUSES},
        round(fsum(known) / len(known), DIGITS) if known else None,
        dict(sorted(states.items())),
        actions if of == "plan" else [],
    )


def _sum(parts_of: Iterable[float]) -> float:
    return round(fsum(parts_of), DIGITS)
