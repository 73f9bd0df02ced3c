"""Lines of labels with their values: 担当部：総務部　担当課：財政課."""

from __future__ import annotations

import re
from collections.abc import Iterable

from keikaku.loaders.layouts.label_parts import label
from keikaku.loaders.layouts.layout_words import LayoutWords
from keikaku.loaders.layouts.vocabulary import Meaning

_PAIR = re.compile(r"[:：]\s*(?=\S)")
_OPEN, _CLOSE = re.compile(r"[(（【\[〔「]"), re.compile(r"[)）】\]〕」]")
_BLANKS = re.compile(r"[\s　]+")
_NUMBERED = re.compile(r"^(?:\(\d{1,2}\)|（[\d１-９]{1,2}）|\d{1,2}[.．]|[■●◆・○◇①-⑳])[\s　]*")
_LONGEST = 24
_SPACED = (
    "department", "division", "section", "sdgs", "plan.number", "plan.overview", "plan.problem",
    "plan.work", "plan.vision", "plan.category", "guidelines", "partners", "document.",
)  # fmt: skip
"""Facts whose labels a blank parts from their value; other labels may begin a heading."""
LABEL_SURE = 0.95


def split_pairs(text: str, words: LayoutWords) -> list[tuple[Meaning, str, str]]:
    """Return the labels of a line and their values: 担当部：総務部　担当課：財政課."""
    pairs: list[tuple[Meaning, int, int, str]] = []
    for mark in _PAIR.finditer(text):
        before = text[: mark.start()]
        if len(_OPEN.findall(before)) > len(_CLOSE.findall(before)):
            continue  # （単位：千円）
        start = max(
            [before.rfind(c) for c in "\n\t　 、,／/　"] + [pairs[-1][2] if pairs else -1, -1]
        )
        for at in _starts(start):
            name = before[at:]
            meaning = words.of(name) if 0 < len(name) <= 24 else None
            if meaning is not None and meaning.sure >= LABEL_SURE:
                pairs.append((meaning, at, mark.end(), name))
                break
        if not pairs:
            return []
    parts = []
    for n, (meaning, _, end, name) in enumerate(pairs):
        stop = pairs[n + 1][1] if n + 1 < len(pairs) else len(text)
        value = text[end:stop].strip(" 　\t\n,、/／")
        if value:
            parts.append((meaning, value, "".join(label(name).segments[:1])))
    return parts


def spaced_pairs(text: str, words: LayoutWords) -> list[tuple[Meaning, str, str]]:
    """Return the labels of a line that only blanks part from their values: 担当課　財政課.

    The line begins with a label as the catalogue has it; other labels behind it begin pairs, too.
    """
    line = _NUMBERED.sub("", text.strip())
    pieces = _BLANKS.split(line)
    pairs: list[tuple[Meaning, list[str], str]] = []
    for piece in pieces:
        meaning = words.of(piece) if len(piece) <= _LONGEST else None
        if meaning is not None and meaning.sure >= 1 and meaning.fact.startswith(_SPACED):
            pairs.append((meaning, [], "".join(label(piece).segments[:1])))
        elif not pairs:
            return []
        else:
            pairs[-1][1].append(piece)
    if any(not values for _, values, _ in pairs) or len(pieces) < 2:
        return []
    return [(meaning, "　".join(values), name) for meaning, values, name in pairs]


def _starts(near: int) -> Iterable[int]:
    yield 0 if near < 0 else near + 1
    if near >= 0:
        yield 0
