"""Which way an indicator is better: its comparator, its words, the side of its baseline."""

from __future__ import annotations

from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keikaku.graph.records import Comparator, Measure
from keikaku.loaders.directions import WORDS, direction


def measure(value: float, comparator: str = "=") -> Measure:
    return Measure(value, "%", cast("Comparator", comparator), None, None, f"{value}%")


@pytest.mark.parametrize(
    ("name", "target", "baseline", "way"),
    [
        ("回数", measure(9, ">="), None, "increase"),
        ("回数", measure(9, "<="), None, "decrease"),
        ("滞納件数", measure(9, ">="), None, "increase"),
        ("収納率", measure(9), None, "increase"),
        ("滞納件数", measure(9), None, "decrease"),
        ("収納率", measure(9), measure(9), "maintain"),
        ("収納率", measure(5), measure(9), "increase"),
        ("回数", measure(9), measure(5), "increase"),
        ("回数", measure(5), measure(9), "decrease"),
        ("回数", measure(5), measure(5), "maintain"),
        ("回数", measure(5, ">="), measure(9), "increase"),
        ("回数", measure(5), None, None),
        ("収納率", None, measure(5), None),
        ("市民満足度の向上", None, None, None),
        ("収納率（滞納繰越分）", measure(35), measure(28), "increase"),
        ("負担（滞納繰越分）", measure(9), None, "decrease"),
        ("会議録の公表までの平均日数", measure(14), measure(45), "decrease"),
    ],
)
def test_the_surest_sign_decides(
    name: str, target: Measure | None, baseline: Measure | None, way: str | None
) -> None:
    assert direction(name, target, baseline) == way


@pytest.mark.parametrize(("way", "word"), [(way, word) for way in WORDS for word in WORDS[way]])
def test_every_word_has_its_direction(way: str, word: str) -> None:
    assert direction(f"年間の{word}", measure(5), None) == way


@given(st.floats(0, 1e9), st.floats(0, 1e9))
def test_without_words_the_target_is_the_better_side(target: float, baseline: float) -> None:
    computed = direction("回数", measure(target), measure(baseline))
    better = {"increase": target > baseline, "decrease": target < baseline}
    assert better.get(computed or "", target == baseline)


def test_a_print_that_leads_from_one_value_to_the_other_says_the_way() -> None:
    assert direction("滞納件数", measure(9), measure(5), from_to=True) == "increase"
    assert direction("収納率", measure(5), measure(9), from_to=True) == "decrease"
    assert direction("滞納件数", measure(9), measure(5)) == "decrease"


@pytest.mark.parametrize(
    ("name", "way"),
    [
        ("滞納繰越分の収納率", "increase"),
        ("市税の未収納率", "decrease"),
        ("収納率の低い税目の滞納", "decrease"),
    ],
)
def test_the_word_that_ends_last_decides(name: str, way: str) -> None:
    assert direction(name, measure(30), None) == way
