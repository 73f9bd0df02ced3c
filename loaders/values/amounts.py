"""A number with its unit and the words that follow it; also the two ends of a range."""

from __future__ import annotations

import re
from dataclasses import dataclass

from keikaku.loaders.values.model import Sign
from keikaku.loaders.values.numbers import Number, number_at, size
from keikaku.loaders.values.tails import Tail, tail_at
from keikaku.loaders.values.units import unit_at, unit_in_brackets
from keikaku.loaders.values.words import SIGNS

_OR_NEXT = re.compile(r"(?<![\d.,、])([1-9])、([2-9])(?![\d.,、])")
_RANGE = re.compile(r" ?(?:[~〜∼]|(?<=[\d%])-(?=\d)) ?|から(?=[\d約▲△])")
KANJI_NUMBER = re.compile(r"[一二三四五六七八九十百千]")
_NO_KANJI_UNITS = frozenset("部般体種次時定方度番")
_HALF = re.compile(r"(?<![前後])半(?![減年期数分額])")
_CHAIN = re.compile(r"(?:(\d+) ?時間 ?)?(?:(\d+) ?分 ?)?(?:(\d+) ?秒)?(?!の)")
YEARS_MONTHS = re.compile(r"(\d+) ?年 ?(\d+) ?([かヶカヵケ箇]月)")
_CODE = re.compile(r"\d+-(?:\d+-[\d(]|\(\d+\))")
_NOT_NUMBERS = re.compile("十分|百分|一部|一般|一体|千葉|三重|四万十|十和田")
_REST = re.compile(r"\d、\d{3}(?!\d)")  # 2、000件 may be one number or two
_TENTHS = re.compile(r"(\d) ?割 ?(\d) ?分(?!の)")
_PART_OF = re.compile(r"(?: ?の ?うち|うち(?=[\d約])|の内|中(?=[ \d約、)]|$))、? ?")


@dataclass(slots=True)
class Num:
    """A number with its unit and the words that follow it, at ``[start, end)``."""

    start: int
    end: int
    value: float | int | None
    low: float | int | None
    high: float | int | None
    unit: str | None
    tail: Tail
    sign: Sign | None = None
    base: str | None = None


def amount_at(text: str, at: int) -> Num | None:  # noqa: C901, PLR0911, PLR0912 - one branch for each form that is printed
    """Read a number whole, or the two ends of a range, with unit and tail."""
    if at and text[at - 1] in "×x*" and text[at - 2 : at - 1].isdigit():
        return None
    if _CODE.match(text, at) or (_REST.match(text, max(at - 2, 0)) and at > 1):
        return None
    sign = next((s for s in (text[at : at + 2], text[at]) if s in SIGNS), None)
    start = at
    if sign:
        at += len(sign)
        at += text[at : at + 1] == " "
    if text[at : at + 1].isdigit() and at and text[at - 1] in ".,":
        return None
    made = _made_of_several(text, at)
    first = number_at(text, at)
    if made is not None:
        num = made
    elif first is None:
        return None
    elif text[at] == "±" and at and text[at - 1] not in " ([:":
        return None  # 3.2±0.5
    elif text[at] == "±":
        num = _with_unit(text, first._replace(value=abs(first.value)))
        if first.value:
            num.low, num.high, num.value = -abs(first.value), abs(first.value), None
    elif KANJI_NUMBER.match(text, at) and "分の" not in text[at : first.end]:
        if _NOT_NUMBERS.match(text, at):
            return None
        if at and re.match(r"[^\W\d_]", text[at - 1]) and text[at - 1] not in "約年月週全":
            return None
        kanji = unit_at(text, first.end, known_only=True)
        if not kanji.text or kanji.text[0] in _NO_KANJI_UNITS:
            return None
        num = _with_unit(text, first)
        if num.tail.free:
            return None
    else:
        num = _one_or_next(text, first) or _pair(text, first) or _with_unit(text, first)
    num.start = start
    num.sign = SIGNS[sign] if sign else _open_end(text, num)
    return num


def _open_end(text: str, num: Num) -> Sign | None:
    """Return the open side of a range that is the whole cell: 30%~ or ~50件."""
    if num.value is None or num.tail.comparator:
        return None
    if num.start == 1 and text[0] in "~〜∼" and num.end == len(text):
        return "<="
    return ">=" if num.start == 0 and text[num.end :].strip() in {"~", "〜", "∼"} else None


def _made_of_several(text: str, at: int) -> Num | None:
    """Read an amount in two units: 8時間30分 is 510分, 1年6か月 18か月, 7割5分 7.5割."""
    tenths = _TENTHS.match(text, at)
    if tenths:
        return finished(text, at, tenths.end(), int(tenths[1]) + int(tenths[2]) / 10, "割")
    months = YEARS_MONTHS.match(text, at)
    if months:
        total = int(months[1]) * 12 + int(months[2])
        return finished(text, at, months.end(), total, months[3])
    chain = _CHAIN.match(text, at)
    if chain and sum(part is not None for part in chain.groups()) > 1 and text[at].isdigit():
        hours, minutes, seconds = (int(part or 0) for part in chain.groups())
        if seconds or chain[3]:
            return finished(text, at, chain.end(), hours * 3600 + minutes * 60 + seconds, "秒")
        end = chain.end() - (text[chain.end() - 1] == " ")
        return finished(text, at, end, hours * 60 + minutes, "分")
    first = number_at(text, at)
    if first is not None and not first.scale:
        unit = unit_at(text, first.end)
        half = _HALF.match(text, unit.end)
        if unit.text and half and not unit.base:
            return finished(text, at, half.end(), first.value + 0.5, unit.text)
    return None


def _one_or_next(text: str, first: Number) -> Num | None:
    """Read two figures in a row as a range: 2、3か所."""
    either = _OR_NEXT.match(text, first.start)
    if either is None or int(either[2]) != int(either[1]) + 1:
        return None
    last = _with_unit(text, first._replace(start=either.start(2), end=either.end()))
    if not last.unit:
        return None
    return Num(first.start, last.end, None, int(either[1]), int(either[2]), last.unit, last.tail)


def _pair(text: str, first: Number) -> Num | None:  # noqa: C901, PLR0911 - one branch for each form that is printed
    """Read the two ends of a range: 20～30km2, 30-40件, 40％以上60％以下, 20人から30人."""
    unit = unit_at(text, first.end)
    between = tail_at(text, unit.end)
    for at in (first.end, unit.end, between.end):
        joint = _RANGE.match(text, at)
        if joint:
            break
    bounds = between.comparator in (">=", ">") and not between.free
    if joint is None and not bounds:
        return None
    at = joint.end() if joint else unit.end
    if not joint:
        at = between.end + (text[between.end : between.end + 1] in {" ", "、"})
    second = number_at(text, at) if at < len(text) else None
    if second is None:
        return None
    last = _with_unit(text, second)
    if not joint and (last.tail.comparator not in ("<=", "<") or last.unit != (unit.text or None)):
        return None
    if joint and "から" in joint[0]:
        behind = unit_at(text, second.end).end
        if re.match(r"(?:以上|程度)?(?:へ|に|まで|$)", text[behind:]):
            return None  # from one to the other, no range
    low = _scaled(first.value, first.scale, second.scale)
    if not low < second.value:
        return None
    if unit.text and last.unit and f"{first.scale}{unit.text}" != last.unit and first.scale:
        return None
    last.tail.comparator = None
    if joint is None:
        last.tail.comparator = "="
    return Num(
        first.start, last.end, None, low, second.value, last.unit or unit.text or None, last.tail
    )


def _scaled(value: float, scale: str, other: str) -> float | int:
    if not scale or scale == other:
        return value
    ratio = value * size(scale) / size(other)
    return round(ratio) if ratio == round(ratio) else ratio


def _with_unit(text: str, number: Number) -> Num:
    unit = unit_at(text, number.end)
    over = re.match(r" ?/ ?(\d+(?:\.0)?)(?![\d,.])(?= ?[^\d /年月日]|$| |\))", text[number.end :])
    if not unit.text and over and not number.scale:
        whole = unit_at(text, number.end + over.end())
        low, high = number.value, int(float(over[1]))
        if whole.text or high >= 10 or not isinstance(low, int):
            num = finished(text, number.start, whole.end, low, whole.text)
            num.base = f"{high}{whole.text}"
            return num
        if 1 < high < 5 and low < high:
            return finished(text, number.start, number.end + over.end(), low / high)
    if not unit.text:
        unit = unit_in_brackets(text, number.end)
    num = finished(text, number.start, unit.end, number.value, f"{number.scale}{unit.text}")
    num.base = unit.base
    return num


def finished(text: str, start: int, end: int, value: float | None, unit: str = "") -> Num:
    """Make the number that ends at ``end``, with the words that follow it."""
    tail = tail_at(text, end)
    return Num(start, tail.end, value, None, None, f"{unit}{tail.rhythm}" or None, tail)


def part_of(text: str, num: Num) -> int | None:
    """Return where the words end that make a number the whole of the next (25市町のうち)."""
    match = _PART_OF.match(text, num.end)
    return match.end() if match else None
