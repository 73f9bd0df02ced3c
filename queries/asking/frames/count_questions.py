"""Questions for numbers, of all or in each group (件数)."""

from __future__ import annotations

from typing import Any

from keikaku.queries.asking.conditions import conditions
from keikaku.queries.asking.frames.value_questions import asks_in_a_unit, asks_value
from keikaku.queries.asking.tokens.heads import head_of, head_words
from keikaku.queries.asking.tokens.neighbours import next_token, previous_token
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.asking.vocabulary.reading import Reading, find
from keikaku.queries.expressions.fields import words_of
from keikaku.queries.names import fold


def grouped(sentence: Sentence) -> list[Reading]:
    """目標ごとの計画数, 課別の指標の数: how many in each group."""
    places = sentence.places("word", "each", "per") or _by(sentence)
    if not places:
        return []
    place = places[0]
    near = next(sentence.after(place, 1) if sentence.english else sentence.before(place, 1), None)
    if sentence.english and (
        near is None or near[1].role == "verb"
    ):  # goals and the number of plans in each
        first = next(iter(sentence.places("kind")), place)
        near = (first, sentence.tokens[first])
    if near is None:
        return []
    name = group_field(near[1].role, near[1].value)
    if name == "年度" and sentence.has("verb", "start", "end"):
        name = "開始年度" if sentence.take("verb", "start") else "終了年度"
        sentence.take("verb", "end")
    if name is None:
        return []
    lead = sentence.tokens[near[0]].text == "主管課"
    if near[1].value == "Department" and sentence.has("kind", "Plan"):
        lead = sentence.take("verb", "lead") or lead  # 部署別の主管計画数
    name = "主管課" if lead else name
    sentence.use([place, near[0]])
    ranks = sentence.has("word", "rank", "many")
    if not _by_size(sentence, name):
        return []
    top = _first_ones(sentence) if ranks else {}
    counts = [
        p for p in sentence.places("kind")
        if p not in sentence.used and sentence.tokens[p].value != near[1].value
    ]  # fmt: skip
    target = [p for p in sentence.places("measure", "target") if p not in sentence.used]
    if counts:
        at = counts[0] if sentence.english else counts[-1]
        head = sentence.tokens[at].value
        sentence.use([at])
    else:
        head, at = ("Indicator", target[0]) if target else ("Plan", -1)
        head = {
            "severity": "Finding",
            "target_year": "Indicator",
            "baseline_year": "Indicator",
        }.get(near[1].value, head)
        sentence.use(target)
    sentence.take("word", "how_many", "all", "what", "each")
    parts = sentence.take("measure", "share")
    sentence.take("measure", "number_of")
    name = conditions.field_of("Goal", head) if name == "目標" else name
    if (head, name) == ("Indicator", "年度"):
        name = "目標年度"  # when a target is to be reached, not when its plan runs
    name = _SORT_OF.get(head, name) if name == "種類" else name
    if fold(name) not in words_of(head):
        return []
    filters = conditions.read(sentence, head, at)
    if parts and filters.tree is not None:
        within = [find(head, tree, by=name, share=True, **top) for tree in filters.readings]
        if not sentence.english:
            return within
        # percentage of … per goal: of the plans of each goal, or of all such plans?
        return [*within, *(find(head, tree, by=name, **top) for tree in filters.readings)]
    return [find(head, tree, by=name, **top) for tree in filters.readings]


_SORT_OF = {"Guideline": "種別", "Indicator": "指標の種類"}


def _first_ones(sentence: Sentence) -> dict[str, str]:
    """Return how many groups are asked for: 多い順に5つ."""
    for place in sentence.places("amount"):
        amount = sentence.tokens[place].value
        before = next(sentence.before(place, 1), None)
        ranks = before is not None and before[1].value in {"rank", "many"}
        if ranks and amount.unit in {"", "つ", "個", "本", "位"} and not amount.way:
            sentence.use([place])
            return {"top": str(amount.number)}
    return {}


def _by_size(sentence: Sentence, name: str) -> bool:
    """Return whether groups are in the order asked for: the greatest first, years in order."""
    if not sentence.has("word", "rank", "many", "few", "most", "least"):
        return True
    descending = sentence.has("word", "many") or any(
        sentence.tokens[p].text == "多い順" for p in sentence.places("word", "rank")
    )
    ranks = sentence.take("word", "rank", "many")
    return ranks and descending and not name.endswith("年度") and not sentence.has("word", "few")


def _by(sentence: Sentence) -> list[int]:
    """``by`` before what is counted for each: number of plans by goal."""
    counts = sentence.has("measure", "number_of", "share") or sentence.has("word", "how_many")
    nouns = [*sentence.places("kind"), *sentence.places("measure", "year", "unit", "severity")]
    bare = len(nouns) == 2 and not sentence.has("verb")
    if not sentence.english or not (counts or bare):
        return []
    return [
        place
        for place, token in enumerate(sentence.tokens[:-1])
        if token.text.lower() in {"by", "per"}
        and (next_token(sentence.tokens, place).role == "kind" or place + 1 in nouns)
    ]


def counted_each(sentence: Sentence) -> list[Reading]:
    """どの課がいくつ計画を持っているか: how many of one kind for each of another."""
    kinds = sentence.places("kind")
    which = [p for p in kinds if previous_token(sentence.tokens, p).text.lower() in _WHICH]
    which += [
        p
        for p in sentence.places("word", "who", "where")
        if sentence.tokens[p].text in _WHICH_ONE
        or (sentence.tokens[p].text in _WHO and sentence.between(p, p + 2) == "が")
    ]
    many = sentence.places("word", "how_many", "how_many_plans")
    others = [p for p in kinds if p not in which]
    if sentence.english or len(which) != 1 or not many or many[0] < which[0] or len(others) > 1:
        return []
    by = sentence.tokens[which[0]].value
    by, head = "Department" if by in {"who", "where"} else by, "Plan"
    does = by == "Department" and sentence.has("verb", "have", "responsible")  # どこが何件担当
    if others:
        head = sentence.tokens[others[0]].value
    elif not does and not sentence.has("word", "how_many_plans"):
        return []
    name = conditions.field_of(by, head)
    if by == head or fold(name) not in words_of(head):
        return []
    sentence.use([*which, *others, *many])
    sentence.take("word", "what", "each")
    filters = conditions.read(sentence, head, None)
    return [find(head, tree, by=name) for tree in filters.readings]


_WHICH_ONE = {"どの課", "どの部署", "どちらの課"}
_WHO = {"誰", "だれ", "どこ"}
_WHICH = {"どの", "どんな", "いずれの", "which", "what"}


def group_field(role: str, value: Any) -> str | None:
    """Return the field by which the things of a noun are grouped."""
    if role == "kind":
        return conditions.FIELD_OF.get(value)
    if role == "measure":
        return {
            "year": "年度",
            "target": "目標",
            "unit": "単位",
            "duration": "期間",
            "first_year": "開始年度",
            "disclosure": "情報公開",
            "sort": "種類",
            "target_year": "目標年度",
            "baseline_year": "現況年度",
            "severity": "重要度",
        }.get(value)
    if role == "year":
        return "年度"
    return None


def counted(sentence: Sentence) -> list[Reading]:
    """計画はいくつ, 何件の計画: how many."""
    asks = sentence.has(
        "word", "how_many", "how_many_departments", "how_many_plans"
    ) or sentence.has("measure", "number_of")
    values = sentence.places("measure", "target", "baseline")
    counts = sentence.places("measure", "number_of")
    if any(p and previous_token(sentence.tokens, p).text == "と" for p in counts):
        return []  # 担当課と件数 asks for both at once.
    if (
        counts
        and all(_is_held_to_a_number(sentence, p) for p in counts)
        and not sentence.has("word", "how_many", "how_many_departments", "how_many_plans")
    ):
        return []
    of_value = not sentence.english and any(p < at for p in counts for at in values)
    if not asks or asks_value(sentence) or of_value or asks_in_a_unit(sentence):
        return []
    if sentence.take("word", "how_many_departments"):
        head, at = "Department", None
        sentence.take("kind", "Department")
    elif sentence.take("word", "how_many_plans"):
        head, at = "Plan", None
        sentence.take("kind", "Plan")
    else:
        head, at = head_of(sentence)
        if at is None and not sentence.has("name"):
            return []
    if at is not None:
        sentence.use([at, *head_words(sentence, at)])
    sentence.take("word", "how_many", "all", "what", "among", "where", "total")
    sentence.take("measure", "number_of")
    listing = {} if _asks_which(sentence, head) else {"count": True}
    heads = ["Goal", "Indicator"] if _is_goal_or_target(sentence, at) else [head]
    filters = conditions.read(sentence, head, at)
    return [find(each, tree, **listing) for each in heads for tree in filters.readings]


def _asks_which(sentence: Sentence, head: str) -> bool:
    """Return whether it also asks which ones: いくつあって、どの計画か, how many … and which."""
    both = any(t.text.lower() in {"と", "、", ",", "and"} for t in sentence.tokens)
    for place in sentence.places("word", "what"):
        following = next(sentence.after(place, 1), None)
        own = following is None or following[1].value == head or following[1].role != "kind"
        if own and both and sentence.tokens[place].text.lower() in {*_WHICH, "どれ"}:
            return sentence.tokens[place].text.lower() != "what"
    asks_where = [p for p in sentence.places("word", "who", "where") if head == "Department"]
    many = sentence.places("word", "how_many")
    return both and bool(asks_where and many) and asks_where[-1] > many[0]


def _is_held_to_a_number(sentence: Sentence, place: int) -> bool:
    """Return whether a number is a condition, not asked for: 指標数が5以上の計画."""
    following = next(sentence.after(place, 1), None)
    return not sentence.english and following is not None and following[1].role == "amount"


def _is_goal_or_target(sentence: Sentence, at: int | None) -> bool:
    measured = sentence.places("word", "measurable", "unmeasurable")
    bare = not sentence.has("name") and not measured
    return at is not None and sentence.tokens[at].text == "目標" and bare
