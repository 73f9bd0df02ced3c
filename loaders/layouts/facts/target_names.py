"""Names that stand within the cells of targets, where no column names the indicator.

A 目標 cell of a list may hold name and value in one: 待ち時間 10分以下, or several in its lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from keikaku.loaders.layouts.labels.statements import Statement
from keikaku.loaders.layouts.labels.vocabulary import Meaning
from keikaku.loaders.text import normal, tidy
from keikaku.loaders.values import read_cell

_PARTS = re.compile(r"[\n、;；]")
_BRACKETS = re.compile(r"[()（）\[\]【】「」\s]")
_DATED = re.compile(r"^.*?(?:までに|には|まで)(?=.{2})")
"""By when, before a name: 令和11年度までに待ち時間."""
_SURE = 0.7


def named_inside(cells: Sequence[Statement], valued: Sequence[Statement]) -> list[list[Statement]]:
    """Return the cells of a row without a name, grouped by the names that its values print.

    Each group begins with its name; what holds no value goes to every group. None where a cell
    has no name before its value, or where a value cannot be parted from the one beside it.
    """
    groups: dict[str, list[Statement]] = {}
    for each in valued:
        pieces = _pieces(each)
        if pieces is None:
            return []
        for name, statement in pieces:
            groups.setdefault(name, []).append(statement)
    others = [each for each in cells if each not in valued]
    return [[_name_statement(name, own[0]), *others, *own] for name, own in groups.items()]


def _name_statement(name: str, beside: Statement) -> Statement:
    cell = replace(beside.cell, text=name, value=None)
    meaning = Meaning("indicator.name", _SURE, role=beside.meaning.role)
    return Statement(meaning, cell, beside.group, beside.section)


def _pieces(each: Statement) -> list[tuple[str, Statement]] | None:
    """Return the parts of a cell that each hold one name and its value; None if one does not."""
    text = each.cell.text.strip()
    whole = _name_of(text)
    if whole:
        return [(whole, each)]
    parts = [part.strip() for part in _PARTS.split(text) if part.strip()]
    names = [_name_of(part) for part in parts]
    if len(parts) < 2 or not all(names):
        return None
    cells = (replace(each.cell, text=part, value=None) for part in parts)
    return [(name, replace(each, cell=cell)) for name, cell in zip(names, cells, strict=True)]


def _name_of(text: str) -> str:
    """Return the name before the only value of a text, "" where it prints none or several."""
    read = read_cell(text)
    labels = {value.label for value in read.values if value.label}
    if read.kind != "values" or len(labels) != 1 or not read.values[0].label:
        return ""
    if len(read.values) > 1 and read.values[0].series:
        return ""
    printed = normal(text)
    raw = normal(read.values[0].raw)
    before = printed[: printed.find(raw)] if raw and raw in printed else ""
    name = tidy(before.replace("\n", " ")).strip(" :：・をが")
    label = labels.pop()
    name = name if _BRACKETS.sub("", name).endswith(_BRACKETS.sub("", label)) else label
    return _DATED.sub("", name).strip(" :：・")
