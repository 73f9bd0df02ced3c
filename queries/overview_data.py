"""The data of the overview of a large graph: headings, plans, money and links (全体図)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from keikaku.graph.structure import number_of
from keikaku.queries.graph_walks import (
    HEADINGS,
    Facts,
    Graph,
    document_of,
    in_order,
    leaving,
    of_kind,
    plan_order,
    responsible,
)
from keikaku.queries.scope import name_of


@dataclass(slots=True)
class Heading:
    """A document, goal or initiative: its name, and the plans and headings right below it."""

    id: str
    name: str
    plans: list[int] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class OverviewPlan:
    """A plan of the overview; ``amount`` in yen, ``associated`` the places of related plans."""

    id: str
    number: str
    title: str
    departments: list[str]
    themes: list[str]
    amount: int | float | None
    associated: list[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Overview:
    """Headings of all documents, their plans by place, and the kind of money of ``amount``."""

    documents: list[Heading]
    plans: list[OverviewPlan]
    year: int | None
    stage: str | None


def overview(graph: Graph) -> Overview:
    """Return the overview of a graph.

    A plan under several headings stands under each of them, a heading without plans under none.
    The money is that of the newest year in which budgets are stated (else of any other stage).
    """
    plans = sorted((p for p, _ in of_kind(graph, "Plan")), key=lambda p: plan_order(graph, p))
    places = {plan: place for place, plan in enumerate(plans)}
    year, stage = _newest(graph)
    rows = [
        OverviewPlan(
            plan,
            number_of(graph.nodes[plan]),
            graph.nodes[plan]["title"],
            [name_of(graph, department) for department, _ in responsible(graph, plan)],
            [name_of(graph, theme) for theme, _ in leaving(graph, plan, "TOUCHES")],
            _amount(graph, plan, year, stage),
            [*_associated(graph, plan, places)],
        )
        for plan in plans
    ]
    documents = [_heading(graph, head["id"], places) for head in graph.graph["documents"]]
    return Overview([each for each in documents if each], rows, year, stage)


def _heading(graph: Graph, node: str, places: dict[str, int]) -> Heading | None:
    """Return a heading with what is below it; None where there is no plan below."""
    facts = graph.nodes[node]
    name = facts.get("municipality") or _publisher(graph, node) or name_of(graph, node)
    heading = Heading(node, " ".join(filter(None, [number_of(facts), name])))
    for end, _ in in_order(leaving(graph, node, "HAS_PART")):
        if end in places:
            heading.plans.append(places[end])
        elif graph.nodes[end]["kind"] in HEADINGS:
            below = _heading(graph, end, places)
            if below is not None:
                heading.headings.append(below)
    return heading if heading.plans or heading.headings else None


def _publisher(graph: Graph, node: str) -> str | None:
    """Return who publishes a document."""
    if graph.nodes[node]["kind"] != "PlanDocument":
        return None
    publishers = (p for p in graph.predecessors(node) if graph.nodes[p]["kind"] == "Municipality")
    return next((name_of(graph, each) for each in publishers), None)


def _newest(graph: Graph) -> tuple[int | None, str | None]:
    amounts = (
        (facts["stage"] == "budget", facts["fiscal_year"], facts["stage"])
        for _, facts in of_kind(graph, "Budget")
        if facts.get("total") is not None
    )
    _, year, stage = max(amounts, default=(False, None, None))
    return year, stage


def _amount(graph: Graph, plan: str, year: int | None, stage: str | None) -> int | float | None:
    """Return the money of a plan in that year and stage; None where none is stated."""
    budgets = (graph.nodes[end] for end, _ in leaving(graph, plan, "HAS_BUDGET"))
    totals = [f["total"] for f in budgets if _is(f, year, stage) and f.get("total") is not None]
    return sum(totals) if totals else None


def _is(facts: Facts, year: int | None, stage: str | None) -> bool:
    return (facts["fiscal_year"], facts["stage"]) == (year, stage)


def _associated(graph: Graph, plan: str, places: dict[str, int]) -> Iterator[tuple[int, str]]:
    """Yield the plans stated as related to a plan, by either of the two, with the words."""
    for end, facts in leaving(graph, plan, "ASSOCIATED_WITH"):
        if document_of(graph, end):
            yield places[end], facts.get("words") or ""
