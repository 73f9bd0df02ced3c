"""``plan``: one plan whole, with everything that the graph knows of it (実施計画の詳細)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from keikaku.graph.running import Certainty, Run, run, years_of
from keikaku.graph.structure import number_of
from keikaku.queries import names
from keikaku.queries.answers import Answer, drop_none
from keikaku.queries.check.answer import FindingRow, of_node
from keikaku.queries.graph_walks import (
    Evidence,
    Facts,
    Graph,
    arriving,
    document_of,
    in_order,
    leaving,
    nearest,
    parts,
    plan_order,
    responsible,
)
from keikaku.queries.reachability_model import BEST_RELATED


@dataclass(frozen=True, slots=True)
class Heading:
    """A goal or an initiative that the plan stands under."""

    number: str
    title: str


@dataclass(frozen=True, slots=True)
class DepartmentRow:
    """A responsible department (所管課) with its role: ``lead``, ``co`` or ``component``."""

    name: str
    role: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class ComponentRow:
    """A sub-section (個別取組) with the departments responsible for it."""

    title: str
    departments: list[DepartmentRow]
    overview: str | None
    vision: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """What is done from the first to the last fiscal year (行動計画).

    ``continues`` is ``yes`` where an arrow carries it on to its last year, ``no`` where it ends
    with it, ``unknown`` where the source leaves open whether it goes on, up to ``latest_year``.
    """

    text: str
    first_year: int
    last_year: int
    continues: str
    latest_year: int | None
    evidence: Evidence

    @property
    def run(self) -> Run | None:
        """When it surely runs, and when it may."""
        return run(self.first_year, self.last_year, self.latest_year)


@dataclass(frozen=True, slots=True)
class ActionRow:
    """A row of the action table (取組内容); the years are those of a bare arrow, if it has one."""

    title: str
    component: str | None
    first_year: int | None
    last_year: int | None
    milestones: list[MilestoneRow]
    evidence: Evidence

    @property
    def years(self) -> dict[int, Certainty]:
        """The years in which it runs by its arrow or by a milestone: surely, or perhaps."""
        arrow = run(self.first_year, self.last_year)
        return years_of([arrow, *(each.run for each in self.milestones)])


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """A target with its baseline (指標); a measure is a dict as in the graph's file, or None.

    ``cumulative`` is true where its values add up over the years.
    """

    name: str
    component: str | None
    measurable: bool
    baseline: dict[str, Any] | None
    target: dict[str, Any] | None
    direction: str | None
    cumulative: bool | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class LinkRow:
    """Something that the plan is connected with, and what the connection carries.

    ``basis`` for a theme is ``mark``, ``text`` or both; for a guideline or a channel it is its
    type; for who is named it is ``Department`` or ``Partner``.
    """

    name: str
    basis: list[str]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class DependencyRow:
    """Another plan that the document states a dependency on or from, with its words.

    ``term`` are those of the words that name the other plan; None where the graph does not tell.
    """

    document: str
    number: str
    title: str
    reason: str
    words: str
    term: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class RelatedRow:
    """Another plan that we infer to be related, with the score, 0 to 1, and the reasons.

    ``strength`` is ``strong`` where each is among the best few of the other, else ``weak``; None
    where the graph does not tell.
    """

    document: str
    number: str
    title: str
    score: float
    strength: str | None
    reasons: list[str]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class PlanWhole:
    """One plan whole.

    ``depends_on`` and ``needed_by`` are what the document states, ``related`` is inferred.
    ``unknown_marks`` are the themes whose mark the source cannot tell; ``disclosure_unknown`` is
    true where it cannot tell whether the plan is disclosed.
    """

    id: str
    document: str
    number: str
    title: str
    goal: Heading | None
    initiative: Heading | None
    overview: str | None
    vision: str | None
    departments: list[DepartmentRow]
    components: list[ComponentRow]
    actions: list[ActionRow]
    indicators: list[IndicatorRow]
    themes: list[LinkRow]
    unknown_marks: list[str]
    guidelines: list[LinkRow]
    channels: list[LinkRow]
    disclosure_unknown: bool
    sdgs: list[LinkRow]
    involves: list[LinkRow]
    depends_on: list[DependencyRow]
    needed_by: list[DependencyRow]
    related: list[RelatedRow]
    findings: list[FindingRow]
    evidence: Evidence


def answer(graph: Graph, number: str, *, document: str | None = None) -> Answer[PlanWhole]:
    """Return the plan of that number (2-2-5) or title; one of each document that has it.

    >>> [whole.number for whole in plan(read(), "1-1-1")]
    ['1-1-1']

    Raises:
        KeikakuError: the plan or the document is unknown, or the title is a part of several.
    """
    within = None if document is None else names.find(graph, "PlanDocument", document)[0]
    found = names.find(graph, "Plan", number, document=within)
    plans = sorted(found, key=lambda plan: plan_order(graph, plan))
    understood = "、".join(names.unique(number_of(graph.nodes[plan]) for plan in plans))
    rows = [whole_of(graph, plan) for plan in plans]
    return Answer("plan", drop_none(number=understood, document=within), rows)


def whole_of(graph: Graph, plan: str) -> PlanWhole:
    """Return all that the graph knows of the plan of an id."""
    facts = graph.nodes[plan]
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
    )


def _headings(graph: Graph, plan: str) -> dict[str, Heading | None]:
    return {
        name: _heading(nearest(graph, plan, kind))
        for name, kind in (("goal", "Goal"), ("initiative", "Initiative"))
    }


def _heading(above: tuple[str, Facts] | None) -> Heading | None:
    return None if above is None else Heading(number_of(above[1]), above[1]["title"])


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
            component,
            facts["measurable"],
            facts.get("baseline"),
            facts.get("target"),
            facts.get("direction"),
            facts.get("cumulative"),
            facts["evidence"],
        )
        for holder, component in _with_components(graph, plan)
        for facts in (
            graph.nodes[indicator]
            for indicator, _ in in_order(leaving(graph, holder, "MEASURED_BY"))
        )
    ]


def _links(
    graph: Graph, plan: str, relation: str, basis: Callable[[Facts, Facts], list[str]]
) -> list[LinkRow]:
    """Return what the plan is connected with, in the order in which the graph holds it."""
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
    """Return the best inferred relations, the strongest first; either end will do."""
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
