"""What ``push`` says: how much of each document was new, changed, or is no more."""

from __future__ import annotations

from typing import Any

from keikaku.cli.column_words import headings
from keikaku.cli.output import Block, Reader, Section
from keikaku.graph.language import Text
from keikaku.queries.answers import Answer

_DONE = Text("{address} に収めました。", "Pushed to {address}.")
_SAME = Text("{address} はすでに最新です。", "{address} is up to date already.")
_COLUMNS = ["document", "created", "updated", "removed"]


def blocks(answer: Answer[Any], reader: Reader) -> list[Block]:
    """Return one row for each document."""
    lang = reader.lang
    _, rows = flat(answer)
    changed = any(any(numbers) for _, *numbers in rows)
    closing = (_DONE if changed else _SAME).format(**answer.parameters).of(lang)
    return [Section("", headings(_COLUMNS, lang), _as_texts(rows)), closing]


def flat(answer: Answer[Any]) -> tuple[list[str], list[list[Any]]]:
    """Return one row for each document."""
    rows = [[row.document, row.created, row.updated, row.removed] for row in answer.rows]
    return _COLUMNS, rows


def _as_texts(rows: list[list[Any]]) -> list[list[str]]:
    return [[str(cell) for cell in row] for row in rows]
