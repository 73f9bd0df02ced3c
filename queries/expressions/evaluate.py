"""Conditions and fields over a graph in memory: yes, no, or unknown (NetworkX での評価)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any, NamedTuple

from keikaku.graph.folding import search_form
from keikaku.graph.measures import units_of
from keikaku.queries import plan_filters
from keikaku.queries.expressions.derived import DERIVED
from keikaku.queries.expressions.field import (
    Count,
    Derived,
    Ends,
    Extreme,
    FarFact,
    Field,
    Length,
    Prop,
    Step,
    Steps,
    steps,
)
from keikaku.queries.expressions.field_tables import IN_TIME, SEARCHED
from keikaku.queries.expressions.fields import to_plans
from keikaku.queries.expressions.kinds_to_find import FINDABLE
from keikaku.queries.expressions.resolve import Resolved, Test, Those, lowered
from keikaku.queries.expressions.verdicts import (
    COMPARE,
    Verdict,
    all_of,
    any_of,
    earliest_year,
    extreme,
    latest_year,
    negated,
    running,
    within,
)
from keikaku.queries.graph_walks import Facts, Graph, along, document_of
from keikaku.queries.scope import name_of

_IN_TIME = {key: steps(way) for key, way in IN_TIME.items()}
_SEARCHED = tuple(map(steps, SEARCHED))


class NamedNode(NamedTuple):
    """A node as the value of a field."""

    id: str
    name: str


class Evaluator:
    """Evaluates conditions on nodes of a graph, and reads their fields."""

    def __init__(self, graph: Graph, document: str | None = None) -> None:
        """Read a graph; with a ``document``, shared nodes only as far as they concern it."""
        self.graph = graph
        self._document = document
        self._covered: dict[frozenset[str], set[str]] = {}

    def verdict(self, node: str, condition: Resolved | None) -> Verdict:
        """Return whether a condition holds for a node; no condition holds for all."""
        if condition is None:
            return True
        if isinstance(condition, Test):
            return self._held(node, condition)
        if isinstance(condition, Those):
            return self._of_those(node, condition)
        if condition[0] == "not":
            return negated(self.verdict(node, condition[1]))
        verdicts = (self.verdict(node, part) for part in condition[1])
        return all_of(verdicts) if condition[0] == "and" else any_of(verdicts)

    def values(self, node: str, field: Field) -> list[Any]:
        """Return the values of a field, each once.

        Nodes come as :class:`NamedNode`. For a field whose value is not certain, what is certain
        and what is possible come as a pair.
        """
        holders = self.ends(node, self.plan_steps(node)) if field.via_plans else [node]
        values: dict[Any, None] = {}
        for holder in holders:
            values.update(dict.fromkeys(self._with_doubt(holder, field)))
        return [*values]

    def _with_doubt(self, node: str, field: Field) -> list[Any]:
        source = field.source
        if isinstance(source, Extreme | Length):
            bounds = self._bounds(node, source)
            first = isinstance(source, Extreme) and source.least
            return [] if bounds is None else [bounds[::-1] if first else bounds]
        values = self._values(node, field)
        if field.is_open:
            return [(low, low + self._doubts(node, field)) for low in values]
        return values

    def plan_steps(self, node: str) -> Steps:
        """Return the steps from a node to its plans."""
        return to_plans(self.graph.nodes[node]["kind"])

    def ends(self, node: str, way: Steps) -> list[str]:
        """Return the nodes that steps lead to, each once, in the order in which they are met."""
        ahead = [node]
        bounded = self._document is not None and FINDABLE[self.graph.nodes[node]["kind"]].shared
        for step in way:
            ends = dict.fromkeys(end for start in ahead for end in self._step(start, step))
            ahead = [end for end in ends if not bounded or self._is_inside(end)]
        return ahead

    def _is_inside(self, node: str) -> bool:
        """Return whether a node belongs to the document, is shared, or is a document itself."""
        of_document = document_of(self.graph, node) in {"", self._document}
        return of_document or self.graph.nodes[node]["kind"] == "PlanDocument"

    def _step(self, start: str, step: Step) -> Iterator[str]:
        layer, seen = [start], {start}
        for times in range(step.most + 1):
            if times >= step.least:
                yield from (node for node in layer if self._is(node, step))
            if times == step.most:
                return
            layer = [
                end
                for node in layer
                for end in self._next(node, step)
                if not (end in seen or seen.add(end))  # type: ignore[func-returns-value]
            ]
            if not layer:
                return

    def _next(self, node: str, step: Step) -> Iterator[str]:
        ends = along(self.graph, node, step.relations, forward=step.forward)
        return (end for end, facts in ends if _carries(facts, step))

    def relations(self, node: str, step: Step) -> Iterator[tuple[str, Facts]]:
        """Yield the relations of one step from a node: the other end, and the relation's facts."""
        for end, facts in along(self.graph, node, step.relations, forward=step.forward):
            if _carries(facts, step) and self._is(end, step):
                yield end, facts

    def _is(self, node: str, step: Step) -> bool:
        facts = self.graph.nodes[node]
        has = step.has is None or facts.get(step.has) is not None
        return has and (step.kind is None or facts["kind"] in step.kind.split("|"))

    def _held(self, node: str, test: Test) -> Verdict:
        if not test.field.via_plans:
            return self._held_itself(node, test)
        plans = self.ends(node, self.plan_steps(node))
        return any_of(self._held_itself(plan, test) for plan in plans)

    def _held_itself(self, node: str, test: Test) -> Verdict:
        field = test.field
        if isinstance(field.source, Derived) and field.key == "text":
            return self._mentions(node, test)
        if isinstance(field.source, Derived) and field.key in _IN_TIME:
            return self._runs(node, test)
        if field.type == "flag":
            return self._flag(node, test)
        if isinstance(field.source, Extreme | Length):
            return _between(self._bounds(node, field.source), test)
        if isinstance(field.source, Count) and field.doubt and test.way in COMPARE:
            return self._at_least(node, test)
        return self._compare(node, test)

    def _of_those(self, node: str, those: Those) -> Verdict:
        """Return whether a condition holds for as many of the nodes that a field leads to."""
        holders = self.ends(node, self.plan_steps(node)) if those.field.via_plans else [node]
        return any_of(self._as_many(holder, those) for holder in holders)

    def _as_many(self, node: str, those: Those) -> Verdict:
        source = those.field.source
        if not isinstance(source, Ends):
            return None
        verdicts = [self.verdict(e, those.inner) for e in self.ends(node, self._way(node, source))]
        most = len(verdicts) - verdicts.count(False) + self._doubts(node, those.field)
        return within(verdicts.count(True), most, Test(those.field, those.way, (those.number,)))

    def _compare(self, node: str, test: Test) -> Verdict:
        if test.terms:
            return self._touches_by(node, test)
        field = test.field
        values = self._compared(node, field, by_name=test.way == "contains")
        if test.way == "unknown":
            return self._doubtful(node, test) and not any(v in test.values for v in values)
        if test.way == "present":
            # A range has no one value, but it is there.
            there = values or self.graph.nodes[node].get(field.unit_of or "")
            return True if there else self._or_doubt(node, test)
        if test.units and units_of(self.graph.nodes[node]).isdisjoint(test.units):
            return False
        if any(_fits(value, test) for value in values):
            return True
        return self._or_doubt(node, test)

    def _touches_by(self, node: str, test: Test) -> bool:
        """Return whether a plan touches a theme by some of its words; unknown marks are ignored."""
        return test.way == "one_of" and any(
            target in test.values and not set(test.terms).isdisjoint(facts.get("terms") or ())
            for _, target, facts in self.graph.out_edges(node, data=True)
            if facts["type"] == "TOUCHES"
        )

    def _at_least(self, node: str, test: Test) -> Verdict:
        """Compare a count that may be higher, because the source leaves values open."""
        (low,) = self._values(node, test.field)
        return within(low, low + self._doubts(node, test.field), test)

    def _doubts(self, node: str, field: Field) -> int:
        """Return how many more values a field may have than those known."""
        doubts = self.graph.nodes[node].get(field.doubt.fact) if field.doubt else None
        return len(doubts) if isinstance(doubts, list | tuple) else int(bool(doubts))

    def _or_doubt(self, node: str, test: Test) -> Verdict:
        return None if self._doubtful(node, test) else False

    def _doubtful(self, node: str, test: Test) -> bool:
        """Return whether the source leaves open if the field has one of the values."""
        doubt = test.field.doubt
        if doubt is None:
            return False
        doubts = self.graph.nodes[node].get(doubt.fact)
        if not doubt.is_list or not doubts:
            return bool(doubts)
        if test.way == "contains":
            return any(test.values[0] in lowered(name) for name in doubts)
        wanted = {node for node in test.values if node in self.graph}
        if not wanted:
            return test.way in {"present", "unknown"}
        names = self._names_covered(frozenset(wanted))
        return not names.isdisjoint(doubts)

    def _names_covered(self, wanted: frozenset[str]) -> set[str]:
        """Return the names of what is wanted and its parts, once: a theme has many ends."""
        if wanted not in self._covered:
            covered = plan_filters.covered(self.graph, wanted)
            self._covered[wanted] = {str(self.graph.nodes[each].get("name")) for each in covered}
        return self._covered[wanted]

    def _compared(self, node: str, field: Field, *, by_name: bool) -> list[Any]:
        """Return the values that a condition looks at: ids of nodes with what they are part of."""
        if isinstance(field.source, Ends) and not by_name:
            return self.ends(node, (*self._way(node, field.source), *field.source.wider))
        if isinstance(field.source, Ends):
            return [each.name for each in self._values(node, field)]
        return self._values(node, field)

    def _way(self, node: str, source: Ends) -> Steps:
        if source.instead and not self.ends(node, source.steps):
            return source.instead
        return source.steps

    def _values(self, node: str, field: Field) -> list[Any]:
        source, facts = field.source, self.graph.nodes[node]
        if isinstance(source, Ends):
            ends = self.ends(node, self._way(node, source))
            return [NamedNode(each, name_of(self.graph, each)) for each in ends]
        if isinstance(source, Count):
            return [len(self.ends(node, self._way(node, source.ends)))]
        if isinstance(source, FarFact):
            return [*self._far_facts(node, source)]
        if isinstance(source, Prop):
            return _own_values(facts, source)
        return self._derived(node, source.name) if isinstance(source, Derived) else []

    def _far_facts(self, node: str, source: FarFact) -> Iterator[Any]:
        ends = [self.graph.nodes[end] for end in self.ends(node, source.steps)]
        if source.last:
            last = max((facts[source.last] for facts in ends), default=None)
            ends = [facts for facts in ends if facts[source.last] == last]
        return (facts[source.fact] for facts in ends if facts.get(source.fact) is not None)

    def _derived(self, node: str, name: str) -> list[Any]:
        if name in _IN_TIME:
            return self._running_years(node, name)
        return DERIVED[name](self.graph.nodes[node]) if name in DERIVED else []

    def _running_years(self, node: str, name: str) -> list[int]:
        """Return the years in which a part of a node runs, surely or perhaps."""
        years: set[int] = set()
        for early, first, last, latest in self._spans(node, name):
            perhaps = name == "possible_year"
            years.update(range(early, latest + 1) if perhaps else range(first, last + 1))
        return sorted(years)

    def _spans(self, node: str, name: str) -> list[tuple[int, int, int, int]]:
        """Return the years of each part of a node: the inner span surely, the outer one perhaps."""
        return [
            (earliest_year(facts), first, facts.get("last_year") or first, latest_year(facts))
            for facts in (self.graph.nodes[end] for end in self.ends(node, _IN_TIME[name]))
            if (first := facts.get("first_year")) is not None
        ]

    def _flag(self, node: str, test: Test) -> Verdict:
        values = self._values(node, test.field)
        if test.way == "unknown":
            return not values
        return bool(values[0]) if values else None

    def _years(self, node: str, source: Extreme) -> Iterator[tuple[int, int]]:
        """Return the years of the parts of a node: stated ones, and until when they may go on."""
        for end in self.ends(node, source.steps):
            facts = self.graph.nodes[end]
            first = facts.get("first_year")
            if first is not None:
                last = facts.get("last_year") or first
                yield (earliest_year(facts), first) if source.least else (last, latest_year(facts))

    def _bounds(self, node: str, source: Extreme | Length) -> tuple[int, int] | None:
        """Return the least and the greatest value that a year, or a number of years, may have."""
        if isinstance(source, Extreme):
            years = [*self._years(node, source)]
            return extreme(years, least=source.least) if years else None
        begins = [*self._years(node, Extreme(source.steps, "first_year", least=True))]
        ends = [*self._years(node, Extreme(source.steps, "last_year", least=False))]
        if not begins:
            return None
        earliest, first = extreme(begins, least=True)
        last, latest = extreme(ends, least=False)
        return last - first + 1, latest - earliest + 1

    def _runs(self, node: str, test: Test) -> Verdict:
        """Return whether a part of a node runs in a year: surely, perhaps, or not."""
        spans = self._spans(node, test.field.key)
        if test.way in {"present", "unknown"}:
            doubtful = any((early, last) != (first, latest) for early, first, last, latest in spans)
            return bool(spans) if test.way == "present" else doubtful
        return any_of(running(*span, test) for span in spans)

    def _mentions(self, node: str, test: Test) -> Verdict:
        if test.way != "contains":
            return None
        parts = (end for way in _SEARCHED for end in self.ends(node, way))
        texts = (words for each in parts for _, words in plan_filters.texts(self.graph.nodes[each]))
        if any(test.values[0] in search_form(words) for words in texts):
            return True
        return False if self._has_prose else None

    @cached_property
    def _has_prose(self) -> bool:
        plans = (f for _, f in self.graph.nodes(data=True) if f["kind"] == "Plan")
        return any(facts.get("overview") or facts.get("vision") for facts in plans)


def _between(bounds: tuple[int, int] | None, test: Test) -> Verdict:
    if bounds is None:  # No source states when it begins or ends.
        return {"present": False, "unknown": True}.get(test.way)
    low, high = bounds
    if test.way in {"present", "unknown"}:
        return test.way == "present" or high != low
    return within(low, high, test)


def _own_values(facts: Facts, source: Prop) -> list[Any]:
    value = facts.get(source.fact)
    if source.part and value is not None:
        value = value.get(source.part)
    return [] if value is None else value if isinstance(value, list) else [value]


def _carries(facts: Facts, step: Step) -> bool:
    if step.fact is None:
        return True
    value = facts.get(step.fact)
    return value == step.value or (isinstance(value, list) and step.value in value)


def _fits(value: Any, test: Test) -> bool:
    if test.way == "one_of":
        return value in test.values
    if test.way == "contains":
        return test.values[0] in lowered(str(value))
    return COMPARE[test.way](value, test.values[0])
