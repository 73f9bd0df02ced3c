"""The answers that the map page shows, plan by plan (画面で示す答え).

The page has no rules of its own for what a change reaches, what a department answers for or which
plan touches what: it adds up and shows the data from here, for the plans that its filters leave.
All data come from the questions of the command line, so the page shows the same numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from keikaku.queries.graph_walks import (
    Graph,
    leaving,
    of_kind,
    plan_order,
)
from keikaku.queries.indicators import answer as indicators
from keikaku.queries.map_facts import PlanFact, plan_facts
from keikaku.queries.plan_filters import covered
from keikaku.queries.reachability import Edge, Walk, steps
from keikaku.queries.reachability_model import KINDS
from keikaku.queries.scope import name_of, responsibilities
from keikaku.queries.themes import answer as themes
from keikaku.queries.workload import answer as workload
from keikaku.queries.workload.answer import Tally

YearTuple = tuple[int, int, int, int, int]
"""A year, its actions and milestones that surely run, and those that may run."""


class EdgeRef(NamedTuple):
    """A relation of the graph, by its ends and its type."""

    source: str
    target: str
    type: str


class Step(NamedTuple):
    """Where a change goes from a node, and the relation that carries it there."""

    end: str
    bond: EdgeRef


@dataclass(frozen=True, slots=True)
class Steps:
    """All steps of a change (``reachability_model``), in the order in which a walk takes them.

    ``starts`` holds those of a node with which a walk begins, where they differ from ``ahead``.
    """

    ahead: dict[str, list[Step]]
    starts: dict[str, list[Step]]


class Load(NamedTuple):
    """What a department answers for in one plan, counted as in ``answer``.

    The plan is divided ``among`` so many departments. ``years`` give the actions and the milestones
    that surely run in each year, then the others that may; ``bonds`` are the relations by which
    the department answers for it.
    """

    department: str
    plan: str
    document: str
    role: str
    among: int
    components: int
    actions: int
    milestones: int
    indicators: int
    partners: list[str]
    years: list[YearTuple]
    bonds: list[EdgeRef]


class Touch(NamedTuple):
    """That a plan touches a theme or one of its parts, by which relations."""

    plan: str
    basis: list[str]
    bonds: list[EdgeRef]


class Column(NamedTuple):
    """A theme with the plans that touch it, and those of which the mark is unknown."""

    theme: str
    touches: list[Touch]
    unknown: list[str]


class Measured(NamedTuple):
    """An indicator with its plan; ``at_target`` and ``departments`` as in ``indicators``."""

    indicator: str
    plan: str
    component: str | None
    at_target: bool | None
    departments: list[str]


@dataclass(frozen=True, slots=True)
class Answers:
    """All that the views of the page show.

    ``names`` are those of the departments and themes in ``facts``, by id.
    """

    steps: Steps
    loads: list[Load]
    columns: list[Column]
    measured: list[Measured]
    facts: list[PlanFact]
    names: dict[str, str]


def answers(graph: Graph) -> Answers:
    """Return the answers about all plans of a graph, in the order of the documents."""
    plans = sorted((plan for plan, _ in of_kind(graph, "Plan")), key=lambda p: plan_order(graph, p))
    # Each relation has facts of its own, so these identify it.
    bonds = {id(f): EdgeRef(one, two, f["type"]) for one, two, f in graph.edges(data=True)}
    facts = plan_facts(graph, plans)
    ends = {node for fact in facts for node in (*fact.leads, *fact.themes)}
    return Answers(
        _steps(graph, bonds),
        [load for plan in plans for load in _loads(graph, plan, bonds)],
        [*_columns(graph, bonds)],
        [*_measured(graph)],
        facts,
        {node: name_of(graph, node) for node in sorted(ends)},
    )


def _steps(graph: Graph, bonds: dict[int, EdgeRef]) -> Steps:
    walk = Walk("affected")

    def make_steps(edges: list[tuple[str, Edge]]) -> list[Step]:
        return [Step(end, bonds[id(edge.facts)]) for end, edge in edges]

    nodes = [node for node, facts in graph.nodes(data=True) if facts["kind"] in KINDS]
    ahead = {node: make_steps(steps(graph, node, walk, first=False)) for node in nodes}
    starts = {node: make_steps(steps(graph, node, walk, first=True)) for node in nodes}
    return Steps(
        {node: edges for node, edges in ahead.items() if edges},
        {node: edges for node, edges in starts.items() if edges != ahead[node]},
    )


def _loads(graph: Graph, plan: str, bonds: dict[int, EdgeRef]) -> Iterator[Load]:
    held: dict[str, list[str]] = {}
    for duty in responsibilities(graph, plan):
        held.setdefault(duty.department, []).append(duty.holder)
    for (document, department), tally in workload.tallied(graph, [plan]).items():
        stated = [
            bonds[id(facts)]
            for holder, facts in leaving(graph, department, "RESPONSIBLE_FOR")
            if holder in held[department]
        ]
        yield Load(
            department,
            plan,
            document,
            tally.roles[plan],
            tally.divided[plan],
            len(tally.components),
            len(tally.actions),
            len(tally.milestones),
            len(tally.indicators),
            sorted(tally.partners),
            _running(tally),
            stated,
        )


def _running(tally: Tally) -> list[YearTuple]:
    loads = (workload.year_load(tally, year) for year in tally.years)
    return [
        (each.year, each.actions, each.milestones, each.possible_actions, each.possible_milestones)
        for each in loads
    ]


def _columns(graph: Graph, bonds: dict[int, EdgeRef]) -> Iterator[Column]:
    for row in themes.answer(graph).rows:
        covers = set(covered(graph, [row.id]))
        yield Column(
            row.id,
            [
                Touch(
                    plan.id,
                    plan.basis,
                    [
                        bonds[id(facts)]
                        for end, facts in leaving(graph, plan.id, "TOUCHES")
                        if end in covers
                    ],
                )
                for plan in row.plans
            ],
            [plan.id for plan in row.unknown],
        )


def _measured(graph: Graph) -> Iterator[Measured]:
    for row in indicators.answer(graph).rows:
        yield Measured(row.id, row.plan, row.component, row.at_target, row.departments)
