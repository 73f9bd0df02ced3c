"""A line or row of a list that holds nothing but the name of a department (課) or division (部)."""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import replace
from typing import NamedTuple

from keikaku.loaders.layouts.labels.statements import Statement
from keikaku.loaders.layouts.labels.vocabulary import Meaning
from keikaku.loaders.readers.blocks import Cell
from keikaku.loaders.text import normal

_MARKS = "■□◆◇●○▼★【】〔〕()[]《》〈〉 \t\n"
_LABEL = re.compile(r"^(?:担当|所管|主管|実施|責任)(?:部署|部課|課|部局|部)?(?:名)?\s*[:：]\s*")
_NAME = r"[^\s\d、。,をのがにへとで・「」（）()]{1,12}"
_DIVISION = re.compile(rf"{_NAME}(?:部|局|庁|委員会|事務局)")
_OF_HEADS = re.compile(rf"{_NAME}(?:公室|管理監)")
"""Divisions that are named otherwise: 市長公室, 危機管理監."""
_OFFICE = re.compile(
    rf"(?:{_NAME}(?:部|局|庁|委員会|事務局)\s*)?{_NAME}(?:課|室|署|支所|出張所|センター)"
)
_NO_DIVISION = frozenset(
    "内部 外部 一部 全部 北部 南部 東部 西部 中部 支部 学部 本部 細部 局部".split()
)
_OF_AMOUNTS = re.compile(r"\s+[(〔\[][^()〔〕\[\]]{0,10}単位[^()〔〕\[\]]{1,8}[)〕\]]\s*$")
"""The unit of a list's amounts on the line of its department: 【市民部】 （単位：千円）."""
_SECTIONS = {"department": "担当課", "division": "担当部"}


class Unit(NamedTuple):
    """A department or division that a line names: its kind and its words."""

    fact: str
    text: str


def unit_of(text: str) -> Unit | None:
    """Return the department or division that a whole line names, None for any other line.

    >>> unit_of("■市民課"), unit_of("市民部"), unit_of("市民課の取組")
    (Unit(fact='department', text='市民課'), Unit(fact='division', text='市民部'), None)
    """
    bare = _LABEL.sub("", bare_unit(text)).strip()
    if _OF_HEADS.fullmatch(bare):
        return Unit("division", bare)
    if _OFFICE.fullmatch(bare):
        return Unit("department", bare)
    if _DIVISION.fullmatch(bare) and bare not in _NO_DIVISION:
        return Unit("division", bare)
    return None


def bare_unit(text: str) -> str:
    """Return a line without the marks or brackets around it."""
    return _OF_AMOUNTS.sub("", normal(text)).strip().strip(_MARKS).strip()


def unit_statement(unit: Unit, cell: Cell, group: Hashable) -> Statement:
    """Return the statement that a heading or row makes about the plans below it."""
    meaning = Meaning(unit.fact, 0.9, about="department")
    cell = replace(cell, text=unit.text, value=None)
    return Statement(meaning, cell, group, _SECTIONS[unit.fact])
