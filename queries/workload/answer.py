"""``workload``: how much each department answers for, and how concentrated it is (所管課の負担).

How things are counted, so that two people who count by hand agree (docs/counting.md):

- A department *answers for* a plan where it is responsible for the plan itself (主管 ``lead``: the
  first named; 共管 ``co``: the others) or for a component of it (個別取組).
- ``plans`` counts each such plan once, as a whole (整数カウント): a plan of five departments counts
  one for each of them, so the column adds up to more than the plans there are.
- ``fractional`` gives each of the n departments that answer for a plan 1/n of it (分数カウント): a
  plan of five departments is a fifth for each, and the column adds up to the plans that there are.
- ``share`` is ``fractional`` divided by the plans asked about that any department answers for.
- Actions (取組内容), milestones (行動計画) and indicators (指標) stand under a plan or under a
  component. Those of the plan count for each department responsible for the plan, those of a
  component for each one responsible for that component; where a component names none, for those
  of the plan. Each counts once for a department.
- An action runs in a fiscal year that its arrow or one of its milestones covers, a milestone in
  each year from its first to its last. What *may* still run in a year (``continues: unknown``) is
  counted apart, as ``possible_…``, where nothing states that it does; ``certain`` leaves it out.
- ``resources`` are the budgets of the plans that it answers for, divided evenly among those that
  do: see :mod:`keikaku.queries.workload.resources`. ``level`` gathers all of it by the
  highest unit up to that level (府省庁, 局・庁, 部, 課, 係) that departments are part of.
- ``partners`` counts the outside bodies named by the plans that the department answers for.

The concentration is computed from the shares s of all departments of a document that answer for
any of the plans asked about:

- HHI (Herfindahl–Hirschman index) = Σ s², from 1/n (even) to 1 (one department has all). Source:
  O. C. Herfindahl, "Concentration in the Steel Industry" (1950); A. O. Hirschman, "The Paternity
  of an Index", American Economic Review 54 (1964). Its reciprocal is the number of departments
  that would be as concentrated if all had the same.
- Gini coefficient G = 2 Σ i·xᵢ / (n Σ xᵢ) - (n + 1)/n of the fractional counts x in ascending
  order, i from 1; from 0 (even) to (n - 1)/n. Source: C. Gini, "Variabilità e mutabilità" (1912).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from keikaku.graph.errors import KeikakuError
from keikaku.graph.language import Text
from keikaku.graph.running import run_of
from keikaku.queries import names
from keikaku.queries.answers import Answer, drop_none
from keikaku.queries.graph_walks import Facts, Graph, document_of, leaving, parts
from keikaku.queries.scope import name_of, names_text, scope
from keikaku.queries.workload.concentration import (
    DIGITS,
    Concentration,
    concentration,
    fractional,
    gini,
    hhi,
)
from keikaku.queries.workload.duties import checked_level, held_by
from keikaku.queries.workload.resources import Resources, Share, budgets_of, resources
from keikaku.queries.workload.workload_rows import WorkloadRow, YearLoad, YearRow

__all__ = [
    "Concentration",
    "Counted",
    "Resources",
    "Tally",
    "WorkloadRow",
    "YearLoad",
    "YearRow",
    "answer",
    "checked_split",
    "concentration",
    "fractional",
    "gini",
    "hhi",
    "row_of",
    "tallied",
    "year_load",
]

_NO_SUCH_SPLIT = Text(
    "「{typed}」では分けられません。year（年度）を指定してください。",
    "cannot split by '{typed}'; use year.",
)


class Counted(NamedTuple):
    """What is counted of a department in a document.

    ``divided`` is, for each of its plans, among how many departments it is divided; ``lead``,
    ``co`` and ``part`` are how many of them it has in each role.
    """

    id: str
    department: str
    divided: list[int]
    lead: int
    co: int
    part: int
    components: int
    actions: int
    milestones: int
    indicators: int
    partners: int
    years: list[YearLoad]
    resources: list[Resources]


Running = tuple[str, str, str | None]
"""A plan, its action, and the milestone that runs, None for the action's own arrow."""


@dataclass(slots=True)
class Tally:
    """What is counted for one department in one document: plans by role, the rest by id.

    ``divided`` holds for each plan among how many departments it is divided, ``running`` the plan,
    the action and the milestone (or None) that surely run in a year, ``possible`` those that may.
    """

    roles: dict[str, str] = field(default_factory=dict)
    divided: dict[str, int] = field(default_factory=dict)
    components: set[str] = field(default_factory=set)
    actions: set[str] = field(default_factory=set)
    milestones: set[str] = field(default_factory=set)
    indicators: set[str] = field(default_factory=set)
    partners: set[str] = field(default_factory=set)
    running: dict[int, set[Running]] = field(default_factory=lambda: defaultdict(set))
    possible: dict[int, set[Running]] = field(default_factory=lambda: defaultdict(set))
    budgets: list[Share] = field(default_factory=list)

    @property
    def years(self) -> list[int]:
        """The years in which something runs or may run."""
        return sorted({*self.running, *self.possible})

    def counted(self, node: str, department: str) -> Counted:
        """Return how many there are of each, of the department with that id and name."""
        roles = [*self.roles.values()]
        return Counted(
            node,
            department,
            [*self.divided.values()],
            roles.count("lead"),
            roles.count("co"),
            roles.count("part"),
            len(self.components),
            len(self.actions),
            len(self.milestones),
            len(self.indicators),
            len(self.partners),
            [year_load(self, year) for year in self.years],
            resources(self.budgets),
        )


Tallies = dict[tuple[str, str], Tally]
"""Tallies by document and department."""


def answer(
    graph: Graph,
    *,
    department: str | None = None,
    goal: str | None = None,
    by: str | None = None,
    level: str | None = None,
    certain: bool = False,
    document: str | None = None,
) -> Answer[WorkloadRow | YearRow]:
    """Return what each department answers for, by document, most plans first.

    Then come the most leads, then name and id.

    ``goal`` counts the plans of that goal only; ``by="year"`` gives a row for each fiscal year in
    which something runs or money is stated (by document, department, year). ``level`` gathers the
    departments by the division, department or section that they are part of. ``department`` keeps
    its rows; shares and ``totals`` of the answer (:class:`Concentration`, one a document) are of
    all departments.

    >>> heaviest, *_ = workload(read())
    >>> heaviest.plans >= heaviest.fractional
    True

    Raises:
        KeikakuError: a name is unknown or ambiguous, or there is no such split.
    """
    checked_split(by)
    part = scope(graph, goal=goal, document=document)
    wanted = (
        None
        if department is None
        else names.find(graph, "Department", department, document=part.document)
    )
    unit = checked_level(level)
    tallies = tallied(graph, part.plans, certain=certain, level=unit)
    totals = _concentrations(graph, part.plans, tallies)
    kept = {key: t for key, t in tallies.items() if wanted is None or key[1] in wanted}
    understood = drop_none(
        department=None if wanted is None else names_text(graph, wanted),
        by=by,
        level=unit,
        certain=certain or None,
    )
    rows = _by_year(graph, kept) if by else _rows(graph, kept, totals)
    return Answer("workload", understood | part.parameters, [*rows], totals=[*totals.values()])


def checked_split(typed: str | None) -> str | None:
    """Return how the rows are split. Raises ``KeikakuError`` for any other value."""
    if typed in (None, "year"):
        return typed
    raise KeikakuError(_NO_SUCH_SPLIT.format(typed=typed))


def tallied(
    graph: Graph, plans: Iterable[str], *, certain: bool = False, level: str | None = None
) -> Tallies:
    """Return what each department answers for among some plans, by document and department.

    ``certain`` leaves out what only may run in a year.
    """
    tallies: Tallies = defaultdict(Tally)
    for plan in plans:
        document = document_of(graph, plan)
        held = held_by(graph, plan, level)
        budgets = budgets_of(graph, plan)
        partners = {
            end
            for end, _ in leaving(graph, plan, "INVOLVES")
            if graph.nodes[end]["kind"] == "Partner"
        }
        for department, (role, holders) in held.items():
            tally = tallies[document, department]
            tally.roles[plan] = role
            tally.divided[plan] = len(held)
            tally.partners |= partners
            tally.budgets += [(len(held), facts) for facts in budgets]
            for holder in holders:
                _count(graph, tally, plan, holder, certain=certain)
    return dict(tallies)


def _count(graph: Graph, tally: Tally, plan: str, holder: str, *, certain: bool) -> None:
    """Count the actions, milestones and indicators of a plan or a component."""
    if graph.nodes[holder]["kind"] == "Component":
        tally.components.add(holder)
    tally.indicators.update(end for end, _ in leaving(graph, holder, "MEASURED_BY"))
    for action, facts in parts(graph, holder, "Action"):
        tally.actions.add(action)
        _run(tally, facts, (plan, action, None), certain=certain)
        for milestone, cell in parts(graph, action, "Milestone"):
            tally.milestones.add(milestone)
            _run(tally, cell, (plan, action, milestone), certain=certain)


def _run(tally: Tally, facts: Facts, what: Running, *, certain: bool) -> None:
    """Add what runs to its years, surely or possibly."""
    run = run_of(facts)
    for year, certainty in (run.years() if run else {}).items():
        if certainty == "stated":
            tally.running[year].add(what)
        elif not certain:
            tally.possible[year].add(what)


def _concentrations(
    graph: Graph, plans: Iterable[str], tallies: Tallies
) -> dict[str, Concentration]:
    """Return how plans are distributed over departments, by document."""
    of_document: dict[str, set[str]] = defaultdict(set)
    for plan in plans:
        of_document[document_of(graph, plan)].add(plan)
    assigned = {plan for tally in tallies.values() for plan in tally.divided}
    loads: dict[str, list[float]] = defaultdict(list)
    for (document, _), tally in tallies.items():
        loads[document].append(fractional(tally.divided.values()))
    return {
        document: concentration(document, len(plans), len(plans - assigned), loads[document])
        for document, plans in sorted(of_document.items())
    }


def _rows(
    graph: Graph, tallies: Tallies, totals: dict[str, Concentration]
) -> Iterator[WorkloadRow]:
    counted = {key: tally.counted(key[1], name_of(graph, key[1])) for key, tally in tallies.items()}

    def place(key: tuple[str, str]) -> tuple[str, int, int, str, str]:
        count = counted[key]
        return key[0], -len(count.divided), -count.lead, count.department, key[1]

    return (row_of(counted[key], totals[key[0]]) for key in sorted(counted, key=place))


def row_of(counted: Counted, total: Concentration) -> WorkloadRow:
    """Return the row of a department, with its share of all plans of the document."""
    load = fractional(counted.divided)
    return WorkloadRow(
        counted.id,
        total.document,
        counted.department,
        len(counted.divided),
        counted.lead,
        counted.co,
        counted.part,
        counted.components,
        round(load, DIGITS),
        round(load / (total.plans - total.unassigned), DIGITS),
        counted.actions,
        counted.milestones,
        counted.indicators,
        counted.partners,
        counted.years,
        counted.resources,
    )


def year_load(tally: Tally, year: int) -> YearLoad:
    """Return how many actions and milestones surely run in a year, and how many others may."""
    surely, perhaps = tally.running.get(year, set()), tally.possible.get(year, set())
    actions = {action for _, action, _ in surely}
    milestones = {m for _, _, m in surely if m}
    return YearLoad(
        year,
        len(actions),
        len(milestones),
        len({action for _, action, _ in perhaps} - actions),
        len({m for _, _, m in perhaps if m} - milestones),
    )


def _by_year(graph: Graph, tallies: Tallies) -> Iterator[YearRow]:
    def place(key: tuple[str, str]) -> tuple[str, str, str]:
        return key[0], name_of(graph, key[1]), key[1]

    for document, department in sorted(tallies, key=place):
        tally = tallies[document, department]
        held = resources(tally.budgets)
        for year in sorted({*tally.years, *(each.year for each in held)}):
            plans = {plan for plan, _, _ in tally.running.get(year, ())}
            perhaps = {plan for plan, _, _ in tally.possible.get(year, ())} - plans
            roles = [tally.roles[plan] for plan in plans]
            load = year_load(tally, year)
            yield YearRow(
                department,
                document,
                name_of(graph, department),
                year,
                len(roles),
                roles.count("lead"),
                roles.count("co"),
                roles.count("part"),
                load.actions,
                load.milestones,
                len(perhaps),
                load.possible_actions,
                load.possible_milestones,
                [each for each in held if each.year == year],
            )
