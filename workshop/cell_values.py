"""A value as people type it into a cell: 1,200、約1,200件、98.2％、年9回、▲3.5、1万2千."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from keikaku.graph.measures import unit_and_rhythm
from keikaku.graph.records import Comparator, Measure
from keikaku.loaders.implementation_plan.target_numbers import number

DIGITS = 10
"""To how many decimals a percentage is rounded: 0.982 of a cell is 98.2, not 98.19999999999999."""

_MINUS = {ord(sign): "-" for sign in "−‐‑–—▲△"}
_WORDS: dict[str, Comparator] = {
    "以上": ">=",
    "超": ">=",
    "以下": "<=",
    "以内": "<=",
    "未満": "<=",
}
_RHYTHMS = {
    **dict.fromkeys(("年", "年間", "毎年"), "年"),
    **dict.fromkeys(("月", "月間", "毎月"), "月"),
    "週": "週",
}
_VALUE = re.compile(
    rf"(?:(?P<lead>{'|'.join(sorted(_RHYTHMS, key=len, reverse=True))})(?=\s*\D?\s*\d))?\s*"
    r"(?P<qualifier>約|概ね|おおむね|およそ|ほぼ|延べ|のべ)?\s*"
    r"(?P<number>\d+億\d[\d,]*万|\d+億\d+千万|\d+万\d+千"
    r"|[-+]?(?:\d{1,3}(?:,\d{3})+|\d{1,20})(?:\.\d{1,20})?)\s*"
    rf"(?P<unit>[^/]*?)\s*(?P<word>{'|'.join(_WORDS)})?(?P<rhythm>/[^/\d]*?)?"
    rf"(?P<after>{'|'.join(_WORDS)})?(?:程度|前後)?"
)
_MORE = re.compile(r"(?<!m)[\d.,]|(?<=m)[^23\D]")


class Typed(NamedTuple):
    """A number that was typed, with what stands around it; ``raw`` is all of it."""

    value: int | float
    unit: str | None
    comparator: Comparator
    qualifier: str | None
    raw: str

    def measure(self, unit: str | None = None) -> Measure:
        """As a measure; with a unit of its own, else with that given."""
        return Measure(
            self.value, self.unit or unit, self.comparator, self.qualifier, None, self.raw
        )


def typed(text: str, unit: str | None = None) -> Typed | None:
    """Return the one value that a text is, or None where it is no number, or more than one.

    ``unit`` is the one that is expected: it may hold digits, as 館×年1回 does.

    >>> typed("約１，２００件").value, typed("98.2％以上").comparator, typed("1.2.3")
    (1200, '>=', None)
    """
    normal = " ".join(unicodedata.normalize("NFKC", text).split()).translate(_MINUS)
    if unit and normal.endswith(tail := unicodedata.normalize("NFKC", unit)):
        normal, known = normal.removesuffix(tail), tail
    else:
        known = ""
    found = _VALUE.fullmatch(normal)
    if found is None or _MORE.search(found["unit"]):
        return None
    rhythm = found["rhythm"] or (f"/{_RHYTHMS[found['lead']]}" if found["lead"] else "")
    told = known or f"{found['unit']}{rhythm}"
    word = found["word"] or found["after"] or ""
    return Typed(
        number(found["number"].lstrip("+")),
        told or None,
        _WORDS.get(word, "="),
        found["qualifier"],
        text.strip(),
    )


def unit_fits(given: str | None, wanted: str | None) -> bool:
    """Tell whether a typed unit is the one wanted.

    None typed fits, one where none is wanted does not.

    >>> unit_fits("名", "人/年"), unit_fits("%", "件"), unit_fits("%", None)
    (True, False, False)
    """
    if not given:
        return True
    unit, rhythm = unit_and_rhythm(given)
    wanted_unit, wanted_rhythm = unit_and_rhythm(wanted)
    return unit == wanted_unit and (not rhythm or not wanted_rhythm or rhythm == wanted_rhythm)
