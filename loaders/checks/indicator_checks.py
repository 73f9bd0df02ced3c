"""Checks of targets (目標値) against their baselines (現況値)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any, Literal

from keikaku.graph.findings import (
    BaselineAtTarget,
    BaselineWithoutTarget,
    NoMeasurableTarget,
    TargetWithoutBaseline,
    UnitDiffers,
)
from keikaku.graph.measures import at_target, format_measure, same_unit
from keikaku.graph.records import Finding, Measure, Node, Records
from keikaku.graph.structure import number_of
from keikaku.loaders.lookup import Lookup


def targets_without_baseline(_: Records, lookup: Lookup) -> Iterator[Finding]:
    """Yield a target with a number that no baseline belongs to."""
    for plan, indicator in indicators_of_plans(lookup):
        if not _measurable(indicator) or _has_actual_values(indicator):
            continue
        if measure(indicator, "baseline") is None:
            yield TargetWithoutBaseline.at(
                indicator.id,
                indicator.evidence,
                plan=number_of(plan.facts),
                indicator=indicator.facts["name"],
            )


def _has_actual_values(indicator: Node) -> bool:
    """Return whether values that were reached in earlier years stand for a baseline."""
    return any(value["kind"] == "actual" for value in indicator.facts.get("values") or ())


def baselines_without_target(_: Records, lookup: Lookup) -> Iterator[Finding]:
    """Yield a baseline that belongs to no target with a number."""
    for plan, indicator in indicators_of_plans(lookup):
        lonely = measure(indicator, "baseline") is not None and not indicator.facts.get("relative")
        if lonely and measure(indicator, "target") is None:
            yield BaselineWithoutTarget.at(
                indicator.id,
                indicator.evidence,
                plan=number_of(plan.facts),
                indicator=indicator.facts["name"],
            )


def baselines_at_target(_: Records, lookup: Lookup) -> Iterator[Finding]:
    """Yield a baseline at its target or past it; to hold what is reached (維持) is a target too."""
    for plan, indicator in indicators_of_plans(lookup):
        target, baseline = measure(indicator, "target"), measure(indicator, "baseline")
        if target is None or baseline is None:
            continue
        facts = {**indicator.facts, "target": target, "baseline": baseline}
        if at_target(facts) and facts.get("direction") != "maintain":
            yield BaselineAtTarget.at(
                indicator.id,
                indicator.evidence,
                plan=number_of(plan.facts),
                indicator=indicator.facts["name"],
                baseline=_printed(baseline),
                target=_printed(target),
            )


def units_that_differ(_: Records, lookup: Lookup) -> Iterator[Finding]:
    """Yield a target and its baseline that cannot be compared, for their units differ."""
    for plan, indicator in indicators_of_plans(lookup):
        target, baseline = measure(indicator, "target"), measure(indicator, "baseline")
        if target is not None and baseline is not None and not same_unit(target, baseline):
            yield UnitDiffers.at(
                indicator.id,
                indicator.evidence,
                plan=number_of(plan.facts),
                indicator=indicator.facts["name"],
                target=_printed(target),
                baseline=_printed(baseline),
            )


def plans_without_measurable_target(_: Records, lookup: Lookup) -> Iterator[Finding]:
    """Yield a plan none of whose indicators, components included, has a target with a number."""
    measured = {
        plan.id for plan, indicator in indicators_of_plans(lookup) if _measurable(indicator)
    }
    for plan in lookup.of_kind("Plan"):
        if plan.id not in measured:
            yield NoMeasurableTarget.at(plan.id, plan.evidence, plan=number_of(plan.facts))


def indicators_of_plans(lookup: Lookup) -> Iterator[tuple[Node, Node]]:
    """Yield every indicator that a plan or its component is measured by, after that plan."""
    for indicator in lookup.of_kind("Indicator"):
        plan = lookup.plan_of(indicator.id)
        if plan is not None:
            yield plan, indicator


def measure(indicator: Node, which: Literal["target", "baseline"]) -> dict[str, Any] | None:
    """Return the target or the baseline of an indicator as a plain dict, or None."""
    value = indicator.facts.get(which)
    return asdict(value) if isinstance(value, Measure) else value


def _measurable(indicator: Node) -> bool:
    return indicator.facts.get("measurable", True) and measure(indicator, "target") is not None


def _printed(measure: dict[str, Any]) -> str:
    """Return a measure as it was printed, or put together where the words were not kept."""
    if measure.get("raw"):
        return str(measure["raw"])
    return format_measure(measure | {"as_of": None}, "ja")
