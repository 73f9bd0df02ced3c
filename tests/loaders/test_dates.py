"""Dates in a text are read as fiscal years, whatever their print."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keikaku.loaders.checks.year_checks import dated


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2031年度に開始", [2031]),
        ("令和13年度", [2031]),
        ("令和１３年度から令和１５年度まで", [2031, 2033]),
        ("令和⑧年度", [2026]),
        ("2032年3月", [2031]),
        ("2032年4月", [2032]),
        ("令和元年度", [2019]),
        ("第2031号", []),
        ("窓口の改善", []),
        ("", []),
    ],
)
def test_years_that_are_written_out_are_dates(text: str, years: list[int]) -> None:
    assert [one.year for one in dated(text)] == years


@given(st.text("令和平成元⑧㊿１２0123年度月 Ｒ()~", max_size=30))
def test_no_print_of_a_date_is_an_error(text: str) -> None:
    for one in dated(text):
        assert 1850 < one.year < 2200
