"""Targets that sum up over years (累計), by the words of a head, a heading, a name or a note."""

from __future__ import annotations

import re

from keikaku.loaders.text import fold

_SUM = re.compile("累計|累積")
_HEADING = re.compile(
    r"[(<【\[]?(?:目標値?[はの]?)?(?:\d+[かヶカ]?年間?の?|計画?期間(?:中|内)?の?)?累[計積](?:額|数|値)?"
    r"(?:の?目標値?)?[)>】\]]?:?"
)
_OF_ALL = re.compile(r"目標値?は")


def says_sum(words: str) -> bool:
    """Return whether words call a value a sum over years: 効果額（4年間累計額）."""
    return _SUM.search(words) is not None


def is_sum_heading(words: str) -> bool:
    """Return whether a line only says that what follows sums up: （4年間累計額）, 【累計】."""
    return _HEADING.fullmatch("".join(words.split())) is not None


def summed_by_note(name: str, note: str) -> bool:
    """Return whether a note says that an indicator's target sums up: ※目標値は4年間の累計."""
    if not says_sum(note):
        return False
    key = fold(name)
    return bool(key and key in fold(note)) or _OF_ALL.search(note) is not None
