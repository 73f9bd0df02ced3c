"""Where in a workbook the form is: its sheets, its columns, its hidden record."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from keikaku.graph.folding import fold
from keikaku.loaders.sheet_reader import Book, Sheet
from keikaku.workshop.form import COLUMNS, HIDDEN_KEYS, SHEETS, VERSION

_HEAD_WITHIN = 15  # rows
_ENOUGH = len(COLUMNS) // 2  # so many known heads make a sheet the plan sheet


@dataclass(frozen=True, slots=True)
class Head:
    """The head of the plan sheet: its row, the column of each key, and unknown heads."""

    row: int
    columns: dict[str, int]
    extra: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Record:
    """The record of the form as it was sent out, from the hidden sheet.

    ``locked`` holds the texts of the locked columns by id of plan, then key.
    """

    version: str | None = None
    document: str | None = None
    department: str | None = None
    locked: dict[str, dict[str, str]] = field(default_factory=dict)


def plan_sheet(book: Book) -> tuple[Sheet, Head] | None:
    """Return the sheet of the plans: by its name, else the first with its columns."""
    sheets = [book.sheets[name] for name in SHEETS["plans"] if name in book.sheets]
    for sheet in [*sheets, *book.sheets.values()]:
        head = _head(sheet)
        if head is not None:
            return sheet, head
    return None


def record(book: Book) -> Record | None:
    """Return the hidden record, or None where it is missing or broken."""
    sheet = book.sheets.get(SHEETS["hidden"].ja)
    if sheet is None:
        return None
    record: dict[str, str] = {}
    locked: dict[str, dict[str, str]] = {}
    for row in sheet.rows:
        key, value = (_text(row.value(column)) for column in (1, 2))
        if key in HIDDEN_KEYS:
            record[key] = value
        elif value.startswith("{"):
            try:
                kept = json.loads(value)
            except ValueError:
                return None
            locked[key] = {str(name): str(text) for name, text in kept.items()}
    if record.get("version") != VERSION:
        return None
    return Record(
        record["version"], record.get("document"), record.get("department") or None, locked
    )


def extra_sheets(book: Book, plan_sheet: Sheet) -> list[Sheet]:
    """Return the sheets that are not empty and do not belong to the form."""
    names = {name for sheet in SHEETS.values() for name in sheet} | {plan_sheet.name}
    return [sheet for sheet in book.sheets.values() if sheet.name not in names and sheet.rows]


def _head(sheet: Sheet) -> Head | None:
    for row in sheet.rows[:_HEAD_WITHIN]:
        columns: dict[str, int] = {}
        extra: dict[int, str] = {}
        for column, cell in row.cells.items():
            title = _text(cell.value)
            key = _KEYS.get(fold(title))
            if key is None or key in columns:
                extra[column] = title
            else:
                columns[key] = column
        if len(columns) >= _ENOUGH and ("id" in columns or "number" in columns):
            return Head(row.number, columns, extra)
    return None


def _text(value: object) -> str:
    return "" if value is None else str(value).strip()


_KEYS: dict[str, str] = {fold(title): column.key for column in COLUMNS for title in column.title}
