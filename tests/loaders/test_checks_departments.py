"""A doubtful spelling is reported; two departments with similar names are not."""

from __future__ import annotations

import pytest

from keikaku.graph.findings import DepartmentNotInOverview, DepartmentNotOnPage, PlanNotInOverview
from keikaku.loaders.checks import run
from keikaku.loaders.checks.department_checks import looks_like_slip
from tests.loaders.small_plan import SmallPlan, amount

KNOWN = ["行政マネジメント課", "男女共同参画課", "収納課"]


def story(*departments: str) -> SmallPlan:
    """A plan for each department, all with a target, so that only departments are remarked."""
    plan = SmallPlan()
    for n, name in enumerate(departments, 1):
        number = f"1-1-{n}"
        plan.indicator(plan.plan(number, name), "件数", amount(2, "件", ">="), amount(1, "件"))
    return plan


def not_in_overview(plan: SmallPlan, number: str, department: str) -> None:
    plan.add_finding(DepartmentNotInOverview.at(None, [], plan=number, department=department))


def remarks(plan: SmallPlan) -> list[tuple[str, ...]]:
    return [
        (finding.code, *map(str, finding.details.values()))
        for finding in run(plan.records)
        if finding.code.startswith("department")
    ]


def test_a_name_that_only_its_page_has_is_held_against_those_of_the_overview() -> None:
    plan = story(*KNOWN, "男女共同参書課")
    not_in_overview(plan, "1-1-4", "男女共同参書課")
    assert remarks(plan) == [("department-spelling", "1-1-4", "男女共同参書課", "男女共同参画課")]


def test_a_name_that_the_overview_has_too_is_never_doubted() -> None:
    assert remarks(story(*KNOWN, "男女共同参書課")) == []


def test_a_slip_inside_a_component_is_found() -> None:
    plan = story(*KNOWN)
    plan.component("aoba-2030/plan/1-1-1", "研修", "行政マネジメン卜課")
    assert remarks(plan) == [
        ("department-spelling", "1-1-1", "行政マネジメン卜課", "行政マネジメント課")
    ]


def test_a_short_name_is_doubted_where_the_overview_has_the_other_for_that_very_plan() -> None:
    plan = story(*KNOWN, "市民課")
    not_in_overview(plan, "1-1-4", "市民課")
    assert remarks(plan) == []

    plan.add_finding(DepartmentNotOnPage.at(None, [], plan="1-1-4", department="市税課"))
    assert remarks(plan) == [("department-spelling", "1-1-4", "市民課", "市税課")]


def test_without_an_overview_a_name_that_occurs_often_is_the_measure() -> None:
    plan = story("行政マネジメント課", "行政マネジメント課", "行政マネジメソト課")
    for n in (1, 2, 3):
        plan.add_finding(PlanNotInOverview.at(None, [], plan=f"1-1-{n}", title=""))
    assert remarks(plan) == [
        ("department-spelling", "1-1-3", "行政マネジメソト課", "行政マネジメント課")
    ]


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("市民課", "市民税課"),
        ("総務課", "人事課"),
        ("保育課", "保健課"),
        ("道路維持課", "道路建設課"),
        ("教育総務部総務課", "教育総務部学務課"),
        ("上下水道局総務課", "上下水道局経営課"),
        ("国保税収納課", "市税収納課"),
        ("下水道施設課", "上水道施設課"),
        ("下水道施設課", "水道施設課"),
        ("東部土木管理事務所", "西部土木管理事務所"),
        ("第一学校給食センター", "第二学校給食センター"),
        ("地域包括支援課", "地域包括ケア課"),
        ("男女共同参画課", "男女共同参画課"),
    ],
)
def test_two_departments_with_like_names_are_two(name: str, other: str) -> None:
    assert not looks_like_slip(name, other)
    assert not looks_like_slip(other, name)


@pytest.mark.parametrize(
    ("slip", "name"),
    [
        ("セ一フコミュニティ課", "セーフコミュニティ課"),
        ("収納果", "収納課"),
        ("男女共同参課", "男女共同参画課"),
        ("公有資産マネージメント課", "公有資産マネジメント課"),
        ("スポ―ツ振興課", "スポーツ振興課"),
        ("広聴広報", "広聴広報課"),
    ],
)
def test_slips_of_pen_and_scan_are_recognised(slip: str, name: str) -> None:
    assert looks_like_slip(slip, name)


def test_a_department_in_charge_of_nothing_is_remarked_once_for_each_plan() -> None:
    plan = story(*KNOWN)
    first = "aoba-2030/plan/1-1-1"
    plan.component(first, "広告", "契約課", "収納課")
    plan.involves(first, "契約課")
    plan.involves("aoba-2030/plan/1-1-2", "契約課")
    assert remarks(plan) == [
        ("department-unknown", "1-1-1", "契約課"),
        ("department-unknown", "1-1-2", "契約課"),
    ]


def test_a_department_that_only_the_overview_puts_in_charge_is_known() -> None:
    plan = story(*KNOWN)
    plan.involves("aoba-2030/plan/1-1-1", "契約課")
    plan.add_finding(DepartmentNotOnPage.at(None, [], plan="1-1-2", department="契約課"))
    assert remarks(plan) == []
