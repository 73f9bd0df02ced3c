"""Lists inside a sentence (AやB、Cの推進による): the rest of the sentence rests on each item."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from keikaku.loaders.mentions import dependency_words as data

_END = re.compile(data.LIST_ENDS)
_TAIL = re.compile(data.LIST_TAIL)
_LONGEST_TAIL = 8
_PART = re.compile(data.LIST_SEPARATORS)
_CLAUSE = re.compile(r"[^。\n]+")
_LONGEST = 80  # letters of a list before its end


class Item(NamedTuple):
    """An item of a list at ``[start, end)`` of a folded text."""

    text: str
    start: int
    end: int


def list_items(folded: str) -> Iterator[Item]:
    """Return the items of every list of two or more in a folded text."""
    for clause in _CLAUSE.finditer(folded):
        for end in _END.finditer(folded, clause.start(), clause.end()):
            tail = _TAIL.search(folded, max(end.start() - _LONGEST_TAIL, 0), end.start())
            stop = tail.start() if tail else end.start()
            items = [*_items(folded, max(clause.start(), stop - _LONGEST), stop)]
            if len(items) > 1:
                yield from items


def _items(folded: str, start: int, end: int) -> Iterator[Item]:
    """Return what stands between the separators, without the marks of a quotation."""
    at = start
    for separator in [*_PART.finditer(folded, start, end), None]:
        stop = separator.start() if separator else end
        text = folded[at:stop]
        bare = text.strip("「」『』")
        if bare:
            begin = at + text.index(bare)
            yield Item(bare, begin, begin + len(bare))
        at = separator.end() if separator else end
