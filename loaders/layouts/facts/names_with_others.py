"""Cells that hold a plan's name with what stands beside it in brackets, as their head announces.

取組項目【担当課】（関係課） over 窓口の改善【市民部市民課】（会計課、収納課）.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from keikaku.loaders.layouts.labels.label_parts import Label, label
from keikaku.loaders.layouts.labels.layout_words import LayoutWords
from keikaku.loaders.layouts.labels.vocabulary import Meaning
from keikaku.loaders.readers.blocks import Cell
from keikaku.loaders.text import normal

_SURE = 0.9
_BESIDE = ("department", "department.co", "division", "plan.category", "plan.priority", "sdgs")
_BRACKET = re.compile(
    r"\s*(?P<open>[【(〔\[《〈<「『])(?P<inside>[^【】()〔〕\[\]《》〈〉<>「」『』]*)[】)〕\]》〉>」』]"
)
_PARTED = re.compile(r"\s*[\n/／・]\s*")


def head_of_several(path: Sequence[Label], words: LayoutWords) -> Meaning | None:
    """Return the meaning of a column of names whose head announces what its cells hold beside them.

    The meaning is that of the name; ``name`` keeps the head for ``parted``.
    """
    if not path or len(path[-1].segments) < 2:
        return None
    name, beside = _announced(path[-1].printed, words)
    if name is None or not beside:
        return None
    return name._replace(name=path[-1].printed)


def parted(cell: Cell, meaning: Meaning, words: LayoutWords) -> Iterator[tuple[Meaning, Cell]]:
    """Yield the name of a plan, and what its cell holds beside it, each with its meaning."""
    if not meaning.name or meaning.fact != "plan.title":
        yield meaning, cell
        return
    _, beside = _announced(meaning.name, words)
    own = meaning._replace(name=None)
    text = normal(cell.text).strip()
    beneath: list[tuple[Meaning, str]] = []
    for opened, fact in reversed(beside):
        rest, inside = _last(text, opened)
        if inside is not None:
            text = rest
            beneath.append((fact, inside))
    yield own, replace(cell, text=text)
    for fact, inside in reversed(beneath):
        yield fact, replace(cell, text=inside)


@lru_cache(maxsize=256)
def _announced(
    printed: str, words: LayoutWords
) -> tuple[Meaning | None, tuple[tuple[str, Meaning], ...]]:
    """Return what a head says of the name, and of each part behind it with the bracket around it.

    The bracket is "" for a part on a line of its own.
    """
    text = normal(printed).strip()
    brackets = [(m["open"], m["inside"], m.start()) for m in _BRACKET.finditer(text)]
    front = text[: brackets[0][2]] if brackets else text
    lines = [part for part in _PARTED.split(front) if part]
    if not lines:
        return None, ()
    name = words.meaning([label(lines[0])])
    parts = [("", line) for line in lines[1:]] + [(b[0], b[1]) for b in brackets]
    beside: list[tuple[str, Meaning]] = []
    for opened, word in parts:
        fact = words.meaning([label(word)])
        if fact is None or fact.sure < _SURE or fact.fact not in _BESIDE:
            return None, ()
        beside.append((opened, fact))
    is_name = name is not None and name.sure >= _SURE and name.fact == "plan.title"
    return (name if is_name else None), tuple(beside)


def _last(text: str, opened: str) -> tuple[str, str | None]:
    """Return a text without its last part, and that part; None where it has none."""
    if not opened:
        head, _, line = text.rpartition("\n")
        return (head, line) if head else (text, None)
    brackets = [m for m in _BRACKET.finditer(text) if m.end() == len(text)]
    if not brackets or brackets[-1]["open"] != opened:
        return text, None
    return text[: brackets[-1].start()].rstrip(), brackets[-1]["inside"].strip()


__all__ = ["head_of_several", "parted"]
