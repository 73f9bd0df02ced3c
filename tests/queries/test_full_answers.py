"""Every question answers about a plan that holds every fact as it is kept."""

from __future__ import annotations

import pytest

from tests.queries import full_answers

CASES = [pytest.param(question, kept, id=question) for question, kept in full_answers.cases()]


@pytest.mark.parametrize(("question", "kept"), CASES)
def test_a_question_is_answered_as_it_was(question: str, kept: str) -> None:
    again = "If this is meant: python -m tests.queries.full_answers, and read the difference."
    assert full_answers.said(question) == kept, again
