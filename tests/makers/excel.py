"""Printed pages → an Excel workbook, one sheet per page, set as cities set their forms."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.makers.printed import Break, Grid, Line, Printed

_COLUMNS = 60
_CHARACTERS = 150.0
"""The page is sixty narrow columns (エクセル方眼紙), so that any table fits any other."""


def make_excel(blocks: Iterable[Printed], path: Path, *, narrow: bool = True) -> Path:
    """Write the pages as .xlsx with merged cells and borders; each page is a sheet.

    Without ``narrow`` columns each column of a table is one of the sheet, as in lists.
    """
    import openpyxl

    book = openpyxl.Workbook()
    sheet: Any = book.active
    at = 1
    _set_up(sheet)
    for block in blocks:
        if isinstance(block, Break):
            sheet = book.create_sheet()
            _set_up(sheet)
            at = 1
        elif isinstance(block, Line):
            sheet.cell(at, 1, block.text or None)
            at += 1
        else:
            at = _table(sheet, block, at, narrow=narrow)
    book.save(path)
    return path


def _set_up(sheet: Any) -> None:
    from openpyxl.utils import get_column_letter

    for column in range(1, _COLUMNS + 1):
        sheet.column_dimensions[get_column_letter(column)].width = _CHARACTERS / _COLUMNS
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToHeight = 0
    for side in ("left", "right", "top", "bottom"):
        setattr(sheet.page_margins, side, 0.4)


def _table(sheet: Any, grid: Grid, top: int, *, narrow: bool) -> int:
    from openpyxl.styles import Alignment, Border, Font, Side

    thin = Side(style="thin")
    border = Border(left=thin, right=thin, top=thin, bottom=thin)
    whole = sum(grid.widths)
    shares = (sum(grid.widths[:n]) / whole for n in range(len(grid.widths) + 1))
    edges = [1 + round(_COLUMNS * share) for share in shares]
    if not narrow or len(grid.widths) > _COLUMNS / 2:
        edges = list(range(1, len(grid.widths) + 2))
    heights = [15.0] * len(grid.rows)
    for (row, column), slot in grid.placed().items():
        left, right = edges[column], edges[column + slot.columns] - 1
        bottom = top + row + slot.rows - 1
        for r in range(top + row, bottom + 1):
            for c in range(left, right + 1):
                if grid.ruled:
                    sheet.cell(r, c).border = border
        if bottom > top + row or right > left:
            sheet.merge_cells(
                start_row=top + row, end_row=bottom, start_column=left, end_column=right
            )
        cell = sheet.cell(top + row, left, slot.text or None)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.font = Font(size=8)
        wide = max(right - left + 1, 1) * _CHARACTERS / _COLUMNS
        lines = sum(1 + int(len(line) * 1.9 / wide) for line in slot.text.split("\n"))
        share = max(lines * 11.5 / slot.rows, 15.0)
        for r in range(row, row + slot.rows):
            heights[r] = max(heights[r], share)
    for n, height in enumerate(heights):
        sheet.row_dimensions[top + n].height = height
    return top + len(grid.rows)
