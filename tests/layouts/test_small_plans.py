"""Small plans of one shape each are read as a person has checked them, fact by fact."""

from __future__ import annotations

import pytest

from tests.layouts import small_plans

CASES = [pytest.param(page, kept, id=name) for name, page, kept in small_plans.cases()]


@pytest.mark.parametrize(("page", "kept"), CASES)
def test_a_small_plan_is_read_as_it_was(page: str, kept: str) -> None:
    again = "If this is meant: python -m tests.layouts.small_plans, and read the difference."
    assert small_plans.said(page) == kept, again
