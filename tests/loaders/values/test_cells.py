"""Cells as plans print them are read as a careful person reads them, or named as unclear."""

from __future__ import annotations

import pytest

import keikaku
from keikaku.loaders.values import Value, read_cell


def only(text: str) -> Value:
    (value,) = keikaku.values(text)
    return value


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("10万3,000人", 103_000, "人"),
        ("1兆2,000億円", 1_200_000_000_000, "円"),
        ("1億2,000万円", 120_000_000, "円"),
        ("3千5百万円", 35_000_000, "円"),
        ("12.5億円/年", 12.5, "億円/年"),
        ("14,860 百万円", 14860, "百万円"),
        ("−3.5%", -3.5, "%"),
        ("▲ 3.5%", -3.5, "%"),
        ("マイナス3.5%", -3.5, "%"),
        ("県平均－2.0", -2.0, None),
        ("＋2,700人", 2700, "人"),
        ("½", 0.5, None),
        ("1½時間", 1.5, "時間"),
        ("3分の2", 2 / 3, None),
        ("8時間30分", 510, "分"),
        ("1時間半", 1.5, "時間"),
        ("1年6か月", 18, "か月"),
        ("三千人", 3000, "人"),
        ("五割", 5, "割"),
        ("年2回", 2, "回/年"),
        ("2年に1回", 1, "回/2年"),
        ("毎月1回", 1, "回/月"),
        ("13万人（年間）", 13, "万人/年"),
        ("85件／４年", 85, "件/4年"),
        ("15.3人/10万人", 15.3, "人/10万人"),
        ("1,200t-CO2", 1200, "t-CO2"),
        ("￥1,000", 1000, "円"),
        ("売上￥1,000", 1000, "円"),
        ("売上高 $1,000", 1000, "ドル"),
        ("8市町／25市町", 8, "市町"),
        ("25市町村中 8市町村", 8, "市町村"),
        ("13市町のうち４市町", 4, "市町"),
        ("全35市町村", 35, "市町村"),
        ("ゼロ", 0, None),
        ("11..5599", 1.59, None),
        ("1,000㎡", 1000, "m2"),
    ],
)
def test_a_number_is_read_whole(text: str, number: float, unit: str | None) -> None:
    value = only(text)
    assert value.value == pytest.approx(number)
    assert value.unit == unit
    assert value.low is value.high is None


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("30-40件", 30, 40, "件"),
        ("40.0～50.0％", 40.0, 50.0, "%"),
        ("40％以上60％以下", 40, 60, "%"),
        ("±5%", -5, 5, "%"),
        ("▲5.0%～▲3.0%", -5.0, -3.0, "%"),
    ],
)
def test_both_ends_of_a_range_are_kept(text: str, low: float, high: float, unit: str) -> None:
    value = only(text)
    assert (value.value, value.low, value.high, value.unit) == (None, low, high, unit)


@pytest.mark.parametrize(
    ("text", "comparator", "qualifier"),
    [
        ("300件以下を維持", "<=", None),
        ("5,000件 未満", "<", None),
        ("50%超", ">", None),
        ("50％を上回る", ">", None),
        ("10位以内", "<=", None),
        ("≧50%", ">=", None),
        ("概ね100%", "=", "概ね"),
        ("80億円台", "=", "台"),
        ("1日平均 300人", "=", "平均"),
        ("約1,200件程度", "=", "約"),
    ],
)
def test_what_binds_a_number(text: str, comparator: str, qualifier: str | None) -> None:
    value = only(text)
    assert (value.comparator, value.qualifier) == (comparator, qualifier)


@pytest.mark.parametrize(
    ("text", "as_of", "year"),
    [
        ("52.0％（R8年度）", "R8年度", 2026),
        ("（令和八年度）50件", "令和八年度", 2026),
        ("西暦2026年度 100件", "西暦2026年度", 2026),
        ("'26 100件", "'26", 2026),
        ("12,345人（令和４(2022)年度）", "令和4(2022)年度", 2022),
        ("12,345人（2022（令和４）年度）", "2022(令和4)年度", 2022),
        ("21.3％（Ｒ4年(Ｒ5.3卒)）", "R4年(R5.3卒)", 2022),
        ("1,234人（令和5年3月31日現在）", "令和5年3月31日現在", 2022),
        ("5人（H30.3卒）", "H30.3卒", 2017),
        ("454（2021～29計）", "2021~29", 2029),
        ("98.9 [H27～30年度平均]", "H27~30年度", 2018),
        ("1,930人（４年２月末時 点）", "4年2月末時点", None),
        ("100件（8年度）", "8年度", None),
        ("各年度1件", "各年度", None),
        ("46％削減（2013年度比）", None, None),
        ("100件（令和4年度からの累計）", None, None),
    ],
)
def test_a_date_is_kept_as_printed_and_as_its_fiscal_year(
    text: str, as_of: str | None, year: int | None
) -> None:
    value = only(text)
    assert (value.as_of, value.fiscal_year) == (as_of, year)


@pytest.mark.parametrize(
    "text",
    [
        "累計450件（R8～R11）",
        "4年間で100件",
        "延べ 1,000人",
        "311人 (R元～R6累計)",
        "100件（4年間の累計額）",
    ],
)
def test_what_sums_up_says_so(text: str) -> None:
    assert only(text).cumulative


def test_parts_have_their_names_and_share_the_date() -> None:
    read = keikaku.values("2022年 男性 73.06年（全国10位） 女性 75.36年（全国30位）")
    assert [(v.series, v.value, v.unit) for v in read] == [
        ("男性", 73.06, "年"),
        ("男性", 10, "位"),
        ("女性", 75.36, "年"),
        ("女性", 30, "位"),
    ]
    assert {v.fiscal_year for v in read} == {2022}


def test_a_group_goes_on_to_the_next_part() -> None:
    read = keikaku.values("小5:男子507分 女子324分 中2:男子817分 女子618分")
    assert [v.series for v in read] == ["小5男子", "小5女子", "中2男子", "中2女子"]


def test_an_indicator_of_its_own_is_no_part() -> None:
    value = only("65歳以上の新規認定者数 100人以下")
    assert (value.value, value.series, value.label) == (100, None, "65歳以上の新規認定者数")


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("34.5％（R4）→ 50％（R10）", ["baseline", "target"]),
        ("83.1%から100%へ", ["baseline", "target"]),
        ("現状値 1,234人（H30） 目標値 1,500人（R5）", ["baseline", "target"]),
        ("64.0 実績値", ["actual"]),
        ("2026年度に累計300団体をめざす", ["target"]),
        ("50件", [None]),
    ],
)
def test_a_role_is_read_only_where_it_is_stated(text: str, roles: list[str | None]) -> None:
    assert [v.role for v in keikaku.values(text)] == roles


@pytest.mark.parametrize(
    ("text", "relative", "comparator"),
    [
        ("85%以上を維持", "維持", ">="),
        ("前年度(77.8%)を上回る", "前年度(77.8%)を上回る", ">"),
        ("法定雇用率以上（2.70％）", "法定雇用率以上", ">="),
        ("約10％の減少を目指す", "約10%の減少", "="),
        ("前年度比5％増", "前年度比5%増", "="),
    ],
)
def test_what_a_number_is_bound_to(text: str, relative: str, comparator: str) -> None:
    value = only(text)
    assert (value.relative, value.comparator) == (relative, comparator)


@pytest.mark.parametrize(
    "text", ["前年度以上", "全国平均以上", "現状維持", "半減", "毎年度減少", "全国平均を上回る"]
)
def test_a_target_in_words_is_relative_and_holds_no_number(text: str) -> None:
    cell = read_cell(text)
    assert (cell.kind, cell.values, cell.relative) == ("words", [], text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("―", "none"),
        ("－ [H30年度]", "none"),
        ("2023年度", "date"),
        ("令和4年4月～令和9年3月", "date"),
        ("○", "words"),
        ("〇", "words"),
        ("中位", "words"),
        ("検討中", "words"),
        ("", "words"),
        ("7 8 9 10", "unclear"),
        ("1-2-3", "unclear"),
        ("10:30", "unclear"),
        ("12,34件", "unclear"),
        ("3回×5校", "unclear"),
        ("34 CEFR A1以上の英語力を有する生徒の割合", "unclear"),
        ("1.80 希望出生率", "unclear"),
    ],
)
def test_what_is_not_understood_wholly_gives_no_number(text: str, kind: str) -> None:
    cell = read_cell(text)
    assert (cell.kind, cell.values) == (kind, [])


def test_a_value_knows_where_it_stands_in_the_source() -> None:
    text = "満足度　約５０％以上 （R8）"
    value = only(text)
    assert text[value.start : value.end] == "約５０％以上"
    assert value.raw == "約５０％以上"


@pytest.mark.parametrize(
    "text",
    ["3つの柱で推進", "2学期から開始", "5年後に検証", "10年を目途に整備", "3施設の在り方を検討"],
)
def test_numbers_that_count_nothing_are_no_values(text: str) -> None:
    assert keikaku.values(text) == []
