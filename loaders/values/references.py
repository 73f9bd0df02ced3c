"""Values set against another value of the same thing: R5実績の90%以上, 現状値+5ポイント."""

from __future__ import annotations

import re
from collections.abc import Iterable

from keikaku.loaders.values.dates import Date
from keikaku.loaders.values.timing import Dated
from keikaku.loaders.values.value_folding import closed
from keikaku.loaders.values.walk import NumberInProgress, Walk

_EARLIER = re.compile(
    r"(?P<noun>(?:現状|現況|現在|基準|当初|計画策定時|策定時|初期)値?|実績値?|水準|数値"
    r"|(?:(?:過去|直近)\d+[かヶカヵケ]?年間?の?)平均値?)?"
    r"(?P<link>対?比で?|に ?比べて?|と ?比較して|より|から|の|)$"
)
"""What a value is set against, and how: 実績の, 比で; the link is empty before a sign."""
_COMPARED = re.compile("(?:比|より|からの?|の|水準)$")
_BETWEEN = re.compile("[ でのに]*(?:約|概ね|おおむね)?[ +]*")
_OPENED = re.compile(r" ?[(\[]対?")
_OF_NOW = re.compile("現|基準|当初|計画策定|策定|初期|過去|直近")
_SHARES = {"%", "倍", "割"}
_AIM = re.compile("(?:を|とする)?(?:目指|めざ).*$")


def set_against(walk: Walk) -> None:
    """Bind each number to the value or year beside it that it is measured from.

    Such a value is no baseline, and the year of what it is measured from is not its own.
    """
    dates = [piece for piece in walk.order if isinstance(piece, Date)]
    for number in walk.numbers:
        place = _year(walk, number)
        if place is not None:
            number.relative = _AIM.sub("", closed(walk.text[slice(*place)]))
            continue
        start = _reference(walk.text, number, dates)
        if start is not None:
            _bind(walk.text, number, start, dates)


def _year(walk: Walk, number: NumberInProgress) -> tuple[int, int] | None:
    """Return the place of a number with the year it is measured from: 2013年度比▲46%."""
    text, num = walk.text, number.num
    end = max(num.tail.end, num.end)
    for yard in walk.yards:
        said = text[yard.start : yard.end]
        begins = said.endswith(("から", "からの")) and number.relative is None  # H28からの累計
        if begins or not _COMPARED.search(said):
            continue
        if yard.end <= num.start and _BETWEEN.fullmatch(text[yard.end : num.start]):
            return yard.start, end
        closes = text[yard.end : yard.end + 1] in {")", "]"}
        if closes and end < yard.start and _OPENED.fullmatch(text[end : yard.start]):
            return number.before.start, yard.end + 1
    return None


def _reference(text: str, number: NumberInProgress, dates: Iterable[Date]) -> int | None:
    """Return where the reference before a number begins; None where there is none."""
    match = _EARLIER.search(text, 0, number.num.start)
    if match is None:
        return None
    before = (each for each in dates if each.end <= match.start())
    date = next((each for each in before if text[each.end : match.start()] in {"", "の"}), None)
    noun = match["noun"] or ""
    if date is None and not _OF_NOW.match(noun):
        return None
    if not _linked(text, number, match["link"], noun):
        return None
    return match.start() if date is None else date.start


def _linked(text: str, number: NumberInProgress, link: str, noun: str) -> bool:
    """Return whether a link makes what stands before it the reference of a number."""
    signed = text[number.num.start] in "+±"
    match link:
        case "":
            return signed and _OF_NOW.match(noun) is not None
        case "の":
            return bool(noun) and number.unit in _SHARES
        case "から" | "より":
            return signed or number.relative is not None
    return True


def _bind(text: str, number: NumberInProgress, start: int, dates: list[Date]) -> None:
    end = max(number.num.tail.end, number.num.end)
    number.relative = _AIM.sub("", closed(text[start:end]))
    number.role = "target" if number.role == "target" else None
    number.label = [word for word in number.label if word.end <= start]
    if "平均" in text[start : number.num.start]:
        number.qualifier = number.num.tail.qualifier  # the mean is what it is measured from
    if any(
        start <= date.start < number.num.start and number.dated == Dated.of(text, [date])
        for date in dates
    ):
        number.dated = Dated()
