"""Backgrounds of a PDF page's cells: which of their sides part nothing.

A spreadsheet paints the background of neighbouring cells as few large boxes, whose sides cross the
cells: the last row of a merged label is painted apart from its first. Where the same colour goes
on, nobody sees a line there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

_NEAR = 2.5
"""How near to one another, in points, sides and lines are that lie on one another."""

Stretch = tuple[float, float]


def is_background(box: dict[str, Any]) -> bool:
    """Return whether a box is only painted, and has no line around it."""
    return box["object_type"] == "rect" and bool(box.get("fill")) and not box.get("stroke")


def seen_stretches(
    box: dict[str, Any], y: float, others: Sequence[dict[str, Any]], sides: Iterable[Any]
) -> list[Stretch]:
    """Return where the upper or lower side of a background (its ``y``) parts two colours.

    ``sides`` are the upright lines that the page draws: without one at its left and at its right
    the box itself is all that shows a cell, and the whole side counts.
    """
    whole = (float(box["x0"]), float(box["x1"]))
    drawn = [line for line in sides if _reaches(line, box)]
    if not all(any(abs(line.at - x) <= _NEAR for line in drawn) for x in whole):
        return [whole]
    seen = [whole]
    for other in others:
        if other is not box and _lies_on(other, y, box):
            seen = [part for each in seen for part in _without(each, other["x0"], other["x1"])]
    return seen


def _reaches(line: Any, box: dict[str, Any]) -> bool:
    """Return whether an upright line runs along the whole height of a box."""
    return bool(line.start <= box["top"] + _NEAR and line.end >= box["bottom"] - _NEAR)


def _lies_on(other: dict[str, Any], y: float, box: dict[str, Any]) -> bool:
    """Return whether a background of the same colour begins where another ends."""
    same = other.get("non_stroking_color") == box.get("non_stroking_color")
    above = abs(y - box["top"]) < abs(y - box["bottom"])
    return same and abs(float(other["bottom" if above else "top"]) - y) <= _NEAR


def _without(stretch: Stretch, start: float, end: float) -> list[Stretch]:
    """Return what of a stretch lies left and right of another."""
    left, right = (stretch[0], min(stretch[1], start)), (max(stretch[0], end), stretch[1])
    return [part for part in (left, right) if part[1] - part[0] > _NEAR]
