"""The intermediate form of every source: pages of blocks, a paragraph or a table of cells each.

A reader per format makes it (:func:`keikaku.loaders.readers.read_source`); later stages decide what
a block means. Text stands as printed, except that lines broken only by the width of a column are
joined; :func:`keikaku.loaders.text.normal` folds it for comparison.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import cached_property
from typing import Literal, TypeAlias

Value: TypeAlias = str | int | float | bool | date | datetime | time | None
Form: TypeAlias = Literal["text", "xlsx", "csv", "docx", "pdf", "html"]
Style: TypeAlias = Literal["body", "heading", "list", "header", "footer", "box", "note"]
Box: TypeAlias = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in its source; what a form does not have is None.

    ``line`` counts from 1 in a text; ``sheet`` and ``cell`` (``B7``, ``B7:D7``) name a place in a
    workbook, ``cell`` alone (``表3・2行1列``) one in a Word document's tables; ``page`` counts from
    1 in a printed form, and ``box`` is left, top, right, bottom in
    points from the page's upper left corner.
    """

    line: int | None = None
    sheet: str | None = None
    cell: str | None = None
    page: int | None = None
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or a line where the form knows no paragraphs.

    A list's number or bullet is part of ``text`` as printed. ``level`` is that of a heading, from
    1 for the highest, else None. ``style`` marks a running header or footer, a text box and a
    footnote, as distinct from the body.
    """

    text: str
    place: Place
    level: int | None = None
    style: Style = "body"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its upper left slot (from 0), how many slots it covers, and its text.

    ``value`` is the number or date behind the text where the form keeps one (a workbook); the
    text then is how a person sees it. ``percent`` is true where the number is shown times 100.
    """

    row: int
    column: int
    row_span: int
    column_span: int
    text: str
    place: Place
    value: Value = None
    percent: bool = False


@dataclass(frozen=True)
class Table:
    """A table of ``rows`` × ``columns`` slots; a sheet of a workbook is one table.

    ``cells`` stand in reading order (by row, then by column). A slot without a cell is empty; not
    every empty slot has one, so use :meth:`text`. ``inner`` are tables inside a cell, by that
    cell's upper left slot; their text is part of the cell's text too.
    """

    rows: int
    columns: int
    cells: tuple[Cell, ...]
    place: Place
    inner: Mapping[tuple[int, int], tuple[Table, ...]] = field(default_factory=dict)

    @property
    def is_sheet(self) -> bool:
        """Whether it is a sheet of a workbook or a CSV file, which may hold several tables."""
        place = self.place
        return place.sheet is not None or None not in (place.line, place.cell)

    @cached_property
    def _slots(self) -> dict[tuple[int, int], Cell]:
        return {
            (row, column): cell
            for cell in self.cells
            for row in range(cell.row, cell.row + cell.row_span)
            for column in range(cell.column, cell.column + cell.column_span)
        }

    def at(self, row: int, column: int) -> Cell | None:
        """Return the cell that covers a slot, or None where the slot is empty."""
        return self._slots.get((row, column))

    def text(self, row: int, column: int) -> str:
        """Return the text of the cell that covers a slot, "" where it is empty."""
        cell = self._slots.get((row, column))
        return cell.text if cell is not None else ""

    def row(self, row: int) -> list[Cell]:
        """Return the cells that begin in a row, from left to right."""
        return self._by_row.get(row, [])

    @cached_property
    def _by_row(self) -> dict[int, list[Cell]]:
        by_row: dict[int, list[Cell]] = {}
        for cell in self.cells:
            by_row.setdefault(cell.row, []).append(cell)
        return by_row


Block: TypeAlias = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Page:
    """A printed page, a sheet (``name``), or the whole of a form that has neither.

    ``number`` counts from 1; ``hidden`` marks a sheet that Excel does not show.
    """

    number: int
    blocks: tuple[Block, ...]
    name: str | None = None
    hidden: bool = False

    def tables(self) -> Iterator[Table]:
        """Return the tables of the page, in order."""
        return (block for block in self.blocks if isinstance(block, Table))

    def paragraphs(self) -> Iterator[Paragraph]:
        """Return the paragraphs of the page, in order."""
        return (block for block in self.blocks if isinstance(block, Paragraph))


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that a reader could not read or had to repair: it becomes a finding.

    ``code`` is one of :data:`keikaku.graph.findings.FINDINGS`, ``details`` fill its words.
    """

    code: str
    place: Place | None = None
    details: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Source:
    """A source as read: its file's name, form, pages, what could not be read, and its SHA-256."""

    name: str
    form: Form
    pages: tuple[Page, ...]
    sha256: str
    notices: tuple[Notice, ...] = ()
    columns_lost: bool = False
    """True for a text extracted from a PDF whose table columns cannot be determined."""
    by_position: bool = False
    """True where the columns of tables follow only from the place of words on the line."""

    def blocks(self) -> Iterator[Block]:
        """Yield all blocks, page by page."""
        for page in self.pages:
            yield from page.blocks
