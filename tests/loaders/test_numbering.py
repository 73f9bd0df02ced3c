"""A page's number comes from the overview; the running header is checked against it."""

from __future__ import annotations

from pathlib import Path

import pytest

from keikaku import loaders
from keikaku.graph.records import Records
from tests.loaders.hoshimi import (
    GOAL,
    INITIATIVE,
    findings_of,
    load,
    of_kind,
    page,
    plan_id,
    plans,
    tree,
)

TWO = tree("窓口の改善", "電話の改善")
SECOND_GOAL = (
    "\n重点推進目標 2 財政を支える\n取組事項 1 税を納めやすくする\n① 口座振替の推進\t収納課\n"
)


def disagreeing(records: Records) -> list[tuple[str, str, str]]:
    """What headers say otherwise: plan, what, printed."""
    details = [one.details for one in findings_of(records, "header-disagrees")]
    return [(one["plan"], one["what"], one["printed"]) for one in details]


def test_pages_that_agree_with_the_overview_need_no_remark(tmp_path: Path) -> None:
    records = load(tmp_path, TWO, page("窓口の改善"), page("電話の改善", "②"))
    assert plans(records) == {"1-1-1": "窓口の改善", "1-1-2": "電話の改善"}
    assert not disagreeing(records)
    assert not findings_of(records, "header-missing")


@pytest.mark.parametrize(
    ("header", "what", "printed"),
    [
        ({"goal": "重点推進目標 3 人を育てる"}, "goal", "3 人を育てる"),
        ({"goal": "重点推進目標 1 街を育てる"}, "goal", "1 街を育てる"),
        ({"initiative": "取組事項 4 窓口を変える"}, "initiative", "4 窓口を変える"),
        ({"initiative": "取組事項 1 電話を変える"}, "initiative", "1 電話を変える"),
        ({"number": "⑦"}, "number", "7"),
    ],
)
def test_the_overview_wins_over_the_header_and_the_header_is_reported(
    tmp_path: Path, header: dict[str, str], what: str, printed: str
) -> None:
    records = load(
        tmp_path, TWO, page("窓口の改善"), page("電話の改善", **{"number": "②", **header})
    )
    assert plans(records) == {"1-1-1": "窓口の改善", "1-1-2": "電話の改善"}
    assert disagreeing(records) == [("1-1-2", what, printed)]
    (finding,) = findings_of(records, "header-disagrees")
    assert finding.node == plan_id("1-1-2")
    assert finding.evidence[0].line is not None


def test_a_page_without_header_is_reported_and_joins_the_page_before(tmp_path: Path) -> None:
    records = load(
        tmp_path, TWO, page("窓口の改善"), page("電話の改善", "②", goal="", initiative="")
    )
    assert plans(records) == {"1-1-1": "窓口の改善", "1-1-2": "電話の改善"}
    missing = findings_of(records, "header-missing")
    assert {one.details["what"] for one in missing} == {"goal", "initiative"}
    assert {one.node for one in missing} == {plan_id("1-1-2")}


def test_a_plan_over_two_pages_is_one(tmp_path: Path) -> None:
    records = load(
        tmp_path,
        TWO,
        page("窓口の改善", action="予約制の導入"),
        page("窓口の改善", action="待合の案内"),
        page("電話の改善", "②"),
    )
    assert plans(records) == {"1-1-1": "窓口の改善", "1-1-2": "電話の改善"}
    titles = [n.label for n in of_kind(records, "Action") if "/action/1-1-1/" in n.id]
    assert titles == ["予約制の導入", "待合の案内"]


def test_a_slip_in_the_title_keeps_the_overviews_number(tmp_path: Path) -> None:
    records = load(tmp_path, TWO, page("窓ロの改善"), page("電話の改善", "②"))
    assert plans(records)["1-1-1"] == "窓ロの改善"
    (finding,) = findings_of(records, "title-differs")
    assert finding.details == {"plan": "1-1-1", "printed": "窓ロの改善", "overview": "窓口の改善"}


def test_a_plan_that_the_overview_lacks_keeps_its_printed_number(tmp_path: Path) -> None:
    records = load(
        tmp_path, TWO, page("窓口の改善"), page("電話の改善", "②"), page("庭の手入れ", "③")
    )
    assert plans(records)["1-1-3"] == "庭の手入れ"
    assert [one.node for one in findings_of(records, "plan-not-in-overview")] == [plan_id("1-1-3")]


def test_a_first_page_without_number_and_title_is_no_fault(tmp_path: Path) -> None:
    source = tmp_path / "hoshimi-plan.txt"
    text = "実施計画名\n所管課\t総務課\n\n取組内容\t2031年度\n研修\t実施\n"
    source.write_text(text, encoding="utf-8")
    assert list(plans(loaders.load(source))) == ["1-1-1"]


def test_a_plan_of_the_overview_without_a_page_is_reported(tmp_path: Path) -> None:
    records = load(tmp_path, TWO, page("窓口の改善"))
    assert list(plans(records)) == ["1-1-1"]
    (finding,) = findings_of(records, "plan-without-page")
    assert finding.details == {"plan": "1-1-2", "title": "電話の改善"}


def test_two_plans_of_one_number_both_stay_and_are_reported(tmp_path: Path) -> None:
    records = load(tmp_path, page("窓口の改善"), page("庭の手入れ"))
    assert plans(records) == {"1-1-1": "窓口の改善", "1-1-2": "庭の手入れ"}
    assert [one.node for one in findings_of(records, "duplicate-plan")] == [plan_id("1-1-2")]


def test_one_title_under_two_goals_is_distinguished_by_the_header(tmp_path: Path) -> None:
    overview = tree("窓口の改善") + SECOND_GOAL.replace("口座振替の推進", "窓口の改善")
    second = page(
        "窓口の改善",
        action="口座振替の受付",
        goal="重点推進目標 2 財政を支える",
        initiative="取組事項 1 税を納めやすくする",
    )
    for pages in ((page("窓口の改善"), second), (second, page("窓口の改善"))):
        records = load(tmp_path, overview, *pages)
        assert plans(records) == {"1-1-1": "窓口の改善", "2-1-1": "窓口の改善"}
        (action,) = [n for n in of_kind(records, "Action") if "/action/2-1-1/" in n.id]
        assert action.label == "口座振替の受付"
        assert not disagreeing(records)


def test_pages_in_another_order_keep_their_numbers(tmp_path: Path) -> None:
    records = load(tmp_path, TWO, page("電話の改善", "②"), page("窓口の改善"))
    assert plans(records) == {"1-1-1": "窓口の改善", "1-1-2": "電話の改善"}


def test_without_an_overview_the_pages_number_themselves(tmp_path: Path) -> None:
    second_goal = {"goal": "重点推進目標 2 財政を支える", "initiative": "取組事項 3 税"}
    records = load(
        tmp_path,
        page("窓口の改善"),
        page("電話の改善", "②"),
        page("口座振替の推進", "④", by="収納課", **second_goal),
    )
    assert plans(records) == {
        "1-1-1": "窓口の改善",
        "1-1-2": "電話の改善",
        "2-3-4": "口座振替の推進",
    }
    goals = {n.facts["number"]: n.facts["title"] for n in of_kind(records, "Goal")}
    assert goals == {"1": "人を育てる", "2": "財政を支える"}
    assert not findings_of(records, "plan-not-in-overview")


def test_a_bare_page_is_a_plan_of_its_own(tmp_path: Path) -> None:
    records = load(tmp_path, "実施計画名 窓口の改善\n所管課 市民課\n事業概要 手続を見直す。\n")
    assert plans(records) == {"1-1-1": "窓口の改善"}
    assert {n.id for n in of_kind(records, "Goal")} == {"hoshimi/goal/1"}
    assert {n.id for n in of_kind(records, "Initiative")} == {"hoshimi/initiative/1-1"}


def test_ten_comes_after_nine(tmp_path: Path) -> None:
    titles = [f"{word}の改善" for word in "甲乙丙丁戊己庚辛壬癸子"]
    pages = [page(title, chr(0x2460 + n)) for n, title in enumerate(titles)]
    records = load(tmp_path, tree(*titles), *pages)
    assert list(plans(records)) == [f"1-1-{n}" for n in range(1, 12)]


def test_one_slip_of_a_title_on_many_pages_is_one_finding(tmp_path: Path) -> None:
    slip = GOAL.replace("育", "盲")
    records = load(tmp_path, TWO, page("窓口の改善", goal=slip), page("電話の改善", "②", goal=slip))
    (finding,) = findings_of(records, "header-disagrees")
    assert len(finding.evidence) == 2
    assert INITIATIVE not in finding.message
