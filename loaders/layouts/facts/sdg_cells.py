"""A cell of goals of the SDGs → their codes: 9、11.3, 目標11, ⑨, 91116 from a narrow column."""

from __future__ import annotations

import re

from keikaku.loaders.sdgs import goals_named
from keikaku.loaders.text import CIRCLED

_SDG = re.compile(r"(?<![\d.])(1[0-7]|[1-9])(?:[.．-](\d{1,2}|[a-d])(?![\d]))?(?!\d)")
_RUN_TOGETHER = re.compile(r"(?<![\d.])\d{3,}(?![\d.])|(?<![\d.])(?:1[89]|[2-9]\d)(?![\d.])")
"""Goals that a narrow column has run together: 91116."""
_BROKEN = re.compile(r"(?<=1)\n(?=[0-7])")
_MOST_GOALS = 17
_TICKED, _OPEN = "☑☒✓✔■", "□☐"
_TICKED_GOAL = re.compile(rf"[{_TICKED}]\s*([^{_TICKED}{_OPEN}]+)")
"""What stands behind a ticked box, where the other goals have open ones."""


def goal_codes(text: str) -> list[str]:
    """Return the goals and targets that a text names, in order.

    >>> goal_codes("目標9、11.3"), goal_codes("⑧⑰")
    (['9', '11.3'], ['8', '17'])
    >>> goal_codes("住み続けられるまちづくりを・気候変動に具体的な対策を")
    ['11', '13']
    >>> goal_codes("□1 ☑9 □11 ☑16")
    ['9', '16']
    """
    if any(c in _TICKED for c in text) and any(c in _OPEN for c in text):
        text = " ".join(_TICKED_GOAL.findall(text))
    if not any(c.isdigit() or c in CIRCLED for c in text):
        return goals_named(text)
    text = _unbroken(text)
    text = "".join(f" {CIRCLED[c]} " if c in CIRCLED else c for c in text)
    text = _RUN_TOGETHER.sub(lambda m: " ".join(goals_in(m[0])), text)
    return [f"{goal}.{target}" if target else goal for goal, target in _SDG.findall(text)]


def _unbroken(text: str) -> str:
    """Return a list of goals with a number that a narrow column broke as one: 1 / 1、16.

    Its numbers rise; they do so only where the two digits belong together.
    """
    whole = _BROKEN.sub("", text)
    numbers, joined = ([int(n) for n in re.findall(r"\d+", each)] for each in (text, whole))
    rising = joined == sorted(set(joined)) and numbers != sorted(set(numbers))
    return whole if whole != text and rising else text


def goals_in(digits: str, above: int = 0) -> list[str]:
    """Return the rising goals of the SDGs whose numbers were run together; none where they are not.

    >>> goals_in("91116")
    ['9', '11', '16']
    """
    if not digits:
        return []
    for size in (2, 1):
        goal = int(digits[:size])
        if len(digits) >= size and above < goal <= _MOST_GOALS:
            rest = goals_in(digits[size:], goal)
            if rest or len(digits) == size:
                return [str(goal), *rest]
    return []
