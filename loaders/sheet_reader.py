"""Reading Excel workbooks that people filled in, and refusing those that are unsafe to open.

:func:`read` gives plain values with their places. What cannot be opened safely or at all (with a
password, cut off, with macros, with links to other files, unpacking to gigabytes) is refused in one
line that says what to do. ``formula`` marks a formula, whose value is the last computed one.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from keikaku.graph.errors import SourceError
from keikaku.graph.files import finite
from keikaku.graph.language import Text

Value: TypeAlias = str | int | float | bool | date | datetime | time | None

LARGEST = 64 * 2**20
"""Bytes of one file, and of one part of it when unpacked."""

_ALL_PARTS = 4 * LARGEST
_GUIDE_ROWS = 5
_MOST_ROWS = 100_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LITERAL = re.compile(r'"[^"]*"|\\.')
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class Cell(NamedTuple):
    """A cell that holds something: its place (``B7``), its value, the formula behind it.

    ``percent`` is true where the number is shown as one: a value of 0.982 that reads 98.2 %.
    """

    ref: str
    value: Value
    formula: str | None = None
    percent: bool = False


class Row(NamedTuple):
    """A row that holds something: its number and its cells by column, both counted from 1."""

    number: int
    cells: dict[int, Cell]

    def value(self, column: int) -> Value:
        """Return what stands in a column, or None."""
        cell = self.cells.get(column)
        return None if cell is None else cell.value


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name and the rows that hold something, from the top."""

    name: str
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook: the name of its file, its sheets by name, in their order, the file's SHA-256."""

    name: str
    sheets: dict[str, Sheet]
    sha256: str = ""

    def sheet(self, name: Text) -> Sheet | None:
        """Return the sheet of that name, in whichever language."""
        return next((self.sheets[each] for each in name if each in self.sheets), None)

    def is_of(self, guide: Text, version: str) -> bool:
        """Return whether the first rows of its guide state the version of a form."""
        sheet = self.sheet(guide)
        return sheet is not None and any(
            row.value(1) == version for row in sheet.rows[:_GUIDE_ROWS]
        )


_CANNOT_OPEN = Text(
    "{path}: 開けません（{why}）。ファイルの場所を確認してください。",
    "{path}: cannot be opened ({why}). Check where the file is.",
)
_LOCKED = Text(
    "{path}: パスワード付きか、古い形式（.xls）のブックです。"
    "パスワードを外し、Excelブック（.xlsx）として保存し直してください。",
    "{path}: has a password or is of the old format (.xls). Save it without, as .xlsx.",
)
_NO_BOOK = Text(
    "{path}: Excelブック（.xlsx）ではないか、途中で切れています。元のファイルを確認してください。",
    "{path}: is no Excel workbook (.xlsx), or it is cut off. Check the original file.",
)
_MACROS = Text(
    "{path}: マクロを含むブックは読み込みません。"
    "Excelブック（.xlsx、マクロなし）として保存し直してください。",
    "{path}: holds macros and is not read. Save it as .xlsx without them.",
)
_LINKS = Text(
    "{path}: 他のファイルへのリンクを含むブックは読み込みません。"
    "Excelの［データ］→［リンクの編集］でリンクを解除し、保存し直してください。",
    "{path}: links to other files and is not read. "
    "Break the links (Data → Edit Links), save again.",
)
_TOO_LARGE = Text(
    "{path}: 展開すると大きすぎるため読み込みません（{part}）。"
    "空の行や図を削除し、保存し直してください。",
    "{path}: is too large when unpacked ({part}). Delete empty rows and pictures, save again.",
)


def read(path: Path) -> Book:
    """Return the workbook's values, sheet by sheet.

    Raises:
        SourceError: it is missing, locked, no workbook, too large, or holds macros or links.
    """
    try:
        data = finite(path).read_bytes() if path.stat().st_size <= LARGEST else None
    except OSError as error:
        raise SourceError(_CANNOT_OPEN.format(path=path, why=error.strerror or error)) from error
    if data is None:
        raise SourceError(_TOO_LARGE.format(path=path, part=path.name))
    formulas = _checked(path, data)
    known = {sheet.name: sheet for sheet in _sheets(path, data, formulas)}
    return Book(path.name, known, hashlib.sha256(data).hexdigest())


def _checked(path: Path, data: bytes) -> bool:
    """Make sure that it is safe to open; return whether it holds any formula."""
    if data.startswith(_OLE):
        raise SourceError(_LOCKED.format(path=path))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
            _check_parts(path, parts)
            formulas = False
            for part in parts:
                if part.filename.startswith("xl/worksheets/sheet"):
                    xml = _unpacked(path, packed, part)
                    if xml.count(b"<row") + xml.count(b":row") > _MOST_ROWS:
                        raise SourceError(_TOO_LARGE.format(path=path, part=part.filename))
                    formulas = formulas or b"<f" in xml or b":f" in xml
            return formulas
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, RuntimeError, OSError) as error:
        raise SourceError(_NO_BOOK.format(path=path)) from error


def _check_parts(path: Path, parts: list[zipfile.ZipInfo]) -> None:
    names = {part.filename for part in parts}
    if "xl/workbook.xml" not in names:
        raise SourceError(_NO_BOOK.format(path=path))
    if any(name.endswith("vbaProject.bin") for name in names):
        raise SourceError(_MACROS.format(path=path))
    if any(name.startswith("xl/externalLinks/") for name in names):
        raise SourceError(_LINKS.format(path=path))
    for part in parts:
        if part.file_size > LARGEST:
            raise SourceError(_TOO_LARGE.format(path=path, part=part.filename))
    if sum(part.file_size for part in parts) > _ALL_PARTS:
        raise SourceError(_TOO_LARGE.format(path=path, part=path.name))


def _unpacked(path: Path, packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    """Return a part's bytes.

    The size that the zip states may be false, so no more than that is read.
    """
    with packed.open(part) as stream:
        xml = stream.read(LARGEST + 1)
    if len(xml) > LARGEST:
        raise SourceError(_TOO_LARGE.format(path=path, part=part.filename))
    return xml


def _sheets(path: Path, data: bytes, formulas: bool) -> Iterator[Sheet]:  # noqa: FBT001
    import warnings

    try:
        with warnings.catch_warnings():
            # Of what openpyxl cannot keep (drop-downs of newer kinds) nothing is lost: only values
            # are read.
            warnings.simplefilter("ignore")
            with _opened(data, data_only=True) as values:
                written = {}
                if formulas:
                    with _opened(data) as behind:
                        written = {name: _formulas(behind[name]) for name in _tables(behind)}
                for name in _tables(values):
                    yield Sheet(name, list(_rows(values[name], written.get(name, {}))))
    except SourceError:
        raise
    except Exception as error:  # openpyxl raises whatever a damaged part happens to cause
        raise SourceError(_NO_BOOK.format(path=path)) from error


def _opened(data: bytes, *, data_only: bool = False) -> Any:
    import openpyxl

    return closing(openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=data_only))


def _tables(book: Any) -> list[str]:
    """Return the names of the sheets that hold cells; one that is a chart alone holds none."""
    return [name for name in book.sheetnames if hasattr(book[name], "iter_rows")]


def _rows(sheet: Any, formulas: dict[str, str]) -> Iterator[Row]:
    from openpyxl.utils import get_column_letter

    sheet.reset_dimensions()  # what a file says of its own size need not be so
    for number, cells in enumerate(sheet.iter_rows(), 1):
        rows = {}
        for column, cell in enumerate(cells, 1):
            ref = f"{get_column_letter(column)}{number}"
            if cell.value is not None or ref in formulas:
                percent = cell.data_type == "n" and _as_percent(cell.number_format)
                rows[column] = Cell(ref, _value(cell.value), formulas.get(ref), percent)
        if rows:
            yield Row(number, rows)


def _as_percent(number_format: str) -> bool:
    """Return whether a format shows a number times 100.

    A format that only writes a % beside the number does not.
    """
    return "%" in _LITERAL.sub("", number_format)


def _formulas(sheet: Any) -> dict[str, str]:
    sheet.reset_dimensions()
    return {
        cell.coordinate: str(cell.value)
        for cells in sheet.iter_rows()
        for cell in cells
        if cell.data_type == "f"
    }


def _value(value: Any) -> Value:
    """Return a whole float as an integer, a text with its escapes undone."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, str):
        text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), value)
        return text.replace("\r\n", "\n")
    known: Value = value
    return known
