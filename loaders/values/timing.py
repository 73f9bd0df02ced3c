"""Which date belongs to which number of a cell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from keikaku.loaders.values.dates import Date
from keikaku.loaders.values.value_folding import closed

if TYPE_CHECKING:
    from keikaku.loaders.values.scanner import Token
    from keikaku.loaders.values.walk import NumberInProgress


class Dated(NamedTuple):
    """A date as printed and its fiscal year."""

    as_of: str | None = None
    fiscal_year: int | None = None

    @classmethod
    def of(cls, text: str, dates: list[Date]) -> Dated:
        """Make it of one date, or of several that stand together: R4年(R5.3卒)."""
        first, last = dates[0], dates[-1]
        printed = closed(text[first.start : last.end])
        if len(dates) > 1:
            printed += ")]"[("[" in printed)] if printed.count("(") + printed.count("[") else ""
        listed = re.search("[・、,/]", text[first.end : last.start]) is not None
        ordered = reversed(dates) if listed else dates  # R5・R6 is a span, R4年(R5.3卒) one date
        year = next((date.fiscal_year for date in ordered if date.fiscal_year is not None), None)
        return cls(printed, year)


class _Span(NamedTuple):
    dated: Dated
    bracketed: bool
    place: int
    inner: bool = False


def put_dates(text: str, order: list[NumberInProgress | Date | Token]) -> None:
    """Date every number: a date goes on to the numbers behind it, one at the end to all before."""
    flat = _flat(text, order)
    numbers = [i for i, item in enumerate(flat) if not isinstance(item, _Span)]
    spans = [i for i, item in enumerate(flat) if isinstance(item, _Span)]
    if not spans:
        return
    forward = spans[0] < numbers[0]
    if forward:
        _forward(flat)
    else:
        _backward(flat, numbers)


def _flat(
    text: str, order: list[NumberInProgress | Date | Token]
) -> list[NumberInProgress | _Span]:
    flat: list[NumberInProgress | _Span] = []
    run: list[Date] = []
    bracketed = False
    depth = 0

    def flush(*, inner: bool = False) -> None:
        if run:
            flat.append(_Span(Dated.of(text, run), bracketed, run[0].start, inner and bracketed))
            run.clear()

    for item in order:
        if isinstance(item, Date):
            if run and closed(text[run[-1].end : item.start]) not in {"", *"([・、,/"}:
                flush()
            if not run:
                bracketed = depth > 0
            run.append(item)
        elif hasattr(item, "kind"):
            depth = max(depth + (1 if item.kind == "open" else -1), 0)
            if item.kind == "close" and depth == 0:
                flush()
        else:
            flush(inner=True)
            flat.append(item)
    flush()
    return flat


def _forward(flat: list[NumberInProgress | _Span]) -> None:
    current = Dated()
    role: str | None = None
    before: NumberInProgress | None = None
    for i, item in enumerate(flat):
        if isinstance(item, _Span):
            last = not any(not isinstance(later, _Span) for later in flat[i + 1 :])
            if last and before is not None:
                if before.dated.as_of is None:
                    before.dated = item.dated
                continue
            current, role = item.dated, None
            continue
        if role and not item.deep and not item.label and item.role != role:
            current = Dated()
        item.dated = current
        if item.cumulative and before is not None and not before.cumulative:
            # 毎年度3件(計15件), R7:5件 R8:10件 累計:15件: a sum is of all years
            item.dated = Dated() if _of_each_year(flat, current) else current
        role = role or item.role
        before = item


def _of_each_year(flat: list[NumberInProgress | _Span], dated: Dated) -> bool:
    """Return whether the numbers are one of each year."""
    spans = [item for item in flat if isinstance(item, _Span)]
    return (dated.as_of or "")[:1] in {"毎", "各"} or (len(spans) > 1 and spans[-1].dated == dated)


def _date_all(undated: list[NumberInProgress], dated: Dated) -> list[NumberInProgress]:
    """Date what has no date yet; nothing is left of it."""
    for number in undated:
        number.dated = dated
    return []


def _is_rank(item: NumberInProgress | _Span) -> bool:
    """Return whether it is the rank of the value before the bracket: 11.9% (2021年度、全国9位)."""
    return not isinstance(item, _Span) and item.unit == "位"


def _backward(flat: list[NumberInProgress | _Span], numbers: list[int]) -> None:  # noqa: C901 - the rule in one place
    end = len(flat) - 1
    undated: list[NumberInProgress] = []
    pending: Dated | None = None
    for i, item in enumerate(flat):
        if isinstance(item, _Span):
            if item.inner:
                pending = item.dated
                if _is_rank(flat[i + 1]):
                    undated = _date_all(undated, item.dated)
                continue
            if undated and not pending:
                if len(undated) > 1 and i != end and item.bracketed:
                    undated = undated[-1:]
                undated = _date_all(undated, item.dated)
            else:
                pending = item.dated
            continue
        if pending:
            item.dated, pending = pending, None
            continue
        undated.append(item)
    closing = flat[end]
    if isinstance(closing, _Span):
        for i in numbers:
            item = flat[i]
            if not isinstance(item, _Span) and item.dated.as_of is None:
                item.dated = closing.dated
    else:
        _in_brackets(flat)


def _in_brackets(flat: list[NumberInProgress | _Span]) -> None:
    """Date what stands in brackets as what stands before them: 9.7% (R2) (全国15.0%)."""
    before: NumberInProgress | None = None
    for item in flat:
        if isinstance(item, _Span):
            continue
        if before is not None and item.dated.as_of is None and item.deep > before.deep:
            item.dated = before.dated
        before = item
