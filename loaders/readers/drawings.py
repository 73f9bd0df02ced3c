"""Boxes and arrows drawn over the cells of a sheet → which columns and rows they cover.

A schedule is often drawn: text boxes and arrows over empty cells. Their anchors say where they
stand; what is anchored in EMU (groups, free shapes) is measured against the columns' widths.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from keikaku.loaders.readers import limits
from keikaku.loaders.readers.package import Package
from keikaku.loaders.readers.sheet_frame import Frame

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

ARROW = "→"
_COVERED = 0.3
"""How much of a column or row a shape must cover to mean it."""

_MOST_SHAPES = 5_000
_LAST_ROW = 20_000
"""Shapes further down are no schedule's."""

_ANCHORS = {"twoCellAnchor", "oneCellAnchor", "absoluteAnchor"}


class Shape(NamedTuple):
    """A shape over the cells: what it says ("→" for an arrow alone) and the slots it covers."""

    text: str
    row: int
    column: int
    last_row: int
    last_column: int


class _Rect(NamedTuple):
    """Left, top, right and bottom in EMU from the sheet's corner."""

    left: float
    top: float
    right: float
    bottom: float


def read_shapes(package: Package, sheet: str, frame: Frame) -> list[Shape]:
    """Return the shapes of a sheet that say something, from the top and from the left."""
    shapes: list[Shape] = []
    edges: _Edges | None = None
    for kind, part in package.relations(sheet).values():
        if kind != "drawing" or part not in package.names:
            continue
        edges = edges or _Edges(frame)
        for anchor in package.tree(part):
            if _name(anchor) not in _ANCHORS:
                continue
            for text, rect in _drawn(anchor, edges):
                shapes.append(edges.under(text, rect))
                if len(shapes) > _MOST_SHAPES:
                    raise limits.too_large(package.path, part, f"{_MOST_SHAPES:,}+ shapes")
    return sorted(shapes, key=lambda shape: (shape.row, shape.column, shape.text == ARROW))


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _child(element: Element, *names: str) -> Element | None:
    """Return the first child of a child … of these local names."""
    for name in names:
        below = next((each for each in element if _name(each) == name), None)
        if below is None:
            return None
        element = below
    return element


def _drawn(anchor: Element, edges: _Edges) -> Iterator[tuple[str, _Rect]]:
    """Yield each text or arrow of an anchor with its rectangle."""
    rect = _rect_of(anchor, edges)
    for element in _members(anchor):
        if _name(element) == "grpSp":
            yield from _in_group(element, rect, 0)
        elif text := _said(element, rect):
            yield text, rect


def _members(parent: Element) -> Iterator[Element]:
    """Yield shapes of an anchor or group; of alternatives for old and new Excels, the new one."""
    for element in parent:
        if _name(element) == "AlternateContent":
            choice = _child(element, "Choice")
            yield from choice if choice is not None else ()
        else:
            yield element


def _in_group(group: Element, rect: _Rect, depth: int) -> Iterator[tuple[str, _Rect]]:
    """Yield the members of a group, whose places are in the group's own scale."""
    inner = _transform(group, "grpSpPr", ("chOff", "chExt"))
    if inner is None or depth > 8:
        return
    for element in _members(group):
        kind = _name(element)
        own = _transform(element, "grpSpPr" if kind == "grpSp" else "spPr", ("off", "ext"))
        if own is None:
            continue
        placed = _scaled(own, inner, rect)
        if kind == "grpSp":
            yield from _in_group(element, placed, depth + 1)
        elif text := _said(element, placed):
            yield text, placed


def _scaled(own: _Rect, inner: _Rect, outer: _Rect) -> _Rect:
    x = (outer.right - outer.left) / ((inner.right - inner.left) or 1)
    y = (outer.bottom - outer.top) / ((inner.bottom - inner.top) or 1)
    return _Rect(
        outer.left + (own.left - inner.left) * x,
        outer.top + (own.top - inner.top) * y,
        outer.left + (own.right - inner.left) * x,
        outer.top + (own.bottom - inner.top) * y,
    )


def _transform(element: Element, holder: str, names: tuple[str, str]) -> _Rect | None:
    offset = _child(element, holder, "xfrm", names[0])
    extent = _child(element, holder, "xfrm", names[1])
    if offset is None or extent is None:
        return None
    left, top = _number(offset.get("x")), _number(offset.get("y"))
    return _Rect(left, top, left + _number(extent.get("cx")), top + _number(extent.get("cy")))


def _said(element: Element, rect: _Rect) -> str:
    """Return the text of a shape; an arrow's text ends with →."""
    kind = _name(element)
    if kind not in {"sp", "cxnSp"}:
        return ""
    text = ""
    body = _child(element, "txBody")
    if body is not None:
        lines = (
            "".join(run.text or "" for run in paragraph.iter() if _name(run) == "t")
            for paragraph in body
            if _name(paragraph) == "p"
        )
        text = "\n".join(line.strip() for line in lines if line.strip())
    if ARROW in text or not _is_arrow(element, rect):
        return text
    return f"{text} {ARROW}".strip()


def _is_arrow(element: Element, rect: _Rect) -> bool:
    """Return whether a shape is an arrow along the years: a block arrow, or a line with a tip."""
    shape = _child(element, "spPr", "prstGeom")
    form = (shape.get("prst") or "") if shape is not None else ""
    if "rightArrow" in form or form in {"homePlate", "chevron", "notchedRightArrow"}:
        return True
    line = _child(element, "spPr", "ln")
    if line is None or rect.right - rect.left < rect.bottom - rect.top:
        return False
    ends = (end for end in line if _name(end) in {"headEnd", "tailEnd"})
    return any(end.get("type", "none") != "none" for end in ends)


def _rect_of(anchor: Element, edges: _Edges) -> _Rect:
    start = _child(anchor, "from")
    if start is None:
        position = _child(anchor, "pos")
        left = _number(position.get("x")) if position is not None else 0.0
        top = _number(position.get("y")) if position is not None else 0.0
    else:
        left, top = edges.corner(start)
    end = _child(anchor, "to")
    if end is not None:
        right, bottom = edges.corner(end)
    else:
        extent = _child(anchor, "ext")
        right = left + (_number(extent.get("cx")) if extent is not None else 0.0)
        bottom = top + (_number(extent.get("cy")) if extent is not None else 0.0)
    return _Rect(left, top, right, bottom)


class _Edges:
    """Where the columns and rows of a sheet begin, in EMU."""

    def __init__(self, frame: Frame) -> None:
        self._columns = _begins(frame.widths, frame.width, limits.LAST_COLUMN)
        self._rows = _begins(frame.heights, frame.height, _LAST_ROW)

    def corner(self, marker: Element) -> tuple[float, float]:
        """Return the point that a marker (column, row and offsets into them) names."""
        offsets = {_name(each): _number(each.text) for each in marker}
        return (
            _point(self._columns, offsets.get("col", 0.0), offsets.get("colOff", 0.0)),
            _point(self._rows, offsets.get("row", 0.0), offsets.get("rowOff", 0.0)),
        )

    def under(self, text: str, rect: _Rect) -> Shape:
        """Return the shape with the slots that its rectangle covers."""
        left, right = _covered(self._columns, rect.left, rect.right)
        top, bottom = _covered(self._rows, rect.top, rect.bottom)
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


def _covered(begins: list[float], start: float, end: float) -> tuple[int, int]:
    """Return the first and last column (or row) that a stretch covers enough, else its middle's."""
    last = len(begins) - 2
    first_touched = min(max(bisect_right(begins, start) - 1, 0), last)
    last_touched = min(max(bisect_right(begins, end) - 1, 0), last)
    indexes = [
        at
        for at in range(first_touched, last_touched + 1)
        if _share(begins, at, start, end) >= _COVERED
    ]
    middle = min(max(bisect_right(begins, (start + end) / 2) - 1, 0), last)
    return (indexes[0], indexes[-1]) if indexes else (middle, middle)


def _share(begins: list[float], at: int, start: float, end: float) -> float:
    """Return how much of a column a stretch covers, 0 to 1; a hidden column is never covered."""
    wide = begins[at + 1] - begins[at]
    return (min(end, begins[at + 1]) - max(start, begins[at])) / wide if wide > 0 else 0.0


def _number(text: str | None) -> float:
    try:
        return max(min(float(text or 0), 1e12), -1e12)
    except ValueError:
        return 0.0
