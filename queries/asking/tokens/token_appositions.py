"""Nouns that only say what the name beside them is: 取組事項1-3, DXがテーマの計画 (同格)."""

from __future__ import annotations

from keikaku.queries.asking.tokens.lexicon import Token
from keikaku.queries.asking.tokens.neighbours import next_token, previous_token

_LEAD = "主管課"
VALUES = {("measure", "target"), ("measure", "baseline"), ("measure", "unit")}
"""The values of an indicator, and their unit."""
_KINDS = {("measure", "disclosure"): "Channel"}
"""Other nouns that say the kind of a name."""


_IS = {"の", "で", "である", "だけ", "のみ"}
_IS_NOT = ("でない", "ではない", "じゃない", "ではなく", "でなく")


def apposed(tokens: list[Token]) -> list[Token]:
    """Leave out a noun that only says what a name beside it is: 取組事項1-3, DXがテーマの計画."""
    return [
        token for place, token in enumerate(tokens)
        if ((token.role, token.value) not in _KINDS and token.role != "kind") or not any(
            rule(tokens, place)
            for rule in (_before_name, _after_name, _before_value, _of_which, _denied)
        )
    ]  # fmt: skip


def _before_value(tokens: list[Token], place: int) -> bool:
    """Return whether its value is meant: 指標に目標値がない says the same as 目標値がない."""
    if tokens[place].value != "Indicator" or place + 2 >= len(tokens):
        return False
    link, value = next_token(tokens, place), tokens[place + 2]
    unit = value.value == "unit"
    return link.text in {"に", "の"} and (value.role, value.value) in VALUES and not unit


def _before_name(tokens: list[Token], place: int) -> bool:
    if tokens[place].text == _LEAD:
        return False  # 主管課 says more: not only one of the departments.
    kind = _KINDS.get((tokens[place].role, tokens[place].value), tokens[place].value)
    after = tokens[place + 1 : place + 4]
    if after and (is_one(after[0], kind) or _is_number_of_plan(tokens[place], after[0])):
        return True
    if len(after) < 2:
        return False
    if kind == "Guideline" and after[0].text in {"が", "は"} and after[1].role == "type":
        return True  # 根拠が条例の計画
    if not is_one(after[1], kind):
        return False
    # 課（財政課）, テーマにDXを含む, and テーマがDXの計画.
    is_it = len(after) > 2 and (after[2].text in _IS or after[2].text.startswith(_IS_NOT))
    return after[0].text in {"(", "（", "に"} or (after[0].text in {"が", "は"} and is_it)


def _is_number_of_plan(noun: Token, token: Token) -> bool:
    """Return whether a plan's number follows another word for what it numbers: 取組1-2-2."""
    known = noun.value in {"Action", "Component", "Initiative"}
    return known and is_one(token, "Plan") and token.text[:1].isdigit()


def _after_name(tokens: list[Token], place: int) -> bool:
    """Return whether it says what the name before it is: Aが根拠の, Aを根拠とする, Aという課."""
    if tokens[place].text == _LEAD:
        return False  # 主管課 says more: not only one of the departments.
    if tokens[place].text.isascii() and is_one(previous_token(tokens, place), tokens[place].value):
        return True  # the AI theme
    of_type = place > 1 and tokens[place].value == "Guideline" and tokens[place - 2].role == "type"
    if place < 2 or not (of_type or is_one(tokens[place - 2], tokens[place].value)):
        return False
    link, end = previous_token(tokens, place).text, next_token(tokens, place).text
    if link == "の" and not of_type and is_one(tokens[place - 2], tokens[place].value):
        return tokens[place].value in _NAMED_WITH_KIND and tokens[place - 2].value.exact
    return link in {"という", "っていう", "ていう"} or (
        link in {"が", "を"} and end[:1] in {"の", "と", "に", "で"}
    )


_NAMED_WITH_KIND = {"Plan", "Indicator", "Initiative", "Goal", "Theme", "Guideline", "Partner"}


def _of_which(tokens: list[Token], place: int) -> bool:
    """Return whether it only repeats what the name is: Aはどの計画の指標ですか."""
    before = [token.value for token in tokens[max(place - 3, 0) : place]]
    if before != ["what", "Plan", "の"] or tokens[place].value == "Plan":
        return False
    ends = all(token.role in {"filler", "part"} for token in tokens[place + 1 :])
    return ends and any(is_one(token, tokens[place].value) for token in tokens[:place])


def _denied(tokens: list[Token], place: int) -> bool:
    """Return whether plans are said not to be of a name, and others follow: AIの計画ではない、…."""
    if tokens[place].value != "Plan" or place < 2 or tokens[place - 2].role != "name":
        return False
    links = previous_token(tokens, place).text, next_token(tokens, place).text
    others = any(token.value == "Plan" for token in tokens[place + 2 :])
    return links[0] == "の" and links[1].startswith(_IS_NOT) and others


def is_one(token: Token, kind: str) -> bool:
    """Return whether a token names something of a kind."""
    return token.role == "name" and token.value.kind == kind
