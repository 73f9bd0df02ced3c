"""The facts of each plan that colours and sizes of the map can show (色分けと大きさに使う事実)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from keikaku.queries.graph_walks import Graph, leads, leaving, parts
from keikaku.queries.scope import holders, responsibilities
from keikaku.queries.workload.resources import budgets_of

_STAGES = ("actual", "budget", "plan", "request")
"""The stages of a budget, the most certain first; an expected saving (effect) is not a cost."""


@dataclass(frozen=True, slots=True)
class PlanFact:
    """The facts of a plan in one picture.

    ``leads`` are its lead departments (主管課), ``others`` how many more answer for it.
    ``direction`` is the code of its last evaluation (今後の方向性). ``findings`` counts the open
    errors and warnings about it and its parts (確認事項), ``unknown_marks`` the marks that the
    source leaves open. ``hours`` of work and ``yen`` are those of the last year that has any,
    spent before budgeted before planned. None stands for what is not known.
    """

    plan: str
    leads: list[str]
    others: int
    themes: list[str]
    direction: str | None
    findings: int
    unknown_marks: int
    actions: int
    indicators: int
    hours: float | None
    yen: float | None


def plan_facts(graph: Graph, plans: Iterable[str]) -> list[PlanFact]:
    """Return the facts of plans, in their order."""
    open_findings = Counter(
        finding["node"]
        for finding in graph.graph["findings"]
        if finding.get("settled") is None and finding["severity"] != "info"
    )
    return [_fact(graph, plan, open_findings) for plan in plans]


def _fact(graph: Graph, plan: str, open_findings: Counter[str]) -> PlanFact:
    first = leads(graph, plan)
    answering = dict.fromkeys(duty.department for duty in responsibilities(graph, plan))
    held = [holder.node for holder in holders(graph, plan)]
    actions = [action for node in held for action, _ in parts(graph, node, "Action")]
    indicators = [end for node in held for end, _ in leaving(graph, node, "MEASURED_BY")]
    milestones = [m for action in actions for m, _ in parts(graph, action, "Milestone")]
    own = dict.fromkeys([*held, *actions, *milestones, *indicators])
    return PlanFact(
        plan,
        first,
        len(set(answering) - set(first)),
        [theme for theme, _ in leaving(graph, plan, "TOUCHES")],
        _direction(graph, plan),
        sum(open_findings[node] for node in own),
        len(graph.nodes[plan].get("unknown_marks") or ()),
        len(actions),
        len(set(indicators)),
        _last(graph, plan, "hours"),
        _last(graph, plan, "total"),
    )


def _direction(graph: Graph, plan: str) -> str | None:
    every = (graph.nodes[end] for end, _ in leaving(graph, plan, "EVALUATED_AS"))
    directions = [
        (each["fiscal_year"], each["direction"]) for each in every if each.get("direction")
    ]
    return max(directions)[1] if directions else None


def _last(graph: Graph, plan: str, fact: str) -> float | None:
    """Return a fact of the last year that has it, of the most certain stage of that year."""
    amounts = [
        (facts["fiscal_year"], -_STAGES.index(facts["stage"]), facts[fact])
        for facts in budgets_of(graph, plan)
        if facts["stage"] in _STAGES and facts.get(fact) is not None
    ]
    return max(amounts)[2] if amounts else None
