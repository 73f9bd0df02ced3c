"""Check decisions: conflicts, gaps, and what contradicts itself or the plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from typing import Any

from keikaku.graph.language import Lang, Text
from keikaku.graph.structure import short_name
from keikaku.loaders.text import fold
from keikaku.queries.graph_walks import Graph, of_kind
from keikaku.queries.indicators.answer import measures
from keikaku.queries.scope import name_of, responsibilities
from keikaku.workshop.cell_values import typed
from keikaku.workshop.decision_codes import DECISION
from keikaku.workshop.decisions.decision_problems import PROBLEMS
from keikaku.workshop.decisions.decision_records import TOPICS, Decisions, Entry, Said, Topic
from keikaku.workshop.decisions.merged_plans import Merges
from keikaku.workshop.decisions.resolve import Resolved, outcomes
from keikaku.workshop.form import COLUMN
from keikaku.workshop.plan_keys import headings_of, plans_of
from keikaku.workshop.problems import Problem, listed

_ENDS = ("drop", "complete")
_NEAR = Text("「{name}」ではありませんか。", "Did you mean “{name}”? ")
_NOTHING = Text("", "")
_NOBODY = Text("なし", "none")


def check(graph: Graph, decisions: Decisions) -> list[Problem]:
    """Return everything that is wrong or doubtful in decisions, in the order of their entries.

    ``graph`` holds the document that they are about.
    """
    return list(_Checking(graph, decisions).all())


@dataclass
class _Checking:
    graph: Graph
    decisions: Decisions

    @cached_property
    def plans(self) -> dict[str, str]:
        """The ids of the document's plans by key."""
        return plans_of(self.graph, self.decisions.document)

    @cached_property
    def outcomes(self) -> list[Resolved]:
        """The outcome of each entry."""
        return outcomes(self.decisions)

    @cached_property
    def merges(self) -> Merges:
        """Which plans become one."""
        return Merges({o.entry.number: o.change for o in self.outcomes if o.entry.number})

    def all(self) -> Iterator[Problem]:
        """Yield every problem."""
        for outcome in self.outcomes:
            entry = outcome.entry
            if entry.number and entry.number not in self.plans:
                yield self._at(entry, "no-such-plan")
                continue
            yield from self._conflicts(outcome)
            yield from self._unread(entry)
            if outcome.state == "gap":
                yield self._gap(entry)
            elif outcome.change.decision:
                yield from self._of_plan(outcome) if entry.number else self._of_new(outcome)
        for row in self.decisions.unplaced:
            sheet, _, cell = row.cell.rpartition("!")
            about = {"text": " ".join(row.text.split())}
            yield Problem(PROBLEMS["unplaced"], row.file, sheet or None, cell, about)
        missing = self.plans.keys() - self.decisions.plans.keys()
        for number in sorted(missing, key=list(self.plans).index):
            title = self.graph.nodes[self.plans[number]]["title"]
            yield self._gap(Entry(number, title))

    def _at(self, entry: Entry, code: str, **details: Any) -> Problem:
        """Return a problem, at the cell that says so, or the line of the decisions file."""
        about = {"plan": entry.name} | details
        if entry.settled and entry.settled.line:
            return self._in_file(entry, entry.settled.line, code, about)
        if entry.said:
            said = entry.said[0]
            sheet, _, cell = said.cell.rpartition("!")
            return Problem(PROBLEMS[code], said.file, sheet or None, cell, about, entry.number)
        return self._in_file(entry, entry.line, code, about)

    def _in_file(
        self, entry: Entry, line: int | None, code: str, details: dict[str, Any]
    ) -> Problem:
        place = f"L{line}" if line else None
        return Problem(PROBLEMS[code], self.decisions.file, None, place, details, entry.number)

    def _conflicts(self, outcome: Resolved) -> Iterator[Problem]:
        for topic in outcome.differs:
            said = [each for each in outcome.entry.said if getattr(each.change, topic)]
            answers = Text(_answers(said, topic, "ja"), _answers(said, topic, "en"))
            yield self._at(outcome.entry, "conflict", topic=COLUMN[topic].title, answers=answers)

    def _unread(self, entry: Entry) -> Iterator[Problem]:
        """Yield an answer whose decision could not be read: it is never decided silently."""
        if entry.settled and entry.settled.change.decision:
            return
        for said in entry.said:
            for left in said.unread:
                if left.column == COLUMN["decision"].title.ja and not said.change.decision:
                    about = {"plan": entry.name, "by": said.by, "text": left.text}
                    sheet = said.cell.rpartition("!")[0] or None
                    kind = PROBLEMS["voice-unread"]
                    yield Problem(kind, said.file, sheet, left.cell, about, entry.number)

    def _gap(self, entry: Entry) -> Problem:
        plan = self.plans[entry.number] if entry.number else None
        answering = responsibilities(self.graph, plan) if plan else []
        names = dict.fromkeys(name_of(self.graph, duty.department) for duty in answering)
        departments = listed(names) if names else _NOBODY
        return self._at(entry, "gap", departments=departments)

    def _of_plan(self, outcome: Resolved) -> Iterator[Problem]:
        entry, change = outcome.entry, outcome.change
        decision = DECISION[change.decision or ""]
        if decision.code == "new":
            yield self._at(entry, "new-on-plan")
            return
        if decision.code == "merge":
            yield from self._merge(outcome)
        elif change.merge_with:
            yield self._at(entry, "merge-unasked", decision=decision.word)
        changed = [t for t in TOPICS if t not in {"decision", "merge_with"} and getattr(change, t)]
        titles = Text(
            "、".join(COLUMN[topic].title.ja for topic in changed),
            ", ".join(COLUMN[topic].title.en for topic in changed),
        )
        if decision.code in _ENDS:
            if changed:
                yield self._at(entry, "ended-with-changes", decision=decision.word, topics=titles)
            return
        if decision.code == "continue" and changed:
            yield self._at(entry, "continue-with-changes", topics=titles)
        yield from self._check_names(outcome)
        yield from self._measured(outcome)

    def _of_new(self, outcome: Resolved) -> Iterator[Problem]:
        entry, change = outcome.entry, outcome.change
        decision = DECISION[change.decision or ""]
        if decision.code in _ENDS:
            return  # settled: the plan is not added
        if decision.code != "new":
            yield self._at(entry, "not-new", decision=decision.word)
            return
        if not change.initiative and self._initiatives:
            yield self._at(entry, "new-without-initiative")
        if not change.new_lead:
            yield self._at(entry, "new-without-lead")
        for plan in self.plans.values():
            if fold(self.graph.nodes[plan]["title"]) == fold(entry.title):
                yield self._at(entry, "title-twice", other=short_name(self.graph.nodes[plan]))
        yield from self._check_names(outcome)
        yield from self._measured(outcome)

    def _merge(self, outcome: Resolved) -> Iterator[Problem]:
        entry = outcome.entry
        others = outcome.change.merge_with
        if not others:
            yield self._at(entry, "merge-alone")
        for other in others:
            if other == entry.number:
                yield self._at(entry, "merge-itself")
            elif other not in self.plans:
                yield self._at(entry, "merge-unknown", other=other)
            elif (decided := self.merges.decision(other)) in _ENDS:
                word = DECISION[decided].word
                yield self._at(entry, "merge-ended", other=other, decision=word)
        if entry.number in others or not set(others) <= self.plans.keys() or not others:
            return
        ends = self.merges.ends(entry.number or "")
        if not ends:
            path = " → ".join(self.merges.cycle(entry.number or ""))
            yield self._at(entry, "merge-cycle", path=path)
        elif len(ends) > 1:
            yield self._at(entry, "merge-scattered", others=listed(ends))

    def _check_names(self, outcome: Resolved) -> Iterator[Problem]:
        """Yield a department or an initiative that does not exist."""
        entry, change = outcome.entry, outcome.change
        if change.new_lead and fold(change.new_lead) not in self._departments:
            near = get_close_matches(change.new_lead, self._departments.values(), 1)
            hint = _NEAR.format(name=near[0]) if near else _NOTHING
            yield self._at(entry, "unknown-department", name=change.new_lead, near=hint)
        if change.initiative and change.initiative not in self._initiatives:
            yield self._at(entry, "unknown-initiative", name=change.initiative)

    @cached_property
    def _departments(self) -> dict[str, str]:
        """Every department that may be named, by its folded name."""
        known = [facts["name"] for _, facts in of_kind(self.graph, "Department")]
        return {fold(name): name for name in (*known, *self.decisions.departments)}

    @cached_property
    def _initiatives(self) -> set[str]:
        return set(headings_of(self.graph, self.decisions.document))

    def _measured(self, outcome: Resolved) -> Iterator[Problem]:
        """Yield new indicators and targets that do not fit each other."""
        entry, change = outcome.entry, outcome.change
        names, targets = lines(change.new_indicator), lines(change.new_target)
        for target in targets:
            if typed(target) is None:
                yield self._at(entry, "target-without-number", target=target)
        if targets and not names:
            numbers = self._numbers(entry)
            if len(numbers) != 1 or len(targets) != 1:
                yield self._at(entry, "target-without-indicator", target="、".join(targets))
        elif names and targets and len(names) != len(targets):
            yield self._at(
                entry, "indicators-unpaired", indicators=len(names), targets=len(targets)
            )
        elif names and not targets:
            yield self._at(entry, "indicator-without-target", indicator="、".join(names))

    def _numbers(self, entry: Entry) -> list[str]:
        """Return the indicators of a plan that have a number."""
        if entry.number is None:
            return []
        indicators = (
            indicator for _, indicator, _ in measures(self.graph, self.plans[entry.number])
        )
        return [each for each in indicators if self.graph.nodes[each]["measurable"]]


def lines(text: str | None) -> list[str]:
    """Return the lines of a text that are not empty."""
    return [line.strip() for line in (text or "").split("\n") if line.strip()]


def _answers(said: list[Said], topic: Topic, lang: Lang) -> str:
    """Return who says what: 見直し = 甲課・乙課、廃止 = 丙課."""
    by: dict[str, list[str]] = {}
    for each in said:
        by.setdefault(_topic_words(topic, getattr(each.change, topic), lang), []).append(each.by)
    return listed(f"{value} = {'・'.join(names)}" for value, names in by.items()).of(lang)


def _topic_words(topic: Topic, value: Any, lang: Lang) -> str:
    if topic == "decision":
        return DECISION[value].word.of(lang)
    return listed(value).of(lang) if isinstance(value, tuple) else str(value)
