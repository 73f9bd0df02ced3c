"""By dependency (依存関係): what a plan depends on is left of it; only linked plans are shown.

Lines run in the channels between the layers, straight or with two corners, and never behind a box.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

import networkx as nx

from keikaku.queries.graph_walks import Graph
from keikaku.queries.map_data import Structure
from keikaku.visualizations.arrangements.layers import Layers, Link, Slot, layered
from keikaku.visualizations.arrangements.layout import TARGET, Arrangement, Edge, Point
from keikaku.visualizations.arrangements.plan_blocks import Size

RELATIONS = ("DEPENDS_ON", "ASSOCIATED_WITH")
"""The relations that link plans here; the source states both."""

_BETWEEN = 16.0
_LANE = 12.0
_TRACK = 8.0
_CHANNEL = 34.0
_APART = 40.0
_PORT = 6.0


def arrange(graph: Graph, structure: Structure, size: Size) -> Arrangement | None:
    """Return the arrangement; None where no plan is linked with another one."""
    order = {plan: at for at, plan in enumerate(structure.parts)}
    links: dict[Link, list[Edge]] = defaultdict(list)
    for one, two, facts in graph.edges(data=True):
        if facts["type"] in RELATIONS and one in order and two in order and one != two:
            links[Link(two, one)].append((one, two, facts["type"]))
    if not links:
        return None
    tied: nx.Graph[str] = nx.Graph()
    tied.add_edges_from(links)
    groups = [sorted(group, key=order.__getitem__) for group in nx.connected_components(tied)]
    groups.sort(key=lambda group: (-len(group), order[group[0]]))
    made = Arrangement("dependency", ("Plan",), RELATIONS)
    drawings = [
        _Drawing.of(group, [link for link in links if link.tail in group], size) for group in groups
    ]
    for drawing, (x, y) in zip(drawings, _shelves(drawings), strict=True):
        drawing.put(made, links, x, y)
    return made


@dataclass(frozen=True, slots=True)
class _Drawing:
    """One connected group: its layers, the left edge of each, and the corners of its lines."""

    layers: Layers
    lefts: list[float]
    ways: dict[Link, list[Point]]
    size: Size
    width: float
    height: float

    @classmethod
    def of(cls, nodes: list[str], links: list[Link], size: Size) -> _Drawing:
        heights = (size.height + _BETWEEN, _LANE)
        layers = layered(nodes, links, heights)
        ports = _ports(layers, size)
        lefts, tracks = [0.0], []
        for at in range(len(layers.layers) - 1):
            lane_tracks = _tracks(layers, ports, at)
            left = lefts[-1] + size.width + _CHANNEL / 2
            tracks.append({key: left + place * _TRACK for place, key in enumerate(lane_tracks)})
            lefts.append(lefts[-1] + size.width + _CHANNEL + max(len(lane_tracks) - 1, 0) * _TRACK)
        ways = {link: _corners(link, layers, ports, lefts, tracks, size) for link in layers.ways}
        bottom = max(
            layers.middles[slot] + heights[slot.node is None] / 2
            for layer in layers.layers
            for slot in layer
        )
        return cls(layers, lefts, ways, size, lefts[-1] + size.width, bottom)

    def put(self, into: Arrangement, links: dict[Link, list[Edge]], x: float, y: float) -> None:
        """Place the group with its upper left corner at a point."""
        for layer in self.layers.layers:
            for slot in layer:
                if slot.node is not None:
                    middle = x + self.lefts[slot.layer] + self.size.width / 2
                    into.place(slot.node, middle, y + self.layers.middles[slot], *self.size)
        for link, corners in self.ways.items():
            moved = [(round(x + a, 1), round(y + b, 1)) for a, b in corners]
            starts_left = self.layers.ways[link][0].node == link.tail
            for edge in links[link]:  # which leads from the head of its link to the tail
                into.routes[edge] = moved[::-1] if starts_left else moved


_Port = tuple[Link, Slot, str]


def _ports(layers: Layers, size: Size) -> dict[_Port, float]:
    """Return at what height each link touches each of its slots, ``left`` or ``right`` of it."""
    touching: dict[tuple[Slot, str], list[tuple[float, Link]]] = defaultdict(list)
    for link, way in layers.ways.items():
        for one, two in pairwise(way):
            touching[one, "right"].append((layers.middles[two], link))
            touching[two, "left"].append((layers.middles[one], link))
    ports = {}
    for (slot, side), links in touching.items():
        step = min(_PORT, (size.height - 8) / len(links))
        for at, (_, link) in enumerate(sorted(links)):
            ports[link, slot, side] = layers.middles[slot] + (at - (len(links) - 1) / 2) * step
    for link, way in layers.ways.items():
        for one, two in pairwise(way):
            _straighten(ports, link, one, two, size, touching)
    return ports


def _straighten(
    ports: dict[_Port, float],
    link: Link,
    one: Slot,
    two: Slot,
    size: Size,
    touching: dict[tuple[Slot, str], list[tuple[float, Link]]],
) -> None:
    """Straighten a link that is alone at one of its ends, where the other end is beside it."""
    ends = (link, one, "right"), (link, two, "left")
    for own, far in (ends, ends[::-1]):
        alone = len(touching[own[1], own[2]]) == 1 and own[1].node is not None
        if alone and abs(ports[far] - ports[own]) < size.height / 2 - _PORT:
            ports[own] = ports[far]
            return


def _tracks(layers: Layers, ports: dict[_Port, float], layer: int) -> list[Link]:
    """Return the links that turn in the channel to the right of a layer, from left to right.

    Of the links that go down, the one that starts lowest turns first; of those that go up, the one
    that starts highest. So neighbours do not cross.
    """
    turning = []
    for link, way in layers.ways.items():
        for one, two in pairwise(way):
            start, end = ports[link, one, "right"], ports[link, two, "left"]
            if one.layer == layer and abs(start - end) > 0.5:
                turning.append((end > start, -start if end > start else start, link))
    return [link for _, _, link in sorted(turning)]


def _corners(
    link: Link,
    layers: Layers,
    ports: dict[_Port, float],
    lefts: list[float],
    tracks: list[dict[Link, float]],
    size: Size,
) -> list[Point]:
    way = layers.ways[link]
    corners: list[Point] = []
    for one, two in pairwise(way):
        start, end = ports[link, one, "right"], ports[link, two, "left"]
        corners.append((lefts[one.layer] + size.width, start))
        turn = tracks[one.layer].get(link)
        if turn is not None:
            corners += [(turn, start), (turn, end)]
        corners.append((lefts[two.layer], end))
    return corners


def _shelves(drawings: list[_Drawing]) -> Iterable[Point]:
    """Return the corner of each group: rows of groups, as wide as best fits the screen."""
    best: tuple[float, list[Point]] | None = None
    for most in sorted({_width_of(drawings[:end]) for end in range(1, len(drawings) + 1)}):
        shelves, x, y, tall, far = [], 0.0, 0.0, 0.0, 0.0
        for drawing in drawings:
            if x and x + drawing.width > most:
                x, y, tall = 0.0, y + tall + _APART, 0.0
            shelves.append((x, y))
            far = max(far, x + drawing.width)
            x += drawing.width + _APART
            tall = max(tall, drawing.height)
        scale = max(far / TARGET[0], (y + tall) / TARGET[1])
        if best is None or scale < best[0] - 1e-6:
            best = scale, shelves
    return best[1] if best else []


def _width_of(drawings: list[_Drawing]) -> float:
    return sum(drawing.width + _APART for drawing in drawings)
