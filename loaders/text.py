"""Normalising the text of a plan: width, stray spaces, list marks, numbers.

Shared by every loader. Nothing here knows a document family or a city.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from keikaku.graph.folding import fold, ideographs
from keikaku.graph.years import fiscal_year, years_in

__all__ = [
    "ARROWS",
    "CIRCLED",
    "circled_number",
    "distance",
    "fiscal_year",
    "fold",
    "normal",
    "plain",
    "similarity",
    "split_bullets",
    "tidy",
    "years_in",
]

ARROWS = "→➔➡⇒⟶➜►▶⇨"
CIRCLES = "○◯〇●◎◦⚪✓✔☑"

CIRCLED: dict[str, int] = {
    **{chr(0x2460 + n): n + 1 for n in range(20)},
    **{chr(0x3251 + n): n + 21 for n in range(15)},
    **{chr(0x32B1 + n): n + 36 for n in range(15)},
    **{chr(0x2474 + n): n + 1 for n in range(20)},
    **{chr(0x2776 + n): n + 1 for n in range(10)},
}
"""Circled and parenthesised digits (丸数字) and their values."""

_CIRCLED_RUN = re.compile(f"([{''.join(CIRCLED)}]+)")
_UNPRINTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufeff\ufff0-\ufffb\ufffe\uffff]"
)
# Any letter beyond ASCII: after NFKC these are the Japanese ones. A range of kanji would cost
# a millisecond of start-up in each pattern.
_CJK = r"[^\x00-\x7f]"
_SPACE = r"[ \u3000\u00a0\u200b]"
_LETTER_WORD = re.compile(rf"(?<=\d)([A-Z]){_SPACE}+(?={_CJK})")
_DIGIT_LETTER = re.compile(rf"(?<![\w.])(\d){_SPACE}+(?=[A-Z](?![A-Za-z]))")
_SPACED_WORD = re.compile(
    rf"(?<![A-Za-z])[A-Za-z](?:{_SPACE}+[A-Za-z])+(?![A-Za-z])(?:{_SPACE}+(?={_CJK}))?"
)
_BETWEEN_CJK = re.compile(rf"(?<={_CJK}){_SPACE}+(?={_CJK})")
_BULLET = re.compile(r"(?:^|(?<=\s))[・･‧•●■◆▪\-－]+\s*(?=\S)")


def normal(text: str) -> str:
    """Normalise (NFKC), but leave circled digits as they are (they mark lists).

    Radicals become ideographs, the ‧ that browsers print for ・ becomes one; control characters
    and what is not seen go.
    """
    if text.isascii():
        return _UNPRINTED.sub("", text)
    pieces = _CIRCLED_RUN.split(ideographs(text))
    pieces[::2] = [unicodedata.normalize("NFKC", piece) for piece in pieces[::2]]
    return _UNPRINTED.sub("", "".join(pieces))


def tidy(text: str) -> str:
    """Return one line of text with stray spaces gone.

    ``A I による`` → ``AIによる``, ``3 R課`` → ``3R課``.

    A space between two Japanese words stays: it may part a group from its item.
    """
    text = " ".join(text.split())
    if " " not in text:
        return text
    text = _SPACED_WORD.sub(lambda m: m[0].replace(" ", ""), text)
    text = _DIGIT_LETTER.sub(r"\1", text)
    return _LETTER_WORD.sub(r"\1", text)


def plain(text: str) -> str:
    """Tidy a name: as :func:`tidy`, but without spaces between Japanese characters too."""
    text = _BETWEEN_CJK.sub("", tidy(text))
    return re.sub(r"(?<=[^\sA-Za-z0-9]) (?=\()|(?<=\)) (?=[^\sA-Za-z0-9(])", "", text)


def circled_number(text: str) -> int | None:
    """Return the number of a cell's leading list mark: ``③`` → 3, ``(2)`` → 2, else None."""
    stripped = text.strip()
    if stripped and stripped[0] in CIRCLED:
        return CIRCLED[stripped[0]]
    match = re.match(r"\((\d{1,2})\)|(\d{1,2})[.)](?!\d)", stripped)
    return int(match[1] or match[2]) if match else None


def split_bullets(text: str) -> Iterator[str]:
    """Yield the items of a text (・ at a line's start or after a space), without their bullets."""
    for line in text.split("\n"):
        for item in _BULLET.split(line.strip()):
            if item.strip():
                yield item.strip()


def distance(a: str, b: str) -> int:
    """Return the edit distance (編集距離; Levenshtein 1966) of two names, folded."""
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(fold(a), fold(b))


def similarity(a: str, b: str) -> float:
    """Return how similar two texts are, from 0 to 1.

    1 - edit distance / length of the longer, folded.
    """
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.normalized_similarity(fold(a), fold(b))
