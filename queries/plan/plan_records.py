"""The rows of ``plan`` on money, evaluation and the logic model, a node a row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, TypeVar

from keikaku.queries.graph_walks import Evidence, Graph, in_order, leaving

Row = TypeVar("Row", "BudgetRow", "EvaluationRow", "StepRow")


@dataclass(frozen=True, slots=True)
class BudgetRow:
    """A budget of the plan in a fiscal year; amounts in yen, None where nothing is stated."""

    id: str
    fiscal_year: int
    stage: str
    total: int | None
    national: int | None
    prefectural: int | None
    bond: int | None
    other: int | None
    general: int | None
    persons: float | None
    hours: float | None
    personnel_cost: int | None
    achieved: int | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class EvaluationRow:
    """The evaluation of the plan in a fiscal year."""

    id: str
    fiscal_year: int
    by: str | None
    grade: str | None
    legend: str | None
    direction: str | None
    direction_text: str | None
    comment: str | None
    evidence: Evidence
    criteria: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step of the plan's logic model, in its order."""

    id: str
    stage: str
    text: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class AssociatedRow:
    """Another plan that the document calls related, stated by either of the two."""

    document: str
    number: str
    title: str
    words: str | None
    evidence: Evidence


def rows_of(make: type[Row], nodes: Iterable[Mapping[str, Any]]) -> list[Row]:
    """Return rows of nodes, whose ids are among their facts."""
    names = [each.name for each in fields(make)]
    rows = []
    for node in nodes:
        facts: dict[str, Any] = {name: node.get(name) for name in names}
        if facts.get("criteria", ()) is None:
            facts["criteria"] = []
        rows.append(make(**facts))
    return rows


def by_year(nodes: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return budgets or evaluations by fiscal year, then id."""
    return sorted(nodes, key=lambda node: (node["fiscal_year"], node["id"]))


def held(graph: Graph, plan: str, relation: str, kind: str) -> list[Mapping[str, Any]]:
    """Return the facts of what a plan has by a relation, with their ids, in order."""
    ends = in_order(leaving(graph, plan, relation))
    return [{**graph.nodes[end], "id": end} for end, _ in ends if graph.nodes[end]["kind"] == kind]
