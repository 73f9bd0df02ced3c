"""A target cell gives its indicators; each baseline goes to the target that it belongs to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keikaku.loaders.implementation_plan.target_cells import TargetCell, read_targets
from keikaku.loaders.readings import IndicatorReading, Remark
from keikaku.loaders.text import normal

HEAD_DATE = "2033年度末"
TargetFacts = tuple[str, float | None, float | None]
NAMES = ("納付率", "申請件数", "受講者数", "満足度", "開館日数", "登録団体", "緑地面積", "耐震化率")


def read(*cells: str, outside: str = "") -> tuple[list[IndicatorReading], list[Remark]]:
    """The indicators of these cells, each on a line of its own; ``outside`` stands below."""
    given_cells = [TargetCell(n, normal(text)) for n, text in enumerate(cells, 1)]
    if outside:
        given_cells.append(TargetCell(len(cells) + 1, normal(outside), outside=True))
    return read_targets(given_cells, HEAD_DATE, "1-1-1")


def targets_in(*cells: str, outside: str = "") -> list[TargetFacts]:
    """Name, target and baseline of each indicator."""
    return [
        (
            one.name,
            one.target.value if one.target else None,
            one.baseline.value if one.baseline else None,
        )
        for one in read(*cells, outside=outside)[0]
    ]


def the_one(*cells: str) -> IndicatorReading:
    (indicator,) = read(*cells)[0]
    return indicator


def test_a_baseline_belongs_to_the_target_of_its_name() -> None:
    assert targets_in(
        "・納付率 98%\n・件数 35件\n（2029年度末現況値）\n・件数 30件\n・納付率 97%"
    ) == [
        ("納付率", 98, 97),
        ("件数", 35, 30),
    ]


@pytest.mark.parametrize("marks", [("①", "②"), ("⑴", "⑵"), ("i ", "ii ")])
def test_a_nameless_baseline_belongs_to_the_target_of_its_list_mark(
    marks: tuple[str, str],
) -> None:
    a, b = marks
    cell = f"{a}申請 10件\n{b}受付 20件\n（2029年度末現況値）\n{b}15件\n{a}8件"
    assert targets_in(cell) == [("申請", 10, 8), ("受付", 20, 15)]


def test_the_only_baseline_left_belongs_to_the_only_target_left() -> None:
    assert targets_in("研修の受講者数\n500人\n（2029年度末現況値）\n450人") == [
        ("研修の受講者数", 500, 450)
    ]
    cell = (
        "・納付率 98%\n・研修を受けた職員 500人\n（2029年度末現況値）\n・納付率 97%\n・受講者 450人"
    )
    assert targets_in(cell) == [("納付率", 98, 97), ("研修を受けた職員", 500, 450)]


def test_a_baseline_of_another_unit_is_nobodys() -> None:
    assert targets_in("・納付率 98%\n（2029年度末現況値）\n・相談件数 450件") == [
        ("納付率", 98, None),
        ("相談件数", None, 450),
    ]


def test_names_that_differ_by_the_tense_or_a_note_are_one() -> None:
    assert targets_in(
        "改修した公園(累計) 5か所\n貸出冊数 9冊\n（2029年度末現況値）\n改修された公園 2か所"
    ) == [
        ("改修した公園(累計)", 5, 2),
        ("貸出冊数", 9, None),
    ]


def test_a_target_without_a_baseline_stays_so() -> None:
    assert targets_in("・利用者数 100人\n・満足度 80%\n（2029年度末現況値）\n・満足度 70%") == [
        ("利用者数", 100, None),
        ("満足度", 80, 70),
    ]


@given(
    st.lists(st.sampled_from(NAMES), min_size=1, max_size=6, unique=True),
    st.data(),
)
def test_baselines_in_any_order_find_their_targets(names: list[str], data: st.DataObject) -> None:
    targets = [(name, 100 + n) for n, name in enumerate(names)]
    baselines = [(name, 10 + n) for n, name in enumerate(names)]
    shuffled = data.draw(st.permutations(baselines))
    kept = shuffled[: data.draw(st.integers(0, len(names)))]
    lines = [f"・{name} {value}件" for name, value in targets]
    lines += ["（2029年度末現況値）", *(f"・{name} {value}件" for name, value in kept)]
    left = dict(kept)
    assert targets_in("\n".join(lines)) == [
        (name, value, left.get(name)) for name, value in targets
    ]


@pytest.mark.parametrize(
    "cells",
    [
        ("納付率 98%（2029年度末現況値）95%",),
        ("納付率 98%\n（2029年度末の現況値）\n納付率 95%",),
        ("納付率 98%", "（2029年度末現況値）", "納付率 95%"),
        ("納付率 98%", "【2029年度末現状値】 95%"),
        ("納付率 98%\n<2029年度末現況値>\n95%",),
    ],
)
def test_a_baseline_is_found_wherever_its_label_stands(cells: tuple[str, ...]) -> None:
    indicator = the_one(*cells)
    assert indicator.name == "納付率"
    assert indicator.target is not None
    assert indicator.baseline is not None
    assert (indicator.target.value, indicator.target.as_of) == (98, HEAD_DATE)
    assert (indicator.baseline.value, indicator.baseline.as_of) == (95, "2029年度末")


def test_a_baseline_below_the_table_is_read_and_reported() -> None:
    indicators, remarks = read("納付率 98%", outside="（2029年度末現況値）\n納付率 95%")
    assert [(one.name, one.baseline and one.baseline.value) for one in indicators] == [
        ("納付率", 95)
    ]
    assert [(one.code, one.spots[0].line) for one in remarks] == [("target-split", 2)]


def test_a_new_target_may_follow_in_the_next_cell() -> None:
    cells = ("納付率 98%（2029年度末現況値） 納付率 95%", "件数 5件（2029年度末現況値） 件数 3件")
    assert targets_in(*cells) == [("納付率", 98, 95), ("件数", 5, 3)]


def test_a_value_parted_from_its_name_joins_it() -> None:
    assert targets_in("口座振替の利用率", "30%以上") == [("口座振替の利用率", 30, None)]
    assert targets_in("口座振替の利用率\n30%") == [("口座振替の利用率", 30, None)]


def test_a_note_dates_the_last_target_or_the_one_that_it_names() -> None:
    last = read("・納付率 98%\n・件数 5件\n※2031年度末の目標値")[0]
    assert [one.target and one.target.as_of for one in last] == [HEAD_DATE, "2031年度末"]
    target = read("・納付率 98%\n・件数 5件\n※納付率は令和13年度末の目標値")[0]
    assert [one.target and one.target.as_of for one in target] == ["令和13年度末", HEAD_DATE]


def test_a_note_is_no_target() -> None:
    assert targets_in("納付率 98%\n※件数は120件を見込む") == [("納付率", 98, None)]


def test_a_heading_names_what_has_no_name() -> None:
    assert targets_in("【研修の受講者数】\n500人") == [("研修の受講者数", 500, None)]
    assert targets_in("【窓口】\n・待ち時間 10分") == [("待ち時間", 10, None)]


@pytest.mark.parametrize(
    ("cell", "date"),
    [
        ("令和13年度の納付率 98%", "令和13年度"),
        ("2031年度末の納付率 98%", "2031年度末"),
        ("納付率 98%（令和12年度末時点）", "令和12年度末"),
        ("納付率 98%（令和12年9月現在）", "令和12年9月"),
        ("納付率 98%", HEAD_DATE),
    ],
)
def test_a_target_may_have_a_date_of_its_own(cell: str, date: str) -> None:
    indicator = the_one(cell)
    assert indicator.name == "納付率"
    assert indicator.target is not None
    assert indicator.target.as_of == date


@pytest.mark.parametrize(
    ("label", "date"),
    [
        ("（令和11年度末現況値）", "令和11年度末"),
        ("（令和１１年９月末時点の現況値）", "令和11年9月末"),
        ("（2029年度決算見込の現況値）", "2029年度決算見込"),
        ("（現況値）", None),
    ],
)
def test_a_baselines_date_is_as_printed(label: str, date: str | None) -> None:
    indicator = the_one(f"納付率 98%\n{label}\n95%")
    assert indicator.baseline is not None
    assert indicator.baseline.as_of == date


@pytest.mark.parametrize("words", ["市民満足度の向上", "計画の策定", "DXを担う職員の育成"])
def test_a_target_in_words_is_there_without_a_number(words: str) -> None:
    indicator = the_one(f"・{words}")
    assert (indicator.name, indicator.measurable) == (words, False)
    assert (indicator.target, indicator.baseline) == (None, None)


def test_words_printed_twice_count_once() -> None:
    assert targets_in("計画の策定", "・計画の策定") == [("計画の策定", None, None)]


def test_words_and_numbers_stand_side_by_side() -> None:
    indicators = read("・計画の策定\n・納付率 98%")[0]
    assert [(one.name, one.measurable) for one in indicators] == [
        ("計画の策定", False),
        ("納付率", True),
    ]


def test_a_baseline_without_any_target_is_reported() -> None:
    indicator = the_one("（2029年度末現況値）納付率 95%")
    assert (indicator.name, indicator.target) == ("納付率", None)
    assert indicator.baseline is not None
    assert indicator.spot.section == "現況値"


@pytest.mark.parametrize("cell", ["", " ", "-", "－", "・", "―", "（目標）"])
def test_an_empty_cell_has_no_indicator(cell: str) -> None:
    assert targets_in(cell) == []


def test_each_indicator_knows_its_line_and_words() -> None:
    first, second = read("納付率 98%", "件数 5件以上")[0]
    assert (first.spot.line, first.spot.quote) == (1, "納付率 98%")
    assert (second.spot.line, second.spot.quote) == (2, "件数 5件以上")


@given(
    st.lists(
        st.text("・①5件%年度末現況値（）()※【】 、\n約以上納付率全校i-", max_size=60), max_size=4
    )
)
def test_any_soup_of_targets_gives_whole_indicators(cells: list[str]) -> None:
    for indicator in read(*cells)[0]:
        assert indicator.name
        assert indicator.measurable == bool(indicator.target or indicator.baseline)
        assert (indicator.baseline_spot is None) == (indicator.baseline is None)


@pytest.mark.parametrize(
    "cell",
    [
        "【累計】\n・効果額 400万円",
        "（4年間累計額）\n・効果額 400万円",
        "4年間の累計額\n・効果額 400万円",
        "・効果額（4年間累計額） 400万円",
        "・効果額 400万円\n※目標値は4年間の累計",
        "・効果額 400万円\n※効果額は累計",
    ],
)
def test_a_heading_or_a_note_says_that_targets_sum_up(cell: str) -> None:
    ((indicator,), _) = read_targets([TargetCell(1, normal(cell))], HEAD_DATE, "1-1-1")
    assert indicator.name.startswith("効果額")
    assert indicator.target is not None
    assert (indicator.target.value, indicator.target.cumulative) == (400, True)


def test_a_head_says_that_its_targets_sum_up_and_not_their_baselines() -> None:
    cell = "・効果額 400万円\n（2025年度末時点の現況値）\n・効果額 50万円"
    ((indicator,), _) = read_targets([TargetCell(1, normal(cell))], HEAD_DATE, "1-1-1", summed=True)
    assert indicator.target is not None
    assert indicator.baseline is not None
    assert (indicator.target.cumulative, indicator.baseline.cumulative) == (True, None)


def test_a_note_on_one_indicator_says_nothing_of_the_others() -> None:
    cell = "・効果額 400万円\n・参加者数 300人\n※効果額は累計"
    (indicators, _) = read_targets([TargetCell(1, normal(cell))], HEAD_DATE, "1-1-1")
    assert [bool(one.target and one.target.cumulative) for one in indicators] == [True, False]


@pytest.mark.parametrize(
    "cell",
    [
        "・時間外勤務の増減 83.1%から100%へ",
        "・時間外勤務 83.1%→100%",
        "・時間外勤務 83.1%（2025年度） → 100%（2029年度）",
    ],
)
def test_from_one_value_to_the_other_is_reported(cell: str) -> None:
    one = the_one(cell)
    assert one.baseline is not None
    assert one.target is not None
    assert (one.baseline.value, one.target.value, one.from_to) == (83.1, 100, True)
