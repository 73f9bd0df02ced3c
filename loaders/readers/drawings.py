"""Boxes and arrows drawn over the cells of a sheet → which columns and rows they cover.

A schedule is often drawn: text boxes and arrows over empty cells. Their anchors say where they
stand; what is anchored in EMU (groups, free shapes) is measured against the columns' widths.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import TYPE_CHECKING

from keikaku.loaders.readers import limits
from keikaku.loaders.readers.package import Package
from keikaku.loaders.readers.shape_cells import ARROW, Shape, with_arrow
from keikaku.loaders.readers.shape_geometry import (
    Rect,
    covered,
    is_arrow,
    number,
    scaled,
    transform,
)
from keikaku.loaders.readers.sheet_frame import Frame
from keikaku.loaders.readers.xml_elements import child, name

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MOST_SHAPES = 5_000
_LAST_ROW = 20_000
"""Shapes further down are no schedule's."""

_ANCHORS = {"twoCellAnchor", "oneCellAnchor", "absoluteAnchor"}


def read_shapes(package: Package, sheet: str, frame: Frame) -> list[Shape]:
    """Return the shapes of a sheet that say something, from the top and from the left."""
    shapes: list[Shape] = []
    edges: _Edges | None = None
    for kind, part in package.relations(sheet).values():
        if kind != "drawing" or part not in package.names:
            continue
        edges = edges or _Edges(frame)
        for anchor in package.tree(part):
            if name(anchor) not in _ANCHORS:
                continue
            for text, rect in _drawn(anchor, edges):
                shapes.append(edges.under(text, rect))
                if len(shapes) > _MOST_SHAPES:
                    raise limits.too_large(package.path, part, f"{_MOST_SHAPES:,}+ shapes")
    return sorted(shapes, key=lambda shape: (shape.row, shape.column, shape.text == ARROW))


def _drawn(anchor: Element, edges: _Edges) -> Iterator[tuple[str, Rect]]:
    """Yield each text or arrow of an anchor with its rectangle."""
    rect = _rect_of(anchor, edges)
    for element in _members(anchor):
        if name(element) == "grpSp":
            yield from _in_group(element, rect, 0)
        elif text := _said(element, rect):
            yield text, rect


def _members(parent: Element) -> Iterator[Element]:
    """Yield shapes of an anchor or group; of alternatives for old and new Excels, the new one."""
    for element in parent:
        if name(element) == "AlternateContent":
            choice = child(element, "Choice")
            yield from choice if choice is not None else ()
        else:
            yield element


def _in_group(group: Element, rect: Rect, depth: int) -> Iterator[tuple[str, Rect]]:
    """Yield the members of a group, whose places are in the group's own scale."""
    inner = transform(group, "grpSpPr", ("chOff", "chExt"))
    if inner is None or depth > 8:
        return
    for element in _members(group):
        kind = name(element)
        own = transform(element, "grpSpPr" if kind == "grpSp" else "spPr", ("off", "ext"))
        if own is None:
            continue
        placed = scaled(own, inner, rect)
        if kind == "grpSp":
            yield from _in_group(element, placed, depth + 1)
        elif text := _said(element, placed):
            yield text, placed


def _said(element: Element, rect: Rect) -> str:
    """Return the text of a shape; an arrow's text ends with →."""
    kind = name(element)
    if kind not in {"sp", "cxnSp"}:
        return ""
    text = ""
    body = child(element, "txBody")
    if body is not None:
        lines = (
            "".join(run.text or "" for run in paragraph.iter() if name(run) == "t")
            for paragraph in body
            if name(paragraph) == "p"
        )
        text = "\n".join(line.strip() for line in lines if line.strip())
    return with_arrow(text) if is_arrow(element, rect) else text


def _rect_of(anchor: Element, edges: _Edges) -> Rect:
    start = child(anchor, "from")
    if start is None:
        position = child(anchor, "pos")
        left = number(position.get("x")) if position is not None else 0.0
        top = number(position.get("y")) if position is not None else 0.0
    else:
        left, top = edges.corner(start)
    end = child(anchor, "to")
    if end is not None:
        right, bottom = edges.corner(end)
    else:
        extent = child(anchor, "ext")
        right = left + (number(extent.get("cx")) if extent is not None else 0.0)
        bottom = top + (number(extent.get("cy")) if extent is not None else 0.0)
    return Rect(left, top, right, bottom)


class _Edges:
    """Where the columns and rows of a sheet begin, in EMU."""

    def __init__(self, frame: Frame) -> None:
        self._columns = _begins(frame.widths, frame.width, limits.LAST_COLUMN)
        self._rows = _begins(frame.heights, frame.height, _LAST_ROW)

    def corner(self, marker: Element) -> tuple[float, float]:
        """Return the point that a marker (column, row and offsets into them) names."""
        offsets = {name(each): number(each.text) for each in marker}
        return (
            _point(self._columns, offsets.get("col", 0.0), offsets.get("colOff", 0.0)),
            _point(self._rows, offsets.get("row", 0.0), offsets.get("rowOff", 0.0)),
        )

    def under(self, text: str, rect: Rect) -> Shape:
        """Return the shape with the slots that its rectangle covers."""
        left, right = covered(self._columns, rect.left, rect.right)
        top, bottom = covered(self._rows, rect.top, rect.bottom)
        return Shape(text, top, left, bottom, right)


def _begins(sizes: dict[int, float], size: float, count: int) -> list[float]:
    each = [max(size, 1.0)] * count
    for index, own in sizes.items():
        if index < count:
            each[index] = own
    return list(accumulate(each, initial=0.0))


def _point(begins: list[float], index: float, offset: float) -> float:
    at = max(min(int(index), len(begins) - 2), 0)
    return min(begins[at] + offset, begins[at + 1])
