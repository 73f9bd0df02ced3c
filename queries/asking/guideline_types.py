"""Sorts of guideline in a sentence: 法律, 条例, 指針 (根拠の種別)."""

from __future__ import annotations

from keikaku.queries.asking.alternatives import is_either
from keikaku.queries.asking.collected import Conditions
from keikaku.queries.asking.sentence import Sentence
from keikaku.queries.expressions.fields import words_of
from keikaku.queries.expressions.tree import Comparison, Or, Tree
from keikaku.queries.names import fold

_TYPE_WORDS = {"law": "法律", "ordinance": "条例", "guideline": "指針", "policy": "方針",
               "criterion": "基準", "vision": "構想"}  # fmt: skip


def type_condition(sentence: Sentence, place: int | None) -> Tree | None:
    """Return the condition that a noun of a sort of guideline is (法律, 条例), None for others."""
    token = sentence.tokens[place] if place is not None else None
    if token is None or token.role != "type":
        return None
    return Comparison("種別", "=", _TYPE_WORDS[token.value])


def guideline_types(
    sentence: Sentence, head: str, head_at: int | None, conditions: Conditions
) -> None:
    """Read the sorts of guideline that a sentence says as conditions; what they use is marked."""
    name = "種別" if head == "Guideline" else "根拠の種別"
    if fold(name) not in words_of(head):
        return
    places = [p for p in sentence.places("type") if p not in sentence.used or p == head_at]
    sentence.use(places)
    held = [Comparison(name, "=", _TYPE_WORDS[sentence.tokens[p].value]) for p in places]
    if len(held) > 1 and (head == "Guideline" or is_either(sentence, places)):
        conditions.add(Or(tuple(held)))  # No guideline is of two types.
        return
    for each in held:
        conditions.add(each)
