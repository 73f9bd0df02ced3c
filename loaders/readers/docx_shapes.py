"""Boxes and arrows drawn over the tables of a Word document → the columns that they cover.

A shape that hangs on a paragraph of a cell is placed by its distance from that cell's left edge,
so the widths of the columns say what it covers. Where the distance is measured from something else
(the page, a letter), or an edge lies where either column could be meant, its place is unclear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from keikaku.loaders.readers.docx_text import drawings, paragraph_text
from keikaku.loaders.readers.shape_cells import with_arrow
from keikaku.loaders.readers.shape_geometry import (
    Rect,
    is_arrow,
    number,
    scaled,
    transform,
)
from keikaku.loaders.readers.xml_elements import attribute, child, name

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_POINT = 12_700.0
"""EMU of a point."""

_UNITS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 7.2 / 2.54, "px": 0.75}
_LENGTH = re.compile(r"(-?[\d.]+)(pt|in|cm|mm|px)$")
LINE = 13.0
"""The least height of a line in points."""

_VML_ARROWS = {"13", "15", "55", "93", "94"}
"""Numbers of VML's block arrows: right arrow, pentagon, chevron, striped and notched arrow."""


class CellShape(NamedTuple):
    """A shape that hangs on a cell: what it says, and its place in points from the cell.

    ``rect`` is None where the place is unclear. ``drawing`` is the element that holds it.
    """

    text: str
    rect: Rect | None
    drawing: Element


def shapes_of_cell(cell: Element) -> list[CellShape]:
    """Return the boxes and arrows that hang on the paragraphs of a cell, tables inside it apart."""
    shapes: list[CellShape] = []
    height = 0.0
    for paragraph in cell:
        if name(paragraph) != "p":
            continue
        for drawing in drawings(paragraph):
            shapes += _shapes(drawing, height)
        height += LINE
    return shapes


def _shapes(drawing: Element, height: float) -> Iterator[CellShape]:
    """Yield what a drawing says; ``height`` is how far below the cell's top its paragraph is."""
    if name(drawing) == "pict":
        yield from _vml(drawing, height)
        return
    anchor = child(drawing, "anchor")
    if anchor is None:
        return
    rect = _anchored(anchor, height)
    graphic = child(anchor, "graphic", "graphicData")
    for element in graphic if graphic is not None else ():
        for text, own in _drawn(element, _size(anchor), 0):
            place = _moved(own, rect.left, rect.top) if rect is not None else None
            yield CellShape(text, place, drawing)


def _moved(rect: Rect, x: float, y: float) -> Rect:
    return Rect(rect.left + x, rect.top + y, rect.right + x, rect.bottom + y)


def _size(anchor: Element) -> Rect:
    extent = child(anchor, "extent")
    wide, high = (attribute(extent, key) if extent is not None else "" for key in ("cx", "cy"))
    return Rect(0.0, 0.0, number(wide) / _POINT, number(high) / _POINT)


def _anchored(anchor: Element, height: float) -> Rect | None:
    """Return a drawing's place from its cell; None unless column and paragraph measure it."""
    horizontal, vertical = child(anchor, "positionH"), child(anchor, "positionV")
    if horizontal is None or vertical is None or attribute(anchor, "layoutInCell") == "0":
        return None
    if attribute(anchor, "simplePos") in {"1", "true"}:
        return None
    if attribute(horizontal, "relativeFrom") != "column":
        return None
    if attribute(vertical, "relativeFrom") not in {"paragraph", "line"}:
        return None
    x, y = child(horizontal, "posOffset"), child(vertical, "posOffset")
    if x is None or y is None:
        return None
    return _moved(_size(anchor), number(x.text) / _POINT, number(y.text) / _POINT + height)


def _drawn(element: Element, rect: Rect, depth: int) -> Iterator[tuple[str, Rect]]:
    """Yield text and place of a shape, or of each shape of a group."""
    kind = name(element)
    if kind == "wsp":
        text = _text(element)
        text = with_arrow(text) if is_arrow(element, rect) else text
        if text:
            yield text, rect
        return
    inner = transform(element, "grpSpPr", ("chOff", "chExt"))
    if kind not in {"wgp", "grpSp"} or inner is None or depth > 8:
        return
    for each in element:
        holder = "grpSpPr" if name(each) == "grpSp" else "spPr"
        own = transform(each, holder, ("off", "ext"))
        if own is not None:
            yield from _drawn(each, scaled(own, inner, rect), depth + 1)


def _text(element: Element) -> str:
    content = next((each for each in element.iter() if name(each) == "txbxContent"), None)
    paragraphs = content if content is not None else ()
    lines = (paragraph_text(each).strip() for each in paragraphs if name(each) == "p")
    return "\n".join(line for line in lines if line)


def _vml(drawing: Element, height: float) -> Iterator[CellShape]:
    for shape in drawing:
        if name(shape) not in {"shape", "rect", "roundrect", "line"}:
            continue
        text = _text(shape)
        text = with_arrow(text) if is_vml_arrow(shape) else text
        if text:
            yield CellShape(text, _vml_place(shape, height), drawing)


def is_vml_arrow(shape: Element) -> bool:
    """Return whether a VML shape is a block arrow, or a line with a tip."""
    stroke = child(shape, "stroke")
    tips = (attribute(stroke, key) if stroke is not None else "" for key in _TIPS)
    if any(tip not in {"", "none"} for tip in tips):
        return True
    return attribute(shape, "type").rpartition("_t")[2] in _VML_ARROWS


_TIPS = ("startarrow", "endarrow")


def _vml_place(shape: Element, height: float) -> Rect | None:
    """Return a VML shape's place from its cell; None unless the text's edge measures it."""
    pairs = (each.partition(":") for each in attribute(shape, "style").split(";"))
    style = {key.strip(): value.strip() for key, _, value in pairs}
    places = (
        style.get(f"mso-position-{way}-relative", "text") for way in ("horizontal", "vertical")
    )
    if set(places) != {"text"} or attribute(shape, "allowincell") in {"f", "false"}:
        return None
    if style.get("position") != "absolute":
        return None
    lengths = [style.get(f"margin-{side}", "0") for side in ("left", "top")]
    if name(shape) == "line":
        lengths += [p.strip() for key in ("from", "to") for p in attribute(shape, key).split(",")]
    else:
        lengths += ["0", "0", style.get("width", "0"), style.get("height", "0")]
    known = [each for length in lengths if (each := _length(length)) is not None]
    if len(known) != 6:
        return None
    x, y, *sides = known
    (left, right), (top, bottom) = sorted(sides[::2]), sorted(sides[1::2])
    return _moved(Rect(left, top, right, bottom), x, y + height) if right > left else None


def _length(text: str) -> float | None:
    """Return a length of VML in points; None for one in a scale of its own."""
    match = _LENGTH.match(text)
    if match is None:
        return 0.0 if text == "0" else None
    return number(match[1]) * _UNITS[match[2]]
