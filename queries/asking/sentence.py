"""The tokens of a sentence on their way to a reading: what has been understood (読解の途中)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import copy
from typing import Any

from keikaku.queries.asking.lexicon import Names, Token, tokens
from keikaku.queries.asking.phrases import joined
from keikaku.queries.asking.token_rules import ruled, without_suffix

FREE = ("part", "filler")
"""Roles that say nothing by themselves."""


class Sentence:
    """A sentence as tokens, each marked once a reading has made use of it."""

    def __init__(self, text: str, known: Names) -> None:
        self.text = text
        self.known = known
        self.tokens = without_suffix(joined(ruled(tokens(text, known)), known))
        self.used: set[int] = set()
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
        """Return the same sentence, nothing of it used yet."""
        again = copy(self)
        again.used, again.beside = set(), None
        return again

    def places(self, role: str, *values: Any) -> list[int]:
        """Where tokens of a role stand, all of them or those with one of the values."""
        return [
            place
            for place, token in enumerate(self.tokens)
            if token.role == role and (not values or token.value in values)
        ]

    def has(self, role: str, *values: Any) -> bool:
        """Whether there is such a token that no reading used yet."""
        return any(place not in self.used for place in self.places(role, *values))

    def use(self, places: Iterable[int]) -> None:
        """Mark tokens as understood."""
        self.used.update(places)

    def take(self, role: str, *values: Any) -> bool:
        """Mark all such tokens; whether there was one."""
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
        for at in range(place - 1, -1, -1):
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
        """Return what no reading made use of."""
        return [
            token
            for place, token in enumerate(self.tokens)
            if place not in self.used and token.role not in FREE
        ]
