"""A text folded for its values: one spelling, and where each letter stands in the source."""

from __future__ import annotations

import pytest

from keikaku.loaders.values.value_folding import fold


@pytest.mark.parametrize(
    ("source", "text", "at"),
    [
        ("か\u3099く", "がく", [0, 2]),
        ("は\u309a", "ぱ", [0]),
        ("10㎥", "10m3", [0, 1, 2, 2]),
        ("11..5599", "1.59", [0, 2, 4, 6]),
        ("１２％", "12%", [0, 1, 2]),
        ("  a  b ", "a b", [2, 3, 5]),
        ("㌔", "キロ", [0, 0]),
        ("⑧", "⑧", [0]),
        ("4,20\n0", "4,200", [0, 1, 2, 3, 5]),
        ("200,0\n00", "200,000", [0, 1, 2, 3, 4, 6, 7]),
        ("4,200\n5", "4,200 5", [0, 1, 2, 3, 4, 5, 6]),
        ("", "", []),
        ("   ", "", []),
    ],
)
def test_a_text_has_one_spelling_and_every_letter_its_place(
    source: str, text: str, at: list[int]
) -> None:
    folded = fold(source)
    assert (folded.text, folded.at, folded.source) == (text, at, source)
