"""A sentence that is not understood, in other words that may be (言い換えの順)."""

from __future__ import annotations

from collections.abc import Iterator

from keikaku.graph.language import Text
from keikaku.queries.asking.refusal.corrections import corrections
from keikaku.queries.asking.refusal.indicator_words import by_words_of_names
from keikaku.queries.asking.refusal.synonyms import rewordings
from keikaku.queries.asking.tokens.lexicon import Names


def other_wordings(sentence: str, known: Names) -> Iterator[tuple[str, Text]]:
    """Yield other wordings, the nearest first, each with the note that says what is changed."""
    yield from corrections(sentence)
    yield from rewordings(sentence, known)
    yield from by_words_of_names(sentence, known)
