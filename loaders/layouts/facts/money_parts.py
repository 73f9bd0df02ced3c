"""An effect that a table prints in parts: rows of 歳入, 歳出 and 計 for each plan."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

from keikaku.loaders.layouts.labels.label_parts import label
from keikaku.loaders.layouts.labels.statements import Reading, Record, Statement
from keikaku.loaders.layouts.labels.vocabulary import catalogue

_NAMES = ("indicator.name", "action.title", "plan.work", "effect.total", "plan.category", "skip")
"""What the name of such a row may have been read as."""
_TOTAL, _PART, _SUM = "effect.total", "effect.part", "effect.sum"


def with_parts_of_money(reading: Reading) -> Reading:
    """Tell the parts of an effect from its sum, by the names of their rows and heads.

    計 of one year is the plan's effect where 歳入 and 歳出 of that year stand beside it.
    """
    for record in reading.records:
        _tell_rows(record)
        parts, sums, totals = (_years(record, fact) for fact in (_PART, _SUM, _TOTAL))
        summed = sums & (parts | totals)
        if summed:
            record.statements = [_by_sum(each, summed) for each in record.statements]
    return reading


def _tell_rows(record: Record) -> None:
    """Take rows that are named for a part or the sum for these, where a row names a part."""
    valued = {s.group for s in record.statements if s.meaning.fact == _TOTAL and s.meaning.year}
    rows = {
        s.group: fact
        for s in record.statements
        if s.group in valued and (fact := _fact_of(s)) is not None
    }
    if _PART in rows.values():
        record.statements = [
            _under(s, rows) for s in record.statements if s.group not in rows or not _fact_of(s)
        ]


def _fact_of(each: Statement) -> str | None:
    """Return what the name of a row says of its amounts, None where it is no such name."""
    if each.meaning.year is not None or each.meaning.fact not in _NAMES:
        return None
    words = catalogue().attributes["effect"]
    fact = words.get("".join(label(each.cell.text).segments[:1]))
    return fact if fact in (_PART, _SUM) else None


def _under(each: Statement, rows: dict[Hashable, str]) -> Statement:
    if each.meaning.fact != _TOTAL or each.group not in rows:
        return each
    return replace(each, meaning=each.meaning._replace(fact=rows[each.group]))


def _years(record: Record, fact: str) -> set[int | None]:
    """Return the years of a fact, without amounts of several years."""
    own = (each.meaning for each in record.statements if each.meaning.fact == fact)
    return {meaning.year for meaning in own if meaning.last in (None, meaning.year)} - {None}


def _by_sum(each: Statement, summed: set[int | None]) -> Statement:
    """Return the sum of a year (計, 差引) as its effect, and what it sums up as parts of it."""
    cost = each.meaning.fact == "budget.total" and each.meaning.stage == "effect"
    known = cost or each.meaning.fact in (_SUM, _TOTAL)
    if not known or each.meaning.year not in summed:
        return each
    fact = _TOTAL if each.meaning.fact == _SUM else _PART
    return replace(each, meaning=each.meaning._replace(fact=fact))
