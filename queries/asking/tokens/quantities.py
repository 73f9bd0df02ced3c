"""Numbers in a sentence, with unit and bound: 90%以上, at least 3, 1億円 (数量の読み取り)."""

from __future__ import annotations

import re
from typing import NamedTuple

from keikaku.queries.asking.vocabulary.letters import is_whole

UNIT = (
    r"%|ぱーせんと|per ?cent(?![a-z])"
    r"|件|本(?!化|文|庁|市|年)|つ|個|番目|位|課|部署|割|人|名|円|千円|校|施設|時間|回|年間?|か所"
    r"|指標|計画|てーま|団体|日|倍|台|協定|税目|橋|世帯|戸|km|m2|points?|years?|people|persons|hours|yen"
)
"""Units and counters behind a number, as a pattern."""

COUNTERS = frozenset("つ 個 本 課 部署 計画 指標 団体 テーマ てーま".split())
"""Units that say how many things there are, and never measure a value."""

WAY = (
    r"以上|以下|以内|超|未満|を(?:超え|[上下]回)(?:らない|らず|ない|ず|って(?:いる)?|て(?:いる)?|る)"
    r"|より(?:多|大き|高|長)[いく]|より(?:少な|小さ|低|短)[いく]|\s*or (?:more|less|fewer)"
)
"""How a value compares with the number before it, as a pattern."""

_NUMBER = re.compile(
    r"(?P<n>\d[\d,]*(?:\.\d+)?)\s*(?P<scale>兆|億|万|千(?!円))?"
    r"(?:(?P<rest>(?<=[億万])\d{1,4}(?:,\d{3})?)(?P<of_rest>万|千(?!円))?(?!\d))?"
    rf"\s*(?P<unit>{UNIT})?(?:/(?:年度|年間|年|月|日))?(?P<way>{WAY})?"
)
BEFORE_NUMBER = {
    ">=": (
        "少なくとも",
        "最低でも",
        "at least",
        "no less than",
        "no fewer than",
        "minimum of",
        "a minimum of",
        ">=",
        "≧",
    ),
    ">": (
        "more than",
        "longer than",
        "higher than",
        "larger than",
        "bigger than",
        "over",
        "above",
        ">",
        "exceeding",
        "greater than",
    ),
    "<=": (
        "多くても",
        "最大でも",
        "at most",
        "no more than",
        "not more than",
        "a maximum of",
        "up to",
        "<=",
        "≦",
    ),
    "<": (
        "less than",
        "shorter than",
        "lower than",
        "smaller than",
        "under",
        "below",
        "<",
        "fewer than",
    ),
}
WAYS = (
    (">=", ("以上", "or more", "を下回らな", "を下回らず")),
    (
        "<=",
        ("以下", "以内", "or less", "or fewer", "を超えな", "を超えず", "を上回らな", "を上回らず"),
    ),
    (">", ("超", "を超え", "を上回", "より多", "より大き", "より高", "より長")),
    ("<", ("未満", "より少", "より小", "より低", "より短", "を下回")),
)
_SCALES = {"兆": 10**12, "億": 10**8, "万": 10**4, "千": 1000}
_ENGLISH_UNITS = {"people": "人", "persons": "人", "hours": "時間", "yen": "円"}
_PERCENT = {"percent", "per cent"}
_IN_YEARS = {"年間", "year", "years"}


class Amount(NamedTuple):
    """A number with its unit and how a value is compared with it."""

    number: float | int
    unit: str
    way: str


def amount_at(folded: str, at: int) -> tuple[Amount | None, int]:
    """Return the number that begins at a place of a text, and how long it is."""
    if folded[at] == " ":
        return None, 0
    way = ""
    start = at
    for sign, before in BEFORE_NUMBER.items():
        for word in before:
            if folded.startswith(word, at) and is_whole(folded, at, word):
                way = sign
                start = at + len(word)
    while start < len(folded) and folded[start] == " ":
        start += 1
    match = _NUMBER.match(folded, start)
    if match is None:
        return None, 0
    digits = match["n"].replace(",", "")
    number: float | int = float(digits) if "." in digits else int(digits)
    number *= _SCALES.get(match["scale"] or "", 1)
    if match["rest"]:  # 2万2千, 1億5,000万
        rest = int(match["rest"].replace(",", ""))
        number += rest * _SCALES.get(match["of_rest"] or "", 1)
    bound = (match["way"] or "").strip()
    way = way or next((sign for sign, w in WAYS if bound and bound.startswith(w)), "")
    unit = (match["unit"] or "").replace("ぱーせんと", "%")
    unit = "%" if unit in _PERCENT else unit
    if unit == "割":
        number, unit = number * 10, "%"
    unit = _ENGLISH_UNITS.get(unit, unit)
    if unit in _IN_YEARS:
        unit = "年"
    return Amount(number, unit, way), match.end() - at
