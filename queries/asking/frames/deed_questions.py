"""Questions for what does something in a year: 2024年度に設計する計画 (年度の作業)."""

from __future__ import annotations

from typing import Any

from keikaku.queries.asking.conditions import conditions
from keikaku.queries.asking.tokens.deeds import deed_of_year, noun_of_deed
from keikaku.queries.asking.tokens.heads import mentions
from keikaku.queries.asking.tokens.lexicon import Token
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.asking.vocabulary.reading import Reading, find
from keikaku.queries.expressions.tree import Comparison, Some, both, either

_GOES = {"touch", "start", "end", "responsible", "have", "become"}
_DOERS = {"Plan", "Component", "Action", "Milestone", "Department"}
_WITH_STEPS = {"Plan", "Component", "Department"}
_BEFORE = {"Department", "Theme", "Goal"}


def steps_of_year(sentence: Sentence) -> list[Reading]:
    """令和6年度に検討に入る計画: the steps of a year whose words hold what is done."""
    deed = deed_of_year(sentence)
    if deed is None or any(token.says_no for token in sentence.tokens):
        return []
    nouns = [place for place in sentence.places("kind") if place > deed]
    if len(nouns) > 1 or any(sentence.tokens[place].value not in _DOERS for place in nouns):
        return []
    if any(mention.kind not in _BEFORE for place, mention in mentions(sentence) if place != deed):
        return []
    if not all(_goes_with(token) for token in sentence.tokens[deed + 1 :]):
        return []
    word = noun_of_deed(sentence.tokens[deed].text)
    known = (*sentence.known.of("Milestone"), *sentence.known.of("Action"))
    if not any(word in name for each in known for name in each.names):
        return []
    sentence.say(deed)
    sentence.use(nouns)
    sentence.take("verb", *_GOES - {"start", "end"})
    sentence.take("word", "all", "what", "where", "who")
    count: dict[str, Any] = {"count": True} if sentence.take("word", "how_many") else {}
    filters = conditions.read(sentence, "Milestone", None)
    held = either(Comparison("内容", "in", word), Comparison("取組内容", "in", word))
    steps = [both(held, tree) for tree in filters.readings if tree is not None]
    head = sentence.tokens[nouns[0]].value if nouns else "Milestone"
    return [
        find(head, Some("行動計画", tree), **count)
        if head in _WITH_STEPS
        else find("Milestone", tree, **count)
        for tree in steps
        if tree is not None
    ]


def _goes_with(token: Token) -> bool:
    """Return whether a word only goes on with a deed, or asks for who or what does it."""
    if token.role == "verb":
        return token.value in _GOES
    asks = token.role == "word" and token.value in {"all", "what", "where", "who", "how_many"}
    return asks or token.role in {"part", "filler", "kind", "yes"}
