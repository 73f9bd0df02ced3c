"""Sorts of guideline in a sentence: 法律, 条例, 指針 (根拠の種別)."""

from __future__ import annotations

from keikaku.queries.asking.conditions.alternatives import is_either
from keikaku.queries.asking.conditions.collected import Conditions
from keikaku.queries.asking.tokens.neighbours import previous_token
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.expressions.fields import words_of
from keikaku.queries.expressions.tree import And, Comparison, Not, Or, Tree
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
    aims = [p for p in places if _is_aim(sentence, p)]
    sentence.say(*aims)
    places = [p for p in places if p not in aims]
    denied = _denial(sentence, places) if head != "Guideline" else []
    sentence.use([*places, *denied])
    held = [Comparison(name, "=", _TYPE_WORDS[sentence.tokens[p].value]) for p in places]
    if len(held) > 1 and not denied and (head == "Guideline" or is_either(sentence, places)):
        conditions.add(Or(tuple(held)))  # No guideline is of two types.
        return
    if len(held) > 1 and not denied and not sentence.places("word", "both"):
        conditions.add(And(tuple(held)), Or(tuple(held)))  # 法律と条例に基づく: either will do?
        return
    for each in held:
        conditions.add(Not(each) if denied else each)


def _is_aim(sentence: Sentence, place: int) -> bool:
    """Return whether 方針 says what is aimed at, and no sort of guideline: 増やす方針の指標."""
    before = previous_token(sentence.tokens, place)
    aims = {"raise", "lower", "keep"}
    return before.role == "verb" and before.value in aims


def _denial(sentence: Sentence, places: list[int]) -> list[int]:
    """Return the places of the words that deny the sorts: 法律に基づかない, without a law."""
    if not places:
        return []
    near = sentence.before(places[0], 2) if sentence.english else sentence.after(places[-1], 2)
    said: list[int] = []
    for at, token in near:
        either_no = token.text.lower() == "neither"  # also said of the other noun
        if token.role not in {"verb", "no"} or (at in sentence.used and not either_no):
            break
        said.append(at)
        if token.says_no or token.role == "no":
            return said
    return []
