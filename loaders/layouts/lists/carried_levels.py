"""Levels that a list prints once, and that hold for the empty cells below them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from keikaku.loaders.layouts.labels.statements import Statement
from keikaku.loaders.layouts.labels.vocabulary import Meaning
from keikaku.loaders.layouts.lists.list_columns import ListColumns
from keikaku.loaders.readers.blocks import Cell, Table


class CarriedLevels:
    """The level that was printed last in each column of a list."""

    def __init__(self, table: Table, columns: ListColumns, section: Callable[[int], str]) -> None:
        self.table = table
        self.columns = columns
        self.section = section
        self._carried: dict[int, Cell] = {}

    def into(self, row: int) -> Iterator[Statement]:
        """Yield what is carried into a row's empty cells, until a higher level changes."""
        changed = False
        for column in self.columns.of("level"):
            cell = self.table.at(row, column)
            meaning = self.columns.meanings[column] or Meaning("skip", 0.0)
            if cell is not None and cell.text.strip():
                if self._carried.get(column) is not cell:
                    changed = changed or meaning.part != "number" or column not in self._carried
                    self._carried[column] = cell
            elif changed or (meaning.part == "number" and self._is_renamed(row, meaning)):
                self._carried.pop(column, None)
            elif column in self._carried:
                group = (row, None, None)
                yield Statement(meaning, self._carried[column], group, self.section(column))

    def _is_renamed(self, row: int, meaning: Meaning) -> bool:
        """Return whether a row prints another title of a level than the one carried into it."""
        for column in self.columns.of("level"):
            other = self.columns.meanings[column]
            cell = self.table.at(row, column)
            carried = self._carried.get(column)
            if other is None or other.level != meaning.level or other.part == "number":
                continue
            if cell is not None and cell.text.strip() and carried is not None:
                return cell.text.strip() != carried.text.strip()
        return False
