"""Any, or at least some, of several things: A、B、Cのうち2つ以上 (いくつかに当てはまる)."""

from __future__ import annotations

from itertools import combinations

from keikaku.queries.asking.tokens.lexicon import FREE
from keikaku.queries.asking.tokens.neighbours import previous_token
from keikaku.queries.asking.tokens.quantities import Amount
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.expressions.tree import And, Not, Or, Tree, both

_OR = {"か", "や", "とか", "or", "または", "又は", "もしくは", "あるいは"}
_MOST = 6  # the most things; more would make a command that nobody can read
_COUNTERS = {"", "つ", "個", "件", "本", "テーマ", "てーま", "課", "部署"}
_OF = {"of", "from"}


def is_either(sentence: Sentence, places: list[int]) -> bool:
    """Return whether the tokens at places are joined by an or."""
    if any(p not in sentence.used for p in sentence.places("word", "or")):
        return True
    between = sentence.tokens[places[0] + 1 : places[-1]]
    return any(token.text.lower() in _OR for token in between)


def at_least(sentence: Sentence, places: list[int], trees: list[Tree]) -> Tree | None:
    """Return the condition that some of several conditions hold: at least two of AI, RPA, BPR.

    None without a number of how many must hold.
    """
    at = _number(sentence, places)
    if at is None or not 1 < len(trees) <= _MOST:
        return None
    held = sentence.tokens[at].value
    amount = held if isinstance(held, Amount) else Amount(1, "", "")  # 1つだけ
    fewest = int(amount.number) + (amount.way == ">")
    if not 1 <= fewest <= len(trees):
        return None
    sentence.say(at)
    sentence.use(p for p in sentence.places("word", "among") if p not in sentence.used)
    sentence.use(p for p in (at + 1,) if p in sentence.places("word", "alone"))
    some = _some(trees, fewest)
    if amount.way or fewest == len(trees):
        return some
    return both(some, Not(_some(trees, fewest + 1)))  # two of them, no more


def _some(trees: list[Tree], fewest: int) -> Tree:
    if fewest == 1:
        return Or(tuple(trees))
    if fewest == len(trees):
        return And(tuple(trees))
    return Or(tuple(And(each) for each in combinations(trees, fewest)))


def _number(sentence: Sentence, places: list[int]) -> int | None:
    """Return the place of how many of them: after のうち, in English before of."""
    if sentence.english:
        before = [(at, t) for at, t in sentence.before(places[0], 2) if t.role != "kind"]
        of = previous_token(sentence.tokens, places[0]).text.lower() in _OF | {"the", ":"}
        return _counts(sentence, before[0][0]) if before and of else None
    behind = [(at, t) for at, t in sentence.after(places[-1], 3) if t.value != "or"]
    if len(behind) < 2 or behind[0][1].value != "among":
        return None
    return _counts(sentence, behind[1][0])


def _counts(sentence: Sentence, at: int) -> int | None:
    token = sentence.tokens[at]
    if (token.role, token.value) == ("word", "only_one"):
        return at
    if token.role != "amount" or token.value.unit not in _COUNTERS or at in sentence.used:
        return None
    return at if token.value.way in {"", ">=", ">"} and token.role not in FREE else None
