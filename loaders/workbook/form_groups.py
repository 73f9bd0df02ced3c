"""The numbers of the form: levels of any depth, and what a number belongs to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from keikaku.loaders.layouts.facts.plan_facts import LevelFact
from keikaku.loaders.readings import Spot
from keikaku.loaders.text import normal

_DASHES = re.compile(r"[‐‑–—―−ーｰ]")
_NUMERIC = re.compile(r"\d{1,3}(?:-\d{1,3})*")
_SEPARATORS = "-.・_/"


def tidy_number(text: str) -> str:
    """Return a number in one spelling: １－１－１ is 1-1-1.

    >>> tidy_number("１－１ー１"), tidy_number("施-12")
    ('1-1-1', '施-12')
    """
    bare = "".join(normal(text).split())
    return _DASHES.sub("-", bare) if any(c.isdigit() for c in bare) else bare


def depth(number: str) -> int:
    """Return how many parts a number has: 3 for 1-1-1; 0 where it is a code.

    >>> depth("1-1-1"), depth("3"), depth("施-12")
    (3, 1, 0)
    """
    return number.count("-") + 1 if _NUMERIC.fullmatch(number) else 0


def usual_depth(numbers: Iterable[str]) -> int:
    """Return the depth that most numbers have; 0 where most are codes, or none has a number.

    >>> usual_depth(["1-1", "1-2", "1"]), usual_depth(["甲"]), usual_depth([])
    (2, 0, 0)
    """
    counts = Counter(depth(number) for number in numbers)
    return counts.most_common(1)[0][0] if counts else 0


class Groups:
    """The goals and levels of a form by number."""

    def __init__(self) -> None:
        self.known: dict[str, LevelFact] = {}
        self._parents: dict[str, str] = {}

    def add(self, level: LevelFact, parent: str) -> None:
        """Add a level; ``parent`` is the number that it belongs to, where the form states it."""
        self.known[level.number] = level
        if parent:
            self._parents[level.number] = parent

    def chain(self, number: str, spot: Spot) -> list[LevelFact]:
        """Return a level with all above it, from the top; one known by number only has no title."""
        listed: list[str] = []
        at = number
        while at and at not in listed:
            listed.append(at)
            at = self._parents.get(at) or self.above(at)
        return [self.known.get(n) or LevelFact("", n, "", spot) for n in reversed(listed)]

    def above(self, number: str) -> str:
        """Return the number of the level above: 1-1 of 1-1-1, the longest that begins a code."""
        if depth(number):
            return number.rpartition("-")[0]
        begun = [
            other
            for other in self.known
            if number.startswith(other) and number[len(other) :][:1] in {*_SEPARATORS}
        ]
        return max(begun, key=len, default="")
