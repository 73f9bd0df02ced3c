"""How a document is built: what a node is a part of, and the order of plans.

Levels may have any depth, and a plan may stand directly under its document or have no number; so
no other module counts levels or interprets numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from keikaku.graph.network import Attributes, Graph

HOLDING = ("HAS_PART", "MEASURED_BY", "HAS_BUDGET", "EVALUATED_AS")
"""The relations that lead from a whole to what belongs to it."""

HEADINGS = ("Goal", "Initiative")
"""The kinds that plans stand under."""

MOST_LEVELS = 3
"""How many words of levels are joined at most."""

LAST = 10**9
"""The position of what has no number, or no order among its siblings: behind all others."""

_DIGITS = re.compile(r"\d+")
_MOST = 2**63 - 1  # what a server's integers hold


def whole_of(graph: Graph, node: str) -> str | None:
    """Return what a node is a part of: the first that names it; None where nothing does."""
    return _first(graph, node, ("HAS_PART",))


def wholes_of(graph: Graph, node: str) -> Iterator[str]:
    """Yield what a node is a part of, what that is a part of, and so on, from the nearest."""
    return _upwards(graph, node, ("HAS_PART",))


def all_wholes_of(graph: Graph, node: str) -> list[str]:
    """Return all that a node is a part of, by whatever way: the nearest first, then by id.

    A project that serves several policies stands under each of them.
    """
    steps = {node: 0}
    ahead = [node]
    for part in ahead:
        for above, _, facts in graph.in_edges(part, data=True):
            if facts["type"] == "HAS_PART" and above not in steps:
                steps[above] = steps[part] + 1
                ahead.append(above)
    return sorted(ahead[1:], key=lambda above: (steps[above], above))


def plan_of(graph: Graph, node: str) -> str | None:
    """Return the plan that a node is or belongs to; None where it belongs to none."""
    if node not in graph:
        return None
    for each in (node, *_upwards(graph, node, HOLDING)):
        if graph.nodes[each]["kind"] == "Plan":
            return each
    return None


def number_of(facts: Attributes) -> str:
    """Return the number of a plan or a heading as printed; empty where it has none."""
    return facts.get("number") or ""


def numbered_title(facts: Attributes) -> str:
    """Return a plan or a heading as people write it, number first: 2-2-5 窓口の改善."""
    return titled(number_of(facts), str(facts["title"]))


def titled(number: str | None, title: str | None) -> str:
    """Return a number and a title as people write them together; one alone without the other.

    >>> titled("2-2-5", "窓口の改善"), titled("", "窓口の改善")
    ('2-2-5 窓口の改善', '窓口の改善')
    """
    return " ".join(part for part in (number, title) if part)


def short_name(facts: Attributes) -> str:
    """Return a plan as lists name it: its number, or its title where it has none."""
    return number_of(facts) or str(facts["title"])


def level_words(nodes: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Return how the documents call the levels of a kind of heading: Goal → 基本目標.

    Several words are joined (政策・施策). A kind keeps the model's name where one of its headings
    has no such word, or where the words are too many to read at a glance.
    """
    words: dict[str, dict[str, None]] = {}
    bare: set[str] = set()
    for facts in nodes:
        kind = facts["kind"]
        if kind not in HEADINGS:
            continue
        if facts.get("level"):
            words.setdefault(kind, {})[facts["level"]] = None
        else:
            bare.add(kind)
    return {
        kind: "・".join(of_kind)
        for kind, of_kind in words.items()
        if kind not in bare and len(of_kind) <= MOST_LEVELS
    }


def order_key(node: str, number: str | None) -> list[int]:
    """Return where a plan stands among those of its document: by number, 1-1-2 before 1-1-10.

    Those without digits in their number come last, by those in the end of their id.

    >>> order_key("a/plan/1-1-10", "1-1-10"), order_key("a/plan/n7", None)
    ([1, 1, 10], [1000000000, 7])
    """
    digits = _DIGITS.findall(number or "")
    if digits:
        return [min(int(each), _MOST) for each in digits]
    ends = _DIGITS.findall(node.rpartition("/")[2])
    return [LAST, *(min(int(each), _MOST) for each in ends)]


def _upwards(graph: Graph, node: str, relations: tuple[str, ...]) -> Iterator[str]:
    seen = {node}
    above = _first(graph, node, relations)
    while above is not None and above not in seen:
        seen.add(above)
        yield above
        above = _first(graph, above, relations)


def _first(graph: Graph, node: str, relations: tuple[str, ...]) -> str | None:
    for source, _, facts in graph.in_edges(node, data=True):
        if facts["type"] in relations:
            return source
    return None
