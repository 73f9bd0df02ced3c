"""Questions for the plans to which one plan is tied, whatever the direction (計画のつながり)."""

from __future__ import annotations

from keikaku.queries.asking.frames.effect_questions import plan_code
from keikaku.queries.asking.tokens.heads import is_yes_or_no, mentions
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.asking.vocabulary.reading import Reading, find
from keikaku.queries.expressions.tree import And, Comparison, Or

_TIES = ("依存先", "依存元")
"""The fields of the plans to which a plan is tied by what is stated, not by what is inferred."""
_TIED = ("関係", "関連", "つなが", "繋が")


def tied_to_others(sentence: Sentence) -> list[Reading]:
    """1-1-1は他のどの計画と関係していますか: the plans to which a plan is tied in either way."""
    mentioned = mentions(sentence)
    if len(mentioned) != 1 or mentioned[0][1].kind != "Plan" or not sentence.has("kind", "Plan"):
        return []
    place, plan = mentioned[0]
    ties = [*sentence.places("word", "tied"), *sentence.places("verb", "touch")]
    said = [sentence.tokens[p] for p in ties]
    english = sentence.english and any(token.value == "tied" for token in said)
    if not plan.exact or not (english or any(t.text.startswith(_TIED) for t in said)):
        return []
    if any(token.says_no for token in sentence.tokens) or sentence.has("verb", "depend"):
        return []
    sentence.say(place, *ties, *sentence.places("word", "other", "why"))
    sentence.take("word", "what", "all", "where")
    sentence.take("kind", "Plan")
    sentence.take("verb", "have")
    sentence.take("yes")
    held = tuple(Comparison(name, "=", plan.spelling) for name in _TIES)
    return [find("Plan", Or(held))]


def resting_on_each_other(sentence: Sentence) -> list[Reading]:
    """3-4-3と3-4-4は互いに依存していますか: those of two plans that rest on the other."""
    mentioned = mentions(sentence)
    if [mention.kind for _, mention in mentioned] != ["Plan", "Plan"] or sentence.english:
        return []
    (first, one), (second, other) = mentioned
    asks = sentence.has("verb", "depend") and is_yes_or_no(sentence) and not sentence.has("kind")
    if not asks or sentence.between(first, second) != "と":
        return []
    sentence.use([first, second, *sentence.places("verb", "depend")])
    codes = [plan_code(sentence, plan) for plan in (one, other)]
    pairs = [
        And((Comparison("番号", "=", plan), Comparison("依存先", "=", on)))
        for plan, on in (codes, reversed(codes))
    ]
    return [find("Plan", Or(tuple(pairs)))]
