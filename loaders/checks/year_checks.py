"""Checks of years (年度): a date outside the plan's period is often a slip of a digit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from keikaku.graph.findings import (
    BaselineNotBeforeTarget,
    PeriodUnknown,
    YearOutsidePeriod,
)
from keikaku.graph.records import Finding, Node, Records
from keikaku.graph.structure import number_of
from keikaku.graph.years import normal_years
from keikaku.loaders.checks.indicator_checks import indicators_of_plans, measure
from keikaku.loaders.lookup import Lookup
from keikaku.loaders.text import years_in

# A year before the period is no slip where the words go on to say what was done then, ...
PAST = re.compile(
    r"(策定|制定|改[定訂正]|作成|公表|設置|導入済|実施済|調査|版|から|より|以[降来前後]|比|実績|現在|時点|決算|当時|[~～\-―])"
)
# ... nor one after it where they look ahead.
AHEAD = re.compile(r"(以降|向け|見据え|目指|次期|次の|予定|[~～\-―])")
# A year that ends a span (R1～R5) stands for the whole span.
SPAN = re.compile(r"[~～\-―から]\s*$")
_REST_OF_DATE = re.compile(r"\)?\s*(?:\(.{1,8}?\))?\s*(?P<month>\d{1,2})\s*月|\s*\(.{1,8}?\)")
_NEAR = 15

MEASURES: tuple[Literal["target", "baseline"], ...] = ("target", "baseline")


class Dated(NamedTuple):
    """A year in a text: the fiscal year, and the words before and after it."""

    year: int
    before: str
    after: str


def period_unknown(records: Records, lookup: Lookup) -> Iterator[Finding]:
    """Yield that the document's period is not known, unless a reader has said so already."""
    said = any(finding.code == PeriodUnknown.code for finding in records.findings)
    document = lookup.nodes.get(str(records.document["id"]))
    if document is not None and _period(records) is None and not said:
        yield PeriodUnknown.at(document.id, document.evidence, words=None)


def milestones_outside_period(records: Records, lookup: Lookup) -> Iterator[Finding]:
    """Yield a milestone in a year, or naming a year, that the document does not cover."""
    period = _period(records)
    for milestone in lookup.of_kind("Milestone"):
        plan = lookup.plan_of(milestone.id)
        if plan is None or period is None:
            continue
        facts = milestone.facts
        own = [year for year in (facts["first_year"], facts["last_year"]) if year not in period]
        years = [one.year for one in dated(facts["text"]) if _is_slip(one, period)]
        for year in sorted({*own, *years}):
            yield _outside(milestone, plan, year, facts["text"])


def targets_outside_period(records: Records, lookup: Lookup) -> Iterator[Finding]:
    """Yield a target dated outside the period, or a baseline after it."""
    period = _period(records)
    if period is None:
        return
    for plan, indicator in indicators_of_plans(lookup):
        for which in MEASURES:
            as_of = (measure(indicator, which) or {}).get("as_of") or ""
            for one in dated(as_of):
                if one.year >= period.stop or (which == "target" and one.year < period.start):
                    yield _outside(indicator, plan, one.year, as_of)


def baselines_not_before_target(_: Records, lookup: Lookup) -> Iterator[Finding]:
    """Yield a baseline dated in its target's year or later: nothing can start from there."""
    for plan, indicator in indicators_of_plans(lookup):
        target, baseline = measure(indicator, "target"), measure(indicator, "baseline")
        if target is None or baseline is None:
            continue
        to, since = dated(target.get("as_of") or ""), dated(baseline.get("as_of") or "")
        if to and since and since[-1].year >= to[-1].year:
            yield BaselineNotBeforeTarget.at(
                indicator.id,
                indicator.evidence,
                plan=number_of(plan.facts),
                indicator=indicator.facts["name"],
                baseline=baseline["as_of"],
                target=target["as_of"],
            )


def dated(text: str) -> list[Dated]:
    """Return the fiscal years of a text that are written out with 年.

    2026年3月 belongs to 2025年度.
    """
    # Years are written in digits (令和⑧, 令和八年度), as years_in reads them.
    text, dates, start = normal_years(text), [], 0
    for year, words in years_in(text):
        at = text.index(words, start)
        start = at + len(words)
        if "年" not in words:
            continue
        rest = _REST_OF_DATE.match(text, start)
        month = int(rest["month"] or 0) if rest else 0
        fiscal = year - 1 if 1 <= month <= 3 and not words.endswith("度") else year
        dates.append(Dated(fiscal, text[:at], text[rest.end() if rest else start :]))
    return dates


def _is_slip(one: Dated, period: range) -> bool:
    if one.year in period or SPAN.search(one.before):
        return False
    excuse = PAST if one.year < period.start else AHEAD
    return not excuse.search(one.after[:_NEAR])


def _period(records: Records) -> range | None:
    first, last = records.document.get("first_year"), records.document.get("last_year")
    return range(first, last + 1) if first is not None and last is not None else None


def _outside(node: Node, plan: Node, year: int, words: str) -> Finding:
    return YearOutsidePeriod.at(
        node.id, node.evidence, plan=number_of(plan.facts), year=year, words=words
    )
