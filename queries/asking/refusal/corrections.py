"""Sentences in which people correct themselves: 広報課、じゃなくて広聴広報課 (言い直し)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from keikaku.graph.language import Text
from keikaku.queries.asking.vocabulary import question_words as words

_LONGEST = 40  # letters of what is taken back
_TAKES_BACK = re.compile(
    rf"^(?P<first>[^。？?]{{1,{_LONGEST}}}?)(?:、|,|…|・・・|\.\.\.)\s*"
    r"(?:あ、|いや、|いえ、)?(?:じゃなくて|じゃなく|ではなくて|ではなく|でなくて|いや|いえ|違った|間違えた|失礼|もとい|訂正|"
    r"no,|sorry,|i mean|or rather|rather,)(?:、|,)?\s*(?P<second>.+)$",
    re.IGNORECASE,
)
_NOUNS = tuple(
    word for listed in words.KINDS.values() for word in listed.split() if not word.isascii()
)
_READ_AS = Text(
    "「{first}」は言い直しとして除きました", "'{first}' is left out, as it was taken back"
)


_SURELY = re.compile(r"じゃなく|もとい|訂正|間違え|i mean", re.IGNORECASE)
"""Words of a correction that say nothing else: ではなく may deny something."""


def surely_corrected(sentence: str) -> Iterator[tuple[str, Text]]:
    """Yield a sentence as :func:`corrections` does, where nothing but a correction can be meant."""
    if _SURELY.search(sentence):
        yield from corrections(sentence)


def corrections(sentence: str) -> Iterator[tuple[str, Text]]:
    """Yield a sentence without what is taken back in it, and the note that says so.

    A noun takes back only the noun before it: 収納課の計画、じゃなくて指標.
    """
    match = _TAKES_BACK.match(sentence)
    if match is None:
        return
    first, second = match["first"], match["second"]
    owner, link, noun = first.rpartition("の")
    if owner and second.startswith(_NOUNS):
        yield owner + link + second, _READ_AS.format(first=noun)
    else:
        yield second, _READ_AS.format(first=first)
