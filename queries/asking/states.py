"""The state that things are in: reached or not, raised, disclosed, resting on others (状態).

The negation beside a state belongs to it.
"""

from __future__ import annotations

from keikaku.queries.asking.asked_fields import field_of
from keikaku.queries.asking.collected import Conditions
from keikaku.queries.asking.groups import close
from keikaku.queries.asking.lexicon import Mention
from keikaku.queries.asking.sentence import Sentence
from keikaku.queries.asking.value_relations import exceeds
from keikaku.queries.expressions.fields import words_of
from keikaku.queries.expressions.tree import ABSENT, PRESENT, Comparison, Not, Or, Some, Tree
from keikaku.queries.names import fold


def states(sentence: Sentence, head: str, conditions: Conditions) -> None:
    """Read the states: reached or not, raised or lowered, depending, disclosed, unknown."""
    for value, name, answer in (
        ("exceed", "差", "0"),
        ("reach", "達成", PRESENT),
        ("raise", "方向", "増やす"),
        ("lower", "方向", "減らす"),
        ("keep", "方向", "維持"),
        ("disclose", "情報公開", PRESENT),
        ("co", "共管課", PRESENT),
        ("depended", "依存元", PRESENT),
        ("depend", "依存先", PRESENT),
    ):
        for place in sentence.places("verb", value):
            token = sentence.tokens[place]
            if place in sentence.used or fold(name) not in words_of(head):
                continue
            if value == "disclose" and any(
                t.role == "name" and t.value.kind == "Channel" for t in sentence.tokens
            ):
                if not token.says_no:
                    sentence.use([place])
                continue  # The name says where it is disclosed.
            if value == "co" and any(
                t.role == "name" and t.value.kind == "Department" for t in sentence.tokens
            ):
                continue  # The name says which one shares it.
            sentence.use([place])
            comparison = Comparison(name, "=", answer)
            if value == "exceed":
                compared = exceeds(sentence, place)
                if compared is None:
                    sentence.used.discard(place)
                    continue
                conditions.add(compared)
                continue
            if value in {"depend", "depended"}:
                sentence.take("word", "other")  # Nothing rests on itself.
                of_plans = _on_plans_of(sentence, place)
                if of_plans is not None:
                    conditions.add(Some(name, of_plans, "=", ABSENT if token.says_no else PRESENT))
                    continue
                if _is_on_another(sentence, place):
                    sentence.used.discard(place)
                    continue  # DXに依存する計画: that it rests on anything says too little.
                near = next((m for at, m in _names_near(sentence, place)), None)
                if near is not None and near.kind == "Department":
                    conditions.add(Some(name, Comparison("所管課", "=", near.spelling)))
                    continue
                if near is not None:
                    comparison = Comparison(name, "=", near.spelling)
            nobody = sentence.take("word", "nobody") and value in {"depend", "depended"}
            if nobody:  # plans that nobody depends on
                comparison = Comparison("依存元", "=", PRESENT)
            says_no = nobody or token.says_no or _no_near(sentence, place)
            state: Tree = Not(comparison) if says_no else comparison
            _add_state(conditions, name, state)
            if value in {"reach", "raise", "lower", "keep"}:
                sentence.take("measure", "target")
            if value == "reach":
                sentence.use(_what_reaches(sentence, place))
            if value == "disclose":
                sentence.take("measure", "disclosure")
    for place in sentence.places("unreached"):
        if fold("達成") in words_of(head):
            sentence.use([place])
            sentence.take("measure", "target")
            conditions.add(Not(Comparison("達成", "=", PRESENT)))


def _what_reaches(sentence: Sentence, place: int) -> list[int]:
    """Return the place of the value that reaches a target: 現況値が目標に達している."""
    before = [at for at, t in sentence.before(place, 2) if t.value == "baseline"]
    return [at for at in before if sentence.tokens[at + 1].text in {"が", "は", "も"}]


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


def _names_near(sentence: Sentence, place: int) -> list[tuple[int, Mention]]:
    near = sentence.after(place, 1) if sentence.english else sentence.before(place, 1)
    names_near = [
        (at, token.value)
        for at, token in near
        if token.role == "name"
        and token.value.kind in {"Plan", "Department"}
        and at not in sentence.used
        and (
            sentence.english
            or token.value.kind == "Plan"
            or sentence.between(at, place).startswith(("に", "を"))
        )
    ]
    sentence.use([at for at, _ in names_near])
    return names_near


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
