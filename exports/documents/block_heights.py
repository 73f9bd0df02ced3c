"""About how high blocks are on paper (高さの見積り), so that a page is full but no more.

Only the program that prints knows the exact height. The numbers are the larger ones of
``print.css`` and :mod:`.word_document`, with Japanese letters as wide as they are high.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import singledispatch
from math import ceil

from keikaku.exports.documents.document_blocks import (
    Block,
    Bullets,
    Cell,
    Heading,
    PageBreak,
    Paragraph,
    Shaded,
    Table,
)

SHEET = 264.0
"""The height of an A4 sheet within its margins, in millimetres, with a little to spare."""

_WIDTH = 182.0  # mm between the margins
_POINT = 0.3528  # mm
_LINE = 1.4  # of the size of its letters
_SIZES = {"normal": 10.0, "note": 8.5, "lead": 11.0, "fact": 9.5}
_AFTER = 1.5  # mm below a paragraph
_CELL = 8.0  # points
_ITEM = 9.0  # points
_CELL_ROOM = (4.2, 1.6)  # mm left and right, above and below the words of a cell
_HEADINGS = {1: 17.0, 2: 13.0, 3: 8.6}  # mm of a heading in one line
_HEADING_SIZES = {1: 18.0, 2: 14.0, 3: 11.0}
_TABLE_AFTER = 3.0  # mm
_BULLET = 6.5  # mm that a bullet takes from the width


WRITTEN_LINE = _CELL * _LINE * _POINT
"""How much higher a cell becomes by one more line, in millimetres."""


def height(blocks: Iterable[Block]) -> float:
    """Return about how high blocks are on an A4 sheet, in millimetres.

    Charts and contents are not estimated.

    Raises:
        TypeError: a block is of such a kind.
    """
    return sum(map(_height, blocks))


def _lines(text: str, width: float, size: float) -> int:
    """Return how many lines a text takes within a width in mm, in letters of a size in points."""
    most = max(1.0, width / (size * _POINT) - 0.4)  # a line ends early where it may not break
    return sum(max(1, ceil(_letters(line) / most)) for line in text.split("\n"))


def _letters(text: str) -> float:
    return sum(1.0 if unicodedata.east_asian_width(c) in "FWA" else 0.56 for c in text)


@singledispatch
def _height(block: Block) -> float:
    raise TypeError(type(block).__name__)


@_height.register
def _(block: Heading) -> float:
    size = _HEADING_SIZES[block.level]
    more = _lines(block.text, _WIDTH - 6, size) - 1
    return _HEADINGS[block.level] + more * size * _LINE * _POINT


@_height.register
def _(block: Paragraph) -> float:
    size = _SIZES[block.look]
    return _lines(block.text, _WIDTH, size) * size * _LINE * _POINT + _AFTER


@_height.register
def _(block: Bullets) -> float:
    lines = sum(_lines(item, _WIDTH - _BULLET, _ITEM) for item in block.items)
    return lines * _ITEM * _LINE * _POINT + _AFTER


@_height.register
def _(block: Table) -> float:
    total = sum(block.widths)
    widths = [width / total * _WIDTH - _CELL_ROOM[0] for width in block.widths]
    rows = [block.heads, *block.rows] if any(block.heads) else block.rows
    return sum(_row(row, widths) for row in rows) + block.empty_rows * 9.0 + _TABLE_AFTER


def _row(cells: Iterable[Cell], widths: Iterable[float]) -> float:
    texts = (cell.text if isinstance(cell, Shaded) else cell for cell in cells)
    most = max(_lines(text, width, _CELL) for text, width in zip(texts, widths, strict=True))
    return most * _CELL * _LINE * _POINT + _CELL_ROOM[1]


@_height.register
def _(_block: PageBreak) -> float:
    return 0.0
