"""The overview (体系図): front matter, goals, initiatives and plans, shifted rows put back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keikaku.loaders.implementation_plan.overview import group_head, read_overview
from keikaku.loaders.implementation_plan.text_rows import read_rows
from keikaku.loaders.readings import Overview

TREE = "重点推進目標 1 人を育てる\n取組事項 1 窓口を変える\n"
Listed = dict[str, tuple[str, list[str]]]


def read(text: str) -> Overview:
    return read_overview(read_rows(text))


def listed(rows: str) -> Listed:
    """Number → title and departments of the plans that these rows list."""
    return {
        n: (p.title, [d.name for d in p.departments]) for n, p in read(TREE + rows).plans.items()
    }


def codes(overview: Overview) -> list[str]:
    return [remark.code for remark in overview.remarks]


FRONT = (
    "星見市行政改革プラン2030 実施計画\n\n推進期間：2030年度～2033年度\n\n星見市\n\n2030年3月\n\n"
    "星見市行政改革プラン2030実施計画体系図\n\n"
)


def test_the_front_matter_names_city_title_and_period() -> None:
    overview = read(FRONT + TREE)
    assert overview.municipality == "星見市"
    assert overview.title == "星見市行政改革プラン2030 実施計画"
    assert (overview.first_year, overview.last_year) == (2030, 2033)
    assert overview.published == "2030-03"


@pytest.mark.parametrize(
    "line",
    [
        "推進期間：令和12年度～令和15年度",
        "計画期間　２０３０年度から２０３３年度まで",
        "実施期間: R12~R15",
        "（推進期間 2030年度－2033年度）",
    ],
)
def test_the_period_may_be_printed_in_any_calendar(line: str) -> None:
    overview = read(f"星見市行政改革プラン\n{line}\n{TREE}")
    assert (overview.first_year, overview.last_year) == (2030, 2033)


@pytest.mark.parametrize("name", ["星見市", "星見町", "星見村", "星見区", "星見県"])
def test_any_municipality_may_publish(name: str) -> None:
    assert read(f"行政改革プラン\n{name}\n令和12年3月\n{TREE}").municipality == name


@pytest.mark.parametrize(
    "lines",
    [
        "重点推進目標 1 人を育てる\n取組事項 1 窓口を変える\n",
        "重点推進目標１　人を育てる\n取組事項１　窓口を変える\n",
        "重点推進目標 1：人を育てる\n取組事項 1：窓口を変える\n",
        "# 重点推進目標 1 人を育てる\n## 取組事項 1 窓口を変える\n",
        "**重点推進目標 1 人を育てる**\n**取組事項 1 窓口を変える**\n",
        "重点推進目標 1\t人を育てる\n取組事項 1\t窓口を変える\n",
        "重点推進目標 人を育てる\n取組事項 窓口を変える\n",
    ],
)
def test_goals_and_initiatives_in_every_form(lines: str) -> None:
    overview = read(lines)
    assert {n: group.title for n, group in overview.goals.items()} == {"1": "人を育てる"}
    assert {n: group.title for n, group in overview.initiatives.items()} == {"1-1": "窓口を変える"}


@pytest.mark.parametrize("text", ["", "窓口を変える", "目標 1 人", "取組事項", "重点推進目標"])
def test_other_lines_head_no_group(text: str) -> None:
    assert group_head(text) is None


def test_initiatives_count_anew_in_each_goal() -> None:
    overview = read(
        "重点推進目標 1 人\n取組事項 1 窓口\n① 予約\t市民課\n取組事項 2 研修\n① 講座\t人事課\n"
        "重点推進目標 2 財政\n取組事項 1 税\n① 納付\t収納課\n"
    )
    assert list(overview.initiatives) == ["1-1", "1-2", "2-1"]
    assert list(overview.plans) == ["1-1-1", "1-2-1", "2-1-1"]


def test_groups_without_numbers_are_counted_in_their_order() -> None:
    overview = read(
        "重点推進目標 人\n取組事項 窓口\n① 予約\t市民課\n取組事項 研修\n① 講座\t人事課\n"
        "重点推進目標 財政\n取組事項 税\n① 納付\t収納課\n"
    )
    assert {number: group.title for number, group in overview.goals.items()} == {
        "1": "人",
        "2": "財政",
    }
    assert {number: group.title for number, group in overview.initiatives.items()} == {
        "1-1": "窓口",
        "1-2": "研修",
        "2-1": "税",
    }


@pytest.mark.parametrize(
    "rows",
    [
        "① 窓口の改善\t市民課 収納課\n② 電話の改善\t総務課",
        "①窓口の改善\t市民課、収納課\n②電話の改善\t総務課",
        "①\t窓口の改善\t市民課・収納課\n②\t電話の改善\t総務課",
        "(1) 窓口の改善\t市民課　収納課\n(2) 電話の改善\t総務課",
        "１．窓口の改善\t市民課 収納課等\n２．電話の改善\t総務課",
        "|① 窓口の改善|市民課 収納課|\n|---|---|\n|② 電話の改善|総務課|",
        "<table><tr><td>① 窓口の改善<td>市民課<br>収納課<tr><td>② 電話の改善<td>総務課</table>",
    ],
)
def test_the_list_of_plans_in_every_form(rows: str) -> None:
    assert listed(rows) == {
        "1-1-1": ("窓口の改善", ["市民課", "収納課"]),
        "1-1-2": ("電話の改善", ["総務課"]),
    }


def test_sub_titles_are_no_part_of_the_title() -> None:
    plan = read(TREE + "① 窓口の改善 (予約) (受付)\t市民課 総務課").plans["1-1-1"]
    assert (plan.title, plan.subtitles) == ("窓口の改善", ["予約", "受付"])


def test_a_parenthesis_that_belongs_to_the_title_stays() -> None:
    assert listed("① 窓口の改善（予約制）\t市民課") == {"1-1-1": ("窓口の改善(予約制)", ["市民課"])}


def test_a_number_that_slid_below_leaves_its_title_in_the_row_above() -> None:
    overview = read(TREE + "① 窓口の改善 電話の改善\t市民課\n②\n③ 庭の手入れ\t緑地課")
    assert [p.title for p in overview.plans.values()] == [
        "窓口の改善",
        "電話の改善",
        "庭の手入れ",
    ]
    assert codes(overview) == ["overview-row-shifted"]


def test_a_number_used_twice_is_reported() -> None:
    overview = read(TREE + "① 窓口の改善\t市民課\n① 電話の改善\t総務課")
    assert codes(overview) == ["duplicate-plan"]
    assert [p.title for p in overview.plans.values()] == ["窓口の改善"]


@pytest.mark.parametrize(
    ("printed", "wrong"),
    [
        ("計 2計画\n合計 2計画", []),
        ("計 ２計画", []),
        ("小計 3事業", [("重点推進目標1", 3, 2)]),
        ("計 2計画\n合計 9計画", [("合計", 9, 2)]),
    ],
)
def test_printed_counts_are_checked(printed: str, wrong: list[tuple[str, int, int]]) -> None:
    overview = read(TREE + f"① 窓口の改善\t市民課\n② 電話の改善\t総務課\n{printed}")
    details = [r.details for r in overview.remarks if r.code == "count-disagrees"]
    assert [(d["what"], d["printed"], d["counted"]) for d in details] == wrong
    assert len(overview.plans) == 2


def test_every_entry_knows_its_line() -> None:
    overview = read(TREE + "\n① 窓口の改善\t市民課")
    assert overview.goals["1"].spot.line == 1
    assert overview.initiatives["1-1"].spot.line == 2
    assert overview.plans["1-1-1"].spot.line == 4


def test_no_overview_is_an_empty_one() -> None:
    overview = read("")
    assert not overview.goals
    assert not overview.plans
    assert (overview.municipality, overview.first_year) == ("", None)


@given(
    st.lists(
        st.sampled_from(["予約制の導入", "電話の取次", "待合の案内", "手続の一覧"]),
        min_size=1,
        max_size=9,
    )
)
def test_every_listed_plan_comes_back(titles: list[str]) -> None:
    rows = [f"{chr(0x2460 + n)} {title}\t市民課" for n, title in enumerate(titles)]
    assert listed("\n".join(rows)) == {
        f"1-1-{n}": (title, ["市民課"]) for n, title in enumerate(titles, 1)
    }


@given(st.text("重点推進目標取組事項123①②（）() \t\n計画課窓口", max_size=60))
def test_any_soup_gives_plans_under_their_initiatives(text: str) -> None:
    overview = read(TREE + text)
    for number in overview.plans:
        assert number.rsplit("-", 1)[0] in overview.initiatives
        assert number.split("-", maxsplit=1)[0] in overview.goals
