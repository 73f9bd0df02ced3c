"""What the words of small plans name is found as a person has checked it, with its place."""

from __future__ import annotations

import pytest

from tests.loaders import words_kept

CASES = [pytest.param(plans, kept, id=name) for name, plans, kept in words_kept.cases()]


@pytest.mark.parametrize(("plans", "kept"), CASES)
def test_the_words_of_plans_name_what_they_named(plans: str, kept: str) -> None:
    again = "If this is meant: python -m tests.loaders.words_kept, and read the difference."
    assert words_kept.said(plans) == kept, again
