"""An answer as tables and notes, for a workbook: the same words that a terminal shows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from keikaku.cli.cutting import cut
from keikaku.cli.output import Block, Code, Reader, Section, View, understood_as
from keikaku.cli.text_tables import Styled
from keikaku.cli.views import shared_view
from keikaku.exports.answer_workbook import AnswerTable
from keikaku.graph.language import Text

if TYPE_CHECKING:
    from keikaku.queries.answers import Answer

_QUESTION = Text("問い: keikaku {question}", "Question: keikaku {question}")
_PARAMETERS = Text("条件: {parameters}", "Parameters: {parameters}")
_GRAPH = Text("グラフ: {graph}", "Graph: {graph}")
_NO_PARAMETERS = Text("なし", "none")


def tables_and_notes(
    answer: Answer[Any], view: View, reader: Reader, graph: str
) -> tuple[list[AnswerTable], list[str]]:
    """Return the tables of an answer, and the question with the notes on what is unknown."""
    of_view = getattr(view, "sheets", view.blocks)
    blocks = [*cut(of_view(answer, reader), reader.limit, reader.lang)]
    tables = [
        AnswerTable(
            block.title, block.headers, [[_text(cell) for cell in row] for row in block.rows]
        )
        for block in blocks
        if isinstance(block, Section)
    ]
    texts = [words for block in blocks if (words := _words(block)) is not None]
    return tables, [*_about(answer, reader, graph), *texts, *_notes(answer, reader)]


def _about(answer: Answer[Any], reader: Reader, graph: str) -> Iterator[str]:
    yield _QUESTION.format(question=answer.question).of(reader.lang)
    words = shared_view.conditions(answer, reader.lang) or _NO_PARAMETERS.of(reader.lang)
    yield _PARAMETERS.format(parameters=words).of(reader.lang)
    yield _GRAPH.format(graph=graph).of(reader.lang)
    if answer.command:
        yield from understood_as(answer.command, answer.understood, reader.lang)


def _notes(answer: Answer[Any], reader: Reader) -> Iterator[str]:
    yield from (note.of(reader.lang) for note in answer.notes)


def _words(block: Block) -> str | None:
    """Return the words of a paragraph or of lines to be copied; None for a table."""
    if isinstance(block, str):
        return block
    return block.text if isinstance(block, Code) else None


def _text(cell: str | Styled) -> str:
    return cell.text if isinstance(cell, Styled) else cell
