"""Search for the pieces of words that no text contains as a whole (語の分割)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from keikaku.graph.language import Text
from keikaku.queries.asking.refusal.synonyms import same_words
from keikaku.queries.asking.vocabulary.letters import normal
from keikaku.queries.expressions.tree import Comparison, Tree, both, written

_PIECE = re.compile(r"[\u30a0-\u30ff]{2,}|[\u3400-\u9fff]{2,}|[A-Za-z0-9]{2,}")
_MOST = 3  # pieces of a word
NOTE = Text(
    "「{words}」という続いた言葉はないため、「{pieces}」をすべて含む計画を示します",
    "no text has '{words}' as it stands; these plans have all of: {pieces}",
)


def wider(words: str) -> Iterator[tuple[str, Text]]:
    """Yield conditions on the text that words may mean, the nearest first, each with its note."""
    pieces = _PIECE.findall(normal(words))
    if not 0 < len(pieces) <= _MOST or "".join(pieces) != normal(words):
        return
    choices = [[piece, *same_words(piece)] for piece in pieces]
    for chosen in product(*choices):
        if list(chosen) == [words]:
            continue
        tree: Tree | None = both(*(Comparison("本文", "in", each) for each in chosen))
        if tree is not None:
            yield written(tree), NOTE.format(words=words, pieces="」「".join(chosen))
