"""Whether four bare figures that could be a year are a number: 約2000, 男2000, R5：2000."""

from __future__ import annotations

import re

from keikaku.loaders.values.dates import Date, date_at
from keikaku.loaders.values.units import rhythm_at, unit_at, unit_in_brackets
from keikaku.loaders.values.words import CUMULATIVE, QUALIFIERS_BEFORE, SUBGROUPS, one_of

_COUNTED = re.compile(
    rf"(?:{one_of(QUALIFIERS_BEFORE)}|{one_of(CUMULATIVE)}|年間|(?<![一-龥]){SUBGROUPS.pattern})"
    r" ?:? ?$"
)
"""Words before a number, and before no year."""
_LONGEST = 12
_LED_FROM = re.compile(r"(?<![\dA-Za-z.])(\d[\d,.]*) ?[→⇒~〜∼] ?$")
_LEADS_TO = re.compile(r" ?[→⇒~〜∼] ?(\d[\d,.]*)(?! ?[年./])")
_IN_BRACKETS = re.compile(r"[(\[【〔][^()]*[)\]】〕]")
_AROUND = " ()[]【】〔〕:"
_FIRST, _LAST = 1900, 2099
_NEAR = 1
"""How far the year of a survey and that of its publication lie apart: 2022（R5.3）."""


def is_counted(text: str, dated: Date) -> bool:
    """Return whether four bare figures are a number by what stands around them."""
    behind = text[dated.end : dated.end + 1]
    if behind == " " and unit_at(text, dated.end, known_only=True).text:
        return True
    if behind and behind not in " ()[]<>〉》】~〜∼→⇒、,/:※":
        return True
    if unit_in_brackets(text, dated.end).text or rhythm_at(text, dated.end)[1]:
        return True
    if _COUNTED.search(text, max(dated.start - _LONGEST, 0), dated.start):
        return True
    return _is_end_of_numbers(text, dated) or _is_beside_date(text, dated)


def _is_end_of_numbers(text: str, dated: Date) -> bool:
    """Return whether it is an end of a change or range of which the other is no year: 2000→2100."""
    ends = (_LED_FROM.search(text, 0, dated.start), _LEADS_TO.match(text, dated.end))
    return any(end is not None and not _is_year(end[1]) for end in ends)


def _is_year(digits: str) -> bool:
    return digits.isdigit() and _FIRST <= int(digits) <= _LAST


def _is_beside_date(text: str, dated: Date) -> bool:
    """Return whether all else in a cell is a date of another year: R5：2000, 2000（R5）."""
    around = f"{text[: dated.start]} {text[dated.end :]}".strip()
    rest = around.strip(_AROUND)
    other = date_at(rest, 0)
    if other is None or other.end != len(rest) or other.fiscal_year is None:
        return False
    if other.weak and _IN_BRACKETS.fullmatch(around) is None:
        return False
    return abs(other.fiscal_year - int(text[dated.start : dated.end])) > _NEAR
