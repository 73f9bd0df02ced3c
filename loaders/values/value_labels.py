"""Numbers that are part of a name, and no values: 65歳以上の高齢者数, 週1回以上運動する人の割合."""

from __future__ import annotations

import re
from dataclasses import replace

from keikaku.loaders.values.amounts import Num, part_of
from keikaku.loaders.values.scanner import Piece, Token, Word
from keikaku.loaders.values.units import is_unit
from keikaku.loaders.values.value_folding import closed
from keikaku.loaders.values.words import SUBGROUPS

_LABEL_UNITS = frozenset("歳 才 級 次 号 種 期 類 年生 年間 年 か月 km t kW".split())
_AGES = frozenset(("歳", "歳代", "才", "代"))
_OFTEN = re.compile(r"(?:[週月年]|[1毎]日)に? ?$")
_PLACES = re.compile("全国|国|本?県|本?市|本?町|本?村|本?区|[^ ]{1,3}(?:地方|県|市)")
_PLACE = re.compile(r"(?<=\d) (?P<name>[国県市町村区])$")
_NAME_END = re.compile(r"(?:率|割合|件数|者数|量|額|度|比|死者|時間\D+)$")
_BOUND = re.compile("以上|以下|以内|未満|超")


def labels_joined(text: str, pieces: list[Piece]) -> list[Piece]:
    """Join numbers inside a name to it: 65歳以上の高齢者数 100人."""
    pieces = _places_apart(text, pieces)
    last = max((i for i, p in enumerate(pieces) if isinstance(p, Num)), default=-1)
    joined: list[Piece] = []
    for i, piece in enumerate(pieces):
        before = joined[-1] if joined else None
        glued = isinstance(before, Word) and before.end == piece.start and not before.duration
        if (
            isinstance(piece, Num)
            and i < last
            and (
                _is_label(text, piece, pieces[i + 1])
                or _names_rate(piece, _behind_colon(pieces, i))
                or _names_group(text, piece, _behind_colon(pieces, i))
            )
        ):
            start = before.start if glued and before else piece.start
            if glued:
                joined.pop()
            joined.append(Word(start, piece.end, closed(text[start : piece.end])))
        elif isinstance(piece, Num) and i < last and _names_part(pieces[i + 1]):
            tail = replace(piece.tail, free=False)  # 男5人女6人
            joined.append(replace(piece, tail=tail))
        elif (
            isinstance(piece, Word)
            and isinstance(before, Word)
            and glued
            and not before.colon
            and any(c.isdigit() for c in text[before.start : before.end])
        ):
            joined[-1] = Word(
                before.start, piece.end, closed(text[before.start : piece.end]), piece.colon
            )
        else:
            joined.append(piece)
    return joined


def _places_apart(text: str, pieces: list[Piece]) -> list[Piece]:
    """Separate a place from the number before it, as it is no unit: 全国 65.1 市 63.8."""
    apart: list[Piece] = []
    for i, piece in enumerate(pieces):
        behind = pieces[i + 1] if i + 1 < len(pieces) else None
        place = (
            isinstance(piece, Num) and isinstance(behind, Num) and _PLACE.search(text, 0, piece.end)
        )
        if not place or not isinstance(piece, Num) or piece.unit != place["name"]:
            apart.append(piece)
            continue
        pointed = bool(apart) and isinstance(apart[-1], Word) and _PLACES.fullmatch(apart[-1].text)
        if not pointed and isinstance(piece.value, int):
            apart.append(piece)
            continue
        apart += [
            replace(piece, unit=None, end=place.start()),
            Word(place.start("name"), piece.end, place["name"]),
        ]
    return apart


def _is_label(text: str, num: Num, behind: Piece) -> bool:
    if not num.tail.free or not isinstance(behind, Word) or part_of(text, num) is not None:
        return False
    return (num.unit or "") in _LABEL_UNITS or _BOUND.match(text, num.end) is not None


def _names_rate(num: Num, behind: Piece) -> bool:
    """Return whether a figure begins the name of the next: 1等米比率 85%, 24時間死者 35人."""
    if not isinstance(behind, Num) or not isinstance(num.value, int):
        return False
    if num.tail.end != num.end or num.tail.comparator or num.tail.relative:
        return False
    unit = num.unit or ""
    return len(unit) > 2 and not is_unit(unit) and _NAME_END.search(unit) is not None


def _behind_colon(pieces: list[Piece], i: int) -> Piece:
    behind = pieces[i + 1]
    if isinstance(behind, Token) and behind.text == ":" and i + 2 < len(pieces):
        return pieces[i + 2]
    return behind


def _names_group(text: str, num: Num, behind: Piece) -> bool:
    """Return whether an age or a habit names what the next is of: 40歳以上 50%, 週1回以上 65%."""
    if not isinstance(behind, Num) or not isinstance(num.value, int):
        return False
    if num.unit in _AGES:
        return behind.unit not in _AGES and (behind.unit is not None or _bounded(num))
    return behind.unit == "%" and _bounded(num) and _OFTEN.search(text, 0, num.start) is not None


def _bounded(num: Num) -> bool:
    return num.tail.comparator is not None and num.tail.relative is None


def _names_part(behind: Piece) -> bool:
    return isinstance(behind, Word) and SUBGROUPS.fullmatch(behind.text) is not None
