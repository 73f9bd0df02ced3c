"""Filling in workbooks as people do, with openpyxl in place of Excel."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl


def filled(path: Path, out: Path, fill: Callable[[Any], None]) -> Path:
    """The workbook changed by ``fill`` and saved under another name."""
    book = openpyxl.load_workbook(path)
    fill(book)
    book.save(out)
    return out


def cell_of(sheet: Any, node: str, head: str, head_row: int = 3) -> Any:
    """The cell in the row of an id and the column whose head begins so."""
    heads = {str(cell.value): cell.column for cell in sheet[head_row] if cell.value}
    column = next(at for head_text, at in heads.items() if head_text.startswith(head))
    ids = sheet.iter_rows(min_row=head_row + 1, max_col=1)
    row = next(cell.row for (cell,) in ids if cell.value == node)
    return sheet.cell(row, column)
