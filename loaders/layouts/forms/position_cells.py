"""Cells of a text in columns that hold a label and its value, with a blank or nothing between.

Where words nearly fill their columns, ``pdftotext -layout`` leaves one blank between two cells:
担当課 総務課. The first word marks the cell's end where it is a label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from keikaku.loaders.layouts.labels.form_cells import kind_of
from keikaku.loaders.layouts.labels.layout_words import LayoutWords
from keikaku.loaders.readers.blocks import Block, Cell, Page, Source, Table

_AT_BLANK = re.compile(r"(?P<label>\S{2,12}) (?P<value>\S.*)", re.DOTALL)
_AT_BRACKET = re.compile(
    r"(?P<label>[^\s()（）]{2,8}[(（][^()（）]{2,20}[)）]) ?(?P<value>\S.*)", re.DOTALL
)


def labels_apart(source: Source, words: LayoutWords) -> Source:
    """Return a source of tables by the place of words, with labels divided from their values."""
    if not source.by_position:
        return source
    pages = (Page(p.number, tuple(_blocks(p.blocks, words)), p.name) for p in source.pages)
    return replace(source, pages=tuple(pages))


def _blocks(blocks: tuple[Block, ...], words: LayoutWords) -> Iterator[Block]:
    for block in blocks:
        yield _parted(block, words) if isinstance(block, Table) else block


def _parted(table: Table, words: LayoutWords) -> Table:
    """Return a table of twice as many columns: a cell that holds two takes both."""
    pairs: dict[int, tuple[str, str]] = {}
    for row in range(table.rows):
        labelled = False  # whether the cell to the left is a label, whose value this one is
        for cell in table.row(row):
            pair = None if labelled else _pair(cell, words)
            labelled = pair is None and kind_of(cell, words).kind == "label"
            if pair is not None:
                pairs[id(cell)] = pair
    if not pairs:
        return table
    cells: list[Cell] = []
    for cell in table.cells:
        left, span = 2 * cell.column, 2 * cell.column_span
        if id(cell) in pairs:
            name, value = pairs[id(cell)]
            cells.append(replace(cell, column=left, column_span=1, text=name))
            cells.append(
                replace(cell, column=left + 1, column_span=span - 1, row_span=1, text=value)
            )
        else:
            cells.append(replace(cell, column=left, column_span=span))
    return Table(table.rows, 2 * table.columns, tuple(cells), table.place)


def _pair(cell: Cell, words: LayoutWords) -> tuple[str, str] | None:
    """Return the label at the beginning of a cell, and its value; None without both."""
    for pattern in (_AT_BLANK, _AT_BRACKET):
        match = pattern.fullmatch(cell.text.strip())
        if match is None:
            continue
        name, value = replace(cell, text=match["label"]), replace(cell, text=match["value"])
        both = kind_of(cell, words).kind == "label"
        if (
            not both
            and kind_of(name, words).kind == "label"
            and kind_of(value, words).kind == "value"
        ):
            return match["label"], match["value"]
    return None
