"""The text of a Word paragraph as it is printed, with its boxes, breaks and pictures."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import TYPE_CHECKING

from keikaku.loaders.readers.xml_elements import attribute, child, name
from keikaku.loaders.sdgs import icon_goal

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ARROW = re.compile(r"arrow|connector|^line$", re.IGNORECASE)
_VML_LINE = re.compile(r"_t(13|15|20|32|3[3-9]|55|9[34])$")
"""Block arrows, lines and connectors by their numbers in VML."""

_SKIPPED = {"del", "moveFrom", "instrText", "delText", "rPr", "pPr", "rt", "txbxContent", "fldData"}
_CONTROLS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_SYMBOLS = {
    "F0FC": "✓", "F0FE": "☑", "F0A8": "□", "F0E8": "→", "F0E0": "→", "F06C": "●", "F06E": "■",
    "F0D8": "➢", "F09F": "・", "F0B7": "・", "F0A7": "■", "F052": "☑",
}  # fmt: skip
"""Letters of the symbol fonts that Word writes by code (Wingdings, Symbol)."""


def paragraph_text(element: Element) -> str:
    """Return what a paragraph prints, with its line breaks, without its text boxes."""
    return "".join(_pieces(element))


def _pieces(element: Element) -> Iterator[str]:
    for each in element:
        kind = name(each)
        if kind in _SKIPPED:
            continue
        if kind == "t":
            yield each.text or ""
        elif kind == "br":
            yield "" if attribute(each, "type") in {"page", "column"} else "\n"
        elif kind in _CONTROLS:
            yield _CONTROLS[kind]
        elif kind == "sym":
            yield _SYMBOLS.get(attribute(each, "char").upper(), "")
        elif kind == "AlternateContent":
            chosen = child(each, "Choice")
            yield from _pieces(chosen if chosen is not None else each)
        elif kind == "drawing":
            goal = icon(each)
            yield f" {goal} " if goal else ""
        elif kind not in {"pict", "object"}:
            yield from _pieces(each)


def text_boxes(element: Element, placed: Container[int] = ()) -> Iterator[Element]:
    """Return the contents of the text boxes that hang on a paragraph, each once.

    Drawings whose ``id()`` is in ``placed`` are left out: they are read over the table's columns.
    """
    for each in element:
        kind = name(each)
        if kind == "txbxContent":
            yield each
        elif kind == "AlternateContent":
            chosen = child(each, "Choice")
            yield from text_boxes(chosen if chosen is not None else each, placed)
        elif kind not in {"pPr", "rPr", "t"} and id(each) not in placed:
            yield from text_boxes(each, placed)


def drawings(element: Element) -> Iterator[Element]:
    """Yield the drawings that hang on a paragraph, each in one form and without those inside it."""
    for each in element:
        kind = name(each)
        if kind in {"drawing", "pict", "object"}:
            yield each
        elif kind == "AlternateContent":
            chosen = child(each, "Choice")
            yield from drawings(chosen if chosen is not None else each)
        elif kind not in {"pPr", "rPr", "t"}:
            yield from drawings(each)


def holds_text(drawing: Element) -> bool:
    """Return whether a drawing has a text box."""
    return any(name(inner) == "txbxContent" for inner in drawing.iter())


def icon(drawing: Element) -> str:
    """Return the goal that an icon of the SDGs shows by its alternative text, "" for others."""
    properties = (each for each in drawing.iter() if name(each) == "docPr")
    words = (attribute(each, key) for each in properties for key in ("descr", "title", "name"))
    return next((goal for each in words if (goal := icon_goal(each))), "")


def is_line(drawing: Element) -> bool:
    """Return whether a drawing has an arrow or line: over a schedule these carry a step on."""
    return any(
        (name(inner) == "prstGeom" and _ARROW.search(attribute(inner, "prst")))
        or name(inner) == "line"
        or (name(inner) == "shape" and _VML_LINE.search(attribute(inner, "type")))
        for inner in drawing.iter()
    )


def rendered_breaks(element: Element) -> tuple[int, int]:
    """Count where Word last turned the page in a paragraph: before its text, and within it."""
    leading = within = 0
    text = False
    for each in element.iter():
        if name(each) == "t" and (each.text or "").strip():
            text = True
        elif name(each) == "lastRenderedPageBreak":
            leading += not text
            within += text
    return leading, within


def breaks_page(element: Element, *, before: bool) -> bool:
    """Return whether a page ends before a paragraph (or inside or behind it)."""
    properties = child(element, "pPr")
    if before:
        flag = child(properties, "pageBreakBefore") if properties is not None else None
        if flag is not None and attribute(flag, "val") not in {"0", "false"}:
            return True
        return _starts_with_break(element)
    section = child(properties, "sectPr") if properties is not None else None
    if section is not None:
        kind = child(section, "type")
        return kind is None or attribute(kind, "val") != "continuous"
    return not _starts_with_break(element) and _has_break(element)


def _has_break(element: Element) -> bool:
    return any(name(each) == "br" and attribute(each, "type") == "page" for each in element.iter())


def _starts_with_break(element: Element) -> bool:
    """Return whether a page break stands before any text of the paragraph."""
    for each in element.iter():
        if name(each) == "br" and attribute(each, "type") == "page":
            return True
        if name(each) == "t" and (each.text or "").strip():
            return False
    return False
