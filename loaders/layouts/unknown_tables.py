"""Tables whose heads are not known: which row is the head, and what the cells below suggest."""

from __future__ import annotations

import re
from collections.abc import Iterator

from keikaku.loaders.layouts.label_parts import label
from keikaku.loaders.layouts.layout_words import LayoutWords
from keikaku.loaders.layouts.level_heads import split_number
from keikaku.loaders.layouts.statements import Column
from keikaku.loaders.layouts.table_heads import row_cells
from keikaku.loaders.layouts.vocabulary import Meaning
from keikaku.loaders.readers.blocks import Cell, Source, Table

DOUBTFUL = 0.5
_DEEPEST, _SHORTEST, _LONGEST_LABEL = 15, 3, 24
_DEPARTMENT = re.compile(r".+(?:課|室|係|部|局|センター|館|署)$")
_NUMBER = re.compile(r"[A-Za-z]{0,3}[-\s]?\d[\d\-.]*")


def unknown_columns(source: Source, words: LayoutWords) -> Iterator[Column]:
    """Yield the columns of tables that look like lists, each with what it may mean, if anything."""
    for page in source.pages:
        for table in page.tables():
            row = _head_row(table)
            if row is not None:
                yield from _columns(table, row, words)


def _head_row(table: Table) -> int | None:
    """Return the first row of short words over rows that fill the same columns."""
    for row in range(min(_DEEPEST, table.rows - 1)):
        cells = [c for c in table.row(row) if c.text.strip()]
        if len(cells) < _SHORTEST or any(len(c.text) > _LONGEST_LABEL for c in cells):
            continue
        if any(c.text.strip()[0].isdigit() for c in cells):
            continue
        below = {c.column for c in row_cells(table, row + 1)}
        if sum(c.column in below for c in cells) >= 0.6 * len(cells):
            return row
    return None


def _columns(table: Table, row: int, words: LayoutWords) -> Iterator[Column]:
    titled = False
    for cell in table.row(row):
        if not cell.text.strip():
            continue
        texts = [t for r in range(row + 1, table.rows) if (t := table.text(r, cell.column).strip())]
        meaning = words.meaning([label(cell.text)]) or _guess(texts, words, titled=titled)
        titled = titled or (meaning is not None and meaning.fact == "plan.title")
        yield _column(cell, meaning, texts)


def _column(cell: Cell, meaning: Meaning | None, texts: list[str]) -> Column:
    where = f"{cell.place.sheet}!{cell.place.cell}" if cell.place.sheet else ""
    example = texts[0] if texts else ""
    return Column(where, cell.text.strip(), meaning, len(texts), cell.place, example=example)


def _guess(texts: list[str], words: LayoutWords, *, titled: bool) -> Meaning | None:
    """Return what the cells of a column suggest: a department, a number, a kind, a name."""
    if not texts:
        return None
    tests = (
        ("plan.number", lambda t: bool(_NUMBER.fullmatch(t) or split_number(f"{t} 名")[0] == t)),
        ("department", lambda t: bool(_DEPARTMENT.fullmatch(t)) and len(t) < _LONGEST_LABEL),
        ("plan.category", lambda t: t in words.catalogue.categories),
    )
    for fact, fits in tests:
        if sum(map(fits, texts)) >= 0.7 * len(texts):
            return Meaning(fact, DOUBTFUL)
    short = sum(len(t) <= 40 for t in texts) >= 0.8 * len(texts)
    if not titled and short and len(set(texts)) == len(texts):
        return Meaning("plan.title", DOUBTFUL)
    return None
