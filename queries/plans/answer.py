"""``plans``: the plans that match all parameters, each with why it matched (実施計画の検索)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain

from keikaku.graph.language import Text
from keikaku.graph.structure import number_of
from keikaku.queries import names, plan_filters
from keikaku.queries.answers import Answer, drop_none, each_of, one_or_all
from keikaku.queries.asked_years import outside, periods
from keikaku.queries.graph_walks import Graph, document_of, of_kind, plan_order, responsible
from keikaku.queries.plan_filters import Filter, Match
from keikaku.queries.plans.filters import FILTERS, Form

NO_PROSE = Text(
    "このグラフには事業概要・目指す姿の本文がないため、名称・取組・指標だけを探しました。",
    "this graph holds no overview or vision texts: only names, actions and indicators "
    "were searched.",
)
"""The note that a search for words could not read every text."""


@dataclass(frozen=True, slots=True)
class Responsible:
    """A department (所管課) and its role: ``lead``, ``co`` or ``component``."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan that matched, with its own departments, and why."""

    id: str
    document: str
    number: str
    title: str
    departments: list[Responsible]
    matches: list[Match]


@dataclass(frozen=True, slots=True)
class PlanCount:
    """How many plans surely run in the year asked about, and how many others may run."""

    stated: int
    possible: int


@dataclass(frozen=True, slots=True)
class UnknownRow:
    """A plan whose marks for these themes the source leaves open (印が不明)."""

    id: str
    document: str
    number: str
    title: str
    marks: list[str]


def answer(  # noqa: PLR0913 - one for each thing that can be asked
    graph: Graph,
    *,
    theme: str | Sequence[str] | None = None,
    department: str | Sequence[str] | None = None,
    guideline: str | Sequence[str] | None = None,
    goal: str | Sequence[str] | None = None,
    initiative: str | Sequence[str] | None = None,
    sdg: str | Sequence[str] | None = None,
    partner: str | Sequence[str] | None = None,
    year: str | int | Sequence[str | int] | None = None,
    text: str | Sequence[str] | None = None,
    category: str | Sequence[str] | None = None,
    direction: str | Sequence[str] | None = None,
    level: str | Sequence[str] | None = None,
    basis: str | None = None,
    certain: bool = False,
    document: str | None = None,
) -> Answer[PlanRow]:
    """Return the plans that match all parameters, by document, then by number (1-1-2 < 1-1-10).

    Several values of one parameter must all hold. ``theme`` covers the themes that are part of it;
    ``basis`` keeps those by ``mark`` or by ``text`` (without a theme: of any theme). ``department``
    is responsible for the plan or for a component of it. ``year`` is a fiscal year (2023,
    令和5年度, R5, 今年度) in which an action of the plan has a milestone or an arrow; what may
    still run in it matches too, as ``possible``, unless ``certain`` leaves it out; ``totals``
    count the two. ``text`` occurs in a text fact of the plan or of its parts, without regard to
    width and case. ``sdg`` is a target (11.3) or a whole goal (11). ``partner`` is an outside body
    that the text of the plan names. ``category`` is the printed one (新規, 継続), ``direction`` the
    direction of the plan's last evaluation (expand, continue, improve, shrink, merge, end, done,
    or 拡充, …), ``level`` a heading of any level above the plan.

    A mark that the source leaves open is not a match: ``unknown`` of the answer lists the plans
    that match all the rest and whose mark for a theme is unknown, whatever their text says.

    >>> [row.number for row in plans(read(), theme="5レス", basis="mark")] != []
    True

    Raises:
        KeikakuError: a name is unknown or ambiguous, or the year or basis is not valid.
    """
    arguments = locals()
    within = None if document is None else names.find(graph, "PlanDocument", document)[0]
    wanted = each_of(theme)
    by_theme = bool(wanted) or basis is not None
    marked = plan_filters.checked_basis(basis)
    touching = [
        plan_filters.theme(graph, typed, marked) for typed in (wanted or [None]) if by_theme
    ]
    forms: dict[str, Form] = {**FILTERS, "year": partial(plan_filters.year, certain=certain)}
    others = {
        name: [form(graph, typed, within) for typed in each_of(arguments[name])]
        for name, form in forms.items()
    }
    candidates = _search(_plans(graph, within), chain.from_iterable(others.values()))
    search = _search(list(candidates), touching)
    rows = [_row(graph, plan, why + candidates[plan]) for plan, why in search.items()]
    years = [each.value for each in others["year"]]
    unknown = None
    if by_theme:
        themes = [
            (each, _names(graph, typed))
            for each, typed in zip(touching, wanted or [None], strict=True)
        ]
        unknown = [] if basis == "text" else _unknown(graph, list(candidates), themes)
    in_order = {"theme": touching if wanted else [], **others}
    understood = {
        name: one_or_all([each.value for each in filters]) for name, filters in in_order.items()
    }
    parameters = drop_none(**understood, basis=basis, certain=certain or None, document=within)
    notes = [*_notes(graph, wanted, each_of(text)), *outside(years, periods(graph, within))]
    totals = counted((_surely(candidates[plan]) for plan in search), years)
    return Answer("plans", parameters, rows, unknown, totals, notes=notes)


def counted(surely: Iterable[bool], years: list[int]) -> list[PlanCount] | None:
    """Count the plans that surely run and those that may; None without a year.

    A plan that surely runs in one of several years and may run in another counts as one that may.
    """
    if not years:
        return None
    certain = list(surely)
    return [PlanCount(sum(certain), len(certain) - sum(certain))]


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


def _search(plans: list[str], wanted: Iterable[Filter]) -> dict[str, list[list[Match]]]:
    """Return the plans that match all filters, each with its matches, filter by filter."""
    filters, search = list(wanted), {}
    for plan in plans:
        why = [each.matches(plan) for each in filters]
        if all(why):
            search[plan] = why
    return search


def _row(graph: Graph, plan: str, why: list[list[Match]]) -> PlanRow:
    facts = graph.nodes[plan]
    return PlanRow(
        plan,
        document_of(graph, plan),
        number_of(facts),
        facts["title"],
        departments(graph, plan),
        [match for matches in why for match in matches],
    )


def _surely(why: list[list[Match]]) -> bool:
    """Return whether a plan matches all filters by what is stated."""
    return all(any(match.certainty == "stated" for match in matches) for matches in why)


def _names(graph: Graph, theme: str | None) -> set[str]:
    if plan_filters.theme_terms(graph, theme) is not None:
        return set()  # a word has no mark
    return {graph.nodes[node]["name"] for node in plan_filters.themes(graph, theme)}


def _unknown(
    graph: Graph, plans: list[str], themes: list[tuple[Filter, set[str]]]
) -> list[UnknownRow]:
    """Return those of the plans whose mark for a theme the source leaves open.

    Of several themes a plan must match, or may match, each; ``themes`` are their filters, with the
    names of the themes that they include.
    """
    rows = []
    for plan in plans:
        facts = graph.nodes[plan]
        open_marks = facts.get("unknown_marks", ())
        of_theme = [[mark for mark in open_marks if mark in names] for _, names in themes]
        if any(of_theme) and all(
            marks or each.matches(plan) for marks, (each, _) in zip(of_theme, themes, strict=True)
        ):
            marks = [mark for mark in open_marks if any(mark in each for each in of_theme)]
            row = UnknownRow(
                plan, document_of(graph, plan), number_of(facts), facts["title"], marks
            )
            rows.append(row)
    return rows


def _notes(graph: Graph, themes: list[str], words: list[str]) -> list[Text]:
    """Return notes on the rows: a word narrower than a theme, a search without running text."""
    notes = [note for theme in themes if (note := plan_filters.word_note(graph, theme))]
    prose = any("overview" in f or "vision" in f for _, f in of_kind(graph, "Plan"))
    return notes if not words or prose else [*notes, NO_PROSE]
