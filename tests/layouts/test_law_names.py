# ruff: noqa: E501
"""Cells of laws (根拠法令), and the names that a careful reader takes from them."""

from __future__ import annotations

import pytest

from keikaku.loaders.layouts.law_names import law_names


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("旅券法、同施行令、戸籍法", ["旅券法", "旅券法施行令", "戸籍法"]),
        ("図書館法、劇場、音楽堂等の活性化に関する法律", ["図書館法", "劇場、音楽堂等の活性化に関する法律"]),
        ("県・市文化財保護条例", ["県文化財保護条例", "市文化財保護条例"]),
        ("空家等対策条例、同規則", ["空家等対策条例", "空家等対策条例施行規則"]),
        ("国民健康保険法第58条第1項みどり市国民健康保険条例第4条の2", ["国民健康保険法", "みどり市国民健康保険条例"]),
        ("なし、道路法、その他", ["道路法"]),
        ("地方税法等", ["地方税法"]),
    ],
)  # fmt: skip
def test_names(cell: str, names: list[str]) -> None:
    assert law_names(cell) == names
