"""The output of an answer: a table for people; JSON, CSV or Markdown for other programs."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Sequence
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from keikaku.cli import text_tables
from keikaku.cli.column_words import heading
from keikaku.cli.cutting import Limit, cut, cut_rows
from keikaku.cli.text_tables import Cell, Styled
from keikaku.exports.escaping import escaped
from keikaku.graph.code_words import CODE_WORDS
from keikaku.graph.language import Lang, Text

if TYPE_CHECKING:
    from keikaku.queries.answers import Answer

_UNDERSTOOD = Text("次の問いとして答えます: {command}", "Understood as: {command}")
_IN_WORDS = Text("（{what}）", "({what})")
_DATE_LIKE = re.compile(r"\d{1,4}([-/])\d{1,2}(?:\1\d{1,4})?")
_GRAPH = Text("グラフ: {graph}", "Graph: {graph}")


class Reply(NamedTuple):
    """The text that a command prints, and its exit code."""

    text: str
    exit_code: int = 0


class Section(NamedTuple):
    """A part of an answer: a table with an optional title; ``beyond`` counts rows left out."""

    title: str
    headers: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    beyond: int = 0


class Code(NamedTuple):
    """Lines to be copied as they are."""

    text: str


class Entries(NamedTuple):
    """A list of which each entry takes several blocks."""

    entries: Sequence[Sequence[Block]]


Block = str | Section | Code | Entries
"""A paragraph, a table, lines to be copied, or a list of such."""


class Reader(NamedTuple):
    """For whom an answer is written.

    ``several`` is whether rows must say their document; ``graph`` the name of the graph to show
    (set where people chose a graph, so that they do not mix up two tables); ``in_file`` whether
    the answer goes to a file; ``limit`` how much of a long table is shown (None: all of it);
    ``in_sheet`` whether it is for a workbook, which has room and is calculated with.
    """

    lang: Lang
    several: bool = False
    graph: str | None = None
    in_file: bool = False
    limit: Limit | None = None
    in_sheet: bool = False


class View(Protocol):
    """How the answers to one question look; a module of :mod:`keikaku.cli.views`."""

    def blocks(self, answer: Answer[Any], reader: Reader) -> list[Block]:
        """Return the answer for people."""

    def flat(self, answer: Answer[Any]) -> tuple[list[str], list[list[Any]]]:
        """Return the answer as columns and rows; codes are given as words in both languages."""


class SheetView(Protocol):
    """A view with more in a workbook than on a screen: values and units in separate columns."""

    def sheets(self, answer: Answer[Any], reader: Reader) -> list[Block]:
        """Return the answer as tables to calculate with, and its other parts."""


def render_answer(
    answer: Answer[Any], view: View, form: str, reader: Reader, graph: str | None = None
) -> str:
    """Return the text of an answer in a format of :data:`keikaku.cli.options.CHOICES`.

    ``graph`` is the name of the graph that answered.
    """
    if form == "json":
        return as_json(cut_rows(answer, reader.limit), graph, reader.lang)
    if form == "csv":
        columns, rows = view.flat(cut_rows(answer, reader.limit))
        return as_csv([heading(column, reader.lang) for column in columns], rows, reader.lang)
    head: list[Block] = []
    if answer.command:
        head += understood_as(answer.command, answer.understood, reader.lang)
    notes = [note.of(reader.lang) for note in answer.notes]
    if reader.graph:
        notes.append(_GRAPH.format(graph=reader.graph).of(reader.lang))
    visible = cut(view.blocks(answer, reader), reader.limit, reader.lang)
    blocks = [*head, *visible, *notes]
    if form == "markdown":
        return as_markdown(blocks)
    return as_table(blocks, coloured=not reader.in_file and _colours())


def understood_as(command: str, words: Text | None, lang: Lang) -> list[str]:
    """Return how a sentence was understood: the command, and the same in words."""
    said = [_UNDERSTOOD.format(command=command).of(lang)]
    return said + ([_IN_WORDS.format(what=words.of(lang)).of(lang)] if words else [])


def as_json(answer: Answer[Any], graph: str | None, lang: Lang = "ja") -> str:
    """``{"question", "parameters", "graph", "rows"}``, and what else the answer has.

    ``notes`` say in words what the rows cannot show; the list is left out if it is empty.
    """
    import json

    from keikaku.queries.answers import plain

    content = {
        "question": answer.question,
        "parameters": answer.parameters,
        "graph": graph,
        **({"command": answer.command} if answer.command else {}),
        "rows": plain(answer.rows),
    }
    for name in ("totals", "unknown"):
        if getattr(answer, name) is not None:
            content[name] = plain(getattr(answer, name))
    if answer.notes:
        content["notes"] = [note.of(lang) for note in answer.notes]
    return json.dumps(content, ensure_ascii=False, indent=2)


def as_csv(columns: Sequence[str], rows: Sequence[Sequence[Any]], lang: Lang = "ja") -> str:
    """Return CSV with a BOM, so that Excel opens it, without a live formula, its codes in words."""
    from keikaku.loaders.csvtable import csv_text

    return csv_text(
        [columns, *([_as_text(cell, lang) for cell in row] for row in rows)]
    ).removesuffix("\n")


def _as_text(value: Any, lang: Lang) -> Any:
    """Return a cell in words; one that Excel would turn into a date (1-2-2) with a tab before it.

    Excel then keeps it as text, and so does LibreOffice; a formula (``="1-2-2"``) would be shown as
    it is by LibreOffice.
    """
    if isinstance(value, bool):
        value = CODE_WORDS["yes" if value else "no"]
    if isinstance(value, Text):
        value = value.of(lang)
    return f"\t{value}" if isinstance(value, str) and _DATE_LIKE.fullmatch(value) else value


def as_markdown(blocks: Sequence[Block]) -> str:
    """Return Markdown in which no text of a source is markup."""
    return "\n\n".join(filter(None, map(_markdown, blocks)))


def as_table(blocks: Sequence[Block], *, coloured: bool) -> str:
    """Return text for a terminal, in its width."""
    most = max(get_terminal_size().columns, 20)
    paint = text_tables.coloured if coloured else text_tables.plain

    def block(item: Block) -> str:
        if isinstance(item, Section):
            title = paint(text_tables.clean(item.title), "bold") + "\n" if item.title else ""
            return title + text_tables.table(item.headers, item.rows, most=most, paint=paint)
        if isinstance(item, Code):
            return text_tables.clean(item.text)
        if isinstance(item, Entries):
            return "\n\n".join(block(part) for entry in item.entries for part in entry)
        return "\n".join(_paragraph(text_tables.clean(item), most))

    return "\n\n".join(map(block, blocks))


def _paragraph(text: str, most: int) -> Iterator[str]:
    """Yield the lines of a text; a wrapped line keeps its indentation."""
    for line in text.split("\n"):
        words = line.lstrip(" ")
        indent = " " * (len(line) - len(words))
        yield from (indent + part for part in text_tables.wrap(words, most - len(indent)))


def _colours() -> bool:
    """Return whether stdout is a terminal that wants colours; https://no-color.org."""
    wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return wanted and is_terminal()


def is_terminal() -> bool:
    """Return whether stdout is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def _markdown(block: Block) -> str:
    if isinstance(block, Code):
        fence = "`" * max(3, 1 + max(map(len, re.findall("`+", block.text)), default=0))
        return f"{fence}yaml\n{block.text}\n{fence}"
    if isinstance(block, str):
        return escaped(block)
    if isinstance(block, Entries):
        return as_markdown([part for entry in block.entries for part in entry])
    head = [f"## {escaped(block.title)}", ""] if block.title else []
    if not block.rows:
        return "\n".join(head)
    rule = ["---"] * len(block.rows[0])
    rows = [[_markdown_cell(cell) for cell in row] for row in block.rows]
    titles = [escaped(title) for title in block.headers] or [""] * len(rule)
    return "\n".join([*head, *(f"| {' | '.join(row)} |" for row in [titles, rule, *rows])])


def _markdown_cell(cell: Cell) -> str:
    text = cell.text if isinstance(cell, Styled) else cell
    return escaped(text).replace("\n", "<br>")
