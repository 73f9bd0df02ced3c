"""Finding many terms in a text in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_HEAD = 2


class Hit(NamedTuple):
    """A term found at ``start`` in a text."""

    term: str
    start: int

    @property
    def end(self) -> int:
        """The position behind the term."""
        return self.start + len(self.term)


class TermIndex:
    """Terms by their first letters, so that a text is walked once whatever their number.

    The longest term wins at a position; a term of Latin letters must not stand inside a longer
    Latin word.

    >>> [hit.term for hit in TermIndex(["AI", "市民税課", "市民課"]).find("AIと市民税課、PAID")]
    ['AI', '市民税課']
    """

    def __init__(self, terms: Iterable[str]) -> None:
        self._by_head: dict[str, list[str]] = {}
        for term in sorted(set(terms), key=lambda t: (-len(t), t)):
            if len(term) >= _HEAD:
                self._by_head.setdefault(term[:_HEAD], []).append(term)
        first = "".join(map(re.escape, sorted({head[0] for head in self._by_head})))
        self._first = re.compile(f"[{first}]" if first else r"(?!)")

    def find(self, text: str) -> Iterator[Hit]:
        """Every term in the text, without overlaps, from left to right."""
        at = 0
        while match := self._first.search(text, at):
            at = match.start()
            term = self._at(text, at)
            if term is None:
                at += 1
            else:
                yield Hit(term, at)
                at += len(term)

    def _at(self, text: str, at: int) -> str | None:
        for term in self._by_head.get(text[at : at + _HEAD], ()):
            if text.startswith(term, at) and not _inside_word(text, at, at + len(term)):
                return term
        return None


def _inside_word(text: str, start: int, end: int) -> bool:
    """Whether a Latin term is only a part of a longer Latin word."""
    left = start > 0 and _latin(text[start - 1]) and _latin(text[start])
    right = end < len(text) and _latin(text[end]) and _latin(text[end - 1])
    return left or right


def _latin(char: str) -> bool:
    return char.isascii() and char.isalpha()
