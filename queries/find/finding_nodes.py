"""Findings as nodes of a graph in memory, so that they can be found like all others."""

from __future__ import annotations

from keikaku.graph.structure import plan_of
from keikaku.queries.expressions.kinds_to_find import ABOUT, FINDING
from keikaku.queries.graph_walks import Facts, Graph


def with_findings(graph: Graph) -> Graph:
    """Return a copy of a graph with its findings, each linked to the plan that it is about."""
    copied: Graph = graph.copy()
    for place, finding in enumerate(graph.graph["findings"]):
        node = f"{FINDING}/{place}"
        copied.add_node(node, **_facts(finding))
        plan = plan_of(graph, finding["node"] or "")
        if plan is not None:
            copied.add_edge(node, plan, type=ABOUT)
    return copied


def _facts(finding: Facts) -> Facts:
    seen = finding["evidence"][0] if finding["evidence"] else {}
    return {
        "kind": FINDING,
        "label": finding["message"],
        "name": finding["message"],
        "severity": finding["severity"],
        "code": finding["code"],
        "message": finding["message"],
        "suggestion": finding["suggestion"],
        "line": seen.get("line"),
        "settled": finding["settled"] is not None,
        "seen_in": seen.get("document"),
        "node": finding["node"],
        "evidence": finding["evidence"],
    }
