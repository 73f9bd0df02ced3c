"""Questions about budgets: the greatest, sums, those of one plan or department (予算・決算の問い).

Words are read as budgets only if the graph has any. Without a year in the sentence, the last year
of the stage in the graph counts, and the command says which one that is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from keikaku.queries.asking.conditions import conditions
from keikaku.queries.asking.frames.count_questions import group_field
from keikaku.queries.asking.tokens.extents import extent_of
from keikaku.queries.asking.tokens.heads import mentions
from keikaku.queries.asking.tokens.money_words import FIELD_OF_WORD, budgets
from keikaku.queries.asking.tokens.quantities import Amount
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.asking.vocabulary.reading import Reading, find
from keikaku.queries.expressions.field_tables import CODE_WORDS
from keikaku.queries.expressions.fields import words_of
from keikaku.queries.expressions.tree import Comparison, Tree, both
from keikaku.queries.names import fold

_WANTED = "request"
_PLANNED = ("budget", "plan", _WANTED)
_SCALE = {"千円": 1000, "円": 1}


def money(sentence: Sentence) -> list[Reading]:
    """予算が一番大きい事業, 財政課の決算の合計, 予算が1億円以上の事業."""
    places = sentence.places("measure", "money")
    fields = {FIELD_OF_WORD[sentence.tokens[p].text] for p in places}
    if len(fields) != 1:
        return []
    (field,) = fields
    words = {sentence.tokens[p].text for p in places}
    held = _held(sentence, words)
    if held is None:
        return []
    sentence.use(places)
    limits = _limits(sentence, field)
    ranks = sentence.has("word", "most", "least", "rank", "many", "few")
    groups = _groups(sentence)
    totals = sentence.take("word", "total", "mean", "median")
    asks_sum = sentence.has("word", "how_much", "how_many") or not sentence.has("kind", "Plan")
    more: dict[str, Any] = {}
    if ranks:
        least = sentence.has("word", "least", "few")
        more = {"sort": field if least else f"-{field}", **extent_of(sentence)}
        sentence.take("word", "most", "least", "rank", "many", "few")
    elif groups:
        sentence.use([groups[0][0], *sentence.places("word", "each")])
        more = {"by": groups[0][1], "of": field}
    elif totals or (asks_sum and not limits and not _names_a_plan(sentence)):
        more = {"of": field}
    if sentence.has("word", "how_many") and not more:
        more = {"count": True}
    sentence.take("word", "how_much", "how_many", "what", "who", "where", "all", "among")
    sentence.take("measure", "number_of")
    sentence.take("kind", "Plan")
    filters = conditions.read(sentence, "Budget", None)
    return [find("Budget", both(*held, *limits, tree), **more) for tree in filters.readings]


def _names_a_plan(sentence: Sentence) -> bool:
    return any(mention.kind == "Plan" for _, mention in mentions(sentence))


def _held(sentence: Sentence, words: Iterable[str]) -> list[Tree] | None:
    """Return the stage in the words, and the default year; None where there is none."""
    known = budgets(sentence.known)
    years = [sentence.tokens[p].value for p in sentence.places("year")]
    settled = any(word.startswith(("決算", "執行", "支出済")) for word in words)
    wanted = any("要求" in word for word in words)
    planned = not wanted and any(word.startswith(("予算", "当初", "budget")) for word in words)
    fitting = [
        facts
        for facts in known
        if facts.get("stage") in {"actual", *_PLANNED}
        and (not settled or facts.get("stage") == "actual")
        and (not planned or facts.get("stage") in _planned_stages(known))
        and (not wanted or facts.get("stage") == _WANTED)
        and (not years or facts.get("fiscal_year") in years)
    ]
    if not fitting:
        return None
    if _names_a_plan(sentence):
        return []
    last = max(facts["fiscal_year"] for facts in fitting if facts.get("fiscal_year"))
    of_year = fitting if years else [f for f in fitting if f.get("fiscal_year") == last]
    stages = sorted({str(facts.get("stage")) for facts in of_year})
    stage = "actual" if "actual" in stages and not planned else stages[0]
    spoken = CODE_WORDS.get(stage, stage).split()[0]
    trees: list[Tree] = [Comparison("段階", "=", spoken)]
    if not years and not any(name.endswith("年度") for _, name in _groups(sentence)):
        trees.append(Comparison("年度", "=", str(last)))
    return trees


def _planned_stages(known: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """Return the stages that 予算 means: what was asked for only where nothing was granted."""
    granted = any(facts.get("stage") in {"budget", "plan"} for facts in known)
    return ("budget", "plan") if granted else (_WANTED,)


def _limits(sentence: Sentence, field: str) -> list[Tree]:
    """Return the conditions on the amount: 1億円以上."""
    trees: list[Tree] = []
    for place in sentence.places("amount"):
        amount: Amount = sentence.tokens[place].value
        scale = _SCALE.get(amount.unit)
        if scale is None:
            continue
        sentence.say(place)
        trees.append(Comparison(field, amount.way or "=", str(int(amount.number * scale))))  # type: ignore[arg-type]
    return trees


def _groups(sentence: Sentence) -> list[tuple[int, str]]:
    """Return the groups asked for: the place of their noun, and the field."""
    groups = []
    for place in sentence.places("word", "each"):
        near = next(
            sentence.after(place, 1) if sentence.english else sentence.before(place, 1), None
        )
        name = group_field(near[1].role, near[1].value) if near else None
        if near is not None and name is not None and fold(name) in words_of("Budget"):
            groups.append((near[0], name))
    return groups
