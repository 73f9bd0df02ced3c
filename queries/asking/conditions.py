"""The conditions that a sentence puts on what it asks for (文から条件を読む).

Names side by side are one group; a verb after it (in English before it) says whether the things
asked for are related to it or not. Counts, presence, reached targets, and years are read apart.
"""

from __future__ import annotations

import re

from keikaku.queries.asking.alternatives import at_least, is_either
from keikaku.queries.asking.amounts import amounts
from keikaku.queries.asking.asked_fields import FIELD_OF, counts_of, field_of
from keikaku.queries.asking.collected import Conditions
from keikaku.queries.asking.groups import Group, close, groups
from keikaku.queries.asking.guideline_types import guideline_types
from keikaku.queries.asking.leading import not_leading
from keikaku.queries.asking.lexicon import Mention
from keikaku.queries.asking.nested import nested
from keikaku.queries.asking.others import others
from keikaku.queries.asking.presences import presences
from keikaku.queries.asking.sentence import Sentence
from keikaku.queries.asking.value_relations import exceeds, qualities
from keikaku.queries.asking.year_conditions import years
from keikaku.queries.expressions.fields import words_of
from keikaku.queries.expressions.tree import (
    ABSENT,
    PRESENT,
    UNKNOWN,
    And,
    Comparison,
    Not,
    Or,
    Some,
    Tree,
    either,
)
from keikaku.queries.graph_walks import arriving
from keikaku.queries.names import fold

_OWN = {"Plan": "番号", "SdgTarget": "番号", "Goal": "番号", "Initiative": "番号"}


_NUMBERED = re.compile(r"[\d.-]+\w*")


def read(sentence: Sentence, head: str, head_at: int | None) -> Conditions:
    """Return the conditions on things of a kind in a sentence, and mark the tokens used."""
    conditions = Conditions()
    nested(sentence, head, head_at, conditions, _of_indicators, _all)
    _all(sentence, head, head_at, conditions)
    sentence.take("verb", "touch", "responsible", "based", "have", "lead", "become")
    sentence.take("yes")
    sentence.take("word", "all", "become", "both", "or", "today")
    if head != "Plan" and fold("計画") in words_of(head):
        sentence.take("kind", "Plan")
    return conditions


def _all(sentence: Sentence, head: str, head_at: int | None, conditions: Conditions) -> None:
    """Read the conditions on things of a kind, without those on their indicators."""
    years(sentence, head, conditions)
    not_leading(sentence, head, conditions)
    _states(sentence, head, conditions)
    amounts(sentence, head, head_at, conditions)
    qualities(sentence, head, conditions)
    presences(sentence, head, head_at, conditions)
    guideline_types(sentence, head, head_at, conditions)
    _units(sentence, head, conditions)
    for group in groups(sentence):
        if sentence.used.issuperset(group.places):
            continue  # キャッシュレス以外の5レス: read with what is excepted
        another = others(sentence, head, group)
        if another is not None:
            sentence.use(group.places)
            conditions.add(another)
        else:
            _group(sentence, head, group, conditions)


def _of_indicators(
    sentence: Sentence, head: str, head_at: int | None, conditions: Conditions
) -> None:
    """Read the conditions on indicators themselves, not on their plans."""
    _states(sentence, head, conditions)
    amounts(sentence, head, head_at, conditions)
    qualities(sentence, head, conditions)
    presences(sentence, head, head_at, conditions)
    _units(sentence, head, conditions)


def _group(sentence: Sentence, head: str, group: Group, conditions: Conditions) -> None:
    sentence.use(group.places)
    name = _field(sentence, head, group)
    if name is None and group.kind == head and _is_excepted(sentence, group):
        name = "番号" if head == "Plan" else "名称"
        for mention in group.mentions:
            conditions.add(Not(Comparison(name, "=", mention.spelling)))
        return
    if name is None:
        # The things asked for have no relation to such a thing; the words stay unused.
        sentence.used.difference_update(group.places)
        return
    trees: list[Tree] = [
        Comparison(name, "=", mention.spelling)
        if mention.exact or mention.kind != head
        else Comparison(name, "in", sentence.tokens[place].text)
        for mention, place in zip(group.mentions, group.places, strict=True)
    ]
    if _is_unknown(sentence, group):
        for mention in group.mentions:
            conditions.add(Comparison(name, "=", UNKNOWN, mention.spelling))
        return
    parts = _all_parts(sentence, group) if len(trees) == 1 else []
    if parts:
        held: list[Tree] = [Comparison(name, "=", part) for part in parts]
        conditions.add(And(tuple(held)))
        return
    if len(trees) == 1:
        conditions.add(Not(trees[0]) if group.says_no else trees[0])
        _alone(sentence, head, name, group, conditions)
        return
    several = at_least(sentence, group.places, trees)
    if several is not None:
        conditions.add(several)
        return
    every, some = And(tuple(trees)), Or(tuple(trees))
    if group.kind == "Department" and head == "Plan" and sentence.places("verb", "co"):
        conditions.add(every)  # 収納課と財政課が共管する
    elif group.says_no:
        neither: Tree = And(tuple(Not(each) for each in trees))
        conditions.add(neither, Not(every) if group.link in {"and", "with"} else None)
    elif group.link == "or":
        conditions.add(some)
    elif group.link in {"and", "each"}:
        conditions.add(every)
    elif group.kind in {"Theme", "Guideline", "Partner"}:
        conditions.add(every, None if _is_of_each(sentence, group) else some)
    else:
        conditions.add(some)


def _is_of_each(sentence: Sentence, group: Group) -> bool:
    """Return whether English says both of the same thing: plans touching A and B."""
    first, last = group.places[0], group.places[-1]
    joined = any(token.text.lower() == "and" for token in sentence.tokens[first:last])
    return sentence.english and joined and any(p < first for p in sentence.places("kind"))


def _is_excepted(sentence: Sentence, group: Group) -> bool:
    """Return whether all except those are asked for: DX戦略課以外でDXに取り組む課."""
    near = sentence.before if sentence.english else sentence.after
    beside = next(near(group.places[0 if sentence.english else -1], 1), None)
    return group.says_no and beside is not None and beside[1].value == "except"


def _alone(sentence: Sentence, head: str, name: str, group: Group, conditions: Conditions) -> None:
    """Read カイゼンだけに触れる: this one, and no other of its kind."""
    place = group.places[-1] + 1
    following = sentence.tokens[place] if place < len(sentence.tokens) else None
    count = "印数" if name == "印" else counts_of(head, group.kind)
    if following is not None and following.value == "alone" and count and not group.says_no:
        sentence.use([place])
        conditions.add(Comparison(count, "=", "1"))


def _is_unknown(sentence: Sentence, group: Group) -> bool:
    """Return whether the unknown cases are asked for: キャッシュレスに触れているか不明な."""
    before = [*sentence.before(group.places[0], 2)] if sentence.english else []
    if before and before[0][1].value == "mark":
        del before[0]  # an unknown mark for paperless
    if before and before[0][1].role == "unknown":
        sentence.use([before[0][0]])
        return True
    for place, token in sentence.after(group.places[-1], 4):
        if token.role == "unknown":
            sentence.use([place])
            return True
        if token.role not in {"verb", "yes", "no"} and token.value not in {"mark", "or"}:
            return False
    return False


def _all_parts(sentence: Sentence, group: Group) -> list[str]:
    """Return the parts of a theme if all of them are meant: 5レスすべてに印がある."""
    following = next(sentence.after(group.places[-1], 1), None)
    if sentence.english and sentence.tokens[group.places[-1]].text.lower().endswith(" themes"):
        following = next(sentence.before(group.places[0], 1), None)  # all five -less themes
    if group.kind != "Theme" or following is None or following[1].value != "all":
        return []
    graph = sentence.known.graph("Theme")
    (node,) = group.mentions[0].ids
    parts = [part for part, _ in arriving(graph, node, "PART_OF")]
    if parts:
        sentence.use([following[0]])
    return [sentence.known.spelling("Theme", part) for part in parts]


def _field(sentence: Sentence, head: str, group: Group) -> str | None:
    exact = all(mention.exact for mention in group.mentions)
    if not exact and group.kind in {"Action", "Milestone"} and group.kind != head:
        return None
    if group.kind == head and exact:
        return None  # A plan among plans says nothing of them: what it means is not known.
    if group.kind == head:
        return "名称"
    leads = [p for p in sentence.places("kind") if sentence.tokens[p].text == "主管課"]
    if group.kind == "Department" and (leads or sentence.places("verb", "lead")):
        if head == "Plan":
            sentence.use(leads)
        return "主管課"
    shared = sentence.places("verb", "co")
    if group.kind == "Department" and shared and head == "Plan":
        sentence.use(shared)
        return "所管課" if len(group.mentions) > 1 else "共管課"
    if group.kind == "Theme" and _is_marked(sentence, group):
        return "印"
    name = field_of(group.kind, head)
    return name if fold(name) in words_of(head) else None


def _is_marked(sentence: Sentence, group: Group) -> bool:
    """Return whether a mark belongs to these themes, not to others: DXに触れ、AIに印がある."""
    marks = sentence.places("measure", "mark")
    beside = {
        place
        for place in sentence.places("name")
        for at, _ in sentence.after(place, 1)
        if at in marks
    }
    if beside and group.places[-1] not in beside:
        return False
    sentence.use(marks)
    return bool(marks)


def _states(sentence: Sentence, head: str, conditions: Conditions) -> None:
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
            if value == "disclose":
                sentence.take("measure", "disclosure")
    for place in sentence.places("unreached"):
        if fold("達成") in words_of(head):
            sentence.use([place])
            sentence.take("measure", "target")
            conditions.add(Not(Comparison("達成", "=", PRESENT)))


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


def _units(sentence: Sentence, head: str, conditions: Conditions) -> None:
    if head != "Indicator":
        return
    for place in sentence.places("measure", "unit"):
        following = sentence.tokens[place + 1 : place + 5]
        said = len(following) > 1 and following[0].text.lower() in {"が", "は", "is", "of"}
        if place not in sentence.used and said and following[1].role == "text":
            places = [place + 2, place + 4]
            if len(following) < len("が円か円") or not is_either(sentence, places):
                places = places[:1]
            sentence.use([place, *places])
            held = [Comparison("単位", "=", sentence.tokens[at].text) for at in places]
            conditions.add(either(*held))
    for place in sentence.places("unit"):
        if place not in sentence.used:
            sentence.use([place])
            sentence.take("measure", "unit")
            conditions.add(Comparison("単位", "=", sentence.tokens[place].value))


__all__ = ["FIELD_OF", "counts_of", "field_of", "groups", "read"]
