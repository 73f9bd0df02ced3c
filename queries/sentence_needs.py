"""The words that a sentence must have to fit a form (文型に欠かせない語).

To make a pattern takes a hundred times as long as to look for a word: what lacks a word that each
match has is not compared.
"""

from __future__ import annotations

import re
from functools import cache

Need = tuple[str, ...]
"""Words of which a match has one at least, in lower case."""

_PIECE = re.compile(
    r"\\.|\[[^]]*]|\{\w+}|\(\?P<\w+>|\(\?<?[:=!]|[()|?*+.^$]|[^\\\[{(|)?*+.^$]+",
)
_LOOKS = ("(?=", "(?!", "(?<=", "(?<!")


@cache
def needs(pattern: str) -> tuple[Need, ...]:
    """Return what each match of a pattern has, one word of each of them.

    >>> needs("(?:実施)?計画(?:の一覧|表)")
    (('計画',), ('の一覧', '表'))
    """
    return tuple(_alternatives(_PIECE.findall(pattern)[::-1]))


def may_fit(pattern: str, lowered: str) -> bool:
    """Return whether a sentence in lower case has the words that a pattern needs."""
    return all(any(word in lowered for word in need) for need in needs(pattern))


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
