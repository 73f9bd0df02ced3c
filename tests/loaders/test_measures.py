"""A printed value is read back: its number, its unit with rhythm, at least or at most, about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keikaku.loaders.implementation_plan.target_numbers import (
    NumberHit,
    in_sentence,
    values,
)
from keikaku.loaders.text import normal

UNITS = ("%", "件", "人", "千円", "百万円", "か所", "回", "時間", "km", "ha", "m2", "ポイント")
RHYTHMS = {"": "", "/年": "/年", "/年度": "/年度", "/年間": "/年間", "/月": "/月", "/ 日": "/日"}
COMPARATORS = {"": "=", "以上": ">=", "以下": "<=", "以内": "<="}
QUALIFIERS = ("", "約", "概ね")


def the_value(text: str) -> NumberHit:
    (value,) = values(normal(text))
    return value


def none_in(text: str) -> bool:
    return not list(values(normal(text)))


@pytest.mark.parametrize(
    ("printed", "value", "unit"),
    [
        ("納付率 98.2%", 98.2, "%"),
        ("納付率 ９８．２％", 98.2, "%"),
        ("窓口受付 35件/年", 35, "件/年"),
        ("研修 40時間/年間", 40, "時間/年間"),
        ("新規登録 12名/年度", 12, "名/年度"),
        ("年9回", 9, "回/年"),
        ("年間100件", 100, "件/年"),
        ("月間 20時間", 20, "時間/月"),
        ("毎月3回", 3, "回/月"),
        ("週3日", 3, "日/週"),
        ("削減額 1,580,493千円", 1580493, "千円"),
        ("歩道 L=300km/年", 300, "km/年"),
        ("面積 3㎡", 3, "m2"),
        ("1か所", 1, "か所"),
        ("会議 10 回", 10, "回"),
        ("増減 ▲3.5%", -3.5, "%"),
        ("増減 △1,200千円", -1200, "千円"),
        ("事故 0件", 0, "件"),
        ("登録 10,000", 10000, None),
        ("100%を維持", 100, "%"),
        ("稼働率 80%を目指す", 80, "%"),
        ("1999人", 1999, "人"),
    ],
)
def test_a_value_has_its_number_and_its_unit(printed: str, value: float, unit: str | None) -> None:
    parsed = the_value(printed)
    assert (parsed.value, parsed.unit) == (value, unit)


@pytest.mark.parametrize(
    ("printed", "comparator", "qualifier"),
    [
        ("98%以上", ">=", None),
        ("98％以下", "<=", None),
        ("10日以内", "<=", None),
        ("98%", "=", None),
        ("300人以上/年", ">=", None),
        ("300人/年以上", ">=", None),
        ("約8,308,557千円", "=", "約"),
        ("概ね10日以内", "<=", "概ね"),
        ("延べ500人以上", ">=", None),
    ],
)
def test_at_least_at_most_and_about(printed: str, comparator: str, qualifier: str | None) -> None:
    value = the_value(printed)
    assert (value.comparator, value.qualifier) == (comparator, qualifier)


@given(
    st.one_of(
        st.integers(min_value=0, max_value=10**12),
        st.decimals(min_value=0, max_value=10**6, places=2).map(float),
    ),
    st.sampled_from(UNITS),
    st.sampled_from(list(RHYTHMS)),
    st.sampled_from(list(COMPARATORS)),
    st.sampled_from(QUALIFIERS),
    st.booleans(),
)
def test_a_printed_value_reads_back(
    value: float, unit: str, rhythm: str, comparator: str, qualifier: str, wide: bool
) -> None:
    printed = f"{qualifier}{value:,}{unit}{rhythm}{comparator}"
    if wide:
        printed = printed.translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789.,%"})
    parsed = the_value(f"達成の見込み {printed}")
    assert parsed.value == pytest.approx(value)
    assert parsed.unit == f"{unit}{RHYTHMS[rhythm]}"
    assert parsed.comparator == COMPARATORS[comparator]
    assert parsed.qualifier == (qualifier or None)
    assert parsed.raw.strip() == normal(printed)


@pytest.mark.parametrize(
    "text",
    [
        "2031年度",
        "2031年度末",
        "2031",
        "令和13年度",
        "令和１３年",
        "R13",
        "平成31年3月末",
        "市民満足度の向上",
        "",
        "。",
        "No.5",
        "(10件)",
        "件数(うち市外 20件",
    ],
)
def test_years_words_and_what_stands_in_parentheses_are_no_value(text: str) -> None:
    assert none_in(text)


@given(st.integers(min_value=1950, max_value=2079))
def test_no_year_is_a_value(year: int) -> None:
    assert none_in(f"{year}年度")
    assert none_in(f"{year}年度末")
    assert none_in(f"令和{year % 30 + 1}年度")


@pytest.mark.parametrize(
    ("printed", "name", "value"),
    [
        ("65歳以上の参加率 30%", "65歳以上の参加率", 30),
        ("人口10万人あたりの事故 5.2件", "人口10万人あたりの事故", 5.2),
        ("1人1日あたりのごみ量 850g", "1人1日あたりのごみ量", 850),
        ("3歳児健診の受診率 95%以上", "3歳児健診の受診率", 95),
        ("24時間利用できる窓口 3か所", "24時間利用できる窓口", 3),
    ],
)
def test_a_number_inside_a_name_belongs_to_the_name(printed: str, name: str, value: float) -> None:
    parsed = the_value(printed)
    assert parsed.value == value
    assert printed[: parsed.start].strip() == name


def test_several_values_come_in_their_order() -> None:
    text = "耐震化率 100%、公園 5か所 (うち改修 2か所)。広場 3か所"
    assert [(one.value, one.unit) for one in values(text)] == [
        (100, "%"),
        (5, "か所"),
        (3, "か所"),
    ]


@given(st.text("1234567890件%年度以上約 、.,()/令和人LR=×", max_size=60))
def test_values_of_any_soup_stand_apart_and_in_the_text(text: str) -> None:
    end = 0
    for value in values(text):
        assert end <= value.start < value.end <= len(text)
        assert text[value.start : value.end] == value.raw.lstrip()
        end = value.end


@pytest.mark.parametrize("digits", [21, 400, 5_000])
def test_a_number_too_long_to_mean_anything_is_none(digits: int) -> None:
    assert none_in("件数 " + "9" * digits + "件")
    assert in_sentence("全" + "9" * digits + "校に設置") is None


def test_a_number_of_twenty_digits_is_exact() -> None:
    assert the_value("資産 12345678901234567890円").value == 12345678901234567890


@pytest.mark.parametrize(
    ("sentence", "value", "unit", "comparator"),
    [
        ("30日以内に回答する", 30, "日", "<="),
        ("申請から3か月以内に交付する", 3, "か月", "<="),
        ("全76校に設置する", 76, "校", "="),
        ("年間5件以上の提案を受ける", 5, "件", ">="),
    ],
)
def test_a_sentence_may_hold_its_target(
    sentence: str, value: float, unit: str, comparator: str
) -> None:
    parsed = in_sentence(sentence)
    assert parsed is not None
    assert (parsed.value, parsed.unit, parsed.comparator) == (value, unit, comparator)


@pytest.mark.parametrize(
    "sentence",
    [
        "65歳以上の市民に案内する",
        "3校に設置する",
        "計画を策定する",
        "2031年度に公表する",
        "(30日以内に回答)",
    ],
)
def test_other_sentences_hold_none(sentence: str) -> None:
    assert in_sentence(sentence) is None
