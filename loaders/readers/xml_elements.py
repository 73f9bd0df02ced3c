"""Elements of XML by their local names: Office files have many namespaces for the same names."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def name(element: Element) -> str:
    """Return the local name of an element."""
    return element.tag.rpartition("}")[2]


def child(element: Element, *wanted: str) -> Element | None:
    """Return the first child of a child … of these local names."""
    for each in wanted:
        below = next((inner for inner in element if name(inner) == each), None)
        if below is None:
            return None
        element = below
    return element


def attribute(element: Element, wanted: str) -> str:
    """Return an attribute by its local name, "" where it is not there."""
    return next((v for k, v in element.items() if k.rpartition("}")[2] == wanted), "")
