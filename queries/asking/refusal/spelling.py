"""Names that look like words that nobody knows (もしかして)."""

from __future__ import annotations

from keikaku.queries.asking.tokens.lexicon import NAMEABLE_KINDS, Names
from keikaku.queries.asking.vocabulary.letters import fold, normal

_ALIKE = 0.8
_MOST = 3


def close_names(unknown: list[str], known: Names) -> list[str]:
    """Return the names of a graph that look like words, the nearest first."""
    from difflib import get_close_matches

    spellings = {
        each.folded[0]: each.names[0] for kind in NAMEABLE_KINDS for each in known.of(kind)
    }
    close: list[str] = []
    for word in unknown:
        for near in get_close_matches(fold(normal(word)), [*spellings], n=2, cutoff=_ALIKE):
            if spellings[near] not in close and near != fold(normal(word)):
                close.append(spellings[near])
    return close[:_MOST]
