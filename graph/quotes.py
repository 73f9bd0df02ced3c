"""The words of a text that stand as evidence (引用): whole clauses, never cut within a word.

A quote extends from one 。、bracket or line end to another and keeps a pair of brackets whole. A
clause shorter than :data:`SHORTEST` is joined with the next one. Only a quote longer than
:data:`LONGEST` is cut, where kana ends before a kanji or katakana, with … at the cut.
"""

from __future__ import annotations

import re

SHORTEST = 14
LONGEST = 40
CUT = "…"

_FAR = 160  # letters on each side that are looked at
_OPEN = dict(zip("(（「『【〔[［〈《", ")）」』】〕]］〉》", strict=True))
_CLOSE = frozenset(_OPEN.values())
_STOP = frozenset("。、，．!?！？;；\n")
_JOINS = frozenset("、，・ 」』)）】「『(（【")
_MARKS = frozenset("・•●■◆○※①②③④⑤⑥⑦⑧⑨⑩")
_EDGE = " \u3000・•\t\n。、,，;；"

_KANA = "ぁ-ゖ"
_WORD = r"一-鿿々ァ-ヺA-Za-z0-9「『"
# One letter of kana between kanji is a particle or the inside of a word (取り組み): particles only.
# A longer run may end with the head of a word (お知らせ, ご意見): its last letter counts, too.
_PLACE = re.compile(
    rf"(?<=[^{_KANA}][のをがはにとでへもや])(?=[{_WORD}])"
    rf"|(?<=[{_KANA}][てたるでにをのがはともやなどらばりへつくめしいれ])(?=[{_WORD}])"
    r"|(?<= )(?=\S)"
)


def quote(text: str, start: int, end: int) -> str:
    """Return the clause round the words ``[start, end)`` of a text, as it is quoted."""
    first = max(start - _FAR, 0)
    near, last = text[first : end + _FAR], len(text) - first
    start, end = start - first, end - first
    left, right = _whole(near, start, end)
    kept = (left, right)
    if right - left > LONGEST:
        kept = _cut(near, (left, right), (start, end))
    head = CUT if kept[0] > left or (first and not kept[0]) else ""
    tail = CUT if kept[1] < right or kept[1] == len(near) < last else ""
    return f"{head}{_plain(near[slice(*kept)])}{tail}"


def _plain(words: str) -> str:
    return " ".join(words.split()).strip(_EDGE)


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the clause with what it needs: its brackets, the next one where it is short."""
    left, right = _left(text, start), _right(text, end, start)
    while right - left < SHORTEST:
        wider = _wider(text, left, right)
        if wider is None:
            break
        left, right = wider
    return left, right


def _wider(text: str, left: int, right: int) -> tuple[int, int] | None:
    """Return a clause with its brackets, else with the next of its line, else the one before."""
    before, after = text[left - 1 : left], text[right : right + 1]
    if before and _OPEN.get(before) == after:
        return _left(text, left - 1), _right(text, right + 1, left - 1)
    if after in _JOINS and right + 1 < len(text) and text[right + 1] not in _STOP:
        return left, _right(text, right + 1, left)
    if before in _JOINS and left > 1 and text[left - 2] not in _STOP:
        return _left(text, left - 1), right
    return None


def _left(text: str, start: int) -> int:
    """Return where the clause begins: behind the nearest mark before it, outside of brackets."""
    at = start
    while at > 0:
        mark = text[at - 1]
        if mark in _CLOSE:
            opened = _opening(text, at - 1)
            if opened is None or start - opened > LONGEST:
                return at
            at = opened
        elif mark in _STOP or mark in _OPEN or _item_begins(text, at):
            return at
        else:
            at -= 1
    return 0


def _right(text: str, end: int, start: int) -> int:
    """Return where the clause ends: before the nearest mark behind it, outside of brackets."""
    at = end
    while at < len(text):
        mark = text[at]
        if mark in _OPEN:
            closed = _closing(text, at)
            if closed is None or closed + 1 - start > LONGEST:
                return at
            at = closed + 1
        elif mark in _STOP or mark in _CLOSE or _item_begins(text, at):
            return at
        else:
            at += 1
    return at


def _item_begins(text: str, at: int) -> bool:
    """Return whether an item of a list begins at a place: a space, then a list mark."""
    return text[at - 1 : at].isspace() and text[at : at + 1] in _MARKS


def _opening(text: str, close: int) -> int | None:
    """Return the bracket that a closing one belongs to; None where it is far or there is none."""
    deep = 0
    for at in range(close, max(close - _FAR, -1), -1):
        deep += (text[at] in _CLOSE) - (text[at] in _OPEN)
        if not deep:
            return at
    return None


def _closing(text: str, opening: int) -> int | None:
    """Return the bracket that closes an opening one; None where it is far or there is none."""
    deep = 0
    for at in range(opening, min(opening + _FAR, len(text))):
        deep += (text[at] in _OPEN) - (text[at] in _CLOSE)
        if not deep:
            return at
    return None


def _cut(text: str, whole: tuple[int, int], words: tuple[int, int]) -> tuple[int, int]:
    """Return the longest part round the words that is short enough and cut between words.

    One cut is better than two; a clause without a place to cut stays whole.
    """
    (left, right), (start, end) = whole, words
    outside = _outside_brackets(text, left, right)
    places = [match.start() for match in _PLACE.finditer(text, left, right)]
    places = [at for at in places if at in outside]
    heads = [left, *(at for at in places if at <= start)]
    tails = [*(at for at in places if at >= end), right]
    fitting = [
        ((head > left) + (tail < right), head - tail, head, tail)
        for head in heads
        for tail in tails
        if tail - head <= LONGEST
    ]
    if fitting:
        return min(fitting)[2:]
    return heads[-1], tails[0]


def _outside_brackets(text: str, left: int, right: int) -> set[int]:
    """Return the places of a clause that lie between no bracket and the one that closes it."""
    positions, deep = set(), 0
    for at in range(left + 1, right):
        deep += (text[at - 1] in _OPEN) - (text[at - 1] in _CLOSE)
        if deep <= 0:
            positions.add(at)
    return positions
