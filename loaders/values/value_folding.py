"""A cell's text in one form (NFKC, single spaces), with the place of each letter in the source."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_SUPERSCRIPTS = "⁰¹⁴⁵⁶⁷⁸⁹"
_POWERS = {"²": "2", "³": "3"}
_MINUS = dict.fromkeys("−‐‑‒–﹣－", "-")
_DASHES = dict.fromkeys("―—─━", "―")
_WAVES = dict.fromkeys("～", "~")
_JOINED = "\u3099\u309a\uff9e\uff9f"
_CIRCLED = re.compile("[\u2460-\u2473\u24b6-\u24e9\u2776-\u277f]")
_DOUBLED = re.compile(r"(?:(\S)\1)+")
_TWICE = re.compile(r"\d\d\.\.\d|\d\d%%|,,\d|\(\(")
_SPREAD = re.compile(
    r"(?<![０-９A-Za-zＡ-Ｚ和成第年])[０-９]"
    r"(?:[ \u3000][０-９]|[ \u3000]?，[ \u3000]?[０-９](?:[ \u3000]?[０-９]){2})+"
    r"(?=[ \u3000]?[％%人件回円校か箇団世])"
    r"|(?<=\d) (?=[.．]\d)|(?<=[,，]\d)[ \n](?=\d\d(?!\d))|(?<=[,，]\d\d)[ \n](?=\d(?!\d))"
    r"|(?<=\d) (?=[,，]\d{3}(?!\d))|(?<=\d)[.．](?=[％%])"
)
"""Where a print spread a number, or put a point too many: 8 .5, 1,2 34, 100.%."""
_B = r"[ \u3000]?"
_APART = re.compile(
    rf"\d{_B}[十百千]?[万億兆][ \u3000](?=\d[,，]\d{{3}}|\d{{4}}(?!\d)|\d[\d,，]*{_B}[十百千万億])"
    rf"|(?:人口{_B})?\d{_B}[千万]?{_B}(?:人|世帯|日|件|か所|校|戸|台|施設|団体){_B}"
    rf"(?:\d{_B}日{_B})?(?:当{_B}たり|あたり|対(?![象策応]))"
)
"""Words that a print put apart: 305 万 2 千円, 1 人 1 日当たり, 人口 10 万人当たり."""
_POINT = re.compile(r"(?<![\dA-Za-zＡ-Ｚ])(\d{1,3})[・･](?=\d[％%])")
"""A dot of letters that stands for the point: 85・5%."""
_TOKEN = re.compile(r"\S+|\s+")
_DROPPED = {"\u200b", "\ufeff", "\u00ad"}


class Folded(NamedTuple):
    """The text to be read, and for each of its letters where it stands in the source."""

    text: str
    at: list[int]
    source: str

    def printed(self, start: int, end: int) -> str:
        """Return the source's words for ``[start, end)`` of the text."""
        if start >= end:
            return ""
        last = self.at[end] if end < len(self.at) else len(self.source)
        return self.source[self.at[start] : last].strip()


def fold(source: str) -> Folded:
    """Fold a text; ½ becomes 1⁄2, ㎥ m3, and the letters of a doubled print (11..5599) single."""
    letters: list[str] = []
    at: list[int] = []
    i = 0
    text = _POINT.sub(r"\1.", source)
    spread = {i for run in _SPREAD.finditer(text) for i in range(*run.span())}
    apart = {i for run in _APART.finditer(text) for i in range(*run.span())}
    while i < len(source):
        if (i in spread and text[i] in " \u3000\n.．") or (i in apart and text[i] in " \u3000"):
            i += 1
            continue
        end = i + 1
        while end < len(source) and source[end] in _JOINED:
            end += 1
        for letter in _folded(text[i:end], letters):
            if letter == " " and (not letters or letters[-1] == " "):
                continue
            letters.append(letter)
            at.append(i)
        i = end
    while letters and letters[-1] == " ":
        letters.pop()
        at.pop()
    return _single(Folded("".join(letters), at, source))


def _folded(cluster: str, before: list[str]) -> str:
    if cluster in _POWERS:
        return _POWERS[cluster] if before and before[-1] in "mM" else ""
    if cluster == "ー" and (not before or before[-1] in " ([:~"):
        return "―"  # no word begins with it: ー5.2%
    return _letter(cluster)


@lru_cache(maxsize=8192)
def _letter(cluster: str) -> str:  # noqa: PLR0911 - one for each kind of letter
    """Fold a letter that reads alike wherever it stands."""
    if cluster.isspace():
        return " "
    if cluster in _DROPPED or cluster in _SUPERSCRIPTS:
        return ""  # a raised figure is the number of a footnote
    if cluster in _MINUS:
        return "-"
    if cluster in _DASHES:
        return "―"
    if cluster in _WAVES:
        return "~"
    if _CIRCLED.match(cluster):
        return cluster
    folded = unicodedata.normalize("NFKC", cluster)
    if len(folded) == 3 and folded[1] == "\u2044":  # ½, glued to a number before it
        return cluster
    return "".join(c for c in folded if c.isprintable() or c == " ")


def _single(folded: Folded) -> Folded:
    """Read a print once whose every letter stands twice: 11..5599 is 1.59."""
    text = folded.text
    if not _TWICE.search(text):
        return folded
    kept: list[int] = []
    doubled = False
    for token in _TOKEN.finditer(text):
        places = range(token.start(), token.end())
        twice = _DOUBLED.fullmatch(token[0]) is not None
        doubled |= twice and _TWICE.search(token[0]) is not None
        kept += places[::2] if twice else places
    if not doubled:
        return folded
    return Folded("".join(text[i] for i in kept), [folded.at[i] for i in kept], folded.source)


def closed(text: str) -> str:
    """Return the text without the blanks inside it, as it is compared and kept."""
    return "".join(text.split())
