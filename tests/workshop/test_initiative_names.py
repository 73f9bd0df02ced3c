"""Where a new plan stands, and which plans a cell names, as forms offer or people shorten it."""

from __future__ import annotations

import pytest

from keikaku.workshop.reading.cell_words import initiative_in, plans_in

NAMES: dict[str, tuple[str, ...]] = {
    "1": ("1 開かれた市役所", "開かれた市役所", "1"),
    "1/ア": ("ア 窓口", "窓口", "ア"),
    "2/ア": ("ア 推進体制", "推進体制", "ア"),
    "2/イ": ("イ 窓口", "窓口", "イ"),
    "3-1": ("3-1 財政", "財政", "3-1"),
}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("ア 窓口", "1/ア"),
        ("イ　窓口", "2/イ"),
        ("推進体制", "2/ア"),
        ("窓口", None),
        ("ア", None),
        ("イ", "2/イ"),
        ("2/ア", "2/ア"),
        ("１", "1"),
        ("1 開かれた市役所", "1"),
        ("3－1 財政", "3-1"),
        ("3-1の下に", "3-1"),
        ("3-2", None),
        ("どこか", None),
    ],
)
def test_an_initiative_is_named(text: str, key: str | None) -> None:
    assert initiative_in(text, NAMES) == key
    assert initiative_in(text, {}) is None


TITLES = {
    "1-1": "窓口、案内の改善",
    "1-2": "納付の推進",
    "庁舎・会議室 の活用": "庁舎・会議室 の活用",
    "予約、電話": "予約、電話",
}


@pytest.mark.parametrize(
    ("text", "plans", "unread"),
    [
        ("1-1、1-2", ["1-1", "1-2"], []),
        ("1-1 窓口、案内の改善、1-2", ["1-1", "1-2"], []),
        ("予約、電話", ["予約、電話"], []),
        ("1-2；予約、電話", ["1-2", "予約、電話"], []),
        ("庁舎・会議室 の活用、1-2", ["庁舎・会議室 の活用", "1-2"], []),
        ("納付の推進、1-2", ["1-2"], []),
        ("1-1-9、なにか", ["1-1-9"], ["なにか"]),
        ("予約、案内", [], ["予約", "案内"]),
    ],
)
def test_a_cell_names_plans_by_number_or_title(
    text: str, plans: list[str], unread: list[str]
) -> None:
    assert plans_in(text, TITLES) == (plans, unread)
