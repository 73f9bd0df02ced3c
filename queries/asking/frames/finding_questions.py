"""Questions about what a person should check in the source (確認事項)."""

from __future__ import annotations

from keikaku.queries.asking.conditions import conditions
from keikaku.queries.asking.tokens.heads import head_of, mentions
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.asking.vocabulary.reading import KIND_WORD, Reading, find, severity_of
from keikaku.queries.expressions.tree import Comparison, both


def findings(sentence: Sentence) -> list[Reading]:
    """確認事項, エラーの一覧: what a person should check in the source."""
    places = sentence.places("kind", "Finding")
    if not places or sentence.has("word", "each", "most", "least", "rank", "many", "few"):
        return []
    if sentence.english and any(token.text.lower() in {"by", "per"} for token in sentence.tokens):
        return []  # number of findings by plan
    severe = severity_of(sentence.tokens[place].text for place in places)
    if mentions(sentence) or sentence.has("kind", *(k for k in KIND_WORD if k != "Finding")):
        return _findings_of(sentence, places, severe)
    sentence.use(places)
    sentence.take("word", "what", "where", "all", "how_many")
    sentence.take("measure", "number_of", "severity")
    if severe:
        sentence.say(*sentence.places("word", "among", "alone"))
    sentence.take("verb", "have")
    sentence.take("yes")
    return [Reading("check", {"severity": severe} if severe else {})]


def _findings_of(sentence: Sentence, places: list[int], severe: str | None) -> list[Reading]:
    """収納課の確認事項: those about some plans."""
    head, at = head_of(sentence)
    if head != "Finding":
        return []
    asks = sentence.take("word", "how_many") or sentence.take("measure", "number_of")
    count = {"count": True} if asks else {}
    sentence.use(places)
    if severe:
        sentence.take("measure", "severity")
    filters = conditions.read(sentence, "Finding", at)
    sentence.take("word", "what", "where", "all")
    held = Comparison("重要度", "=", severe) if severe else None
    return [find("Finding", both(held, tree), **count) for tree in filters.readings]
