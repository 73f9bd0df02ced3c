"""The sheet of findings as it came back from Excel → corrections; an error names its row.

Each row becomes an entry of a corrections file and is read as one, so that both forms have the same
rules.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from keikaku.graph.language import Text
from keikaku.loaders import sheet_reader
from keikaku.loaders.corrections import corrections_file
from keikaku.loaders.corrections.correction_sheet import (
    CARRIED,
    COLUMNS,
    CONFIRM,
    DECISIONS,
    GUIDE,
    HEAD_ROW,
    LATER,
    MARK,
    SHEET,
    VERSION,
    facts_of,
)
from keikaku.loaders.corrections.corrections_skeleton import yaml_lines
from keikaku.loaders.corrections.entries import SIGNED, Correction, Corrections, refuse
from keikaku.loaders.sheet_reader import Book, Row, Sheet
from keikaku.loaders.strict_yaml import YamlText, did_you_mean
from keikaku.loaders.text import fold

if TYPE_CHECKING:
    import yaml

_NOT_ONE = (
    "確認事項の表ではありません。keikaku check --out findings.xlsx で作った表を指定してください。",
    "is no sheet of findings; name one that keikaku check --out findings.xlsx made.",
)


def read(path: Path) -> Corrections:
    """Return the corrections of a workbook; rows without a decision are drafts.

    Raises:
        CorrectionError: it is no sheet of findings, or a row cannot be understood.
        SourceError: the file cannot be opened.
    """
    book = sheet_reader.read(path)
    sheet = book.sheet(SHEET)
    document = _document(book)
    if sheet is None or document is None:
        raise refuse(path.name, None, *_NOT_ONE)
    rows = _Rows(path.name, document, _columns(sheet, path.name))
    entries: list[Correction] = []
    drafts = 0
    for row in sheet.rows:
        if row.number > HEAD_ROW:
            entry = rows.entry(row)
            if entry is None:
                drafts += 1
            else:
                entries.append(entry)
    corrections_file.refuse_duplicates(tuple(entries))
    return Corrections(path.name, document, tuple(entries), drafts)


def _document(book: Book) -> str | None:
    """Return the document that the guide sheet names, below the mark of such a workbook."""
    guide = book.sheet(GUIDE)
    if guide is None:
        return None
    texts = [str(cell.value) for row in guide.rows for cell in row.cells.values()]
    return texts[texts.index(VERSION) + 1] if VERSION in texts[:-1] else None


def _columns(sheet: Sheet, file: str) -> dict[str, int]:
    """Return where each column stands, by its heading: people move columns."""
    head = next((row for row in sheet.rows if row.number == HEAD_ROW), None)
    column_of = {str(cell.value): at for at, cell in head.cells.items()} if head else {}
    columns = {
        key: column_of[word]
        for key, words in COLUMNS.items()
        for word in words
        if word in column_of
    }
    if missing := [words.ja for key, words in COLUMNS.items() if key not in columns]:
        listed = "、".join(missing)
        raise refuse(
            file,
            HEAD_ROW,
            f"見出し「{listed}」がありません。見出しの行は変えないでください。",
            f"the headings {listed} are missing; leave the first row as it is.",
        )
    return columns


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of one sheet, on their way to entries."""

    file: str
    document: str
    columns: Mapping[str, int]

    def entry(self, row: Row) -> Correction | None:
        """Return the entry of a row, None where nothing was decided."""
        decision = self._decision(row)
        if decision in {None, LATER}:
            return None
        record = self._record(row)
        if decision == CARRIED:
            operation, body = record["operation"], record["body"]
        elif decision == CONFIRM:
            operation, body = "confirm", record["confirm"]
        else:
            operation, body = "set", self._change(row, record)
        signed = {key: self._text(row, key) for key in SIGNED}
        return self._parsed(row, {operation: body, **signed})

    def _decision(self, row: Row) -> Text | None:
        typed = self._text(row, "decision")
        if not typed:
            return None
        for each in DECISIONS:
            if fold(typed) in {fold(word) for word in each}:
                return each
        ja, en = did_you_mean(typed, [each.ja for each in DECISIONS])
        return self._refuse_row(
            row, f"対応「{typed}」はありません。{ja}", f"no decision {typed}. {en}"
        )

    def _record(self, row: Row) -> dict[str, Any]:
        try:
            record = json.loads(self._text(row, "entry"))
        except ValueError:
            record = None
        if not isinstance(record, dict):
            self._refuse_row(
                row,
                "右端の「記録」が変わっています。元の表からこの行を写し直してください。",
                "the record at its end was changed; copy the row from the sheet as it was.",
            )
        return record

    def _change(self, row: Row, record: Mapping[str, Any]) -> dict[str, Any]:
        fact, value = self._text(row, "fact"), self._text(row, "value")
        if not value:
            self._refuse_row(
                row,
                "「正しい値」を記入してください（分からないときは「不明」）。",
                "fill in the right value (unknown where nobody knows it).",
            )
        about = record.get("about") or {}
        mark = next((t for t in record.get("marks", ()) if fact in MARK.format(theme=t)), None)
        if mark is not None:
            return {**about, "marks": {mark: value}}
        known = facts_of(record.get("kind", ""))
        name = next((n for n, words in known.items() if fact and fact in words), None)
        if name is None or not about:
            ja, en = did_you_mean(fact, [words.ja for words in known.values()])
            self._refuse_row(
                row, f"直す項目「{fact}」は選べません。{ja}", f"cannot change {fact}. {en}"
            )
        if name == "departments":
            return {**about, name: [each for each in value.replace(",", "、").split("、") if each]}
        return {**about, str(name): value}

    def _parsed(self, row: Row, entry: Mapping[str, Any]) -> Correction:
        """Read the row as an entry of a corrections file."""
        source = _RowText(self.file, row.number)
        node = source.root("\n".join(yaml_lines(entry, 0)))
        read = corrections_file.entry_of(source, node)
        if read is None:
            self._refuse_row(row, "担当・理由・日付を記入してください。", "fill in who, why, when.")
        return read

    def _text(self, row: Row, key: str) -> str:
        cell = row.cells.get(self.columns[key])
        if cell is None or cell.value is None:
            return ""
        if cell.percent and isinstance(cell.value, int | float):
            return f"{round(cell.value * 100, 10):g}%"
        if isinstance(cell.value, datetime | date):
            return cell.value.strftime("%Y-%m-%d")
        if isinstance(cell.value, float) and cell.value.is_integer():
            return str(int(cell.value))
        return str(cell.value).strip()

    def _refuse_row(self, row: Row, ja: str, en: str) -> NoReturn:
        raise refuse(self.file, row.number, ja, en)


class _RowText(YamlText):
    """The text of one row: every error in it names the row."""

    def __init__(self, file: str, row: int) -> None:
        super().__init__(file)
        self._row = row

    def line(self, node: yaml.Node) -> int:  # noqa: ARG002 - a row is one line
        """Return the row."""
        return self._row
