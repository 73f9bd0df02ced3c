"""Conditions on what is done, in a clause of its own: 2023年度に始まる取組がある課 (取組の条件)."""

from __future__ import annotations

from copy import copy

from keikaku.queries.asking.conditions.collected import Conditions
from keikaku.queries.asking.conditions.presences import presence_of
from keikaku.queries.asking.conditions.year_conditions import years
from keikaku.queries.asking.tokens.lexicon import FREE
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.expressions.fields import words_of
from keikaku.queries.expressions.tree import UNKNOWN, Some
from keikaku.queries.names import fold

_FIELDS = {"Action": "取組内容", "Milestone": "行動計画"}
_BOUNDING = {"start", "end"}


def nested_work(sentence: Sentence, head: str, head_at: int | None, conditions: Conditions) -> None:
    """Add that there is, or is not, something done that begins, ends or runs in a year.

    The year is that of what is done: a department begins long before the one work that it says.
    """
    if sentence.english:
        return
    for place in sentence.places("kind", *_FIELDS):
        kind = sentence.tokens[place].value
        if place == head_at or place in sentence.used or head in _FIELDS:
            continue
        presence = presence_of(sentence, place)
        clause = _clause(sentence, place)
        if presence is None or presence[0] == UNKNOWN or fold(_FIELDS[kind]) not in words_of(head):
            continue
        if not _is_of_a_year(sentence, clause):
            continue
        view = copy(sentence)
        view.used = set(range(len(sentence.tokens))) - clause
        inner = Conditions()
        years(view, kind, inner)
        left = [p for p in clause - view.used if sentence.tokens[p].role not in FREE]
        if inner.tree is None or left:
            continue
        sentence.use([place, *presence[1], *clause])
        conditions.add(Some(_FIELDS[kind], inner.tree, "=", presence[0]))


def _clause(sentence: Sentence, place: int) -> set[int]:
    """Return the places of the words about a noun: a year, when it begins, small words."""
    places: set[int] = set()
    for at in reversed(range(place)):
        token = sentence.tokens[at]
        of_time = token.role in {"year", "bound", *FREE} or (
            token.role == "verb" and token.value in {*_BOUNDING, "touch"} and not token.says_no
        )
        if at in sentence.used or not of_time:
            break
        places.add(at)
    return places


def _is_of_a_year(sentence: Sentence, clause: set[int]) -> bool:
    """Return whether a year is of what is done: の取組, に始まる取組, but not 年度に取組がある."""
    tokens = [sentence.tokens[at] for at in sorted(clause)]
    ends = bool(tokens) and (tokens[-1].text == "の" or tokens[-1].value in _BOUNDING)
    return ends and any(token.role == "year" for token in tokens)


__all__ = ["nested_work"]
