"""A year outside the period is reported where it is likely a mistake, not everywhere."""

from __future__ import annotations

import pytest

from keikaku.loaders.checks import run
from keikaku.loaders.checks.year_checks import dated
from tests.loaders.small_plan import SmallPlan, amount


def with_milestone(text: str, first: int = 2031, last: int | None = None) -> SmallPlan:
    plan = SmallPlan()
    number = plan.plan("1-1-1", "収納課")
    plan.indicator(number, "件数", amount(2, "件", ">="), amount(1, "件"))
    plan.milestone(plan.action(number, "改修"), text, first, last)
    return plan


def with_dates(target: str, baseline: str) -> SmallPlan:
    plan = SmallPlan()
    plan.indicator(
        plan.plan("1-1-1", "収納課"),
        "件数",
        amount(2, "件", ">=", as_of=target),
        amount(1, "件", as_of=baseline),
    )
    return plan


def years(plan: SmallPlan) -> list[int]:
    findings = run(plan.records)
    assert {finding.code for finding in findings} <= {"year-outside-period", "period-unknown"}
    outside = [finding for finding in findings if finding.code == "year-outside-period"]
    return [finding.details["year"] for finding in outside]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2013年度 供用開始", 2013),
        ("令和50年度 供用開始", 2068),
        ("2034年4月 供用開始", 2034),
        ("2030年1月 供用開始", 2029),
        ("平成31年度に開始", 2019),
        ("令和五十年度 供用開始", 2068),
    ],
)
def test_a_milestone_that_names_a_year_outside_the_period_is_remarked(text: str, year: int) -> None:
    plan = with_milestone(text)
    assert years(plan) == [year]
    (finding,) = run(plan.records)
    assert finding.node == "aoba-2030/milestone/1-1-1/1/1"
    assert finding.details["words"] == text


@pytest.mark.parametrize(
    "text",
    [
        "改修工事",
        "2032年度 供用開始",
        "令和14年度(2032年度) 供用開始",
        "2034年3月 供用開始",
        "平成26年度策定の計画の見直し",
        "2025年国勢調査の結果の活用",
        "2027年度比 10%減",
        "2巡目 (R9~R13)",
        "令和9年度～令和13年度 点検",
        "2035年度以降の供用開始に向けた設計",
        "ビジョン2045の推進",
    ],
)
def test_years_that_belong_in_a_milestone_are_left_in_peace(text: str) -> None:
    assert years(with_milestone(text)) == []


def test_a_milestone_in_a_column_outside_the_period_is_remarked() -> None:
    assert years(with_milestone("改修工事", 2029, 2034)) == [2029, 2034]


def test_a_target_after_the_period_is_remarked_and_an_old_baseline_is_normal() -> None:
    assert years(with_dates("2043年度末", "平成20年度末")) == [2043]
    assert years(with_dates("2033年度末", "2029年度末")) == []
    assert years(with_dates("2034年3月", "令和11年9月")) == []


def test_a_baseline_cannot_be_dated_like_its_target() -> None:
    (finding,) = run(with_dates("2033年度末", "2033年度末").records)
    assert finding.code == "baseline-not-before-target"
    assert finding.details["baseline"] == "2033年度末"


def test_a_document_without_a_period_is_not_held_to_one() -> None:
    plan = with_milestone("2013年度 供用開始")
    del plan.records.document["first_year"]
    assert years(plan) == []


def test_the_first_months_of_a_year_belong_to_the_fiscal_year_before() -> None:
    assert [one.year for one in dated("2031年3月、2031年4月、令和13年(2031年)1月、2031年度")] == [
        2030,
        2031,
        2030,
        2030,
        2031,
    ]
