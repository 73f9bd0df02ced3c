"""Where everything stands: goals as regions, initiatives inside, plans in them (配置).

Computed here, not in the browser, so that the map stands still when it opens and is the same on
every run. The number of columns is the one that makes the whole best fit the screen.

The parts of a plan lie beneath it, in its own place; the page makes room for those that it shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from keikaku.queries.graph_walks import Graph
from keikaku.queries.map_data import Group, Structure
from keikaku.visualizations.node_labels import Label, label
from keikaku.visualizations.style import KIND_STYLES

_GAP = 5.0
_REGION_GAP = 12.0
_BLOCK_GAP = 26.0
_INSET = 6.0
_BANNER = 26.0
_HEADING = 19.0
_TARGET = (1080.0, 660.0)
"""The room for a map on a laptop's screen of 1366 × 768 beside the panel, in pixels."""
_MOST_COLUMNS = 6
_MOST_REGIONS = 40
_MOST_ACROSS = 8
_WIDER = 0.6
"""By how much of its width a plan may be wider, to fill the screen."""


class Box(NamedTuple):
    """A place: the centre and the size, in units of the map."""

    x: float
    y: float
    width: float
    height: float


class Region(NamedTuple):
    """The ground of a part of the map.

    ``level`` 0 is a document among several, 1 a goal, 2 an initiative, 3 a band of a shared kind.
    """

    node: str | None
    kind: str
    level: int
    box: Box


@dataclass(slots=True)
class Layout:
    """The places of all nodes and the regions beneath them."""

    places: dict[str, Box] = field(default_factory=dict)
    regions: list[Region] = field(default_factory=list)


@dataclass(slots=True)
class _Maker:
    """Places the nodes of one layout."""

    graph: Graph
    structure: Structure
    labels: dict[str, Label]
    plan_width: float = KIND_STYLES["Plan"].width
    heights: dict[tuple[int, int], float] = field(default_factory=dict)
    layout: Layout = field(default_factory=Layout)

    def made(self) -> Layout:
        columns, regions, across = self._best()
        self._widen(columns, regions, across)
        several = len(self.structure.documents) > 1
        y = far = 0.0
        for row in self._block_rows(across):
            x = tall = 0.0
            for document in row:
                width, height = self._block_size(document, columns, regions)
                if several:
                    self._document(document, x, y, width, height)
                self._goals(document, x, y, columns, regions)
                x += width + _BLOCK_GAP
                tall = max(tall, height)
            y += tall + _BLOCK_GAP
            far = max(far, x - _BLOCK_GAP)
        self._top(far)
        bottom = y - _BLOCK_GAP + _REGION_GAP
        for kind, nodes in self.structure.shared.items():
            bottom = self._band(kind, nodes, bottom, max(far, 600.0))
        return self.layout

    def _best(self) -> tuple[int, int, int]:
        """Return how many columns of plans a goal has.

        How many goals and documents stand side by side.
        """
        goals = max((len(document.groups) for document in self.structure.documents), default=1)
        documents = len(self.structure.documents)
        best = (float("inf"), 1, 1, 1)
        for columns in range(1, _MOST_COLUMNS + 1):
            for regions in range(1, min(goals, _MOST_REGIONS) + 1):
                for across in range(1, min(documents, _MOST_ACROSS) + 1):
                    width, height = self._size(columns, regions, across)
                    scale = max(width / _TARGET[0], height / _TARGET[1])
                    best = min(best, (round(scale, 6), columns, regions, across))
        return best[1], best[2], best[3]

    def _widen(self, columns: int, regions: int, across: int) -> None:
        """Let the plans take the room that a screen has to the left and right of a high map."""
        width, height = self._size(columns, regions, across)
        if not self.structure.documents:
            return
        room = height * _TARGET[0] / _TARGET[1] - width
        widest = max(self._block_rows(across), key=len)
        number = columns * sum(min(regions, len(document.groups)) for document in widest)
        self.plan_width += max(0.0, min(room / number, _WIDER * self.plan_width)) // 1
        self.heights.clear()
        for group in (each for goal in self.structure.goals for each in goal.groups):
            for plan in group.plans:
                self.labels[plan] = label(self.graph.nodes[plan], self.plan_width)

    def _size(self, columns: int, regions: int, across: int) -> tuple[float, float]:
        """Return the size of all documents."""
        width = height = 0.0
        for row in self._block_rows(across):
            sizes = [self._block_size(document, columns, regions) for document in row]
            width = max(width, sum(w + _BLOCK_GAP for w, _ in sizes) - _BLOCK_GAP)
            height += max(h for _, h in sizes) + _BLOCK_GAP
        return width, height - _BLOCK_GAP

    def _block_rows(self, across: int) -> list[list[Group]]:
        documents = self.structure.documents
        return [documents[at : at + across] for at in range(0, len(documents), across)]

    def _block_size(self, document: Group, columns: int, regions: int) -> tuple[float, float]:
        """Return the size of a document.

        Its goals, and its title where there are several documents.
        """
        heights = [self._goal_height(goal, columns) for goal in document.groups]
        ends = [0.0] * min(regions, len(heights))
        for height in heights:
            ends[ends.index(min(ends))] += height + _REGION_GAP
        width = len(ends) * (self._goal_width(columns) + _REGION_GAP) - _REGION_GAP
        height = max(ends) - _REGION_GAP
        if len(self.structure.documents) > 1:
            width += 2 * _REGION_GAP
            height += self._title_height(document, width) + 2 * _REGION_GAP
        return width, height

    def _document(self, document: Group, x: float, y: float, width: float, height: float) -> None:
        self._region(document.node, "PlanDocument", 0, x, y, width, height)
        if document.node is not None:
            tall = self._title_height(document, width)
            self._place(document.node, x + width / 2, y + tall / 2, width, tall)

    def _title_height(self, document: Group, width: float) -> float:
        return self._heading(document.node, width, _BANNER)

    def _goals(self, document: Group, x: float, y: float, columns: int, regions: int) -> None:
        if len(self.structure.documents) > 1:
            width, _ = self._block_size(document, columns, regions)
            y += self._title_height(document, width) + _REGION_GAP
            x += _REGION_GAP
        ends = [y] * min(regions, len(document.groups))
        for goal in document.groups:
            at = ends.index(min(ends))
            height = self._goal_height(goal, columns)
            self._goal(goal, x + at * (self._goal_width(columns) + _REGION_GAP), ends[at], columns)
            ends[at] += height + _REGION_GAP

    def _heading(self, node: str | None, width: float, least: float) -> float:
        """Return how high a heading of that width is: one whose words need it has a second line."""
        if node is None:
            return least
        return max(least, label(self.graph.nodes[node], width).height + 4)

    def _goal_width(self, columns: int) -> float:
        return columns * (self.plan_width + _GAP) - _GAP + 4 * _INSET

    def _goal_height(self, goal: Group, columns: int) -> float:
        """Return how high a goal is; kept, for every arrangement that is tried asks for it."""
        key = (id(goal), columns)
        if key not in self.heights:
            inner = sum(self._group_height(group, columns) + _GAP for group in goal.groups)
            banner = self._heading(goal.node, self._goal_width(columns), _BANNER)
            self.heights[key] = banner + inner + _INSET
        return self.heights[key]

    def _group_height(self, group: Group, columns: int) -> float:
        rows = sum(height + _GAP for height in self._row_heights(group, columns))
        inside = self._goal_width(columns) - 4 * _INSET
        pills = [self._within(node, inside) for node in group.departments]
        flowed = sum(1 for _ in _rows(pills, inside)) * (_pill_height(pills) + _GAP / 2)
        head = self._heading(group.node, inside + 2 * _INSET, _HEADING)
        return head + rows + flowed + _INSET / 2

    def _row_heights(self, group: Group, columns: int) -> list[float]:
        heights = [self.labels[plan].height for plan in group.plans]
        return [max(heights[at : at + columns]) for at in range(0, len(heights), columns)]

    def _goal(self, goal: Group, x: float, y: float, columns: int) -> None:
        width = self._goal_width(columns)
        self._region(goal.node, "Goal", 1, x, y, width, self._goal_height(goal, columns))
        banner = self._heading(goal.node, width, _BANNER)
        if goal.node is not None:
            self._place(goal.node, x + width / 2, y + banner / 2, width, banner - 2)
        top = y + banner
        for group in goal.groups:
            inner = self._group_height(group, columns)
            self._group(group, x + _INSET, top, columns, inner)
            top += inner + _GAP

    def _group(self, group: Group, x: float, y: float, columns: int, height: float) -> None:
        width = self._goal_width(columns) - 2 * _INSET
        self._region(group.node, "Initiative", 2, x, y, width, height)
        heading = self._heading(group.node, width, _HEADING)
        if group.node is not None:
            self._place(group.node, x + width / 2, y + heading / 2, width, heading - 2)
        top = y + heading
        size = self.plan_width
        for row, tall in enumerate(self._row_heights(group, columns)):
            for column, plan in enumerate(group.plans[row * columns : (row + 1) * columns]):
                self._plan(plan, x + _INSET + column * (size + _GAP), top)
            top += tall + _GAP
        self._flow(group.departments, x + _INSET, top, width - 2 * _INSET)

    def _plan(self, plan: str, x: float, y: float) -> None:
        own = self.labels[plan]
        middle = x + own.width / 2, y + own.height / 2
        self._place(plan, *middle, own.width, own.height)
        for part in self.structure.parts[plan]:
            self._place(part, *middle, self.labels[part].width, self.labels[part].height)

    def _within(self, node: str, width: float) -> Label:
        """Return the label of a node, no wider than that."""
        own = self.labels[node]
        return own if own.width <= width else label(self.graph.nodes[node], width)

    def _flow(self, nodes: list[str], x: float, y: float, width: float) -> float:
        """Return nodes one after the other in rows; returns where the rows end."""
        pills = [self._within(node, width) for node in nodes]
        tall = _pill_height(pills)
        waiting = iter(nodes)
        for row in _rows(pills, width):
            left = x
            for pill in row:
                middle = left + pill.width / 2
                self._place(next(waiting), middle, y + tall / 2, pill.width, pill.height)
                left += pill.width + _GAP
            y += tall + _GAP / 2
        return y

    def _band(self, kind: str, nodes: list[str], y: float, width: float) -> float:
        if not nodes:
            return y
        end = self._flow(nodes, _INSET, y + _HEADING, width - 2 * _INSET) + _INSET
        self._region(None, kind, 3, 0.0, y, width, end - y)
        return end + _REGION_GAP

    def _top(self, width: float) -> None:
        """Place what stands above all: the city and its documents."""
        rest = [node for node in self.structure.rest if node not in self.layout.places]
        labels = [self.labels[node] for node in rest]
        tall = sum(_pill_height(labels) + _GAP / 2 for _ in _rows(labels, width))
        self._flow(rest, _INSET, -tall - _GAP, width)

    def _region(
        self, node: str | None, kind: str, level: int, x: float, y: float, w: float, h: float
    ) -> None:
        box = Box(round(x, 1), round(y, 1), round(w, 1), round(h, 1))
        self.layout.regions.append(Region(node, kind, level, box))

    def _place(self, node: str, x: float, y: float, width: float, height: float) -> None:
        self.layout.places[node] = Box(round(x, 1), round(y, 1), round(width, 1), round(height, 1))


def labels_of(graph: Graph) -> dict[str, Label]:
    """Return the labels of all nodes."""
    return {node: label(facts) for node, facts in graph.nodes(data=True)}


def placed(graph: Graph, structure: Structure) -> Layout:
    """Return where everything stands."""
    return _Maker(graph, structure, labels_of(graph)).made()


def _pill_height(pills: list[Label]) -> float:
    return max((pill.height for pill in pills), default=0.0)


def _rows(pills: Iterable[Label], width: float) -> Iterator[list[Label]]:
    """Yield boxes in rows of at most that width."""
    row: list[Label] = []
    used = 0.0
    for pill in pills:
        if row and used + pill.width > width:
            yield row
            row, used = [], 0.0
        row.append(pill)
        used += pill.width + _GAP
    if row:
        yield row
