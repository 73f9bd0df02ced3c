"""Recovered text → paragraphs and tables: tabs, Markdown and inline HTML read away.

A run of lines with tabs (or Markdown pipes) is a table, an HTML table inside a line is one of its
own; any other line is a paragraph. Gaps between line numbers stand for blank lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from keikaku.loaders.markup import Grid, clean_cell
from keikaku.loaders.readers import limits
from keikaku.loaders.readers.blocks import (
    Block,
    Cell,
    Notice,
    Page,
    Paragraph,
    Place,
    Source,
    Table,
)
from keikaku.loaders.text import normal

_HEADING = re.compile(r"^(#{1,6})\s+")
_LIST = re.compile(r"^\s*[-*]\s+(?=[・\S])")
_SPACES = re.compile(r" {2,}")
_SEPARATOR = re.compile(r"^(?=.*--)[\s\-:=|―ー_]++$")
"""A Markdown rule under a table's head."""

_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_FEWEST_SPACED, _SHORT = 10, 8
_QUOTED = 120
_MOST_TABLE_LINES = 400
MAX_LINE = 100_000
"""What stands further right on a line is no plan's text; it is left out."""


def read_text(path: Path, text: str, sha256: str) -> Source:
    """Return the blocks of a text, all on one page.

    Raises :class:`keikaku.graph.errors.SourceError` for one with more lines than are read.
    """
    if text.count("\n") > limits.MOST_BLOCKS:
        raise limits.too_large(path, path.name, f"{text.count(chr(10)):,} lines")
    if _has_lost_columns(text) and (pages := _set_in_columns(text)) is not None:
        numbered = tuple(Page(n, blocks) for n, blocks in enumerate(pages, 1))
        count = sum(isinstance(block, Table) for blocks in pages for block in blocks)
        by_position = Notice("columns-by-position", None, {"count": count})
        notices = (by_position, *_notices(text))
        return Source(path.name, "text", numbered, sha256, notices, by_position=True)
    if "\f" in text:
        from keikaku.loaders.readers.script_blanks import glued

        text = glued(text)
    page = Page(1, tuple(text_blocks(text)))
    return Source(
        path.name, "text", (page,), sha256, tuple(_notices(text)), _has_lost_columns(text)
    )


def _has_lost_columns(text: str) -> bool:
    r"""Return whether a text was pulled out of a PDF with tables.

    Its columns are set apart by blanks alone, or each cell has become a line (then a form feed at
    the page's end shows where it comes from).

    >>> _has_lost_columns("1-1-1\n窓口\n市民課\f"), _has_lost_columns("1-1-1\n窓口\n市民課")
    (True, False)
    """
    lines = [line for line in text.split("\n") if line.strip()]
    spaced = sum(len(_GAP.findall(line)) > 1 and "|" not in line for line in lines)
    if spaced >= _FEWEST_SPACED and spaced >= 0.1 * len(lines):
        return True
    short = sum(len(line.strip()) <= _SHORT for line in lines)
    return "\f" in text and short >= 0.4 * len(lines)


def _set_in_columns(text: str) -> list[tuple[Block, ...]] | None:
    """Return the pages of a text whose columns are set apart by blanks, None for any other."""
    from keikaku.loaders.readers.text_columns import column_pages

    spaced = sum(len(_GAP.findall(line)) > 1 for line in text.split("\n"))
    return column_pages(text) if spaced >= _FEWEST_SPACED else None


def _notices(text: str) -> Iterator[Notice]:
    """Yield lines that could not be decoded or are too long to be read whole."""
    if "\ufffd" not in text and len(text) <= MAX_LINE:
        return
    for number, line in enumerate(text.split("\n"), 1):
        if "\ufffd" in line:
            at = max(line.index("\ufffd") - _QUOTED // 2, 0)
            details = {"text": " ".join(line[at : at + _QUOTED].split())}
            yield Notice("characters-broken", Place(line=number), details)
        if len(line) > MAX_LINE:
            context = {"length": len(line), "limit": MAX_LINE}
            yield Notice("text-too-long", Place(line=number), context)


def text_blocks(text: str) -> Iterator[Block]:
    """Yield the paragraphs and tables of a text, in order."""
    rows: list[tuple[int, list[str], list[Grid]]] = []
    last = 0
    for line, printed in _logical_lines(text):
        cells, level = _parted(printed)
        if cells is None:
            last += line == last + 1 and _SEPARATOR.match(printed.strip()) is not None
            continue
        if len(cells) > 1:
            cleaned = [clean_cell(cell) for cell in cells]
            if rows and line != last + 1:
                yield _table(rows)
                rows = []
            last = line
            grids = [grid for cell in cleaned for grid in cell.tables]
            rows.append((line, [cell.text for cell in cleaned], grids))
            continue
        if rows:
            yield _table(rows)
            rows = []
        yield from _line(line, cells[0], level)
    if rows:
        yield _table(rows)


def _line(line: int, text: str, level: int | None) -> Iterator[Block]:
    cell = clean_cell(text)
    if cell.text:
        yield Paragraph(cell.text, Place(line=line), level, "heading" if level else "body")
    for grid in cell.tables:
        yield _grid(line, grid)


def _parted(printed: str) -> tuple[list[str] | None, int | None]:
    """Return the cells of a line (None for a blank one) and its heading level."""
    if not printed.strip(" \u3000\ufeff\r"):
        return None, None
    text = _SPACES.sub(" ", normal(printed.rstrip("\r"))[:MAX_LINE])
    if _SEPARATOR.match(text):
        return None, None
    if _is_piped(text):
        text = text.strip()[1:-1].replace("|", "\t")
    if "\t" in text:
        return text.split("\t"), None
    heading = _HEADING.match(text)
    return [_LIST.sub("", _HEADING.sub("", text))], len(heading[1]) if heading else None


def _is_piped(text: str) -> bool:
    """Return whether a line is a row of a Markdown table."""
    line = text.strip(" ")
    return line.startswith("|") and line.endswith("|") and line.count("|") > 2 and "\t" not in text


def _table(rows: list[tuple[int, list[str], list[Grid]]]) -> Table:
    cells: list[Cell] = []
    inner: dict[tuple[int, int], tuple[Table, ...]] = {}
    for index, (line, texts, grids) in enumerate(rows):
        place = Place(line=line)
        cells += [
            Cell(index, column, 1, 1, text, place)
            for column, text in enumerate(texts)
            if text or column == 0
        ]
        if grids:
            inner[index, 0] = tuple(_grid(line, grid) for grid in grids)
    columns = max(len(texts) for _, texts, _ in rows)
    return Table(len(rows), columns, tuple(cells), Place(line=rows[0][0]), inner)


def _grid(line: int, grid: Grid) -> Table:
    place = Place(line=line)
    cells = [
        Cell(index, column, 1, row.spans.get(column, column) - column + 1, text, place)
        for index, row in enumerate(grid)
        for column, text in enumerate(row.cells)
        if text or column in row.spans
    ]
    columns = max((len(row.cells) for row in grid), default=0)
    return Table(len(grid), columns, tuple(cells), place)


def _logical_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield lines with their number; a ``<table>`` cut over lines is joined to one."""
    pending: list[str] = []
    start = opened = 0
    for number, line in enumerate(text.split("\n"), 1):
        if pending:
            pending.append(line)
            opened += _open_tables(line)
            if opened <= 0:
                yield start, " ".join(pending)
                pending = []
            elif len(pending) > _MOST_TABLE_LINES:
                # A table that is never closed must not swallow the pages behind it.
                yield from enumerate(pending, start)
                pending = []
        elif "<" in line and (opened := _open_tables(line)) > 0:
            pending, start = [line], number
        else:
            yield number, line
    if pending:
        yield from enumerate(pending, start)


def _open_tables(line: str) -> int:
    """Return how many more tables a line opens than it closes."""
    low = line.lower()
    return low.count("<table") - low.count("</table>")
