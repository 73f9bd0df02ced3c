"""Labels: the words of a node, broken and cut so that they surely fit their box.

A full-width letter is as wide as the font is high; every other is taken for 0.62 of it, wide enough
for the fonts that planners have. So nothing need be measured in the browser, and the same graph
is laid out alike on every machine.
"""

from __future__ import annotations

import unicodedata
from typing import Any, NamedTuple

from visualizations.style import KIND_STYLES, LINE, PADDING

_NARROW = 0.62
_LONGEST = 22.0  # full-width letters of a box that fits its words
_ELLIPSIS = "…"
_BACK = 8
_NOT_FIRST = frozenset("、。，．・：；？！ー々）)」』】〉》〕］ぁぃぅぇぉっゃゅょァィゥェォッャュョ")
_NOT_LAST = frozenset("（(「『【〈《〔［")


class Label(NamedTuple):
    """The lines of a label and the size of its box."""

    lines: tuple[str, ...]
    width: float
    height: float


def wide(text: str) -> float:
    """The width of a text in full-width letters."""
    return sum(1.0 if unicodedata.east_asian_width(c) in "WFA" else _NARROW for c in text)


def broken(text: str, most: float, lines: int) -> tuple[str, ...]:
    """A text in at most so many lines of at most that width; what does not fit ends in "…".

    Lines are about equally long; none begins with a mark such as 、 or ー (禁則).

    >>> broken("窓口業務のオンライン化", 7, 2)
    ('窓口業務のオ', 'ンライン化')
    >>> broken("窓口業務のオンライン化推進事業", 6, 2)
    ('窓口業務のオ', 'ンライン化…')
    """
    whole = " ".join(text.split())
    found = _filled(whole, most)
    if len(found) > lines:
        last = "".join(found[lines - 1 :])
        return (*found[: lines - 1], last[: _fitting(last, most - 1)].rstrip() + _ELLIPSIS)
    even = wide(whole) / max(1, len(found)) + 0.5
    for room in (even, even + 1, even + 2):
        balanced = _filled(whole, min(room, most))
        if len(balanced) == len(found):
            return tuple(balanced)
    return tuple(found)


def label(facts: dict[str, Any], width: float | None = None) -> Label:
    """The label of a node; ``width`` is that of its box where its place decides it."""
    style = KIND_STYLES[facts["kind"]]
    room = width or style.width
    text = str(facts["label"])
    most = (room - 2 * PADDING[0]) / style.font if room else _LONGEST
    lines = broken(text, max(most, 2.0), style.lines)
    fitted = max(map(wide, lines)) * style.font + 2 * PADDING[0] + style.font
    height = style.lines if style.width and style.lines > 1 else len(lines)
    if style.width and not style.skeleton:
        height = len(lines)
    return Label(lines, room or fitted, height * style.font * LINE + 2 * PADDING[1])


def _filled(text: str, most: float) -> list[str]:
    """A text in lines that are as full as they can be."""
    found = []
    while text:
        end = _fitting(text, most)
        found.append(text[:end].rstrip())
        text = text[end:].lstrip()
    return found or [""]


def _fitting(text: str, most: float) -> int:
    """How many letters fit, at least one; a Latin word or a number stays whole where it can."""
    width = 0.0
    for end, letter in enumerate(text):
        width += wide(letter)
        if width > most + 1e-9:
            return _good_end(text, end) or max(end, 1)
    return len(text)


def _good_end(text: str, end: int) -> int:
    """The nearest good place to break at or a little before ``end``; 0 if there is none."""
    for at in range(end, max(end - _BACK, 0), -1):
        word = text[at - 1].isascii() and text[at].isascii() and text[at - 1].isalnum() and text[at].isalnum()
        if not word and text[at] not in _NOT_FIRST and text[at - 1] not in _NOT_LAST:
            return at
    return 0
