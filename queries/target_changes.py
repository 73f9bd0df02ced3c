"""How the targets of two editions differ (目標値の見直し): more ambitious, less, or not comparable.

Indicators are paired by the same name, then by names that are alike
(:mod:`keikaku.queries.similarity`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from keikaku.graph.measures import better_direction, in_unit_of, same_unit
from keikaku.queries.graph_walks import Facts, Graph, in_order, leaving, parts
from keikaku.queries.names import fold
from keikaku.queries.similarity import SimilarPair, best_matching, similar_pairs

Direction = Literal[
    "more_ambitious", "less_ambitious", "unit_changed", "not_comparable", "added", "dropped"
]
LEAST = 0.5
"""The least similarity with which two names can be the same indicator."""


@dataclass(frozen=True, slots=True)
class TargetChange:
    """An indicator whose target differs, or that only one of the two editions has.

    ``change`` says how. ``name`` is the newer name, ``old_name`` the earlier one where it differs;
    ``score`` the similarity of the two names, None where they are the same.
    """

    change: Direction
    name: str
    old_name: str | None
    score: float | None
    before: dict[str, Any] | None
    after: dict[str, Any] | None


def retargeted(
    old: Graph, old_plans: Iterable[str], new: Graph, new_plans: Iterable[str]
) -> list[TargetChange]:
    """Return the indicators whose target differs, by the newer plans' order, dropped ones last."""
    before, after = _measured(old, old_plans), _measured(new, new_plans)
    pairs = _pairs(before, after)
    used = {pair.old for pair in pairs}
    changes = []
    for node, facts in after.items():
        pair = next((pair for pair in pairs if pair.new == node), None)
        if pair is None:
            target = facts.get("target")
            changes.append(TargetChange("added", facts["name"], None, None, None, target))
            continue
        earlier = before[pair.old]
        change = judged(earlier, facts)
        if change is not None:
            same = fold(earlier["name"]) == fold(facts["name"])
            changes.append(
                TargetChange(
                    change,
                    facts["name"],
                    None if same else earlier["name"],
                    None if same else pair.score,
                    earlier.get("target"),
                    facts.get("target"),
                )
            )
    for node, facts in before.items():
        if node not in used:
            target = facts.get("target")
            changes.append(TargetChange("dropped", facts["name"], None, None, target, None))
    return changes


def judged(old: Facts, new: Facts) -> Direction | None:  # noqa: PLR0911 - one for each answer
    """Return how the target of an indicator differs; None where it does not.

    More ambitious means further in the better direction, which either edition states: by its
    comparator (以上, 以下), by its ``direction``, or by the way from its baseline to its target.
    """
    before, after = old.get("target"), new.get("target")
    if before is None and after is None:
        return None
    if before is None or after is None:
        return "added" if before is None else "dropped"
    if not same_unit(before, after):
        return "unit_changed"
    better = {way for way in (_better(old), _better(new)) if way is not None}
    after = in_unit_of(after, before)
    if before["value"] is None or after["value"] is None:
        same = all(before.get(end) == after.get(end) for end in ("value", "low", "high"))
        return None if same else "not_comparable"
    if before["value"] == after["value"]:
        # 以上 to 以下 reverses the target; "=" to 以上 says the same more clearly.
        return "not_comparable" if len(better) > 1 else None
    if len(better) != 1 or "maintain" in better:
        return "not_comparable"
    further = after["value"] > before["value"]
    return "more_ambitious" if further == ("increase" in better) else "less_ambitious"


def _better(facts: Facts) -> str | None:
    target, baseline = facts["target"], facts.get("baseline")
    better = better_direction(target, facts.get("direction"))
    if better or baseline is None or not same_unit(target, baseline):
        return better
    baseline = in_unit_of(baseline, target)
    if target["value"] is None or baseline["value"] is None:
        return None
    if target["value"] == baseline["value"]:
        return None
    return "increase" if target["value"] > baseline["value"] else "decrease"


def _measured(graph: Graph, plans: Iterable[str]) -> dict[str, Facts]:
    """Return the indicators of plans and of their components, in order."""
    measured: dict[str, Facts] = {}
    for plan in plans:
        for holder in (plan, *(part for part, _ in parts(graph, plan, "Component"))):
            for node, _ in in_order(leaving(graph, holder, "MEASURED_BY")):
                measured[node] = graph.nodes[node]
    return measured


def _pairs(before: Mapping[str, Facts], after: Mapping[str, Facts]) -> list[SimilarPair]:
    left, right = dict(before), dict(after)
    pairs = []
    for node, facts in after.items():
        same = [
            old for old, old_facts in left.items() if fold(old_facts["name"]) == fold(facts["name"])
        ]
        if same:
            pairs.append(SimilarPair(same[0], node, 1.0))
            del left[same[0]], right[node]
    names = [{node: facts["name"] for node, facts in side.items()} for side in (left, right)]
    return pairs + best_matching(similar_pairs(names[0], names[1], LEAST))
