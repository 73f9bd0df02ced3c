"""Questions for the departments in one role of certain plans (主管・共管).

AIに関わる計画の主管課, 目標2の計画を主管している課, departments that lead plans on AI: the role
must be that in these very plans. A department that leads another plan, and takes part in one of
these, is not meant. So plans are asked for, and counted by the departments in the role.
"""

from __future__ import annotations

from keikaku.queries.asking.conditions import conditions
from keikaku.queries.asking.conditions.asked_fields import BESIDE_THE_LEAD
from keikaku.queries.asking.tokens.extents import extent_of
from keikaku.queries.asking.tokens.heads import head_of, mentions
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.asking.vocabulary.reading import Reading, find

_LEAD, _CO = "主管課", "共管課"
_ROLE_OF_VERB = {"lead": _LEAD, "co": _CO}
_ROLE_OF_NOUN = {_LEAD: _LEAD, **dict.fromkeys((_CO, *BESIDE_THE_LEAD), _CO)}


def in_role(sentence: Sentence) -> list[Reading]:
    """AIに関わる計画の主管課: plans by the departments that have the role in them."""
    head, at = head_of(sentence)
    asks = head == "Department" or sentence.has("word", "who", "where", "how_many_departments")
    role = _role(sentence) if asks else None
    if role is None or any(mention.kind == "Department" for _, mention in mentions(sentence)):
        return []
    if sentence.has("amount") or sentence.has("word", "least", "few"):
        return []
    field, place = role
    ranks = sentence.has("word", "most", "many", "rank")
    extent = extent_of(sentence) if ranks else {}
    sentence.take("word", "most", "many", "rank")
    plans = next(iter(sentence.places("kind", "Plan")), None)
    sentence.use([p for p in (at, place, plans) if p is not None])
    sentence.take("word", "who", "where", "what", "all", "how_many", "how_many_departments")
    sentence.take("measure", "number_of")
    filters = conditions.read(sentence, "Plan", plans)
    return [find("Plan", tree, by=field, **extent) for tree in filters.readings if tree is not None]


def _role(sentence: Sentence) -> tuple[str, int] | None:
    """Return the field of the role that is asked for, and where its word stands."""
    roles = [
        (_ROLE_OF_VERB[token.value], place)
        for place, token in enumerate(sentence.tokens)
        if token.role == "verb" and token.value in _ROLE_OF_VERB and not token.says_no
    ]
    roles += [
        (_ROLE_OF_NOUN[token.text], place)
        for place, token in enumerate(sentence.tokens)
        if token.role == "kind" and token.text in _ROLE_OF_NOUN and not token.says_no
    ]
    return roles[0] if len(roles) == 1 and not sentence.has("no") else None
