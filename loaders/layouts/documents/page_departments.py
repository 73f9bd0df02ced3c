"""The department that a sheet states once for all of its plans: in its first lines or its name.

A book with a sheet for each department prints 所管課 above the plans, not beside each of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from keikaku.loaders.layouts.labels.statements import Record, Statement
from keikaku.loaders.layouts.labels.unit_names import Unit, unit_of, unit_statement
from keikaku.loaders.layouts.labels.vocabulary import Meaning
from keikaku.loaders.readers.blocks import Cell, Page
from keikaku.loaders.text import normal

_WHO = frozenset(("division", "department", "section"))
_NAMES = frozenset(("plan.title", "plan.number", "level"))
_UNIT_NAME = re.compile(r"\S{1,15}(?:課|室|事務局|委員会|署|支所|出張所)")
_SECTION = "所管課"


def with_page_departments(records: Sequence[Record], page: Page) -> None:
    """Give the plans without a department the one that their sheet states."""
    if page.name is None or not records:
        return
    first = _above(records[0])
    if first:
        _fill(records[1:], first)
        return
    name = normal(page.name).strip()
    unit = unit_of(name)
    if unit is not None and unit.fact == "division":
        _give_division(records, page, unit)
    if any(_says(record, "department") for record in records):
        return
    table = next(page.tables(), None)
    if table is not None and _UNIT_NAME.fullmatch(name):
        cell = Cell(0, 0, 1, 1, name, replace(table.place, cell=None))
        _fill(records, [Statement(Meaning("department", 0.8), cell, ("sheet",), _SECTION)])


def _give_division(records: Sequence[Record], page: Page, unit: Unit) -> None:
    """Give the plans of a sheet that is named for a 部 that division, where none states one."""
    table = next(page.tables(), None)
    if table is None or any(_says(record, "division") for record in records):
        return
    cell = Cell(0, 0, 1, 1, unit.text, replace(table.place, cell=None))
    for record in records:
        record.statements.append(unit_statement(unit, cell, ("sheet",)))


def _above(record: Record) -> list[Statement]:
    """Return the departments that a separate part above the first plan's name states."""
    before: list[Statement] = []
    for each in record.statements:
        if each.meaning.fact in _NAMES:
            return before if all(s.group != each.group for s in before) else []
        if each.meaning.fact not in _WHO:
            return []
        before.append(each)
    return []


def _fill(records: Sequence[Record], who: Sequence[Statement]) -> None:
    for record in records:
        if not any(_says(record, fact) for fact in _WHO):
            record.statements += who


def _says(record: Record, fact: str) -> bool:
    return any(s.meaning.fact == fact and s.text for s in record.statements)
