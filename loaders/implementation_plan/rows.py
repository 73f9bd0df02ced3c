"""Text → rows of cells with their line: tabs, Markdown, inline HTML and tables read away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.implementation_plan import family
from loaders.markup import clean_cell
from loaders.text import CIRCLES, normal

_CIRCLE = re.compile(f"[{CIRCLES}]")
_HEADING = re.compile(r"^#{1,6}\s+")
_LIST = re.compile(r"^\s*[-*]\s+(?=[・\S])")
_SPACES = re.compile(r" {2,}")
MAX_TABLE_LINES = 400
MAX_LINE = 100_000
"""What stands further right on a line is no plan's text; it is left out, and said to be."""


@dataclass(slots=True)
class Row:
    """A row of cells (normalised text) and the line it stands on, from 1.

    ``tabbed`` tells a row of a table from a line of text; ``printed`` is the line as printed.
    """

    line: int
    cells: list[str]
    tabbed: bool
    printed: str

    @property
    def blank(self) -> bool:
        """Whether there is nothing on the line at all: a row of empty cells is not blank."""
        return not self.tabbed and not self.cells[0]

    @property
    def filled(self) -> list[str]:
        """The cells that hold text, in order."""
        return [cell for cell in self.cells if cell]

    def printed_text(self) -> str:
        """The row's text with the list marks it was printed with (``- ・`` and the like)."""
        return "\n".join(self.filled)

    @property
    def text(self) -> str:
        """All text of the row, its cells parted by spaces."""
        return " ".join(self.filled)


def read_rows(text: str) -> list[Row]:
    """Split a text into rows; a table over several lines or in a cell gives its own rows."""
    rows: list[Row] = []
    for line, printed in _logical_lines(text):
        rows.extend(_rows_of(line, printed))
    return rows


def _logical_lines(text: str) -> Iterator[tuple[int, str]]:
    """Lines with their number; a ``<table>`` cut over lines is joined to one."""
    pending: list[str] = []
    start = opened = 0
    for number, line in enumerate(text.split("\n"), 1):
        if pending:
            pending.append(line)
            opened += _open_tables(line)
            if opened <= 0 or len(pending) > MAX_TABLE_LINES:
                yield start, " ".join(pending)
                pending = []
        elif "<" in line and (opened := _open_tables(line)) > 0:
            pending, start = [line], number
        else:
            yield number, line
    if pending:
        yield from enumerate(pending, start)


def _open_tables(line: str) -> int:
    """How many more tables a line opens than it closes."""
    low = line.lower()
    return low.count("<table") - low.count("</table>")


def _rows_of(line: int, printed: str) -> list[Row]:
    if not printed.strip(" \u3000\ufeff\r"):
        return [Row(line, [""], False, "")]
    text = _SPACES.sub(" ", normal(printed.rstrip("\r"))[:MAX_LINE])
    if family.SEPARATOR.match(text):
        return []
    if text.startswith("|") and text.rstrip().endswith("|") and text.count("|") > 2:
        text = text.strip().strip("|").replace("|", "\t")
    tabbed = "\t" in text
    if not tabbed:
        text = _LIST.sub("", _HEADING.sub("", text))
    cells = [clean_cell(part) for part in text.split("\t")]
    nested = [
        Row(line, [_circle(value) for value in grid_row], True, printed)
        for cell in cells
        for grid in cell.tables
        for grid_row in grid
    ]
    own = Row(line, [_circle(cell.text) for cell in cells], tabbed, printed)
    return [own, *nested] if own.filled or not nested else nested


def _circle(text: str) -> str:
    """A cell that is nothing but a circle of any sort becomes ○."""
    return "○" if len(text) <= 2 and _CIRCLE.fullmatch(text.strip()) else text
