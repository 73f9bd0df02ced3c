"""The geometry of drawn shapes: rectangles, groups in scales of their own, columns covered."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from keikaku.loaders.readers.xml_elements import child, name

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_COVERED = 0.3
"""How much of a column or row a shape must cover to mean it."""


class Rect(NamedTuple):
    """Left, top, right and bottom, in one unit from one corner: of a sheet, or of a cell."""

    left: float
    top: float
    right: float
    bottom: float


def scaled(own: Rect, inner: Rect, outer: Rect) -> Rect:
    """Return the place of a group's member, from the group's own scale to that around it."""
    x = (outer.right - outer.left) / ((inner.right - inner.left) or 1)
    y = (outer.bottom - outer.top) / ((inner.bottom - inner.top) or 1)
    return Rect(
        outer.left + (own.left - inner.left) * x,
        outer.top + (own.top - inner.top) * y,
        outer.left + (own.right - inner.left) * x,
        outer.top + (own.bottom - inner.top) * y,
    )


def transform(element: Element, holder: str, names: tuple[str, str]) -> Rect | None:
    """Return the offset and extent that a shape's properties state, None where they are missing."""
    offset = child(element, holder, "xfrm", names[0])
    extent = child(element, holder, "xfrm", names[1])
    if offset is None or extent is None:
        return None
    left, top = number(offset.get("x")), number(offset.get("y"))
    return Rect(left, top, left + number(extent.get("cx")), top + number(extent.get("cy")))


def is_arrow(element: Element, rect: Rect) -> bool:
    """Return whether a shape is an arrow along the years: a block arrow, or a line with a tip."""
    shape = child(element, "spPr", "prstGeom")
    form = (shape.get("prst") or "") if shape is not None else ""
    if "rightArrow" in form or form in {"homePlate", "chevron", "notchedRightArrow"}:
        return True
    line = child(element, "spPr", "ln")
    if line is None or rect.right - rect.left < rect.bottom - rect.top:
        return False
    ends = (end for end in line if name(end) in {"headEnd", "tailEnd"})
    return any(end.get("type", "none") != "none" for end in ends)


def covered(begins: Sequence[float], start: float, end: float) -> tuple[int, int]:
    """Return the first and last column (or row) that a stretch covers enough, else its middle's."""
    last = len(begins) - 2
    first_touched = min(max(bisect_right(begins, start) - 1, 0), last)
    last_touched = min(max(bisect_right(begins, end) - 1, 0), last)
    indexes = [
        at
        for at in range(first_touched, last_touched + 1)
        if share(begins, at, start, end) >= _COVERED
    ]
    middle = min(max(bisect_right(begins, (start + end) / 2) - 1, 0), last)
    return (indexes[0], indexes[-1]) if indexes else (middle, middle)


def share(begins: Sequence[float], at: int, start: float, end: float) -> float:
    """Return how much of a column a stretch covers, 0 to 1; a hidden column is never covered."""
    wide = begins[at + 1] - begins[at]
    return (min(end, begins[at + 1]) - max(start, begins[at])) / wide if wide > 0 else 0.0


def number(text: str | None) -> float:
    """Return a number of the file within bounds, 0 for what is none.

    >>> number("12.5"), number(None), number("x"), number("-1e99")
    (12.5, 0.0, 0.0, -1000000000000.0)
    """
    try:
        return max(min(float(text or 0), 1e12), -1e12)
    except ValueError:
        return 0.0
