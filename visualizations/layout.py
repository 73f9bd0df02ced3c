"""Where everything stands: goals as regions, initiatives inside, plans in them (配置).

Computed here, not in the browser, so that the map stands still when it opens and is the same on
every run. The number of columns is the one that makes the whole best fit the screen.

There are two layouts of one shape: the ``compact`` one of the skeleton, and the ``full`` one in
which every plan has room for its parts beneath it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from queries.graphs import Graph
from queries.map_data import Group, Structure
from visualizations.labels import Label, label
from visualizations.style import KIND_STYLES

_GAP = 5.0
_REGION_GAP = 12.0
_INSET = 6.0
_BANNER = 26.0
_HEADING = 19.0
_TARGET = (1080.0, 660.0)
"""The room for a map on a laptop's screen of 1366 × 768 beside the panel, in pixels."""
_MOST_COLUMNS = 6
_MOST_REGIONS = 40


class Box(NamedTuple):
    """A place: the centre and the size, in units of the map."""

    x: float
    y: float
    width: float
    height: float


class Region(NamedTuple):
    """The ground of a goal (``level`` 1), an initiative (2) or a band of a shared kind (3)."""

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
    with_parts: bool
    layout: Layout = field(default_factory=Layout)

    def made(self) -> Layout:
        goals = self.structure.goals
        columns, regions = self._best()
        width = self._goal_width(columns)
        ends = [0.0] * regions
        for goal in goals:
            column = min(range(regions), key=lambda c: (ends[c], c))
            height = self._goal_height(goal, columns)
            self._goal(goal, column * (width + _REGION_GAP), ends[column], columns, height)
            ends[column] += height + _REGION_GAP
        across = regions * (width + _REGION_GAP) - _REGION_GAP
        self._top(across)
        bottom = max(ends, default=0.0)
        for kind, nodes in self.structure.shared.items():
            bottom = self._band(kind, nodes, bottom, max(across, 600.0))
        return self.layout

    def _best(self) -> tuple[int, int]:
        """How many columns of plans a goal has, and how many goals stand side by side."""
        number = max(1, len(self.structure.goals))
        best = (float("inf"), 1, 1)
        for columns in range(1, _MOST_COLUMNS + 1):
            width = self._goal_width(columns) + _REGION_GAP
            heights = [self._goal_height(goal, columns) for goal in self.structure.goals]
            for regions in range(1, min(number, _MOST_REGIONS) + 1):
                ends = [0.0] * regions
                for height in heights:
                    ends[ends.index(min(ends))] += height + _REGION_GAP
                scale = max(regions * width / _TARGET[0], max(ends) / _TARGET[1])
                best = min(best, (round(scale, 6), columns, regions))
        return best[1], best[2]

    def _goal_width(self, columns: int) -> float:
        return columns * (KIND_STYLES["Plan"].width + _GAP) - _GAP + 4 * _INSET

    def _goal_height(self, goal: Group, columns: int) -> float:
        inner = sum(self._group_height(group, columns) + _GAP for group in goal.groups)
        return _BANNER + inner + _INSET

    def _group_height(self, group: Group, columns: int) -> float:
        rows = sum(height + _GAP for height in self._row_heights(group, columns))
        inside = self._goal_width(columns) - 4 * _INSET
        pills = [self.labels[node] for node in group.departments]
        flowed = sum(1 for _ in _rows(pills, inside)) * (_pill_height(pills) + _GAP / 2)
        return _HEADING + rows + flowed + _INSET / 2

    def _row_heights(self, group: Group, columns: int) -> list[float]:
        slots = [self._slot_height(plan) for plan in group.plans]
        return [max(slots[at : at + columns]) for at in range(0, len(slots), columns)]

    def _slot_height(self, plan: str) -> float:
        height = self.labels[plan].height
        if self.with_parts:
            height += sum(self.labels[p].height + _GAP / 2 for p in self.structure.parts[plan])
            height += _GAP
        return height

    def _goal(self, goal: Group, x: float, y: float, columns: int, height: float) -> None:
        width = self._goal_width(columns)
        self._region(goal.node, "Goal", 1, x, y, width, height)
        if goal.node is not None:
            self._place(goal.node, x + width / 2, y + _BANNER / 2, width, _BANNER - 2)
        top = y + _BANNER
        for group in goal.groups:
            inner = self._group_height(group, columns)
            self._group(group, x + _INSET, top, columns, inner)
            top += inner + _GAP

    def _group(self, group: Group, x: float, y: float, columns: int, height: float) -> None:
        width = self._goal_width(columns) - 2 * _INSET
        self._region(group.node, "Initiative", 2, x, y, width, height)
        if group.node is not None:
            self._place(group.node, x + width / 2, y + _HEADING / 2, width, _HEADING - 2)
        top = y + _HEADING
        size = KIND_STYLES["Plan"].width
        for row, tall in enumerate(self._row_heights(group, columns)):
            for column, plan in enumerate(group.plans[row * columns : (row + 1) * columns]):
                self._plan(plan, x + _INSET + column * (size + _GAP), top)
            top += tall + _GAP
        self._flow(group.departments, x + _INSET, top, width - 2 * _INSET)

    def _plan(self, plan: str, x: float, y: float) -> None:
        own = self.labels[plan]
        self._place(plan, x + own.width / 2, y + own.height / 2, own.width, own.height)
        top = y + own.height + _GAP
        for part in self.structure.parts[plan]:
            size = self.labels[part]
            if not self.with_parts:
                self._place(part, x + own.width / 2, y + own.height / 2, size.width, size.height)
                continue
            middle = x + own.width - size.width / 2
            self._place(part, middle, top + size.height / 2, size.width, size.height)
            top += size.height + _GAP / 2

    def _flow(self, nodes: list[str], x: float, y: float, width: float) -> float:
        """Nodes one after the other in rows; returns where the rows end."""
        pills = [self.labels[node] for node in nodes]
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
        """What stands above all: the city and its documents."""
        self._flow(self.structure.rest, _INSET, -30.0, width)

    def _region(
        self, node: str | None, kind: str, level: int, x: float, y: float, w: float, h: float
    ) -> None:
        box = Box(round(x, 1), round(y, 1), round(w, 1), round(h, 1))
        self.layout.regions.append(Region(node, kind, level, box))

    def _place(self, node: str, x: float, y: float, width: float, height: float) -> None:
        self.layout.places[node] = Box(round(x, 1), round(y, 1), round(width, 1), round(height, 1))


def labels_of(graph: Graph) -> dict[str, Label]:
    """The labels of all nodes."""
    return {node: label(facts) for node, facts in graph.nodes(data=True)}


def layouts(graph: Graph, structure: Structure) -> tuple[Layout, Layout]:
    """The compact layout and the full one."""
    known = labels_of(graph)
    compact = _Maker(graph, structure, known, with_parts=False).made()
    return compact, _Maker(graph, structure, known, with_parts=True).made()


def _pill_height(pills: list[Label]) -> float:
    return max((pill.height for pill in pills), default=0.0)


def _rows(pills: Iterable[Label], width: float) -> Iterator[list[Label]]:
    """Boxes in rows of at most that width."""
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
