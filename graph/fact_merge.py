"""Two statements of one node or edge become one: the rule, in the one place that holds it.

What the first says stays. What only the second says is added; of lists (evidence, aliases, terms)
the items that are not there yet. What the second says otherwise is a disagreement.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, MutableMapping
from typing import Any, NamedTuple, TypeVar

Item = TypeVar("Item")


class Disagreement(NamedTuple):
    """A fact that two statements tell differently: what stays, and what was not taken."""

    fact: str
    kept: Any
    dropped: Any


def united(first: list[Item], second: Iterable[Item], most: int | None = None) -> list[Item]:
    """Return the items of both, each once, those of the first before; ``most`` of them at all.

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
    """Add to the facts of a node or edge what a further statement of it says.

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
