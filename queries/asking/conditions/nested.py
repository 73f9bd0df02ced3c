"""Conditions on the indicators of what is asked for: 現況値のない指標を持つ計画 (指標の条件)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from copy import copy

from keikaku.queries.asking.conditions.collected import Conditions
from keikaku.queries.asking.conditions.presences import presence_of
from keikaku.queries.asking.tokens.lexicon import FREE, Token
from keikaku.queries.asking.tokens.neighbours import next_token
from keikaku.queries.asking.tokens.quantities import COUNTERS
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.expressions.fields import ONE_PLAN, words_of
from keikaku.queries.expressions.tree import ABSENT, PRESENT, Operator, Some
from keikaku.queries.names import fold

Reader = Callable[[Sentence, str, int | None, Conditions], None]

_OWN_VERBS = {"reach", "raise", "lower", "keep", "exceed", "have"}
_OWN_ROLES = {"measure", "no", "yes", "unreached", "unit", *FREE}
_OWN_WORDS = {"unmeasurable", "measurable", "many", "few", "same", "today"}


def nested(
    sentence: Sentence,
    head: str,
    head_at: int | None,
    conditions: Conditions,
    read: Reader,
    read_plans: Reader,
) -> None:
    """Add conditions on the indicators of a plan, or on plans that must not exist.

    ``read`` reads conditions on indicators, ``read_plans`` those on plans.
    """
    if head not in {"Plan", *ONE_PLAN} and fold("計画") in words_of(head):
        _without_plans(sentence, head_at, conditions, read_plans)
    if head != "Plan":
        return
    _of_owners(sentence, head_at, conditions, read_plans)
    for place in sentence.places("kind", "Indicator"):
        if place == head_at or place in sentence.used:
            continue
        says = _says(sentence, place)
        if says is None:
            continue
        operator, value, places = says
        clause = _clause(sentence, place) - set(places)
        view = copy(sentence)
        view.used = set(range(len(sentence.tokens))) - clause
        inner = Conditions()
        read(view, "Indicator", None, inner)
        if inner.tree is None or any(p not in view.used for p in clause if _says_more(sentence, p)):
            continue
        sentence.use([place, *places, *clause])
        for at in (place - 1, place + 1):  # The link to their owner means nothing more.
            if 0 <= at < len(sentence.tokens) and sentence.tokens[at].role in FREE:
                sentence.use([at])
        conditions.add(Some("指標", inner.tree, operator, value))


def _without_plans(
    sentence: Sentence, head_at: int | None, conditions: Conditions, read: Reader
) -> None:
    """AIの計画を持たない課: departments without such plans."""
    for place in sentence.places("kind", "Plan"):
        presence = presence_of(sentence, place)
        if place in {head_at} | sentence.used or presence is None or presence[0] != ABSENT:
            continue
        clause: set[int] = set()
        behind = range(place + 1, len(sentence.tokens))
        for at in behind if sentence.english else reversed(range(place)):
            token = sentence.tokens[at]
            of_plans = token.role != "kind" or (at != head_at and token.value != "Plan")
            if at in sentence.used or token.role == "text" or not of_plans:
                break
            if token.value == "among" or (at + 1 < place and _ends_clause(sentence, at)):
                break
            clause.add(at)
        view = copy(sentence)
        view.used = set(range(len(sentence.tokens))) - clause
        inner = Conditions()
        read(view, "Plan", None, inner)
        if inner.tree is None or any(p not in view.used for p in clause if _says_more(sentence, p)):
            continue
        sentence.use([place, *presence[1], *clause])
        conditions.add(Some("計画", inner.tree, "=", ABSENT))


def _of_owners(
    sentence: Sentence, head_at: int | None, conditions: Conditions, read: Reader
) -> None:
    """計画が1つだけの課の計画: plans of the departments of which a clause says something."""
    for place in sentence.places("kind", "Department"):
        clause = owner_clause(sentence, place) - sentence.used
        if place in {head_at} | sentence.used or not clause:
            continue
        view = copy(sentence)
        view.used = set(range(len(sentence.tokens))) - clause
        inner = Conditions()
        read(view, "Department", None, inner)
        for verb in view.places("verb", "touch", "responsible", "have"):
            view.use([verb] if not view.tokens[verb].says_no else [])
        if inner.tree is None or any(p not in view.used for p in clause if _says_more(sentence, p)):
            continue
        sentence.use([place, *clause])
        first, *other = (Some("所管課", tree) for tree in inner.readings if tree is not None)
        conditions.add(first, *other)


def owner_clause(sentence: Sentence, place: int) -> set[int]:
    """Return the places of what is said of 課 in …課の計画; none where nothing is.

    複数の課が関わる計画 says how many there are, not which they are.
    """
    tokens = sentence.tokens
    if sentence.english or tokens[place].value != "Department" or tokens[place].text == "主管課":
        return set()
    behind = [token for _, token in sentence.after(place, 2)]
    link = next_token(tokens, place).text
    owns = link == "の" and behind[:1] and behind[0].value == "Plan"
    does = link == "が" and [(t.role, t.value) for t in behind] == [
        ("verb", "responsible"),
        ("kind", "Plan"),
    ]
    before = [(at, token) for at, token in sentence.before(place)]
    if not (owns or does) or not before or place == 0:
        return set()
    (at, last), rest = before[0], before[1:]
    if last.role in {"amount", "word"} and last.value != "alone":
        counts = bool(rest) and rest[0][1].role == "kind" and rest[0][1].value != "Department"
        if not counts or sentence.between(rest[0][0], at) not in {"が", "を", "は"}:
            return set()
    elif last.value != "alone" and (
        last.role not in {"verb", "no", "yes"} or at != place - 1 or not rest
    ):
        return set()
    clause: set[int] = set()
    for each in reversed(range(place)):
        if tokens[each].value == "among" or tokens[each].text in {"、", ","}:
            break
        clause.add(each)
    return clause


def _ends_clause(sentence: Sentence, place: int) -> bool:
    """Return whether what stands before is said apart: Aの計画はあるが、Bの計画はない課."""
    token, following = sentence.tokens[place : place + 2]
    return token.role in {"yes", "no", "verb"} and following.text in _BUT


_BUT = {"が", "けど", "けれど", "けれども", "、", "のに", "し", "but"}


def _says(sentence: Sentence, place: int) -> tuple[Operator, str, list[int]] | None:
    """Return whether there are any such indicators, or how many."""
    if sentence.english:
        return _says_before(sentence, place)
    at, token = next(sentence.after(place, 1), (place, sentence.tokens[place]))
    if token.role == "amount" and token.value.unit in {"", "件", *COUNTERS}:
        return token.value.way or "=", str(token.value.number), [at]
    presence = presence_of(sentence, place)
    return ("=", presence[0], presence[1]) if presence and presence[0] != "不明" else None


def _says_before(sentence: Sentence, place: int) -> tuple[Operator, str, list[int]] | None:
    """Read with, without, with at least two before a noun and its adjectives."""
    before = [(at, t) for at, t in sentence.before(place, 4) if t.role not in _ADJECTIVES]
    if not before:
        return None
    at, token = before[0]
    has = [p for p, t in before if t.role == "verb" and t.value == "have"][:1]
    if token.role == "amount" and has:
        return token.value.way or "=", str(token.value.number), [at, *has]
    if token.role == "no":
        return "=", ABSENT, [at, *has]
    return ("=", PRESENT, has) if has[:1] == [at] else None


_ADJECTIVES = {"unreached", "unit"}


def _clause(sentence: Sentence, place: int) -> set[int]:
    """Return the places of the clause about a noun: before it, in English also after it."""
    places: set[int] = set()
    ways: list[Iterable[int]] = [reversed(range(place))]
    if sentence.english:
        ways.append(range(place + 1, len(sentence.tokens)))
    for way in ways:
        for at in way:
            token = sentence.tokens[at]
            behind = at > place or not sentence.english or token.role in {*_ADJECTIVES, *FREE}
            if at in sentence.used or not _is_own(token) or not behind:
                break
            places.add(at)
    return places


def _is_own(token: Token) -> bool:
    if token.role == "verb":
        return token.value in _OWN_VERBS
    if token.role == "word":
        return token.value in _OWN_WORDS
    if token.role == "amount":
        return token.value.unit not in COUNTERS
    return token.role in _OWN_ROLES


def _says_more(sentence: Sentence, place: int) -> bool:
    return sentence.tokens[place].role not in FREE
