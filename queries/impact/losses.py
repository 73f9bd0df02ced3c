"""What is lost with a plan that is dropped (あわせて失われるもの), besides what depends on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from keikaku.graph.language import Text
from keikaku.queries.graph_walks import (
    Graph,
    arriving,
    document_of,
    leaving,
    parts,
    responsible,
)
from keikaku.queries.reachability_model import BEST_RELATED
from keikaku.queries.scope import name_of

CODES = ("department", "milestones", "partner", "last_plan", "goal", "inferred")
"""The kinds of loss, in the order of the rows."""

LINKS = ("INVOLVES", "GROUNDED_IN", "TOUCHES", "CONTRIBUTES_TO")
"""The relations of a plan to what several plans share."""


MOST_PLANS = 20
"""The most plans whose losses are listed; every city may have a plan of one number."""

_FIRST_ONLY = Text(
    "計画が{n}件あるため、「この計画をやめると」は最初の{most}件について示しています。"
    "--document で計画書を指定してください。",
    "There are {n} such plans; what is lost with them is listed for the first {most}. "
    "Name a document with --document.",
)


@dataclass(frozen=True, slots=True)
class ImpactLoss:
    """One thing that is lost with the plan from which the change starts, or is left over.

    ``code`` says what: ``department``: who answers for it, ``count`` its other plans;
    ``milestones``: how many end in ``year``, of which ``possible`` may continue; ``partner``:
    an outside body, ``count`` the other plans that name it; ``last_plan``: a guideline, theme or
    SDG target that no other plan of the document has; ``goal``: its goal, ``count`` the plans left
    under it; ``inferred``: how many inferred relations are offered.
    """

    document: str
    code: str
    kind: str | None
    id: str | None
    number: str | None
    name: str | None
    count: int
    year: int | None = None
    possible: int = 0


def losses(graph: Graph, starts: Sequence[str]) -> list[ImpactLoss]:
    """Return what is lost with the plans among the starts, the first plans by id."""
    plans = sorted(plans_of(graph, starts))[:MOST_PLANS]
    return [loss for plan in plans for loss in losses_of(_read(graph, plan))]


def plans_of(graph: Graph, starts: Iterable[str]) -> list[str]:
    """Return the plans among the starts."""
    return [start for start in starts if graph.nodes[start]["kind"] == "Plan"]


def note_of(plans: int) -> list[Text]:
    """Return the note that not all of so many plans are listed; none where they are."""
    return [_FIRST_ONLY.format(n=plans, most=MOST_PLANS)] if plans > MOST_PLANS else []


def losses_of(read: Mapping[str, Any]) -> Iterator[ImpactLoss]:
    """Yield what is lost with one plan, from its data; see :func:`_read`."""
    document = read["document"]
    for each in _by_id(read["departments"]):
        yield _loss(document, "department", each)
    ends = Counter(each["last_year"] for each in read["milestones"])
    open_ends = Counter(
        each["last_year"] for each in read["milestones"] if each["continues"] == "unknown"
    )
    for year in sorted(ends):
        yield ImpactLoss(
            document, "milestones", None, None, None, None, ends[year], year, open_ends[year]
        )
    shared = _by_id(each for each in read["ends"] if each["kind"] != "Department")
    for each in shared:
        if each["kind"] == "Partner":
            yield _loss(document, "partner", each)
    for each in shared:
        if each["kind"] != "Partner" and not each["others"]:
            yield _loss(document, "last_plan", each)
    for each in _by_id(read["goals"]):
        yield _loss(document, "goal", each)
    if read["related"]:
        related = min(read["related"], BEST_RELATED)
        yield ImpactLoss(document, "inferred", None, None, None, None, related)


def _by_id(items: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return [each for _, each in sorted({each["id"]: each for each in items}.items())]


def _loss(document: str, code: str, each: Mapping[str, Any]) -> ImpactLoss:
    return ImpactLoss(
        document, code, each["kind"], each["id"], each["number"], each["name"], each["others"]
    )


def _read(graph: Graph, plan: str) -> dict[str, Any]:
    """Read the data of a plan that :func:`losses_of` needs."""
    document = document_of(graph, plan)
    related = {other for other, _ in leaving(graph, plan, "RELATED_TO")}
    related |= {other for other, _ in arriving(graph, plan, "RELATED_TO")}
    return {
        "document": document,
        "departments": [
            _node(graph, node, _duties(graph, node, plan)) for node, _ in responsible(graph, plan)
        ],
        "ends": [
            _node(graph, end, _others(graph, end, relation, plan))
            for relation in LINKS
            for end, _ in leaving(graph, plan, relation)
        ],
        "milestones": [
            {"last_year": facts["last_year"], "continues": facts.get("continues")}
            for holder in (plan, *(part for part, _ in parts(graph, plan, "Component")))
            for action, _ in parts(graph, holder, "Action")
            for _, facts in parts(graph, action, "Milestone")
        ],
        "goals": [
            _node(graph, goal, len(_plans_under(graph, goal) - {plan}))
            for goal in _goals_over(graph, plan)
        ],
        "related": len(related),
    }


def _goals_over(graph: Graph, node: str) -> set[str]:
    """Return the goals above a node: a project may serve several."""
    above = {whole for whole, _ in arriving(graph, node, "HAS_PART")}
    goals = {whole for whole in above if graph.nodes[whole]["kind"] == "Goal"}
    return goals.union(*(_goals_over(graph, whole) for whole in above))


def _plans_under(graph: Graph, node: str) -> set[str]:
    """Return the plans that a heading has, at whatever depth."""
    below = {part for part, _ in leaving(graph, node, "HAS_PART")}
    plans = {part for part in below if graph.nodes[part]["kind"] == "Plan"}
    return plans.union(*(_plans_under(graph, part) for part in below - plans))


def _node(graph: Graph, node: str, others: int) -> dict[str, Any]:
    facts = graph.nodes[node]
    about = {"id": node, "kind": facts["kind"], "number": facts.get("number")}
    return {**about, "name": name_of(graph, node), "others": others}


def _duties(graph: Graph, department: str, plan: str) -> int:
    """Count the other plans of the document that a department itself answers for."""
    held = {end for end, _ in leaving(graph, department, "RESPONSIBLE_FOR")} - {plan}
    return sum(
        graph.nodes[end]["kind"] == "Plan" and document_of(graph, end) == document_of(graph, plan)
        for end in held
    )


def _others(graph: Graph, end: str, relation: str, plan: str) -> int:
    """Count the other plans of the document that have the same relation with something."""
    having = {start for start, _ in arriving(graph, end, relation)} - {plan}
    return sum(document_of(graph, start) == document_of(graph, plan) for start in having)
