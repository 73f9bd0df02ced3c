"""Whether the plans of a source are alike (内容のそろわない計画).

A form or a list states the same facts of each plan. Where a fifth to three quarters of what was
read as plans have a number, a department or a text, and the others lack several of these, rows of
something else may have become plans, or columns may have been taken wrong. No label shows that:
all of them were read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from keikaku.graph.findings import FINDINGS
from keikaku.graph.records import Finding, Records

_FEWEST_PLANS = 4
_SOME, _MOST = 0.2, 0.75
_OWN = ("number", "category", "problem", "overview")
_CORE = frozenset((*_OWN, "RESPONSIBLE_FOR", "HAS_PART"))


def remarks_on_plans(records: Records) -> Iterator[Finding]:
    """Yield a finding where many plans lack what the others state."""
    plans = [node.id for node in records.nodes if node.kind == "Plan"]
    count = _lacking(records)
    if count:
        document = records.document["id"]
        yield FINDINGS["plans-uneven"].at(document, [], count=count, plans=len(plans))


def _lacking(records: Records) -> int:
    """Return how many plans lack two or more facts that others state; 0 where they are alike."""
    has = {
        plan.id: {fact for fact in _OWN if plan.facts.get(fact)}
        for plan in records.nodes
        if plan.kind == "Plan"
    }
    for edge in records.edges:
        for node in (edge.source, edge.target):
            if node in has:
                has[node].add(edge.type)
    if len(has) < _FEWEST_PLANS:
        return 0
    count = Counter(fact for facts in has.values() for fact in facts)
    patchy = {
        fact
        for fact in (*_CORE, "MEASURED_BY", "HAS_BUDGET")
        if _SOME * len(has) <= count[fact] < _MOST * len(has)
    }
    if len(patchy) <= 1 or not patchy & _CORE:
        return 0
    return sum(len(patchy - facts) > 1 for facts in has.values())
