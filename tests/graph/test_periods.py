"""Periods of plans and the years of their tables, in the forms in which documents print them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keikaku.graph.errors import KeikakuError
from keikaku.graph.periods import Span, period_in, span
from keikaku.graph.typed_years import typed_year
from keikaku.graph.years import era_year, fiscal_year, fiscal_year_of, kanji_number, years_in

FOUR = Span(2026, 2029)
KANJI = "〇一二三四五六七八九"


@pytest.mark.parametrize(
    "printed",
    [
        "2026年度～2029年度",
        "2026年度から2029年度まで",
        "２０２６年度～２０２９年度",
        "2026～29年度",
        "2026-2029",
        "2026〜2029年度",
        "2026年度→2029年度",
        "西暦2026年度～西暦2029年度",
        "'26年度～'29年度",
        "令和8～11年度",
        "令和８年度～１１年度",
        "令和8年度～令和11年度",
        "令和八年度～令和十一年度",
        "二〇二六年度から二〇二九年度まで",
        "R8～R11",
        "R8-11",
        "平成38年度～平成41年度",
        "昭和101年度～昭和104年度",
        "令和8年度から4年間",
        "令和8年度から四年間",
        "令和8年度を初年度とする4か年",
        "2026年度からの4年間",
        "4年間（令和8年度～令和11年度）",
        "2026年度（令和8年度）～2029年度（令和11年度）",
        "2026(R8)～2029(R11)",
        "令和8年度から令和11年度までの4か年",
        "2026年度～2029年度（4年間）",
        "2026年4月～2030年3月",
        "令和8年4月1日から令和12年3月31日まで",
        "2026/4/1～2030/3/31",
        "2026.4～2030.3",
        "令和8・9・10・11年度",
        "令和8年度、令和9年度、令和10年度及び令和11年度",
        "2026年度～2029年度（2025年度に策定）",
        "第2期（2026年度～2029年度）",
    ],
)
def test_a_period_is_read_in_every_form(printed: str) -> None:
    assert span(printed) == FOUR
    period = period_in(f"計画期間：{printed}")
    assert period is not None
    assert period[1] == FOUR


@pytest.mark.parametrize(
    "printed",
    [
        "2026年度～2029年度（3年間）",
        "令和8年度から令和11年度までの3年間",
        "2029年度～2026年度",
        "2026年度、2028年度",
        "計画の見直し（R8～R9）",
        "第2期",
        "4年間",
        "未定",
        "",
    ],
)
def test_what_is_no_period_or_contradicts_itself_is_not_read(printed: str) -> None:
    assert span(printed) is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("推進期間：2026年度～2029年度", FOUR),
        ("計画の期間：2026年度～2029年度（2025年度に策定）", FOUR),
        ("計画期間　2026年度～2029年度　前計画：2022年度～2025年度", FOUR),
        ("前計画：2022年度～2025年度　計画期間：2026年度～2029年度", FOUR),
        ("計画期間：2026年度～2029年度（前計画：2022年度～2025年度）", FOUR),
        ("計画期間は、令和8年度から令和11年度までの4年間とします。", FOUR),
        ("本計画の計画期間は、令和8年度から令和11年度までの4年間とし、見直します。", FOUR),
        ("（推進期間 2026年度～2029年度）", FOUR),
        ("対象期間: 令和8年度以降", Span(2026, None)),
        ("計画期間：2026年度ごろから2029年度ごろ", None),
    ],
)
def test_a_line_states_the_period_of_its_own_plan(line: str, expected: Span | None) -> None:
    period = period_in(line)
    assert period is not None
    assert period[1] == expected


@pytest.mark.parametrize(
    "line",
    ["前計画：2022年度～2025年度", "前計画期間：2022年度～2025年度", "2026年3月", "計画期間"],
)
def test_other_lines_state_no_period(line: str) -> None:
    assert period_in(line) is None


@given(st.integers(1990, 2060), st.integers(0, 20), st.data())
def test_any_two_years_in_any_calendar_are_their_period(
    first: int, length: int, data: st.DataObject
) -> None:
    forms = [lambda y: f"{y}年度", era_year, lambda y: f"西暦{y}年度", _kanji]
    one, two = (data.draw(st.sampled_from(forms)) for _ in range(2))
    by = data.draw(st.sampled_from(["～", "から", "-", " ～ ", "〜"]))
    assert span(f"{one(first)}{by}{two(first + length)}") == Span(first, first + length)


@given(st.integers(1990, 2060))
def test_a_year_comes_back_from_every_calendar(year: int) -> None:
    era = era_year(year)
    for words in (f"{year}年度", era, f"西暦{year}年", _kanji(year), era.removesuffix("度")):
        assert fiscal_year(words) == year
        assert [parsed_year for parsed_year, _ in years_in(f"目標は{words}まで")] == [year]


@given(st.text(max_size=40))
def test_no_text_breaks_the_reader(text: str) -> None:
    span(text)
    period_in(f"計画期間：{text}")


def _kanji(year: int) -> str:
    return "".join(KANJI[int(digit)] for digit in str(year)) + "年度"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("今年度", 2026),
        ("本年度", 2026),
        ("来年度", 2027),
        ("再来年度", 2028),
        ("昨年度", 2025),
        ("this year", 2026),
        ("最終年度", 2029),
        ("初年度", 2026),
        ("2年目", 2027),
        ("8年度", 2026),
        ("R9", 2027),
        ("令和九年度", 2027),
        ("課", None),
    ],
)
def test_a_year_is_understood_as_it_is_typed(
    typed: str, expected: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KEIKAKU_TODAY", "2026-07-01")
    assert typed_year(typed, (2026, 2029)) == expected


def test_january_belongs_to_the_fiscal_year_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEIKAKU_TODAY", "2027-01-31")
    assert typed_year("今年度") == 2026
    monkeypatch.setenv("KEIKAKU_TODAY", "someday")
    with pytest.raises(KeikakuError, match="KEIKAKU_TODAY"):
        typed_year("今年度")


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("令和8年度", Span(2026, 2026)),
        ("2026年度～2026年度", Span(2026, 2026)),
        ("2026年度～2086年度", Span(2026, 2086)),
        ("2026年度～2087年度", None),
        ("令和8年度から1年間", Span(2026, 2026)),
        ("令和8年度から60年間", Span(2026, 2085)),
        ("令和8年度から61年間", None),
        ("令和8年度から0年間", None),
        ("2026年3月～2030年3月", Span(2025, 2029)),
        ("2026年3月から4年間", Span(2025, 2028)),
        ("2026年3月以降", Span(2025, None)),
        ("2026年4月～", Span(2026, None)),
        ("2026年4月", None),
        ("2026/4", None),
        ("2026年13月～2030年3月", None),
        ("令和8・10年度", None),
        ("令和8、9年度", Span(2026, 2027)),
        ("2026、27年度", Span(2026, 2027)),
        ("2026年度（令和8年度）", Span(2026, 2026)),
        ("2026年度～2029年度（令和8年度～令和12年度）", None),
        ("2026年度～2029年度（3年間）", None),
        ("4年間（2026年度～2029年度）", FOUR),
        ("前期計画（2026年度～2029年度）", None),
        ("2026年度～2029年度の4年間", FOUR),
        ("2026年度～2029年度の5年間", None),
        ("2099～03年度", Span(2099, 2103)),
    ],
)
def test_the_edges_of_a_period(printed: str, expected: Span | None) -> None:
    assert span(printed) == expected


@pytest.mark.parametrize(
    ("kanji", "number"),
    [
        ("〇", 0), ("七", 7), ("十", 10), ("十一", 11), ("二十", 20), ("九十九", 99), ("百", 100),
        ("百二", 102), ("百十", 110), ("三百二十一", 321), ("二〇二六", 2026), ("一零", 10),
        ("十百", None), ("十十", None), ("百百", None), ("", None), ("課", None),
    ],
)  # fmt: skip
def test_a_number_in_kanji(kanji: str, number: int | None) -> None:
    assert kanji_number(kanji) == number


@pytest.mark.parametrize(
    ("printed", "year"),
    [
        ("令和4年3月", 2021), ("令和4年4月", 2022), ("令和4年度3月", 2022), ("R4.3.31", 2021),
        ("2022/1", 2021), ("2022-12", 2022), ("2022年0月", 2022), ("2022年13月", 2022),
        ("平成31年3月31日現在", 2018), ("令和元年5月", 2019), ("昭和64年1月", 1988), ("課", None),
        ("2022年度末", 2022), ("令和4年3", 2021), ("令和4年 3月", 2021),
    ],
)  # fmt: skip
def test_the_fiscal_year_of_a_date(printed: str, year: int | None) -> None:
    assert fiscal_year_of(printed) == year


@pytest.mark.parametrize(
    ("printed", "years"),
    [
        ("2026年4月～2029年3月", Span(2026, 2028)),
        ("2026年4月～2029年4月", Span(2026, 2029)),
        ("2026年3月～2029年3月", Span(2025, 2028)),
        ("2026年1月～2026年12月", Span(2025, 2026)),
        ("2026/4～2030/3", Span(2026, 2029)),
        ("令和8～8年度", Span(2026, 2026)),
        ("平成30年度～令和4年度", Span(2018, 2022)),
        ("平成30～4年度", None),
        ("令和11年度～令和8年度", None),
        ("令和8年度～令和11年度（4年間）", FOUR),
        ("令和8年度～令和11年度（3年間）", None),
    ],
)
def test_a_period_ends_with_its_last_month_and_agrees_with_its_length(
    printed: str, years: Span | None
) -> None:
    assert span(printed) == years


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("一昨年度", 2024),
        ("昨年度、前年度、last year", 2025),
        ("今年度、本年度、当年度、現年度、this year", 2026),
        ("来年度、次年度、翌年度、next year", 2027),
        ("再来年度", 2028),
        ("初年度、開始年度、first year、第1年目、1年次、1年度目", 2031),
        ("最終年度、終了年度、最後の年度、final year、last year of the plan、4年目", 2034),
    ],
)
def test_each_word_for_a_year_means_its_year(
    words: str, year: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KEIKAKU_TODAY", "2026-04-01")
    for word in words.split("、"):
        assert typed_year(word, (2031, 2034)) == year
