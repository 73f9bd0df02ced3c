"""``department``: one department whole (所管課の一覧票): what it is responsible for, by when.

It combines the answers to ``departments`` and ``plan``, so that a file and a server give the same
answer. Rows name their plan by its number, or by its title if it has no number.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol

from keikaku.graph.errors import KeikakuError
from keikaku.graph.language import Text
from keikaku.graph.running import Certainty
from keikaku.queries.answers import Answer, drop_none
from keikaku.queries.plan.plan_rows import Heading

_SEVERAL = Text(
    "「{department}」に当てはまる所管課が複数あります: {names}。",
    "“{department}” may be several departments: {names}.",
)


_SUMMED = ("total", "hours")


class Asker(Protocol):
    """What answers questions: the ``question`` of an open graph."""

    def __call__(self, name: str, **parameters: Any) -> Answer[Any]:
        """Answer the question of that name."""


@dataclass(frozen=True, slots=True)
class OwnPlan:
    """A plan of the department, with its role: ``lead``, ``co`` or ``component``.

    ``headings`` are those of all levels that it stands under, from the top.
    """

    id: str
    document: str
    number: str
    title: str
    role: str
    components: list[str]
    others: list[str]
    headings: list[Heading] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Due:
    """Work planned in a fiscal year; ``possible`` where the source leaves open if it continues."""

    year: int
    certainty: Certainty
    number: str
    action: str
    text: str


@dataclass(frozen=True, slots=True)
class OwnIndicator:
    """A target of one of its plans; a measure is a dict as in the graph's file, or None."""

    number: str
    name: str
    baseline: dict[str, Any] | None
    target: dict[str, Any] | None
    direction: str | None


@dataclass(frozen=True, slots=True)
class OwnAmount:
    """What the plans that the department leads cost in a fiscal year, at one stage.

    ``plans`` counts those that state it. ``total`` is in yen, ``hours`` are hours of work; None
    where no plan states them.
    """

    fiscal_year: int
    stage: str
    plans: int
    total: int | None
    hours: float | None


@dataclass(frozen=True, slots=True)
class DependencyTie:
    """A stated dependency between a plan of the department and another plan, with the words."""

    number: str
    other_number: str
    other_title: str
    words: str


@dataclass(frozen=True, slots=True)
class Shared:
    """Something that several of its plans have in common, with the numbers of these plans."""

    name: str
    numbers: list[str]


@dataclass(frozen=True, slots=True)
class OpenFinding:
    """A finding about one of its plans that nobody has settled yet."""

    number: str
    severity: str
    message: str


@dataclass(frozen=True, slots=True)
class DepartmentWhole:
    """One department whole."""

    id: str
    department: str
    plans: list[OwnPlan]
    due: list[Due]
    indicators: list[OwnIndicator]
    depends_on: list[DependencyTie]
    needed_by: list[DependencyTie]
    guidelines: list[Shared]
    themes: list[Shared]
    shared_with: list[Shared]
    findings: list[OpenFinding]
    amounts: list[OwnAmount] = field(default_factory=list)


def answer(ask: Asker, department: str, *, document: str | None = None) -> Answer[DepartmentWhole]:
    """Return everything that a department is responsible for.

    Raises:
        KeikakuError: the department or the document is unknown, or the name means several.
    """
    departments = ask("departments", department=department, document=document)
    if len(departments.rows) > 1:
        names = "、".join(row.department for row in departments.rows)
        raise KeikakuError(_SEVERAL.format(department=department, names=names))
    rows = [whole_of(ask, row) for row in departments.rows]
    name = rows[0].department if rows else department
    return Answer("department", drop_none(department=name, document=document), rows)


def whole_of(ask: Asker, row: Any) -> DepartmentWhole:
    """Return a department whole from its row of ``departments``; ``ask`` answers ``plan``."""
    wholes = [(held, _plan(ask, held)) for held in row.plans]
    plans = [whole for _, whole in wholes]
    return DepartmentWhole(
        row.id,
        row.department,
        [_own(held, whole, row.department) for held, whole in wholes],
        sorted(_due(plans), key=lambda due: (due.year, due.certainty != "stated")),
        [indicator for plan in plans for indicator in _indicators(plan)],
        [tie for plan in plans for tie in _ties(plan, plan.depends_on)],
        [tie for plan in plans for tie in _ties(plan, plan.needed_by)],
        _shared((each.name, _name(plan)) for plan in plans for each in plan.guidelines),
        _shared((each.name, _name(plan)) for plan in plans for each in plan.themes),
        _shared(_others(plans, row.department)),
        [finding for plan in plans for finding in _findings(plan)],
        _amounts(whole for held, whole in wholes if held.role == "lead"),
    )


def _plan(ask: Asker, held: Any) -> Any:
    """Return the plan whole; of several with its number, that of its document."""
    rows = ask("plan", number=held.id).rows
    return next(row for row in rows if row.id == held.id)


def _own(held: Any, whole: Any, department: str) -> OwnPlan:
    others = [each.name for each in whole.departments if each.name != department]
    parts = list(held.components)
    return OwnPlan(
        held.id,
        held.document,
        held.number,
        held.title,
        held.role,
        parts,
        others,
        list(whole.headings),
    )


def _name(plan: Any) -> str:
    """Return a plan as lists name it: its number, or its title without one."""
    return str(plan.number or plan.title)


def _due(plans: Iterable[Any]) -> Iterator[Due]:
    for plan in plans:
        for action in plan.actions:
            years: set[int] = set()
            for milestone in action.milestones:
                for year, certainty in (milestone.run.years() if milestone.run else {}).items():
                    years.add(year)
                    yield Due(year, certainty, _name(plan), action.title, milestone.text)
            for year, certainty in action.years.items():
                if year not in years:
                    yield Due(year, certainty, _name(plan), action.title, "")


def _indicators(plan: Any) -> Iterator[OwnIndicator]:
    for each in plan.indicators:
        yield OwnIndicator(_name(plan), each.name, each.baseline, each.target, each.direction)


def _ties(plan: Any, rows: Iterable[Any]) -> Iterator[DependencyTie]:
    for row in rows:
        yield DependencyTie(_name(plan), row.number, row.title, row.words)


def _others(plans: Iterable[Any], department: str) -> Iterator[tuple[str, str]]:
    for plan in plans:
        names = [each.name for each in plan.departments]
        names += [each.name for part in plan.components for each in part.departments]
        yield from ((name, _name(plan)) for name in dict.fromkeys(names) if name != department)


def _shared(pairs: Iterable[tuple[str, str]]) -> list[Shared]:
    """Return what plans have in common, the most plans first, then in the order of the plans."""
    numbers: defaultdict[str, list[str]] = defaultdict(list)
    for name, number in pairs:
        if number not in numbers[name]:
            numbers[name].append(number)
    order = Counter({name: len(plan_numbers) for name, plan_numbers in numbers.items()})
    return [Shared(name, numbers[name]) for name, _ in order.most_common()]


def _amounts(plans: Iterable[Any]) -> list[OwnAmount]:
    """Return what plans cost, by fiscal year and stage; what is not stated counts for nothing."""
    stated: defaultdict[tuple[int, str], list[Any]] = defaultdict(list)
    for plan in plans:
        for each in plan.budgets:
            if each.total is not None or each.hours is not None:
                stated[each.fiscal_year, each.stage].append(each)
    return [
        OwnAmount(year, stage, len(rows), *(_sum(getattr(r, k) for r in rows) for k in _SUMMED))
        for (year, stage), rows in sorted(stated.items(), key=lambda item: item[0])
    ]


def _sum(values: Iterable[Any]) -> Any:
    stated = [value for value in values if value is not None]
    return sum(stated) if stated else None


def _findings(plan: Any) -> Iterator[OpenFinding]:
    for each in plan.findings:
        if each.settled is None:
            yield OpenFinding(_name(plan), each.severity, each.message)
