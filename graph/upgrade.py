"""Convert the content of files of earlier versions into the present form.

Content that is no graph passes through unchanged; :mod:`keikaku.graph.validation` reports what is
wrong with it.
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

    Files of ``keikaku/1`` held of a milestone only how far it may go on (``may_continue``). Their
    measures had neither a year nor the ends of a range.
    """
    if not isinstance(payload, dict) or payload.get("schema") != FIRST:
        return payload
    nodes = payload.get("nodes")
    if isinstance(nodes, list):
        ends = _ends(payload)
        payload = {**payload, "nodes": [_node(node, ends) for node in nodes]}
    return {**payload, "schema": SCHEMA}


def _ends(payload: dict[str, Any]) -> dict[str, Any]:
    """Return the last year of each document, by the beginning of the ids of its nodes."""
    documents = payload.get("documents") or [payload.get("document")]
    return {
        f"{each.get('id')}/": each.get("last_year")
        for each in (documents if isinstance(documents, list) else ())
        if isinstance(each, dict)
    }


def _node(node: Any, ends: dict[str, Any]) -> Any:
    if not isinstance(node, dict):
        return node
    if node.get("kind") == "Milestone":
        return _milestone(node, ends)
    if node.get("kind") == "Indicator":
        return {k: _measure(v) if k in _MEASURES else v for k, v in node.items()}
    return node


def _milestone(node: dict[str, Any], ends: dict[str, Any]) -> dict[str, Any]:
    """Return a milestone that says whether it continues, in place of ``may_continue``.

    Such files did not state the latest year: it is at most the last year of the document.
    """
    facts = dict(node)
    evidence = facts.pop("evidence", None)
    may_continue = facts.pop("may_continue", None)
    if may_continue not in (None, True, False):
        return node
    carried = facts.get("last_year") != facts.get("first_year")
    facts["continues"] = "unknown" if may_continue else "yes" if carried else "no"
    latest = next((end for own, end in ends.items() if str(node.get("id")).startswith(own)), None)
    if may_continue and isinstance(latest, int):
        facts["latest_year"] = latest
    return facts if evidence is None else {**facts, "evidence": evidence}


def _measure(measure: Any) -> Any:
    if not isinstance(measure, dict):
        return measure
    return {**measure, **{name: measure.get(name) for name in _NEW_IN_MEASURES}}
