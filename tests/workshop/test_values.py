"""Numbers as people type them into a cell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keikaku.workshop.cell_values import typed, unit_fits


@pytest.mark.parametrize(
    ("text", "value", "unit", "comparator", "qualifier"),
    [
        ("1200", 1200, None, "=", None),
        ("１，２００", 1200, None, "=", None),
        ("約1,200件", 1200, "件", "=", "約"),
        ("98.2％", 98.2, "%", "=", None),
        (" 98.2 ％以上 ", 98.2, "%", ">=", None),
        ("年9回", 9, "回/年", "=", None),
        ("8件以上/年", 8, "件/年", ">=", None),
        ("30日以内", 30, "日", "<=", None),
        ("▲3.5", -3.5, None, "=", None),
        ("－3", -3, None, "=", None),
        ("+5", 5, None, "=", None),
        ("1万2千", 12000, None, "=", None),
        ("1億2,000万円", 120_000_000, "円", "=", None),
        ("2022", 2022, None, "=", None),
        ("20398.72㎡", 20398.72, "m2", "=", None),
        ("1200件程度", 1200, "件", "=", "程度"),
        ("10万3,000人", 103_000, "人", "=", None),
        ("8時間30分", 510, "分", "=", None),
    ],
)
def test_a_number_is_read_with_what_stands_around_it(
    text: str, value: float, unit: str | None, comparator: str, qualifier: str | None
) -> None:
    number = typed(text)
    assert number is not None
    assert (number.value, number.unit, number.comparator, number.qualifier) == (
        value,
        unit,
        comparator,
        qualifier,
    )
    assert number.raw == text.strip()


@pytest.mark.parametrize(
    "text", ["", "達成", "1.2.3", "30%~40%", "1,20", "3/5か所", "12,34,567", "R5", "1 2", "3・4"]
)
def test_what_is_no_single_number_is_none(text: str) -> None:
    assert typed(text) is None


def test_a_unit_that_holds_digits_is_known_by_the_indicator() -> None:
    assert typed("5館×年1回") is None
    number = typed("5館×年1回", "館×年1回")
    assert number is not None
    assert (number.value, number.unit) == (5, "館×年1回")


@given(st.integers(-(10**12), 10**12))
def test_every_whole_number_comes_back_with_or_without_separators(value: int) -> None:
    for text in (str(value), f"{value:,}", f"約{value:,}"):
        number = typed(text)
        assert number is not None
        assert number.value == value


@given(st.text(max_size=20))
def test_any_text_is_a_number_or_none(text: str) -> None:
    number = typed(text)
    assert number is None or isinstance(number.value, int | float)


def test_a_number_of_another_scale_keeps_the_unit_that_was_typed() -> None:
    number = typed("120万円", "千円")
    assert number is not None
    assert (number.value, number.unit) == (120, "万円")
    assert not unit_fits(number.unit, "千円")


def test_units_fit_where_they_are_the_same_or_left_out() -> None:
    assert unit_fits(None, "件/年")
    assert unit_fits("件", "件/年間")
    assert unit_fits("名/年", "人/年度")
    assert not unit_fits("件/月", "件/年")
    assert not unit_fits("円", "千円")
    assert not unit_fits("‰", "%")
    assert not unit_fits("%", None)
