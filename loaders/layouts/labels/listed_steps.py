"""Cells of a year that list what is done of several actions: ・手引の作成：試行 (取組ごとの行)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from keikaku.loaders.values import read_cell

_BULLET = re.compile(r"^\s*(?:[・･○●◎■□◆◇▪*]|[①-⑳]|\(?\d{1,2}[).）])\s*")
_UNDER_NAME = re.compile(r"^[^\s:：]{2,30}[:：]\s*")
_ARROWS = re.compile(r"[→⇒➡⇨\s]+")
_MOSTLY, _HALF = 0.8, 0.5


def are_listed_steps(texts: Iterable[str]) -> bool:
    """Return whether the lines of cells say what is done of named actions: ・手引の作成：試行.

    Some of them may be numbers: ・支援：2地区.

    >>> are_listed_steps(["・手引の作成：試行", "・研修：→"]), are_listed_steps(["・満足度：80％"])
    (True, False)
    """
    lines = [line for text in texts for line in text.split("\n") if line.strip()]
    bare = [_BULLET.sub("", line) for line in lines]
    listed = [_UNDER_NAME.sub("", line).strip() for line in bare if _UNDER_NAME.match(line)]
    if not lines or len(listed) < _MOSTLY * len(lines):
        return False
    return sum(map(_is_step, listed)) >= _HALF * len(listed)


def _is_step(line: str) -> bool:
    """Return whether a line says in words what is done, or is an arrow."""
    if _ARROWS.fullmatch(line):
        return True
    worded = bool(re.search(r"[ぁ-んァ-ヶ一-龥]{2}", line))
    return worded and (not any(c.isdigit() for c in line) or read_cell(line).kind != "values")
