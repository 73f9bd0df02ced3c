"""Numbers in a sentence: 指標が3つ以上, at least 90% (数の条件)."""

from __future__ import annotations

from keikaku.queries.asking.conditions.asked_fields import BESIDE_THE_LEAD, FIELD_OF
from keikaku.queries.asking.conditions.collected import Conditions
from keikaku.queries.asking.conditions.presences import leads
from keikaku.queries.asking.tokens.durations import FIELD, YEARS, years_held
from keikaku.queries.asking.tokens.extents import is_absent_goal
from keikaku.queries.asking.tokens.lexicon import Token
from keikaku.queries.asking.tokens.neighbours import next_token
from keikaku.queries.asking.tokens.quantities import COUNTERS, Amount
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.asking.vocabulary.question_words import MEASURABLE
from keikaku.queries.expressions.field_tables import COUNT_WORDS
from keikaku.queries.expressions.fields import words_of
from keikaku.queries.expressions.tree import (
    Comparison,
)
from keikaku.queries.names import fold

_UNITS = {"%", "円", "千円", "人", "名", "件", "時間", "校", "施設", "km", "台", "日", "回",
          "協定", "税目", "橋", "世帯", "戸"}  # fmt: skip
_UNIT_KINDS = {
    "課": "所管課数",
    "部署": "所管課数",
    "指標": "指標数",
    "計画": "計画数",
    "テーマ": "テーマ数",
    "てーま": "テーマ数",
    "団体": "団体数",
}


_COUNTS = {
    "mark": "印数",
    "needed_by": "依存元数",
    "depends_on": "依存先数",
    "disclosure": "情報公開数",
}
"""Fields that count what a measure names: 印が3つ以上."""


def amounts(sentence: Sentence, head: str, head_at: int | None, conditions: Conditions) -> None:
    """Read the numbers of a sentence as conditions, and mark the tokens used."""
    for place in [*sentence.places("amount"), *sentence.places("word", "many_of", "only_one")]:
        if place in sentence.used:
            continue
        token = sentence.tokens[place]
        if _none_at_all(sentence, place):
            continue
        sign, value = _held(token)
        counted = _counted(sentence, head, place, head_at)
        if token.text.startswith("単独") and fold("所管課数") in words_of(head):
            counted = place, "所管課数"
        if years_held(sentence, head, place):
            counted = place, FIELD
        if counted is None and token.role == "amount" and token.value.unit in _UNIT_KINDS:
            name = _UNIT_KINDS[token.value.unit]
            if fold(name) in words_of(head):
                counted = place, name
        if (
            counted is None
            and head == "Indicator"
            and token.role == "amount"
            and _is_value(token.value)
        ):
            counted = place, "目標値"
        if counted is None:
            continue
        at, name = counted
        sentence.use([place, at])
        between = range(min(place, at), max(place, at))
        sentence.use(p for p in sentence.places("measure", "number_of") if p in between)
        after = {p for p in (place + 1, at + 1) if p < len(sentence.tokens)}
        after |= {place - 1} if sentence.english and place else set()
        # 1つだけ is the number itself.
        sentence.use(p for p in after if sentence.tokens[p].value == "alone")
        conditions.add(Comparison(name, sign, value))  # type: ignore[arg-type]
        sentence.take("yes")


def _none_at_all(sentence: Sentence, place: int) -> bool:
    """Return whether a number only strengthens a negation: 一つもない."""
    following = next(sentence.after(place, 1), None)
    if following is None:
        return False
    token = sentence.tokens[place]
    none = token.role == "amount" and not token.value.way and token.value.number <= 1
    if following[1].role == "no" or (none and following[1].says_no):  # 1つも主管していない
        return True
    behind = sentence.tokens[place + 1 :]
    return none and behind[0].text == "も" and any(each.says_no for each in behind)


_VALUES = {"target": "目標値", "baseline": "現況値", "gap": "差", "rate": "倍率"}


def _is_value(amount: Amount) -> bool:
    return amount.unit in _UNITS


def _counted(
    sentence: Sentence, head: str, place: int, head_at: int | None
) -> tuple[int, str] | None:
    """Return what a number counts or measures, by the noun beside it, as a field."""
    around = [*sentence.before(place, 2)] if not sentence.english else [*sentence.after(place, 2)]
    around += [*sentence.after(place, 1)] if not sentence.english else [*sentence.before(place, 3)]
    for at, token in around:
        if at == head_at:
            continue
        if at == place - 1 and is_absent_goal(sentence, at):
            return None
        if token.role == "kind" and at == place + 1 and _is_aimed_at(sentence, at):
            return None
        itself = token.role == "kind" and token.value == head == "Plan" and at < place
        if itself and not sentence.english and sentence.between(at, place) in {"が", "の数が"}:
            return None  # 計画の数が2つ以上の課: how many of what is asked for, not of 課
        counts = _COUNTS.get(token.value) if token.role == "measure" else None
        if counts and fold(counts) in words_of(head):
            return at, counts
        if token.role == "measure" and token.value in _VALUES:
            name = _VALUES[token.value]
            if fold(name) in words_of(head):
                return at, name
            if (
                token.value == "target"
                and not _is_measured(sentence, place)
                and fold("指標数") in words_of(head)
            ):
                return at, _targets(head)
        if token.role == "kind" and (depends := _of_dependence(sentence, head, at)):
            return at, depends
        if token.role == "kind" and token.text in MEASURABLE and fold("指標数") in words_of(head):
            return at, _targets(head)
        if token.text in BESIDE_THE_LEAD and fold("共管課数") in words_of(head):
            return at, "共管課数"
        if token.role == "kind":
            if token.value == "Plan" and fold("主管数") in words_of(head) and leads(sentence, at):
                return at, "主管数"
            key = "plan" if token.value == "Plan" else fold(FIELD_OF[token.value])
            own = words_of(head).get(fold(key))
            name = COUNT_WORDS.get(own.key, f"{own.spelling}数").split()[0] if own else ""
            if name and fold(name) in words_of(head):
                return at, name
    return None


def _is_aimed_at(sentence: Sentence, at: int) -> bool:
    """Return whether a number of a noun is a target, no count: 8事業を目標にしている."""
    if next_token(sentence.tokens, at).text != "を":
        return False
    aim = next_token(sentence.tokens, at + 1)
    return (aim.role, aim.value) == ("measure", "target") or aim.text.startswith("目指")


def _targets(head: str) -> str:
    """Return the field that counts targets with a number, where there is one; else all."""
    return _TARGETS if fold(_TARGETS) in words_of(head) else "指標数"


_TARGETS = "数値目標数"


def _is_measured(sentence: Sentence, place: int) -> bool:
    """Return whether a number is a value, not how many there are: 目標が100%."""
    token = sentence.tokens[place]
    return token.role == "amount" and token.value.unit in _UNITS - {"件"}


def _of_dependence(sentence: Sentence, head: str, at: int) -> str | None:
    """Return the count of plans that one rests on, or that rest on it: 2つ以上の計画に依存する."""
    following = next(sentence.after(at, 1), None)
    if head != "Plan" or sentence.tokens[at].value != "Plan" or following is None:
        return None
    return {"depend": "依存先数", "depended": "依存元数"}.get(str(following[1].value))


def _held(token: Token) -> tuple[str, str]:
    if token.role == "word":
        return (">=", "2") if token.value == "many_of" else ("=", "1")
    amount: Amount = token.value
    unit = "" if amount.unit in COUNTERS | {"割", "倍", YEARS} else amount.unit
    return amount.way or "=", f"{amount.number}{unit}"
