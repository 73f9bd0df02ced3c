"""A sentence that fits a form has the words that the form needs."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from keikaku.queries.sentence_fits import may_fit, needs
from keikaku.queries.sentence_forms import FORMS, Form
from tests.extent import examples

# Slots are filled with names; a lookahead is no part of what is generated.
PATTERNS = [
    re.sub(r"\(\?[!=](?:[^()]|\([^()]*\))*\)", "", re.sub(r"\{\w+}", "名", form.pattern))
    for form in FORMS
]


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        ("plans?", (("plan",),)),
        ("(?:実施)?計画(?:の一覧|表)", (("計画",), ("の一覧", "表"))),
        ("{node}の(?:前提|(?:依存|頼り)先)", (("の",), ("前提", "依存", "頼り"))),
        (r"(?!.*または)単位が\w+|KPI", (("単位が", "kpi"),)),
        (r"(?:の|\d)件", (("件",),)),
        ("{filters}", ()),
    ],
)
def test_what_each_match_has(pattern: str, needed: tuple[tuple[str, ...], ...]) -> None:
    assert needs(pattern) == needed


@settings(max_examples=examples(200, 20_000))
@given(
    fits=st.sampled_from(list(zip(FORMS, PATTERNS, strict=True))).flatmap(
        lambda each: st.tuples(st.just(each[0]), st.from_regex(re.compile(each[1]), fullmatch=True))
    )
)
def test_what_fits_a_form_has_the_words_that_it_needs(fits: tuple[Form, str]) -> None:
    form, sentence = fits
    assert may_fit(form, sentence.lower())


def test_a_sentence_without_them_is_not_compared() -> None:
    sentence = "令和5年度に市民課が担当しているdx以外の計画"
    fitting = [form for form in FORMS if may_fit(form, sentence)]
    assert 2 < len(fitting) < len(FORMS) / 8
