"""Actual values and targets by fiscal year that the plan itself prints (原本に記載の実績値)."""

from __future__ import annotations

from typing import Any

from keikaku.graph.measures import in_unit_of, same_unit
from keikaku.queries.graph_walks import Facts, Graph, of_kind
from keikaku.workshop.progress.progress_records import Actual

_OF_MEASURE = ("value", "unit", "comparator", "qualifier", "as_of", "raw", "fiscal_year")


def with_printed_target(facts: Facts) -> Facts:
    """Return the facts of an indicator; one without a target gets that of the last year with one.

    The target has its year, so that it is judged by that year and not by the end of the plan.
    """
    if facts.get("target") is not None:
        return facts
    targets = [each for each in _values(facts) if each["kind"] == "target"]
    if not targets:
        return facts
    last = max(targets, key=lambda each: each["fiscal_year"])
    target = {name: last.get(name) for name in (*_OF_MEASURE, "low", "high", "cumulative")}
    target["as_of"] = target["as_of"] or f"{last['fiscal_year']}年度"
    return {**facts, "target": target}


def actuals_of(facts: Facts, actuals: list[Actual]) -> list[Actual]:
    """Return the actual values by year: of a progress file, for other years the printed ones.

    Printed values are left out where their unit cannot be compared with the target's.
    """
    target = with_printed_target(facts).get("target")
    known = {each.year: each for each in map(_actual, _printed(facts, target))}
    known |= {each.year: each for each in actuals}
    return [known[year] for year in sorted(known)]


def prints_actuals(graph: Graph) -> bool:
    """Return whether any indicator has an actual value that the plan prints."""
    return any(_printed(facts, None) for _, facts in of_kind(graph, "Indicator"))


def _printed(facts: Facts, target: dict[str, Any] | None) -> list[tuple[Facts, dict[str, Any]]]:
    return [
        (facts, each)
        for each in _values(facts)
        if each["kind"] == "actual" and (target is None or same_unit(target, each))
    ]


def _actual(printed: tuple[Facts, dict[str, Any]]) -> Actual:
    facts, value = printed
    seen = facts["evidence"][0] if facts["evidence"] else {}
    target = with_printed_target(facts).get("target")
    return Actual(
        value["fiscal_year"],
        (in_unit_of(value, target) if target else value)["value"],
        value["qualifier"],
        value["raw"],
        seen.get("sheet") or "",
        seen.get("cell") or "",
    )


def _values(facts: Facts) -> list[dict[str, Any]]:
    return [each for each in facts.get("values") or () if each["value"] is not None]
