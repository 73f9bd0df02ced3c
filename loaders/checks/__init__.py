"""Checks (点検) over finished records: what a careful colleague would ask about.

They know the model, not the layout of any document, so that they serve every loader.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from keikaku.graph.findings import (
    BaselineAtTarget,
    BaselineNotBeforeTarget,
    BaselineWithoutTarget,
    DepartmentSpelling,
    DepartmentUnknown,
    NoMeasurableTarget,
    TargetWithoutBaseline,
    UnitDiffers,
    YearOutsidePeriod,
)
from keikaku.graph.records import Finding, Records
from keikaku.loaders.checks import departments, indicators, years
from keikaku.loaders.lookup import Lookup

Check = Callable[[Records, Lookup], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    indicators.targets_without_baseline,
    indicators.baselines_without_target,
    indicators.baselines_at_target,
    indicators.units_that_differ,
    indicators.plans_without_measurable_target,
    departments.unlikely_spellings,
    departments.unknown_departments,
    years.milestones_outside_period,
    years.targets_outside_period,
    years.baselines_not_before_target,
)
"""Every check, in the order in which its findings are listed."""


RAISED: frozenset[str] = frozenset(
    kind.code
    for kind in (
        BaselineAtTarget,
        BaselineNotBeforeTarget,
        BaselineWithoutTarget,
        DepartmentSpelling,
        DepartmentUnknown,
        NoMeasurableTarget,
        TargetWithoutBaseline,
        UnitDiffers,
        YearOutsidePeriod,
    )
)
"""The codes of what checks find; a fact put right before them leaves nothing to find."""


def run(records: Records) -> list[Finding]:
    """The findings of all checks; the records themselves are left as they are."""
    lookup = Lookup(records)
    return [finding for check in CHECKS for finding in check(records, lookup)]
