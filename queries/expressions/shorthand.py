"""Options of a question as pieces of a condition (条件式の省略形)."""

from __future__ import annotations

from collections.abc import Callable

from keikaku.queries.expressions.resolve import Resolved, Test, is_word
from keikaku.queries.expressions.tree import PRESENT, Comparison


def of_name(field: str) -> Callable[[str], Comparison]:
    """Return what makes of a typed value the condition that a field has it.

    What is typed is always a name: 公開 is a part of a law's name here, not 有.
    """

    def condition(typed: str) -> Comparison:
        if is_word(typed):
            return Comparison(field, "=", PRESENT, typed)
        return Comparison(field, "=", typed)

    return condition


def meaning_of(condition: Resolved, typed: str) -> str | int:
    """Return a typed value as it was understood; as typed where the condition is of several."""
    return (isinstance(condition, Test) and condition.meaning) or typed


def of_words(field: str) -> Callable[[str], Comparison]:
    """Return what makes of a typed word the condition that a field holds it."""
    return lambda typed: Comparison(field, "in", typed)
