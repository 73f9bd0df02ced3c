"""Make the cell from its pieces: its values, or its other content."""

from __future__ import annotations

import re
from itertools import pairwise

from keikaku.loaders.values.dates import Date
from keikaku.loaders.values.model import Cell, Value
from keikaku.loaders.values.references import set_against
from keikaku.loaders.values.scanner import Piece, Token, Word
from keikaku.loaders.values.series import NamedValue, series_of
from keikaku.loaders.values.timing import Dated, put_dates
from keikaku.loaders.values.value_folding import Folded, closed
from keikaku.loaders.values.walk import NumberInProgress, Walk
from keikaku.loaders.values.wording import BINDS, relative_in

_DASH_OR_MINUS = re.compile(r"[-―] \d[\d,.]*[^\d()\[\]]*$")
"""A dash of its own before the only number may be no value, glued, or a minus: － 1,200 千円."""
_OF_A_YEAR = re.compile(r"の?(?:水準|実績|数値|値)")
"""Behind a year that is compared with, and is no date of the target: 平成30年度の水準以下."""
_OUT_OF = re.compile(r"\d人に\d+人")


def without_numbers(folded: Folded, listed: list[Piece]) -> Cell:
    """Make the cell that holds no number: a dash, a date, or words."""
    dates = [piece for piece in listed if isinstance(piece, Date)]
    dated = Dated.of(folded.text, dates[:1]) if dates else Dated()
    words = [piece for piece in listed if isinstance(piece, Word)]
    if any(_OUT_OF.search(word.text) for word in words):
        return Cell("unclear", left=folded.source.strip())
    dashes = [p for p in listed if isinstance(p, Token) and p.kind == "dash"]
    if dashes and not words:
        return Cell("none", as_of=dated.as_of, fiscal_year=dated.fiscal_year)
    if dates and not words:
        whole = Dated.of(folded.text, dates)
        return Cell("date", as_of=whole.as_of, fiscal_year=whole.fiscal_year)
    relative = _whole_wording(folded.text, listed) if words else None
    return Cell("words", [], relative, dated.as_of, dated.fiscal_year)


def _whole_wording(text: str, listed: list[Piece]) -> str | None:
    """Return the words of a cell without dates, where they bind it to something: 毎年度減少."""
    kept = list(text)
    year = ""
    for piece in listed:
        if isinstance(piece, Date) and piece.as_of[:1] not in "毎各":
            kept[piece.start : piece.end] = [""] * (piece.end - piece.start)
            year = year or (piece.as_of if _OF_A_YEAR.match(text, piece.end) else "")
    said = re.sub(r"[(\[<][)\]>]", "", closed("".join(kept)))
    said = said if year else said.removeprefix("に").removeprefix("は")
    relative = relative_in(said)
    if relative is not None:
        return f"{year}{relative.words}"
    binds = BINDS.search(said) and not any(c.isdigit() for c in said)
    return f"{year}{said}" if binds else None


def with_numbers(folded: Folded, walk: Walk) -> Cell:
    """Make the cell of the numbers that were met, each with its date, role and part."""
    _roles(walk)
    put_dates(folded.text, walk.order)
    _date_behind_arrow(walk)
    set_against(walk)
    _role_goes_on(walk.numbers)
    if _counts_on(walk.numbers) or _DASH_OR_MINUS.match(folded.text):
        return Cell("unclear", left=folded.source.strip())
    series_of([NamedValue.of(number) for number in walk.numbers])
    _shared_units(walk.numbers)
    values = [_value(folded, number) for number in walk.numbers]
    relative = next((number.relative for number in walk.numbers if number.relative), None)
    return Cell("values", values, relative or next(iter(walk.said), None))


def _counts_on(numbers: list[NumberInProgress]) -> bool:
    """Return whether bare numbers only count on (7 8 9 10), as the heads of columns do."""
    values = [one.num.value for one in numbers]
    bare = all(one.unit is None and one.dated.as_of is None and not one.label for one in numbers)
    return (
        bare
        and (len(values) > 2 or (len(values) == 2 and all(one.deep for one in numbers)))
        and all(
            a is not None and b is not None and b - a == 1 and isinstance(b, int)
            for a, b in pairwise(values)
        )
    )


def _roles(walk: Walk) -> None:
    for arrow in walk.arrows:
        if arrow < len(walk.numbers):
            walk.numbers[arrow].role = walk.numbers[arrow].role or "target"
            if arrow:
                walk.numbers[arrow - 1].role = walk.numbers[arrow - 1].role or "baseline"
    if walk.aim:
        for number in walk.numbers:
            number.role = number.role or "target"


def _date_behind_arrow(walk: Walk) -> None:
    """Let the only date, behind an arrow's end, be of that end: 3か所→4か所(R9)."""
    if walk.arrows != [1] or len(walk.numbers) != 2:
        return
    first, last = walk.numbers
    dates = [piece for piece in walk.order if isinstance(piece, Date)]
    if len(dates) == 1 and dates[0].start > last.num.start and first.dated == last.dated:
        first.dated = Dated()


def _role_goes_on(numbers: list[NumberInProgress]) -> None:
    """Let the first role hold for each year of a list: 目標：R9までに60%、R11までに75%."""
    first, *others = numbers
    if not first.role or not others or any(one.role or one.deep for one in others):
        return
    years = {one.dated.fiscal_year for one in numbers}
    if None not in years and len(years) == len({one.unit for one in numbers}) * len(numbers):
        for one in others:
            one.role = first.role


def _shared_units(numbers: list[NumberInProgress]) -> None:
    """Share a unit: 4(7)km has one unit for both numbers, and 25→30→35件 for all three."""
    for one, other in reversed(list(pairwise(numbers))):
        if one.role and other.role == "target" and not (one.unit or other.label):
            one.unit = other.unit
    for one, other in pairwise(numbers):
        another = other.unit == "位" or (one.base and other.unit == "%")  # 20/25 (80%)
        if one.unit is None and other.deep > one.deep and other.unit and not another:
            one.unit = other.unit
        if other.unit is None and other.before.part:
            other.unit = one.unit  # 120経営体(うち法人25)
    _units_of_parts(numbers)


def _units_of_parts(numbers: list[NumberInProgress]) -> None:
    """Give the parts that make up a whole its unit: ▲5人(正規▲3、会計年度▲2)."""
    whole, *parts = numbers
    values = [part.num.value for part in parts if part.deep > whole.deep and part.unit is None]
    known = [value for value in values if value is not None]
    if len(known) == len(parts) > 1 and sum(known) == whole.num.value:
        for part in parts:
            part.unit = whole.unit


def _value(folded: Folded, number: NumberInProgress) -> Value:
    num = number.num
    return Value(
        value=num.value,
        low=num.low,
        high=num.high,
        unit=number.unit,
        comparator=number.comparator or "=",
        qualifier=number.qualifier,
        as_of=number.dated.as_of,
        fiscal_year=number.dated.fiscal_year,
        cumulative=number.cumulative,
        series=number.series,
        role=number.role,
        relative=number.relative,
        raw=folded.printed(number.before.start, num.end),
        label="".join(word.text for word in number.label),
        base=number.base,
        start=folded.at[number.before.start],
        end=folded.at[num.end] if num.end < len(folded.at) else len(folded.source),
    )
