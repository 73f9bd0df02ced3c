"""How the values of an indicator stand to each other: 現況値が目標値を上回る (目標値と現況値)."""

from __future__ import annotations

from keikaku.queries.asking.conditions.collected import Conditions
from keikaku.queries.asking.tokens.neighbours import next_token
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.expressions.tree import ABSENT, PRESENT, Comparison, Not, Operator, Some, Tree


def qualities(sentence: Sentence, head: str, conditions: Conditions) -> None:
    """Read 定性的な指標, and 現況値より目標値が低い指標."""
    if head == "Plan":
        _in_words(sentence, conditions)
    if head != "Indicator":
        return
    for place in sentence.places("word", "unmeasurable"):
        sentence.use([place])
        sentence.take("measure", "target")
        conditions.add(Comparison("定量", "=", ABSENT))
    for place in sentence.places("word", "many", "few", "same"):
        held = [(at, t) for at, t in sentence.before(place, 3) if t.role == "measure"]
        if sentence.english:
            _valued(sentence, place, conditions)
            continue
        values = [token.value for _, token in held]
        if place in sentence.used or sorted(values) != ["baseline", "target"]:
            continue
        if sentence.tokens[place].value == "same":
            sentence.use([place, *(at for at, _ in held)])
            conditions.add(Comparison("差", "=", "0"))
            continue
        than = [
            token.value
            for at, token in held
            if next_token(sentence.tokens, at).text.startswith("より")
        ]
        if len(than) != 1:
            continue
        sentence.use(range(held[-1][0], place + 1))
        greater = (than[0] == "baseline") == (sentence.tokens[place].value == "many")
        conditions.add(Comparison("差", ">" if greater else "<", "0"))


def _in_words(sentence: Sentence, conditions: Conditions) -> None:
    """Read plans with targets in words: 数値で測れない目標を掲げている計画."""
    for place in sentence.places("word", "unmeasurable"):
        target = next(sentence.after(place, 1), None)
        said = next(sentence.after(target[0], 1), None) if target else None
        if target is None or target[1].value not in {"target", "Indicator"} or said is None:
            continue
        if said[1].role not in {"verb", "yes"} or said[1].says_no or place in sentence.used:
            continue
        sentence.use([place, target[0], said[0]])
        conditions.add(Some("指標", Comparison("定量", "=", ABSENT), "=", PRESENT))


def _valued(sentence: Sentence, place: int, conditions: Conditions) -> None:
    """Read a target below the baseline: the two values that a word compares."""
    before, after = (
        next(each, None) for each in (sentence.before(place, 1), sentence.after(place, 1))
    )
    if place in sentence.used or before is None or after is None:
        return
    if {before[1].value, after[1].value} != {"target", "baseline"}:
        return
    sentence.use([before[0], place, after[0]])
    if sentence.tokens[place].value == "same":
        conditions.add(Comparison("差", "=", "0"))
        return
    greater = (before[1].value == "target") == (sentence.tokens[place].value == "many")
    conditions.add(Comparison("差", ">" if greater else "<", "0"))


def movements(sentence: Sentence, head: str, conditions: Conditions) -> None:
    """Read 目標値が現況値より下がっている as how the two values stand, before directions are."""
    for place in sentence.places("verb", "raise", "lower") if head == "Indicator" else ():
        stands = _moved(sentence, place)
        if stands is not None:
            conditions.add(stands)


def _moved(sentence: Sentence, place: int) -> Tree | None:
    """Read 目標値が現況値より下がっている: which is greater, and no direction that is wanted."""
    held = sentence.places("measure", "target", "baseline")
    than = [at for at in held if next_token(sentence.tokens, at).text.startswith("より")]
    if sorted(sentence.tokens[at].value for at in held) != ["baseline", "target"] or len(than) != 1:
        return None
    denied = sentence.tokens[place].says_no or place in sentence.used
    between = [at for at, _ in sentence.after(max(held)) if at < place and at != than[0] + 1]
    if sentence.english or max(held) > place or denied or between:
        return None
    sentence.use([*held, than[0] + 1])
    sentence.say(place)
    up = sentence.tokens[place].value == "raise"
    greater = (sentence.tokens[than[0]].value == "baseline") == up
    return Comparison("差", ">" if greater else "<", "0")


def exceeds(sentence: Sentence, place: int) -> Tree | None:
    """Read 現況値が目標値を上回る: which of the two is greater; None where it is not stated."""
    held = sentence.places("measure", "target", "baseline")
    said = [sentence.tokens[at].value for at in held]
    subject = next(
        (at for at in held if next_token(sentence.tokens, at).text in {"が", "は"}), None
    )
    if sorted(said) != ["baseline", "target"] or subject is None or sentence.english:
        return None
    sentence.use(held)
    over = not sentence.tokens[place].text.startswith("下")
    sign: Operator = "<" if (sentence.tokens[subject].value == "baseline") == over else ">"
    difference = Comparison("差", sign, "0")
    return Not(difference) if sentence.tokens[place].says_no else difference
