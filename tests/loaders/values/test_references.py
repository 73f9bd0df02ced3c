"""A value set against another says what it is measured from, and is no baseline of its own."""

from __future__ import annotations

import pytest

from keikaku.loaders.values import read_cell


@pytest.mark.parametrize(
    ("cell", "value", "relative"),
    [
        ("R5実績の90%以上", 90, "R5実績の90%以上"),
        ("過去5年平均の120%以上", 120, "過去5年平均の120%以上"),
        ("現状値+5ポイント", 5, "現状値+5ポイント"),
        ("現況値から10％向上", 10, "現況値から10%向上"),
        ("2013年度比▲46%", -46, "2013年度比▲46%"),
        ("▲46%（2013年度比）", -46, "▲46%(2013年度比)"),
        ("約2.5倍（R元年比）", 2.5, "約2.5倍(R元年比)"),
        ("令和7年度比で5.0ポイント増", 5.0, "令和7年度比で5.0ポイント増"),
        ("平成25年度実績より20%削減を目指す", 20, "平成25年度実績より20%削減"),
        ("R5年度の２倍", 2, "R5年度の2倍"),
    ],
)
def test_what_a_value_is_measured_from_is_part_of_its_words(
    cell: str, value: float, relative: str
) -> None:
    [read] = read_cell(cell).values
    assert (read.value, read.relative) == (value, relative)
    assert (read.role, read.as_of) in {(None, None), ("target", None)}


def test_the_year_of_the_target_stays_beside_the_year_it_is_measured_from() -> None:
    [read] = read_cell("2030年度に2013年度比46%削減").values
    assert (read.fiscal_year, read.relative) == (2030, "2013年度比46%削減")


@pytest.mark.parametrize(
    ("cell", "role"),
    [("現状値 +5.2%", "baseline"), ("R5実績90%", "actual"), ("現況値：80%", "baseline")],
)
def test_a_value_with_its_role_before_it_is_that_value(cell: str, role: str) -> None:
    [read] = read_cell(cell).values
    assert (read.role, read.relative) == (role, None)


@pytest.mark.parametrize(
    ("cell", "relative"),
    [
        ("平成30年度の水準以下", "平成30年度の水準以下"),
        ("令和元年度実績以上", "令和元年度実績以上"),
        ("令和9年度に前年度以上", "前年度以上"),
        ("R9 現状維持", "現状維持"),
    ],
)
def test_words_are_bound_to_the_year_that_they_compare_with(cell: str, relative: str) -> None:
    read = read_cell(cell)
    assert (read.kind, read.relative) == ("words", relative)


def test_a_count_that_begins_in_a_year_is_a_sum_and_not_relative() -> None:
    [read] = read_cell("H28からの累計15件").values
    assert (read.cumulative, read.relative) == (True, None)


def test_a_sum_over_years_has_no_rhythm() -> None:
    [read] = read_cell("5年累計3.4億円").values
    assert (read.value, read.unit, read.cumulative, read.label) == (3.4, "億円", True, "")


def test_a_part_of_a_whole_does_not_take_the_unit_of_its_share() -> None:
    part, share = read_cell("20/25（80%）").values
    assert (part.value, part.unit, part.base) == (20, None, "25")
    assert (share.value, share.unit) == (80, "%")


@pytest.mark.parametrize(
    ("cell", "first", "last"),
    [("現状45.0％を50.0％に引き上げ", 45, 50), ("50件を60件に", 50, 60), ("40件から50件", 40, 50)],
)
def test_a_value_that_becomes_another_is_the_baseline(cell: str, first: int, last: int) -> None:
    before, after = read_cell(cell).values
    assert (before.value, before.role) == (first, "baseline")
    assert (after.value, after.role) == (last, "target")


def test_a_year_in_two_eras_is_one_date() -> None:
    [read] = read_cell("平成31（令和元）年度 85%").values
    assert (read.fiscal_year, read.as_of, read.label) == (2019, "平成31(令和元)年度", "")


def test_a_plan_to_reach_a_number_is_no_unit() -> None:
    [read] = read_cell("10件予定").values
    assert (read.value, read.unit) == (10, "件")


def test_parts_that_make_up_a_whole_count_the_same_thing() -> None:
    units = [value.unit for value in read_cell("▲5人（正規▲3、会計年度▲2）").values]
    assert units == ["人", "人", "人"]
    apart = [value.unit for value in read_cell("70点（偏差値52、順位3）").values]
    assert apart == ["点", None, None]


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        ("5人（正規3、会計年度1）", ["人", None, None]),  # they are not the whole
        ("5人（正規5）", ["人", None]),  # one part is none
        ("5人、3、2", ["人", None, None]),  # beside it, not of it
        ("5人（正規3％、会計年度2）", ["人", "%", None]),
        ("5人（正規3校、会計年度2校）", ["人", "校", "校"]),
    ],
)
def test_what_makes_up_no_whole_keeps_its_own_unit(cell: str, units: list[str | None]) -> None:
    assert [value.unit for value in read_cell(cell).values] == units
