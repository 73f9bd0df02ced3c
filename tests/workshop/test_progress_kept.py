"""Progress forms say of a plan that holds every fact what they said."""

from __future__ import annotations

import pytest

from tests.workshop import progress_kept

CASES = [pytest.param(form, kept, id=name) for name, form, kept in progress_kept.cases()]


@pytest.mark.parametrize(("form", "kept"), CASES)
def test_a_form_says_what_it_said(form: str, kept: str) -> None:
    again = "If this is meant: python -m tests.workshop.progress_kept, and read the difference."
    assert progress_kept.said(form) == kept, again
