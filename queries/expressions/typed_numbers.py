"""Numbers as people type them in a condition, with their unit (条件式の数)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from keikaku.graph.money import YEN_OF_UNIT

_NUMBER = re.compile(r"(?P<number>[-+]?[\d,]+(?:\.\d+)?)\s*(?P<unit>\D.*)?")
_SCALES = {"兆": 10**12, "億": 10**8, "万": 10**4}


def in_each_unit(number: float, unit: str, units: Iterable[str]) -> list[tuple[str, float | int]]:
    """Return an amount of money in each of the units that is money: 1億円 are 100000 千円.

    >>> in_each_unit(2, "億円", ["%", "千円", "円"])
    [('円', 200000000), ('千円', 200000)]
    """
    if unit not in YEN_OF_UNIT:
        return []
    yen = number * YEN_OF_UNIT[unit]
    scaled = [(each, yen / YEN_OF_UNIT[each]) for each in sorted(units) if each in YEN_OF_UNIT]
    return [(each, int(n) if n == int(n) else n) for each, n in scaled]


def number_and_unit(value: str) -> tuple[float | int, str] | None:
    """Return a number as people type it, and its unit: 1,000, 90%, 10件, 5万人.

    >>> number_and_unit("1,200件"), number_and_unit("5万人"), number_and_unit("多い")
    ((1200, '件'), (50000, '人'), None)
    """
    match = _NUMBER.fullmatch(unicodedata.normalize("NFKC", value).strip())
    if match is None:
        return None
    digits = match["number"].replace(",", "")
    if not re.search(r"\d", digits):
        return None
    number: float | int = float(digits) if "." in digits else int(digits)
    unit = (match["unit"] or "").strip()
    scale = _SCALES.get(unit[:1])
    if scale:
        number, unit = number * scale, unit[1:]
    return number, unit.removesuffix("以上").removesuffix("以下")
