"""What several views share: what was asked, in words, plans in a cell, a matrix."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from keikaku.cli import labels
from keikaku.cli.column_words import heading, headings
from keikaku.cli.output import Block, Reader, Section
from keikaku.cli.text_tables import Cell
from keikaku.graph.language import Lang, Text
from keikaku.queries.answers import Answer
from keikaku.queries.registry import DECLARED

NOT_SAVED = Text(
    "保存していません（--out で保存先を指定してください）。", "Not written; name a file with --out."
)

_MORE = Text("ほか{more}件", "{more} more")
_MOST_PLANS = 30
"""The most plans in a cell, where long tables are cut."""
_MOST_COLUMNS = 6
_UNFIT = re.compile(r"[^\w-]+")


def file_name(words: Iterable[str | None], ending: str) -> str:
    """Return words as one name with an ending, fit for a file."""
    name = "-".join(filter(None, words))
    from keikaku.exports.folder import shortened

    return f"{shortened(_UNFIT.sub('-', name).strip('-'))}{ending}"


def describe_question(answer: Answer[Any], lang: Lang) -> str:
    """Return what was asked, in brackets; nothing if no parameter was used."""
    return labels.bracketed(conditions(answer, lang), lang)


def conditions(answer: Answer[Any], lang: Lang) -> str:
    """Return the parameters in words: テーマ：キャッシュレス; nothing if none was used."""
    colon = "：" if lang == "ja" else ": "
    question = DECLARED[answer.question]
    label = {each.name: each.label.of(lang) for each in (*question.inputs, *question.parameters)}
    words = (
        label[name] if value is True else f"{label[name]}{colon}{_value(name, each, lang)}"
        for name, value in answer.parameters.items()
        for each in (value if isinstance(value, list) else [value])
    )
    return labels.listed(words, lang)


def table(
    title: str, columns: Sequence[str], rows: Iterable[Mapping[str, Cell]], reader: Reader
) -> Section:
    """Return a table of these columns; the document comes first where rows must say it."""
    columns_here = [name for name in columns if name != "document" or reader.several]
    heads = headings(columns_here, reader.lang)
    return Section(title, heads, [[row[name] for name in columns_here] for row in rows])


def evidence_cell(pieces: Sequence[Mapping[str, Any]], rows: Sequence[Any], reader: Reader) -> str:
    """Return evidence for one of the rows of a table: a line where a screen shows several rows."""
    if reader.in_sheet or len(rows) < 2:
        return labels.evidence(pieces, reader.lang)
    return labels.evidence_line(pieces, reader.lang)


def numbers(plans: Iterable[Any], reader: Reader) -> str:
    """Return plans by their numbers; with their documents where rows must say them."""
    listed = list(plans)
    first = listed if reader.limit is None else listed[:_MOST_PLANS]
    more = [_MORE.format(more=len(listed) - len(first)).of(reader.lang)] * (listed != first)
    if not reader.several:
        return labels.listed([*(plan.number or plan.title for plan in first), *more], reader.lang)
    of_document: dict[str, list[str]] = {}
    for plan in first:
        of_document.setdefault(plan.document, []).append(plan.number or plan.title)
    lines = [f"{name}: {labels.listed(held, reader.lang)}" for name, held in of_document.items()]
    return "\n".join([*lines, *more])


def matrix(rows: Sequence[tuple[str, Sequence[Any]]], reader: Reader) -> list[Block]:
    """Return rows against columns: how many plans; nothing without cells.

    More columns than a page has room for stand one after the other in one cell.
    """
    columns = sorted({(cell.document, cell.column) for _, cells in rows for cell in cells})
    if not columns:
        return []
    heads = [
        f"{document} {column}" if reader.several and document else column
        for document, column in columns
    ]
    cells_of_rows: list[list[Cell]] = []
    if len(columns) > _MOST_COLUMNS:
        head_of = dict(zip(columns, heads, strict=True))
        for name, cells in rows:
            counts = (f"{head_of[cell.document, cell.column]} {cell.plans}" for cell in cells)
            cells_of_rows.append([name, labels.listed(counts, reader.lang)])
        return [Section("", ["", heading("plan_count", reader.lang)], cells_of_rows)]
    for name, cells in rows:
        count = {(cell.document, cell.column): str(cell.plans) for cell in cells}
        cells_of_rows.append([name, *(count.get(column, "") for column in columns)])
    return [Section("", ["", *heads], cells_of_rows)]


def flat_cells(
    rows: Iterable[tuple[str, Sequence[Any]]], name: str
) -> tuple[list[str], list[list[Any]]]:
    """Return a matrix as one row for each cell."""
    return [name, "document", "column", "plans", "numbers"], [
        [row, cell.document, cell.column, cell.plans, "; ".join(cell.numbers)]
        for row, cells in rows
        for cell in cells
    ]


def _value(name: str, value: Any, lang: Lang) -> str:
    if name == "by":
        return heading(value, lang)
    return labels.coded(value, lang) if name == "basis" else str(value)
