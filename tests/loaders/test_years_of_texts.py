"""The fiscal years that a text writes out: January to March belong to the year before."""

from __future__ import annotations

import pytest

from keikaku.loaders.checks.year_checks import Dated, dated


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2026年1月に", [Dated(2025, "", "に")]),
        ("2026年3月に", [Dated(2025, "", "に")]),
        ("2026年4月に", [Dated(2026, "", "に")]),
        ("2026年12月", [Dated(2026, "", "")]),
        ("令和8年度3月", [Dated(2026, "", "")]),
        ("令和八年度に", [Dated(2026, "", "に")]),
        (
            "令和⑧年1月から2027年度まで",
            [Dated(2025, "", "から2027年度まで"), Dated(2027, "令和8年1月から", "まで")],
        ),
        ("2026.3", []),
        ("R8に", []),
        ("窓口", []),
    ],
)
def test_a_date_is_of_its_fiscal_year(text: str, years: list[Dated]) -> None:
    assert dated(text) == years
