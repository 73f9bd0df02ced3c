"""Printed documents (印刷物): what is in them is said once, and written as HTML or for Word."""

from keikaku.exports.documents.document_blocks import (
    Bars,
    Block,
    Bullets,
    Cell,
    Contents,
    Heading,
    PageBreak,
    Paragraph,
    Shaded,
    Table,
)

__all__ = [
    "Bars",
    "Block",
    "Bullets",
    "Cell",
    "Contents",
    "Heading",
    "PageBreak",
    "Paragraph",
    "Shaded",
    "Table",
]
