"""The tokens of a sentence while it is read, with those understood so far (読解の途中)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import copy
from typing import Any

from keikaku.queries.asking.tokens.durations import with_durations
from keikaku.queries.asking.tokens.english_words import in_japanese, rising, sharing
from keikaku.queries.asking.tokens.indicator_roles import with_roles
from keikaku.queries.asking.tokens.lexicon import FREE, Mention, Names, Token, tokens
from keikaku.queries.asking.tokens.money_words import with_money
from keikaku.queries.asking.tokens.phrases import joined
from keikaku.queries.asking.tokens.token_appositions import apposed
from keikaku.queries.asking.tokens.token_compounds import (
    resting_on_plans,
    with_compounds,
    with_deeds,
    with_doer,
    with_owner,
    with_unknown_marks,
    without_gloss,
)
from keikaku.queries.asking.tokens.token_rules import ruled, without_suffix
from keikaku.queries.asking.tokens.word_runs import with_runs

_WHOLE = {"計画": "Plan", "指標": "Indicator", "課": "Department", "部署": "Department"}


def _of_all(words: list[Token], known: Names) -> list[Token]:
    """Read a number that is that of all, said of all: 全57計画のうち, 57計画のうち."""
    made = [*words]
    for place, token in enumerate(words):
        if token.role != "amount" or token.value.way:
            continue
        kind = _WHOLE.get(token.value.unit)
        after = words[place + 1 : place + 3]
        if kind is None and after and after[0].role == "kind":
            kind = after[0].value
        before = words[place - 1] if place else None
        every = before is not None and before.text in {"全", "全部で", "すべての", "全ての"}
        among = any(each.value == "among" for each in after)
        if kind is None or not (every or among) or len(known.of(kind)) != token.value.number:
            continue
        said = token.value.unit in _WHOLE
        made[place] = Token("kind", kind, token.text) if said else Token("filler", None, token.text)
        if every and before is not None and before.text == "全":
            made[place - 1] = Token("filler", None, before.text)
    return made


_AND_GOAL = {"と", "・", "、", "や", "か", "で", "でも", "も", ",", "and", "nor"}


def _goals(words: list[Token], known: Names) -> list[Token]:
    """Read a bare number behind a goal as a goal, too: 目標1と2, goals 1 and 2."""
    made = [*words]
    for place in range(2, len(words)):
        token = made[place]
        first = next((each for each in reversed(made[:place]) if each.role not in FREE), token)
        goal = first.role == "name" and first.value.kind == "Goal"
        at = place - 1
        while at > 0 and words[at].role in FREE and words[at].text.lower() in _AND_GOAL:
            at -= 1
        if not goal or at == place - 1 or token.role != "amount":
            continue
        number, unit = str(token.value.number), token.value.unit or token.value.way
        ids = tuple(each.id for each in known.of("Goal") if number in each.names)
        if ids and not unit:
            made[place] = Token("name", Mention("Goal", ids, number), token.text)
    return made


_WHERE_DISCLOSED = (
    "公開",
    "公表",
    "掲載",
    "掲示",
    "載",
    "見られ",
    "ページ",
    "サイト",
    "page",
    "site",
)


def _of_indicators(words: list[Token]) -> list[Token]:
    """Read the goal of an indicator as its target: the goal number of LINEのおともだち数."""
    if not any(token.role == "name" and token.value.kind == "Indicator" for token in words):
        return words
    return [
        Token("measure", "target", token.text)
        if (token.role, token.value) == ("kind", "Goal") and token.text.lower() in _GOALS
        else token
        for token in words
    ]


_GOALS = {"goal", "goals"}


def _disclosed(words: list[Token]) -> list[Token]:
    """Read the name of a channel as plain words in a sentence without disclosure: 税金."""
    said = any(
        (token.role, token.value) in {("verb", "disclose"), ("measure", "disclosure")}
        or any(word in token.text.lower() for word in _WHERE_DISCLOSED)
        for token in words
    )
    return [
        Token("text", None, token.text)
        if token.role == "name" and token.value.kind == "Channel" and not said
        else token
        for token in words
    ]


_OF_PHRASES = (
    rising,
    sharing,
    in_japanese,
    without_gloss,
    with_doer,
    with_owner,
    with_unknown_marks,
    resting_on_plans,
    apposed,
    without_suffix,
    with_durations,
)
"""The rules on tokens of which words are joined to phrases, in their order."""


class Sentence:
    """A sentence as tokens; a reading marks the tokens that it has used."""

    def __init__(self, text: str, known: Names) -> None:
        self.text = text
        self.known = known
        words = with_money(with_compounds(with_roles(tokens(text, known), known), known), known)
        words = with_deeds(_disclosed(ruled(with_runs(words))), known)
        words = joined(words, known)
        for rule in _OF_PHRASES:
            words = rule(words)
        self.tokens = _disclosed(_of_indicators(_goals(_of_all(words, known), known)))
        self.used: set[int] = set()
        self.said: set[int] = set()  # what the form of the command says, no value of it
        self.beside: str | None = None  # what is asked to be shown of each
        latin = sum(c.isascii() and c.isalpha() for c in text)
        japanese = sum("\u3040" <= c <= "\u9fff" for c in text)
        first = next((t for t in self.tokens if t.role not in FREE), None)
        self.english = latin > japanese or bool(
            self.tokens
            and self.tokens[0].text.isascii()
            and first
            and latin >= 8
            and self.tokens[0].role in {"filler", "part", "word", "kind", "verb"}
        )

    def fresh(self) -> Sentence:
        """Return the same sentence with no token used."""
        again = copy(self)
        again.used, again.said, again.beside = set(), set(), None
        return again

    def places(self, role: str, *values: Any) -> list[int]:
        """Where tokens of a role stand, all of them or those with one of the values."""
        return [
            place
            for place, token in enumerate(self.tokens)
            if token.role == role and (not values or token.value in values)
        ]

    def has(self, role: str, *values: Any) -> bool:
        """Return whether there is such a token that is not used yet."""
        return any(place not in self.used for place in self.places(role, *values))

    def use(self, places: Iterable[int]) -> None:
        """Mark tokens as understood."""
        self.used.update(places)

    def say(self, *places: int) -> None:
        """Mark tokens as understood that no value of the command repeats: of three at least two."""
        self.use(places)
        self.said.update(places)

    def take(self, role: str, *values: Any) -> bool:
        """Mark all such tokens, and return whether there was one."""
        places = [p for p in self.places(role, *values) if p not in self.used]
        self.use(places)
        return bool(places)

    def after(self, place: int, most: int = 99) -> Iterator[tuple[int, Token]]:
        """Return the tokens after a place that say something, in order."""
        seen = 0
        for at in range(place + 1, len(self.tokens)):
            if self.tokens[at].role in FREE:
                continue
            yield at, self.tokens[at]
            seen += 1
            if seen == most:
                return

    def before(self, place: int, most: int = 99) -> Iterator[tuple[int, Token]]:
        """Return the tokens before a place that say something, the nearest first."""
        seen = 0
        for at in reversed(range(place)):
            if self.tokens[at].role in FREE:
                continue
            yield at, self.tokens[at]
            seen += 1
            if seen == most:
                return

    def between(self, start: int, end: int) -> str:
        """Return the words between two places."""
        return "".join(token.text for token in self.tokens[start + 1 : end])

    def left(self) -> list[Token]:
        """Return the meaningful tokens that are not used."""
        return [
            token
            for place, token in enumerate(self.tokens)
            if place not in self.used and token.role not in FREE
        ]
