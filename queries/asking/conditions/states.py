"""The state that things are in: reached or not, raised, disclosed, resting on others (状態).

The negation beside a state belongs to it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from keikaku.queries.asking.conditions.asked_fields import field_of
from keikaku.queries.asking.conditions.collected import Conditions
from keikaku.queries.asking.conditions.groups import close
from keikaku.queries.asking.conditions.value_relations import exceeds
from keikaku.queries.asking.tokens.lexicon import Mention, Token
from keikaku.queries.asking.tokens.neighbours import next_token
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.expressions.fields import words_of
from keikaku.queries.expressions.tree import (
    ABSENT,
    PRESENT,
    Comparison,
    Not,
    Or,
    Some,
    Tree,
    either,
)
from keikaku.queries.names import fold


class _State(NamedTuple):
    """What a verb says of things: the field that holds it, and its value."""

    verb: str
    name: str
    answer: str

    @property
    def condition(self) -> Comparison:
        """The condition that things are in this state."""
        return Comparison(self.name, "=", self.answer)


_STATES = (
    _State("exceed", "差", "0"),
    _State("reach", "達成", PRESENT),
    _State("raise", "方向", "増やす"),
    _State("lower", "方向", "減らす"),
    _State("keep", "方向", "維持"),
    _State("disclose", "情報公開", PRESENT),
    _State("co", "共管課", PRESENT),
    _State("depended", "依存元", PRESENT),
    _State("depend", "依存先", PRESENT),
)


def states(sentence: Sentence, head: str, conditions: Conditions) -> None:
    """Read the states: reached or not, raised or lowered, depending, disclosed, unknown."""
    for state in _STATES:
        if fold(state.name) not in words_of(head):
            continue
        read = _READERS.get(state.verb, _plain)
        for place in sentence.places("verb", state.verb):
            if place not in sentence.used:
                read(sentence, place, state, conditions)
    if fold("達成") in words_of(head):
        _unreached(sentence, conditions)


def _plain(sentence: Sentence, place: int, state: _State, conditions: Conditions) -> None:
    """Read a state that a target is in, or a plan: reached, raised, kept."""
    sentence.use([place])
    denied = sentence.tokens[place].says_no or _no_near(sentence, place)
    _add_state(conditions, state.name, Not(state.condition) if denied else state.condition)
    if state.verb in _OF_TARGETS:
        sentence.take("measure", "target")
    if state.verb == "reach":
        sentence.use(_what_reaches(sentence, place))


_OF_TARGETS = {"reach", "raise", "lower", "keep"}


def _exceeding(sentence: Sentence, place: int, _: _State, conditions: Conditions) -> None:
    """Read 現況値が目標値を上回る: what stands higher, of the two values."""
    sentence.use([place])
    compared = exceeds(sentence, place)
    if compared is None:
        sentence.used.discard(place)
    else:
        conditions.add(compared)


def _disclosed(sentence: Sentence, place: int, state: _State, conditions: Conditions) -> None:
    """Read that plans are disclosed at all; a name says where they are."""
    if _has_name(sentence, "Channel"):
        if not sentence.tokens[place].says_no:
            sentence.use([place])
        return
    _plain(sentence, place, state, conditions)
    sentence.take("measure", "disclosure")


def _shared(sentence: Sentence, place: int, state: _State, conditions: Conditions) -> None:
    """Read that plans are shared at all; a name says with whom."""
    if not _has_name(sentence, "Department"):
        _plain(sentence, place, state, conditions)


def _has_name(sentence: Sentence, kind: str) -> bool:
    return any(token.role == "name" and token.value.kind == kind for token in sentence.tokens)


def _resting(sentence: Sentence, place: int, state: _State, conditions: Conditions) -> None:
    """Read on what plans rest, or what rests on them: plans, those of a department, any."""
    denied = sentence.tokens[place].says_no
    sentence.use([place])
    sentence.take("word", "other")  # Nothing rests on itself.
    of_plans = _on_plans_of(sentence, place)
    if of_plans is not None:
        conditions.add(Some(state.name, of_plans, "=", ABSENT if denied else PRESENT))
        return
    if _is_on_another(sentence, place):
        sentence.used.discard(place)
        return  # DXに依存する計画: that it rests on anything says too little.
    near = _names_near(sentence, place)
    if near and near[0].kind == "Department":
        of_it = Comparison("所管課", "=", near[0].spelling)
        conditions.add(Some(state.name, of_it, "=", ABSENT if denied else PRESENT))
        return
    if sentence.take("word", "nobody"):  # plans that nobody depends on
        conditions.add(Not(Comparison("依存元", "=", PRESENT)))
        return
    denied = denied or _no_near(sentence, place)
    held = [Comparison(state.name, "=", each.spelling) for each in near] or [state.condition]
    conditions.add(Not(either(*held)) if denied else either(*held))


_READERS: Mapping[str, Callable[[Sentence, int, _State, Conditions], None]] = {
    "exceed": _exceeding,
    "disclose": _disclosed,
    "co": _shared,
    "depended": _resting,
    "depend": _resting,
}


def _unreached(sentence: Sentence, conditions: Conditions) -> None:
    """Read 未達成の: targets that are not reached."""
    for place in sentence.places("unreached"):
        sentence.use([place])
        sentence.take("measure", "target")
        conditions.add(Not(Comparison("達成", "=", PRESENT)))


def _what_reaches(sentence: Sentence, place: int) -> list[int]:
    """Return the place of the value that reaches a target: 現況値が目標に達している."""
    before = [at for at, t in sentence.before(place, 2) if t.value == "baseline"]
    return [at for at in before if next_token(sentence.tokens, at).text in {"が", "は", "も"}]


def _add_state(conditions: Conditions, name: str, state: Tree) -> None:
    """Add a state; of two directions either will do, as a target has one only."""
    last = conditions.parts[-1] if conditions.parts else None
    if name == "方向" and isinstance(last, Comparison | Or) and _is_direction(last):
        conditions.parts.pop()
        conditions.other.pop()
        state = Or((last, state))
    conditions.add(state)


def _is_direction(tree: Tree) -> bool:
    parts = tree.parts if isinstance(tree, Or) else (tree,)
    return all(isinstance(part, Comparison) and part.field == "方向" for part in parts)


def _on_plans_of(sentence: Sentence, place: int) -> Tree | None:
    """Return the plans on which something rests: 財政課の計画に依存している."""
    near = [*(sentence.after(place, 3) if sentence.english else sentence.before(place, 3))]
    if sentence.english and len(near) > 1 and near[0][1].role == "name":
        near[:2] = near[1::-1]  # on cashless plans, as on plans of X
    if len(near) < 2 or (near[0][1].role, near[1][1].role) != ("kind", "name"):
        return None
    if near[0][1].value != "Plan" or any(at in sentence.used for at, _ in near[:2]):
        return None
    mention: Mention = near[1][1].value
    name = field_of(mention.kind, "Plan")
    if mention.kind == "Plan" or not mention.exact or fold(name) not in words_of("Plan"):
        return None
    sentence.use(at for at, _ in near[:2])
    return Comparison(name, "=", mention.spelling)


def _is_on_another(sentence: Sentence, place: int) -> bool:
    """Return whether things rest on what is neither a plan nor a department: on a theme."""
    near = next(sentence.after(place, 1) if sentence.english else sentence.before(place, 1), None)
    if near is None or near[1].role != "name" or near[1].value.kind in {"Plan", "Department"}:
        return False
    if sentence.english:
        return not {"in", "under", "of"} & {t.text for t in sentence.tokens[place : near[0]]}
    return sentence.between(near[0], place).startswith(("に", "を"))


def _names_near(sentence: Sentence, place: int) -> list[Mention]:
    """Return the plans, or the department, on which something rests: 2-3-1 or 3-2-4."""
    near = [*(sentence.after(place) if sentence.english else sentence.before(place))]
    if not near or near[0][1].role != "name" or near[0][0] in sentence.used:
        return []
    at, first = near[0]
    if first.value.kind == "Department":
        linked = sentence.english or sentence.between(at, place).startswith(("に", "を"))
        sentence.use([at] if linked else [])
        return [first.value] if linked else []
    if first.value.kind != "Plan":
        return []
    places = [at, *_or_others(sentence, at, near[1:])]
    sentence.use(places)
    return [sentence.tokens[each].value for each in sorted(places)]


def _or_others(sentence: Sentence, at: int, near: list[tuple[int, Token]]) -> list[int]:
    """Return the places of the plans of which any other will do: 2-3-1か3-2-4に."""
    places: list[int] = []
    for other, token in near:
        if token.value == "or" and token.role == "word":
            continue
        between = sentence.tokens[min(at, other) + 1 : max(at, other)]
        joined = any(each.value == "or" or each.text in {"か", "や"} for each in between)
        if token.role != "name" or token.value.kind != "Plan" or not joined:
            break
        places.append(other)
        sentence.use(p for p in range(min(at, other), max(at, other)) if p not in {at, other})
        at = other
    return places


def _no_near(sentence: Sentence, place: int) -> bool:
    """Return whether a negation belongs to the token."""
    if sentence.english:
        near = next(sentence.before(place, 1), None)
    else:
        near = next(sentence.after(place, 1), None)
        if near and not close(sentence, place, near[0]):
            return False
    if near and near[1].role == "no" and near[0] not in sentence.used:
        sentence.use([near[0]])
        return True
    return False
