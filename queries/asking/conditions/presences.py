"""Whether a thing has something at all: 現況値がない, without a baseline (有無)."""

from __future__ import annotations

from keikaku.queries.asking.conditions.asked_fields import BESIDE_THE_LEAD
from keikaku.queries.asking.conditions.collected import Conditions
from keikaku.queries.asking.conditions.groups import close
from keikaku.queries.asking.tokens.neighbours import next_token, previous_token
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.asking.vocabulary import question_words as words
from keikaku.queries.expressions.fields import words_of
from keikaku.queries.expressions.tree import (
    ABSENT,
    PRESENT,
    UNKNOWN,
    Comparison,
)
from keikaku.queries.names import fold

_PRESENCE_OF_KIND = {
    "Indicator": "指標",
    "Guideline": "根拠",
    "Partner": "関係団体",
    "Theme": "テーマ",
    "SdgTarget": "SDGs",
    "Component": "個別取組",
    "Milestone": "行動計画",
    "Department": "所管課",
    "Plan": "計画",
    "Action": "取組内容",
    "Initiative": "取組事項",
    "Goal": "目標",
}

_PRESENCE_OF_MEASURE = {
    "target": "目標値",
    "baseline": "現況値",
    "disclosure": "情報公開",
    "mark": "印",
    "unit": "単位",
    "depends_on": "依存先",
    "needed_by": "依存元",
    "first_year": "開始年度",
    "last_year": "終了年度",
}


def presences(sentence: Sentence, head: str, head_at: int | None, conditions: Conditions) -> None:
    """現況値がない, 根拠を持つ, without a baseline: whether a thing has something at all."""
    for place, token in enumerate(sentence.tokens):
        if (
            place in sentence.used
            or place == head_at
            or token.role not in {"kind", "measure", "word"}
        ):
            continue
        following = next_token(sentence.tokens, place)
        if token.value == "unit" and sentence.english and following.role == "text":
            continue  # with unit km
        name = _presence_field(sentence, head, place)
        if name is None or fold(name) not in words_of(head):
            continue
        presence = presence_of(sentence, place)
        led = name == "主管計画" and not (sentence.places("name") or sentence.places("year"))
        described = not led and _is_described_plan(sentence, place)
        if presence is None or (presence[0] == ABSENT and described):
            continue
        if head not in {"Plan", "Indicator"} and _is_of_plans(sentence, place, presence[1]):
            continue
        answer, places = presence
        sentence.use([place, *places, *_not_one(sentence, place, answer)])
        if name == "依存先":
            sentence.take("word", "other")  # on other plans
        conditions.add(Comparison(name, "=", answer))
        if name == "現況値" and answer == ABSENT and not _is_of_both(sentence, place):
            # As the question ``indicators --without-baseline`` means it.
            conditions.add(Comparison("目標値", "=", PRESENT))


def _not_one(sentence: Sentence, place: int, answer: str) -> list[int]:
    """Return the place of a 一つも before the noun, which only strengthens the denial."""
    before = next(sentence.before(place, 1), None)
    if before is None or answer != ABSENT or before[1].role != "amount":
        return []
    one = before[1].value.number <= 1 and sentence.between(before[0], place) == "も"
    return [before[0]] if one else []


def _is_of_both(sentence: Sentence, place: int) -> bool:
    """Return whether it is said of the target, too: 現況値も目標値もない."""
    near = [*sentence.before(place, 1), *sentence.after(place, 1)]
    links = {"も", "or", "nor", "and", "か"}
    return any(
        (token.role, token.value) == ("measure", "target")
        and sentence.between(min(at, place), max(at, place)) in links
        for at, token in near
    )


def leads(sentence: Sentence, place: int) -> bool:
    """Return whether plans led by a department are meant: 主管する計画."""
    near = [each for each in sentence.before(place, 2) if each[1].role != "no"][:1]
    if not sentence.english:  # 計画を1つも主管していない課
        near += [each for each in sentence.after(place, 2) if each[1].role != "amount"][:1]
    near += [each for each in sentence.after(place, 1) if each[1].text.lower() == _OWN]
    before = next((each for each in near if each[1].value == "lead"), None)
    if before is None or before[1].role != "verb":
        return False
    sentence.use([before[0]])
    return True


def _presence_field(sentence: Sentence, head: str, place: int) -> str | None:
    token = sentence.tokens[place]
    if token.role == "kind" and token.value == "Plan" and leads(sentence, place):
        return "主管計画"
    if token.role == "kind" and token.text in words.MEASURABLE:
        return {"Plan": "数値目標", "Indicator": "目標値"}.get(head, "指標")
    if token.text in BESIDE_THE_LEAD and fold("共管課") in words_of(head):
        return "共管課"
    if token.role == "kind":
        return _PRESENCE_OF_KIND.get(token.value)
    if token.role == "word" and token.value == "measurable":
        following = next(sentence.after(place, 1), None)
        if head == "Plan":
            return None
        return "定量" if following else None
    name = _PRESENCE_OF_MEASURE.get(token.value) if token.role == "measure" else None
    if name == "目標値" and head != "Indicator":
        return "数値目標" if fold("数値目標") in words_of(head) else "指標"
    if name == "印" and any(t.role == "name" and t.value.kind == "Theme" for t in sentence.tokens):
        return None
    return name


def _is_described_plan(sentence: Sentence, place: int) -> bool:
    """Return whether only some plans must not exist: AIの計画がない is about AI plans."""
    if sentence.tokens[place].value != "Plan":
        return False
    if sentence.english:
        following = next(sentence.after(place, 1), None)
        return following is not None and following[1].role in {"verb", "name", "year", "no"}
    before = previous_token(sentence.tokens, place)
    return before.text == "の" or before.role in {"verb", "no", "yes"}


def _is_of_plans(sentence: Sentence, place: int, said: list[int]) -> bool:
    """Return whether it is said of plans, not of who carries them: 指標がない計画を所管する課.

    Nor is a target in numbers known of a department.
    """
    if sentence.tokens[place].text in words.MEASURABLE:
        return True
    if sentence.english:
        return False
    following = sentence.tokens[max([place, *said]) + 1 :][:1]
    return [(token.role, token.value) for token in following] == [("kind", "Plan")]


def _is_described_department(sentence: Sentence, place: int) -> bool:
    """Return whether departments are described: DXに取り組む課が担当する is not understood."""
    described = previous_token(sentence.tokens, place).role == "verb" and not sentence.english
    return described and sentence.tokens[place].value == "Department"


def _also_has(sentence: Sentence, place: int) -> tuple[str, list[int]] | None:
    """Return what is said of the noun before, in English: with a target and a baseline."""
    near = next(sentence.before(place, 1), None)
    if near is None or near[1].role not in {"kind", "measure"}:
        return None
    words = {t.text.lower() for t in sentence.tokens[near[0] + 1 : place]}
    if "and" not in words or not words <= {"and", "a", "an", "the"}:
        return None
    presence = presence_of(sentence, near[0])
    return (PRESENT, []) if presence is not None and presence[0] == PRESENT else None


def _has_both(sentence: Sentence, place: int) -> tuple[str, list[int]] | None:
    """Return that there are both of two things: 目標値と現況値の両方がある."""
    behind = [*sentence.after(place, 3)]
    joined = next_token(sentence.tokens, place).text == "と" and behind[0][1].role in {
        "kind",
        "measure",
    }
    said = behind[1:] if joined else behind
    if len(said) < 2 or said[0][1].value != "both":
        return None
    has = said[1][1]
    exists = has.role == "yes" or (has.role == "verb" and has.value == "have" and not has.says_no)
    return (PRESENT, [at for at, _ in said[:2]]) if exists else None


_OWN = "of their own"
_JOINING = {"SdgTarget": {"touch"}, "Partner": {"touch"}, "Guideline": {"based"}}
_GONE = {"missing", "lacking"}
_IS_NOT = ("で", "じゃ")
_OTHERS = {"他の", "ほかの", "別の", "other", "another", "others"}


def presence_of(sentence: Sentence, place: int) -> tuple[str, list[int]] | None:
    """Return whether there is any thing of a noun, and the places of the words that say so."""
    following = next(sentence.after(place, 1), None)
    beside = next(sentence.after(place, 1) if sentence.english else sentence.before(place, 1), None)
    excepted = beside is not None and (beside[1].role, beside[1].value) == ("word", "except")
    if excepted or (beside is not None and beside[1].text == "でない"):
        return None  # 福島県以外の団体と: that there is another
    if previous_token(sentence.tokens, place).text.lower() in _OTHERS:
        return None  # 他の課も関わる: more than there is one.
    if _is_described_department(sentence, place):
        return None
    if sentence.english:
        near = [*sentence.before(place, 2)]
        are = [token.role for _, token in sentence.after(place, 2)] == ["verb", "unknown"]
        if are and following is not None and following[1].text.lower() in {"are", "is"}:
            return UNKNOWN, [at for at, _ in sentence.after(place, 2)]  # whose marks are unknown
        near = [each for each in near if each[1].value != "both"]
        has_name = near and near[0][1].role == "name"
        says = None if has_name else next(((at, t) for at, t in near if t.role == "no"), None)
        if says:
            return ABSENT, [at for at, t in near if t.role in {"no", "verb"}]
        also = _also_has(sentence, place)
        if also is not None:
            return also
        joins = {"have", "yes"} | _JOINING.get(sentence.tokens[place].value, set())
        if near and near[0][1].role in {"verb", "yes"} and near[0][1].value in joins:
            return PRESENT, [near[0][0]]
        if following and following[1].role == "unknown":
            return UNKNOWN, [following[0]]
        behind = [*sentence.after(place, 2)]
        if [t.role for _, t in behind] == ["no", "verb"] and behind[1][1].value == "have":
            return ABSENT, [at for at, _ in behind]  # whose target is not set
        if following and following[1].text.lower() in _GONE and len(behind) == 1:
            return ABSENT, [following[0]]  # whose baseline is missing
        if near and near[0][1].role == "unknown":
            return UNKNOWN, [near[0][0]]
        return None
    if following is None:
        return None
    at, token = following
    both = _has_both(sentence, place)
    if both is not None:
        return both
    if token.role in {"kind", "measure"} and next_token(sentence.tokens, place).text == "も":
        presence = presence_of(sentence, at)  # 根拠も団体もない: what is said of both.
        return (presence[0], []) if presence else None
    if token.role == "amount" and not token.value.way and token.value.number <= 1:
        second = next(sentence.after(at, 1), None)
        if second and (second[1].role == "no" or second[1].says_no):
            return ABSENT, [at, second[0]]
    if token.role == "unknown":
        return UNKNOWN, [at]
    if token.role == "no":
        if token.text.startswith(_IS_NOT) or sentence.between(place, at) in _IS_NOT:
            return None  # 主管課でない: it is another, not that there is none.
        return ABSENT, [at]
    if token.role == "yes":
        return PRESENT, [at]
    if token.role == "verb" and token.value in {
        "have",
        "touch",
        "disclose",
        "responsible",
        "based",
        "lead",
    }:
        second = next(sentence.after(at, 1), None)
        if (
            not token.says_no
            and second
            and second[1].role == "no"
            and close(sentence, at, second[0])
        ):
            return ABSENT, [at, second[0]]
        return (ABSENT if token.says_no else PRESENT), [at]
    return None
