"""Tables whose labels are not known: which cells are labels, and what the others suggest.

In a list the first row of short words is the head; in forms the labels are what each form prints
again, with its value to the right or below.
"""

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
_NUMBER = re.compile(r"[A-Za-zぁ-んァ-ヶ]{0,3}[-\s]?\d[\d\-.]*")


def unknown_columns(source: Source, words: LayoutWords) -> Iterator[Column]:
    """Yield the columns of lists and the labels of forms, each with what it may mean, if anything.

    Forms come before lists: their first rows look like heads, too.
    """
    tables = [table for page in source.pages for table in page.tables()]
    labels = list(_form_labels(tables, words))
    if labels:
        yield from labels
        return
    for table in tables:
        row = _head_row(table)
        if row is not None:
            yield from _columns(table, row, words)


def _form_labels(tables: list[Table], words: LayoutWords) -> Iterator[Column]:
    """Yield the texts that several tables print at the same place, with the values beside them."""
    at: dict[tuple[int, int, str], list[Cell]] = {}
    values: dict[tuple[int, int, str], list[str]] = {}
    for table in tables:
        for cell in table.cells:
            text = cell.text.strip()
            if not text or len(text) > _LONGEST_LABEL:
                continue
            key = (cell.row, cell.column, text)
            at.setdefault(key, []).append(cell)
            beside = table.text(cell.row, cell.column + cell.column_span).strip()
            below = table.text(cell.row + cell.row_span, cell.column).strip()
            values.setdefault(key, []).append(beside or below)
    repeated = {key: cells for key, cells in at.items() if len(cells) > 1}
    printed = {text for _, _, text in repeated}
    if len(repeated) < _SHORTEST or len(tables) < 2:
        return
    titled = False
    for key, cells in repeated.items():
        texts = [t for t in values[key] if t and (t not in printed or label(t).year is not None)]
        if not texts and label(key[2]).year is not None:
            continue  # a value that several forms share
        meaning = words.meaning([label(key[2])]) or _guess(texts, words, titled=titled)
        titled = titled or (meaning is not None and meaning.fact == "plan.title")
        yield _column(cells[0], meaning, texts)


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
    if any(text.endswith("。") for text in texts):
        return None
    short = sum(len(t) <= 40 for t in texts) >= 0.8 * len(texts)
    if not titled and short and len(set(texts)) == len(texts):
        return Meaning("plan.title", DOUBTFUL)
    return None
