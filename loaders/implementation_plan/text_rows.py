"""Blocks of any source → rows of cells, the form in which the stages of this family read.

A paragraph becomes a row per line, a table a row per row; ``tabbed`` distinguishes them. Every row
has a number: its line in a text, else its position, for which :class:`RowPlaces` has the sheet and
cell or the page and box.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from keikaku.loaders.readers.blocks import Cell, Paragraph, Place, Source, Table
from keikaku.loaders.readers.text_file import MAX_LINE, text_blocks
from keikaku.loaders.text import CIRCLES, fold, normal

_CIRCLE = re.compile(f"[{CIRCLES}]")
_PAGE_NUMBER = re.compile(r"^[\s\-–―]*\d{1,3}[\s\-–―]*$")
_SPACES = re.compile(r"[ \u3000\u00a0]+")


@dataclass(slots=True)
class Row:
    """A row of cells (normalised text) and its number, from 1.

    ``tabbed`` is true for a row of a table, false for a line of text; ``spans`` says which cells
    reach over several columns, first → last; ``signs`` holds other circles that are read as ○.
    """

    line: int
    cells: list[str]
    tabbed: bool
    spans: dict[int, int] = field(default_factory=dict)
    signs: dict[int, str] = field(default_factory=dict)

    def printed(self, column: int) -> str:
        """Return a cell with the sign that it prints: ◎ stays ◎."""
        return self.signs.get(column, self.cells[column])

    def quoted(self, quote: str) -> str:
        """Return a quote of this row with the signs that its cells print."""
        circles = [column for column, cell in enumerate(self.cells) if cell == "○"]
        if not self.signs or quote.count("○") not in {1, len(circles)}:
            return quote
        signs = [self.printed(column) for column in circles]
        if quote.count("○") < len(circles) and len(set(signs)) > 1:
            return quote
        for sign in signs:
            quote = quote.replace("○", sign if sign != "○" else "\0", 1)
        return quote.replace("\0", "○")

    @property
    def blank(self) -> bool:
        """Return whether there is nothing on the line at all: a row of empty cells is not blank."""
        return not self.tabbed and not self.cells[0]

    @property
    def filled(self) -> list[str]:
        """The cells that hold text, in order."""
        return [cell for cell in self.cells if cell]

    @property
    def text(self) -> str:
        """All text of the row, its cells parted by spaces."""
        return " ".join(self.filled)


@dataclass(slots=True)
class RowPlaces:
    """Where each row stands in a source that has no lines: the places of its cells."""

    _cells: dict[int, list[tuple[str, Place]]] = field(default_factory=dict)

    def add(self, row: Row, cells: Iterable[tuple[str, Place]]) -> None:
        """Remember a row's cells, their text as read, and their places."""
        self._cells[row.line] = list(cells)

    def of(self, line: int, quote: str) -> Place | None:
        """Return the place of the cell of a row that a quote comes from, else of the first one."""
        cells = self._cells.get(line)
        if not cells:
            return None
        wanted = fold(quote)[:30]
        for text, place in cells:
            if wanted and (wanted in fold(text) or fold(text) in fold(quote)):
                return place
        return cells[0][1]


def read_rows(text: str) -> list[Row]:
    """Split a text into rows; a table over several lines or in a cell gives its own rows."""
    made = _Maker(by_line=True)
    made.read(text_blocks(text))
    made.end(text.count("\n") + 1)
    return made.finished()


def rows_of(source: Source) -> tuple[list[Row], RowPlaces]:
    """Return the rows of a source, page after page, and where they stand."""
    made = _Maker(by_line=source.form == "text")
    for page in source.pages:
        made.gap()
        made.read(page.blocks)
    return made.finished(), made.places


class _Maker:
    """Takes blocks in order. ``by_line``: rows keep the line on which they stand."""

    def __init__(self, *, by_line: bool) -> None:
        self.places = RowPlaces()
        self._by_line = by_line
        self._rows: list[Row] = []
        self._last = 0

    def read(self, blocks: Iterable[Paragraph | Table]) -> None:
        """Add the rows of blocks; what is printed at the foot of each page is left out."""
        for block in blocks:
            if isinstance(block, Paragraph):
                if block.style != "footer":
                    self._paragraph(block)
            else:
                self._table(block)

    def gap(self) -> None:
        """Add a blank row, as stands between pages."""
        if not self._by_line and self._rows and not self._rows[-1].blank:
            self._add(Row(0, [""], False), [])

    def end(self, line: int) -> None:
        """Add a blank row where a text ends in blank lines."""
        if self._last < line:
            self._rows.append(Row(self._last + 1, [""], False))

    def finished(self) -> list[Row]:
        """Return the rows, without page numbers."""
        rows = self._rows
        return [row for at, row in enumerate(rows) if not _is_page_number(rows, at)]

    def _paragraph(self, block: Paragraph) -> None:
        for line in block.text.split("\n") if not self._by_line else [block.text]:
            text = self._text(line)
            if text:
                self._add(Row(block.place.line or 0, [_circle(text)], False), [(text, block.place)])
        if block.style in {"heading", "box"}:
            self.gap()

    def _table(self, table: Table) -> None:
        self.gap()
        for number in range(table.rows):
            own = table.row(number)
            if not self._by_line and not own and self._is_sheet(table):
                self.gap()
                continue
            self._table_row(table, number, own)
            inner = [t for (row, _), held in table.inner.items() if row == number for t in held]
            if self._by_line and inner and not self._rows[-1].filled:
                self._rows.pop()
            for each in inner if self._by_line else ():
                self._table(each)
        self.gap()

    def _table_row(self, table: Table, number: int, own: list[Cell]) -> None:
        width = table.columns if not self._is_sheet(table) else _width(own)
        texts = [""] * max(width, 1)
        spans: dict[int, int] = {}
        signs: dict[int, str] = {}
        placed = []
        for cell in own:
            printed = self._text(cell.text)
            text = _circle(printed)
            texts[cell.column] = text
            if text != printed:
                signs[cell.column] = printed.strip()
            if cell.column_span > 1:
                spans[cell.column] = cell.column + cell.column_span - 1
            if text:
                placed.append((text, cell.place))
        line = own[0].place.line if own and own[0].place.line else table.place.line
        if number:
            # A rule that was left out between two rows parts nothing.
            self._last = max(self._last, (line or 0) - 1)
        whole = len(own) == 1 and own[0].column_span >= table.columns > 1
        tabbed = not (whole or (self._is_sheet(table) and _is_line(table, number, own)))
        cells = texts if tabbed else [" ".join(text for text in texts if text)]
        row_spans = (spans, signs) if tabbed else ({}, {})
        self._add(Row(line or 0, cells, tabbed, *row_spans), placed)

    @staticmethod
    def _is_sheet(table: Table) -> bool:
        return table.place.sheet is not None

    def _text(self, text: str) -> str:
        if self._by_line:
            return text
        lines = (_SPACES.sub(" ", line).strip() for line in normal(text[:MAX_LINE]).split("\n"))
        return "\n".join(line for line in lines if line)

    def _add(self, row: Row, placed: Iterable[tuple[str, Place]]) -> None:
        if self._by_line:
            if row.line > self._last + 1:
                self._rows.append(Row(self._last + 1, [""], False))
            self._last = max(self._last, row.line)
            self._rows.append(row)
            return
        row.line = len(self._rows) + 1
        self._rows.append(row)
        self.places.add(row, placed)


def _width(own: list[Cell]) -> int:
    return max((cell.column + cell.column_span for cell in own), default=0)


def _is_line(table: Table, number: int, own: list[Cell]) -> bool:
    """Return whether a row of a sheet is a line of text: one cell, and no table row beside it."""
    if len(own) != 1 or own[0].column > 0:
        return not own
    above = table.row(number - 1) if number else []
    if len(above) < 2 or own[0].column_span >= _width(above):
        return True
    # Where the cells of a form are merged, a cell that is not stands outside its tables.
    return own[0].column_span == 1 and above[0].column_span > 1


def _is_page_number(rows: list[Row], at: int) -> bool:
    """Return whether a row is nothing but a page's number, blank lines around it."""
    row = rows[at]
    if row.tabbed or not _PAGE_NUMBER.match(row.cells[0]):
        return False
    return all(other.blank for other in (*rows[max(at - 1, 0) : at], *rows[at + 1 : at + 2]))


def _circle(text: str) -> str:
    """Read a cell that is nothing but a circle of any sort as ○."""
    return "○" if len(text) <= 2 and _CIRCLE.fullmatch(text.strip()) else text
