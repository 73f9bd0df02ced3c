"""``plans``: the plans that match all parameters, each with why it matched (実施計画の検索)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from keikaku.graph.structure import number_of
from keikaku.queries import plan_filters
from keikaku.queries.answers import Answer
from keikaku.queries.cypher.directory import InGraph
from keikaku.queries.expressions.evaluate import Evaluator
from keikaku.queries.expressions.resolve import Resolved, Test
from keikaku.queries.graph_walks import Graph, document_of, of_kind, plan_order, responsible
from keikaku.queries.plan_filters import Match
from keikaku.queries.plans.filters import Request, request_of
from keikaku.queries.plans.reasons import reasons


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
    request = request_of(InGraph(graph), **{k: v for k, v in arguments.items() if k != "graph"})
    evaluator = Evaluator(graph)

    def holds(plan: str, condition: Resolved) -> bool:
        verdict = evaluator.verdict(plan, condition)
        return request.may_hold(condition) if verdict is None else verdict

    plans = [
        plan
        for plan in _plans(graph, request.document)
        if all(holds(plan, each) for each in request.others)
    ]
    touching = [plan for plan in plans if all(holds(plan, each) for each in request.themes)]
    years = [each for each in request.others if request.may_hold(each)]
    surely = (all(evaluator.verdict(plan, each) for each in years) for plan in touching)
    unknown = None
    if request.themes:
        unknown = [] if basis == "text" else _unknown(graph, plans, request, holds)
    return Answer(
        "plans",
        request.parameters,
        [_row(graph, plan, request) for plan in touching],
        unknown,
        counted(surely, request.years),
        notes=request.notes,
    )


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


def _row(graph: Graph, plan: str, request: Request) -> PlanRow:
    facts = graph.nodes[plan]
    return PlanRow(
        plan,
        document_of(graph, plan),
        number_of(facts),
        facts["title"],
        departments(graph, plan),
        [
            match
            for each in (*request.themes, *request.others)
            for match in reasons(graph, plan, each, certain=request.certain)
        ],
    )


def _unknown(
    graph: Graph, plans: list[str], request: Request, holds: Callable[[str, Resolved], bool]
) -> list[UnknownRow]:
    """Return those of the plans whose mark for a theme the source leaves open.

    Of several themes a plan must match, or may match, each.
    """
    rows = []
    themes = [(each, _names(graph, each)) for each in request.themes]
    for plan in plans:
        facts = graph.nodes[plan]
        open_marks = facts.get("unknown_marks", ())
        of_theme = [[mark for mark in open_marks if mark in names] for _, names in themes]
        if any(of_theme) and all(
            marks or holds(plan, each) for marks, (each, _) in zip(of_theme, themes, strict=True)
        ):
            marks = [mark for mark in open_marks if any(mark in each for each in of_theme)]
            row = UnknownRow(
                plan, document_of(graph, plan), number_of(facts), facts["title"], marks
            )
            rows.append(row)
    return rows


def _names(graph: Graph, condition: Resolved) -> set[str]:
    """Return the names of the themes of a condition; none for a word, which has no mark."""
    if not isinstance(condition, Test) or condition.terms:
        return set()
    wanted = plan_filters.covered(graph, condition.values) if condition.values else None
    return {
        facts["name"] for node, facts in of_kind(graph, "Theme") if wanted is None or node in wanted
    }
