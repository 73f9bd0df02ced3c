"""Which plans the next edition has, and in which order: decisions → numbered plans."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from keikaku.graph.errors import KeikakuError
from keikaku.graph.language import Text
from keikaku.graph.structure import number_of
from keikaku.queries.graph_walks import Graph
from keikaku.queries.scope import scope
from keikaku.workshop.decision_codes import DECISION
from keikaku.workshop.decisions.check_decisions import check
from keikaku.workshop.decisions.decision_records import Change, Decisions, Entry
from keikaku.workshop.decisions.merged_plans import Merges
from keikaku.workshop.decisions.resolve import Resolved, outcomes
from keikaku.workshop.edition.period import Period, next_head
from keikaku.workshop.plan_keys import headings_of, home_of, plans_of
from keikaku.workshop.problems import Problem

_OPEN = Text(
    "{file}: 決まっていないことが{n}件あるため、次期計画を作れません。",
    "{file}: the next edition cannot be made while {n} things are open.",
)
_GAPS = Text(
    "未記入の計画を継続とみなすには、--gaps continue を指定してください。",
    "--gaps continue takes plans without a decision as continued.",
)


class OpenDecisionsError(KeikakuError):
    """Some decisions are still open: conflicts, gaps, impossible decisions."""

    exit_code = 1

    def __init__(self, file: str, problems: Sequence[Problem]) -> None:
        items = [problem.located_message for problem in problems]
        if any(problem.code == "gap" for problem in problems):
            items.append(_GAPS)
        super().__init__(_OPEN.format(file=file, n=len(problems)), items)
        self.problems = problems


@dataclass(frozen=True, slots=True)
class NextPlan:
    """A plan of the next edition: its number, what it comes from, and what was decided.

    ``key`` names it within its document: its number, or its title without one; ``place`` is its
    place under its heading. ``root`` is the key of the old plan that continues in it, None for a
    new one; ``merged`` are the plans that are merged into it.
    """

    number: str
    key: str
    place: int
    title: str
    initiative: str
    root: str | None
    merged: tuple[str, ...]
    outcome: Resolved


@dataclass(frozen=True, slots=True)
class EditionPlan:
    """The parts of the next edition; ``outcomes`` are those of the old plans by number."""

    document: str
    head: dict[str, Any]
    plans: tuple[NextPlan, ...]
    outcomes: dict[str, Resolved]
    decisions: Decisions
    warnings: list[Problem] = field(default_factory=list)


def make(
    graph: Graph, decisions: Decisions, period: Period | None = None, *, gaps: str = "fail"
) -> EditionPlan:
    """Return the plans of the next edition, numbered anew within each initiative.

    Where this edition numbers its plans in another way, continued plans keep their number and new
    ones have none. Continued plans keep their order; plans moved from another initiative come
    after them, new ones last. With ``gaps="continue"`` plans without a decision are continued.

    Raises:
        OpenDecisionsError: conflicts, gaps or impossible decisions are open; all are listed.
        KeikakuError: the document is not in the graph, or the period or id is not valid.
    """
    scope(graph, document=decisions.document)  # raises where the document is not in the graph
    problems = check(graph, decisions)
    blocking = [
        problem
        for problem in problems
        if problem.severity == "error" or (problem.code == "gap" and gaps == "fail")
    ]
    if blocking:
        raise OpenDecisionsError(decisions.file, blocking)
    documents = graph.graph["documents"]
    old = next(each for each in documents if each["id"] == decisions.document)
    head = next_head(old, period or Period(), {each["id"] for each in documents})
    numbers = plans_of(graph, decisions.document)
    known = {each.entry.number: each for each in outcomes(decisions) if each.entry.number}
    decided = {
        number: _decided(known.get(number), number, graph.nodes[plan]["title"])
        for number, plan in numbers.items()
    }
    added = [each for each in outcomes(decisions) if not each.entry.number]
    plans = _plans(graph, decisions.document, numbers, decided, added)
    warnings = [each for each in problems if each.severity == "warning" and each.code != "gap"]
    return EditionPlan(decisions.document, head, tuple(plans), decided, decisions, warnings)


def _decided(outcome: Resolved | None, number: str, title: str) -> Resolved:
    """Return an outcome with a decision: a gap that is allowed continues unchanged."""
    if outcome is None:
        outcome = Resolved(Entry(number, title), "gap", Change())
    if outcome.change.decision is None:
        return replace(outcome, change=replace(outcome.change, decision="continue"))
    return outcome


def _plans(
    graph: Graph,
    document: str,
    numbers: dict[str, str],
    decided: dict[str, Resolved],
    added: list[Resolved],
) -> list[NextPlan]:
    groups = {"": document, **headings_of(graph, document)}
    home = {plan: home_of(graph, document, plan) for plan in numbers.values()}
    merges = Merges({number: outcome.change for number, outcome in decided.items()})
    merged: dict[str, list[str]] = {}
    for number, outcome in decided.items():
        if outcome.change.decision == "merge":
            merged.setdefault(merges.ends(number)[0], []).append(number)
    waiting: dict[str, list[tuple[int, NextPlan]]] = {number: [] for number in groups}
    for number, outcome in decided.items():
        decision, change = DECISION[outcome.change.decision or ""], outcome.change
        if not decision.succeeds or decision.code == "merge":
            continue
        group = change.initiative or home[numbers[number]]
        title = change.new_title or outcome.entry.title
        moved = int(group != home[numbers[number]])
        plan = NextPlan("", "", 0, title, group, number, tuple(merged.get(number, ())), outcome)
        waiting[group].append((moved, plan))
    for outcome in added:
        if outcome.change.decision == "new" and (outcome.change.initiative or len(groups) == 1):
            group = outcome.change.initiative or ""
            title = outcome.change.new_title or outcome.entry.title
            waiting[group].append((2, NextPlan("", "", 0, title, group, None, (), outcome)))
    ordered = [
        replace(plan, place=place)
        for plans in waiting.values()
        for place, (_, plan) in enumerate(sorted(plans, key=lambda each: each[0]), 1)
    ]
    return _numbered(graph, numbers, home, ordered)


def _numbered(
    graph: Graph, numbers: dict[str, str], home: dict[str, str], plans: list[NextPlan]
) -> list[NextPlan]:
    """Give the plans numbers by their place if this edition does so; else keep their numbers."""
    counted = all(
        re.fullmatch(rf"{re.escape(home[plan])}-\d+", number_of(graph.nodes[plan]))
        for plan in numbers.values()
    )
    if counted:
        again = [replace(plan, number=f"{plan.initiative}-{plan.place}") for plan in plans]
        return [replace(plan, key=plan.number) for plan in again]
    kept: list[NextPlan] = []
    used: set[str] = set()
    for plan in plans:
        number = number_of(graph.nodes[numbers[plan.root]]) if plan.root else ""
        base = key = (plan.root or "") if number else plan.title
        while key in used:
            key = f"{base}({len(used)})"
        used.add(key)
        kept.append(replace(plan, number=number, key=key))
    return kept
