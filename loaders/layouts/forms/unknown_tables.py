"""Tables whose labels are not known: which cells are labels, and what the others suggest.

In a list the first row of short words is the head. In forms the labels are the texts that every
form prints again, with a value to the right or below.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from keikaku.loaders.layouts.labels.label_parts import label
from keikaku.loaders.layouts.labels.layout_words import LayoutWords
from keikaku.loaders.layouts.labels.statements import Column
from keikaku.loaders.layouts.labels.table_heads import row_cells
from keikaku.loaders.layouts.labels.value_guess import DOUBTFUL, guess
from keikaku.loaders.layouts.labels.vocabulary import Meaning
from keikaku.loaders.readers.blocks import Cell, Source, Table

_DEEPEST, _SHORTEST, _LONGEST_LABEL = 15, 3, 24
_BY_CELLS = ("budget.total", "indicator.baseline")
"""Facts of a column that only its year is known of: いま（R6）."""
_MOST = 0.7
"""The share of texts that must fit."""


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
    """Yield the texts that several tables print at the same place, with the values beside them.

    Years are no labels of their own, and what stands alone behind such a text is its value.
    """
    at: dict[tuple[int, int, str], list[tuple[Table, Cell]]] = {}
    for table in tables:
        for cell in table.cells:
            text = cell.text.strip()
            if len(text) <= _LONGEST_LABEL and _may_be_label(text):
                at.setdefault((cell.row, cell.column, text), []).append((table, cell))
    repeated = {key: cells for key, cells in at.items() if len(cells) > 1}
    printed = {text for _, _, text in repeated}
    if len(repeated) < _SHORTEST or len(tables) < 2 or _are_heads(list(repeated), tables):
        return
    sure = {text: words.meaning([label(text)]) for text in printed}
    other_facts = {meaning.fact if meaning is not None else None for meaning in sure.values()}
    for (_, _, text), cells in repeated.items():
        if all(_is_value(table, cell, printed) for table, cell in cells):
            continue
        values = (_value_of(table, cell) for table, cell in cells)
        texts = [t for t in values if any(map(str.isalnum, t)) and t not in printed]
        meaning = sure[text] or guess(text, texts, words, other_facts)
        if meaning is None and all(label(t).year is not None for t in texts):
            texts = [t for table, cell in cells for t in _under_years(table, cell)]
            steps = bool(texts) and not any(any(map(str.isdigit, t)) for t in texts)
            meaning = Meaning("schedule", DOUBTFUL, about="schedule") if steps else None
        other_facts.add(meaning.fact if meaning is not None else None)
        column = _column(cells[0][1], meaning, texts)
        if meaning is None and not texts:
            column.filled = sum(_begins_row(table, cell) for table, cell in cells)
        yield column


def _are_heads(places: list[tuple[int, int, str]], tables: list[Table]) -> bool:
    """Return whether the texts that tables print alike are the head of a list on each sheet."""
    rows = {at for table in tables if (at := _head_row(table)) is not None}
    if len(rows) != 1:
        return False
    row = rows.pop()
    inside = [place for place in places if row <= place[0] < max(_body(t, row) for t in tables)]
    return len(inside) > _SHORTEST and len(inside) >= _MOST * len(places)


def _may_be_label(text: str) -> bool:
    """Return whether a short text has words, and is no year."""
    return any(map(str.isalpha, text)) and label(text).year is None


def _begins_row(table: Table, cell: Cell) -> bool:
    """Return whether a cell is the first of its row, and others stand behind it."""
    before = any(table.text(cell.row, c).strip() for c in range(cell.column))
    return not before and bool(_text_beside(table, cell))


def _is_value(table: Table, cell: Cell, printed: set[str]) -> bool:
    """Return whether a cell is the last of its row, right behind a text that all tables print."""
    before = (table.text(cell.row, c).strip() for c in reversed(range(cell.column)))
    left = next((text for text in before if text), "")
    return left in printed and not _text_beside(table, cell)


def _value_of(table: Table, cell: Cell) -> str:
    """Return the text beside a label, or below it where years or nothing stand beside it."""
    beside = _text_beside(table, cell)
    below = table.text(cell.row + cell.row_span, cell.column).strip()
    return below if not beside or (below and label(beside).year is not None) else beside


def _under_years(table: Table, cell: Cell) -> list[str]:
    """Return the texts below the years that stand beside a label."""
    years = [c for c in table.row(cell.row) if label(c.text).year is not None]
    below = (table.text(year.row + year.row_span, year.column).strip() for year in years)
    return [text for text in below if any(map(str.isalnum, text))]


def _text_beside(table: Table, cell: Cell) -> str:
    """Return the nearest text to the right of a cell; blank columns may stand between."""
    columns = range(cell.column + cell.column_span, table.columns)
    return next((text for c in columns if (text := table.text(cell.row, c).strip())), "")


def _head_row(table: Table) -> int | None:
    """Return the first row of short words over rows that fill the same columns."""
    for row in range(min(_DEEPEST, table.rows - 1)):
        cells = [c for c in table.row(row) if c.text.strip()]
        if len(cells) < _SHORTEST or any(len(c.text) > _LONGEST_LABEL for c in cells):
            continue
        if any(c.text.strip()[0].isdigit() for c in cells):
            continue
        below = {c.column for c in row_cells(table, min(_body(table, row), table.rows - 1))}
        if sum(c.column in below for c in cells) >= 0.6 * len(cells):
            return row
    return None


def _body(table: Table, row: int) -> int:
    """Return the first row below a head: one that holds only years or units belongs to it."""
    body = max((c.row + c.row_span for c in table.row(row)), default=row + 1)
    below = [c for c in table.row(body) if c.text.strip() and c.row_span == 1]
    dated = len(below) > 1 and all(label(c.text).year is not None for c in below)
    return body + 1 if dated else body


def _columns(table: Table, row: int, words: LayoutWords) -> Iterator[Column]:
    body = _body(table, row)
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
            decides = suggested is not None and suggested.fact in _BY_CELLS
            meaning = suggested if known is None or decides else known
        if meaning is None and "plan.title" not in other_facts and _groups(texts):
            meaning = Meaning("level", DOUBTFUL, level=name, part="both")
        other_facts.add(meaning.fact if meaning is not None else None)
        yield _column(head[-1], meaning, texts, name)


def _groups(texts: list[str]) -> bool:
    """Return whether short names recur over rows, as those of a level before its plans do."""
    words = all(len(text) <= _LONGEST_LABEL and any(map(str.isalpha, text)) for text in texts)
    changes = 1 + sum(left != right for left, right in pairwise(texts))
    return words and len(texts) > changes == len(set(texts))


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
