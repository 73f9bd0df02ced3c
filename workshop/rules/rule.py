"""A rule: it finds something in the graph that raises a question for the workshop (論点)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple, TypeAlias

from keikaku.graph.language import Lang, Text
from keikaku.queries.graph_walks import Evidence, Graph
from keikaku.queries.plan import answer as plan_question
from keikaku.queries.plan.answer import PlanWhole
from keikaku.queries.scope import scope
from keikaku.workshop.progress.progress_answer import IndicatorProgress


class RuleHit(NamedTuple):
    """What a rule found: the details that fill its words, and the evidence of the fact."""

    details: Mapping[str, Any]
    evidence: Evidence


class Printed(NamedTuple):
    """What a document prints at all: without such a column, no plan is asked why it is empty.

    ``targets`` are those in numbers.
    """

    actions: bool
    channels: bool
    targets: bool
    departments: bool


@dataclass(frozen=True)
class Case:
    """The input of the rules: one document, its progress, and what was decided already.

    ``progress`` are the rows of :func:`keikaku.workshop.progress.progress_answer`; ``decisions``
    map the number (or title) of a plan to a code of
    :data:`keikaku.workshop.decision_codes.DECISIONS`. Both may be empty: rules that need them
    then raise nothing.
    """

    graph: Graph
    document: str
    progress: Sequence[IndicatorProgress] = ()
    decisions: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def plans(self) -> dict[str, PlanWhole]:
        """The plans of the document by id, in order."""
        return {
            node: plan_question.whole_of(self.graph, node)
            for node in scope(self.graph, document=self.document).plans
        }

    @cached_property
    def by_name(self) -> dict[str, PlanWhole]:
        """The plans of the document by number, or by title where they have none."""
        return {whole.number or whole.title: whole for whole in self.plans.values()}

    @cached_property
    def period(self) -> range:
        """The fiscal years of the document; empty where they are not known."""
        heads = self.graph.graph["documents"]
        head = next(each for each in heads if each["id"] == self.document)
        first, last = head["first_year"], head["last_year"]
        return range(first, last + 1) if first and last else range(0)

    @cached_property
    def prints(self) -> Printed:
        """What the document prints for any of its plans."""
        wholes = self.plans.values()
        return Printed(
            actions=any(plan.actions for plan in wholes),
            channels=any(plan.channels or plan.disclosure_unknown for plan in wholes),
            targets=any(row.measurable and row.target for p in wholes for row in p.indicators),
            departments=any(plan.departments for plan in wholes),
        )

    def progress_of(self, plan: PlanWhole) -> list[IndicatorProgress]:
        """Return the progress of the indicators of a plan."""
        return [
            row for row in self.progress if (row.number, row.title) == (plan.number, plan.title)
        ]


OfPlan: TypeAlias = Callable[[Case, PlanWhole], Iterable[RuleHit]]
OfDepartments: TypeAlias = Callable[[Case], Iterable[tuple[str, RuleHit]]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its code, its heading, the fact and the question in words, and where it comes from.

    ``of_plan`` looks at one plan, ``of_departments`` at all plans and names the department; a rule
    has one of the two. ``source`` says where the idea comes from.
    """

    code: str
    title: Text
    fact: Text
    question: Text
    source: str
    of_plan: OfPlan | None = None
    of_departments: OfDepartments | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question that a rule raises (論点), with the fact that raises it.

    ``plan`` is the id, ``number`` and ``title`` those of the plan that it is about; they are empty
    where it is about a ``department``. ``fact`` and ``question`` are in the language asked for.
    """

    document: str
    plan: str
    number: str
    title: str
    department: str | None
    code: str
    heading: str
    fact: str
    question: str
    source: str
    evidence: Evidence


def make_question(
    case: Case,
    rule: Rule,
    hit: RuleHit,
    lang: Lang,
    *,
    plan: tuple[str, str, str] = ("", "", ""),
    department: str | None = None,
) -> Question:
    """Return a question about a plan (id, number, title) or a department, in one language."""
    details = {
        key: value.of(lang) if isinstance(value, Text) else value
        for key, value in hit.details.items()
    }
    return Question(
        case.document,
        *plan,
        department,
        rule.code,
        rule.title.of(lang),
        rule.fact.of(lang).format(**details),
        rule.question.of(lang).format(**details),
        rule.source,
        hit.evidence,
    )
