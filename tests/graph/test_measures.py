"""Values are compared in one scale, and a target is reached, held, or cannot be told."""

from __future__ import annotations

from typing import Any

import pytest

from keikaku.graph.measures import (
    at_target,
    better_direction,
    change,
    format_change,
    format_measure,
    in_unit_of,
    is_held,
    is_reached,
    same_unit,
    units_of,
)


def value(number: float | None, unit: str | None = "件", sign: str = "=", **more: Any) -> Any:
    return {"value": number, "unit": unit, "comparator": sign, **more}


@pytest.mark.parametrize(
    ("sign", "direction", "better"),
    [
        (">=", None, "increase"),
        (">", "decrease", "increase"),
        ("<=", None, "decrease"),
        ("<", "increase", "decrease"),
        ("=", None, None),
        ("=", "decrease", "decrease"),
        (">=", "maintain", "maintain"),
    ],
)
def test_the_sign_says_what_is_better(sign: str, direction: str | None, better: str | None) -> None:
    assert better_direction(value(1, sign=sign), direction) == better


@pytest.mark.parametrize(
    ("actual", "target", "direction", "reached"),
    [
        (90, value(90, sign=">="), None, True),
        (89.9, value(90, sign=">="), None, False),
        (90, value(90, sign=">"), None, False),
        (90.1, value(90, sign=">"), None, True),
        (90, value(90, sign="<="), None, True),
        (91, value(90, sign="<="), None, False),
        (90, value(90, sign="<"), None, False),
        (89, value(90, sign="<"), None, True),
        (90, value(90), None, True),
        (91, value(90), None, False),
        (91, value(90), "increase", True),
        (89, value(90), "increase", False),
        (89, value(90), "decrease", True),
        (91, value(90), "decrease", False),
        (90, value(90), "maintain", False),
        (2, value(None, low=3, high=5), None, False),
        (3, value(None, low=3, high=5), None, True),
        (5, value(None, low=3, high=5), None, True),
        (6, value(None, low=3, high=5), None, False),
        (6, value(None, low=3, high=5), "increase", True),
        (2, value(None, low=3, high=5), "increase", False),
        (2, value(None, low=3, high=5), "decrease", True),
        (6, value(None, low=3, high=5), "decrease", False),
        (9, value(None, low=3, high=None), None, True),
        (2, value(None, low=3, high=None), None, False),
        (2, value(None, low=None, high=5), None, True),
        (6, value(None, low=None, high=5), None, False),
    ],
)
def test_a_target_is_reached(
    actual: float, target: dict[str, Any], direction: str | None, reached: bool
) -> None:
    assert is_reached(actual, target, direction) is reached


@pytest.mark.parametrize(
    ("actual", "target", "held"),
    [
        (85, value(85, sign=">="), True),
        (84, value(85, sign=">="), False),
        (85, value(85, sign=">"), False),
        (86, value(85, sign=">"), True),
        (85, value(85, sign="<="), True),
        (86, value(85, sign="<="), False),
        (85, value(85, sign="<"), False),
        (84, value(85, sign="<"), True),
        (85, value(85), True),
        (86, value(85), False),
        (40, value(None, low=40, high=50), True),
        (50, value(None, low=40, high=50), True),
        (39, value(None, low=40, high=50), False),
        (51, value(None, low=40, high=50), False),
        (51, value(None, low=40), True),
        (39, value(None, high=50), True),
        (51, value(None, high=50), False),
    ],
)
def test_a_level_is_held(actual: float, target: dict[str, Any], held: bool) -> None:
    assert is_held(actual, target) is held


@pytest.mark.parametrize(
    ("baseline", "target", "direction", "there"),
    [
        (None, value(5), None, None),
        (value(5), None, None, None),
        (value(5), value(5), None, True),
        (value(5), value(6), None, False),
        (value(5, "回"), value(5), None, None),
        (value(5, None), value(5), None, True),
        (value(None, low=3, high=5), value(5), None, None),
        (value(4), value(None, low=3, high=5), None, True),
        (value(5, cumulative=True), value(5), None, None),
        (value(5), value(5, cumulative=True), None, None),
        (value(5, cumulative=True), value(5, cumulative=True), None, True),
        (value(98_000, "人"), value(10, "万人", ">="), None, False),
        (value(110_000, "人"), value(10, "万人", ">="), None, True),
        (value(90), value(85, sign=">="), "maintain", True),
        (value(80), value(85, sign=">="), "maintain", False),
        (value(85), value(85), "maintain", False),
    ],
)
def test_a_baseline_is_at_its_target_or_that_is_unknown(
    baseline: Any, target: Any, direction: str | None, there: bool | None
) -> None:
    facts = {"baseline": baseline, "target": target, "direction": direction}
    assert at_target(facts) is there


@pytest.mark.parametrize(
    ("measure", "other", "number", "unit"),
    [
        (value(98_000, "人"), value(10, "万人"), 9.8, "万人"),
        (value(2, "億円"), value(1, "百万円"), 200, "百万円"),
        (value(3, "千円"), value(1, "千円"), 3, "千円"),
        (value(3, None), value(1, "千円"), 3, None),
        (value(3, "千円"), value(1, None), 3, "千円"),
    ],
)
def test_a_value_in_the_scale_of_another(
    measure: Any, other: Any, number: float, unit: str | None
) -> None:
    scaled = in_unit_of(measure, other)
    assert (scaled["value"], scaled["unit"]) == (number, unit)
    assert type(scaled["value"]) is type(number)


def test_the_ends_of_a_range_are_scaled_too() -> None:
    scaled = in_unit_of(value(None, "人", low=20_000, high=45_000), value(1, "万人"))
    assert (scaled["value"], scaled["low"], scaled["high"]) == (None, 2, 4.5)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (None, value(5), None),
        (value(5, "回"), value(5), None),
        (value(None, low=3, high=5), value(5), None),
        (value(5), value(None, low=3, high=5), None),
        (value(5), value(8), "+3件"),
        (value(8), value(4.5), "-3.5件"),
        (value(8), value(8), "±0件"),
        (value(6, "%"), value(100, "%"), "+94ポイント"),
        (value(6, "%/年"), value(7, "%/年"), "+1ポイント/年"),
        (value(1, "万人"), value(12_345, "人"), "+2,345人"),
        (value(0.1, "%"), value(0.3, "%"), "+0.2ポイント"),
        (value(1, None), value(3, None), "+2"),
    ],
)
def test_how_far_a_value_went(before: Any, after: Any, said: str | None) -> None:
    gone = change(before, after)
    assert (None if gone is None else format_change(gone, "ja")) == said


def test_points_are_called_so_in_english() -> None:
    gone = change(value(6, "%"), value(4, "%"))
    assert gone is not None
    assert format_change(gone, "en") == "-2 points"


@pytest.mark.parametrize(
    ("measure", "ja", "en"),
    [
        (value(32.5, "%", qualifier="約", as_of="2021年度末"), "約32.5%（2021年度末）", None),
        (value(50, "%", ">="), "50%以上", "50% or more"),
        (value(50, "%", ">"), "50%超", "50% (more than)"),
        (value(50, "%", "<="), "50%以下", "50% or less"),
        (value(50, "%", "<"), "50%未満", "50% (less than)"),
        (value(1000, None), "1,000", "1,000"),
        (value(-1000, "円"), "-1,000円", "-1,000円"),
        (value(999, "円"), "999円", "999円"),
        (value(None, "日", low=3, high=5000), "3～5,000日", "3～5,000日"),
        (value(None, "日", low=None, high=5), "～5日", "～5日"),
        (value(None, "日", low=3), "3～日", "3～日"),
        (value(3, as_of="2026年度"), "3件（2026年度）", "3件 (2026年度)"),
    ],
)
def test_a_value_as_people_write_it(measure: Any, ja: str, en: str | None) -> None:
    assert format_measure(measure, "ja") == ja
    assert en is None or format_measure(measure, "en") == en


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("件", "件", True),
        ("件", "回", False),
        ("名", "人", True),
        ("千円", "円", True),
        ("件/年", "件", True),
        ("件/年", "件/月", False),
        ("件/年度", "件/年", True),
        ("ｈ", "時間", True),
        (None, "件", True),
        ("件/年", None, True),
    ],
)
def test_units_agree(one: str | None, other: str | None, same: bool) -> None:
    assert same_unit(value(1, one), value(1, other)) is same
    assert same_unit(value(1, other), value(1, one)) is same


def test_the_units_of_an_indicator_are_those_of_all_its_values() -> None:
    facts = {
        "target": value(1, "件/年"),
        "baseline": None,
        "values": [value(1, "名"), value(1, None)],
    }
    assert units_of(facts) == {"件", "人"}
    assert units_of({}) == set()
