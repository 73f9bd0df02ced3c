"""The evidence of what makes a node fulfil a condition, in Cypher (条件の根拠)."""

from __future__ import annotations

from collections.abc import Iterable

from keikaku.queries.cypher import fragments
from keikaku.queries.expressions.compile import Compiler, lowered_text
from keikaku.queries.expressions.field import Ends
from keikaku.queries.expressions.patterns import path, pattern
from keikaku.queries.expressions.resolve import Test
from keikaku.queries.find.condition_evidence import of_terms
from keikaku.queries.graph_walks import Evidence


def in_cypher(compiler: Compiler, tests: Iterable[Test]) -> str:
    """Return a Cypher list: for each test a list of the evidence of the relations that pass."""
    return f"[{', '.join(_list(compiler, test) for test in tests)}]"


def _list(compiler: Compiler, test: Test) -> str:
    source = test.field.source
    if not isinstance(source, Ends):
        return "[]"
    text, kept = path("n", source.steps, "x", edge="r")
    if test.terms:
        kept.append(f"any(term IN r.terms WHERE term IN {compiler.value(test.terms)})")
    if test.way == "contains":
        called = lowered_text(fragments.called("x", test.field.leads_to))
        kept.append(f"{called} CONTAINS {compiler.value(test.values[0])}")
    elif test.way == "one_of":
        wanted = compiler.value(test.values)
        ends = pattern("x", source.wider, "w", "w.id")
        kept.append(f"any(v IN {ends} WHERE v IN {wanted})")
    where = f" WHERE {' AND '.join(kept)}" if kept else ""
    return f"[{text}{where} | r.evidence]"


def read_from_row(lists: Iterable[Iterable[Evidence]], tests: Iterable[Test]) -> list[Evidence]:
    """Return the evidence in the row of a server, a list for each test."""
    return [
        of_terms(evidence, test)
        for pieces, test in zip(lists, tests, strict=True)
        for evidence in pieces
    ]
