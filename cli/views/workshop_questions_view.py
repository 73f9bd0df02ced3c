"""The answer to ``workshop questions``: a question a row, with the fact that raises it."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields
from typing import Any

from keikaku.cli import labels
from keikaku.cli.column_words import headings
from keikaku.cli.output import Block, Reader, Section
from keikaku.graph.language import Text
from keikaku.graph.structure import titled
from keikaku.queries.answers import Answer
from keikaku.workshop.rules import Question

_CLOSING = Text("論点{n}件（{codes}）", "Questions: {n} ({codes})")
_LEFT_OUT = {"code", "evidence"}
_NONE = Text("規則から挙がった論点はありません。", "No rule raises a question.")


def blocks(answer: Answer[Any], reader: Reader) -> list[Block]:
    """Return the questions in the order of the plans, then how many there are of each kind."""
    rows: list[Question] = answer.rows
    if not rows:
        return [_NONE.of(reader.lang)]
    cells = [[_about(row, reader), row.heading, row.fact, row.question] for row in rows]
    counted = Counter(row.heading for row in rows).most_common()
    codes = labels.listed((f"{heading} {n}" for heading, n in counted), reader.lang)
    heads = headings(("node", "heading", "fact", "question"), reader.lang)
    return [Section("", heads, cells), _CLOSING.format(n=len(rows), codes=codes).of(reader.lang)]


def flat(answer: Answer[Any]) -> tuple[list[str], list[list[Any]]]:
    """Return one row for each question, its evidence as lines."""
    columns = [each.name for each in fields(Question) if each.name not in _LEFT_OUT]
    return [*columns, "lines"], [
        [*(getattr(row, name) for name in columns), labels.places(row.evidence)]
        for row in answer.rows
    ]


def _about(row: Question, reader: Reader) -> str:
    about = row.department or titled(row.number, row.title)
    return f"{row.document} {about}" if reader.several else about
