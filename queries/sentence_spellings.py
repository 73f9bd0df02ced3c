"""The spellings in which a sentence is compared with forms: normalized, ever less polite (表記).

A sentence is normalized (full and half width, no punctuation); then its polite head, and one polite
end after the other, are removed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from keikaku.queries.sentence_words import POLITE_HEADS, POLITE_TAILS

_JAPANESE = r"[\u3040-\u30ff\u3400-\u9fff]"
_SPACE = re.compile(rf"\s+(?={_JAPANESE})|(?<={_JAPANESE})\s+")
_SPACES = re.compile(r"\s+")
_MARKS = " \t\n?!。.、,…~〜"


def _any_of(words: tuple[str, ...]) -> str:
    """Return a pattern of any of the words, the longest first; English ones only as whole words."""
    longest = sorted(words, key=len, reverse=True)
    return "|".join(rf"\b{word}\b" if word.isascii() else word for word in longest)


_HEADS = re.compile(rf"(?:(?:{_any_of(POLITE_HEADS)})[\s、,。.]*)+", re.IGNORECASE)
_TAIL = re.compile(rf"(?:{_any_of(POLITE_TAILS)})$", re.IGNORECASE)


def plain_question(sentence: str) -> str:
    """Return a sentence in one spelling, without polite heads and any polite ends.

    >>> plain_question("ｷｬｯｼｭﾚｽに関わる計画を教えてください。")
    'キャッシュレスに関わる計画'
    """
    return (list(spellings(sentence)) or [""])[-1]


def spellings(sentence: str) -> Iterator[str]:
    """Yield the sentence in one spelling, then with ever more of its polite ends taken off.

    First with the spaces between words, then, as Japanese is written, without them.
    """
    text = _SPACES.sub(" ", unicodedata.normalize("NFKC", sentence)).strip(_MARKS)
    yield from _shorter_and_shorter(text)
    if _SPACE.search(text):
        yield from _shorter_and_shorter(_SPACE.sub("", text))


def _shorter_and_shorter(text: str) -> Iterator[str]:
    head = _HEADS.match(text)
    text = text[head.end() :] if head else text
    while text:
        yield text
        shorter = _TAIL.sub("", text).strip(_MARKS)
        if shorter == text:
            return
        text = shorter
