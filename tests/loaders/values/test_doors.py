"""Every door reads numbers alike: target cells, corrections, what is typed into a form."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import pytest

from keikaku.graph.measures import (
    at_target,
    change,
    format_change,
    in_unit_of,
    is_held,
    same_unit,
)
from keikaku.loaders.directions import direction
from keikaku.loaders.implementation_plan.target_cells import TargetCell, read_targets
from keikaku.loaders.readings import IndicatorReading, Remark
from keikaku.loaders.text import normal
from keikaku.loaders.values import whole_value
from keikaku.workshop.cell_values import typed
from tests.loaders.correcting import correct, small

READ = [
    ("10万3,000人", 103_000, "人"),
    ("1兆2,000億円", 1_200_000_000_000, "円"),
    ("1億500円", 100_000_500, "円"),
    ("2億5,000万3,000円", 250_003_000, "円"),
    ("2千5百人", 2500, "人"),
    ("−3.5%", -3.5, "%"),
    ("‐3.5%", -3.5, "%"),
    ("マイナス3.5%", -3.5, "%"),
    ("▲ 3.5%", -3.5, "%"),
    ("8時間30分", 510, "分"),
    ("100件/5年", 100, "件/5年"),
    ("三百人", 300, "人"),
    ("八割", 8, "割"),
    ("2分の1", 0.5, None),
]


def targets(cell: str) -> tuple[list[IndicatorReading], list[Remark]]:
    return read_targets([TargetCell(1, normal(cell))], "2029年度末", "1-1-1")


def the_target(cell: str) -> IndicatorReading:
    (indicator,) = targets(cell)[0]
    return indicator


@pytest.mark.parametrize(("text", "value", "unit"), READ)
def test_each_door_reads_the_number_whole(text: str, value: float, unit: str | None) -> None:
    parsed = the_target(f"・利用の状況 {text}")
    assert parsed.name == "利用の状況"
    assert parsed.target is not None
    assert (parsed.target.value, parsed.target.unit) == (value, unit)
    plan = small()
    indicator = plan.indicator("aoba-2030/plan/1-1-1", "利用の状況", None, None)
    assert (
        correct(plan, f'set: {{plan: 1-1-1, indicator: 利用の状況, target: "{text}"}}') is not None
    )
    fixed: Any = plan.node(indicator).facts["target"]
    fixed = fixed if isinstance(fixed, dict) else asdict(fixed)
    assert (fixed["value"], fixed["unit"]) == (value, unit)
    entered = typed(text)
    assert entered is not None
    assert (entered.value, entered.unit) == (value, unit)


def test_a_range_keeps_both_ends() -> None:
    for text in ("30-40件", "30～40件", "30件以上40件以下"):
        target = the_target(f"・受付件数 {text}").target
        assert target is not None
        assert (target.value, target.low, target.high, target.unit) == (None, 30, 40, "件")


@pytest.mark.parametrize("text", ["受付件数 2、000件", "受付件数 1,2,3", "割合 5人に1人"])
def test_what_is_not_one_number_is_reported_and_not_read_in_part(text: str) -> None:
    read, remarks = targets(f"・{text}")
    assert [one.target for one in read] == [None]
    assert "value-unclear" in [remark.code for remark in remarks]


def test_a_date_in_brackets_dates_the_target() -> None:
    target = the_target("・満足度 52.0％（R8年度）").target
    assert target is not None
    assert (target.as_of, target.fiscal_year) == ("R8年度", 2026)


def test_from_one_value_to_another_is_baseline_and_target() -> None:
    parsed = the_target("・普及率 83.1%から100%へ")
    assert parsed.baseline is not None
    assert parsed.target is not None
    assert (parsed.name, parsed.baseline.value, parsed.target.value) == ("普及率", 83.1, 100)


def test_a_value_for_each_year_is_kept_and_the_last_is_the_target() -> None:
    parsed = the_target("・受講者数 R8:100人 R9:120人 R10:140人")
    assert parsed.name == "受講者数"
    assert parsed.target is not None
    assert parsed.target.value == 140
    assert [(one["fiscal_year"], one["value"], one["kind"]) for one in parsed.values] == [
        (2026, 100, "target"),
        (2027, 120, "target"),
        (2028, 140, "target"),
    ]


def test_words_that_bind_a_target_are_parted_from_its_name() -> None:
    parsed = the_target("・利用者数 前年度以上")
    assert (parsed.name, parsed.target, parsed.measurable) == ("利用者数", None, False)
    assert parsed.relative == "前年度以上"


def test_a_target_in_words_and_a_baseline_of_its_name_are_one_indicator() -> None:
    cell = (
        "・市債残高比率を前の決算より良化させる。\n（2025年度末時点の現況値）\n・市債残高比率 98.2%"
    )
    parsed = the_target(cell)
    assert parsed.name == "市債残高比率"
    assert parsed.baseline is not None
    assert parsed.baseline.value == 98.2
    assert parsed.relative == "市債残高比率を前の決算より良化させる。"


def test_to_hold_is_a_direction_of_its_own_whatever_stands_before_it() -> None:
    parsed = the_target("・満足度 85%以上を維持")
    assert parsed.target is not None
    assert parsed.relative == "維持"
    assert direction(parsed.name, parsed.target, None, parsed.relative) == "maintain"
    target = asdict(parsed.target)
    assert is_held(90, target)
    assert is_held(85, target)
    assert not is_held(84, target)


def test_a_range_to_hold_is_held_at_both_its_ends() -> None:
    parsed = the_target("・稼働率 40～50%を維持")
    assert parsed.target is not None
    target = asdict(parsed.target)
    assert [value for value in (39.9, 40, 45, 50, 50.1) if is_held(value, target)] == [40, 45, 50]


def test_a_sum_over_years_is_not_held_against_one_year() -> None:
    parsed = the_target(
        "・効果額（4年間累計額） 400万円\n（2025年度末時点の現況値）\n・効果額 500万円"
    )
    assert parsed.target is not None
    assert parsed.target.cumulative
    held: dict[str, Any] = {**asdict(parsed.target), "value": 500}
    facts: dict[str, Any] = {"target": asdict(parsed.target), "baseline": held}
    facts["direction"] = "increase"
    assert at_target(facts) is True
    facts["baseline"]["cumulative"] = None
    assert at_target(facts) is None


def test_values_of_two_scales_are_compared() -> None:
    target, baseline = whole_value("10万人以上"), whole_value("98,000人")
    assert target is not None
    assert baseline is not None
    assert same_unit(asdict(target), asdict(baseline))
    assert in_unit_of(asdict(baseline), asdict(target))["value"] == 9.8
    assert at_target({"target": asdict(target), "baseline": asdict(baseline)}) is False


def test_percentages_differ_in_points() -> None:
    parsed = change({"value": 6, "unit": "%"}, {"value": 100, "unit": "%"})
    assert parsed == {"value": 94, "unit": "ポイント"}
    assert format_change(parsed, "ja") == "+94ポイント"
    assert change({"value": 98_000, "unit": "人"}, {"value": 10, "unit": "万人"}) == {
        "value": 0.2,
        "unit": "万人",
    }
    assert change({"value": 1, "unit": "件"}, {"value": 2, "unit": "%"}) is None


@pytest.mark.parametrize(
    ("text", "baseline", "target", "steps"),
    [
        ("50→60→80", (50, None, None), (80, None, 2029), []),
        ("25→30→35件", (25, "件", None), (35, "件", 2029), []),
        ("R7：50％→R11：60％", (50, "%", 2025), (60, "%", 2029), []),
        ("R6 50％→R8 60％→R10 80％", (50, "%", 2024), (80, "%", 2028), [(2026, 60), (2028, 80)]),
    ],
)
def test_a_chain_is_one_indicator_with_its_steps(
    text: str,
    baseline: tuple[float, str | None, int | None],
    target: tuple[float, str | None, int | None],
    steps: list[tuple[int, float]],
) -> None:
    parsed = the_target(f"・利用の状況 {text}")
    assert parsed.name == "利用の状況"
    assert parsed.baseline is not None
    assert parsed.target is not None
    for measure, wanted in ((parsed.baseline, baseline), (parsed.target, target)):
        assert (measure.value, measure.unit, measure.fiscal_year) == wanted
    assert [(v["fiscal_year"], v["value"]) for v in parsed.values] == steps


def test_brackets_behind_a_value_are_no_other_target() -> None:
    parsed = the_target("・利用の割合 9.7% [R2年度] (全国15.0％)")
    assert parsed.name == "利用の割合"
    assert parsed.target is not None
    assert (parsed.target.value, parsed.target.fiscal_year) == (9.7, 2020)


def test_signs_and_open_ends_behind_a_number_bind_it() -> None:
    for text, comparator in (("70%＜", ">"), ("30％～", ">="), ("30件≧", "<=")):
        parsed = the_target(f"・利用の割合 {text}")
        assert parsed.target is not None
        assert parsed.target.comparator == comparator
