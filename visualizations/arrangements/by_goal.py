"""By goal (目標別): goals as regions, initiatives inside, plans in them; every node has a place.

Computed here, not in the browser, so that the map stands still when it opens and is the same on
every run. The number of columns is the one that makes the whole best fit the screen.

The parts of a plan lie beneath it, in its own place; the page makes room for those that it shows.
What several plans share stands in a band of its kind below.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from keikaku.queries.graph_walks import Graph
from keikaku.queries.map_data import Group, Structure
from keikaku.visualizations.arrangements.layout import (
    GAP,
    HEADING,
    INSET,
    REGION_GAP,
    TARGET,
    Arrangement,
    Box,
    rows_of,
)
from keikaku.visualizations.node_labels import Label, heading, label
from keikaku.visualizations.style import KIND_STYLES

_BLOCK_GAP = 26.0
_BANNER = 26.0
_STEP = 2.0
"""How much narrower a level is than the one around it, on each side."""
KINDS = ("Goal", "Initiative", "Plan")
"""What is shown at first."""
_MOST_COLUMNS = 6
_MOST_REGIONS = 40
_MOST_ACROSS = 8
_WIDER = 0.6
"""The share of its width by which a plan may grow to fill the screen."""


@dataclass(slots=True)
class _Maker:
    """Places the nodes of one layout."""

    graph: Graph
    structure: Structure
    labels: dict[str, Label]
    plan_width: float = KIND_STYLES["Plan"].width
    heights: dict[tuple[int, int], float] = field(default_factory=dict)
    layout: Arrangement = field(default_factory=lambda: Arrangement("goal", KINDS))

    def made(self) -> Arrangement:
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
        bottom = y - _BLOCK_GAP + REGION_GAP
        for kind, nodes in self.structure.shared.items():
            bottom = self._band(kind, nodes, bottom, max(far, 600.0))
        return self.layout

    def _best(self) -> tuple[int, int, int]:
        """Return how many columns of plans a goal has.

        Then how many goals, and how many documents, stand side by side.
        """
        goals = max((len(document.groups) for document in self.structure.documents), default=1)
        documents = len(self.structure.documents)
        best = (float("inf"), 1, 1, 1)
        for columns in range(1, _MOST_COLUMNS + 1):
            for regions in range(1, min(goals, _MOST_REGIONS) + 1):
                for across in range(1, min(documents, _MOST_ACROSS) + 1):
                    width, height = self._size(columns, regions, across)
                    scale = max(width / TARGET[0], height / TARGET[1])
                    best = min(best, (round(scale, 6), columns, regions, across))
        return best[1], best[2], best[3]

    def _widen(self, columns: int, regions: int, across: int) -> None:
        """Widen the plans into the room that a screen has left and right of a tall map."""
        width, height = self._size(columns, regions, across)
        if not self.structure.documents:
            return
        room = height * TARGET[0] / TARGET[1] - width
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
            ends[ends.index(min(ends))] += height + REGION_GAP
        width = len(ends) * (self._goal_width(columns) + REGION_GAP) - REGION_GAP
        height = max(ends) - REGION_GAP
        if len(self.structure.documents) > 1:
            width += 2 * REGION_GAP
            height += self._title_height(document, width) + 2 * REGION_GAP
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
            y += self._title_height(document, width) + REGION_GAP
            x += REGION_GAP
        ends = [y] * min(regions, len(document.groups))
        for goal in document.groups:
            at = ends.index(min(ends))
            height = self._goal_height(goal, columns)
            self._goal(goal, x + at * (self._goal_width(columns) + REGION_GAP), ends[at], columns)
            ends[at] += height + REGION_GAP

    def _heading(self, node: str | None, width: float, least: float) -> float:
        """Return the height of a heading of that width: long words take a second line."""
        if node is None:
            return least
        facts = self.graph.nodes[node]
        words = label if facts["kind"] == "PlanDocument" else heading
        return max(least, words(facts, width).height + 4)

    def _goal_width(self, columns: int) -> float:
        return columns * (self.plan_width + GAP) - GAP + 4 * INSET

    def _goal_height(self, goal: Group, columns: int) -> float:
        """Return the height of a goal; cached, because every layout that is tried asks for it."""
        key = (id(goal), columns)
        if key not in self.heights:
            inner = sum(self._group_height(group, columns) + GAP for group in goal.groups)
            banner = self._heading(goal.node, self._goal_width(columns), _BANNER)
            self.heights[key] = banner + inner + INSET
        return self.heights[key]

    def _group_height(self, group: Group, columns: int) -> float:
        """Return the height of a level between goal and plans, with the levels within it."""
        rows = sum(height + GAP for height in self._row_heights(group, columns))
        inner = sum(self._group_height(each, columns) + GAP for each in group.groups)
        head = self._group_head(group, columns)
        return head + rows + inner + INSET / 2

    def _group_head(self, group: Group, columns: int) -> float:
        """Return the height of the heading of a level; plans without one need no room for it."""
        least = INSET if group.node is None else HEADING
        return self._heading(group.node, self._group_width(columns), least)

    def _group_width(self, columns: int) -> float:
        return self._goal_width(columns) - 2 * INSET

    def _row_heights(self, group: Group, columns: int) -> list[float]:
        heights = [self.labels[plan].height for plan in group.plans]
        return [max(heights[at : at + columns]) for at in range(0, len(heights), columns)]

    def _goal(self, goal: Group, x: float, y: float, columns: int) -> None:
        width = self._goal_width(columns)
        box = Box(x, y, width, self._goal_height(goal, columns))
        if goal.node is None:
            number = sum(len(group.plans) for group in goal.groups)
            self.layout.region(None, "Goal", 1, box, "no-goal", str(number))
        else:
            self.layout.region(goal.node, "Goal", 1, box)
        banner = self._heading(goal.node, width, _BANNER)
        if goal.node is not None:
            self._place(goal.node, x + width / 2, y + banner / 2, width, banner - 2)
        top = y + banner
        for group in goal.groups:
            inner = self._group_height(group, columns)
            self._group(group, x + INSET, top, columns, inner)
            top += inner + GAP

    def _group(
        self, group: Group, x: float, y: float, columns: int, height: float, depth: int = 0
    ) -> None:
        """Place a level; a level within another is narrower, and plans stand in columns."""
        width = self._group_width(columns)
        inset = min(depth * _STEP, INSET - 1)
        left, wide = x + inset, width - 2 * inset
        self._region(group.node, "Initiative", 2 if not depth else 3 + depth, left, y, wide, height)
        head = self._group_head(group, columns)
        if group.node is not None:
            self._place(group.node, x + width / 2, y + head / 2, wide, head - 2)
        top = y + head
        size = self.plan_width
        for row, tall in enumerate(self._row_heights(group, columns)):
            for column, plan in enumerate(group.plans[row * columns : (row + 1) * columns]):
                self._plan(plan, x + INSET + column * (size + GAP), top)
            top += tall + GAP
        for each in group.groups:
            inner = self._group_height(each, columns)
            self._group(each, x, top, columns, inner, depth + 1)
            top += inner + GAP

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
        """Place nodes one after the other in rows, and return where the rows end."""
        pills = [self._within(node, width) for node in nodes]
        tall = _pill_height(pills)
        waiting = iter(nodes)
        for row in rows_of(pills, width):
            left = x
            for pill in row:
                middle = left + pill.width / 2
                self._place(next(waiting), middle, y + tall / 2, pill.width, pill.height)
                left += pill.width + GAP
            y += tall + GAP / 2
        return y

    def _band(self, kind: str, nodes: list[str], y: float, width: float) -> float:
        if not nodes:
            return y
        end = self._flow(nodes, INSET, y + HEADING, width - 2 * INSET) + INSET
        self._region(None, kind, 3, 0.0, y, width, end - y)
        return end + REGION_GAP

    def _top(self, width: float) -> None:
        """Place the top of the map: the city and its documents."""
        rest = [node for node in self.structure.rest if node not in self.layout.places]
        labels = [self.labels[node] for node in rest]
        tall = sum(_pill_height(labels) + GAP / 2 for _ in rows_of(labels, width))
        self._flow(rest, INSET, -tall - GAP, width)

    def _region(
        self, node: str | None, kind: str, level: int, x: float, y: float, w: float, h: float
    ) -> None:
        self.layout.region(node, kind, level, Box(x, y, w, h))

    def _place(self, node: str, x: float, y: float, width: float, height: float) -> None:
        self.layout.place(node, x, y, width, height)


def arrange(graph: Graph, structure: Structure) -> Arrangement:
    """Return where everything stands."""
    labels = {node: label(facts) for node, facts in graph.nodes(data=True)}
    return _Maker(graph, structure, labels).made()


def _pill_height(pills: list[Label]) -> float:
    return max((pill.height for pill in pills), default=0.0)
