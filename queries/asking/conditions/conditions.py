"""The conditions that a sentence puts on what it asks for (文から条件を読む).

Names side by side are one group; a verb after it (in English before it) says whether the things
asked for are related to it or not. Counts, presence, reached targets, and years are read apart.
"""

from __future__ import annotations

import re

from keikaku.queries.asking.conditions.alternatives import at_least, is_either
from keikaku.queries.asking.conditions.amount_conditions import amounts
from keikaku.queries.asking.conditions.asked_fields import FIELD_OF, counts_of, field_of
from keikaku.queries.asking.conditions.collected import Conditions
from keikaku.queries.asking.conditions.groups import Group, groups
from keikaku.queries.asking.conditions.guideline_types import guideline_types
from keikaku.queries.asking.conditions.leading import not_leading
from keikaku.queries.asking.conditions.narrower import names_indicators
from keikaku.queries.asking.conditions.nested import nested
from keikaku.queries.asking.conditions.nested_work import nested_work
from keikaku.queries.asking.conditions.others import others
from keikaku.queries.asking.conditions.presences import presences
from keikaku.queries.asking.conditions.states import states
from keikaku.queries.asking.conditions.value_relations import movements, qualities
from keikaku.queries.asking.conditions.year_conditions import years
from keikaku.queries.asking.tokens.lexicon import Mention, Token
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.expressions.fields import words_of
from keikaku.queries.expressions.tree import (
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
    nested_work(sentence, head, head_at, conditions)
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
    movements(sentence, head, conditions)
    states(sentence, head, conditions)
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
    movements(sentence, head, conditions)
    states(sentence, head, conditions)
    amounts(sentence, head, head_at, conditions)
    qualities(sentence, head, conditions)
    presences(sentence, head, head_at, conditions)
    _units(sentence, head, conditions)


def _group(sentence: Sentence, head: str, group: Group, conditions: Conditions) -> None:
    sentence.use(group.places)
    if head == "Indicator" and len(group.mentions) == 1:
        word = group.mentions[0]
        if names_indicators(sentence.known, word) and not group.says_no:
            conditions.add(Comparison("指標名", "in", word.spelling))  # 口座振替に関する指標
            return
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
    if group.says_no and group.kind != head and _is_also_elsewhere(sentence, group):
        for mention in group.mentions:
            conditions.add(Some(name, Not(Comparison("名称", "=", mention.spelling))))
        return
    if group.kind == "Indicator" != head and _are_several(group) and not group.says_no:
        # 受診率の指標を担当する課: any of those with the word
        conditions.add(Some(name, Comparison("名称", "in", group.mentions[0].spelling)))
        return
    trees: list[Tree] = [
        Comparison(name, "=", mention.spelling)
        if mention.exact or mention.kind != head or not _is_part(sentence.tokens[place], mention)
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


def _is_also_elsewhere(sentence: Sentence, group: Group) -> bool:
    """Return whether there is another than what is excepted: 市ウェブサイト以外で公開している."""
    at, token = next(sentence.after(group.places[-1], 1), (0, None))
    if sentence.english or token is None or token.value != "except":
        return False
    behind = "".join(each.text for each in sentence.tokens[at + 1 : at + 3])
    disclosed = [p for p in sentence.places("verb", "disclose") if p > at]
    elsewhere = any(not sentence.tokens[p].says_no for p in disclosed) and group.kind == "Channel"
    return behind.startswith(("でも", "にも", "とも")) or elsewhere


def _are_several(group: Group) -> bool:
    """Return whether one word means several things by a part of their names."""
    first = group.mentions[0]
    return len(group.mentions) == 1 and not first.exact and len(first.ids) > 1


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


def _is_part(token: Token, mention: Mention) -> bool:
    """Return whether the words of a name stand in it as they are: not 下水道の接続, its pieces."""
    return fold(token.text) in fold(mention.spelling)


def _is_unknown(sentence: Sentence, group: Group) -> bool:
    """Return whether the unknown cases are asked for: キャッシュレスに触れているか不明な."""
    before = [*sentence.before(group.places[0], 2)] if sentence.english else []
    if before and before[0][1].value == "mark":
        del before[0]  # an unknown mark for paperless
    if before and before[0][1].role == "unknown":
        sentence.use([before[0][0]])
        return True
    for place, token in sentence.after(group.places[-1], 4):
        if token.role == "unknown" and sentence.english:
            of_noun = next(sentence.after(place, 1), None)
            if of_noun is not None and of_noun[1].role in {"measure", "kind"}:
                return False  # goal 1 has an unknown mark: the mark is unknown
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
    if head != group.kind in {"Indicator", "Plan"} and _is_small_part(sentence, group):
        return None  # 高齢者: one of the words of a long name
    if group.kind == head and exact:
        return None  # A plan among plans says nothing of them: what it means is not known.
    if group.kind == head:
        return "名称"
    leads = [p for p in sentence.places("kind") if sentence.tokens[p].text == "主管課"]
    leading = group.kind == "Department" and bool(leads or sentence.places("verb", "lead"))
    if leading and not _only_takes_part(sentence, group, head):
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


def _only_takes_part(sentence: Sentence, group: Group, head: str) -> bool:
    """Return whether another leads, and these take part: 収納課が主管で保育課が関わる."""
    verbs = sentence.places("verb", "lead", "touch", "responsible", "have")
    others = [p for p in sentence.places("name") if p not in group.places]
    leads = [p for p in verbs if sentence.tokens[p].value == "lead"]
    if sentence.english or head != "Plan" or len(others) != 1 or len(leads) != 1:
        return False
    after = next((p for p in verbs if p > group.places[-1]), None)
    of_other = others[0] < leads[0] < group.places[0]
    said = sentence.tokens[after].value if after is not None else "lead"
    return of_other and said in {"touch", "responsible"}


def _is_small_part(sentence: Sentence, group: Group) -> bool:
    """Return whether words are less than a third of the name that holds them.

    Of plans, half is too little: 下水道の計画 are not those of 下水道接続率 alone.
    """
    most = 2 if sentence.places("kind", "Plan") and group.kind == "Indicator" else 3
    return any(
        not mention.exact and len(sentence.tokens[place].text) * most < len(mention.spelling) + 1
        for mention, place in zip(group.mentions, group.places, strict=True)
    )


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


_OPENING = {"「", "『", '"', "“"}


def _units(sentence: Sentence, head: str, conditions: Conditions) -> None:
    if head != "Indicator":
        return
    for place in sentence.places("measure", "unit"):
        following = sentence.tokens[place + 1 : place + 5]
        said = len(following) > 1 and following[0].text.lower() in {"が", "は", "is", "of"}
        if sentence.english and following and following[0].role == "text":  # with unit km
            sentence.use([place, place + 1])
            conditions.add(Comparison("単位", "=", following[0].text))
            continue
        if said and following[1].text in _OPENING:  # 単位が「件」の
            inner = place + len("が「") + 1
            sentence.use([place, inner])
            conditions.add(Comparison("単位", "=", sentence.tokens[inner].text))
            continue
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
