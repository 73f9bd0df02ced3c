"""A number in any form in which it is printed: 1,234.5, 10万3,000, 1兆2,000億, ▲ 3.5, 三百, ½."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from keikaku.loaders.values.words import KANJI_DIGITS, SCALES

_SIGN = r"(?P<sign>[-+±▲△―]|\([-▲△]\)|マイナス|プラス) ?"
_ARABIC = re.compile(r"\d{1,3}(?:, ?\d{3})+(?!\d)(?:\.\d+)?|\d{2,}\. \d+(?=%)|\d+(?:\.\d+)?")
_VULGAR = re.compile("(\\d*)([\u00bc-\u00be\u2150-\u215e])")
_SLASHED = re.compile("(\\d)\u2044(\\d{1,2})(?!\\d)")  # how ½ reads once it was folded
_OVER = re.compile(r"(\d+) ?分の ?(\d+)(?!\d)")
_KANJI_OVER = re.compile(r"([二三四五六七八九十]{1,2})分の([一二三四五六七八九]{1,2})")
_KANJI = re.compile(r"[一二三四五六七八九十百千]+(?:[兆億万][一二三四五六七八九十百千]*)*")
_SCALE = re.compile(r" ?(?P<scale>[十百千]?[万億兆]|[百千](?!分|葉))")
_LEAD = re.compile(_SIGN)
_MORE = re.compile(r"[.,:\u2044]?\d|[.,:](?=\d)|、\d{3}(?!\d)")
LONGEST = 20
"""The most digits of a number."""


class Number(NamedTuple):
    """A number at ``[start, end)`` and the one scale word that stays in its unit."""

    start: int
    end: int
    value: float | int
    scale: str
    signed: bool


def number_at(text: str, start: int) -> Number | None:
    """Read the number that begins at ``start``, sign and all; None where there is none whole."""
    lead = _LEAD.match(text, start)
    sign = lead["sign"] if lead else ""
    at = lead.end() if lead else start
    if sign in ("-", "+", "―") and text[at - 1] == " ":
        return None  # "- 5件" may be a list's dash
    number = _fraction(text, at) or _parts(text, at) or _kanji(text, at)
    if number is None or (number.end < len(text) and _MORE.match(text, number.end)):
        return None
    minus = sign.strip("()") in ("-", "―", "▲", "△", "マイナス")
    value = -number.value if minus else number.value
    return Number(start, number.end, value, number.scale, bool(sign))


def _fraction(text: str, at: int) -> Number | None:
    vulgar = _VULGAR.match(text, at)
    if vulgar:
        value = int(vulgar[1] or 0) + unicodedata.numeric(vulgar[2])
        return Number(at, vulgar.end(), value, "", False)
    slashed = _SLASHED.match(text, at)
    if slashed and int(slashed[2]):
        return Number(at, slashed.end(), int(slashed[1]) / int(slashed[2]), "", False)
    over = _OVER.match(text, at)
    if over and int(over[1]):
        return Number(at, over.end(), int(over[2]) / int(over[1]), "", False)
    written = _KANJI_OVER.match(text, at)
    if written:
        whole, part = _kanji(written[1], 0), _kanji(written[2], 0)
        if whole is not None and part is not None:
            return Number(at, written.end(), part.value / whole.value, "", False)
    return None


def _parts(text: str, at: int) -> Number | None:
    """Read digits with scale words between them: 1万8千 is 18000; 億 of 176億 stays apart."""
    parts: list[tuple[float | int, int]] = []
    scale = ""
    end = at
    while True:
        digits = _ARABIC.match(text, end)
        if digits is None or len(digits[0]) > LONGEST:
            break
        value = plain(digits[0])
        if parts and (value >= parts[-1][1] or len(parts) > len(SCALES)):
            return None
        end = digits.end()
        scaled = _SCALE.match(text, end)
        scale = scaled["scale"] if scaled else ""
        parts.append((value, size(scale)))
        if scaled is None:
            break
        end = scaled.end()
        if end >= len(text) or not text[end].isdigit():
            break
    if not parts:
        return None
    if len(parts) == 1:
        return Number(at, end, parts[0][0], scale, False)
    total = _total(parts)
    return None if total is None else Number(at, end, total, "", False)


def _total(parts: list[tuple[float | int, int]]) -> float | int | None:
    """Add up the parts: 3千 5百万 is 35,000,000, because 3千 counts in 万, too."""
    sizes = [size for _, size in parts]
    if sizes == sorted(set(sizes), reverse=True):
        return _whole(sum(value * size for value, size in parts))
    if len(parts) == 2 and sizes[0] < sizes[1]:
        large = max(s for s in SCALES.values() if sizes[1] % s == 0)
        return _whole(parts[0][0] * sizes[0] * large + parts[1][0] * sizes[1])
    return None


def _kanji(text: str, at: int) -> Number | None:
    match = _KANJI.match(text, at)
    if match is None or len(match[0]) > LONGEST:
        return None
    total = part = digit = 0
    last = ""
    for letter in match[0]:
        if letter in KANJI_DIGITS:
            if last in KANJI_DIGITS and last:
                return None
            digit = KANJI_DIGITS[letter]
        elif letter in "十百千":
            part += (digit or 1) * SCALES[letter]
            digit = 0
        else:
            total += (part + digit) * SCALES[letter]
            part = digit = 0
        last = letter
    if last in "兆億万" and sum(c in "兆億万" for c in match[0]) == 1:
        return Number(at, match.end(), total // SCALES[last], last, False)
    return Number(at, match.end(), total + part + digit, "", False)


def size(scale: str) -> int:
    """Return the factor of a scale word: 百万 is 1,000,000, no word is 1.

    >>> size("千万"), size("")
    (10000000, 1)
    """
    product = 1
    for letter in scale:
        product *= SCALES[letter]
    return product


def plain(digits: str) -> float | int:
    """Read printed digits as a number: ``1,580,493`` → 1580493, ``98.2`` → 98.2.

    >>> plain("1,200"), plain("1 200.5")
    (1200, 1200.5)
    """
    bare = digits.replace(",", "").replace(" ", "")
    return float(bare) if "." in bare else int(bare)


def _whole(value: float) -> float | int:
    return round(value) if abs(value - round(value)) < 1e-6 else value
