"""Questions for the direction of the evaluation of plans: 廃止とされた事業 (評価の問い)."""

from __future__ import annotations

import re

from keikaku.queries.asking.tokens.heads import mentions
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.asking.vocabulary.letters import normal
from keikaku.queries.asking.vocabulary.reading import Reading
from keikaku.queries.expressions.field_tables import CODE_WORDS
from keikaku.queries.graph_walks import of_kind

_ENGLISH = {
    "expand": "expanded",
    "continue": "continued",
    "improve": "improved",
    "shrink": "reduced shrunk",
    "merge": "merged",
    "end": "ended abolished",
    "done": "completed",
}
_WORDS = {code: [*CODE_WORDS[code].split(), *words.split()] for code, words in _ENGLISH.items()}
"""Words for the directions of an evaluation, the word of the command first."""
_DIRECTION = "|".join(word for words in _WORDS.values() for word in words)
_EVALUATED = (
    rf"(?:(?:今後の)?(?:方向性?|方針)|評価(?:結果)?)(?:が|は|で)(?:、)?「?({_DIRECTION})」?"
    rf"(?:と(?:された|評価された|判断された|なった|なっている|されている)|とする)?"
    rf"|「?({_DIRECTION})」?(?:が必要)?と"
    r"(?:された|評価された|判断された|なった|なっている|されている|評価されている)"
    rf"|evaluated (?:to be|as) ({_DIRECTION})"
)
_SAYS = ("方向", "方針", "評価", "とされ", "となっ", "と判断", "evaluated")


def evaluated(sentence: Sentence) -> list[Reading]:
    """Return the plans whose last evaluation has a direction, maybe of one department."""
    text = normal(sentence.text)
    plans = sentence.places("kind", "Plan")
    if not any(word in text for word in _SAYS) or not plans or not _any(sentence):
        return []
    match = re.search(_EVALUATED, text, re.IGNORECASE)
    if match is None or sentence.has("measure", "share"):
        return []
    word = next(group for group in match.groups() if group)
    direction = next(words[0] for words in _WORDS.values() if word.lower() in words)
    held = {p for p, _ in mentions(sentence)}
    parameters = {"direction": direction}
    departments = [(p, m) for p, m in mentions(sentence) if m.kind == "Department"]
    if len(held) != len(departments) or len(departments) > 1:
        return []
    for place, mention in departments:
        parameters["department"] = mention.spelling
        sentence.use([place])
    sentence.say(*_within(sentence, text, *match.span()), *sentence.places("word", "how_many"))
    sentence.use(plans)
    sentence.take("word", "what", "where", "all")
    sentence.take("yes")
    return [Reading("plans", parameters)]


def _any(sentence: Sentence) -> bool:
    """Return whether the graph holds evaluations at all."""
    return any(True for _ in of_kind(sentence.known.graph("Evaluation"), "Evaluation"))


def _within(sentence: Sentence, text: str, start: int, end: int) -> list[int]:
    """Return the places of the tokens within a part of the text."""
    places, at = [], 0
    for place, token in enumerate(sentence.tokens):
        at = max(text.find(token.text, at), at)
        if start <= at < end:
            places.append(place)
        at += len(token.text)
    return places
