"""Questions for several facts of one plan, and for the year in which most is done (複数の事実)."""

from __future__ import annotations

from itertools import pairwise

from keikaku.queries.asking.conditions.own_names import is_it
from keikaku.queries.asking.tokens.heads import mentions
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.asking.vocabulary.reading import Reading, find

_FACTS = {
    "Department": "所管課",
    "Theme": "テーマ",
    "Guideline": "根拠",
    "Partner": "関係団体",
    "SdgTarget": "SDGs",
    "Channel": "情報公開",
    "Goal": "目標",
}
"""The fields of a plan that hold what it is tied to."""
_IN_TIME = {"Milestone": "行動計画", "Action": "取組内容"}


def several_facts(sentence: Sentence) -> list[Reading]:
    """1-3-5の担当課とテーマ: facts of a plan side by side."""
    mentioned = mentions(sentence)
    places = sentence.places("kind", *_FACTS)
    kinds = [sentence.tokens[place].value for place in places]
    if len(mentioned) != 1 or mentioned[0][1].kind != "Plan" or len(set(kinds)) < 2:
        return []
    said = {mentioned[0][0], *places, *sentence.places("word", "what")}
    rest = [t for p, t in enumerate(sentence.tokens) if p not in said]
    if any(t.role not in {"part", "filler"} for t in rest) or len(set(kinds)) < len(kinds):
        return []
    if not all(_are_joined(sentence, *pair) for pair in pairwise(places)):
        return []
    sentence.say(*places)
    sentence.use(said)
    fields = ",".join(_FACTS[kind] for kind in kinds)
    return [find("Plan", is_it(mentioned[0][1]), fields=fields)]


def _are_joined(sentence: Sentence, first: int, second: int) -> bool:
    """Return whether two nouns stand side by side: 担当課とテーマ, 担当課と関連するテーマ."""
    between = sentence.between(first, second)
    return between.startswith(("と", "・", "、", "や", "及び", "and", ","))


def busiest_year(sentence: Sentence) -> list[Reading]:
    """行動計画が一番多い年度は: the year in which most of it is done."""
    kinds = sentence.places("kind", *_IN_TIME)
    years = sentence.places("measure", "year")
    most = sentence.places("word", "most") and sentence.places("word", "many")
    if sentence.english or len(kinds) != 1 or len(years) != 1 or not most or mentions(sentence):
        return []
    roles = {"part", "filler", "kind", "measure", "word"}
    if kinds[0] > years[0] or any(token.role not in roles for token in sentence.tokens):
        return []
    kind = sentence.tokens[kinds[0]].value
    sentence.say(*kinds, *years)
    sentence.take("word", "most", "many", "what")
    return [find(kind, None, by="年度", top=1)]
