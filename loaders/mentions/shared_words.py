"""Words of the text that two plans share and few others have, as a reason that a person can follow.

A word is a run of kanji or katakana, or an acronym. A mere piece of a word (方改革 of 働き方改革,
歳以上 of 65歳以上), a list number (ii), a unit and a word for a manner (効果的) do not count.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

MOST_WORDS = 3
"""How many shared words a reason names at most."""

COMMON_PART = 6
"""A word in more than one sixth of the plans says nothing about two of them."""

_STEM_ENDS = "きりけしみえせげれちびぎ"
"""Kana with which a verb's stem ends: the kanji behind it go on the word, as in 働き方改革."""

_WORD = re.compile(
    rf"(?<![\d.{_STEM_ENDS}一-鿿々])[一-鿿々]{{3,10}}(?![一-鿿々])"
    r"|(?<![ァ-ヺー])[ァ-ヺー]{3,}"
    r"|(?<![A-Za-z])(?=[A-Za-z]*[A-Z])(?![IVX]+(?![A-Za-z]))[A-Za-z]{2,}"
)
_SHORTEST = 3
_LAST = re.compile(r"(?:及|並|又|等)$")
_NO_THING = re.compile(
    r"\w+的|[一-鿿]{1,3}[市町村県区]|目標値|現況値|現状値|実施計画|行動計画|年度末\w*"
)
"""Words for a manner, for the municipality, and the labels of the form."""


def words_of(texts: Iterable[str]) -> set[str]:
    """Return the words of texts that could be a reason."""
    return {
        word
        for text in texts
        for printed in _WORD.findall(text)
        if says_what(word := _LAST.sub("", printed)) and (word.isascii() or len(word) >= _SHORTEST)
    }


def says_what(word: str) -> bool:
    """Return whether a word names a thing, and not only how something is done (効果的)."""
    return _NO_THING.fullmatch(word) is None


class SharedWords:
    """The words of all plans; of two, those that they share and few others have."""

    def __init__(self, plans: Iterable[Iterable[str]]) -> None:
        self._words = [words_of(texts) for texts in plans]
        self._holders = Counter(word for own in self._words for word in own)
        self._most = max(2, len(self._words) // COMMON_PART)

    def of(self, left: int, right: int, words: Iterable[str]) -> list[str]:
        """Return the shared words, the rarest first, without those of ``words``."""
        shared = (
            w for w in self._words[left] & self._words[right] if self._holders[w] <= self._most
        )
        kept: list[str] = []
        known = [*words]
        for word in sorted(shared, key=lambda w: (self._holders[w], -len(w), w)):
            if len(kept) < MOST_WORDS and not any(word in name or name in word for name in known):
                kept.append(word)
                known.append(word)
        return kept
