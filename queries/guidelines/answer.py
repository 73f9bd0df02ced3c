"""``guidelines``: each law, guideline or plan with the plans based on it (根拠となる法令等)."""

from __future__ import annotations

from dataclasses import dataclass

from keikaku.queries import names
from keikaku.queries.answers import Answer, drop_none
from keikaku.queries.graph_walks import Evidence, Graph, leaving
from keikaku.queries.matrix import Cell, cells, checked
from keikaku.queries.scope import PlanRef, names_text, plan_ref, scope

AGAINST = ("goals", "departments")


@dataclass(frozen=True, slots=True)
class Grounded:
    """A plan based on a guideline, and the words that name it there."""

    id: str
    document: str
    number: str
    title: str
    words: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class GuidelineRow:
    """A law, ordinance, guideline, plan, … with the plans based on it."""

    id: str
    name: str
    type: str
    aliases: list[str]
    count: int
    plans: list[Grounded]
    cells: list[Cell]


def answer(
    graph: Graph,
    guideline: str | None = None,
    *,
    matrix: str | None = None,
    goal: str | None = None,
    document: str | None = None,
) -> Answer[GuidelineRow]:
    """Return each guideline on which a plan is based, most plans first, then by name and id.

    With ``guideline``, only that one.

    ``matrix`` counts the plans against ``goals`` or ``departments``
    (:mod:`keikaku.queries.matrix`).

    >>> all(row.count == len(row.plans) for row in guidelines(read()))
    True

    Raises:
        KeikakuError: a name is unknown or ambiguous, or there is no such matrix.
    """
    against = checked(matrix, AGAINST)
    part = scope(graph, goal=goal, document=document)
    wanted = (
        None
        if guideline is None
        else names.find(graph, "Guideline", guideline, document=part.document)
    )
    resting: dict[str, dict[str, Evidence]] = {}
    for plan in part.plans:
        for end, facts in leaving(graph, plan, "GROUNDED_IN"):
            if wanted is None or end in wanted:
                resting.setdefault(end, {})[plan] = facts["evidence"]

    def place(node: str) -> tuple[int, str, str]:
        return -len(resting[node]), graph.nodes[node]["name"], node

    rows = [_row(graph, node, resting[node], against) for node in sorted(resting, key=place)]
    understood = drop_none(
        guideline=None if wanted is None else names_text(graph, wanted), matrix=against
    )
    return Answer("guidelines", understood | part.parameters, rows)


def _row(
    graph: Graph, node: str, resting: dict[str, Evidence], against: str | None
) -> GuidelineRow:
    facts = graph.nodes[node]
    return GuidelineRow(
        node,
        facts["name"],
        facts["type"],
        list(facts.get("aliases") or ()),
        len(resting),
        [grounded(plan_ref(graph, plan), evidence) for plan, evidence in resting.items()],
        cells(graph, resting, against),
    )


def grounded(plan: PlanRef, evidence: Evidence) -> Grounded:
    """Return a plan with the first words that name the guideline there."""
    words = evidence[0]["quote"] if evidence else ""
    return Grounded(plan.id, plan.document, plan.number, plan.title, words, evidence)
