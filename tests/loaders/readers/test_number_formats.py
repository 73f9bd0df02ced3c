"""What a cell of a workbook shows of its number, date or text."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from keikaku.loaders.readers.blocks import Value
from keikaku.loaders.readers.number_formats import built_in, format_number, is_percent


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (0.982, "0.0%", "98.2%"),
        (0.5, "0%", "50%"),
        (35, '0"件"', "35件"),
        (35, '0\\件', "35件"),
        (35, "0件", "35件"),
        (35, '"約"0', "約35"),
        (35, '[$¥-411]#,##0', "¥35"),
        (35, "[赤]0", "35"),
        (86, "0000", "0086"),
        (1_234_567, "#,##0", "1,234,567"),
        (1_234_567, "#,##0,", "1,235"),
        (1_234_567, "#,##0,,", "1"),
        (1_234_567, "0,", "1235"),
        (-1_200, "#,##0", "-1,200"),
        (-1_200, "#,##0;▲#,##0", "▲1,200"),
        (1_200, "#,##0;▲#,##0", "1,200"),
        (0, "#,##0;▲#,##0", "0"),
        (-0.001, "0.00", "0.00"),
        (-0.006, "0.00", "-0.01"),
        (12.345, "0.00", "12.35"),
        (12.345, "0.0_ ", "12.3"),
        (12.0, "General", "12"),
        (12.5, "General", "12.5"),
        (0.1 + 0.2, "", "0.3"),
        (1e16, "", "1e+16"),
        (1e14, "", "100000000000000"),
        (7, "@", "7"),
        (7.5, '"未定"', "7.5"),
        (None, "0", ""),
        ("窓口", "0", "窓口"),
        (True, "0", "TRUE"),
        (False, "0", "FALSE"),
    ],
)  # fmt: skip
def test_a_number_is_shown_under_its_format(value: Value, code: str, text: str) -> None:
    assert format_number(value, code) == text


at, MAY = datetime.fromisoformat, date(2026, 5, 3)


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (MAY, "", "2026/5/3"),
        (MAY, "yyyy/m/d", "2026/5/3"),
        (MAY, 'yyyy"年"m"月"d"日"', "2026年5月3日"),
        (MAY, 'ggge"年"m"月"d"日"', "令和8年5月3日"),
        (MAY, '[$-411]ggge"年"m"月"', "令和8年5月"),
        (MAY, 'ggge"年"', "令和8年"),
        (MAY, "yyyy", "2026年"),
        (MAY, 'yyyy"年"m"月"', "2026年5月"),
        (MAY, 'm"月"d"日"', "5月3日"),
        (MAY, "General", "2026/5/3"),
        (date(2019, 5, 1), "ggge", "令和元年"),
        (date(2019, 4, 30), "ggge", "平成31年"),
        (date(1989, 1, 8), "ggge", "平成元年"),
        (date(1989, 1, 7), "ggge", "1989年"),
        (at("2026-05-03T00:00"), "yyyy/m/d", "2026/5/3"),
        (at("2026-05-03T09:05"), "yyyy/m/d h:mm", "2026/5/3 9:05"),
        (at("2026-05-03T00:30"), 'm"月"d"日"', "5月3日 0:30"),
        (at("2026-05-03T09:00"), 'ggge"年"m"月"d"日"', "令和8年5月3日 9:00"),
        (at("2019-05-01T09:00"), "ggge", "令和元年"),
        (time(9, 5), "h:mm", "9:05"),
    ],
)
def test_a_date_is_shown_as_its_format_prints_it(value: date | time, code: str, text: str) -> None:
    assert format_number(value, code) == text


def test_a_workbook_does_not_spell_out_the_usual_formats() -> None:
    codes = [built_in(number) for number in (1, 3, 10, 38, 49, 5)]
    assert codes == ["0", "#,##0", "0.00%", "#,##0", "@", ""]


def test_only_a_percent_of_the_format_itself_multiplies() -> None:
    percent = {code: is_percent(code) for code in ("0%", "0.0%;-0%", '0"%"', "0\\%", "@", "")}
    assert [code for code, text in percent.items() if text] == ["0%", "0.0%;-0%"]
