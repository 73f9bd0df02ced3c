"""Tables whose labels are not known: which cells are labels, and what the others suggest.

In a list the first row of short words is the head. In forms the labels are the texts that every
form prints again, with a value to the right or below.
"""

from __future__ import annotations

from collections.abc import Iterator

from keikaku.loaders.layouts.label_parts import label
from keikaku.loaders.layouts.layout_words import LayoutWords
from keikaku.loaders.layouts.statements import Column
from keikaku.loaders.layouts.table_heads import row_cells
from keikaku.loaders.layouts.value_guess import guess
from keikaku.loaders.layouts.vocabulary import Meaning
from keikaku.loaders.readers.blocks import Cell, Source, Table

_DEEPEST, _SHORTEST, _LONGEST_LABEL = 15, 3, 24


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
    other_facts: set[str | None] = set()
    for key, cells in repeated.items():
        texts = [t for t in values[key] if t and (t not in printed or label(t).year is not None)]
        if not texts and label(key[2]).year is not None:
            continue  # a value that several forms share
        meaning = words.meaning([label(key[2])]) or guess(key[2], texts, words, other_facts)
        other_facts.add(meaning.fact if meaning is not None else None)
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
    body = max((c.row + c.row_span for c in table.row(row)), default=row + 1)
    body = body if body < table.rows else row + 1
    heads = [_heads_over(table, column, row, body) for column in range(table.columns)]
    other_facts = {_means(head, words) for head in heads}
    seen: list[list[Cell]] = []
    for column, head in enumerate(heads):
        if not head or head in seen:
            continue
        seen.append(head)
        name = " / ".join(cell.text.strip() for cell in head)
        texts = [t for r in range(body, table.rows) if (t := table.text(r, column).strip())]
        known = words.meaning([label(cell.text) for cell in head])
        meaning = known
        if known is None or known.fact == "yearly":
            suggested = guess(name, texts, words, other_facts)
            costs = suggested is not None and suggested.fact == "budget.total"
            meaning = suggested if known is None or costs else known
        other_facts.add(meaning.fact if meaning is not None else None)
        yield _column(head[-1], meaning, texts, name)


def _heads_over(table: Table, column: int, row: int, body: int) -> list[Cell]:
    """Return the cells of the head over a column, from the top, each once."""
    cells: list[Cell] = []
    for at in range(row, body):
        cell = table.at(at, column)
        if cell is not None and cell.text.strip() and cell not in cells:
            cells.append(cell)
    return cells


def _means(head: list[Cell], words: LayoutWords) -> str | None:
    meaning = words.meaning([label(cell.text) for cell in head]) if head else None
    return meaning.fact if meaning is not None else None


def values_under(source: Source, name: str) -> list[str]:
    """Return the texts under a label of a list: those below the last cell that prints it."""
    last = name.rpartition(" / ")[2]
    for page in source.pages:
        for table in page.tables():
            for cell in table.cells:
                if cell.text.strip() == last:
                    begin = cell.row + cell.row_span
                    below = (table.text(r, cell.column).strip() for r in range(begin, table.rows))
                    return [text for text in below if text]
    return []


def _column(
    cell: Cell, meaning: Meaning | None, texts: list[str], name: str | None = None
) -> Column:
    where = f"{cell.place.sheet}!{cell.place.cell}" if cell.place.sheet else f"{cell.column + 1}"
    example = texts[0] if texts else ""
    return Column(
        where, name or cell.text.strip(), meaning, len(texts), cell.place, example=example
    )
