"""What depends on what: the steps of a change through a graph, and the paths that they form.

A step says that one thing rests on (depends on) another; a change goes the other way
(影響の向きは逆). :data:`RESTS_ON` lists all such relations: a change of a plan, a guideline, a
department, a partner or a theme reaches what rests on it. Components are not steps of their own:
what a component rests on, its plan rests on, and the step names the component. A step of a logic
model rests on its plan and on the steps that lead to it; a guideline that is also loaded as a
document rests on that document. An indicator rests on its plan. A change of the indicator itself
starts with the plan that it measures and does not return to the indicator.

There is one row for each node reached, with the shortest path; of several shortest paths, the
first by the ids of its nodes, compared one after the other by code point. The start is a row only
where a path leads back to it. Inferred steps (``RELATED_TO``, both ways) are used only on request,
and only as the last step of a path, from the start or from a node that stated steps reach, to plans
that no stated path reaches; of several such paths the shortest counts, then the highest score, then
the first by ids.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from keikaku.queries.graph_walks import Evidence, Facts

Direction = Literal["affected", "needed"]
"""The direction of a walk: to what is affected (影響), or to what is needed (依存)."""

RESTS_ON: dict[str, Literal["source", "target"]] = {
    "DEPENDS_ON": "source",
    "GROUNDED_IN": "source",
    "RESPONSIBLE_FOR": "target",
    "INVOLVES": "source",
    "MEASURED_BY": "target",
    "TOUCHES": "source",
    "PART_OF": "source",
    "LEADS_TO": "target",
    "IS_DOCUMENT": "source",
    "HAS_PART": "target",
}
"""The relations that carry a change, and which of their ends rests on the other."""

HOLDS_STEPS = "HAS_PART"
"""The relation that carries a change to a step of a logic model, and to nothing else."""

ENDS_AT_PLAN = ("TOUCHES", "INVOLVES")
"""A change that reaches a plan by its theme or by a body involved stops there: what rests on the
plan does not rest on the theme or the body."""

MOST_STEPS = 6
"""The last steps of a path that its row contains; a longer path continues that of another row, so
that a chain of N plans takes N rows of bounded length."""

BEST_RELATED = 5
"""The best inferred relations of a plan that are offered."""

NAMEABLE_KINDS = ("Plan", "Guideline", "Department", "Partner", "Theme", "Indicator")
"""The kinds that people usually name; others are looked up only if none of these fits."""

KINDS = (*NAMEABLE_KINDS, "LogicStep", "PlanDocument")
"""The kinds that can change or be affected, in the order of the rows of one depth."""


@dataclass(frozen=True, slots=True)
class Ref:
    """A node: its id, kind, number (a plan's) and name."""

    id: str
    kind: str
    number: str | None
    name: str


@dataclass(frozen=True, slots=True)
class Step:
    """A relation along a path, written as its sentence: source → target.

    ``words`` are those that state it: the words of a stated dependency, else the first quote;
    ``detail`` is the reason of a dependency or the role of a department; ``component`` is the
    component that it goes through. ``score`` is that of an inferred relation, else None.
    """

    source: Ref
    target: Ref
    relation: str
    detail: str | None
    component: str | None
    words: str
    stated: bool
    score: float | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Reached:
    """What a path reaches from the start, and the path.

    ``departments`` answer for it (a plan; the lead first). ``cycle`` lists the numbers of the plans
    that rest on each other, itself among them, where it is one of these. ``stated`` is false, and
    ``score`` set, where the last step of the path is inferred. A path longer than
    :data:`MOST_STEPS` has only its last steps here; it continues the path of the row ``path_from``.
    """

    document: str
    start: Ref
    kind: str
    id: str
    number: str | None
    name: str
    departments: list[str]
    depth: int
    stated: bool
    score: float | None
    cycle: list[str]
    path: list[Step]
    path_from: str | None = None


def step(source: Ref, target: Ref, relation: str, component: str | None, facts: Facts) -> Step:
    """Return a step by its relation, with the facts that the relation has."""
    quotes = (piece["quote"] for piece in facts["evidence"])
    return Step(
        source,
        target,
        relation,
        facts.get("reason") or facts.get("role"),
        component,
        facts.get("words") or next(quotes, ""),
        relation != "RELATED_TO",
        facts.get("score"),
        facts["evidence"],
    )


def make_row(
    document: str,
    start: Ref,
    end: Ref,
    departments: list[str],
    cycle: list[str],
    path: list[Step],
    depth: int,
) -> Reached:
    """Return the row of the end of a path, from its last steps and its number of steps.

    A department that answers for several parts counts once.
    """
    return Reached(
        document=document,
        start=start,
        kind=end.kind,
        id=end.id,
        number=end.number,
        name=end.name,
        departments=list(dict.fromkeys(departments)),
        depth=depth,
        stated=path[-1].stated,
        score=path[-1].score,
        cycle=cycle,
        path=path,
        path_from=None if depth == len(path) else _begins(path),
    )


def _begins(path: list[Step]) -> str:
    """Return the id of the node that the first of several steps of a path leaves from."""
    first, second = path[0], path[1]
    ends = {second.source.id, second.target.id}
    return first.source.id if first.target.id in ends else first.target.id
