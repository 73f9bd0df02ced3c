"""Questions for the group with the greatest share of something (割合が最も高い課)."""

from __future__ import annotations

from keikaku.queries.asking.conditions import conditions
from keikaku.queries.asking.tokens.extents import extent_of
from keikaku.queries.asking.tokens.heads import mentions
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.asking.vocabulary.reading import Reading, find
from keikaku.queries.expressions.fields import words_of
from keikaku.queries.names import fold

_GROUPS = ("Department", "Goal", "Initiative")
_ASKS_WHO = {"who", "where"}


def greatest_share(sentence: Sentence) -> list[Reading]:
    """キャッシュレスの割合が最も高い課: the group with the greatest share of such plans."""
    ranks = sentence.has("word", "most", "least", "rank", "many", "few")
    if not sentence.has("measure", "share") or not ranks:
        return []
    if any(mention.kind == "Indicator" for _, mention in mentions(sentence)):
        return []
    group = _group(sentence)
    if group is None:
        return []
    at, field = group
    if fold(field) not in words_of("Plan"):
        return []
    least = {"sort": "割合"} if sentence.has("word", "least", "few") else {}
    extent = extent_of(sentence)
    if extent.get("top") == "1" and not sentence.has("word", "most", "least"):
        extent = {}  # 割合が高い課: the highest first
    sentence.use([at])
    sentence.take("measure", "share")
    sentence.take("word", "most", "least", "many", "few", "rank", "what", "who", "where", "among")
    sentence.take("kind", "Plan")
    filters = conditions.read(sentence, "Plan", None)
    return [
        find("Plan", tree, by=field, share=True, **least, **extent)
        for tree in filters.readings
        if tree is not None
    ]


def _group(sentence: Sentence) -> tuple[int, str] | None:
    """Return where the noun of the groups stands, and the field that makes them."""
    nouns = sentence.places("kind", *_GROUPS)
    if nouns:
        at = nouns[0] if sentence.english else nouns[-1]
        return at, conditions.FIELD_OF[sentence.tokens[at].value]
    goal = [p for p in sentence.places("measure", "target") if sentence.tokens[p].text == "目標"]
    if goal and goal[-1] > max(sentence.places("measure", "share")):
        return goal[-1], conditions.FIELD_OF["Goal"]
    who = sentence.places("word", *_ASKS_WHO)
    return (who[0], conditions.FIELD_OF["Department"]) if who else None
