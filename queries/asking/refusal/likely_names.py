"""Names that a phrase may mean in other words: 育休取得率 (近い名称)."""

from __future__ import annotations

from itertools import pairwise

from keikaku.queries.asking.tokens.lexicon import NAMEABLE_KINDS, Names
from keikaku.queries.asking.vocabulary.letters import fold, normal

_ALIKE = 0.45  # of the pairs of letters of a phrase, how many a name must hold
_MOST = 3


def likely_indicators(phrase: str, known: Names) -> list[str]:
    """Return the indicators whose names contain most pairs of letters of a phrase."""
    wanted = _pairs(phrase)
    if not wanted:
        return []
    scores = {
        each.names[0]: len(wanted & _pairs(each.names[0])) / len(wanted)
        for each in known.of("Indicator")
    }
    likely = [name for name, score in scores.items() if score >= _ALIKE]
    return sorted(likely, key=lambda name: (-scores[name], len(name)))[:_MOST]


def holding_names(word: str, known: Names) -> list[str]:
    """Return the names of any kind that contain a word."""
    wanted = fold(normal(word))
    names = [
        each.names[0]
        for kind in NAMEABLE_KINDS
        for each in known.of(kind)
        if wanted in each.folded[0] and wanted != each.folded[0]
    ]
    return list(dict.fromkeys(names))[:_MOST]


def _pairs(text: str) -> set[str]:
    letters = [c for c in fold(normal(text)) if c.isalnum()]
    return {first + second for first, second in pairwise(letters)}
