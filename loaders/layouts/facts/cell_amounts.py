"""The numbers of cells: values of indicators, amounts of money in whole yen."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from keikaku.graph.money import YEN_OF_UNIT
from keikaku.loaders.layouts.labels.statements import is_nothing
from keikaku.loaders.readers.blocks import Cell
from keikaku.loaders.text import normal, tidy
from keikaku.loaders.values import Value, read_cell

_WITH_UNIT = re.compile(r"[△▲-]?\s*(?P<number>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>[^\d\s.,]{1,6})")
_BESIDE = {"以上", "以下", "以内", "未満", "超", "程度", "目標", "実績", "見込"}
"""What a number format writes behind a number beside its unit."""
_SCALE = re.compile("[十百千]?[万億兆]|[百千]")
_FOUR_FIGURES = re.compile("[0-9]{4}")


class Read(NamedTuple):
    """The content of a cell: its values, words that set a target without a number, and its kind.

    ``kind`` is ``values``, ``none`` (a dash), ``words`` or ``unclear``; ``typed`` is true for a
    number that a workbook keeps as text.
    """

    kind: str
    values: list[Value]
    relative: str | None = None
    typed: bool = False


def read_number(cell: Cell) -> Read:
    """Return what a cell says as a number."""
    value = cell.value
    if isinstance(value, int | float) and not isinstance(value, bool):
        number: float | int = round(value * 100, 10) if cell.percent else value
        if isinstance(number, float) and number.is_integer():
            number = int(number)
        unit = "%" if cell.percent else _shown_unit(cell.text, number)
        return Read("values", [Value(number, unit=unit, raw=cell.text)])
    if is_nothing(cell.text):
        return Read("none", [])
    bare = normal(cell.text).strip()
    if _FOUR_FIGURES.fullmatch(bare):  # no year: a column of values is no column of years
        typed = cell.place.sheet is not None
        return Read("values", [Value(int(bare), raw=cell.text.strip())], typed=typed)
    reading = read_cell(cell.text)
    typed = cell.place.sheet is not None and reading.kind == "values" and _is_bare(cell.text)
    return Read(reading.kind, reading.values, reading.relative, typed)


def _shown_unit(text: str, number: float) -> str | None:
    """Return the unit that a cell's number format writes behind its number: 35件; else None."""
    match = _WITH_UNIT.fullmatch(normal(text).strip())
    if match is None or match["unit"] in _BESIDE:
        return None
    figure = float(match["number"].replace(",", ""))
    return match["unit"] if abs(figure - abs(number)) < 1 else None


def yen(value: Value, unit: str | None) -> int | None:
    """Return an amount in whole yen; None where neither it nor its head prints a unit of money."""
    size = YEN_OF_UNIT.get(money_unit(value.unit) or "") or YEN_OF_UNIT.get(unit or "")
    if size is None or value.value is None:
        return None
    return round(value.value * size)


def money_unit(text: str | None) -> str | None:
    """Return a unit of money in one spelling: 千円.

    >>> money_unit("（単位：千円）"), money_unit("件"), money_unit("")
    ('千円', None, None)
    """
    if not text:
        return None
    unit = "".join(normal(text).split()).strip("()").removeprefix("単位").strip(":()")
    return unit if unit in YEN_OF_UNIT else None


def unit_of(text: str) -> str | None:
    """Return a unit as a cell prints it.

    >>> unit_of("（件）"), unit_of("件（延べ）"), unit_of("－")
    ('件', '件(延べ)', None)
    """
    unit = tidy(normal(text).replace("\n", "")).strip()
    if unit.startswith("(") and unit.endswith(")") and unit.count("(") == 1:
        unit = unit[1:-1]
    return None if is_nothing(unit) else unit


def measure(value: Value, unit: str | None) -> dict[str, Any]:
    """Return a value as the graph keeps it; ``unit`` where it prints none."""
    return {
        "value": value.value,
        "unit": _with_scale(value.unit, unit),
        "comparator": value.comparator,
        "qualifier": value.qualifier,
        "as_of": value.as_of,
        "raw": " ".join(value.raw.split()),
        "fiscal_year": value.fiscal_year,
        "low": value.low,
        "high": value.high,
        "cumulative": value.cumulative or None,
    }


def _with_scale(own: str | None, unit: str | None) -> str | None:
    """Return a value's own unit, else that of its head; 1.2万 under 人 counts 万人."""
    if own and unit and _SCALE.fullmatch(own) and unit[0] not in "十百千万億兆":
        return f"{own}{unit}"
    return own or unit


def _is_bare(text: str) -> bool:
    return bool(text.strip()) and all(
        c in "0123456789０１２３４５６７８９.,，．-－△▲" for c in text.strip()
    )
