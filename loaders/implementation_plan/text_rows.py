"""Text → rows of cells with their line: tabs, Markdown, inline HTML and tables read away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from keikaku.loaders.implementation_plan import family
from keikaku.loaders.markup import clean_cell
from keikaku.loaders.text import CIRCLES, normal

_CIRCLE = re.compile(f"[{CIRCLES}]")
_HEADING = re.compile(r"^#{1,6}\s+")
_LIST = re.compile(r"^\s*[-*]\s+(?=[・\S])")
_PAGE_NUMBER = re.compile(r"^[\s\-–―]*\d{1,3}[\s\-–―]*$")
_SPACES = re.compile(r" {2,}")
MAX_TABLE_LINES = 400
MAX_LINE = 100_000
"""What stands further right on a line is no plan's text; it is left out, and said to be."""


@dataclass(slots=True)
class Row:
    """A row of cells (normalised text) and the line it stands on, from 1.

    ``tabbed`` tells a row of a table from a line of text; ``spans`` says which cells of an HTML
    table reach over several columns, first → last.
    """

    line: int
    cells: list[str]
    tabbed: bool
    spans: dict[int, int] = field(default_factory=dict)

    @property
    def blank(self) -> bool:
        """Whether there is nothing on the line at all: a row of empty cells is not blank."""
        return not self.tabbed and not self.cells[0]

    @property
    def filled(self) -> list[str]:
        """The cells that hold text, in order."""
        return [cell for cell in self.cells if cell]

    @property
    def text(self) -> str:
        """All text of the row, its cells parted by spaces."""
        return " ".join(self.filled)


def read_rows(text: str) -> list[Row]:
    """Split a text into rows; a table over several lines or in a cell gives its own rows."""
    rows = [row for line, printed in _logical_lines(text) for row in _rows_of(line, printed)]
    return [row for i, row in enumerate(rows) if not _is_page_number(rows, i)]


def _is_page_number(rows: list[Row], at: int) -> bool:
    """Tell whether a row is nothing but a page's number, blank lines around it."""
    row = rows[at]
    if row.tabbed or not _PAGE_NUMBER.match(row.cells[0]):
        return False
    return all(other.blank for other in (*rows[max(at - 1, 0) : at], *rows[at + 1 : at + 2]))


def _logical_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield lines with their number; a ``<table>`` cut over lines is joined to one."""
    pending: list[str] = []
    start = opened = 0
    for number, line in enumerate(text.split("\n"), 1):
        if pending:
            pending.append(line)
            opened += _open_tables(line)
            if opened <= 0:
                yield start, " ".join(pending)
                pending = []
            elif len(pending) > MAX_TABLE_LINES or family.PLAN_NAME in line:
                # A table that is never closed must not swallow the pages behind it.
                yield from enumerate(pending, start)
                pending = []
        elif "<" in line and (opened := _open_tables(line)) > 0:
            pending, start = [line], number
        else:
            yield number, line
    if pending:
        yield from enumerate(pending, start)


def _open_tables(line: str) -> int:
    """Return how many more tables a line opens than it closes."""
    low = line.lower()
    return low.count("<table") - low.count("</table>")


def _rows_of(line: int, printed: str) -> list[Row]:
    if not printed.strip(" \u3000\ufeff\r"):
        return [Row(line, [""], False)]
    text = _SPACES.sub(" ", normal(printed.rstrip("\r"))[:MAX_LINE])
    if family.SEPARATOR.match(text):
        return []
    if _is_piped(text):
        text = text.strip()[1:-1].replace("|", "\t")
    tabbed = "\t" in text
    if not tabbed:
        text = _LIST.sub("", _HEADING.sub("", text))
    cells = [clean_cell(part) for part in text.split("\t")]
    nested = [
        Row(line, [_circle(value) for value in grid_row.cells], True, grid_row.spans)
        for cell in cells
        for grid in cell.tables
        for grid_row in grid
    ]
    own = Row(line, [_circle(cell.text) for cell in cells], tabbed)
    return [own, *nested] if own.filled or not nested else nested


def _is_piped(text: str) -> bool:
    """Tell whether a line is a row of a Markdown table."""
    line = text.strip(" ")
    return line.startswith("|") and line.endswith("|") and line.count("|") > 2 and "\t" not in text


def _circle(text: str) -> str:
    """Return a cell that is nothing but a circle of any sort becomes ○."""
    return "○" if len(text) <= 2 and _CIRCLE.fullmatch(text.strip()) else text
