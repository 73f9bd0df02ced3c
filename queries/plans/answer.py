"""``plans``: the plans that match all that is asked, each with why it matched (実施計画の検索)."""

from __future__ import annotations

from dataclasses import dataclass

from keikaku.graph.language import Text
from keikaku.queries import names, plan_filters
from keikaku.queries.answers import Answer, drop_none
from keikaku.queries.graph_walks import Graph, document_of, of_kind, plan_order, responsible
from keikaku.queries.plan_filters import Filter, Match

_OF_DOCUMENT = {
    "goal": plan_filters.goal,
    "initiative": plan_filters.initiative,
    "department": plan_filters.department,
    "guideline": plan_filters.guideline,
}
_SHARED = {
    "sdg": plan_filters.sdg,
    "year": plan_filters.year,
    "text": plan_filters.text,
}

NO_PROSE = Text(
    "このグラフには事業概要・目指す姿の本文がないため、名称・取組・指標だけを探しました。",
    "this graph holds no overview or vision texts: only names, actions and indicators "
    "were searched.",
)
"""A search for words could not look everywhere."""


@dataclass(frozen=True, slots=True)
class Responsible:
    """A department (所管課) and its role: ``lead``, ``co`` or ``component``."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan that matched, with its own departments, and why."""

    document: str
    number: str
    title: str
    departments: list[Responsible]
    matches: list[Match]


@dataclass(frozen=True, slots=True)
class UnknownRow:
    """A plan of which the source cannot tell whether it bears these marks (印が不明)."""

    document: str
    number: str
    title: str
    marks: list[str]


def answer(  # noqa: PLR0913 - one for each thing that can be asked
    graph: Graph,
    *,
    theme: str | None = None,
    department: str | None = None,
    guideline: str | None = None,
    goal: str | None = None,
    initiative: str | None = None,
    sdg: str | None = None,
    year: str | int | None = None,
    text: str | None = None,
    basis: str | None = None,
    document: str | None = None,
) -> Answer[PlanRow]:
    """Return the plans that match all that is given, by document.

    Then by number (1-1-2 before 1-1-10).

    ``theme`` covers the themes that are part of it; ``basis`` keeps those by ``mark`` or by
    ``text`` (without a theme: of any theme). ``department`` is responsible for the plan or for a
    component of it. ``year`` is a fiscal year (2023, 令和5年度, R5) in which an action of the plan
    has a milestone or an arrow. ``text`` occurs in a text fact of the plan or of its parts, width
    and case aside. ``sdg`` is a target (11.3) or a whole goal (11).

    A mark that the source cannot tell is no match: ``unknown`` of the answer lists the plans that
    match all the rest and whose mark for the theme is unknown, whatever their text says.

    Raises:
        KeikakuError: a name is unknown or ambiguous, the year is none, or there is no such basis.
    """
    within = None if document is None else names.find(graph, "PlanDocument", document)[0]
    by_theme = theme is not None or basis is not None
    themes = (
        {"theme": plan_filters.theme(graph, theme, plan_filters.checked_basis(basis))}
        if by_theme
        else {}
    )
    placed = drop_none(goal=goal, initiative=initiative, department=department, guideline=guideline)
    shared = drop_none(sdg=sdg, year=year, text=text)
    others = {name: _OF_DOCUMENT[name](graph, typed, within) for name, typed in placed.items()}
    others |= {name: _SHARED[name](graph, typed) for name, typed in shared.items()}
    candidates = _search(_plans(graph, within), others)
    found = _search(list(candidates), themes)
    rows = [_row(graph, plan, why + candidates[plan]) for plan, why in found.items()]
    unknown = None
    if by_theme:
        unknown = [] if basis == "text" else _unknown(graph, list(candidates), theme)
    understood = {name: asked.value for name, asked in (themes | others).items()}
    parameters = drop_none(**understood, basis=basis, document=within)
    return Answer("plans", parameters, rows, unknown, notes=_notes(graph, text))


def departments(graph: Graph, plan: str) -> list[Responsible]:
    """Return the departments responsible for a plan itself, the lead first."""
    return [
        Responsible(graph.nodes[department]["name"], facts["role"])
        for department, facts in responsible(graph, plan)
    ]


def _plans(graph: Graph, within: str | None) -> list[str]:
    plans = (plan for plan, _ in of_kind(graph, "Plan"))
    kept = (plan for plan in plans if within is None or document_of(graph, plan) == within)
    return sorted(kept, key=lambda plan: plan_order(graph, plan))


def _search(plans: list[str], asked: dict[str, Filter]) -> dict[str, list[Match]]:
    """Return the plans that match all filters, each with why."""
    found = {}
    for plan in plans:
        why = [each.matches(plan) for each in asked.values()]
        if all(why):
            found[plan] = [match for matches in why for match in matches]
    return found


def _row(graph: Graph, plan: str, matches: list[Match]) -> PlanRow:
    facts = graph.nodes[plan]
    return PlanRow(
        document_of(graph, plan),
        facts["number"],
        facts["title"],
        departments(graph, plan),
        matches,
    )


def _unknown(graph: Graph, plans: list[str], theme: str | None) -> list[UnknownRow]:
    """Return those of the plans whose mark for the theme the source cannot tell."""
    wanted = {graph.nodes[node]["name"] for node in plan_filters.themes(graph, theme)}
    rows = []
    for plan in plans:
        facts = graph.nodes[plan]
        marks = [mark for mark in facts.get("unknown_marks", ()) if mark in wanted]
        if marks:
            row = UnknownRow(document_of(graph, plan), facts["number"], facts["title"], marks)
            rows.append(row)
    return rows


def _notes(graph: Graph, text: str | None) -> list[Text]:
    """Return a search for words in a graph without prose says that it could not look there."""
    prose = any("overview" in f or "vision" in f for _, f in of_kind(graph, "Plan"))
    if text is None or prose:
        return []
    return [NO_PROSE]
