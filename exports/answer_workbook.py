"""The answer to a question as a workbook (答えのExcel出力): its tables, and what was asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from keikaku.exports import sheet_writer
from keikaku.graph.language import Lang, Text

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_NUMBER = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_PERCENT = re.compile(r"(-?\d+)(?:\.(\d+))?%")
_NUMBERED = {"番号", "No.", "計画", "コード", "Code", "電話"}
"""Heads of columns whose digits are names: they stay text."""

_ANSWER = Text("答え", "Answer")
_ABOUT = Text("この表について", "About")
_NARROWEST, _WIDEST = 8.0, 60.0
_UNSAFE = re.compile(r"[\\/*?:\[\]]")
_LONGEST_NAME = 31  # characters of a sheet's name in Excel


class AnswerTable(NamedTuple):
    """A table of an answer: title, heads and rows, each cell as people read it."""

    title: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]


def write(path: Path, tables: Sequence[AnswerTable], about: Sequence[str], lang: Lang) -> None:
    """Write the tables, a sheet each, and a last sheet with what was asked and what is unknown.

    Numbers are numbers; the numbers of plans (1-2-2) stay text, so that none becomes a date.

    Raises:
        KeikakuError: the place cannot be written to.
    """
    book = sheet_writer.new()
    used: set[str] = set()
    for table in tables:
        name = _sheet_name(table.title or _ANSWER.of(lang), used)
        _table(book.create_sheet(name), table)
    _about(book.create_sheet(_sheet_name(_ABOUT.of(lang), used)), about)
    sheet_writer.save(path, book)


def _table(sheet: Worksheet, table: AnswerTable) -> None:
    sheet_writer.row_of(sheet, 1, list(table.heads), "head")
    wide = _widths(table)
    for number, row in enumerate(table.rows, 2):
        for column, text in enumerate(row, 1):
            head = table.heads[column - 1] if column <= len(table.heads) else ""
            value = value_of(text, head)
            sheet_writer.put(sheet, number, column, value, "fact")
            if not isinstance(value, str) and "," in text:
                sheet.cell(number, column).number_format = _grouped(text)
            if percent := _PERCENT.fullmatch(text):
                places = "." + "0" * len(percent[2]) if percent[2] else ""
                sheet.cell(number, column).number_format = f"0{places}%"
        sheet_writer.fit_row(sheet, number, wide)
    sheet_writer.widths(sheet, wide)
    sheet.freeze_panes = "A2"
    if table.rows:
        sheet.auto_filter.ref = sheet.dimensions
    sheet_writer.printed_on_a3(sheet, 1)


def _grouped(text: str) -> str:
    """Return the number format that shows thousands as a text does: 1,200.5."""
    places = len(text.partition(".")[2])
    return f"#,##0.{'0' * places}" if places else "#,##0"


def value_of(text: str, head: str = "") -> str | int | float:
    """Return a number where a cell is one, else its text.

    A share (18.8%) is the number 0.188, which the sheet shows as it was printed.

    >>> value_of("1,200"), value_of("98.5"), value_of("1-2-2"), value_of("3", "番号")
    (1200, 98.5, '1-2-2', '3')
    >>> value_of("18.8%")
    0.188
    """
    if _PERCENT.fullmatch(text):
        return round(float(text[:-1]) / 100, 6)
    if head in _NUMBERED or not _NUMBER.fullmatch(text):
        return text
    digits = text.replace(",", "")
    if len(digits.lstrip("-")) > 1 and digits.lstrip("-")[0] == "0" and "." not in digits:
        return text  # 007 is a code
    return float(digits) if "." in digits else int(digits)


def _widths(table: AnswerTable) -> list[float]:
    columns = max([len(table.heads), *(len(row) for row in table.rows)])
    return [
        min(
            max(_NARROWEST, *(_longest(row, column) for row in [table.heads, *table.rows])), _WIDEST
        )
        for column in range(columns)
    ]


def _longest(row: Sequence[str], column: int) -> float:
    lines = row[column].split("\n") if column < len(row) else [""]
    return max(sheet_writer.columns(line) for line in lines) + 2.0


def _about(sheet: Worksheet, about: Sequence[str]) -> None:
    sheet_writer.widths(sheet, [sheet_writer.A4_COLUMN])
    for number, text in enumerate(about, 1):
        sheet_writer.put(sheet, number, 1, text, "note")
        sheet_writer.fit_row(sheet, number, [sheet_writer.A4_COLUMN])
    sheet_writer.printed_on_a4(sheet)


def _sheet_name(title: str, used: set[str]) -> str:
    plain = _UNSAFE.sub("・", title).strip("' ")[: _LONGEST_NAME - 3] or "1"
    name, n = plain, 2
    while name.casefold() in used:
        name, n = f"{plain} {n}", n + 1
    used.add(name.casefold())
    return name
