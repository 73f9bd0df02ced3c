"""Two lists side by side: 収納課の計画とAIの計画 (並べた二つの一覧)."""

from __future__ import annotations

from keikaku.queries.asking.conditions.asked_fields import field_of
from keikaku.queries.asking.tokens.lexicon import Mention
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.asking.vocabulary.reading import Reading, find
from keikaku.queries.expressions.fields import words_of
from keikaku.queries.expressions.tree import Comparison, either
from keikaku.queries.names import fold

_ROLES = (["name", "kind", "name", "kind"], ["kind", "name", "kind", "name"])
_JOINTS = {"と", "や", "か", "および", "及び", "and", "or", "または", "又は"}
_LINKS = {"の", "of", "on", "about", *_JOINTS}


def both_lists(sentence: Sentence) -> list[Reading]:
    """収納課の計画とAIの計画: all that are on one of the two lists."""
    said = [(place, token) for place, token in enumerate(sentence.tokens) if token.role != "filler"]
    noted = [(place, token) for place, token in said if token.role in {"name", "kind"}]
    if [token.role for _, token in noted] not in _ROLES:
        return []
    count = {"count": True} if sentence.has("word", "how_many") else {}
    more = [token for _, token in said if token.value != "how_many" and token.text != "は"]
    links = {token.text.lower() for token in more if token.role not in {"name", "kind"}}
    kinds = {token.value for _, token in noted if token.role == "kind"}
    mentions: list[Mention] = [token.value for _, token in noted if token.role == "name"]
    if len(kinds) > 1 or not links <= _LINKS or not links & _JOINTS:
        return []
    (head,) = kinds
    fields = [field_of(mention.kind, head) for mention in mentions]
    known = all(fold(name) in words_of(head) for name in fields)
    if not known or any(mention.kind == head or not mention.exact for mention in mentions):
        return []
    sentence.use(place for place, _ in noted)
    sentence.take("verb", "touch")
    sentence.take("word", "how_many")
    pairs = zip(fields, mentions, strict=True)
    held = [Comparison(name, "=", each.spelling) for name, each in pairs]
    return [find(head, either(*held), **count)]
