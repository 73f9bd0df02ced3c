"""The forms that a sentence fits (文に合う文型).

To make a pattern takes a hundred times as long as to look for a word, so a sentence is compared
only with the forms of its language of which it has the words that each match has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from keikaku.queries.sentence_forms import FORMS, Form

Need = tuple[str, ...]
"""Words of which a match has one at least, in lower case."""

_SLOT = re.compile(r"\{(\w+)\}")
_PIECE = re.compile(
    r"\\.|\[[^]]*]|\{\w+}|\(\?P<\w+>|\(\?<?[:=!]|[()|?*+.^$]|[^\\\[{(|)?*+.^$]+",
)
_LOOKS = ("(?=", "(?!", "(?<=", "(?<!")


def fits(spelling: str) -> Iterator[tuple[Form, re.Match[str]]]:
    """Yield the forms that a sentence in one spelling fits, with what fills their slots."""
    lowered = spelling.lower()
    for form in _forms(spelling):
        match = _compiled(form.pattern).fullmatch(spelling) if may_fit(form, lowered) else None
        if match is not None:
            yield form, match


def may_fit(form: Form, lowered: str) -> bool:
    """Return whether a sentence in lower case has the words that a form needs."""
    return all(any(word in lowered for word in need) for need in needs(form.pattern))


def _forms(spelling: str) -> Iterator[Form]:
    """Yield the forms that a sentence may have.

    English ones come first where it begins or ends in English, forms of the other language not.
    """
    words = spelling.split(" ")
    ends = (words[0].replace("-", ""), words[-1])
    english = any(word.isascii() and word.isalpha() for word in ends)
    if english:
        yield from (form for form in FORMS if form.pattern.isascii())
    if not spelling.isascii() or not english:
        yield from (form for form in FORMS if not form.pattern.isascii() or form.is_bare)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(_SLOT.sub(r"(?P<\1>.+?)", pattern), re.IGNORECASE)


@cache
def needs(pattern: str) -> tuple[Need, ...]:
    """Return what each match of a pattern has, one word of each of them.

    >>> needs("(?:実施)?計画(?:の一覧|表)")
    (('計画',), ('の一覧', '表'))
    """
    return tuple(_alternatives(_PIECE.findall(pattern)[::-1]))


def _alternatives(left: list[str]) -> list[Need]:
    """Take the pieces of a group up to its end, and return what it needs whichever way it goes."""
    ways = [_way(left)]
    while left and left[-1] == "|":
        left.pop()
        ways.append(_way(left))
    if len(ways) == 1:
        return ways[0]
    if not all(ways):
        return []
    return [tuple(word for way in ways for word in max(way, key=_weight))]


def _weight(need: Need) -> int:
    """Return how much a need tells: as much as its shortest word."""
    return min(map(len, need))


def _way(left: list[str]) -> list[Need]:
    """Take the pieces of one way of a group, and return what all of its matches have."""
    all_needs: list[Need] = []
    while left and left[-1] not in "|)":
        piece = left.pop()
        if piece.startswith("(") and piece != "(":
            inner = _alternatives(left)
            left.pop()
            all_needs += [] if _may_be_left_out(left) or piece in _LOOKS else inner
        elif piece[0] not in "\\[{?*+.^$":
            sure = piece[:-1] if _may_be_left_out(left) else piece
            all_needs += [(sure.lower(),)] if sure else []
    return all_needs


def _may_be_left_out(left: list[str]) -> bool:
    """Return whether what stands before is said to be there or not."""
    return bool(left) and left[-1] in "?*"
