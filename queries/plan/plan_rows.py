"""The rows of ``plan``: one plan whole, and its parts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from keikaku.graph.running import Certainty, Run, run, years_of
from keikaku.queries.check.answer import FindingRow
from keikaku.queries.graph_walks import (
    Evidence,
)
from keikaku.queries.plan.plan_records import (
    AssociatedRow,
    BudgetRow,
    EvaluationRow,
    StepRow,
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A goal or an initiative that the plan stands under."""

    number: str
    title: str
    level: str | None = None


@dataclass(frozen=True, slots=True)
class DepartmentRow:
    """A responsible department (所管課) with its role: ``lead``, ``co`` or ``component``."""

    name: str
    role: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class ComponentRow:
    """A sub-section (個別取組) with the departments responsible for it."""

    title: str
    departments: list[DepartmentRow]
    overview: str | None
    vision: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """What is done from the first to the last fiscal year (行動計画).

    ``continues`` is ``yes`` where an arrow extends it to its last year, ``no`` where it ends
    there, ``unknown`` where the source leaves open whether it continues, up to ``latest_year``.
    """

    text: str
    first_year: int
    last_year: int
    continues: str
    latest_year: int | None
    evidence: Evidence

    @property
    def run(self) -> Run | None:
        """When it surely runs, and when it may."""
        return run(self.first_year, self.last_year, self.latest_year)


@dataclass(frozen=True, slots=True)
class ActionRow:
    """A row of the action table (取組内容); the years are those of a bare arrow, if it has one.

    ``earliest_year`` is the first in which it may run already, where only an arrow's head stands.
    """

    title: str
    component: str | None
    first_year: int | None
    last_year: int | None
    earliest_year: int | None
    milestones: list[MilestoneRow]
    evidence: Evidence

    @property
    def years(self) -> dict[int, Certainty]:
        """The years in which it runs by its arrow or by a milestone: surely, or perhaps."""
        arrow = run(self.first_year, self.last_year, earliest=self.earliest_year)
        return years_of([arrow, *(each.run for each in self.milestones)])


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """A target with its baseline (指標); a measure is a dict as in the graph's file, or None.

    ``cumulative`` is true where its values add up over the years.
    """

    name: str
    component: str | None
    measurable: bool
    baseline: dict[str, Any] | None
    target: dict[str, Any] | None
    direction: str | None
    cumulative: bool | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class LinkRow:
    """Something that the plan is connected with, and what the connection carries.

    ``basis`` for a theme is ``mark``, ``text`` or both; for a guideline or a channel it is its
    type; for who is named it is ``Department`` or ``Partner``.
    """

    name: str
    basis: list[str]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class DependencyRow:
    """Another plan that the document states a dependency on or from, with its words.

    ``term`` are the words among them that name the other plan; None where they are not recorded.
    """

    document: str
    number: str
    title: str
    reason: str
    words: str
    term: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class RelatedRow:
    """Another plan that we infer to be related, with the score, 0 to 1, and the reasons.

    ``strength`` is ``strong`` where each is among the best few of the other, else ``weak``; None
    where it is not recorded.
    """

    document: str
    number: str
    title: str
    score: float
    strength: str | None
    reasons: list[str]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class PlanWhole:
    """One plan whole.

    ``depends_on`` and ``needed_by`` are what the document states, ``related`` is inferred.
    ``headings`` are those of all levels, from the top, each with the word printed for its level.
    ``unknown_marks`` are the themes whose mark the source leaves open; ``disclosure_unknown`` is
    true where it does not show whether the plan is disclosed.
    """

    id: str
    document: str
    number: str
    title: str
    goal: Heading | None
    initiative: Heading | None
    overview: str | None
    vision: str | None
    departments: list[DepartmentRow]
    components: list[ComponentRow]
    actions: list[ActionRow]
    indicators: list[IndicatorRow]
    themes: list[LinkRow]
    unknown_marks: list[str]
    guidelines: list[LinkRow]
    channels: list[LinkRow]
    disclosure_unknown: bool
    sdgs: list[LinkRow]
    involves: list[LinkRow]
    depends_on: list[DependencyRow]
    needed_by: list[DependencyRow]
    related: list[RelatedRow]
    findings: list[FindingRow]
    evidence: Evidence
    headings: list[Heading] = field(default_factory=list)
    problem: str | None = None
    category: str | None = None
    priority: str | None = None
    first_year: int | None = None
    last_year: int | None = None
    budgets: list[BudgetRow] = field(default_factory=list)
    evaluations: list[EvaluationRow] = field(default_factory=list)
    steps: list[StepRow] = field(default_factory=list)
    associated: list[AssociatedRow] = field(default_factory=list)
