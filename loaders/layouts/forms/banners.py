"""A form's first row with its plan's number and name, and no label: 1 窓口の改善 | 新規."""

from __future__ import annotations

from dataclasses import replace

from keikaku.loaders.layouts.forms.form_reading import FormReading
from keikaku.loaders.layouts.labels.form_cells import kind_of
from keikaku.loaders.layouts.labels.layout_words import LayoutWords
from keikaku.loaders.layouts.labels.level_heads import split_number
from keikaku.loaders.layouts.labels.statements import Statement
from keikaku.loaders.layouts.labels.vocabulary import Meaning
from keikaku.loaders.readers.blocks import Cell, Table

_SURE = 0.8
_LONGEST = 60
"""Letters of a plan's name."""
_OF_ONE_PLAN = frozenset(
    "plan.problem plan.overview plan.work plan.vision plan.category department department.co"
    " division sdgs".split()
)
_FEWEST = 2
"""How many facts of a plan show that a table is the form of one."""


def with_banner(form: FormReading, table: Table, words: LayoutWords) -> FormReading:
    """State the name over a form that no label names, if the form has labels of a plan's facts."""
    facts = {statement.meaning.fact for statement in form.statements}
    if "plan.title" in facts or len(facts & _OF_ONE_PLAN) < _FEWEST:
        return form
    cell = _banner(table, words)
    number, title = split_number(cell.text) if cell is not None else ("", "")
    if cell is None or not number or not title or len(title) > _LONGEST or "。" in title:
        return form
    names = [(Meaning("plan.title", _SURE), title)]
    if "plan.number" not in facts:
        names.insert(0, (Meaning("plan.number", _SURE), number))
    group = (id(table), "banner")
    form.statements[:0] = [
        Statement(meaning, replace(cell, text=text, value=None), group, "")
        for meaning, text in names
    ]
    form.labels += [("", meaning, cell) for meaning, _ in names]
    form.unread[:] = [each for each in form.unread if each is not cell]
    form.read += 1
    return form


def _banner(table: Table, words: LayoutWords) -> Cell | None:
    """Return the wide first cell of a table, none where it is a label that is known."""
    first = next((cell for cell in table.row(0) if cell.text.strip()), None)
    if first is None or first.column_span * 2 < table.columns or first.column_span < _FEWEST:
        return None
    own = kind_of(first, words)
    return None if own.kind == "label" and own.meaning is not None else first
