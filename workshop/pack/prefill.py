"""What the form already contains: the direction of a plan's last evaluation (今後の方向性)."""

from __future__ import annotations

from keikaku.graph.language import Lang, Text
from keikaku.graph.network import Graph
from keikaku.queries.plans.reasons import latest_evaluations
from keikaku.workshop.decision_codes import DECISION

_DECIDED = {
    "expand": "revise",
    "continue": "continue",
    "improve": "revise",
    "shrink": "revise",
    "merge": "merge",
    "end": "drop",
    "done": "complete",
}
"""The decision that a direction of an evaluation stands for."""

_REASON = Text("{year}年度の評価: {words}", "Evaluation of FY {year}: {words}")
_ORDER = ("outside", "head", "department")
"""Whose evaluation counts first."""


def prefilled(graph: Graph, plan: str, lang: Lang) -> dict[str, str]:
    """Return the texts of the columns that a plan's last evaluation fills; none without one."""
    directed = [each for each in latest_evaluations(graph, plan) if each.get("direction")]
    if not directed:
        return {}
    last = min(directed, key=lambda each: _rank(each.get("by")))
    words = last.get("direction_text") or DECISION[_DECIDED[last["direction"]]].word.of(lang)
    return {
        "decision": DECISION[_DECIDED[last["direction"]]].word.of(lang),
        "reason": _REASON.format(year=last["fiscal_year"], words=words).of(lang),
    }


def _rank(by: str | None) -> int:
    return _ORDER.index(by) if by in _ORDER else len(_ORDER)
