"""``plan``: one plan whole, with everything that the graph knows of it (実施計画の詳細)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from keikaku.graph.structure import number_of
from keikaku.queries import names
from keikaku.queries.answers import Answer, drop_none
from keikaku.queries.check.answer import of_node
from keikaku.queries.graph_walks import (
    Facts,
    Graph,
    arriving,
    document_of,
    headings,
    in_order,
    leaving,
    nearest,
    parts,
    plan_order,
    responsible,
)
from keikaku.queries.plan.plan_records import (
    AssociatedRow,
    BudgetRow,
    EvaluationRow,
    StepRow,
    by_year,
    held,
    rows_of,
)
from keikaku.queries.plan.plan_rows import (
    ActionRow,
    ComponentRow,
    DepartmentRow,
    DependencyRow,
    Heading,
    IndicatorRow,
    LinkRow,
    MilestoneRow,
    PlanWhole,
    RelatedRow,
)
from keikaku.queries.reachability_model import BEST_RELATED
from keikaku.queries.scope import holders

__all__ = [
    "PLAN_FACTS",
    "ActionRow",
    "ComponentRow",
    "DepartmentRow",
    "DependencyRow",
    "Heading",
    "IndicatorRow",
    "LinkRow",
    "MilestoneRow",
    "PlanWhole",
    "RelatedRow",
    "answer",
    "whole_of",
]


_ASSOCIATED = "ASSOCIATED_WITH"
PLAN_FACTS = ("problem", "category", "priority", "first_year", "last_year")
"""Facts of a plan that its row contains unchanged."""


def answer(graph: Graph, number: str, *, document: str | None = None) -> Answer[PlanWhole]:
    """Return the plan of that number (2-2-5) or title; one of each document that has it.

    >>> [whole.number for whole in plan(read(), "1-1-1")]
    ['1-1-1']

    Raises:
        KeikakuError: the plan or the document is unknown, or the title is a part of several.
    """
    within = None if document is None else names.find(graph, "PlanDocument", document)[0]
    nodes = names.find(graph, "Plan", number, document=within)
    plans = sorted(nodes, key=lambda plan: plan_order(graph, plan))
    understood = "、".join(names.unique(number_of(graph.nodes[plan]) for plan in plans))
    rows = [whole_of(graph, plan) for plan in plans]
    return Answer("plan", drop_none(number=understood, document=within), rows)


def whole_of(graph: Graph, plan: str) -> PlanWhole:
    """Return all that the graph knows of the plan of an id."""
    facts = graph.nodes[plan]
    evaluated = held(graph, plan, "EVALUATED_AS", "Evaluation")
    own: dict[str, Any] = {name: facts.get(name) for name in PLAN_FACTS}
    return PlanWhole(
        id=plan,
        document=document_of(graph, plan),
        number=number_of(facts),
        title=facts["title"],
        **_headings(graph, plan),
        overview=facts.get("overview"),
        vision=facts.get("vision"),
        departments=_departments(graph, plan),
        components=_components(graph, plan),
        actions=_actions(graph, plan),
        indicators=_indicators(graph, plan),
        themes=_links(graph, plan, "TOUCHES", lambda _, edge: list(edge["basis"])),
        unknown_marks=list(facts.get("unknown_marks") or ()),
        guidelines=_links(graph, plan, "GROUNDED_IN", lambda node, _: [node["type"]]),
        channels=_links(graph, plan, "DISCLOSED_ON", lambda node, _: [node["type"]]),
        disclosure_unknown=bool(facts.get("disclosure_unknown")),
        sdgs=_links(graph, plan, "CONTRIBUTES_TO", lambda _node, _edge: []),
        involves=_links(graph, plan, "INVOLVES", lambda node, _: [node["kind"]]),
        depends_on=_dependencies(graph, list(leaving(graph, plan, "DEPENDS_ON"))),
        needed_by=_dependencies(graph, list(arriving(graph, plan, "DEPENDS_ON"))),
        related=_related(graph, plan),
        findings=of_node(graph, plan),
        evidence=facts["evidence"],
        headings=[_heading_of(each) for _, each in reversed(headings(graph, plan))],
        **own,
        budgets=rows_of(BudgetRow, by_year(held(graph, plan, "HAS_BUDGET", "Budget"))),
        evaluations=rows_of(EvaluationRow, by_year(evaluated)),
        steps=rows_of(StepRow, held(graph, plan, "HAS_PART", "LogicStep")),
        associated=_associated(graph, plan),
    )


def _associated(graph: Graph, plan: str) -> list[AssociatedRow]:
    out = [(plan_order(graph, end), 0, end, f) for end, f in leaving(graph, plan, _ASSOCIATED)]
    into = [(plan_order(graph, end), 1, end, f) for end, f in arriving(graph, plan, _ASSOCIATED)]
    return [
        AssociatedRow(
            document_of(graph, end),
            number_of(graph.nodes[end]),
            graph.nodes[end]["title"],
            facts.get("words"),
            facts["evidence"],
        )
        for _, _, end, facts in sorted([*out, *into], key=lambda each: each[:2])
    ]


def _headings(graph: Graph, plan: str) -> dict[str, Any]:
    return {
        name: _heading(nearest(graph, plan, kind))
        for name, kind in (("goal", "Goal"), ("initiative", "Initiative"))
    }


def _heading(above: tuple[str, Facts] | None) -> Heading | None:
    return None if above is None else _heading_of(above[1])


def _heading_of(facts: Facts) -> Heading:
    return Heading(number_of(facts), facts["title"], facts.get("level"))


def _departments(graph: Graph, node: str) -> list[DepartmentRow]:
    return [
        DepartmentRow(graph.nodes[department]["name"], facts["role"], facts["evidence"])
        for department, facts in responsible(graph, node)
    ]


def _components(graph: Graph, plan: str) -> list[ComponentRow]:
    return [
        ComponentRow(
            facts["title"],
            _departments(graph, component),
            facts.get("overview"),
            facts.get("vision"),
            facts["evidence"],
        )
        for component, facts in parts(graph, plan, "Component")
    ]


def _with_components(graph: Graph, plan: str) -> list[tuple[str, str | None]]:
    """Return the plan itself, then its components with their titles."""
    components = parts(graph, plan, "Component")
    return [(plan, None), *((component, facts["title"]) for component, facts in components)]


def _actions(graph: Graph, plan: str) -> list[ActionRow]:
    return [
        ActionRow(
            facts["title"],
            component,
            facts.get("first_year"),
            facts.get("last_year"),
            facts.get("earliest_year"),
            [_milestone(milestone) for _, milestone in parts(graph, action, "Milestone")],
            facts["evidence"],
        )
        for holder, component in _with_components(graph, plan)
        for action, facts in parts(graph, holder, "Action")
    ]


def _milestone(facts: Facts) -> MilestoneRow:
    return MilestoneRow(
        facts["text"],
        facts["first_year"],
        facts["last_year"],
        facts.get("continues") or "no",
        facts.get("latest_year"),
        facts["evidence"],
    )


def _indicators(graph: Graph, plan: str) -> list[IndicatorRow]:
    return [
        IndicatorRow(
            facts["name"],
            holder.component,
            facts["measurable"],
            facts.get("baseline"),
            facts.get("target"),
            facts.get("direction"),
            facts.get("cumulative"),
            facts["evidence"],
        )
        for holder in holders(graph, plan)
        for facts in (
            graph.nodes[indicator]
            for indicator, _ in in_order(leaving(graph, holder.node, "MEASURED_BY"))
        )
    ]


def _links(
    graph: Graph, plan: str, relation: str, basis: Callable[[Facts, Facts], list[str]]
) -> list[LinkRow]:
    """Return the connections of the plan, in the order of the graph."""
    return [
        LinkRow(
            node["name"] if "name" in node else node["code"], basis(node, edge), edge["evidence"]
        )
        for node, edge in ((graph.nodes[end], edge) for end, edge in leaving(graph, plan, relation))
    ]


def _dependencies(graph: Graph, ends: list[tuple[str, Facts]]) -> list[DependencyRow]:
    return [
        DependencyRow(
            document_of(graph, other),
            number_of(graph.nodes[other]),
            graph.nodes[other]["title"],
            facts["reason"],
            facts["words"],
            facts.get("term"),
            facts["evidence"],
        )
        for other, facts in sorted(ends, key=lambda end: plan_order(graph, end[0]))
    ]


def _related(graph: Graph, plan: str) -> list[RelatedRow]:
    """Return the best inferred relations of the plan in either direction, the strongest first."""
    ends = dict(arriving(graph, plan, "RELATED_TO"))
    ends.update(leaving(graph, plan, "RELATED_TO"))
    strongest = sorted(ends, key=lambda end: (-ends[end]["score"], plan_order(graph, end)))
    return [
        RelatedRow(
            document_of(graph, other),
            number_of(graph.nodes[other]),
            graph.nodes[other]["title"],
            ends[other]["score"],
            ends[other].get("strength"),
            list(ends[other]["reasons"]),
            ends[other]["evidence"],
        )
        for other in strongest[:BEST_RELATED]
    ]
