"""Questions for sums and means, and for the burden of a department (合計・平均・負担)."""

from __future__ import annotations

from keikaku.queries.asking import conditions
from keikaku.queries.asking.heads import mentions
from keikaku.queries.asking.reading import Reading, find
from keikaku.queries.asking.sentence import Sentence
from keikaku.queries.asking.words import BURDENS

_VALUES = {"target": "目標値", "baseline": "現況値", "gap": "差"}


def totals(sentence: Sentence) -> list[Reading]:
    """単位が%の指標の目標値の平均: sums and means, for each unit, as no others add up."""
    values = {sentence.tokens[p].value for p in sentence.places("measure", *_VALUES)}
    if not sentence.has("word", "mean", "total") or len(values) != 1:
        return []
    (value,) = values
    sentence.take("measure", value)
    sentence.take("word", "mean", "total", "what", "how_many", "how_much")
    sentence.take("kind", "Indicator")
    filters = conditions.read(sentence, "Indicator", None)
    if filters.tree is None:
        return []  # Of all indicators together nothing adds up.
    return [find("Indicator", tree, by="単位", of=_VALUES[value]) for tree in filters.readings]


def burden(sentence: Sentence) -> list[Reading]:
    """収納課の負担は全体の何%: what one department carries, and its share of all."""
    places = [p for p in sentence.places("text") if sentence.tokens[p].text.lower() in BURDENS]
    departments = [(p, m) for p, m in mentions(sentence) if m.kind == "Department"]
    if not places or len(departments) != 1 or len(mentions(sentence)) != 1:
        return []
    place, mention = departments[0]
    sentence.use([*places, place])
    sentence.take("measure", "share")
    sentence.take("word", "how_much", "how_many", "what", "all", "among")
    sentence.take("verb", "responsible", "have", "touch")
    return [Reading("workload", {"department": mention.spelling})]
