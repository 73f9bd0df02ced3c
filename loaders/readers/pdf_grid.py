"""Ruled lines of a PDF page → the cells of its tables.

Lines that touch one another are one table. Their x and y make a grid; neighbouring slots with no
line between them are one cell. A side that has no outer line is closed at the table's edge. A line
that ends in the middle of a slot is no border but part of a drawing (an arrow over the years).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any, NamedTuple

from keikaku.loaders.readers.pdf_fills import is_background, seen_stretches

_SNAP = 2.5
"""Lines nearer than this, in points, are one."""

_THIN = 3.0
_SHORTEST = 4.0
_MOST_EDGES = 20_000
_SIDES = 2


class Edge(NamedTuple):
    """A ruled line: ``at`` is its y (or x, for an upright one), from ``start`` to ``end``."""

    upright: bool
    at: float
    start: float
    end: float


class Slot(NamedTuple):
    """A cell of a ruled table: its first row and column, its spans, its box."""

    row: int
    column: int
    row_span: int
    column_span: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Ruled:
    """A ruled table: where its columns and rows begin and end, its cells, and loose lines in it."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    slots: tuple[Slot, ...]
    loose: tuple[Edge, ...]
    open_below: bool = False
    """True where no line closes its last row, which the page's end broke off."""

    @cached_property
    def _covered(self) -> dict[tuple[int, int], int]:
        return {
            (row, column): at
            for at, slot in enumerate(self.slots)
            for row in range(slot.row, slot.row + slot.row_span)
            for column in range(slot.column, slot.column + slot.column_span)
        }

    def slot_at(self, x: float, y: float) -> int | None:
        """Return which cell a point lies in, None for a point outside the table."""
        row, column = bisect_right(self.ys, y) - 1, bisect_right(self.xs, x) - 1
        return self._covered.get((row, column))


def edges_of(page: Any) -> list[Edge]:
    """Return the ruled lines of a page: lines, sides of boxes, thin boxes."""
    backgrounds = [rect for rect in page.rects if is_background(rect) and not _is_thin(rect)]
    drawn: list[Edge] = []
    for line in page.lines:
        drawn += _of_box(line)
    for rect in page.rects:
        if rect.get("stroke") or (rect.get("fill") and _is_thin(rect)):
            drawn += _of_box(rect)
    for curve in page.curves:
        if _is_box(curve):
            drawn += _of_box(curve)
    tables = drawn + _of_backgrounds(backgrounds, drawn)
    return [edge for edge in tables if edge.end - edge.start >= _SHORTEST][:_MOST_EDGES]


def _is_thin(box: dict[str, Any]) -> bool:
    return bool(min(box["bottom"] - box["top"], box["x1"] - box["x0"]) <= _THIN)


def _of_backgrounds(boxes: list[dict[str, Any]], drawn: list[Edge]) -> list[Edge]:
    """Return the sides of painted boxes that part two colours."""
    uprights = [edge for edge in _merged(drawn) if edge.upright]
    edges: list[Edge] = []
    for box in boxes:
        for edge in _of_box(box):
            seen = (
                [(edge.start, edge.end)]
                if edge.upright
                else seen_stretches(box, edge.at, boxes, uprights)
            )
            edges += [edge._replace(start=start, end=end) for start, end in seen]
    return edges


def _of_box(box: dict[str, Any]) -> list[Edge]:
    left, right = float(box["x0"]), float(box["x1"])
    top, bottom = float(box["top"]), float(box["bottom"])
    if bottom - top <= _THIN:
        return [Edge(False, (top + bottom) / 2, left, right)]
    if right - left <= _THIN:
        return [Edge(True, (left + right) / 2, top, bottom)]
    if box["object_type"] == "line":
        return []
    return [
        Edge(False, top, left, right),
        Edge(False, bottom, left, right),
        Edge(True, left, top, bottom),
        Edge(True, right, top, bottom),
    ]


def _is_box(curve: dict[str, Any]) -> bool:
    points = curve.get("pts") or ()
    return 2 <= len(points) <= 5 and all(
        abs(a[0] - b[0]) < 0.5 or abs(a[1] - b[1]) < 0.5 for a, b in pairwise(points)
    )


def tables_of(edges: Sequence[Edge]) -> list[Ruled]:
    """Return the tables that the lines of a page rule, from the top."""
    merged = _merged(edges)
    tables_here = [table for group in _groups(merged) if (table := _ruled(group)) is not None]
    return sorted(tables_here, key=lambda table: (table.ys[0], table.xs[0]))


def _merged(edges: Iterable[Edge]) -> list[Edge]:
    """Return the lines, with those that overlap or continue one another joined (dashes too)."""
    merged_edges: list[Edge] = []
    for upright in (False, True):
        own = sorted((e for e in edges if e.upright == upright), key=lambda e: e.at)
        groups: list[list[Edge]] = []
        for edge in own:
            if groups and edge.at - groups[-1][0].at <= _SNAP:
                groups[-1].append(edge)
            else:
                groups.append([edge])
        for group in groups:
            at = sum(e.at * (e.end - e.start) for e in group) / sum(e.end - e.start for e in group)
            stretch: list[float] = []
            for edge in sorted(group, key=lambda e: e.start):
                if stretch and edge.start <= stretch[1] + _SNAP:
                    stretch[1] = max(stretch[1], edge.end)
                else:
                    if stretch:
                        merged_edges.append(Edge(upright, at, *stretch))
                    stretch = [edge.start, edge.end]
            merged_edges.append(Edge(upright, at, *stretch))
    return merged_edges


def _touch(a: Edge, b: Edge) -> bool:
    """Return whether two lines cross or meet."""
    if a.upright == b.upright:
        return False
    return b.start - _SNAP <= a.at <= b.end + _SNAP and a.start - _SNAP <= b.at <= a.end + _SNAP


def _groups(edges: list[Edge]) -> list[list[Edge]]:
    """Return the lines in groups that touch; rules of one width above one another are a group."""
    parent = list(range(len(edges)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    flat = [i for i, e in enumerate(edges) if not e.upright]
    upright = [i for i, e in enumerate(edges) if e.upright]
    for i in upright:
        for j in flat:
            if _touch(edges[i], edges[j]):
                parent[root(i)] = root(j)
    alone = [i for i in flat if all(root(i) != root(j) for j in upright)]
    for a, b in pairwise(alone):
        same = abs(edges[a].start - edges[b].start) + abs(edges[a].end - edges[b].end)
        if same < 4 * _SNAP and edges[b].at - edges[a].at < 150:
            parent[root(a)] = root(b)
    groups: dict[int, list[Edge]] = {}
    for i, edge in enumerate(edges):
        groups.setdefault(root(i), []).append(edge)
    return list(groups.values())


def _ruled(group: list[Edge]) -> Ruled | None:
    flat = [e for e in group if not e.upright]
    upright = [e for e in group if e.upright]
    if len(upright) < 2 and len(flat) < 3:
        return None
    if not flat or (len(flat) == 1 and not _hang_together(upright)):
        return None
    left = min([e.start for e in flat] + [e.at for e in upright])
    right = max([e.end for e in flat] + [e.at for e in upright])
    top = min([e.at for e in flat] + [e.start for e in upright])
    bottom = max([e.at for e in flat] + [e.end for e in upright])
    sides = [left, right, *(e.at for e in upright)]
    loose = [e for e in flat if not _is_border(e, sides) and top + _SNAP < e.at < bottom - _SNAP]
    flat = [e for e in flat if e not in loose]
    xs = _snapped(sides)
    ys = _snapped([top, bottom, *(e.at for e in flat)])
    if len(xs) < 2 or len(ys) < 2:
        return None
    closing = sum(e.end - e.start for e in flat if abs(e.at - ys[-1]) <= _SNAP)
    return Ruled(
        tuple(xs),
        tuple(ys),
        tuple(_slots(xs, ys, flat, upright)),
        tuple(loose),
        open_below=closing < 0.5 * (xs[-1] - xs[0]) and len(upright) > 1,
    )


def _hang_together(upright: Sequence[Edge]) -> bool:
    """Return whether upright lines alone are what a page's break left of a row: all as long."""
    starts, ends = ([getattr(e, side) for e in upright] for side in ("start", "end"))
    alike = max(starts, default=0) - min(starts, default=0) <= 2 * _SNAP
    return len(upright) > _SIDES and alike and max(ends) - min(ends) <= 2 * _SNAP


def _is_border(edge: Edge, sides: list[float]) -> bool:
    """Return whether both ends of a line lie on upright lines (or on the table's sides)."""
    return all(
        any(abs(end - side) <= 2 * _SNAP for side in sides) for end in (edge.start, edge.end)
    )


def _snapped(values: Iterable[float]) -> list[float]:
    lines: list[float] = []
    for value in sorted(values):
        if not lines or value - lines[-1] > _SNAP:
            lines.append(value)
    return lines


def _slots(
    xs: list[float], ys: list[float], flat: list[Edge], upright: list[Edge]
) -> Iterable[Slot]:
    """Return the cells: slots of the grid united where no line parts them."""
    rows, columns = len(ys) - 1, len(xs) - 1
    right_of = _painted(upright, xs, ys)
    below = _painted(flat, ys, xs)
    occupied = [[False] * columns for _ in range(rows)]
    for row in range(rows):
        for column in range(columns):
            if occupied[row][column]:
                continue
            width = 1
            while (
                column + width < columns
                and not occupied[row][column + width]
                and (column + width, row) not in right_of
            ):
                width += 1
            height = 1
            while row + height < rows and _goes_on(
                row + height, column, width, occupied, right_of, below
            ):
                height += 1
            for r in range(row, row + height):
                for c in range(column, column + width):
                    occupied[r][c] = True
            yield Slot(
                row, column, height, width,
                xs[column], ys[row], xs[column + width], ys[row + height],
            )  # fmt: skip


def _goes_on(
    row: int,
    column: int,
    width: int,
    occupied: list[list[bool]],
    right_of: set[tuple[int, int]],
    below: set[tuple[int, int]],
) -> bool:
    """Return whether the cell above reaches into this row: no line lies above or in its slots."""
    inside = range(column, column + width)
    return (
        not any(occupied[row][c] for c in inside)
        and not any((row, c) in below for c in inside)
        and not any((c, row) in right_of for c in inside if c > column)
    )


def _painted(edges: list[Edge], across: list[float], along: list[float]) -> set[tuple[int, int]]:
    """Return which stretches of the grid's lines are drawn: (line, stretch)."""
    cells: set[tuple[int, int]] = set()
    for edge in edges:
        line = _nearest(across, edge.at)
        for at in range(max(bisect_left(along, edge.start - _SNAP) - 1, 0), len(along) - 1):
            start, end = along[at], along[at + 1]
            if start > edge.end:
                break
            if min(end, edge.end) - max(start, edge.start) > 0.6 * (end - start):
                cells.add((line, at))
    return cells


def _nearest(values: list[float], value: float) -> int:
    at = bisect_left(values, value)
    near = [i for i in (at - 1, at) if 0 <= i < len(values)]
    return min(near, key=lambda i: abs(values[i] - value))
