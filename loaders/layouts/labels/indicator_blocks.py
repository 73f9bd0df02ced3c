"""A cell with an indicator's name over lines for its baseline and targets (指標名の下の行).

・平均待ち時間 over 現状（R5）：25分 and 目標：R7 24分、R8 20分; several one below the other.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from keikaku.loaders.layouts.labels.head_years import YearHead, year_head
from keikaku.loaders.text import normal

_MARK = r"(?:[・･○●◎■□◆◇▪*\-]|[①-⑳])"
_NAME = re.compile(rf"{_MARK}?\s*(?P<name>[^:\d][^:]{{1,60}})")
_LINE = re.compile(
    rf"{_MARK}?\s*(?:(?P<baseline>現[状況]値?|現在値?|基準値|当初値)|(?P<target>目標値?))"
    r"\s*(?:\((?P<year>[^()]*\d[^()]*)\))?\s*[:=]?\s*(?P<value>[^:].*)"
)
_LONGEST, _FEWEST = 600, 2
"""Letters of a cell at the most, and lines at the least."""


class IndicatorBlock(NamedTuple):
    """An indicator's name, and its values in the order of their lines."""

    name: str
    values: list[IndicatorLine]


class IndicatorLine(NamedTuple):
    """A line of values: ``indicator.baseline`` or ``indicator.target``, its year, its text."""

    fact: str
    year: YearHead | None
    text: str


def indicator_blocks(text: str) -> list[IndicatorBlock]:
    r"""Return the indicators of a cell, each with a target; [] where a line is of no such kind.

    >>> (one,) = indicator_blocks("・待ち時間\n現状（R5）：25分\n目標：R7 24分、R8 20分")
    >>> one.name, [(line.fact, line.text) for line in one.values]
    ('待ち時間', [('indicator.baseline', '25分'), ('indicator.target', 'R7 24分、R8 20分')])
    """
    lines = [line.strip() for line in normal(text).split("\n") if line.strip()]
    if len(text) > _LONGEST or len(lines) < _FEWEST:
        return []
    blocks: list[IndicatorBlock] = []
    for line in lines:
        value = _LINE.fullmatch(line)
        name = _NAME.fullmatch(line)
        if value is not None and blocks:
            fact = "indicator.baseline" if value["baseline"] else "indicator.target"
            year = year_head(value["year"]) if value["year"] else None
            blocks[-1].values.append(IndicatorLine(fact, year, value["value"].strip()))
        elif value is None and name is not None:
            blocks.append(IndicatorBlock(name["name"].strip(), []))
        else:
            return []
    aimed = all(any(line.fact.endswith("target") for line in block.values) for block in blocks)
    return blocks if aimed else []
