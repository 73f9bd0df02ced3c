"""Files of earlier versions: their content as the present version would have written it.

What is no graph at all passes through unchanged; :mod:`keikaku.graph.validation` says what is wrong
with it.
"""

from __future__ import annotations

from typing import Any

from keikaku.graph.records import SCHEMA

FIRST = "keikaku/1"
"""The version before this one."""

_MEASURES = ("target", "baseline")
_NEW_IN_MEASURES = ("fiscal_year", "low", "high", "cumulative")


def upgrade(payload: Any) -> Any:
    """Return the content of a graph file as ``keikaku/2``, whichever version it was written in.

    Files of ``keikaku/1`` told of a milestone only where it may go on (``may_continue``), and
    measures without their year and the ends of a range.
    """
    if not isinstance(payload, dict) or payload.get("schema") != FIRST:
        return payload
    nodes = payload.get("nodes")
    if isinstance(nodes, list):
        payload = {**payload, "nodes": [_node(node) for node in nodes]}
    return {**payload, "schema": SCHEMA}


def _node(node: Any) -> Any:
    if not isinstance(node, dict):
        return node
    if node.get("kind") == "Milestone":
        return _milestone(node)
    if node.get("kind") == "Indicator":
        return {k: _measure(v) if k in _MEASURES else v for k, v in node.items()}
    return node


def _milestone(node: dict[str, Any]) -> dict[str, Any]:
    """Return a milestone that says whether it continues, in place of ``may_continue``."""
    facts = dict(node)
    evidence = facts.pop("evidence", None)
    may_continue = facts.pop("may_continue", None)
    if may_continue not in (None, True, False):
        return node
    facts["continues"] = "unknown" if may_continue else "no"
    return facts if evidence is None else {**facts, "evidence": evidence}


def _measure(measure: Any) -> Any:
    if not isinstance(measure, dict):
        return measure
    return {**measure, **{name: measure.get(name) for name in _NEW_IN_MEASURES}}
