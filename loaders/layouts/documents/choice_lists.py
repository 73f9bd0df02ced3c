"""Tables that list what other cells may hold: the choices behind a book's drop-down cells."""

from __future__ import annotations

from keikaku.loaders.layouts.labels.layout_words import LayoutWords
from keikaku.loaders.readers.blocks import Table

_OF_CHOICES = frozenset(
    "plan.category plan.priority department department.co division section sdgs".split()
)
_FEWEST = 2


def lists_choices(table: Table, words: LayoutWords) -> bool:
    """Return whether a table lists kinds of plans, departments or goals, and says of no plan any.

    新規, 拡充 and 継続 stand one below the other under 区分, where no column names a plan.
    """
    heads = [c for c in table.row(0) if c.text.strip()]
    meanings = [words.of(c.text) for c in heads]
    if len(heads) < _FEWEST or any(m is None or m.fact not in _OF_CHOICES for m in meanings):
        return False
    kinds = [
        c.column for c, m in zip(heads, meanings, strict=True) if m and m.fact == "plan.category"
    ]
    below = [table.text(row, column).strip() for column in kinds for row in range(1, table.rows)]
    choices = [text for text in below if text]
    known = all(text in words.catalogue.categories for text in choices)
    return known and len(set(choices)) == len(choices) >= _FEWEST
