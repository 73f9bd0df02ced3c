"""Labels: the words of a node, broken into lines and cut so that they fit their box.

A full-width letter is as wide as the font is high; every other letter counts as 0.62 of that, which
is wide enough for the fonts of most offices. So the browser measures nothing, and the same graph
has the same layout on every machine.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Any, NamedTuple

from keikaku.graph.text_width import char_width
from keikaku.visualizations.style import KIND_STYLES, LINE, PADDING

_NARROW = 0.62
_LONGEST = 22.0  # full-width letters of a box that fits its words
_ELLIPSIS = "…"
_BACK = 8
_NOT_FIRST = frozenset(
    "、。，．・：；？！ー々）)」』】〉》〕］ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
)
_NOT_LAST = frozenset("（(「『【〈《〔［")


class Label(NamedTuple):
    """The lines of a label and the size of its box."""

    lines: tuple[str, ...]
    width: float
    height: float


def wide(text: str) -> float:
    """Return the width of a text in full-width letters."""
    return sum((0.0, _NARROW, 1.0)[char_width(char, 2)] for char in text)


def broken(text: str, most: float, lines: int) -> tuple[str, ...]:
    """Return a text in at most so many lines of at most that width; what does not fit ends in "…".

    Lines are about equally long; none begins with a mark such as 、 or ー (禁則).

    >>> broken("窓口業務のオンライン化", 7, 2)
    ('窓口業務の', 'オンライン化')
    >>> broken("窓口業務のオンライン化推進事業", 6, 2)
    ('窓口業務のオ', 'ンライン化…')
    """
    whole = " ".join(text.split())
    filled = _filled(whole, most)
    if len(filled) > lines:
        last = "".join(filled[lines - 1 :])
        return (*filled[: lines - 1], last[: _fitting(last, most - 1)].rstrip() + _ELLIPSIS)
    return _halved(whole, most) if len(filled) == 2 else tuple(filled)


def label(facts: dict[str, Any], width: float | None = None) -> Label:
    """Return the label of a node; ``width`` is that of its box where its place decides it."""
    kind = facts["kind"]
    return _label(kind, str(facts["label"]), width or KIND_STYLES[kind].width)


@cache
def _label(kind: str, text: str, room: float) -> Label:
    """Return the label; cached, because every layout that is tried asks for it again."""
    style = KIND_STYLES[kind]
    most = (room - 2 * PADDING[0]) / style.font if room else _LONGEST
    lines = broken(text, max(most, 2.0), style.lines)
    fitted = max(map(wide, lines)) * style.font + 2 * PADDING[0] + style.font
    height = style.lines if style.width and style.lines > 1 else len(lines)
    if style.width and not style.skeleton:
        height = len(lines)
    tall = (height * style.font + style.foot) * LINE
    return Label(lines, room or fitted, tall + 2 * PADDING[1])


COUNT_ROOM = 40.0
"""Room at the right of a heading for the number of its plans and the mark that closes it."""


def heading(facts: dict[str, Any], width: float) -> Label:
    """Return the label of a heading of that width, which leaves room for its count."""
    return label(facts, max(width - COUNT_ROOM, width / 2))


def foot(kind: str, text: str, width: float) -> str:
    """Return the line beneath the words of a box of that width, cut where it is too long."""
    return broken(text, (width - 2 * PADDING[0]) / KIND_STYLES[kind].foot, 1)[0] if text else ""


def _halved(text: str, most: float) -> tuple[str, ...]:
    """Return a text in two lines, broken where a phrase ends if that is not far from the middle."""
    best = (float("inf"), 0)
    for at in range(1, len(text)):
        first, second = wide(text[:at].rstrip()), wide(text[at:].lstrip())
        if max(first, second) <= most and _breaks(text, at):
            best = min(best, (abs(first - second) + _cost(text[at - 1], text[at]), at))
    at = best[1] or _fitting(text, most)
    return text[:at].rstrip(), text[at:].lstrip()


def _cost(before: str, after: str) -> float:
    """Return how bad it is to break between two letters: best after a particle or a space."""
    if before in " ・、" or (_script(before) == "HIRAGANA" != _script(after)):
        return 0.0
    return 5.0 if _script(before) != _script(after) else 11.0


def _script(letter: str) -> str:
    """Return the script of a letter: HIRAGANA, KATAKANA, CJK, DIGIT and so on."""
    return unicodedata.name(letter, "").partition(" ")[0].partition("-")[0]


def _filled(text: str, most: float) -> list[str]:
    """Return a text in lines that are as full as they can be."""
    lines = []
    while text:
        end = _fitting(text, most)
        lines.append(text[:end].rstrip())
        text = text[end:].lstrip()
    return lines or [""]


def _fitting(text: str, most: float) -> int:
    """Return how many letters fit, at least one; a Latin word or a number stays whole."""
    width = 0.0
    for end, letter in enumerate(text):
        width += wide(letter)
        if width > most + 1e-9:
            return _good_end(text, end) or max(end, 1)
    return len(text)


def _good_end(text: str, end: int) -> int:
    """Return the nearest good place to break at or a little before ``end``; 0 if there is none."""
    for at in range(end, max(end - _BACK, 0), -1):
        if _breaks(text, at):
            return at
    return 0


def _breaks(text: str, at: int) -> bool:
    """Return whether a line may end before this letter."""
    before, after = text[at - 1], text[at]
    within_word = before.isascii() and after.isascii() and (before + after).isalnum()
    return not within_word and after not in _NOT_FIRST and before not in _NOT_LAST
