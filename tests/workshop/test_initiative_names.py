"""Where a new plan stands is read as the form offers it, and as people shorten it."""

from __future__ import annotations

import pytest

from keikaku.workshop.reading.cell_words import initiative_in

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
