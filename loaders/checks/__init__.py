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
    PeriodUnknown,
    TargetWithoutBaseline,
    UnitDiffers,
    YearOutsidePeriod,
)
from keikaku.graph.records import Finding, Records
from keikaku.loaders.checks import department_checks, indicator_checks, year_checks
from keikaku.loaders.lookup import Lookup

Check = Callable[[Records, Lookup], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    indicator_checks.targets_without_baseline,
    indicator_checks.baselines_without_target,
    indicator_checks.baselines_at_target,
    indicator_checks.units_that_differ,
    indicator_checks.plans_without_measurable_target,
    department_checks.unlikely_spellings,
    department_checks.unknown_departments,
    year_checks.period_unknown,
    year_checks.milestones_outside_period,
    year_checks.targets_outside_period,
    year_checks.baselines_not_before_target,
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
        PeriodUnknown,
        TargetWithoutBaseline,
        UnitDiffers,
        YearOutsidePeriod,
    )
)
"""The codes of the findings of checks; a fact that is corrected before them raises none."""


def run(records: Records) -> list[Finding]:
    """Return the findings of all checks; the records themselves are left as they are."""
    lookup = Lookup(records)
    return [finding for check in CHECKS for finding in check(records, lookup)]
