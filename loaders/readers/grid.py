"""Place cells with spans into a grid, row by row, as HTML and Word tables list them."""

from __future__ import annotations

from collections.abc import Sequence

from keikaku.loaders.readers import limits
from keikaku.loaders.readers.blocks import Cell, Place, Table

MAX_ROWS, MAX_COLUMNS = 500, 200
"""How far a cell may reach; more is a mistake or a bomb."""


class Grid:
    """Takes the cells of a table in order; each takes the first free slot of its row."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._cells: list[Cell] = []
        self._inner: dict[tuple[int, int], tuple[Table, ...]] = {}
        self._occupied: set[tuple[int, int]] = set()
        self._row = -1
        self._column = 0

    def row(self) -> None:
        """Begin a row."""
        self._row += 1
        self._column = 0

    def skip(self, columns: int) -> None:
        """Leave columns of the row free."""
        self._column += columns

    @property
    def full(self) -> bool:
        """Return whether the table is as large as any that is read."""
        return len(self._occupied) > limits.MOST_SLOTS // 12

    def cell(
        self,
        text: str,
        row_span: int,
        column_span: int,
        inner: Sequence[Table] = (),
        place: Place | None = None,
        *,
        grows: bool = False,
    ) -> None:
        """Put a cell into the first free slot of the row; one that ``grows`` may be extended."""
        if self._row < 0:
            self.row()
        while (self._row, self._column) in self._occupied:
            self._column += 1
        row_span = min(max(row_span, 1), MAX_ROWS)
        column_span = min(max(column_span, 1), MAX_COLUMNS)
        at = (self._row, self._column)
        if text or row_span > 1 or column_span > 1 or grows:
            place = place or self._place
            self._cells.append(Cell(*at, row_span, column_span, text, place))
        if inner:
            self._inner[at] = tuple(inner)
        if not self.full:
            self._occupied |= {
                (row, column)
                for row in range(self._row, self._row + row_span)
                for column in range(self._column, self._column + column_span)
            }
        self._column += column_span

    def extend(self, row: int, column: int) -> None:
        """Let the cell that begins above in a column reach down to a row (Word's vMerge)."""
        for index in reversed(range(len(self._cells))):
            cell = self._cells[index]
            if cell.column == column and cell.row < row:
                self._cells[index] = Cell(
                    cell.row, column, row - cell.row + 1, cell.column_span, cell.text, cell.place
                )
                return

    @property
    def at(self) -> tuple[int, int]:
        """The row and the next column of it that a cell would take."""
        return self._row, self._column

    def table(self) -> Table:
        """Return the table; spans that reach below its last row end there."""
        rows = self._row + 1
        cells = [
            cell
            if cell.row + cell.row_span <= rows
            else Cell(
                cell.row,
                cell.column,
                rows - cell.row,
                cell.column_span,
                cell.text,
                cell.place,
            )
            for cell in self._cells
        ]
        columns = max((column + 1 for _, column in self._occupied), default=0)
        return Table(rows, columns, tuple(cells), self._place, self._inner)
