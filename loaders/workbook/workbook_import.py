"""A workbook that holds a whole graph, as ``workbook_export`` wrote it → the graph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from keikaku.graph import validation
from keikaku.graph.errors import SourceError
from keikaku.graph.language import Text
from keikaku.graph.network import ALWAYS, Graph, from_payload
from keikaku.graph.records import SCHEMA
from keikaku.graph.sheet_columns import Column
from keikaku.graph.upgrade import FIRST, upgrade
from keikaku.loaders.sheet_reader import Book, Row, Sheet
from keikaku.loaders.workbook import form_layout
from keikaku.loaders.workbook.form_layout import Place

_BAD = Text(
    "{file} {sheet}!{cell}: 「{value}」は「{column}」の値として読めません。",
    "{file} {sheet}!{cell}: “{value}” cannot be read as {column}.",
)
_NO_KEYS = Text(
    "{file} {sheet}: 2行目に列の名前（{key} など）がありません。2行目を元に戻してください。",
    "{file} {sheet}: row 2 holds no names of columns ({key}, …); put it back.",
)
_NO_PIECE = Text(
    "{file} {sheet}!{cell}: 長い文字列 {value} が「長文」シートにありません。",
    "{file} {sheet}!{cell}: the long text {value} is not on its sheet.",
)
_SEVERAL = Text("{file}: 読めない値が{n}件あります。", "{file}: values that cannot be read: {n}.")
_FIRST_COLUMNS = (
    Column("may_continue", Text("以降の年度に続く可能性", "may_continue"), type="boolean"),
)
"""Columns that only the first version has."""

_MOST = 20
_LONGEST = 40  # characters of a value that cannot be read
_NUMBER = re.compile(r"[NEF](\d+)")
_LAST = 10**9


@dataclass(slots=True)
class _ReadRow:
    """A row by the keys of its columns, with its place."""

    no: str
    at: int
    facts: dict[str, Any]


def holds_graph(book: Book) -> bool:
    """Return whether the workbook is one of whole graphs: its first sheet says so."""
    return any(
        book.is_of(form_layout.GUIDE, version)
        for version in (form_layout.VERSION, form_layout.FIRST_VERSION)
    )


def graph_of(book: Book) -> Graph:
    """Return the graph that the workbook holds.

    Raises:
        SourceError: cells that cannot be read, each with its sheet and cell.
        GraphError: the cells hold no graph of the model.
    """
    payload = upgrade(_Reader(book).payload())
    validation.validate(payload, book.name)
    return from_payload(payload)


class _Reader:
    def __init__(self, book: Book) -> None:
        self.book = book
        self.problems: list[Text] = []
        self.long = self._long_texts()
        self.first = book.is_of(form_layout.GUIDE, form_layout.FIRST_VERSION)

    def payload(self) -> dict[str, Any]:
        nodes = self._of(form_layout.kinds(), "kind")
        edges = self._of(form_layout.relations(), "type")
        findings = list(self._rows(form_layout.FINDINGS, form_layout.FINDING_COLUMNS))
        seen: dict[str, list[dict[str, Any]]] = {}
        for row in self._rows(form_layout.EVIDENCE, form_layout.EVIDENCE_COLUMNS):
            piece = {"line": None, "section": "", "quote": ""} | row.facts
            seen.setdefault(row.no, []).append(piece)
        documents = [
            row.facts for row in self._rows(form_layout.DOCUMENTS, form_layout.DOCUMENT_COLUMNS)
        ]
        empty = dict.fromkeys(column.key for column in form_layout.DOCUMENT_COLUMNS)
        heads = [empty | head for head in documents] or [empty]
        if self.problems:
            self._refuse()
        return {
            "schema": FIRST if self.first else SCHEMA,
            "document": heads[0],
            **({"documents": heads} if len(heads) > 1 else {}),
            "nodes": [node.facts | {"evidence": seen.get(node.no, [])} for node in nodes],
            "edges": [edge.facts | {"evidence": seen.get(edge.no, [])} for edge in edges],
            "findings": [
                {"node": None, "details": {}, "settled": None}
                | finding.facts
                | {"evidence": seen.get(finding.no, [])}
                for finding in sorted(findings, key=lambda each: each.at)
            ],
        }

    def _of(self, places: Iterator[Place], key: str) -> list[_ReadRow]:
        """Return all nodes, or all relations, in the order of their numbers; new rows come last."""
        items = []
        for place in places:
            for row in self._rows(place.name, place.columns):
                facts = form_layout.nested(row.facts)
                always = {
                    name: list(value) if isinstance(value, tuple) else value
                    for name, value in ALWAYS.get(place.of, {}).items()
                }
                row.facts = {key: place.of} | always | facts
                if key == "kind":
                    row.facts.setdefault("label", str(_label(row.facts)))
                items.append(row)
        return sorted(items, key=lambda row: row.at)

    def _rows(self, name: Text, columns: tuple[Column, ...]) -> Iterator[_ReadRow]:
        sheet = self.book.sheet(name)
        if sheet is None:
            return
        keys = {
            column.key: column for column in (*columns, *(_FIRST_COLUMNS if self.first else ()))
        }
        head = next((row for row in sheet.rows if row.number == form_layout.HEAD_ROWS), None)
        there = {
            at: keys[str(cell.value)]
            for at, cell in (head.cells.items() if head else ())
            if str(cell.value) in keys
        }
        if not there:
            message = _NO_KEYS.format(file=self.book.name, sheet=sheet.name, key=columns[0].key)
            self.problems.append(message)
            return
        for row in sheet.rows:
            if row.number > form_layout.HEAD_ROWS:
                yield self._row(sheet, row, there)

    def _row(self, sheet: Sheet, row: Row, there: dict[int, Column]) -> _ReadRow:
        facts = {}
        for at, column in there.items():
            cell = row.cells.get(at)
            if cell is None or cell.value is None:
                continue
            facts[column.key] = self._value(sheet, cell.ref, cell.value, column)
        no = str(facts.pop("no", ""))
        number = _NUMBER.fullmatch(no)
        return _ReadRow(no, int(number[1]) if number else _LAST, facts)

    def _value(self, sheet: Sheet, ref: str, value: Any, column: Column) -> Any:
        piece = form_layout.piece(value)
        words = {"file": self.book.name, "sheet": sheet.name, "cell": ref}
        if piece is not None:
            if piece not in self.long:
                self.problems.append(_NO_PIECE.format(value=value, **words))
                return None
            value = self.long[piece]
        try:
            return form_layout.decoded(value, column.type)
        except (ValueError, RecursionError):
            details = words | {"value": str(value)[:_LONGEST]}
            title = Text(column.title.ja, column.key)
            self.problems.append(_BAD.format(column=title, **details))
            return None

    def _long_texts(self) -> dict[int, str]:
        pieces: dict[int, str] = {}
        sheet = self.book.sheet(form_layout.LONG)
        for row in sheet.rows if sheet else ():
            at, text = row.value(1), row.value(2)
            if row.number > form_layout.HEAD_ROWS and isinstance(at, int):
                part = form_layout.decoded(text, "text") if isinstance(text, str) else ""
                pieces[at] = pieces.get(at, "") + part
        return pieces

    def _refuse(self) -> None:
        if len(self.problems) == 1:
            raise SourceError(self.problems[0])
        message = _SEVERAL.format(file=self.book.name, n=len(self.problems))
        raise SourceError(message, items=self.problems[:_MOST])


def _label(facts: dict[str, Any]) -> Any:
    return facts.get("title") or facts.get("name") or facts.get("code") or facts.get("id") or ""
