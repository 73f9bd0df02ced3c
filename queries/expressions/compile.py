"""Conditions and fields as Cypher: from the same declaration, the same verdict (Cypher への変換).

Cypher's own logic has three values, so yes, no and unknown are true, false and null. Every typed
value is a parameter.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from keikaku.graph.kinds import KIND
from keikaku.queries.cypher import fragments
from keikaku.queries.expressions.field import (
    Count,
    Derived,
    Doubt,
    Ends,
    Extreme,
    FarFact,
    Field,
    Length,
    Prop,
    Steps,
    steps,
)
from keikaku.queries.expressions.field_tables import IN_TIME, SEARCHED
from keikaku.queries.expressions.fields import to_plans
from keikaku.queries.expressions.kinds_to_find import FINDABLE
from keikaku.queries.expressions.patterns import pattern
from keikaku.queries.expressions.resolve import Resolved, Test, Those

_LATEST = "coalesce(x.latest_year, x.last_year, x.first_year)"
_LAST = "coalesce(x.last_year, x.first_year)"
_EARLIEST = "coalesce(x.earliest_year, x.first_year)"
_SPANS = {
    "year": f"[x.first_year, {_LAST}]",
    "scheduled_year": f"[x.first_year, {_LAST}]",
    "possible_year": f"[{_EARLIEST}, {_LATEST}]",
}
"""The years in which a part of a node runs, surely or perhaps."""
_DERIVED = {
    "gap": "CASE WHEN {n}.at_target IS NOT NULL AND {n}.target_value IS NOT NULL "
    "THEN [{n}.target_value - {n}.baseline_value] ELSE [] END",
    "gap_size": "CASE WHEN {n}.at_target IS NOT NULL AND {n}.target_value IS NOT NULL "
    "THEN [abs({n}.target_value - {n}.baseline_value)] ELSE [] END",
    "rate": "CASE WHEN {n}.at_target IS NOT NULL AND {n}.target_value IS NOT NULL "
    "AND {n}.baseline_value <> 0 "
    "THEN [toFloat({n}.target_value) / {n}.baseline_value] ELSE [] END",
    "reached": "CASE WHEN {n}.at_target IS NULL THEN [] "
    "WHEN {n}.direction = 'maintain' AND NOT {n}.target_comparator IN ['>=', '>', '<=', '<'] "
    "THEN CASE WHEN {n}.target_value = {n}.baseline_value THEN [true] ELSE [] END "
    "ELSE [{n}.at_target] END",
    "at_target": "[x IN [{n}.at_target] WHERE x IS NOT NULL]",
    "unit": "coalesce({n}.units, [])",
    "target_year": "[x IN [{n}.target_fiscal_year] WHERE x IS NOT NULL]",
    "baseline_year": "[x IN [{n}.baseline_fiscal_year] WHERE x IS NOT NULL]",
}
_LISTS = {fact.name for kind in KIND.values() for fact in kind.facts if fact.type == "texts"}
"""Properties that hold a list."""

_SIGNS = ("=", ">=", "<=", ">", "<")


class Compiler:
    """Turns conditions on ``n``, a node of a kind, into Cypher, and collects the parameters."""

    def __init__(
        self,
        kind: str,
        has_prose: Callable[[], bool],
        document: str | None = None,
        outer: Compiler | None = None,
    ) -> None:
        self.kind = kind
        self._document = document
        self._within = document is not None and FINDABLE[kind].shared
        self._has_prose = has_prose
        self.values: dict[str, Any] = outer.values if outer else {}
        self.depth: int = outer.depth + 1 if outer else 0
        # Names in brackets must differ from the names outside.
        self._plan = f"p{self.depth or ''}"

    def verdict(self, condition: Resolved | None, n: str = "n") -> str:
        """Return an expression that is true, false or null."""
        if condition is None:
            return "true"
        if isinstance(condition, Test):
            return self._held(condition, n)
        if isinstance(condition, Those):
            return self._of_those(condition, n)
        if condition[0] == "not":
            return f"(NOT {self.verdict(condition[1], n)})"
        word = f" {condition[0].upper()} "
        parts = [self.verdict(part, n) for part in condition[1]]
        return f"({word.join(parts)})"

    def column(self, field: Field, n: str = "n") -> str:
        """Return an expression that is the list of a field's values, nodes as ``[id, name]``.

        For a field whose value may be another one, a value is ``[certain, possible]``.
        """
        if not field.via_plans:
            return self._with_doubt(field, n)
        plan = self._plan
        inner = self._with_doubt(field._replace(via_plans=False), plan)
        listed = self._list(n, to_plans(self.kind), plan, plan)
        return f"reduce(all = [], {plan} IN {listed} | all + {inner})"

    def _with_doubt(self, field: Field, n: str) -> str:
        source = field.source
        if isinstance(source, Extreme | Length):
            low, high = self._bounds(source, n)
            certain_first = isinstance(source, Length) or not source.least
            pair = f"[{low}, {high}]" if certain_first else f"[{high}, {low}]"
            return f"[pair IN [{pair}] WHERE pair[0] IS NOT NULL]"
        if field.is_open:
            more = self._doubts(field, n)
            return f"[low IN {self._column(field, n)} | [low, low + {more}]]"
        return self._column(field, n)

    def _column(self, field: Field, n: str) -> str:
        source = field.source
        if isinstance(source, Ends):
            return self._ends(source, n, f"[x.id, {fragments.called('x', field.leads_to)}]")
        if isinstance(source, Count):
            ids = self._ends(source.ends, n, "x.id")
            return f"[COUNT {{ UNWIND {ids} AS id RETURN DISTINCT id }}]"
        if isinstance(source, FarFact):
            there = f"x.{source.fact} IS NOT NULL"
            if source.last:
                later = pattern(n, source.steps, "y", "1", f"y.{source.last} > x.{source.last}")
                there += f" AND size({later}) = 0"
            return self._list(n, source.steps, "x", f"x.{source.fact}", there)
        return self._own(field, n)

    def _own(self, field: Field, n: str) -> str:
        source = field.source
        if isinstance(source, Derived) and source.name in _SPANS:
            way, span = steps(IN_TIME[source.name]), _SPANS[source.name]
            spans = self._list(n, way, "x", span, "x.first_year IS NOT NULL")
            years = f"UNWIND {spans} AS span UNWIND range(span[0], span[1]) AS year"
            return f"COLLECT {{ {years} RETURN DISTINCT year ORDER BY year }}"
        if isinstance(source, Derived):
            return _DERIVED[source.name].format(n=n) if source.name in _DERIVED else "[]"
        if not isinstance(source, Prop):
            return "[]"
        name = f"{source.fact}_{source.part}" if source.part else source.fact
        values = f"coalesce({n}.{name}, [])" if name in _LISTS else f"[{n}.{name}]"
        return f"[each IN {values} WHERE each IS NOT NULL]"

    def _list(self, n: str, way: Steps, end: str, variable: str, where: str = "") -> str:
        """Return a list of the nodes that steps lead to; from shared nodes, only the document's."""
        inside = self._within and n != self._plan
        return pattern(n, way, end, variable, where, inside=inside)

    def _ends(self, source: Ends, n: str, variable: str, further: Steps = ()) -> str:
        ends = self._list(n, (*source.steps, *further), "x", variable)
        if not source.instead:
            return ends
        other = self._list(n, (*source.instead, *further), "x", variable)
        there = self._list(n, source.steps, "x", "x.id")
        return f"CASE WHEN size({there}) > 0 THEN {ends} ELSE {other} END"

    def _reduced(self, source: Extreme, n: str, variable: str) -> str:
        listed = self._list(n, source.steps, "x", variable, "x.first_year IS NOT NULL")
        sign = "<=" if source.least else ">="
        # No min() here: the server would take it for an aggregation of the statement itself.
        return f"reduce(best = null, y IN {listed} | CASE WHEN best {sign} y THEN best ELSE y END)"

    def _held(self, test: Test, n: str) -> str:
        if not test.field.via_plans:
            return self._held_itself(test, n)
        return self._any_plan(n, self._held_itself(test, self._plan))

    def _any_plan(self, n: str, inner: str) -> str:
        plan = self._plan
        return f"any({plan} IN {self._list(n, to_plans(self.kind), plan, plan)} WHERE {inner})"

    def _of_those(self, those: Those, n: str) -> str:
        if not those.field.via_plans:
            return self._as_many(those, n)
        return self._any_plan(n, self._as_many(those, self._plan))

    def _as_many(self, those: Those, n: str) -> str:
        """Compare how many nodes fulfil a condition, at least and at most, with a number."""
        source, field = those.field.source, those.field
        if not isinstance(source, Ends):
            return "null"
        inner = Compiler(str(field.leads_to), self._has_prose, self._document, self)
        each = f"m{inner.depth}"
        verdict = inner.verdict(those.inner, each)
        ends = self._ends(source, n, "x")
        nodes = f"COLLECT {{ UNWIND {ends} AS {each} RETURN DISTINCT {each} }}"
        if field.doubt is None and (those.way, those.number) == (">=", 1):
            return f"any({each} IN {nodes} WHERE {verdict})"
        more = f" + {self._doubts(field, n)}" if field.doubt else ""
        low, high = (f"size([v IN held WHERE {kept}])" for kept in ("v", "v IS NULL OR v"))
        bounds = f"[held IN [[{each} IN {nodes} | {verdict}]] | [{low}, {high}{more}]]"
        return self._interval(bounds, Test(field, those.way, (those.number,)))

    def _held_itself(self, test: Test, n: str) -> str:
        field = test.field
        if isinstance(field.source, Derived) and field.key == "text":
            return self._mentions(test, n)
        if isinstance(field.source, Derived) and field.key in IN_TIME:
            return self._runs(test, n)
        if field.type == "flag":
            value = f"{self._own(field, n)}[0]"
            return f"({value} IS NULL)" if test.way == "unknown" else value
        if isinstance(field.source, Extreme | Length):
            return self._between(field.source, test, n)
        if isinstance(field.source, Count) and field.doubt and test.way in _SIGNS:
            return self._at_least(test, n)
        return self._compared(test, n)

    def _compared(self, test: Test, n: str) -> str:
        if test.terms:
            return self._touches_by(test, n)
        listed = self._looked_at(test, n)
        doubt = self._doubt(test, n)
        if test.way == "unknown":
            if doubt is None:
                return "false"
            return f"({doubt} AND NOT any(v IN {listed} WHERE v IN {self.value(test.values)}))"
        if test.field.unit_of and test.way == "present":
            return f"({n}.{test.field.unit_of} IS NOT NULL)"  # a range has no one value
        held = f"size({listed}) > 0" if test.way == "present" else self._any(test, listed)
        if test.units:
            units = self.value(test.units)
            held = f"({held} AND any(u IN coalesce({n}.units, []) WHERE u IN {units}))"
        if doubt is None:
            return f"({held})"
        return f"(CASE WHEN {held} THEN true WHEN {doubt} THEN null ELSE false END)"

    def _touches_by(self, test: Test, n: str) -> str:
        if test.way != "one_of":
            return "false"
        held = f"any(term IN r.terms WHERE term IN {self.value(test.terms)})"
        condition = f"x.id IN {self.value(test.values)}"
        return f"(size([({n})-[r:TOUCHES]->(x:Theme) WHERE {condition} AND {held} | 1]) > 0)"

    def _looked_at(self, test: Test, n: str) -> str:
        source = test.field.source
        if not isinstance(source, Ends):
            return self._column(test.field._replace(via_plans=False), n)
        if test.way == "contains":
            return self._ends(source, n, fragments.called("x", test.field.leads_to))
        return self._ends(source, n, "x.id", source.wider)

    def _any(self, test: Test, listed: str) -> str:
        if test.way == "one_of":
            return f"any(v IN {listed} WHERE v IN {self.value(test.values)})"
        value = self.value(test.values[0])
        if test.way == "contains":
            return f"any(v IN {listed} WHERE {lowered_text('v')} CONTAINS {value})"
        return f"any(v IN {listed} WHERE v {test.way} {value})"

    def _doubt(self, test: Test, n: str) -> str | None:
        doubt = test.field.doubt
        if doubt is None:
            return None
        if not doubt.is_list:
            return f"coalesce({n}.{doubt.fact}, false)"
        doubts = f"coalesce({n}.{doubt.fact}, [])"
        if test.way == "contains":
            word = self.value(test.values[0])
            return f"any(m IN {doubts} WHERE {lowered_text('m')} CONTAINS {word})"
        if not test.values:
            return f"size({doubts}) > 0"
        value = self.value(test.values)
        return (
            f"EXISTS {{ (w:Theme)-[:PART_OF*0..{9}]->(r:Theme) "
            f"WHERE r.id IN {value} AND w.name IN {doubts} }}"
        )

    def _bounds(self, source: Extreme | Length, n: str) -> tuple[str, str]:
        """Return the least and the greatest value that a year, or a number of years, may have."""
        if isinstance(source, Extreme):
            low, high = (self._reduced(source, n, year) for year in _extreme(source))
            return low, high
        begins = Extreme(source.steps, "first_year", least=True)
        ends = Extreme(source.steps, "last_year", least=False)
        (earliest, first), (last, latest) = self._bounds(begins, n), self._bounds(ends, n)
        return f"({last} - {first} + 1)", f"({latest} - {earliest} + 1)"

    def _between(self, source: Extreme | Length, test: Test, n: str) -> str:
        low, high = self._bounds(source, n)
        if test.way == "present":
            return f"({low} IS NOT NULL)"
        if test.way == "unknown":
            return f"coalesce({low} <> {high}, true)"
        return self._interval(f"[[{low}, {high}]]", test)

    def _interval(self, bounds: str, test: Test) -> str:
        """Compare a number between two bounds with another one; null where both results can be.

        ``bounds`` is a list of one pair, so that the statement holds what they are only once.
        """
        value, low, high = self.value(test.values[0]), "pair[0]", "pair[1]"
        if test.way == "=":
            verdict = (
                f"WHEN NOT {low} <= {value} <= {high} THEN false WHEN {low} = {high} THEN true"
            )
        else:
            surely, perhaps = f"{low} {test.way} {value}", f"{high} {test.way} {value}"
            verdict = f"WHEN ({surely}) = ({perhaps}) THEN {surely}"
        verdict = f"CASE WHEN {low} IS NULL THEN null {verdict} ELSE null END"
        return f"[pair IN {bounds} | {verdict}][0]"

    def _at_least(self, test: Test, n: str) -> str:
        """Compare a count that may be higher, because the source leaves values open."""
        return self._interval(self._with_doubt(test.field._replace(via_plans=False), n), test)

    def _doubts(self, field: Field, n: str) -> str:
        """Return how many more values a field may have than those known."""
        doubt = field.doubt or Doubt("")
        doubts = f"{n}.{doubt.fact}"
        if doubt.is_list:
            return f"size(coalesce({doubts}, []))"
        return f"CASE WHEN {doubts} THEN 1 ELSE 0 END"

    def _runs(self, test: Test, n: str) -> str:
        way = steps(IN_TIME[test.field.key])
        timed = "x.first_year IS NOT NULL"
        if test.way == "present":
            return f"size({self._list(n, way, 'x', '1', timed)}) > 0"
        if test.way == "unknown":
            doubtful = f"({_LAST} <> {_LATEST} OR {_EARLIEST} <> x.first_year)"
            return f"size({self._list(n, way, 'x', '1', f'{timed} AND {doubtful}')}) > 0"
        value = self.value(test.values[0])
        if test.way == "=":
            sure, maybe = (
                f"x.first_year <= {value} <= {_LAST}",
                f"{_EARLIEST} <= {value} <= {_LATEST}",
            )
        elif test.way in {">=", ">"}:
            sure, maybe = f"{_LAST} {test.way} {value}", f"{_LATEST} {test.way} {value}"
        else:
            sure, maybe = f"x.first_year {test.way} {value}", f"{_EARLIEST} {test.way} {value}"
        surely = self._list(n, way, "x", "1", f"{timed} AND {sure}")
        perhaps = self._list(n, way, "x", "1", f"{timed} AND {maybe}")
        return (
            f"(CASE WHEN size({surely}) > 0 THEN true "
            f"WHEN size({perhaps}) > 0 THEN null ELSE false END)"
        )

    def _mentions(self, test: Test, n: str) -> str:
        if test.way != "contains":
            return "null"
        word = f"words CONTAINS {self.value(test.values[0])}"
        near = f"any(words IN x.search WHERE {word})"
        listed = (self._list(n, steps(way), "x", "1", near) for way in SEARCHED)
        return (
            f"(CASE WHEN {' OR '.join(f'size({each}) > 0' for each in listed)} THEN true "
            # Asked in advance, because the statement itself would read every plan.
            f"WHEN {self.value(self._has_prose())} THEN false ELSE null END)"
        )

    def value(self, value: Any) -> str:
        """Return the parameter that holds a value."""
        name = f"v{len(self.values)}"
        self.values[name] = [*value] if isinstance(value, tuple) else value
        return f"${name}"


def lowered_text(value: str) -> str:
    """Return the Cypher of a text in the form in which words are compared."""
    return f"toLower(normalize(toString({value}), NFKC))"


def _extreme(source: Extreme) -> tuple[str, str]:
    return (_EARLIEST, "x.first_year") if source.least else (_LAST, _LATEST)
