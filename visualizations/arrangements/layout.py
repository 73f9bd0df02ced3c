"""What an arrangement is: places of nodes, regions beneath them, lines between them (配置)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from keikaku.visualizations.node_labels import Label

GAP = 5.0
"""Room between plans."""
REGION_GAP = 12.0
"""Room between regions."""
INSET = 6.0
"""Room within a region, left and right."""
HEADING = 19.0
"""Height of the heading of a region."""
TARGET = (1080.0, 660.0)
"""The room for a map on a laptop's screen of 1366 × 768 beside the panel, in pixels."""

Point = tuple[float, float]
Edge = tuple[str, str, str]
"""A relation by its ends and its type."""


class Box(NamedTuple):
    """A place: the centre and the size, in units of the map."""

    x: float
    y: float
    width: float
    height: float


class Region(NamedTuple):
    """The ground of a part of the map: ``box`` is left, top, width and height.

    ``level`` 0 is a document among several or a division, 1 a goal, a department, a theme, 2 an
    initiative, 3 a band of a shared kind, 4 and more levels within an initiative. ``node`` is what
    its heading names, ``text`` the key of its words where no node does, ``note`` what stands at the
    right of the heading.
    """

    node: str | None
    kind: str
    level: int
    box: Box
    text: str = ""
    note: str = ""


class Copy(NamedTuple):
    """One more place of a node, and the key of the words that say why it stands there."""

    node: str
    box: Box
    why: str


@dataclass(slots=True)
class Arrangement:
    """An arrangement by its name.

    ``kinds`` and ``relations`` are shown when it is chosen. ``routes`` are the corners of lines
    that do not go straight; with ``goes_down`` the parts of a plan may unfold beneath it.
    """

    name: str
    kinds: tuple[str, ...]
    relations: tuple[str, ...] = ()
    places: dict[str, Box] = field(default_factory=dict)
    regions: list[Region] = field(default_factory=list)
    copies: list[Copy] = field(default_factory=list)
    routes: dict[Edge, list[Point]] = field(default_factory=dict)

    def place(self, node: str, x: float, y: float, width: float, height: float) -> None:
        """Place a node with its centre at a point."""
        self.places[node] = rounded(x, y, width, height)

    def region(
        self, node: str | None, kind: str, level: int, box: Box, text: str = "", note: str = ""
    ) -> None:
        """Add a region; its box is left, top, width and height."""
        self.regions.append(Region(node, kind, level, rounded(*box), text, note))


def rounded(x: float, y: float, width: float, height: float) -> Box:
    """Return a box to a tenth of a unit."""
    return Box(round(x, 1), round(y, 1), round(width, 1), round(height, 1))


def rows_of(labels: Iterable[Label], width: float) -> Iterator[list[Label]]:
    """Yield boxes in rows of at most that width."""
    row: list[Label] = []
    used = 0.0
    for each in labels:
        if row and used + each.width > width:
            yield row
            row, used = [], 0.0
        row.append(each)
        used += each.width + GAP
    if row:
        yield row
