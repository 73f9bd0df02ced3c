"""Unknown labels of forms: texts that each form prints at one place, before different values.

Without them, the value of an unknown label would be read as a part of the value before it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from keikaku.loaders.layouts.labels.form_cells import is_choice
from keikaku.loaders.layouts.labels.label_parts import label
from keikaku.loaders.layouts.labels.layout_words import LayoutWords
from keikaku.loaders.layouts.labels.statements import Column, place_name
from keikaku.loaders.readers.blocks import Cell, Source, Table

_FEWEST_FORMS = 3
_SHARE = 0.9
_WORD = re.compile(r"[^\W\d_][^\d。、→]{1,14}")
_ANCHORS = ("plan.title", "plan.number", "plan.problem")
_KNOWN = 0.75
_LONGEST = 40


@dataclass
class _Seen:
    """The places of a text: the values behind it, its columns, its forms."""

    columns: Counter[int] = field(default_factory=Counter)
    beside: set[str] = field(default_factory=set)
    forms: set[tuple[int, int]] = field(default_factory=set)
    count: int = 0


def repeated_labels(source: Source, words: LayoutWords) -> frozenset[str]:
    """Return the folded texts that every form of a source prints once, each before other values."""
    tables = [table for page in source.pages for table in page.tables()]
    anchor, forms = _anchor(tables, words)
    if forms < _FEWEST_FORMS:
        return frozenset()
    seen: dict[str, _Seen] = defaultdict(_Seen)
    for at, table in enumerate(tables):
        starts = [cell.row for cell in table.cells if _folded(cell.text) == anchor]
        for cell in table.cells:
            if starts and _WORD.fullmatch(cell.text.strip()):
                _note(seen[_folded(cell.text)], cell, table, (at, _form(starts, cell.row)))
    return frozenset(
        text
        for text, each in seen.items()
        if _SHARE * forms <= each.count <= forms / _SHARE
        and len(each.forms) >= _SHARE * forms
        and len(each.beside) > 1
        and max(each.columns.values()) >= _SHARE * each.count
        and _is_unknown(text, words)
    )


def unread_columns(
    unread: Iterable[Cell], table: Table, words: LayoutWords, known: dict[str, Column]
) -> Iterator[Column]:
    """Yield the entries for unread cells: for those under an unknown label, the label once.

    ``known`` holds the labels of the forms before.
    """
    for cell in unread:
        name = _label_before(cell, table, words)
        if name in known:
            known[name].filled += 1
            continue
        text = name or cell.text.strip()[:_LONGEST]
        column = Column(place_name(cell), text, None, 1, cell.place, example=cell.text)
        if name:
            known[name] = column
        yield column


def _label_before(cell: Cell, table: Table, words: LayoutWords) -> str:
    """Return the unknown label in front of a cell, "" where none stands there."""
    for column in reversed(range(cell.column)):
        left = table.at(cell.row, column)
        if left is not None and left.text.strip():
            return left.text.strip() if _folded(left.text) in words.unknown else ""
    return ""


def _anchor(tables: list[Table], words: LayoutWords) -> tuple[str, int]:
    """Return the label of the plans' names that is printed most often, and how often that is."""
    counts = Counter(
        _folded(cell.text)
        for table in tables
        for cell in table.cells
        if 1 < len(cell.text.strip()) <= 15
    )
    for text, count in counts.most_common():
        if count < _FEWEST_FORMS:
            break
        meaning = words.of(text)
        if meaning is not None and meaning.sure >= _KNOWN and meaning.fact in _ANCHORS:
            return text, count
    return "", 0


def _form(starts: list[int], row: int) -> int:
    """Return which form of a table a row belongs to: the last that begins at or above it."""
    return sum(start <= row for start in starts)


def _note(seen: _Seen, cell: Cell, table: Table, form: tuple[int, int]) -> None:
    seen.count += 1
    seen.columns[cell.column] += 1
    seen.forms.add(form)
    right = table.text(cell.row, cell.column + cell.column_span).strip()
    if right:
        seen.beside.add(right)


def _is_unknown(text: str, words: LayoutWords) -> bool:
    meaning = words.of(text)
    known = meaning is not None and meaning.sure >= _KNOWN
    parsed = label(text)
    return not known and parsed.year is None and parsed.unit is None and not is_choice(text, words)


def _folded(text: str) -> str:
    return "".join(text.split())
