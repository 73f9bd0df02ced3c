"""The columns of a Word table that a box or arrow drawn over it covers, where that is certain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, groupby
from typing import TYPE_CHECKING, NamedTuple

from keikaku.loaders.readers.blocks import Notice, Place, Table
from keikaku.loaders.readers.docx_shapes import LINE, CellShape, shapes_of_cell
from keikaku.loaders.readers.docx_text import paragraph_text
from keikaku.loaders.readers.shape_cells import ARROW, Shape, Slots, add_shapes
from keikaku.loaders.readers.shape_geometry import Rect, covered, number, share
from keikaku.loaders.readers.xml_elements import attribute, child, name

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MARGIN = 5.4
"""Points between the edge of a cell and its text, from which a distance is measured."""

_LETTER = 9.0
"""The least width of a letter in points."""

_UNCLEAR = (0.2, 0.4)
"""Shares of a column between which a shape may mean it or not."""

_TWIPS = 20.0
"""Twentieths of a point, in which Word states widths."""


class RowUnder(NamedTuple):
    """A row under drawn shapes.

    ``grid`` and ``own`` are the widths of its slots by the table's grid and by the row's cells,
    ``height`` its least height, in points.
    """

    grid: Sequence[float]
    own: Sequence[float]
    height: float

    @classmethod
    def of(cls, row: Element, grid: Sequence[float]) -> RowUnder:
        """Return a table's row with the widths that its cells state."""
        own: list[float] = []
        cells: list[float] = []
        for cell in row:
            if name(cell) != "tc":
                continue
            span = span_of(cell)
            of_grid = sum(grid[len(own) : len(own) + span])
            wide = _width(child(cell, "tcPr", "tcW")) or of_grid
            own += [
                wide * (grid[at] / of_grid if of_grid and at < len(grid) else 1 / span)
                for at in range(len(own), len(own) + span)
            ]
            cells.append(wide)
        whole = len(own) == len(grid)  # a row may begin further right, or be without some cells
        return cls(grid, own if whole else grid, _least_height(row, cells))

    def columns(self, first: int, rect: Rect | None) -> tuple[int, int] | None:
        """Return the first and last column under a shape that hangs on the cell in ``first``.

        None where its place is unclear: in another row, where grid and cells differ, or where an
        edge of the shape leaves it open.
        """
        if rect is None or not -LINE / 2 <= (rect.top + rect.bottom) / 2 <= self.height:
            return None
        ranges = {_columns(widths, first, rect) for widths in (self.grid, self.own)}
        return ranges.pop() if len(ranges) == 1 else None


def _columns(widths: Sequence[float], first: int, rect: Rect) -> tuple[int, int] | None:
    edges = list(accumulate(widths, initial=0.0))
    if first >= len(widths):
        return None
    left, right = (edges[first] + _MARGIN + side for side in (rect.left, rect.right))
    if left < -2 * _MARGIN or right > edges[-1] + 2 * _MARGIN:
        return None
    low, high = _UNCLEAR
    if any(low < share(edges, at, left, right) < high for at in range(len(widths))):
        return None
    return covered(edges, left, right)


@dataclass(slots=True)
class TableShapes:
    """Takes the shapes that hang on the cells of tables; a document has one."""

    placed: set[int] = field(default_factory=set)
    """The ``id()`` of each drawing that is read over its columns, and not with its paragraph."""
    notices: list[Notice] = field(default_factory=list)

    def of_cell(
        self, cell: Element, at: tuple[int, int], under: RowUnder, where: str
    ) -> Iterator[Shape]:
        """Yield the shapes of a cell whose columns are certain; note text boxes where they are not.

        A drawing of several shapes is placed as a whole or not at all.
        """
        row, column = at
        last = column + span_of(cell) - 1
        by_drawing = groupby(shapes_of_cell(cell), key=lambda shape: id(shape.drawing))
        for drawing, each in by_drawing:
            shapes = list(each)
            places = [under.columns(column, shape.rect) for shape in shapes]
            if None in places:
                if last - column + 1 < len(under.grid):
                    self._note(shapes, f"{where}・{row + 1}行{column + 1}列")
                continue
            known = [place for place in places if place is not None]
            if _is_own(shapes, known, column, last):
                continue
            self.placed.add(drawing)
            for shape, (left, right) in zip(shapes, known, strict=True):
                yield Shape(shape.text, row, left, row, right)

    def _note(self, shapes: list[CellShape], where: str) -> None:
        text = " ".join(shape.text.split("\n")[0] for shape in shapes if shape.text != ARROW)
        if text:
            details = {"text": text[:40], "where": where}
            self.notices.append(Notice("drawing-place-unclear", Place(cell=where), details))


def _is_own(shapes: list[CellShape], places: list[tuple[int, int]], column: int, last: int) -> bool:
    """Return whether boxes lie within the cell that they hang on: their text is the cell's."""
    inside = all(column <= left and right <= last for left, right in places)
    return inside and not any(shape.text.endswith(ARROW) for shape in shapes)


def with_shapes(table: Table, shapes: list[Shape], where: str) -> Table:
    """Return a table with cells for the shapes over it; ``where`` names the table."""
    slots: Slots = {(cell.row, cell.column): cell for cell in table.cells}

    def place(row: int, column: int, _rows: int, _columns: int) -> Place:
        return Place(page=table.place.page, cell=f"{where}・{row + 1}行{column + 1}列")

    ordered = sorted(shapes, key=lambda shape: (shape.row, shape.column, shape.text == ARROW))
    add_shapes(slots, ordered, place)
    cells = tuple(slots[at] for at in sorted(slots))
    return Table(table.rows, table.columns, cells, table.place, table.inner)


def grid_widths(table: Element) -> list[float]:
    """Return the widths of a table's slots in points, as its grid states them."""
    grid = child(table, "tblGrid")
    columns = (each for each in grid if name(each) == "gridCol") if grid is not None else ()
    return [number(attribute(each, "w")) / _TWIPS for each in columns]


def span_of(cell: Element) -> int:
    """Return how many slots a cell covers."""
    span = child(cell, "tcPr", "gridSpan")
    return min(max(int(number(attribute(span, "val")) if span is not None else 1), 1), 1_000)


def _width(element: Element | None) -> float:
    """Return a cell's width in points, 0 where it states none or a share."""
    if element is None or attribute(element, "type") not in {"dxa", ""}:
        return 0.0
    return number(attribute(element, "w")) / _TWIPS


def _least_height(row: Element, widths: Sequence[float]) -> float:
    """Return the least height of a row in points, by what it states and by the text of its cells.

    ``widths`` are those of its cells.
    """
    height = child(row, "trPr", "trHeight")
    stated = number(attribute(height, "val")) / _TWIPS if height is not None else 0.0
    if height is not None and attribute(height, "hRule") == "exact":
        return stated
    cells = [each for each in row if name(each) == "tc"]
    lines = (
        sum(_lines(each, wide) for each in cell if name(each) == "p")
        for cell, wide in zip(cells, widths, strict=False)
    )
    return max(stated, LINE * max(lines, default=1))


def _lines(paragraph: Element, width: float) -> int:
    return max(1, int(len(paragraph_text(paragraph)) * _LETTER / max(width, _LETTER)))
