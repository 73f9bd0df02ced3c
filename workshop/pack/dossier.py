"""All that the pack contains of a plan (計画ごとの資料): facts, progress, ties, questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from keikaku.exports.fact_words import departments
from keikaku.graph import measures
from keikaku.graph.language import Lang, Text
from keikaku.graph.structure import titled
from keikaku.queries.answers import plain
from keikaku.queries.graph_walks import Graph
from keikaku.queries.plan.answer import ActionRow, IndicatorRow, PlanWhole
from keikaku.queries.scope import Holder, holders, name_of
from keikaku.workshop import rules
from keikaku.workshop.progress import Progress
from keikaku.workshop.progress.judging import STATUSES
from keikaku.workshop.progress.progress_answer import IndicatorProgress
from keikaku.workshop.rules import Case, Question

_DUE = Text("回答期限: {value}", "Answer by: {value}")
_CONTACT = Text("提出先・問い合わせ先: {value}", "Send to, ask: {value}")
_NONE = Text("―", "-")
_MOST = 3  # findings that a cell shows
_MORE = Text("ほか{n}件", "and {n} more")
_DEPENDS = Text("依存先: {plan}", "rests on: {plan}")
_NEEDED = Text("依存元: {plan}", "needed by: {plan}")
_RELATED = Text("関連（推定）: {plan}", "related (inferred): {plan}")


@dataclass(frozen=True, slots=True)
class Dossier:
    """A plan with everything that the pack contains of it."""

    node: str
    whole: PlanWhole
    holders: list[Holder]
    progress: list[IndicatorProgress]
    questions: list[Question]

    @property
    def name(self) -> str:
        """Its number and title."""
        return titled(self.whole.number, self.whole.title)


@dataclass(frozen=True)
class Material:
    """What a pack is made from: one document, its plans, the questions about its departments.

    ``due`` is the deadline of answers, ``contact`` where they go; ``whose`` and ``numbers``
    are the department and the plans to which the pack is limited, None for all.
    """

    graph: Graph
    document: str
    case: Case
    lang: Lang
    due: str | None = None
    contact: str | None = None
    whose: str | None = None
    numbers: frozenset[str] | None = None

    @property
    def reply(self) -> str | None:
        """By when and to whom to answer, in a line; None where neither is set."""
        lines = ((_DUE, self.due), (_CONTACT, self.contact))
        parts = [word.format(value=value).of(self.lang) for word, value in lines if value]
        return "　".join(parts) or None

    def is_kept(self, number: str | None) -> bool:
        """Return whether the pack includes a plan."""
        return self.numbers is None or number in self.numbers

    @cached_property
    def title(self) -> str:
        """The title of the document."""
        return name_of(self.graph, self.document)

    @cached_property
    def questions(self) -> list[Question]:
        """All questions that the rules raise."""
        return rules.questions(self.case, self.lang)

    @cached_property
    def dossiers(self) -> list[Dossier]:
        """The plans of the document in order."""
        return [
            Dossier(
                node,
                whole,
                holders(self.graph, node),
                self.case.progress_of(whole),
                [row for row in self.questions if row.plan == node],
            )
            for node, whole in self.case.plans.items()
        ]

    @cached_property
    def departments(self) -> list[str]:
        """The names of the departments that answer for a plan, in the order of the plans."""
        return list(
            dict.fromkeys(
                name_of(self.graph, department)
                for dossier in self.dossiers
                for holder in dossier.holders
                for department in holder.departments
            )
        )

    def of_department(self, name: str) -> list[Dossier]:
        """Return the plans of a department.

        Plans that it leads come first, then those that it shares or has a part in.
        """
        mine = [
            dossier
            for dossier in self.dossiers
            if any(
                name_of(self.graph, each) == name
                for holder in dossier.holders
                for each in holder.departments
            )
        ]
        return sorted(mine, key=lambda dossier: not _leads(dossier.whole, name))


def material(graph: Graph, document: str, progress: Progress | None, lang: Lang) -> Material:
    """Return what a pack of the document is made from."""
    return Material(graph, document, rules.case_of(graph, document, progress), lang)


def _leads(plan: PlanWhole, name: str) -> bool:
    return any(each.name == name and each.role == "lead" for each in plan.departments)


def departments_text(plan: PlanWhole, lang: Lang) -> str:
    """Return the departments with their roles, one a line, those of components with its title."""
    return "\n".join(departments(plan, lang)) or _NONE.of(lang)


_MAY_GO_ON = Text("、{year}まで続く可能性あり", ", may go on to {year}")


def actions_text(plan: PlanWhole, lang: Lang) -> str:
    """Return the actions with the years in which they run, one a line."""
    lines = [f"・{each.title}{_span(each, lang)}" for each in plan.actions]
    return "\n".join(lines) or _NONE.of(lang)


def _span(action: ActionRow, lang: Lang) -> str:
    """Return the years in which an action runs, and up to when it may."""
    years = action.years
    stated = [year for year, certainty in years.items() if certainty == "stated"]
    if not stated:
        return ""
    span = f"{min(stated)}" if min(stated) == max(stated) else f"{min(stated)}–{max(stated)}"
    if max(years) > max(stated):
        span += _MAY_GO_ON.format(year=max(years)).of(lang)
    return f"（{span}）" if lang == "ja" else f" ({span})"


def indicators_text(plan: PlanWhole, lang: Lang) -> str:
    """Return the indicators with baseline → target, one a line."""
    return "\n".join(f"・{_indicator(each, lang)}" for each in plan.indicators) or _NONE.of(lang)


def _indicator(row: IndicatorRow, lang: Lang) -> str:
    if row.target is None and row.baseline is None:
        return row.name
    ends = (
        measures.format_measure(each, lang) if each else _NONE.of(lang)
        for each in (row.baseline, row.target)
    )
    return f"{row.name}: {' → '.join(ends)}"


def progress_text(rows: Sequence[IndicatorProgress], lang: Lang) -> str:
    """Return the status of each indicator with an actual value, one a line; else a dash."""
    lines = []
    for row in rows:
        rate = "" if row.rate is None else f" {row.rate:.0%}"
        if row.latest is not None:
            lines.append(f"・{row.name}: {STATUSES[row.status].of(lang)}{rate}")
    return "\n".join(lines) or _NONE.of(lang)


def finding_texts(plan: PlanWhole, lang: Lang) -> list[str]:
    """Return what a person should look at, in words, the first few."""
    from keikaku.graph import findings

    texts = [
        findings.finding_texts(plain(row), lang)[0]
        for row in plan.findings
        if row.settled is None and row.severity != "info"
    ]
    more = len(texts) - _MOST
    return [*texts[:_MOST], *([_MORE.format(n=more).of(lang)] if more > 0 else [])]


def tie_texts(plan: PlanWhole, lang: Lang) -> list[str]:
    """Return the plans that it depends on, that depend on it, and that we infer to be related."""
    return [
        *(_DEPENDS.format(plan=titled(e.number, e.title)).of(lang) for e in plan.depends_on),
        *(_NEEDED.format(plan=titled(e.number, e.title)).of(lang) for e in plan.needed_by),
        *(_RELATED.format(plan=titled(e.number, e.title)).of(lang) for e in plan.related[:_MOST]),
    ]
