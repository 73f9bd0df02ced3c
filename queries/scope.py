"""The plans that a question is about, and the departments of each (対象の計画と所管)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from keikaku.graph.errors import KeikakuError
from keikaku.graph.language import Text
from keikaku.graph.structure import number_of
from keikaku.queries import names, plan_filters
from keikaku.queries.answers import drop_none
from keikaku.queries.graph_walks import (
    Evidence,
    Graph,
    all_wholes,
    document_of,
    of_kind,
    parts,
    plan_order,
    responsible,
)

_SEVERAL = Text(
    "グラフに計画書が複数あります。--document でどれか一つを指定してください（{documents}）。",
    "The graph holds several documents; name one with --document ({documents}).",
)


_MOST_LISTED = 8


@dataclass(frozen=True, slots=True)
class PlanRef:
    """A plan by its id, document, number and title."""

    id: str
    document: str
    number: str
    title: str


class Scope(NamedTuple):
    """The plans asked about, in order, with the parameters that chose them, as understood."""

    plans: list[str]
    document: str | None
    parameters: dict[str, Any]


class Responsibility(NamedTuple):
    """That a department answers for a plan, or for a component of it (the holder)."""

    department: str
    holder: str
    role: str
    evidence: Evidence


class Holder(NamedTuple):
    """A plan, or a component of it by its title, and the departments that answer for it."""

    node: str
    component: str | None
    departments: list[str]


def scope(graph: Graph, *, goal: str | None = None, document: str | None = None) -> Scope:
    """Return the plans of a goal and of a document, all for None, by document, then by number.

    Raises:
        KeikakuError: the goal or the document is unknown or ambiguous.
    """
    within = document_named(graph, document)
    plans = [plan for plan, _ in of_kind(graph, "Plan")]
    if within is not None:
        plans = [plan for plan in plans if document_of(graph, plan) == within]
    understood = None
    if goal is not None:
        goals = names.find(graph, "Goal", goal, document=within)
        plans = [
            plan for plan in plans if any(node in goals for node, _ in all_wholes(graph, plan))
        ]
        understood = plan_filters.names_text(graph, goals)
    plans.sort(key=lambda plan: plan_order(graph, plan))
    return Scope(plans, within, drop_none(goal=understood, document=within))


def document_named(graph: Graph, typed: str | None) -> str | None:
    """Return the id of the named document; None for None."""
    return None if typed is None else names.find(graph, "PlanDocument", typed)[0]


def whole_number(typed: str | int | None, refusal: Text) -> int | None:
    """Return a whole number from 1 from its typed form; None for None.

    Raises:
        KeikakuError: it is not one; ``refusal`` is the message, with ``{typed}`` filled in.
    """
    if typed is None:
        return None
    if not str(typed).isdecimal() or int(typed) < 1:
        raise KeikakuError(refusal.format(typed=typed))
    return int(typed)


def one_document(graph: Graph, within: str | None) -> str:
    """Return the id of the document: the one named, else the only one of the graph.

    Raises:
        KeikakuError: the graph holds several and none is named.
    """
    heads = graph.graph["documents"]
    if within is None and len(heads) > 1:
        listed = [str(head["id"]) for head in heads[:_MOST_LISTED]]
        more = ["…"] if len(heads) > _MOST_LISTED else []
        raise KeikakuError(_SEVERAL.format(documents="、".join([*listed, *more])))
    return within or str(heads[0]["id"])


def plan_ref(graph: Graph, plan: str) -> PlanRef:
    """Return a plan by its document, number and title."""
    facts = graph.nodes[plan]
    return PlanRef(plan, document_of(graph, plan), number_of(facts), facts["title"])


def responsibilities(graph: Graph, plan: str) -> list[Responsibility]:
    """Return who answers for the plan itself, then who for each of its components."""
    holders = [plan, *(part for part, _ in parts(graph, plan, "Component"))]
    return [
        Responsibility(department, holder, facts["role"], facts["evidence"])
        for holder in holders
        for department, facts in responsible(graph, holder)
    ]


def holders(graph: Graph, plan: str) -> list[Holder]:
    """Return the plan, its components and its logic steps, with those that answer for each.

    Where a component names no department, those of the plan answer for it.
    """
    answering: dict[str, list[str]] = {}
    for duty in responsibilities(graph, plan):
        answering.setdefault(duty.holder, []).append(duty.department)
    of_plan = answering.get(plan, [])
    components = parts(graph, plan, "Component")
    return [
        Holder(plan, None, of_plan),
        *(Holder(part, facts["title"], answering.get(part, of_plan)) for part, facts in components),
        *(Holder(step, None, of_plan) for step, _ in parts(graph, plan, "LogicStep")),
    ]


def names_text(graph: Graph, nodes: Iterable[str]) -> str:
    """Return the names of nodes for people; one name where they share it."""
    return "、".join(names.unique(name_of(graph, node) for node in nodes))


def name_of(graph: Graph, node: str) -> str:
    """Return what people call a node: its name, its title, its number, or else its label."""
    facts = graph.nodes[node]
    return str(facts.get("name") or facts.get("title") or facts.get("code") or facts["label"])
