"""Check that what a sentence joins is joined in the command too (文のつなぎと読みの照合).

Two lists side by side, two questions, a choice, a comparison: a command that holds every word may
still put them together in another way, and then answers another question.
"""

from __future__ import annotations

import re

from keikaku.queries.asking.account.command_content import Said, parts_of
from keikaku.queries.asking.tokens.heads import is_yes_or_no
from keikaku.queries.asking.tokens.lexicon import Token
from keikaku.queries.asking.tokens.neighbours import next_token, previous_token
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.expressions.tree import ABSENT, And, Comparison, Not, Or, written

_LISTS = {"と", "か", "や", "and", "or", "または", "又は", "もしくは", "あるいは", "および", "及び"}
_OF_ONE_PLAN = {"Indicator", "Component", "Action", "Milestone"}
_CHOICES = {"か", "とか"}
_CHOSEN = {"kind", "year", "amount", "measure", "no", "yes", "unreached"}
_SAID_OF_VALUES = {"raise", "lower", "keep", "exceed"}
_TOGETHER = ("連携", "協力", "協働", "提携", "cooperat", "collaborat")
_PEOPLE = re.compile(r"担当者|責任者|市長|副市長|部長|課長|係長|職員数|氏名|連絡先")


def misjoined(sentence: Sentence, said: Said) -> list[int]:
    """Return the places of the words that the command joins in another way than the sentence."""
    places = (
        _people(sentence)
        + _outcomes(sentence, said)
        + _with_nobody(sentence, said)
        + _not_things(sentence, said)
    )
    if said.reading.question != "find":
        return places
    return (
        places
        + _two_lists(sentence, said)
        + _choices(sentence, said)
        + _two_questions(sentence, said)
        + _two_counts(sentence, said)
        + _measured(sentence, said)
        + _against_itself(sentence, said)
        + _highest_value(sentence, said)
        + _shares(sentence, said)
        + _than_value(sentence, said)
        + _most_with_itself(sentence, said)
        + _only_doing(sentence)
        + _all_of_them(sentence, said)
        + _neither(sentence, said)
    )


def _chooses(said: Said) -> bool:
    return any(isinstance(part, Or) for part in parts_of(said.reading.tree))


def _two_lists(sentence: Sentence, said: Said) -> list[int]:
    """Return the joint in 収納課の計画とAIの計画: two lists, not the plans that are on both."""
    tokens = sentence.tokens
    if _chooses(said) or said.gives("compare") or sentence.places("word", "both", "common"):
        return []
    return [
        second
        for first in sentence.places("kind")
        for second in sentence.places("kind")
        if first + 1 < second and tokens[first].value == tokens[second].value
        if said.kind in {tokens[first].value, *_OF_ONE_PLAN}
        if {next_token(tokens, first).text.lower(), previous_token(tokens, second).text.lower()}
        & _LISTS
        if any(token.role in {"name", "year"} for token in tokens[first + 1 :])
    ]


def _choices(sentence: Sentence, said: Said) -> list[int]:
    """Return what is chosen from, where the command does not choose: AIの計画か2024年度の計画."""
    tokens = sentence.tokens
    if _chooses(said) or said.gives("compare", "share") or said.negations > 1:
        return _other_denied(sentence, said)
    return [
        place
        for place, token in enumerate(tokens[:-2])
        if token.role in _CHOSEN and next_token(tokens, place).text in _CHOICES
        if tokens[place + 2].role in {"name", "kind", "year", "measure", "amount"}
    ]


def _other_denied(sentence: Sentence, said: Said) -> list[int]:
    """Return the denials in no indicators or no guidelines: one of both is enough."""
    if _chooses(said):
        return []
    tokens = sentence.tokens
    return [
        place + 1
        for place, token in enumerate(tokens[:-1])
        if token.text.lower() in {"or", "か"} and place
        if (next_token(tokens, place).says_no and sentence.english)
        or previous_token(tokens, place).role == "no"
        if next_token(tokens, place).role not in {"unknown", "filler", "part"}
    ]


def _two_questions(sentence: Sentence, said: Said) -> list[int]:
    """Return the first noun in 計画は何件で、指標は何件ですか, which the command leaves out."""
    kinds = sentence.places("kind")
    asks = {"how_many", "what", "who", "when"}
    return [
        first
        for first in kinds
        for second in kinds
        if first < second and sentence.tokens[first].value != said.kind
        if _is_topic(sentence, first) and _is_topic(sentence, second)
        if any(
            "?" in token.text or "？" in token.text or token.value in asks
            for token in sentence.tokens[first + 1 : second]
        )
    ]


def _is_topic(sentence: Sentence, place: int) -> bool:
    behind = sentence.tokens[place + 1 : place + 3]
    counted = len(behind) > 1 and behind[0].text == "が" and behind[1].value == "how_many"
    return counted or (bool(behind) and behind[0].text.startswith("は"))


def _two_counts(sentence: Sentence, said: Said) -> list[int]:
    """Return how many, where it is asked twice and the command gives one number."""
    asks = sentence.places("word", "how_many")
    one = said.gives("count") and not said.gives("by", "compare")
    return asks[1:] if one and len(asks) > 1 else []


def _measured(sentence: Sentence, said: Said) -> list[int]:
    """Return 件数 in 件数が増える指標: what they measure is not how many there are of them."""
    counts = sentence.places("measure", "number_of", "share")
    verbs = (t for p in counts for at, t in sentence.after(p, 1))
    if sentence.english or not counts:
        return []
    if any(_says_value(token, said) for token in verbs):
        return counts
    return [place for place in counts if place == 0 and _of_kind(sentence.tokens, said)]


def _says_value(token: Token, said: Said) -> bool:
    """Return whether a word is said of a value: 件数が増える, and of indicators 割合が50%以上."""
    of_indicator = token.role == "amount" and said.kind == "Indicator"
    return of_indicator or (token.role == "verb" and token.value in _SAID_OF_VALUES)


def _against_itself(sentence: Sentence, said: Said) -> list[int]:
    """Return the statements, where the command asks for what is and is not: nothing can be."""
    tree = said.reading.tree
    parts = tree.parts if isinstance(tree, And) else ()
    stated = {written(part) for part in parts}
    denied = any(isinstance(part, Not) and written(part.inner) in stated for part in parts)
    states = {"verb", "no", "unreached"}
    return [p for p, t in enumerate(sentence.tokens) if t.role in states] if denied else []


def _highest_value(sentence: Sentence, said: Said) -> list[int]:
    """Return the value in 最も目標値が高い課, where the command counts things instead."""
    if not said.gives("by", "top") or said.gives("of", "sort") or sentence.english:
        return []
    return [
        place
        for place in sentence.places("measure", "target", "baseline")
        if place + 2 < len(sentence.tokens) and sentence.between(place, place + 2) == "が"
        if sentence.tokens[place + 2].text.startswith(("高", "低", "大き", "小さ"))
    ]


def _shares(sentence: Sentence, said: Said) -> list[int]:
    """Return the verb in "departments that share no plan", which is no share of departments."""
    return [
        place
        for place in sentence.places("measure", "share")
        if place and said.gives("share")
        if previous_token(sentence.tokens, place).text.lower() in {"that", "which", "who"}
    ]


def _of_kind(tokens: list[Token], said: Said) -> bool:
    """Return whether a sentence begins with 件数の指標, a sort of indicator."""
    of_it = len(tokens) > 2 and tokens[1].text == "の" and tokens[2].role == "kind"
    return of_it and tokens[2].value == said.kind == "Indicator"


def _than_value(sentence: Sentence, said: Said) -> list[int]:
    """Return より in 目標値が現況値より上がらない, where the command compares no two values."""
    if said.has("gap", "gap_size", "rate") or said.gives("compare"):
        return []
    return [
        place
        for place, token in enumerate(sentence.tokens)
        if place and token.text in {"より", "よりも"}
        if previous_token(sentence.tokens, place).role == "measure"
    ]


def _most_with_itself(sentence: Sentence, said: Said) -> list[int]:
    """Return the superlative, where only what is named can be the answer: most with 財政課."""
    by, tree = said.reading.parameters.get("by"), said.reading.tree
    alone = isinstance(tree, Comparison) and tree.field == by and tree.operator == "="
    single = alone and said.gives("top", "place")
    return sentence.places("word", "most", "least", "many", "few") if single else []


def _only_doing(sentence: Sentence) -> list[int]:
    """Return only in "that X only takes part in": not that X is the only one."""
    tokens = sentence.tokens
    return [
        place
        for place in sentence.places("word", "alone")
        if 0 < place < len(tokens) - 1 and tokens[place].text.lower() == "only"
        if previous_token(tokens, place).role == "name" and next_token(tokens, place).role == "verb"
    ]


def _all_of_them(sentence: Sentence, said: Said) -> list[int]:
    """Return all in "are all plans about AI": the list of those that are does not answer it."""
    if not sentence.english or said.gives("share") or not is_yes_or_no(sentence):
        return []
    return [place for place in sentence.places("word", "all") if place <= 1]


def _neither(sentence: Sentence, said: Said) -> list[int]:
    """Return the denial in AIの計画もDXの計画も持たない, where the command denies one of both."""
    tokens = sentence.tokens
    also = [p for p in range(1, len(tokens)) if tokens[p].text == "も"]
    also = [p for p in also if previous_token(tokens, p).role in {"name", "kind", "measure"}]
    if len(also) < 2 or said.negations > 1 or (said.negations and _chooses(said)):
        return []
    return [p for p in range(also[1], min(also[1] + 3, len(tokens))) if tokens[p].says_no]


def _with_nobody(sentence: Sentence, said: Said) -> list[int]:
    """Return 連携している without anything to do it with, where the command asks for no partner."""
    if said.reading.question not in {"find", "plans"} or said.has("partner", "shared_with"):
        return []
    if said.kind == "Partner" or said.has("department_count", "in_text", "named_departments"):
        return []
    return [
        place
        for place in sentence.places("verb", "touch", "responsible")
        if sentence.tokens[place].text.lower().startswith(_TOGETHER)
        if not any(_is_somebody(token) for _, token in _nearest(sentence, place))
    ]


def _is_somebody(token: Token) -> bool:
    return token.role == "name" or token.value in {"who", "what", "where", "Department"}


def _nearest(sentence: Sentence, place: int) -> list[tuple[int, Token]]:
    return [*(sentence.after(place, 2) if sentence.english else sentence.before(place, 1))]


def _not_things(sentence: Sentence, said: Said) -> list[int]:
    """Return the noun in 課が1つのもの, where the command lists it: もの is what has it."""
    tokens = sentence.tokens
    return [
        place
        for place in sentence.places("kind")
        if place + 3 < len(tokens) and tokens[place].value == said.kind
        if next_token(tokens, place).text == "が" and tokens[-1].text in {"もの", "やつ"}
        if tokens[place + 2].role == "amount" or tokens[place + 2].value == "only_one"
    ]


def _outcomes(sentence: Sentence, said: Said) -> list[int]:
    """Return 成果指標, where it is denied, or where indicators state a role that may differ."""
    places = [p for p in sentence.places("kind") if sentence.tokens[p].text == "成果指標"]
    if not places:
        return []
    nodes = sentence.known.graph("Indicator").nodes(data=True)
    roles = any(node.get("kind") == "Indicator" and node.get("role") for _, node in nodes)
    denied = any(each.field == "指標" and each.value == ABSENT for each in said.conditions)
    return places if roles or denied or said.negations else []


def _people(sentence: Sentence) -> list[int]:
    """Return words for people that were read as a part of a long name: 担当者 of a milestone."""
    return [
        place
        for place in sentence.places("name")
        if not sentence.tokens[place].value.exact
        if _PEOPLE.fullmatch(sentence.tokens[place].text)
    ]
