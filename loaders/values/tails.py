"""What follows a number and its unit: 以上を維持, 程度, の増加を目指す, を上回る."""

from __future__ import annotations

import re
from dataclasses import dataclass

from keikaku.loaders.values.folding import closed
from keikaku.loaders.values.model import Role, Sign
from keikaku.loaders.values.units import rhythm_at
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
    one_of,
)

_PIECE = re.compile(
    r" ?(?:"
    rf"(?P<comparator>{one_of(list(COMPARATORS))})"
    rf"|(?P<aim>{one_of(AIMS)})(?:す|る|ます)?"
    rf"|(?P<keep>{one_of(KEEPS)})"
    rf"|(?P<change>(?:の ?)?(?:{one_of(CHANGES)}))"
    rf"|(?P<qualifier>{one_of(QUALIFIERS_AFTER)})"
    rf"|(?P<role>{one_of(list(ROLES))})(?![一-龥ァ-ヴ])"
    rf"|(?P<cumulative>{one_of(CUMULATIVE)})"
    rf"|(?P<action>{one_of(ACTIONS)})"
    rf"|(?P<filler>{one_of(FILLERS)}))"
)
_WORD = re.compile(r"[^\W\d_]|[々ー]")
BOUNDARY = " ()[]{}【】〔〕<>《》〈〉≪≫「」『』→⇒➡➔⇨、,。;:・※*/|~―"


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


def tail_at(text: str, start: int) -> Tail:
    """Read the words behind a number and its unit as far as they are understood."""
    tail = good = Tail(start)
    at = start
    while at < len(text):
        end, rhythm = rhythm_at(text, at)
        apart = text[at] == " "
        found = None if rhythm else _PIECE.match(text, at)
        if rhythm:
            tail = _copy(tail, end, rhythm=tail.rhythm or rhythm)
        elif found is not None and found.end() > at:
            if (
                apart
                and found["role"]
                and re.match(r" ?[\d約▲△(\[]", text[found.end() : found.end() + 2])
            ):
                break
            if apart and found["filler"] and text[found.end() - 1] not in "。、:り":
                break
            end = found.end()
            tail = _add(tail, found)
        else:
            break
        at = end
        # 累計 before a figure is of the next number; 以上 is of this one.
        goes_on = rhythm or (found and (found["comparator"] or found["filler"] == "から"))
        ahead = text[at : at + 2].lstrip() if apart else text[at : at + 1]
        leads = ahead[:1].isdigit() and not goes_on
        if at == len(text) or not (leads or _WORD.match(text, at)):
            good = tail
    if good.end == len(text) or not _WORD.match(text, good.end):
        return good
    return _copy(good, good.end, free=True)


def _add(tail: Tail, found: re.Match[str]) -> Tail:  # noqa: PLR0911 - one for each kind of word
    end = found.end()
    word = closed(found[0])
    if found["comparator"]:
        return _copy(tail, end, comparator=tail.comparator or COMPARATORS[word])
    if found["aim"]:
        return _copy(tail, end, aim=True, role=tail.role or "target")
    if found["keep"]:
        at = (found.start("keep"), end)
        return _copy(tail, end, keep=True, relative=tail.relative or at)
    if found["change"]:
        return _copy(tail, end, relative=tail.relative or (-1, end))
    if found["qualifier"]:
        return _copy(tail, end, qualifier=tail.qualifier or word)
    if found["role"]:
        return _copy(tail, end, role=tail.role or ROLES[word])
    if found["cumulative"]:
        return _copy(tail, end, cumulative=True)
    return _copy(tail, end)


def _copy(tail: Tail, end: int, **changes: object) -> Tail:
    from dataclasses import replace

    return replace(tail, end=end, **changes)  # type: ignore[arg-type]
