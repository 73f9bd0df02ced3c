"""An Excel workbook (.xlsx, .xlsm) → one page and one table per sheet.

Values come from python-calamine (MIT; wheels for Windows, Linux and macOS), which reads a sheet of
210 columns in a third of a second where openpyxl takes twelve, after :mod:`sheet_frame` has looked
at the sheet's size: calamine gives a sheet as large as its farthest cell. Macros are not run,
links to other files not followed. What is drawn over the cells (:mod:`drawings`) becomes cells.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from keikaku.graph.language import Text
from keikaku.loaders.readers import limits
from keikaku.loaders.readers.blocks import Cell, Notice, Page, Place, Source, Table, Value
from keikaku.loaders.readers.drawings import read_shapes
from keikaku.loaders.readers.number_formats import format_number, is_percent
from keikaku.loaders.readers.package import Package, open_package
from keikaku.loaders.readers.shape_cells import Shape, Slots, add_shapes
from keikaku.loaders.readers.sheet_frame import Frame, letters, read_formats, read_frame

_FORM = Text("Excelブック", "Excel workbook")
_WIDEST_EMPTY_SPAN = 64
"""Columns that an empty merged cell may add to the right of everything that is filled."""

_FEWEST_CELLS = 20
"""A visible sheet of fewer cells is a cover."""


def read_book(path: Path, data: bytes) -> Source:
    """Return the sheets of a workbook without the hidden ones; a notice names these.

    Raises :class:`keikaku.graph.errors.SourceError` for one that is locked, damaged or too large.
    """
    package = open_package(path, data, _FORM)
    parts = _sheet_parts(package)
    formats = read_formats(package, "xl/styles.xml")
    _check_strings(package)
    frames = {name: read_frame(package, part, formats) for name, (part, _) in parts.items()}
    values = _values(package, data)
    pages: list[Page] = []
    notices: list[Notice] = []
    for number, (name, (part, hidden)) in enumerate(parts.items(), 1):
        if name not in values.sheet_names:
            continue
        sheet = _Sheet(path, name, frames[name])
        sheet.fill(_rows(values, name, package))
        sheet.merge()
        sheet.draw(read_shapes(package, part, frames[name]))
        pages.append(Page(number, (sheet.table(),), name, hidden))
        notices += sheet.notices
    if any(page.hidden for page in pages):
        pages, notices = _without_hidden(pages, notices)
    return Source(path.name, "xlsx", tuple(pages), hashlib.sha256(data).hexdigest(), tuple(notices))


def _without_hidden(pages: list[Page], notices: list[Notice]) -> tuple[list[Page], list[Notice]]:
    """Leave out hidden sheets, and say so: they hold lists to choose from, or what is out of date.

    A book whose visible sheets hold next to nothing is read with them.
    """
    visible = [page for page in pages if not page.hidden]
    if sum(len(table.cells) for page in visible for table in page.tables()) < _FEWEST_CELLS:
        return pages, notices
    hidden = [page for page in pages if page.hidden and any(t.cells for t in page.tables())]
    left_out = [
        Notice(
            "parts-not-read",
            Place(sheet=page.name),
            {"what": f"非表示のシート「{page.name}」", "count": 1},
        )
        for page in hidden
    ]
    return visible, [
        n for n in notices if n.place is None or n.place.sheet not in {page.name for page in hidden}
    ] + left_out


def _sheet_parts(package: Package) -> dict[str, tuple[str, bool]]:
    """Return each worksheet's part and whether it is hidden, by name; charts alone are left out."""
    book = next((n for n in package.names if n.casefold() == "xl/workbook.xml"), None)
    if book is None:
        raise limits.damaged(package.path, _FORM, "xl/workbook.xml")
    relations = package.relations(book)
    sheets: dict[str, tuple[str, bool]] = {}
    for each in package.tree(book).iter():
        if each.tag.rpartition("}")[2] != "sheet":
            continue
        ids = [value for key, value in each.items() if key.endswith("}id")]
        kind, part = relations.get(ids[0] if ids else "", ("", ""))
        if kind == "worksheet" and part in package.names:
            sheets[each.get("name", "")] = (part, each.get("state", "visible") != "visible")
    return sheets


def _check_strings(package: Package) -> None:
    """Count the shared strings before they are made."""
    part = "xl/sharedStrings.xml"
    if part in package.names:
        xml = package.part(part)
        count = xml.count(b"<si") + xml.count(b":si>") // 2
        if count > limits.MOST_STRINGS:
            raise limits.too_large(package.path, part, f"{count:,} strings")


def _values(package: Package, data: bytes) -> Any:
    import python_calamine

    try:
        return python_calamine.CalamineWorkbook.from_object(io.BytesIO(data))
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        if isinstance(error, python_calamine.PasswordError):
            raise limits.locked(package.path) from error
        raise limits.damaged(package.path, _FORM, "xl/workbook.xml") from error


def _rows(book: Any, name: str, package: Package) -> Iterator[tuple[int, int, Any]]:
    """Yield row, column and value of each filled cell of a sheet."""
    import python_calamine

    try:
        sheet = book.get_sheet_by_name(name)
        left = sheet.start[1] if sheet.start else 0
        for row, cells in enumerate(sheet.iter_rows()):
            for column, value in enumerate(cells, left):
                if value != "":
                    yield row, column, value
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise limits.damaged(package.path, _FORM, name) from error


class _Sheet:
    """The cells of a sheet as they are found: values, then spans, then what is drawn over them."""

    def __init__(self, path: Path, name: str, frame: Frame) -> None:
        self.notices: list[Notice] = []
        self._path = path
        self._slots_covered = 0
        self._name = name
        self._frame = frame
        self._slots: Slots = {}
        self._letters: list[str] = []

    def fill(self, rows: Iterable[tuple[int, int, Any]]) -> None:
        formats = self._frame.formats
        for row, column, raw in rows:
            value = _plain(raw)
            code = formats.get((row, column), "")
            text = value.strip() if isinstance(value, str) else format_number(value, code)
            if text:
                number = None if isinstance(value, str) else value
                percent = bool(code) and is_percent(code)
                self._put(row, column, 1, 1, text, number, percent=percent)
        empty = [at for at in self._frame.uncomputed if at not in self._slots]
        if empty:
            place = self._place(*empty[0], 1, 1)
            details = {"count": len(empty), "where": f"{self._name}!{place.cell}"}
            self.notices.append(Notice("formula-without-value", place, details))

    def merge(self) -> None:
        """Give merged cells their spans, clipped to what is filled or nearly so."""
        rows = 1 + max((row for row, _ in self._slots), default=-1)
        columns = 1 + max((column for _, column in self._slots), default=-1)
        for top, left, bottom, right in self._frame.spans:
            if top >= rows or left >= columns + _WIDEST_EMPTY_SPAN:
                continue
            cell = self._slots.get((top, left))
            if cell is None and left >= columns:
                continue
            height = min(bottom, rows - 1) - top + 1
            width = max(min(right, columns + _WIDEST_EMPTY_SPAN - 1) - left + 1, 1)
            self._slots_covered += height * width
            if self._slots_covered > limits.MOST_SLOTS:
                raise limits.too_large(self._path, self._name, "merged cells")
            if cell is None:
                self._put(top, left, height, width, "", None)
            else:
                self._put(top, left, height, width, cell.text, cell.value, percent=cell.percent)

    def draw(self, shapes: list[Shape]) -> None:
        """Make cells of what is drawn, in the slots that hold no text; else it joins the cell's."""
        if shapes:
            add_shapes(self._slots, shapes, self._place)

    def table(self) -> Table:
        cells = [self._slots[at] for at in sorted(self._slots)]
        rows = max((cell.row + cell.row_span for cell in cells), default=0)
        columns = max((cell.column + cell.column_span for cell in cells), default=0)
        return Table(rows, columns, tuple(cells), Place(sheet=self._name))

    def _put(
        self,
        row: int,
        column: int,
        row_span: int,
        column_span: int,
        text: str,
        value: Value,
        *,
        percent: bool = False,
    ) -> None:
        place = self._place(row, column, row_span, column_span)
        self._slots[row, column] = Cell(
            row, column, row_span, column_span, text, place, value, percent
        )

    def _place(self, row: int, column: int, row_span: int, column_span: int) -> Place:
        ref = f"{self._column(column)}{row + 1}"
        if row_span > 1 or column_span > 1:
            ref += f":{self._column(column + column_span - 1)}{row + row_span}"
        return Place(sheet=self._name, cell=ref)

    def _column(self, column: int) -> str:
        while column >= len(self._letters):
            self._letters.append(letters(len(self._letters)))
        return self._letters[column]


def _plain(value: Any) -> Value:
    """Return a whole float as an integer, a text with Unix line ends."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value)
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n")
    known: Value = value
    return known
