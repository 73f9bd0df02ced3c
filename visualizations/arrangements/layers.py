"""A layered drawing from left to right (Sugiyama, Tagawa, Toda 1981), each step deterministic.

Cycles are broken where a walk in the order of the nodes closes one; a node stands one layer right
of the last that leads to it, and as near as it can to what it leads to. Links over several layers
get a slot in each, so that no line runs behind a box. Orders come from barycentres.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

_SWEEPS = 8
_PASSES = 6


class Link(NamedTuple):
    """A link from a node to another one."""

    tail: str
    head: str


class Slot(NamedTuple):
    """A place in a layer: of a node, or of a link that passes through it."""

    layer: int
    node: str | None
    link: Link | None


@dataclass(frozen=True, slots=True)
class Layers:
    """Slots by layer, in order, with their heights' middles; and the slots that each link uses."""

    layers: list[list[Slot]]
    middles: dict[Slot, float]
    ways: dict[Link, list[Slot]]


def layered(nodes: Sequence[str], links: Iterable[Link], heights: tuple[float, float]) -> Layers:
    """Return the layers of nodes under links; ``heights`` are those of a node's and a link's slot.

    The ways of a link run from left to right, also where its direction had to be turned.
    """
    forward = _without_cycles(nodes, sorted(set(links)))
    layer = _layers(nodes, list(forward.values()))
    ways: dict[Link, list[Slot]] = {}
    slots: dict[int, list[Slot]] = defaultdict(list)
    own = {node: Slot(layer[node], node, None) for node in nodes}
    for node in nodes:
        slots[layer[node]].append(own[node])
    for link, turned in forward.items():
        between = [Slot(at, None, link) for at in range(layer[turned.tail] + 1, layer[turned.head])]
        for slot in between:
            slots[slot.layer].append(slot)
        ways[link] = [own[turned.tail], *between, own[turned.head]]
    ordered = _ordered([slots[at] for at in sorted(slots)], ways.values())
    return Layers(ordered, _middles(ordered, ways.values(), heights), ways)


def _without_cycles(nodes: Sequence[str], links: Sequence[Link]) -> dict[Link, Link]:
    """Return each link as it is, or turned where it would close a cycle."""
    ahead: dict[str, list[Link]] = defaultdict(list)
    for each in links:
        ahead[each.tail].append(each)
    done: dict[Link, Link] = {}
    state: dict[str, int] = {}
    for start in nodes:
        if start in state:
            continue
        state[start] = 1
        walk = [(start, iter(ahead[start]))]
        while walk:
            node, rest = walk[-1]
            link = next(rest, None)
            if link is None:
                state[node] = 2
                del walk[-1]
                continue
            closes = state.get(link.head) == 1
            done[link] = Link(link.head, link.tail) if closes else link
            if link.head not in state:
                state[link.head] = 1
                walk.append((link.head, iter(ahead[link.head])))
    return done


def _layers(nodes: Sequence[str], links: Sequence[Link]) -> dict[str, int]:
    ahead: dict[str, list[str]] = defaultdict(list)
    waiting = dict.fromkeys(nodes, 0)
    for tail, head in links:
        ahead[tail].append(head)
        waiting[head] += 1
    layer = dict.fromkeys(nodes, 0)
    ready = [node for node in nodes if not waiting[node]]
    order = []
    while ready:
        node = ready.pop(0)
        order.append(node)
        for head in ahead[node]:
            layer[head] = max(layer[head], layer[node] + 1)
            waiting[head] -= 1
            if not waiting[head]:
                ready.append(head)
    behind = {head for heads in ahead.values() for head in heads}
    for node in reversed(order):
        if node not in behind and ahead[node]:
            layer[node] = min(layer[head] for head in ahead[node]) - 1
    return layer


def _ordered(layers: list[list[Slot]], ways: Iterable[list[Slot]]) -> list[list[Slot]]:
    left, right = _neighbours(ways)
    best, fewest = layers, _crossings(layers, right)
    for sweep in range(_SWEEPS):
        beside, turn = (left, 1) if sweep % 2 == 0 else (right, -1)
        layers = [[*layer] for layer in layers]
        at = {slot: place for layer in layers for place, slot in enumerate(layer)}
        for layer in layers[::turn]:
            weights = {
                slot: (_mean([at[each] for each in beside[slot]], at[slot]), at[slot])
                for slot in layer
            }
            layer.sort(key=weights.__getitem__)
            at |= {slot: place for place, slot in enumerate(layer)}
        crossings = _crossings(layers, right)
        if crossings < fewest:
            best, fewest = layers, crossings
    return best


def _neighbours(
    ways: Iterable[list[Slot]],
) -> tuple[dict[Slot, list[Slot]], dict[Slot, list[Slot]]]:
    left: dict[Slot, list[Slot]] = defaultdict(list)
    right: dict[Slot, list[Slot]] = defaultdict(list)
    for way in ways:
        for one, two in pairwise(way):
            right[one].append(two)
            left[two].append(one)
    return left, right


def _crossings(layers: list[list[Slot]], right: dict[Slot, list[Slot]]) -> int:
    at = {slot: place for layer in layers for place, slot in enumerate(layer)}
    crossings = 0
    for layer in layers:
        ends = [(at[slot], at[each]) for slot in layer for each in right[slot]]
        crossings += sum(
            a < c and b > d for place, (a, b) in enumerate(ends) for c, d in ends[place + 1 :]
        )
    return crossings


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def _middles(
    layers: list[list[Slot]], ways: Iterable[list[Slot]], heights: tuple[float, float]
) -> dict[Slot, float]:
    """Return the middle of each slot: near those of its neighbours, and no slot over another."""
    ways = [*ways]
    left, right = _neighbours(ways)
    high = {slot: heights[slot.node is None] for layer in layers for slot in layer}
    middle: dict[Slot, float] = {}
    for layer in layers:
        _spread(layer, dict.fromkeys(layer, 0.0), high, middle)
    for turn in range(_PASSES):
        for layer in layers[:: 1 if turn % 2 == 0 else -1]:
            wished = {
                slot: _mean([middle[each] for each in left[slot] + right[slot]], middle[slot])
                for slot in layer
            }
            _spread(layer, wished, high, middle)
    least = min(middle[slot] - high[slot] / 2 for slot in middle)
    return {slot: at - least for slot, at in middle.items()}


def _spread(
    layer: list[Slot],
    wished: dict[Slot, float],
    high: dict[Slot, float],
    middle: dict[Slot, float],
) -> None:
    """Place the slots of a layer in their order, each as near to its wished place as possible.

    Slots that would overlap form a group, whose middle is the mean of the wishes (pool
    adjacent violators).
    """
    groups: list[tuple[float, int, list[Slot]]] = []  # the wish of its first slot, slots
    for slot in layer:
        group = (wished[slot], 1, [slot])
        while groups:
            before = groups[-1]
            size = sum(
                _step(a, b, high)
                for a, b in zip(before[2], [*before[2][1:], group[2][0]], strict=True)
            )
            if before[0] + size <= group[0]:
                break
            groups.pop()
            joined = before[1] + group[1]
            start = (before[0] * before[1] + (group[0] - size) * group[1]) / joined
            group = (start, joined, before[2] + group[2])
        groups.append(group)
    for start, _, slots in groups:
        at = start
        for place, slot in enumerate(slots):
            if place:
                at += _step(slots[place - 1], slot, high)
            middle[slot] = at


def _step(above: Slot, below: Slot, high: dict[Slot, float]) -> float:
    return (high[above] + high[below]) / 2
