"""What follows a number and its unit: 以上を維持, 程度, の増加を目指す, を上回る."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import NamedTuple

from keikaku.loaders.values.model import Role, Sign
from keikaku.loaders.values.units import rhythm_at
from keikaku.loaders.values.value_folding import closed
from keikaku.loaders.values.words import (
    ACTIONS,
    AIMS,
    CHANGES,
    COMPARATORS,
    CUMULATIVE,
    FILLERS,
    KEEPS,
    QUALIFIERS_AFTER,
    ROLES,
    SIGNS_BEHIND,
    longest,
    one_of,
)

_KINDS: dict[str, str] = {}
"""What a word behind a number is; the first list with a word in it decides."""
for _kind, _words in (
    ("comparator", list(COMPARATORS)),
    ("aim", AIMS.split()),
    ("keep", KEEPS.split()),
    ("change", CHANGES.split()),
    ("qualifier", QUALIFIERS_AFTER.split()),
    ("role", list(ROLES)),
    ("cumulative", CUMULATIVE.split()),
    ("action", ACTIONS.split()),
    ("filler", FILLERS.split()),
):
    for _word in _words:
        _KINDS.setdefault(_word, _kind)
_NO_DEED = "割合|率|数|人|者|以上|以下|とき|時|際|場合|計画|予定|検討|目途|目安|基準|対象|必要"
_OF_TIME = frozenset("年月日週間時分秒歳次期つ")
_PREDICATE = re.compile(
    r"(?:の?[一-鿿]{1,6}(?=[がを]))?(?:[をがにでと](?!通じ|かけ|わた|おいて|対象|中心|目途|柱)[一-鿿ァ-ヺー々]{2,10}){1,2}"
    rf"(?<!{')(?<!'.join(_NO_DEED.split('|'))})(?:する|した|している|済み?)?(?=$|[ ()\[\]。、])"
)
"""Words about the counted things: 5社が立地, 80%以上の人が満足."""
_DEEDS = one_of([*ACTIONS.split(), *AIMS.split(), "効果", "提案"])
_DOING = re.compile(
    rf"[をがとにでの](?!通じ|かけ|わた|おいて)[^\W\d_。、]{{1,14}}?(?:{_DEEDS})"
    r"(?:する|した|している|済み?)?(?=$|[ ()\[\]。、])"
)
"""Words for an action with the counted things: 10団体と協定を締結, 3か所に新たに設置."""
_COUNTS = frozenset(["件数", "人数"])
_MOST = max(map(len, _KINDS))
_NEXT = re.compile(r" ?:? ?(?:[\d約▲△(\[]|[^()\[\]]*\d)")
_INTO = re.compile(
    r" ?約?\d[\d.,]*[^\d、。()]{0,8}?(?:に|へ|まで)(?=$|[引増減高下上改拡縮す、。 ])"
)
_COLON = re.compile(r" ?:")
_NAME_GOES_ON = re.compile("[一-龥ァ-ヴ]")
_WORD = re.compile(r"(?!注\d|[\u2460-\u2473\u24b6-\u24e9\u2776-\u277f])(?:[^\W\d_]|[々ー])")
_SIGN_BEHIND = re.compile(rf" ?(?P<sign>[{''.join(SIGNS_BEHIND)}])(?=$|[ )\]、。])")


@dataclass(slots=True)
class Tail:
    """What the words behind a number say, up to ``end``; ``free`` where other words follow."""

    end: int
    comparator: Sign | None = None
    qualifier: str | None = None
    role: Role | None = None
    relative: tuple[int, int] | None = None
    keep: bool = False
    aim: bool = False
    cumulative: bool = False
    rhythm: str = ""
    free: bool = False


class _Piece(NamedTuple):
    """A word behind a number: what it is, where it stands, how it reads."""

    kind: str
    start: int
    end: int
    word: str


def _piece(text: str, at: int) -> _Piece | None:
    start = at + (text[at] == " ")
    end = longest(text, start, _KINDS, _MOST)
    if end == start:
        return None
    word = closed(text[start:end])
    if _KINDS[word] == "role" and _NAME_GOES_ON.match(text, end):
        return None
    return _Piece(_KINDS[word], start, end, word)


def _is_of_next(text: str, piece: _Piece, *, apart: bool) -> bool:
    """Return whether a word begins what stands behind it: 65%、実績 58%, R8:10件 累計:15件."""
    match piece.kind:
        case "role":
            parted = apart or text[piece.start - 1] in "、,/・"
            return parted and _NEXT.match(text, piece.end) is not None
        case "cumulative":
            return apart and _COLON.match(text, piece.end) is not None
        case "filler":
            return apart and text[piece.end - 1] not in "。、:り"
    return False


def _leads_on(text: str, piece: _Piece) -> bool:
    """Return whether a word leads from one value to the next: 40件から50件, 40%を50%に."""
    return piece.word == "から" or (piece.word == "を" and bool(_INTO.match(text, piece.end)))


def tail_at(text: str, start: int) -> Tail:
    """Read the words behind a number and its unit as far as they are understood."""
    tail = good = Tail(start)
    at = start
    sign = _SIGN_BEHIND.match(text, start)
    if sign and not (sign["sign"] == ">" and "<" in text[:start]):  # <12> is in brackets
        return Tail(sign.end(), comparator=SIGNS_BEHIND[sign["sign"]])
    while at < len(text):
        end, rhythm = rhythm_at(text, at)
        apart = text[at] == " "
        piece = None if rhythm else _piece(text, at)
        if rhythm:
            tail = _copy(tail, end, rhythm=tail.rhythm or rhythm)
        elif piece is not None:
            if _is_of_next(text, piece, apart=apart):
                break
            if piece.word in _COUNTS and _NEXT.match(text, piece.end):
                return good  # 50件、採用件数:10件
            end = piece.end
            tail = _add(tail, piece)
        else:
            break
        at = end
        # 累計 before a figure is of the next number; 以上 is of this one.
        goes_on = rhythm or (piece and (piece.kind == "comparator" or _leads_on(text, piece)))
        ahead = text[at : at + 2].lstrip() if apart else text[at : at + 1]
        leads = ahead[:1].isdigit() and not goes_on
        if at == len(text) or not (leads or _WORD.match(text, at)):
            good = tail
    if good.end == len(text) or not _WORD.match(text, good.end):
        return good
    return _with_deed(text, start, good, tail)


def _with_deed(text: str, start: int, good: Tail, tail: Tail) -> Tail:
    """Read also words about the counted things, from the end of the understood words."""
    timed = start > 0 and text[start - 1] in _OF_TIME
    for known in (tail, good):
        if timed:
            break
        deed = _DOING.match(text, known.end) or _PREDICATE.match(text, known.end)
        if deed is not None:
            return _copy(good, deed.end(), comparator=tail.comparator)
    return _copy(good, good.end, free=True)


def _add(tail: Tail, piece: _Piece) -> Tail:  # noqa: PLR0911 - one for each kind of word
    end, word = piece.end, piece.word
    match piece.kind:
        case "comparator":
            return _copy(tail, end, comparator=tail.comparator or COMPARATORS[word])
        case "aim":
            return _copy(tail, end, aim=True, role=tail.role or "target")
        case "keep":
            return _copy(tail, end, keep=True, relative=tail.relative or (piece.start, end))
        case "change":
            return _copy(tail, end, relative=tail.relative or (-1, end))
        case "qualifier":
            return _copy(tail, end, qualifier=tail.qualifier or word)
        case "role":
            return _copy(tail, end, role=tail.role or ROLES[word])
        case "cumulative":
            return _copy(tail, end, cumulative=True)
    return _copy(tail, end)


def _copy(tail: Tail, end: int, **changes: object) -> Tail:
    return replace(tail, end=end, **changes)  # type: ignore[arg-type]
