"""Read a CSV file as a workbook of one sheet, whatever Excel saved it as, and write CSV.

UTF-8 with or without BOM, UTF-16, cp932 (Shift_JIS of Windows); parted by commas or tabs. Every
cell is text; :func:`harmless` and :func:`as_typed` guard texts that Excel would run as a formula.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from keikaku.graph.errors import SourceError
from keikaku.graph.language import Text
from keikaku.loaders.sheet_reader import Book, Cell, Row, Sheet
from keikaku.loaders.source import read_source

_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
_TABBED = re.compile(r"\t[\d/-]+")
"""A tab before digits keeps a plan's number from becoming a date; no formula begins so."""

_TO_QUOTE = re.compile(r"""[",\r\n\u2028\u2029\x0b\x0c\x1c-\x1e\x85]|^\s|\s$""")
_BROKEN = Text(
    "{path}: {line}行目がCSVとして読めません。Excelで開き、CSVとして保存し直してください。",
    "{path}: line {line} is no CSV. Open it in Excel and save it as CSV again.",
)
_LETTERS = 26


def read(path: Path) -> Book:
    """Return the file as a book whose one sheet has no name; cells are named as Excel names them.

    Raises:
        SourceError: it is missing, empty, no text, or no CSV.
    """
    text = read_source(path).text
    first = text.partition("\n")[0]
    delimiter = "\t" if "\t" in first and "," not in first else ","
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows: list[Row] = []
    try:
        for number, line in enumerate(lines, 1):
            cells = {
                column: Cell(f"{letters(column)}{number}", as_typed(value))
                for column, value in enumerate(line, 1)
                if value
            }
            if cells:
                rows.append(Row(number, cells))
    except csv.Error as error:
        raise SourceError(_BROKEN.format(path=path, line=lines.line_num)) from error
    return Book(path.name, {"": Sheet("", rows)})


def csv_text(rows: Iterable[Iterable[Any]]) -> str:
    r"""Return rows as CSV with a BOM, so that Excel opens it, and without a live formula.

    Cells that hold a line end of any kind are quoted: a lone ``\r`` would begin a new row, which
    Python's own writer quotes only from 3.13 on.

    >>> csv_text([["番号", "名称"], ["1-1", "=A1"]])
    "\ufeff番号,名称\n1-1,'=A1\n"
    """
    lines = [",".join(_field(value) for value in row) + "\n" for row in rows]
    return "\ufeff" + "".join(lines)


def _field(value: Any) -> str:
    if isinstance(value, str) and _TABBED.fullmatch(value):
        return value
    text = harmless(value) if isinstance(value, str) else "" if value is None else str(value)
    return '"' + text.replace('"', '""') + '"' if _TO_QUOTE.search(text) else text


def harmless(text: str) -> str:
    """Return a text that Excel does not run as a formula: with an apostrophe before it.

    >>> harmless("=A1"), harmless("窓口")
    ("'=A1", '窓口')
    """
    return f"'{text}" if _FORMULA.match(text) else text


def as_typed(text: str) -> str:
    """Return the text without the apostrophe of :func:`harmless`.

    >>> as_typed("'=A1"), as_typed("'窓口"), as_typed("窓口")
    ('=A1', "'窓口", '窓口')
    """
    if _TABBED.fullmatch(text):
        return text[1:]
    return text[1:] if text.startswith("'") and _FORMULA.match(text[1:]) else text


def letters(column: int) -> str:
    """Return the letters of a column, counted from 1: 1 → A, 27 → AA.

    >>> letters(1), letters(26), letters(27), letters(702), letters(703)
    ('A', 'Z', 'AA', 'ZZ', 'AAA')
    """
    letters_so_far = ""
    while column:
        column, place = divmod(column - 1, _LETTERS)
        letters_so_far = chr(ord("A") + place) + letters_so_far
    return letters_so_far
