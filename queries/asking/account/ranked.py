"""Which nouns a superlative counts, and that the command counts the same (順位の照合)."""

from __future__ import annotations

from collections.abc import Iterator

from keikaku.queries.asking.account.command_content import Said
from keikaku.queries.asking.tokens.neighbours import previous_token
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.expressions.field import Count, Field
from keikaku.queries.expressions.fields import words_of
from keikaku.queries.names import fold

_RANKS = {"most", "least", "many", "few", "rank"}
_COUNTS = {"が", "は", "の"}


def counted_nouns(sentence: Sentence) -> Iterator[int]:
    """Yield the places of the nouns of which most or fewest are sought: 計画 in 計画が多い順に."""
    if sentence.english:
        return
    tokens = sentence.tokens
    for place in sentence.places("kind"):
        at = place + 1
        while at < len(tokens) and (tokens[at].text in _COUNTS or tokens[at].value == "number_of"):
            at += 1
        linked = at > place + 1 and previous_token(tokens, at).text != "の"
        if linked and at < len(tokens) and tokens[at].value in _RANKS:
            yield place


def miscounted(sentence: Sentence, said: Said) -> list[int]:
    """Return the counted nouns that the command does not count, where it ranks something."""
    if said.reading.question != "find" or not said.gives("sort", "top", "by"):
        return []
    uncounted = [
        place
        for place in counted_nouns(sentence)
        if not _counts_it(sentence.tokens[place].value, said)
    ]
    return uncounted + _ranked_parts(sentence, said)


def _ranked_parts(sentence: Sentence, said: Said) -> list[int]:
    """Return where a part of a theme is sought, but plans are ranked: 5レスのうち印が多いのは."""
    if said.kind == "Theme" or said.gives("by") or sentence.places("kind", "Plan"):
        return []
    return [
        place
        for place in sentence.places("word", "among")
        for _, before in sentence.before(place, 1)
        if before.role == "name" and before.value.kind == "Theme"
    ]


def _counts_it(kind: str, said: Said) -> bool:
    if said.kind == kind and said.gives("by", "of", "compare"):
        return True
    sort = str(said.reading.parameters.get("sort") or "").strip("-")
    field = words_of(said.kind).get(fold(sort))
    return field is not None and counts(field, kind)


def counts(field: Field, kind: str) -> bool:
    """Return whether a field is the number of things of a kind."""
    source = field.source
    return (
        isinstance(source, Count) and bool(source.ends.steps) and source.ends.steps[-1].kind == kind
    )
