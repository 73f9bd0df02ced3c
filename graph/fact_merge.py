"""The one rule by which two statements of one node or edge become one.

What the first states stays. What only the second states is added; of lists (evidence, aliases,
terms), the items that are missing. A different value in the second is a disagreement.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, MutableMapping
from typing import Any, NamedTuple, TypeVar

Item = TypeVar("Item")


class Disagreement(NamedTuple):
    """A fact with different values in two statements: the value kept, and the one dropped."""

    fact: str
    kept: Any
    dropped: Any


def united(first: list[Item], second: Iterable[Item], most: int | None = None) -> list[Item]:
    """Return the items of both, each once, those of the first in front; at most ``most`` of them.

    >>> united([1, 2], [2, 3, 4], most=3)
    [1, 2, 3]
    """
    more = list(first)
    for item in second:
        if (most is None or len(more) < most) and item not in more:
            more.append(item)
    return more


def add_statement(
    facts: MutableMapping[str, Any], further: Mapping[str, Any]
) -> list[Disagreement]:
    """Add a further statement of a node or edge to its facts.

    Lists are replaced, not changed: the one that was there may belong to another graph.

    >>> facts = {"name": "AI", "aliases": ["人工知能"]}
    >>> add_statement(facts, {"name": "ＡＩ", "aliases": ["人工知能", "生成AI"], "group": "DX"})
    [Disagreement(fact='name', kept='AI', dropped='ＡＩ')]
    >>> facts
    {'name': 'AI', 'aliases': ['人工知能', '生成AI'], 'group': 'DX'}
    """
    disagreements = []
    for fact, value in further.items():
        known = facts.setdefault(fact, value)
        if isinstance(known, list) and isinstance(value, list):
            facts[fact] = united(known, value)
        elif known != value:
            disagreements.append(Disagreement(fact, known, value))
    return disagreements
