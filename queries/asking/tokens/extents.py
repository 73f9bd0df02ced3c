"""How many of those that are ranked are asked for: 上位3つ, 2番目, all in order (順位の範囲)."""

from __future__ import annotations

from keikaku.queries.asking.tokens.neighbours import next_token, previous_token
from keikaku.queries.asking.tokens.quantities import Amount
from keikaku.queries.asking.tokens.sentence import Sentence

KIND_OF_UNIT = {"課": "Department", "部署": "Department", "計画": "Plan", "指標": "Indicator",
                 "団体": "Partner", "テーマ": "Theme", "てーま": "Theme"}  # fmt: skip


_RANK_UNITS = {"", "つ", "件", "個", "本", "位", "番目", *KIND_OF_UNIT}


def extent_of(sentence: Sentence) -> dict[str, str]:
    """Return how many are shown, or the only rank: 上から3つ, 2番目; nothing for all."""
    place = _place(sentence)
    if place is not None:
        return {"place": str(place)}
    top = _top(sentence)
    ranked_all = sentence.has("word", "rank") or is_by_number(sentence)
    return {"top": str(top)} if not ranked_all or top > 1 else {}


PLACES = {"番目", "位"}
_OF_SEVERAL = {"上位", "ベスト", "トップ", "top"}


def _place(sentence: Sentence) -> int | None:
    """Return the rank asked for: 2番目, but not 上位2位 and 2番目まで."""
    for at in sentence.places("amount"):
        amount: Amount = sentence.tokens[at].value
        before = next(sentence.before(at, 1), None)
        several = before is not None and before[1].text.lower() in _OF_SEVERAL
        until = next_token(sentence.tokens, at).text.startswith("まで")
        if amount.unit in PLACES and not amount.way and not several and not until:
            sentence.use([at])
            return int(amount.number)
    return None


def _top(sentence: Sentence) -> int:
    for place in sentence.places("amount"):
        amount: Amount = sentence.tokens[place].value
        near = [t for _, t in sentence.before(place, 2)] + [t for _, t in sentence.after(place, 2)]
        ranks = any(
            t.role == "word" and t.value in {"rank", "most", "least", "many", "few"} for t in near
        )
        first = next(sentence.after(place, 1), None)
        if sentence.english and first is not None and first[1].role == "kind":
            ranks = ranks or sentence.has("word", "most", "least")
        if ranks and not amount.way and amount.unit in _RANK_UNITS:
            sentence.use([place])
            return int(amount.number)
    return 1


def is_by_number(sentence: Sentence) -> bool:
    """Return whether things are to be sorted: departments by number of plans."""
    return sentence.english and any(
        place > 1
        and previous_token(sentence.tokens, place).text.lower() == "by"
        and sentence.tokens[place - 2].role == "kind"
        for place in sentence.places("measure", "number_of")
    )


def is_absent_goal(sentence: Sentence, place: int) -> bool:
    """Return whether 目標 is a goal that the graph does not have, by its number: 目標9の計画."""
    token, number = sentence.tokens[place], next_token(sentence.tokens, place)
    bare = number.role == "amount" and not (number.value.unit or number.value.way)
    is_goal = (token.role, token.value) == ("kind", "Goal") or token.text == "目標"
    return bare and is_goal and not token.text.endswith("s")
