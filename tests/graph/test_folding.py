"""Letters that look alike are the same in names, whatever a source or a person typed."""

from __future__ import annotations

import pytest

from keikaku.graph.folding import fold, search_form
from keikaku.queries import names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("市⺠協働課", "市民協働課"),  # U+2EA0, a radical
        ("⻑寿⾼齢課", "長寿高齢課"),  # U+2ED1, U+2FBC
        ("子育て〜応援課", "子育て～応援課"),
        ("１−２−３", "1-2-3"),
        ("1–2—3", "1‐2‑3"),
        ("葛\U000e0100城課", "葛城課"),
        ("神\ufe00社", "神社"),
        ("行\u00ad政 経\u200b営課", "行政経営課"),
        ("ﾃﾞｼﾞﾀﾙ課", "デジタル課"),
    ],
)
def test_letters_that_look_alike_are_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)
    assert names.fold(one) == names.fold(other)
    assert search_form(other).replace(" ", "") in search_form(f"所管 {one}").replace(" ", "")


def test_what_differs_to_a_reader_stays_apart() -> None:
    assert fold("市民課") != fold("市民税課")
    assert fold("カー用品") != fold("カ-用品")  # a long vowel is no dash
