"""Departments that take part in plans and do not lead them: 主管ではないが関わっている."""

from __future__ import annotations

from keikaku.queries.asking.conditions.asked_fields import BESIDE_THE_LEAD
from keikaku.queries.asking.conditions.collected import Conditions
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.expressions.fields import words_of
from keikaku.queries.expressions.tree import Comparison, Not
from keikaku.queries.names import fold

_LEAD, _CO = "主管課", "共管課"
_IS = {"", "で", "では"}
_TAKES_PART = ("responsible", "touch")


def not_leading(sentence: Sentence, head: str, conditions: Conditions) -> None:
    """Add that a department does not lead plans, and takes part in them if that is stated too."""
    if fold(_LEAD) not in words_of(head) or head == "Department":
        return
    denied = _denied_lead(sentence)
    parts = [
        place
        for place in sentence.places("verb", *_TAKES_PART)
        if not sentence.tokens[place].says_no and place not in sentence.used
    ]
    parts += [p for p in sentence.places("kind", "Department") if _is_beside(sentence, p)]
    mentioned = [
        (place, sentence.tokens[place].value)
        for place in sentence.places("name")
        if sentence.tokens[place].value.kind == "Department" and place not in sentence.used
    ]
    if not denied or len(mentioned) != 1:
        return
    place, mention = mentioned[0]
    parts = [each for each in parts if not _is_of_another(sentence, each, place)]
    sentence.use([place, *denied, *parts])
    if parts:
        conditions.add(Comparison("所管課", "=", mention.spelling))
    conditions.add(Not(Comparison(_LEAD, "=", mention.spelling)))


def _is_of_another(sentence: Sentence, place: int, department: int) -> bool:
    """Return whether a verb is said of another name: that touch AI, but are not led by X."""
    near = sentence.after(place) if sentence.english else sentence.before(place)
    name = next((at for at, token in near if token.role == "name"), department)
    return name != department


def _is_beside(sentence: Sentence, place: int) -> bool:
    return sentence.tokens[place].text in {_CO, *BESIDE_THE_LEAD}


def _denied_lead(sentence: Sentence) -> list[int]:
    """Return the places that say that it does not lead: 主管課でない, does not lead."""
    leads = sentence.places("verb", "lead")
    leads += [p for p in sentence.places("kind") if sentence.tokens[p].text == _LEAD]
    for place in leads:
        if sentence.tokens[place].says_no:
            return [place]
        near = sentence.before(place, 1) if sentence.english else sentence.after(place, 1)
        for at, token in near:
            if token.role == "no" and (sentence.english or sentence.between(place, at) in _IS):
                return [place, at]
    return []
