"""Targets in words: 前年度以上, 全国平均を上回る, 現状維持, 半減, 増加."""

from __future__ import annotations

import re
from typing import NamedTuple

from keikaku.loaders.values.model import Sign
from keikaku.loaders.values.words import (
    ACTIONS,
    CHANGES,
    COMPARATORS,
    FILLERS,
    KEEPS,
    YARDSTICK,
    one_of,
)

_CHANGE = rf"(?:{one_of(CHANGES)}|半減|倍増|倍減|上回って伸長)"
_COMPARATOR = one_of(list(COMPARATORS))
_YARD = YARDSTICK.pattern
_END = r"(?:とする|する|させる|を?目指す?|を?めざす?|ていく|こと|目標|を|に|と)*+$"
_RELATIVE = re.compile(
    rf"(?P<words>(?:{_YARD})(?:と同(?:程度|水準|等)|並み?|程度|の)*+(?:よりも?|から|に対し|比|と比較し?て?|の)*+"
    rf"(?:(?P<comparator>{_COMPARATOR})|{_CHANGE}|(?:{one_of(KEEPS)})|同(?:程度|水準|等)|並み)++(?:以上|以下)?"
    rf"(?:に?{_CHANGE})?(?:を?(?:{one_of(KEEPS)}))?"
    rf"|[^。]{{0,30}}?(?P<later>を?(?:上|下)回(?:る|って|り)|より(?:多|少な)い)(?:伸長|増加|減少)?"
    rf"|(?:毎年度?)?(?:[^。]{{0,12}}?[のを])?(?:{_CHANGE}|{one_of(KEEPS)}|現状(?:値)?(?:の)?維持)(?:傾向|させる|する)?"
    rf"){_END}"
)
_CHANGED = re.compile(rf"{_CHANGE}$")
BINDS = re.compile(rf"(?:{_COMPARATOR}|{_CHANGE}|{one_of(KEEPS)}|並み?|同程度|同水準|なし|ゼロ)$")
"""Words that end so bind a target to something."""
_UNDERSTOOD = re.compile(
    rf"(?:{one_of(FILLERS)}|{one_of(ACTIONS)}|{one_of(KEEPS)}|目指|めざ|す|取り組む|図る|確実に|着実に|継続的に"
    r"|全庁|全市|全域|本格|試行|一部|順次|段階的に?|検討|準備|調整|注|※|参考|再掲|新規|なし|達成済み?|ただし|およそ|うち|目標|毎年度?|予定)++"
)


class Relative(NamedTuple):
    """Words that bind a target to something else."""

    words: str
    comparator: Sign | None
    change: str | None = None


def relative_in(said: str) -> Relative | None:
    """Read the relative target that words are, without を目指す; None where they are none."""
    if len(said) > 60:
        return None
    match = _RELATIVE.match(said)
    if match is None:
        return None
    comparator = match["comparator"] or match["later"]
    sign = COMPARATORS.get(comparator) if comparator else None
    change = _CHANGED.search(match["words"])
    return Relative(match["words"], sign, change[0] if change else None)


def understood_words(said: str) -> bool:
    """Return whether words behind a number add nothing to it."""
    return _UNDERSTOOD.fullmatch(said) is not None
