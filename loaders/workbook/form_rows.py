"""The rows of the form as texts with their places; every cell is a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, NamedTuple

from keikaku.graph.errors import SourceError
from keikaku.graph.language import Text
from keikaku.graph.records import Edge, Evidence, Finding, Node, Records
from keikaku.graph.years import years_in
from keikaku.loaders.readings import NamedThing, Spot
from keikaku.loaders.sheet_reader import Book, Row, Sheet
from keikaku.loaders.text import normal, tidy
from keikaku.loaders.workbook.plan_form import GUIDE, HEAD_ROW, SHEETS, FormSheet, year_head

_NO_SHEET = Text(
    "{file}:「{sheet}」シートがありません。keikaku template の様式を使ってください。",
    "{file}: the sheet “{sheet}” is missing; use the form that keikaku template makes.",
)
_NO_COLUMN = Text(
    "{file} {sheet}: {row}行目に「{column}」の見出しがありません。",
    "{file} {sheet}: row {row} has no head “{column}”.",
)
_MISSING = Text(
    "{file} {sheet}!{cell}:「{column}」を記入してください。",
    "{file} {sheet}!{cell}: “{column}” is missing.",
)
_DATE = Text(
    "{file} {sheet}!{cell}: 日付になっています。セルの書式を「文字列」にして入力し直してください。",
    "{file} {sheet}!{cell}: holds a date. Set the cell to text and type it again.",
)
_ERRORS = re.compile(r"#(?:REF!|VALUE!|NAME\?|N/A|DIV/0!|NUM!|NULL!|SPILL!)")
_SEVERAL = re.compile(r"[、,，;；\n]")
_SCHEDULE = "行動計画"
_MOST = 30
_BAD = Text("{file}: 直す必要のあるセルが{n}か所あります。", "{file}: cells to be corrected: {n}.")


@dataclass(frozen=True, slots=True)
class Field:
    """What stands in a cell: its text, its value as it is, where it is."""

    text: str
    value: Any
    spot: Spot
    cell: str
    percent: bool = False

    def names(self) -> list[NamedThing]:
        """Return its parts, where it holds several things."""
        parts = (tidy(part).strip() for part in _SEVERAL.split(self.text))
        return [NamedThing(part, self.spot) for part in parts if part]


@dataclass(slots=True)
class Line:
    """A row of a sheet: its fields by column, those of the years by their position."""

    sheet: str
    number: int
    fields: dict[str, Field]
    years: dict[int, Field] = field(default_factory=dict)
    actual: dict[int, Field] = field(default_factory=dict)
    """Cells under a head such as R7実績."""

    def text(self, key: str) -> str:
        """Return the text of a column, or nothing."""
        cell = self.fields.get(key)
        return cell.text if cell else ""

    def names(self, key: str) -> list[NamedThing]:
        """Return the parts of a column that holds several things."""
        cell = self.fields.get(key)
        return cell.names() if cell else []

    def spot(self, key: str) -> Spot:
        """Return the place of a column's cell, for an empty one that of the row's first cell."""
        cells = (*self.fields.values(), *self.years.values(), *self.actual.values())
        return self.fields[key].spot if key in self.fields else cells[0].spot


class ActualHead(NamedTuple):
    """The head of a column of values that were reached in a year: R7実績."""

    year: int


Head = str | int | ActualHead
"""What a column holds: a key of the form, the targets of a year, the actual values of one."""


class Sheets:
    """The form's sheets, read row by row; what is wrong is gathered in ``problems``."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.problems: list[Text] = []
        self.unread: list[tuple[str, Spot, int]] = []
        """Columns and sheets that the form does not have: what stands above, where, how often."""
        self.places: list[tuple[str, str]] = []

    def lines(self, key: str) -> list[Line]:
        """Return the rows of a sheet that hold something."""
        form = SHEETS[key]
        sheet = self.book.sheet(form.name)
        if sheet is None:
            if not form.optional:
                self._problem(_NO_SHEET, sheet=form.name)
            return []
        heads = self._heads(sheet, form)
        return [line for row in self._below(sheet) if (line := self._line(sheet, form, row, heads))]

    def problem(self, text: Text, line: Line, key: str, **words: Any) -> None:
        """Note what is wrong in a cell of a row."""
        filled = line.fields.get(key)
        cell = filled.cell if filled else str(line.number)
        self._problem(text, sheet=line.sheet, cell=cell, **words)

    def problem_at(self, text: Text, line: Line, cell: Field, **words: Any) -> None:
        """Note what is wrong in a cell of a year."""
        self._problem(text, sheet=line.sheet, cell=cell.cell, **words)

    def refuse(self) -> None:
        """Stop where anything is wrong.

        Raises:
            SourceError: with every cell that has to be corrected.
        """
        if len(self.problems) == 1:
            raise SourceError(self.problems[0])
        if self.problems:
            message = _BAD.format(file=self.book.name, n=len(self.problems))
            raise SourceError(message, items=self.problems[:_MOST])

    def placed(self, records: Records) -> Records:
        """Return the records with sheets and cells for the lines by which they were read."""
        parts: list[Node | Edge | Finding] = [*records.nodes, *records.edges, *records.findings]
        for part in parts:
            part.evidence = [self._placed(piece) for piece in part.evidence]
        return records

    def _placed(self, piece: Evidence) -> Evidence:
        if not piece.line:
            return piece
        sheet, cell = self.places[piece.line - 1]
        return replace(piece, line=None, sheet=sheet, cell=cell)

    def _heads(self, sheet: Sheet, form: FormSheet) -> dict[int, Head]:
        wanted: dict[str, Head] = {
            _plain(title): column.key for column in form.columns for title in column.title
        }
        if form.years:
            wanted |= {_plain(head): n for n in range(1, 51) for head in year_head(n)}
        row = next((row for row in sheet.rows if row.number == HEAD_ROW), None)
        heads: dict[int, Head] = {}
        for at, cell in row.cells.items() if row else ():
            head = _plain(str(cell.value))
            key = wanted.get(head) or (_year_in(head) if form.years else None)
            if key is not None and key not in heads.values():
                heads[at] = key
        self._note_unread(sheet, row, heads)
        for column in form.columns:
            if column.required and column.key not in heads.values():
                self._problem(_NO_COLUMN, sheet=sheet.name, row=HEAD_ROW, column=column.title)
        return heads

    def _note_unread(self, sheet: Sheet, row: Row | None, heads: dict[int, Head]) -> None:
        """Note the columns with content that the form does not have."""
        filled: dict[int, list[str]] = {}
        for below in self._below(sheet):
            for at, cell in below.cells.items():
                if at not in heads and cell.value is not None and str(cell.value).strip():
                    filled.setdefault(at, []).append(cell.ref)
        for at, refs in sorted(filled.items()):
            head = row.cells.get(at) if row else None
            label = normal(str(head.value)).strip() if head and head.value is not None else ""
            place = head.ref if head else refs[0]
            self.unread.append((label, self._spot(sheet.name, place, label, label), len(refs)))

    def note_other_sheets(self) -> None:
        """Note the sheets with content that the form does not have."""
        own = {name for form in SHEETS.values() for name in form.name} | set(GUIDE)
        for name, sheet in self.book.sheets.items():
            cells = [cell for row in sheet.rows for cell in row.cells.values()]
            if name not in own and cells:
                self.unread.append((name, self._spot(name, cells[0].ref, name, ""), len(cells)))

    def _spot(self, sheet: str, cell: str, section: str, text: str) -> Spot:
        self.places.append((sheet, cell))
        return Spot(len(self.places), section, text)

    @staticmethod
    def _below(sheet: Sheet) -> Iterator[Row]:
        return (row for row in sheet.rows if row.number > HEAD_ROW)

    def _line(self, sheet: Sheet, form: FormSheet, row: Row, heads: dict[int, Head]) -> Line | None:
        line = Line(sheet.name, row.number, {})
        for at, key in heads.items():
            cell = row.cells.get(at)
            if cell is None or cell.value is None:
                continue
            if isinstance(cell.value, date):
                self._problem(_DATE, sheet=sheet.name, cell=cell.ref)
                continue
            text = normal(str(cell.value)).strip()
            if not text or _ERRORS.fullmatch(text):
                continue
            title = next((c.title.ja for c in form.columns if c.key == key), _SCHEDULE)
            spot = self._spot(sheet.name, cell.ref, title, text)
            cell_field = Field(text, cell.value, spot, cell.ref, cell.percent)
            if isinstance(key, str):
                line.fields[key] = cell_field
            elif isinstance(key, int):
                line.years[key] = cell_field
            else:
                line.actual[key.year] = cell_field
        if not line.fields and not line.years and not line.actual:
            return None
        for column in form.columns:
            if column.required and column.key in heads.values() and not line.text(column.key):
                self._problem(_MISSING, sheet=sheet.name, cell=str(row.number), column=column.title)
        return line

    def _problem(self, text: Text, **words: Any) -> None:
        in_language = [
            {key: word[at] if isinstance(word, Text) else word for key, word in words.items()}
            for at in (0, 1)
        ]
        name = self.book.name
        ja, en = (
            text.ja.format(file=name, **in_language[0]),
            text.en.format(file=name, **in_language[1]),
        )
        self.problems.append(Text(ja, en))


def _year_in(head: str) -> int | ActualHead | None:
    """Return the year of a head, and whether it heads reached values: 令和8年度, R7実績."""
    years = years_in(head)
    if not years:
        return None
    return ActualHead(years[0][0]) if "実績" in head or "決算" in head else years[0][0]


def _plain(head: str) -> str:
    return "".join(normal(head).split()).casefold()
