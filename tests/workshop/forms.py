"""Forms as the pack sends them out, from the contract of :mod:`keikaku.workshop.form` alone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from keikaku.exports import sheet_writer
from keikaku.queries.graph_walks import Graph
from keikaku.queries.scope import name_of, responsibilities, scope
from keikaku.workshop.decision_codes import DECISIONS
from keikaku.workshop.form import COLUMNS, HEAD_ROW, HIDDEN_KEYS, NEW_ROWS, SHEETS, VERSION


def blank(path: Path, graph: Graph, document: str, department: str | None = None) -> Path:
    """The empty form of a department, or of the whole document."""
    book = sheet_writer.new()
    sheet_writer.put(book.create_sheet(SHEETS["guide"].ja), 1, 1, "はじめに", "title")
    sheet = book.create_sheet(SHEETS["plans"].ja)
    sheet_writer.row_of(sheet, HEAD_ROW, [column.title.ja for column in COLUMNS], "head")
    kept: dict[str, dict[str, str]] = {}
    for plan in scope(graph, document=document).plans:
        facts = graph.nodes[plan]
        answering = [name_of(graph, duty.department) for duty in responsibilities(graph, plan)]
        if department is not None and department not in answering:
            continue
        kept[plan] = {
            "number": facts["number"],
            "title": facts["title"],
            "departments": "、".join(dict.fromkeys(answering)),
        }
        row = HEAD_ROW + len(kept)
        for at, column in enumerate(COLUMNS, 1):
            value = plan if column.key == "id" else kept[plan].get(column.key)
            sheet_writer.put(sheet, row, at, value, "input" if column.filled else "fact")
    for row in range(HEAD_ROW + len(kept) + 1, HEAD_ROW + len(kept) + 1 + NEW_ROWS):
        for at, column in enumerate(COLUMNS, 1):
            sheet_writer.put(sheet, row, at, None, "input" if column.filled else "fact")
    lists = book.create_sheet(SHEETS["lists"].ja)
    sheet_writer.row_of(lists, 1, [decision.word.ja for decision in DECISIONS])
    hidden = book.create_sheet(SHEETS["hidden"].ja)
    hidden.sheet_state = "hidden"
    values = dict(zip(HIDDEN_KEYS, (VERSION, document, department or ""), strict=True))
    rows = [*values.items(), *((p, json.dumps(t, ensure_ascii=False)) for p, t in kept.items())]
    for at, row_values in enumerate(rows, 1):
        sheet_writer.row_of(hidden, at, row_values)
    sheet_writer.save(path, book)
    return path


def column(key: str) -> int:
    """The column of a key, counted from 1."""
    return next(at for at, each in enumerate(COLUMNS, 1) if each.key == key)


def row_of(sheet: Any, number: str) -> int:
    """The row of a plan."""
    ids = (cell for (cell,) in sheet.iter_rows(min_row=HEAD_ROW + 1, max_col=1))
    return next(int(cell.row) for cell in ids if str(cell.value or "").endswith(f"/{number}"))


def answer(book: Any, number: str, **values: Any) -> None:
    """Fill in the answers about a plan."""
    sheet = book[SHEETS["plans"].ja]
    row = row_of(sheet, number)
    for key, value in values.items():
        sheet.cell(row, column(key)).value = value


def add(book: Any, place: int = 1, **values: Any) -> None:
    """Fill in one of the empty rows, counted from 1."""
    sheet = book[SHEETS["plans"].ja]
    ids = (cell for (cell,) in sheet.iter_rows(min_row=HEAD_ROW + 1, max_col=1))
    last = max(cell.row for cell in ids if cell.value is not None)
    for key, value in values.items():
        sheet.cell(last + place, column(key)).value = value
