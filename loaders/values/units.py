"""The unit behind a number, with its rhythm: %, か所, 百万円, t-CO2, 件/4年."""

from __future__ import annotations

import re
from typing import NamedTuple

from keikaku.loaders.values.value_folding import closed
from keikaku.loaders.values.words import (
    ACTIONS,
    CHANGES,
    KEEPS,
    QUALIFIERS_AFTER,
    ROLES,
    SUBGROUPS,
    UNITS,
    longest,
)

_LATIN = (
    r"(?:[kMG]?t|kg|千t|g|万t|トン)-?CO2(?:-?eq)?|[kcmµμ]?m[23](?![A-Za-z])"
    r"|[A-Za-zµμ]+(?:-[A-Za-z]+)?(?![A-Za-z0-9])"
)
_PERCENT = r"°C?|% ?(?:ポイント|pt|point)|[%‰]"
_KNOWN = frozenset([*UNITS.split(), "円", "ドル", "ユーロ"])
_MOST = max(map(len, _KNOWN))
_KANJI_RUN = r"[一-龥々ァ-ヴー]"
_STOPS = frozenset(
    "半 全て 予定 以上 以下 以内 未満 超 程度 規模 前後 上回る 下回る 累計 計 うち 全国 目指"
    " 脱却 圏内".split()
).union(*(words.split() for words in (QUALIFIERS_AFTER, KEEPS, CHANGES, ACTIONS)), ROLES)
"""Words that no unit goes on with."""
_LONGEST_STOP = max(map(len, _STOPS))
_AMONG = re.compile(r"中(?=[ \d約)]|$)")
_SYMBOL = re.compile(rf"{_PERCENT}|{_LATIN}")
_GENERIC = re.compile(rf"(?:{_KANJI_RUN}){{1,9}}")
_PER = re.compile(
    r" ?[/／] ?(?:(?:全国?|県内|[市町村区]内) ?)?(?P<count>\d[\d,]*+(?!\.\d))? ?"
    r"(?P<scale>[十百千]?万|[百千])? ?"
)
_PER_WORDS = re.compile(r" ?\((?:/ ?)?(?P<unit>年間|年度|年|月間|月|週|日)(?:あたり|当たり)?\)")
_BRACKETED = re.compile(r" ?[(\[] ?(?:単位 ?:? ?)?(?P<scale>[十百千]?[万億兆]|[百千])?")
_CLOSED = re.compile(r" ?[)\]]")
_MEASURES = re.compile(
    r"[%‰℃]|% ?ポイント|[cmkµμ]?m[23]?|h?a|[kmcµμ]?g|°C|[kMGTP]?(?:Wh?|J|B)|[km]?[lL]|dB|pp[mb]"
    r"|t(?:-?CO2)?"
    r"|[人名件回円校社者戸台本棟基部冊枚点位倍割分秒日年月週歳個頭]|[かヶヵカ箇個]所|世帯|団体|施設|時間"
    r"|ポイント|事業[所者]|ヘクタール|トン|人泊|人日|か月|ヶ月"
)
_LONGEST_UNKNOWN = 6
_NUMBER_BEHIND = re.compile(r" ?\d")
_NUMBER = re.compile(r" ?:? ?[\d▲△]")
_BANDS = ("台前半", "台後半", "台半ば")
_TIMES = {"年度", "年間", "年", "か月", "ヶ月", "月", "週", "日", "時間", "時"}


class _Per(NamedTuple):
    """What stands behind a slash: 年, 4年, 10万人, 人・日."""

    end: int
    many: str
    scale: str
    unit: str


class Unit(NamedTuple):
    """A unit that ends at ``end``, or none; ``base`` is the whole of a part (25市町)."""

    end: int
    text: str
    base: str | None = None


def _known_at(text: str, at: int) -> int:
    symbol = _SYMBOL.match(text, at)
    return max(longest(text, at, _KNOWN, _MOST), symbol.end() if symbol else at)


def _per_at(text: str, start: int) -> _Per | None:
    match = _PER.match(text, start)
    if match is None:
        return None
    at = match.end()
    end = max(longest(text, at, _TIMES, _MOST), _known_at(text, at))
    while end > at and text[end : end + 1] == "・":
        more = _known_at(text, end + 1)
        if more == end + 1:
            break
        end = more
    count, scale = match["count"] or "", match["scale"] or ""
    if end == at and not count:
        return None
    if not count and closed(text[at:end]) not in _TIMES and _NUMBER_BEHIND.match(text, end):
        return None  # 整備済み 12.5km／計画 20km
    last = end if end > at else match.start() + len(match[0].rstrip())
    return _Per(last, count, scale, closed(text[at:end]))


def unit_at(text: str, start: int, *, known_only: bool = False) -> Unit:
    """Read the unit that begins at ``start``, a blank before it or none."""
    at = start + 1 if text[start : start + 1] == " " else start
    spaced = at != start
    if text.startswith(_BANDS, at):
        return Unit(start, "")  # 1,500台後半 counts no 台
    end = _known_at(text, at)
    has_unit = end > at
    generic = None if known_only else _GENERIC.match(text, at)
    if generic and generic.end() > end:
        stop = _stop_in(text, max(at, end), generic.end())
        until = generic.end() if stop is None else stop
        if not has_unit and SUBGROUPS.fullmatch(generic[0]) and _NUMBER.match(text, until):
            until = at  # 男20女15
        # A run that no table knows is a unit whole, or none: 5経営体, but not 100人参加予定者.
        counted = has_unit and text[until : until + 1].isdigit()
        if until > end and counted:
            until = end  # the run begins the next label: 5人女6人
        if until > end and not spaced and until - at <= _LONGEST_UNKNOWN:
            end = until
        elif until > end and stop is None and (spaced or has_unit):
            end = at
        elif until < end:
            end = until
    if spaced and end == at:
        return Unit(start, "")
    if spaced and end < len(text) and _continues(text, end):
        return Unit(start, "")
    return _with_rhythm(text, end, closed(text[at:end]))


def unit_in_brackets(text: str, start: int) -> Unit:
    """Read a unit that stands in brackets of its own: （千円）, （人／日）, （単位：件）."""
    lead = _BRACKETED.match(text, start)
    if lead is None:
        return Unit(start, "")
    unit = unit_at(text, lead.end(), known_only=True)
    close = _CLOSED.match(text, unit.end)
    measure = unit.text.partition("/")[0]
    if close is None or not ("単位" in lead[0] or _MEASURES.fullmatch(measure)):
        return Unit(start, "")
    return Unit(close.end(), f"{lead['scale'] or ''}{unit.text}")


def _stops_at(text: str, at: int) -> bool:
    return longest(text, at, _STOPS, _LONGEST_STOP) > at or _AMONG.match(text, at) is not None


def _stop_in(text: str, start: int, end: int) -> int | None:
    """Find where in a run of letters a word begins that no unit goes on with."""
    return next((at for at in range(start, end) if _stops_at(text, at)), None)


def _continues(text: str, end: int) -> bool:
    """Return whether the word goes on, and so begins the next label instead of being a unit."""
    return re.match(_KANJI_RUN, text[end]) is not None and not _stops_at(text, end)


def _with_rhythm(text: str, end: int, unit: str) -> Unit:
    base = None
    for _ in range(2):
        per = _per_at(text, end)
        if per is None:
            break
        count, of = f"{per.many}{per.scale}", per.unit
        if (not unit and not of) or (count and unit in {"%", "‰"}):
            break  # 本県 25%/全国 30%
        part = not unit or (of == unit and not per.scale)  # 8.5点/10点, not 15人/10万人
        if count and of not in _TIMES and (part or not _is_round(per.many, per.scale)):
            base = closed(text[end : per.end]).lstrip("/／")
            return Unit(per.end, unit or of, base)
        if not of:
            break
        unit, end = f"{unit}/{count}{of}", per.end
    return Unit(end, unit, base)


def rhythm_at(text: str, start: int) -> tuple[int, str]:
    """Read a rhythm that stands apart from its unit (5件以上/年): its end and words."""
    per = _per_at(text, start)
    if per and per.unit and not (per.many and per.unit not in _TIMES):
        return per.end, f"/{per.many}{per.scale}{per.unit}"
    words = _PER_WORDS.match(text, start)
    if words:
        unit = words["unit"].removesuffix("間") if words["unit"] != "年度" else "年度"
        return words.end(), f"/{unit}"
    return start, ""


def is_unit(word: str) -> bool:
    """Return whether a word is a unit that we know.

    >>> is_unit("件"), is_unit("件数"), is_unit("")
    (True, True, False)
    """
    return bool(word) and _known_at(word, 0) == len(word)


def _is_round(count: str, scale: str) -> bool:
    """Return whether a count is round: 10万人 is the base of a rate, 25市町 the whole of a part."""
    bare = count.replace(",", "")
    return bool(scale) or re.fullmatch(r"10+", bare) is not None
