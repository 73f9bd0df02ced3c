"""The evidence of what makes a node fulfil a condition: of the relations that it asks about (根拠).

Only relations with evidence of their own count (a theme's mark, a guideline's line), in the parts
of a condition that are not negated. Both engines keep the same relations for a test.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from keikaku.queries import plan_filters
from keikaku.queries.expressions.field import Ends
from keikaku.queries.expressions.kinds_to_find import FINDABLE, FINDING
from keikaku.queries.expressions.resolve import Resolved, Test, lowered
from keikaku.queries.graph_walks import Evidence, Facts
from keikaku.queries.scope import name_of

if TYPE_CHECKING:
    from keikaku.queries.expressions.evaluate import Evaluator

_PROVEN = {
    "TOUCHES", "GROUNDED_IN", "INVOLVES", "RESPONSIBLE_FOR", "DEPENDS_ON", "RELATED_TO",
    "CONTRIBUTES_TO", "DISCLOSED_ON",
}  # fmt: skip
"""Relations that a source states at a place of their own."""
_WAYS = {"one_of", "contains", "present"}


def tests_of_relations(kind: str, condition: Resolved | None) -> tuple[Test, ...]:
    """Return the tests of a condition on nodes of a kind that relations with evidence decide."""
    if FINDABLE[kind].shared or kind == FINDING:
        return ()
    return tuple(_tests(condition))


def _tests(condition: Resolved | None) -> Iterator[Test]:
    match condition:
        case Test(field=field, way=way) if way in _WAYS and not field.via_plans:
            if isinstance(field.source, Ends) and not field.source.instead:
                last = field.source.steps[-1]
                if (last.least, last.most) == (1, 1) and _PROVEN.issuperset(last.relations):
                    yield condition
        case ("and" | "or", parts):
            for part in parts:
                yield from _tests(part)


def read_from_graph(evaluator: Evaluator, node: str, tests: Iterable[Test]) -> list[Evidence]:
    """Return the evidence of each relation by which a node passes the tests."""
    pieces = []
    for test in tests:
        source = test.field.source
        if not isinstance(source, Ends):
            continue
        *way, last = source.steps
        for holder in evaluator.ends(node, tuple(way)):
            pieces += [
                of_terms(facts["evidence"], test)
                for end, facts in evaluator.relations(holder, last)
                if _passes(evaluator, end, facts, test)
            ]
    return pieces


def _passes(evaluator: Evaluator, end: str, facts: Facts, test: Test) -> bool:
    if test.terms and set(test.terms).isdisjoint(facts.get("terms") or ()):
        return False
    if test.way == "contains":
        return test.values[0] in lowered(name_of(evaluator.graph, end))
    wider = test.field.source.wider if isinstance(test.field.source, Ends) else ()
    return test.way == "present" or not set(test.values).isdisjoint(evaluator.ends(end, wider))


def in_order(lists: Iterable[Evidence]) -> Evidence:
    """Return all pieces of evidence, each once, in the order of their places."""
    pieces: Evidence = []
    for evidence in lists:
        pieces += [piece for piece in evidence if piece not in pieces]
    return sorted(pieces, key=_place)


def _place(piece: dict[str, Any]) -> tuple[Any, ...]:
    numbers = (piece.get("page") or 0, piece.get("line") or 0)
    words = (str(piece.get(name) or "") for name in ("sheet", "cell", "quote"))
    return (*numbers, *words, str(sorted(piece.items())))


def of_terms(evidence: Evidence, test: Test) -> Evidence:
    """Return the evidence of the words that a test means, where it means some of a theme's."""
    return plan_filters.term_evidence(evidence, test.terms) if test.terms else evidence
