"""Writing Excel workbooks: what every workbook of keikaku shares.

A text never becomes a formula, whatever it begins with; the same content is the same bytes; cells
look alike everywhere (:data:`LOOKS`). openpyxl is imported only here, and only when used.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from copy import copy
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from keikaku.exports.escaping import NOT_XML
from keikaku.exports.zip_files import EARLIEST, strip_timestamps
from keikaku.graph.files import write_bytes_whole
from keikaku.graph.text_width import text_width

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.styles import NamedStyle
    from openpyxl.worksheet.worksheet import Worksheet

Value: TypeAlias = str | int | float | bool | None
Look = Literal["title", "note", "head", "fact", "input", "warning", "id"]

LOOKS: dict[Look, dict[str, Any]] = {
    "title": {"size": 16, "bold": True},
    "note": {"colour": "595959", "wrap": True},
    "head": {"bold": True, "colour": "FFFFFF", "fill": "1F4E79", "border": True, "wrap": True},
    "fact": {"fill": "F2F2F2", "border": True, "wrap": True},
    "input": {"fill": "FFF9E5", "border": True, "wrap": True, "locked": False},
    "warning": {"fill": "FCE4D6", "border": True, "wrap": True},
    "id": {"fill": "F2F2F2", "border": True, "colour": "7F7F7F"},
}
"""How cells look; only ``input`` may be written to where a sheet is protected."""

FONT = "Yu Gothic"  # on every Windows and Mac with Office; other systems use a font of their own
LONGEST = 32_767
"""Characters that a cell of Excel holds."""

A4_COLUMN = 78.0
"""The width of a single column that A4 holds, whatever font stands in for ours.

LibreOffice does not shrink a sheet of one column: a wider one is cut at the edge of the paper.
"""

_MARGIN = 0.45  # inches
_LINE = 17.0  # points of a line: Yu Gothic takes 1.7 times its size, 18.75 at 11 points

_FORMULA = re.compile(r"[=+\-@\t\r]")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def new() -> Workbook:
    """Return a workbook without any sheet."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    return book


def put(sheet: Worksheet, row: int, column: int, value: Value, look: Look | None = None) -> None:
    """Put a value into a cell, counted from 1; a text stays a text.

    What XML cannot hold is written as Excel writes it (``_x0007_``).
    """
    cell: Any = sheet.cell(row, column)
    if look is not None:
        cell.style = _style(sheet.parent, look)
    if isinstance(value, str):
        cell.value = escaped(value)
        cell.data_type = "s"
        if _FORMULA.match(value):
            # Without it Excel would read the text as a formula once somebody edits the cell.
            cell.quotePrefix = True
    else:
        cell.value = value


def escaped(text: str) -> str:
    """Return a text as the XML of a workbook holds it."""
    plain = _ESCAPE.sub("_x005F_", text)
    return NOT_XML.sub(lambda match: f"_x{ord(match[0]):04X}_", plain)


def row_of(sheet: Worksheet, row: int, values: Sequence[Value], look: Look | None = None) -> None:
    """Put values side by side, from the first column."""
    for column, value in enumerate(values, 1):
        put(sheet, row, column, value, look)


def on_one_line(sheet: Worksheet, row: int, column: int) -> None:
    """Let a text continue over the cells beside it."""
    from openpyxl.styles import Alignment

    cell: Any = sheet.cell(row, column)
    cell.alignment = Alignment(wrap_text=False)


def widths(sheet: Worksheet, wide: Iterable[float]) -> None:
    """Set the widths of the columns, in characters of half width, from the first."""
    from openpyxl.utils import get_column_letter

    for column, width in enumerate(wide, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width


def fit_row(sheet: Worksheet, row: int, wide: Sequence[float]) -> None:
    """Make a row as high as its fullest cell needs, in columns of these widths.

    Without it LibreOffice cuts wrapped texts, and Excel does where a sheet is protected.
    """
    cells = ((sheet.cell(row, column).value, width) for column, width in enumerate(wide, 1))
    tall = [height(str(value), width) for value, width in cells if value is not None]
    sheet.row_dimensions[row].height = max(tall, default=height("", 1))


def height(text: str, width: float) -> float:
    """Return how high a cell of that width must be to show a text, in points."""
    room = max(int(width) - 1, 1)
    lines = sum(max(1, -(-columns(line) // room)) for line in text.split("\n"))
    return _LINE * lines + 3


def columns(text: str) -> int:
    """Return how many characters of half width a text takes."""
    return text_width(text, ambiguous=2)


def choices(
    sheet: Worksheet, where: str, listed: str, message: str, *, strict: bool = True
) -> None:
    """Put a drop-down on a range of cells, or on several with a space between.

    ``listed`` is a formula of the range that holds the choices (``=Lists!$A$1:$A$6``), because a
    list inside the rule ends at 255 characters and at the first comma of a name. Excel shows
    ``message`` for any other value, and accepts that value only if the rule is not ``strict``.
    """
    from openpyxl.worksheet.datavalidation import DataValidation

    rule = DataValidation(type="list", formula1=listed, allow_blank=True, showErrorMessage=True)
    rule.error = message
    rule.errorStyle = "stop" if strict else "information"
    sheet.add_data_validation(rule)
    for each in where.split():
        rule.add(each)


def hide(sheet: Worksheet, column: str) -> None:
    """Hide a column that only the program reads: the ids of nodes."""
    sheet.column_dimensions[column].hidden = True


def printed_on_a3(sheet: Worksheet, heads: int) -> None:
    """Set printing on A3 landscape, as wide as the page, the first rows on every page.

    The page's number is at the bottom.
    """
    _printed(sheet, 8, "landscape", heads)
    sheet.print_options.horizontalCentered = True


def printed_on_a4(sheet: Worksheet) -> None:
    """Print on A4, as wide as the page: what is read and not filled in.

    It begins at the left: LibreOffice cuts a centred column that is wider than the paper.
    """
    _printed(sheet, 9, "portrait", 0)


def _printed(
    sheet: Worksheet, paper: int, orientation: Literal["landscape", "portrait"], heads: int
) -> None:
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.paperSize = paper  # ECMA-376 part 1, 18.3.1.63
    sheet.page_setup.orientation = orientation
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    for side in ("left", "right", "top", "bottom"):
        setattr(sheet.page_margins, side, _MARGIN)
    if heads:
        sheet.print_title_rows = f"1:{heads}"
    footer: Any = sheet.oddFooter
    footer.center.text = "&A  &P / &N"


def protect(sheet: Worksheet) -> None:
    """Lock all but ``input`` cells, without a password: against mistakes, not against people.

    Columns may still be sized, rows filtered and sorted.
    """
    sheet.protection.sheet = True
    for allowed in ("formatColumns", "formatRows", "autoFilter", "sort"):
        setattr(sheet.protection, allowed, False)


def save(path: Path, book: Workbook) -> None:
    """Write a workbook, whole or not at all; the same content is the same bytes.

    Raises:
        KeikakuError: the place cannot be written to.
    """
    write_bytes_whole(path, as_bytes(book))


def as_bytes(book: Workbook) -> bytes:
    """Return the bytes of a workbook, without the time at which they were made."""
    from datetime import datetime

    book.properties.creator = "keikaku"
    moment = datetime(*EARLIEST)  # noqa: DTZ001 - openpyxl wants it without a zone
    book.properties.created = book.properties.modified = moment
    made = io.BytesIO()
    book.save(made)
    return strip_timestamps(made.getvalue(), {"docProps/core.xml": _undated})


def _undated(core: bytes) -> bytes:
    """Remove the time of saving, which openpyxl always writes."""
    return _MODIFIED.sub(rb"\g<1>1980-01-01T00:00:00Z", core)


def _style(book: Any, look: Look) -> str:
    name = f"keikaku_{look}"
    if name not in book.named_styles:
        book.add_named_style(copy(_named_style(look)))
    return name


@cache
def _named_style(look: Look) -> NamedStyle:
    from openpyxl.styles import (
        Alignment,
        Border,
        Font,
        NamedStyle,
        PatternFill,
        Protection,
        Side,
    )

    description = LOOKS[look]
    style = NamedStyle(f"keikaku_{look}")
    style.font = Font(
        name=FONT,
        size=description.get("size", 10),
        bold=description.get("bold", False),
        color=description.get("colour", "000000"),
    )
    if "fill" in description:
        style.fill = PatternFill("solid", fgColor=description["fill"])
    if description.get("border"):
        thin = Side(style="thin", color="BFBFBF")
        style.border = Border(left=thin, right=thin, top=thin, bottom=thin)
    style.alignment = Alignment(vertical="top", wrap_text=description.get("wrap", False))
    style.protection = Protection(locked=description.get("locked", True))
    return style
