"""A value as people type it into a cell: 1,200、約1,200件、98.2％、年9回、▲3.5、1万2千."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from keikaku.graph.measures import in_unit_of, split_scale, unit_and_rhythm
from keikaku.graph.records import Comparator, Measure
from keikaku.loaders.values import whole_value

_PLAIN = re.compile(r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d{1,20})(?:\.\d{1,20})?")
DIGITS = 10
"""To how many decimals a percentage is rounded: 0.982 of a cell is 98.2, not 98.19999999999999."""


class Typed(NamedTuple):
    """A number that was typed, with what stands around it; ``raw`` is all of it."""

    value: int | float
    unit: str | None
    comparator: Comparator
    qualifier: str | None
    raw: str

    def measure(self, unit: str | None = None) -> Measure:
        """As a measure; its own unit wins over the default ``unit``."""
        return Measure(
            self.value, self.unit or unit, self.comparator, self.qualifier, None, self.raw
        )


def typed(text: str, unit: str | None = None) -> Typed | None:
    """Return the one value in a text, or None where it is not a number, or several numbers.

    ``unit`` is the one that is expected: it may hold digits, as 館×年1回 does.

    >>> typed("約１，２００件").value, typed("98.2％以上").comparator, typed("1.2.3")
    (1200, '>=', None)
    """
    normal = " ".join(unicodedata.normalize("NFKC", text).split())
    if _PLAIN.fullmatch(normal):  # also a number that elsewhere would be a year
        digits = normal.replace(",", "")
        return Typed(float(digits) if "." in digits else int(digits), None, "=", None, text.strip())
    number, known = whole_value(normal), ""
    if number is None and unit and normal.endswith(tail := unicodedata.normalize("NFKC", unit)):
        number, known = whole_value(normal.removesuffix(tail)), tail
    if number is None or number.value is None or number.label or number.relative or number.base:
        return None
    if known and number.unit:
        return None
    return Typed(
        number.value, known or number.unit, number.comparator, number.qualifier, text.strip()
    )


def in_scale(typed_value: Typed, wanted: str | None) -> Typed:
    """Return a typed number in the scale of the expected unit; unchanged where no scale fits.

    >>> in_scale(Typed(480_000, "千円", "=", None, "480,000千円"), "百万円").value
    480
    """
    own = split_scale(typed_value.unit)[1]
    if not own or not wanted or not unit_fits(own, split_scale(wanted)[1]):
        return typed_value
    scaled = in_unit_of({"value": typed_value.value, "unit": typed_value.unit}, {"unit": wanted})
    return typed_value._replace(value=scaled["value"], unit=scaled["unit"])


def unit_fits(typed_unit: str | None, wanted: str | None) -> bool:
    """Return whether a typed unit is the expected one.

    A value without a unit fits; a unit where none is expected does not.

    >>> unit_fits("名", "人/年"), unit_fits("%", "件"), unit_fits("%", None)
    (True, False, False)
    """
    if not typed_unit:
        return True
    unit, rhythm = unit_and_rhythm(typed_unit)
    wanted_unit, wanted_rhythm = unit_and_rhythm(wanted)
    return unit == wanted_unit and (not rhythm or not wanted_rhythm or rhythm == wanted_rhythm)
