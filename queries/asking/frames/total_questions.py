"""Questions for sums and means, and for the burden of a department (合計・平均・負担)."""

from __future__ import annotations

from keikaku.queries.asking.conditions import conditions
from keikaku.queries.asking.frames.count_questions import group_field
from keikaku.queries.asking.tokens.heads import mentions
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.asking.vocabulary.question_words import BURDENS
from keikaku.queries.asking.vocabulary.reading import Reading, find
from keikaku.queries.expressions.fields import words_of
from keikaku.queries.expressions.tree import comparisons
from keikaku.queries.names import fold

_VALUES = {"target": "目標値", "baseline": "現況値", "gap": "差"}
_OF_PLAN = {"計画", "件"}


def totals(sentence: Sentence) -> list[Reading]:
    """単位が%の指標の目標値の平均: sums, means and medians, only within one unit."""
    values = {sentence.tokens[p].value for p in sentence.places("measure", *_VALUES)}
    if not sentence.has("word", "mean", "total", "median") or len(values) != 1:
        return []
    (value,) = values
    groups = _groups(sentence)
    sentence.take("measure", value)
    sentence.take("word", "mean", "total", "median", "what", "how_many", "how_much", "each")
    sentence.take("kind", "Indicator")
    by = "単位"
    if groups:
        place, by = groups[0]
        sentence.use([place])
    filters = conditions.read(sentence, "Indicator", None)
    if by != "単位" and all(c.field != "単位" for c in comparisons(filters.tree)):
        return []
    if filters.tree is None and not groups:
        return []  # The values of all indicators together cannot be added up.
    return [find("Indicator", tree, by=by, of=_VALUES[value]) for tree in filters.readings]


def counts(sentence: Sentence) -> list[Reading]:
    """所管課ごとの平均指標数, 1計画あたりの指標数: sums and means of counts."""
    per = sentence.places("word", "per")
    if per and sentence.english and not sentence.has("word", "mean", "median", "total"):
        return []  # number of plans per department: of each, no mean
    numbers = [*sentence.places("measure", "number_of"), *sentence.places("word", "how_many")]
    if not (per or (sentence.has("word", "mean", "median", "total") and numbers)):
        return []
    held = _per(sentence, per[0]) if per else None
    if per and held is None:
        return []
    groups = [(p, name) for p, name in _groups(sentence) if not held or p not in held[0]]
    others = [p for p in sentence.places("kind") if p not in {p for p, _ in groups}]
    others = [p for p in others if held is None or p not in held[0]]
    counted = _counted(sentence, others)
    if counted is None or len(others) > _MOST_NOUNS:
        return []
    what = sentence.tokens[counted].value
    rest = [p for p in others if p != counted]
    head = held[1] if held else sentence.tokens[rest[0]].value if rest else "Plan"
    by = groups[0][1] if groups else None
    if head == what and groups and not held:
        head, by = sentence.tokens[groups[0][0]].value, None
    name = conditions.counts_of(head, what) if head != what else None
    if name is None or (by is not None and fold(by) not in words_of(head)):
        return []
    sentence.use([counted, *rest, *(held[0] if held else ()), *(p for p, _ in groups)])
    sentence.take(
        "word", "mean", "total", "median", "what", "how_many", "how_much", "each", "per", "all"
    )
    sentence.take("measure", "number_of")
    filters = conditions.read(sentence, head, None)
    more = {"by": by} if by else {}
    return [find(head, tree, of=name, **more) for tree in filters.readings]


_MOST_NOUNS = 2


def _groups(sentence: Sentence) -> list[tuple[int, str]]:
    """Return the groups asked for: the place of their noun, and the field."""
    groups = []
    for place in sentence.places("word", "each"):
        near = next(
            sentence.after(place, 1) if sentence.english else sentence.before(place, 1), None
        )
        name = group_field(near[1].role, near[1].value) if near else None
        if near is not None and name is not None:
            groups.append((near[0], name))
    return groups


def _per(sentence: Sentence, place: int) -> tuple[list[int], str] | None:
    """Return the kind that a mean is per, and its place: 1計画あたり, 計画1件あたり, per plan."""
    if sentence.english:
        after = next(sentence.after(place, 1), None)
        return ([after[0]], after[1].value) if after and after[1].role == "kind" else None
    near = [*sentence.before(place, 2)]
    places = [at for at, _ in near]
    if near and near[0][1].role == "kind":
        one = len(near) > 1 and near[1][1].role == "amount" and near[1][1].value.number == 1
        return places if one else places[:1], near[0][1].value  # 1事業あたり
    if not near or near[0][1].role != "amount" or near[0][1].value.number != 1:
        return None
    unit = near[0][1].value.unit
    if unit in {"課", "部署"}:
        return places[:1], "Department"
    if len(near) > 1 and near[1][1].role == "kind":
        return places, near[1][1].value
    return (places[:1], "Plan") if unit in _OF_PLAN else None


def _counted(sentence: Sentence, nouns: list[int]) -> int | None:
    """Return the noun of what is counted: 指標数, 指標の数, number of indicators."""
    numbers = sentence.places("measure", "number_of")
    for place in nouns:
        beside = sentence.before if sentence.english else sentence.after
        near = next(beside(place, 1), None)
        if near is not None and near[0] in numbers:
            return place
    return nouns[-1] if len(nouns) == 1 else None


def burden(sentence: Sentence) -> list[Reading]:
    """収納課の負担は全体の何%, 負担が重い課, 人事課が忙しいのはいつ."""
    places = [p for p in sentence.places("text") if sentence.tokens[p].text.lower() in BURDENS]
    mentioned = mentions(sentence)
    if not places or len(mentioned) > 1 or any(m.kind != "Department" for _, m in mentioned):
        return []
    if sentence.has("word", "least", "few") or sentence.has("no") or sentence.has("amount"):
        return []  # The table shows all departments, the most burdened first.
    by = {"by": "year"} if sentence.take("word", "when") else {}
    if not (mentioned or by or sentence.has("kind", "Department")):
        return []
    sentence.use([*places, *(place for place, _ in mentioned)])
    sentence.take("measure", "share")
    sentence.take("word", "how_much", "how_many", "what", "who", "where", "all", "among")
    sentence.take("word", "most", "many", "rank", "each", "compare")
    sentence.take("verb", "responsible", "have", "touch", "compare")
    sentence.take("kind", "Department")
    department = {"department": mentioned[0][1].spelling} if mentioned else {}
    return [Reading("workload", {**department, **by})]
