"""``departments``: each department with the plans that it answers for or that name it (所管課)."""

from __future__ import annotations

from dataclasses import dataclass, field

from keikaku.queries import names
from keikaku.queries.answers import Answer, drop_none
from keikaku.queries.graph_walks import Evidence, Graph, leaving
from keikaku.queries.matrix import Cell, cells, checked
from keikaku.queries.scope import (
    PlanRef,
    name_of,
    names_text,
    plan_ref,
    responsibilities,
    scope,
)

AGAINST = ("goals", "themes")


@dataclass(frozen=True, slots=True)
class Held:
    """A plan that a department leads, shares, or has components of.

    ``role`` is ``lead``, ``co`` or ``component`` (of components only).
    """

    id: str
    document: str
    number: str
    title: str
    role: str
    components: list[str]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class DepartmentRow:
    """A department with the plans that it answers for, and others that name it."""

    id: str
    department: str
    count: int
    lead: int
    plans: list[Held]
    named_in: list[PlanRef]
    cells: list[Cell]


@dataclass(slots=True)
class _Part:
    """What a department does in one plan."""

    role: str = "component"
    components: list[str] = field(default_factory=list)
    evidence: Evidence = field(default_factory=list)


def answer(
    graph: Graph,
    department: str | None = None,
    *,
    matrix: str | None = None,
    goal: str | None = None,
    document: str | None = None,
) -> Answer[DepartmentRow]:
    """Return each department of a plan, most plans first, then leads, name and id.

    With ``department``, only that one.

    ``matrix`` counts the plans that it answers for against ``goals`` or ``themes``
    (:mod:`keikaku.queries.matrix`).

    >>> all(row.lead <= row.count for row in departments(read()))
    True

    Raises:
        KeikakuError: a name is unknown or ambiguous, or there is no such matrix.
    """
    against = checked(matrix, AGAINST)
    in_scope = scope(graph, goal=goal, document=document)
    wanted = (
        None
        if department is None
        else names.find(graph, "Department", department, document=in_scope.document)
    )
    held: dict[str, dict[str, _Part]] = {}
    naming: dict[str, list[str]] = {}
    for plan in in_scope.plans:
        for node, part in _parts(graph, plan).items():
            held.setdefault(node, {})[plan] = part
        for node, _ in leaving(graph, plan, "INVOLVES"):
            if graph.nodes[node]["kind"] == "Department":
                naming.setdefault(node, []).append(plan)
    nodes = [node for node in {**held, **naming} if wanted is None or node in wanted]
    rows = [
        make_row(
            node,
            name_of(graph, node),
            [_held(graph, plan, part) for plan, part in held.get(node, {}).items()],
            [plan_ref(graph, plan) for plan in naming.get(node, [])],
            cells(graph, held.get(node, {}), against),
        )
        for node in nodes
    ]
    rows.sort(key=lambda row: (-row.count, -row.lead, row.department, row.id))
    understood = drop_none(
        department=None if wanted is None else names_text(graph, wanted), matrix=against
    )
    return Answer("departments", understood | in_scope.parameters, rows)


def _parts(graph: Graph, plan: str) -> dict[str, _Part]:
    """Return what each department does in a plan."""
    parts: dict[str, _Part] = {}
    for duty in responsibilities(graph, plan):
        part = parts.setdefault(duty.department, _Part())
        if duty.holder == plan:
            part.role = "lead" if duty.role == "lead" else "co"
        else:
            part.components.append(graph.nodes[duty.holder]["title"])
        part.evidence += duty.evidence
    return parts


def make_row(
    node: str, name: str, held: list[Held], named_in: list[PlanRef], cells: list[Cell]
) -> DepartmentRow:
    """Return the row of a department, by what it does in plans."""
    lead = sum(each.role == "lead" for each in held)
    return DepartmentRow(node, name, len(held), lead, held, named_in, cells)


def _held(graph: Graph, plan: str, part: _Part) -> Held:
    reference = plan_ref(graph, plan)
    return Held(
        plan,
        reference.document,
        reference.number,
        reference.title,
        part.role,
        part.components,
        part.evidence,
    )
