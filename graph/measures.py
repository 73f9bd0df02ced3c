"""Measures (目標値・現況値): write them, compare them, and decide whether a target is reached."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from keikaku.graph.language import Lang, Text

SAME_UNITS = {
    "名": "人",
    "箇所": "か所",
    "個所": "か所",
    "ヶ所": "か所",
    "ケ所": "か所",
    "カ所": "か所",
    "ヵ所": "か所",
    "パーセント": "%",
    "平方メートル": "m2",
    "キロメートル": "km",
    "トン": "t",
    "h": "時間",
}
"""Units with several spellings."""

_SCALES = {
    "兆": 10**12, "億": 10**8, "千万": 10**7, "百万": 10**6, "十万": 10**5, "万": 10**4, "千": 1000,
}  # fmt: skip
_SCALED = re.compile(rf"({'|'.join(sorted(_SCALES, key=len, reverse=True))})(.*)$")

_BETTER = {">=": "increase", ">": "increase", "<=": "decrease", "<": "decrease"}
"""The better direction by the comparator of a target."""
_EXACT = 10  # decimals beyond which a difference of floats is noise
_STRICT = (">", "<")


COMPARATORS = {
    ">=": Text("以上", " or more"),
    ">": Text("超", " (more than)"),
    "<=": Text("以下", " or less"),
    "<": Text("未満", " (less than)"),
    "=": Text("", ""),
}
_DATED = Text("（{date}）", " ({date})")


def format_measure(measure: Mapping[str, Any], lang: Lang) -> str:
    """Return a value as people write it: 約32.5%（2021年度末）, 50%以上."""
    unit = measure.get("unit") or ""
    compared = COMPARATORS[measure["comparator"]].of(lang)
    number = _format_number(measure)
    as_of = measure.get("as_of")
    dated = _DATED.format(date=as_of).of(lang) if as_of else ""
    return f"{measure.get('qualifier') or ''}{number}{unit}{compared}{dated}"


def _format_number(measure: Mapping[str, Any]) -> str:
    """Return the number of a measure, or the two ends of a range: 20～30."""
    value = measure["value"]
    if value is not None:
        return f"{value:,}" if abs(value) >= 1000 else str(value)
    ends = (measure.get("low"), measure.get("high"))
    low, high = ("" if end is None else _format_number({"value": end}) for end in ends)
    return f"{low}～{high}"


def better_direction(target: Mapping[str, Any], direction: str | None) -> str | None:
    """Return whether more is better, less, or neither (``increase``, ``decrease``, ``maintain``).

    To hold (維持) counts whatever stands before it, as in 85%以上を維持. Else the comparator of the
    target says so, else the indicator's direction; None where nothing does.
    """
    if direction == "maintain":
        return direction
    return _BETTER.get(target.get("comparator", "="), direction)


def is_reached(value: float, target: dict[str, Any], direction: str | None) -> bool:
    """Return whether a value is at its target, or past it in the direction that is better.

    A target that holds a level (維持) counts as never reached: it stays a target.
    """
    better = better_direction(target, direction)
    if better == "maintain":
        return False
    aim = target["value"]
    if aim is None:  # a range: a value past its better end is at the target, too
        low, high = target.get("low"), target.get("high")
        above = low is None or value >= low
        below = high is None or value <= high
        return (above or better == "decrease") and (below or better == "increase")
    if target.get("comparator") in _STRICT:
        return bool(value > aim if better == "increase" else value < aim)
    if better == "increase":
        return bool(value >= aim)
    if better == "decrease":
        return bool(value <= aim)
    return bool(value == aim)


def is_held(value: float, target: Mapping[str, Any]) -> bool:
    """Return whether a value keeps to a target that holds a level: 85%以上を維持, 40～50%を維持."""
    aim, comparator = target.get("value"), target.get("comparator", "=")
    if aim is None:
        low, high = target.get("low"), target.get("high")
        return (low is None or value >= low) and (high is None or value <= high)
    if comparator == "=":
        return bool(value == aim)
    strict = comparator in _STRICT and value == aim
    return not strict and bool(value >= aim if comparator in (">=", ">") else value <= aim)


def at_target(facts: dict[str, Any]) -> bool | None:
    """Return whether an indicator's baseline is at its target already, or past it.

    ``facts`` are those of the indicator; None where the two cannot be compared.
    """
    baseline, target = facts.get("baseline"), facts.get("target")
    if baseline is None or target is None or not same_unit(target, baseline):
        return None
    if baseline["value"] is None:  # a range
        return None
    if bool(target.get("cumulative")) != bool(baseline.get("cumulative")):
        return None  # a sum over years says nothing beside the value of one year
    value = in_unit_of(baseline, target)["value"]
    if holds_bound(facts):
        return is_held(value, target)
    return is_reached(value, target, facts.get("direction"))


def holds_bound(facts: Mapping[str, Any]) -> bool:
    """Return whether a target holds a level on one side of a bound: 85%以上を維持."""
    target = facts.get("target") or {}
    return facts.get("direction") == "maintain" and target.get("comparator") in _BETTER


def units_of(facts: dict[str, Any]) -> set[str]:
    """Return units of an indicator's target and baseline, without their rhythm: 件/年 is in 件."""
    measures = (facts.get("target"), facts.get("baseline"), *(facts.get("values") or ()))
    units = (unit_and_rhythm(measure.get("unit"))[0] for measure in measures if measure)
    return {unit for unit in units if unit}


def split_scale(unit: str | None) -> tuple[int, str | None]:
    """Part the scale word of a unit from the rest.

    >>> split_scale("万人/年"), split_scale("千円"), split_scale("件")
    ((10000, '人/年'), (1000, '円'), (1, '件'))
    """
    match = _SCALED.match(unit or "")
    if match is None:
        return 1, unit
    return _SCALES[match[1]], match[2] or None


def in_unit_of(measure: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    """Return a measure in the scale of another one: 98,000人 beside 10万人 is 9.8万人."""
    size, unit = split_scale(measure.get("unit"))
    wanted, wanted_unit = split_scale(other.get("unit"))
    plain = dict(measure)
    if size == wanted or not unit or not wanted_unit:
        return plain
    for key in ("value", "low", "high"):
        number = measure.get(key)
        if number is not None:
            scaled = number * size / wanted
            plain[key] = round(scaled) if scaled == round(scaled) else scaled
    return plain | {"unit": other.get("unit")}


def change(before: Mapping[str, Any] | None, after: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return how far a value went from another one, in the unit of the later.

    Between percentages that is in points (ポイント): 6 % → 100 % is +94. None where the two are
    not comparable.

    >>> change({"value": 6, "unit": "%"}, {"value": 100, "unit": "%"})
    {'value': 94, 'unit': 'ポイント'}
    """
    if before is None or not same_unit(dict(after), dict(before)):
        return None
    start, end = in_unit_of(before, after)["value"], after["value"]
    if start is None or end is None:
        return None
    unit, rhythm = unit_and_rhythm(after.get("unit"))
    share = unit == "%"
    return {
        "value": round(end - start, _EXACT),
        "unit": f"ポイント{'/' if rhythm else ''}{rhythm}" if share else after.get("unit"),
    }


def format_change(change: Mapping[str, Any], lang: Lang) -> str:
    """Return a change as people write it: +94ポイント, -3.5件, ±0."""
    value, unit = change["value"], change["unit"] or ""
    if lang == "en":
        unit = unit.replace("ポイント", " points")
    sign = "±" if value == 0 else ("+" if value > 0 else "-")
    return f"{sign}{_format_number({'value': abs(value)})}{unit}"


def same_unit(target: dict[str, Any], baseline: dict[str, Any]) -> bool:
    """Return whether two measures can be compared.

    A unit or a rhythm (年, 月) that one of them leaves out makes no difference.
    """
    unit, rhythm = unit_and_rhythm(split_scale(target.get("unit"))[1])
    other_unit, other_rhythm = unit_and_rhythm(split_scale(baseline.get("unit"))[1])
    return _agree(unit, other_unit) and _agree(rhythm, other_rhythm)


def unit_and_rhythm(printed: str | None) -> tuple[str, str]:
    """Return a unit and its rhythm, in the one way in which they are compared.

    >>> unit_and_rhythm("名/年度"), unit_and_rhythm(None)
    (('人', '年'), ('', ''))
    """
    normal = "".join(unicodedata.normalize("NFKC", printed or "").casefold().split())
    unit, _, rhythm = normal.partition("/")
    return SAME_UNITS.get(unit, unit), re.sub(r"(?<=[年月日週])[間度]$", "", rhythm)


def _agree(one: str, other: str) -> bool:
    return not one or not other or one == other
