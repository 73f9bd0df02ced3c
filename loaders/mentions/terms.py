"""Finding many terms in a text in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

_SHORTEST = 2
_LONGEST = 60
"""Letters of a term in the pattern; a longer one is looked for by itself, before the others."""

_END = ""
_NOT_BEFORE_LATIN = "(?![A-Za-z])"

_Tree: TypeAlias = dict[str, "_Tree"]
"""Terms by their letters, one after the other; the key of no letter ends a term."""


class Hit(NamedTuple):
    """A term found at ``start`` in a text."""

    term: str
    start: int

    @property
    def end(self) -> int:
        """The position behind the term."""
        return self.start + len(self.term)


class TermIndex:
    """Terms as one pattern of their letters, so that a text is walked once whatever their number.

    The longest term wins at a position; a term of Latin letters must not stand inside a longer
    Latin word.

    >>> [hit.term for hit in TermIndex(["AI", "市民税課", "市民課"]).find("AIと市民税課、PAID")]
    ['AI', '市民税課']
    """

    def __init__(self, terms: Iterable[str]) -> None:
        tree: _Tree = {}
        known = {term for term in terms if len(term) >= _SHORTEST}
        self._long = sorted(term for term in known if len(term) > _LONGEST)
        for term in known.difference(self._long):
            at = tree
            for letter in term:
                at = at.setdefault(letter, {})
            at[_END] = {}
        self._pattern = re.compile(_pattern(tree) or r"(?!)")

    def find(self, text: str) -> Iterator[Hit]:
        """Yield every term in the text, without overlaps, from left to right."""
        if self._long:
            yield from self._find_long(text)
            return
        for match in self._pattern.finditer(text):
            yield Hit(match[0], match.start())

    def _find_long(self, text: str) -> Iterator[Hit]:
        """Yield the same where there are long terms: these first, the others between them."""
        hits = [
            Hit(term, match.start())
            for term in self._long
            if term in text
            for match in re.finditer(re.escape(term), text)
        ]
        hits.sort(key=lambda hit: (hit.start, -len(hit.term)))
        at = 0
        for hit in [*hits, None]:
            until = hit.start if hit else len(text)
            if until < at:
                continue
            for match in self._pattern.finditer(text, at):
                if match.end() > until:
                    break
                yield Hit(match[0], match.start())
            if hit:
                yield hit
                at = hit.end


def _pattern(tree: _Tree, before: str = "") -> str:
    """Return the pattern of the terms that go on after a letter, the longest first."""
    ways = []
    for letter in sorted(tree.keys() - {_END}):
        # Looked at behind the letter: a pattern that begins with letters is searched for faster.
        first = f"(?<![A-Za-z]{letter})" if not before and _latin(letter) else ""
        ways.append(re.escape(letter) + first + _pattern(tree[letter], letter))
    if _END in tree:
        ways.append(_NOT_BEFORE_LATIN if _latin(before) else "")
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})" if ways else ""


def _latin(char: str) -> bool:
    return char.isascii() and char.isalpha()
