"""Runs of words that together mean one noun: 未確認のままの点, 目標値が数値で (語のまとまり)."""

from __future__ import annotations

from keikaku.queries.asking.tokens.lexicon import FREE, Token
from keikaku.queries.asking.tokens.neighbours import next_token, previous_token
from keikaku.queries.asking.tokens.quantities import Amount
from keikaku.queries.asking.vocabulary.letters import is_kanji

_UNCLEAR = frozenset(
    "未 未確認 要確認 不明確 不明瞭 不確か 曖昧 あいまい 疑問 疑わしい 疑わ 怪しい おかしい "
    "おかしな はっきり 読み取れ 読めない 判読できない 分からない わからない 不明 不明な 不明の "
    "気になる はっきりしない 確認が必要な "
    "unclear unknown doubtful uncertain questionable ambiguous open".split()
)
_POINTS = frozenset(
    "点 箇所 個所 ところ 所 事項 部分 場所 問題 問題点 in_the_source points places things".split()
)
_WHAT_OF_IT = [["what is", "about"], ["what's", "about"], ["what is", "in"], ["what's", "in"]]
_BETWEEN = frozenset("まま もの 事 残っている 残された 残る 確認".split())
_MOST = 9  # tokens from what is unclear to the point


def with_runs(tokens: list[Token]) -> list[Token]:
    """Return the tokens with such runs as one."""
    tokens = _compounds(_modal(_with_column(_generic(_zero(_listed_side_by_side(tokens))))))
    return _spoken(_points(_in_numbers(_beside_names(_which_goal(_unquoted(tokens))))))


def _means_goal(before: list[Token]) -> bool:
    """Return whether 目標 is a goal by what stands before it: どの目標, …という目標."""
    if before[-1].text in {"どの", "どちらの"}:
        return True
    called = before[-1].text in {"という", "っていう", "ていう"} and len(before) > 1
    return called and before[-2].role == "name" and before[-2].value.kind == "Goal"


def _zero(tokens: list[Token]) -> list[Token]:
    """Read 目標値がゼロの指標 as a value of 0, not as no value."""
    return [
        Token("amount", Amount(0, "", ""), token.text)
        if token.text.lower() in {"ゼロ", "zero"}
        and (
            any((t.role, t.value) in _VALUES for t in tokens[max(place - 3, 0) : place])
            or next_token(tokens, place).value == "become"
        )
        else token
        for place, token in enumerate(tokens)
    ]


_VALUES = {("measure", "target"), ("measure", "baseline"), ("measure", "gap")}


_VAGUE = {"guideline", "policy", "criterion", "vision"}
"""Sorts that stand for rules of any sort; 法律や条例 means these two."""


def _generic(tokens: list[Token]) -> list[Token]:
    """Read 指針や法律 as rules of any sort: や names examples."""
    for place in range(len(tokens) - 2):
        first, link, last = tokens[place : place + 3]
        sorts = {first.value, last.value}
        if first.role == last.role == "type" and link.text == "や" and sorts & _VAGUE:
            text = first.text + link.text + last.text
            start = place
            if place > 1 and [t.text for t in tokens[place - 2 : place]] == ["何", "の"]:
                start = place - 2  # 何の指針や法律にも
            return [*tokens[:start], Token("kind", "Guideline", text), *tokens[place + 3 :]]
    return tokens


def _listed_side_by_side(tokens: list[Token]) -> list[Token]:
    """Leave out 並べて where nothing is compared: 担当課を並べて."""
    several = sum(token.role == "name" for token in tokens) > 1
    return [
        Token("filler", None, token.text) if token.text == "並べて" and not several else token
        for token in tokens
    ]


def _with_column(tokens: list[Token]) -> list[Token]:
    """Read テーマつきで as what a list shows beside each of its rows."""
    for place in range(len(tokens) - 2):
        noun, with_it, by = tokens[place : place + 3]
        if noun.role == "kind" and with_it.text in {"つき", "付き"} and by.text == "で":
            beside = Token("beside", noun.value, noun.text + with_it.text)
            before = (
                tokens[: place - 1]
                if previous_token(tokens, place).text == "を"
                else tokens[:place]
            )
            return [*before, beside, *tokens[place + 3 :]]
    return tokens


def _modal(tokens: list[Token]) -> list[Token]:
    """Leave out a 予定 that only says that something will be so: いくつにする予定, 減らす予定."""
    made = [*tokens]
    aims_at_a_value = any((token.role, token.value) == ("word", "how_much") for token in tokens)
    for place, token in enumerate(tokens):
        before = previous_token(tokens, place).value
        will = token.text in {"予定", "見込み", "方針"} and before in _AIMS
        aims = before == "become" or (aims_at_a_value and before in {"raise", "lower", "touch"})
        will = will or (token.text == "計画" and aims)
        if will and all(each.role in FREE for each in tokens[place + 1 :]):
            made[place] = Token("filler", None, token.text)
    return made


_AIMS = {"become", "raise", "lower", "keep", "reach"}


def _compounds(tokens: list[Token]) -> list[Token]:
    """Read two bare verbs side by side as a noun, which says more than each: 運用開始."""
    made: list[Token] = []
    for token in tokens:
        bare = token.role == "verb" and _is_bare(token.text)
        if bare and made and made[-1].role == "verb" and _is_bare(made[-1].text):
            made[-1] = Token("text", None, made[-1].text + token.text)
        else:
            made.append(token)
    return made


def _is_bare(text: str) -> bool:
    return len(text) > 1 and all(map(is_kanji, text))


def _which_goal(tokens: list[Token]) -> list[Token]:
    """Read どの目標 as a goal, where no target is reached or missed."""
    if any(token.value == "reach" or token.role == "unreached" for token in tokens):
        return tokens
    return [
        Token("kind", "Goal", token.text)
        if token.text == "目標" and place and _means_goal(tokens[:place])
        else token
        for place, token in enumerate(tokens)
    ]


def _unquoted(tokens: list[Token]) -> list[Token]:
    """Leave out the marks around one name: 「総量縮減」の指標; a verb in marks is a word itself."""
    tokens = [
        Token("text", None, token.text)
        if token.role == "verb"
        and token.value not in {"raise", "lower", "keep"}  # 「増加」の指標
        and _is(tokens, place - 1, _OPENS)
        and _is(tokens, place + 1, _CLOSES)
        else token  # 目標が「実施」の指標
        for place, token in enumerate(tokens)
    ]
    return [
        token
        for place, token in enumerate(tokens)
        if not (
            (
                token.text in _OPENS
                and _is_name(tokens, place + 1)
                and _is(tokens, place + 2, _CLOSES)
            )
            or (
                token.text in _CLOSES
                and _is_name(tokens, place - 1)
                and _is(tokens, place - 2, _OPENS)
            )
        )
    ]


_OPENS, _CLOSES = frozenset("「『\"“‘'"), frozenset("」』\"”’'")


def _is(tokens: list[Token], place: int, marks: frozenset[str]) -> bool:
    return 0 <= place < len(tokens) and tokens[place].text in marks


def _is_name(tokens: list[Token], place: int) -> bool:
    return 0 <= place < len(tokens) and tokens[place].role == "name"


def _points(tokens: list[Token]) -> list[Token]:
    """Read 未確認のままになっている点, what is unclear, as findings."""
    made = [*tokens]
    for place, token in enumerate(tokens):
        unchecked = token.text.startswith("確認") and any(t.says_no for t in tokens[place:][:4])
        unclear = token.text.lower() in _UNCLEAR or unchecked
        if not unclear or token.role == "kind":
            continue
        end = _end_of_point(tokens, place)
        if end is not None:
            text = "".join(each.text for each in tokens[place : end + 1])
            point = Token("kind", "Finding", text)
            return [*tokens[:place], point, *tokens[end + 1 :]]
    return made


def _end_of_point(tokens: list[Token], place: int) -> int | None:
    """Return the place of the noun of what is unclear; None where something else is unclear."""
    if tokens[place].text.isascii():
        following = next_token(tokens, place).text.lower()
        if following.startswith("in the source") or following in _POINTS:
            return place + 1
        of_it = [previous_token(tokens, place).text.lower(), following]
        return place if of_it in _WHAT_OF_IT else None
    for at in range(place + 1, min(len(tokens), place + _MOST)):
        token = tokens[at]
        if token.text in _POINTS:
            return at
        joins = token.role in {*FREE, "no"} or token.text in _BETWEEN or token.value == "have"
        if not joins:
            return None
    return None


def _in_numbers(tokens: list[Token]) -> list[Token]:
    """Read 目標値が数値で書かれていない as: has no target in numbers."""
    for place in range(len(tokens) - 3):
        target, link, number, by = tokens[place : place + 4]
        targets = (target.role, target.value) in {("measure", "target"), ("kind", "Indicator")}
        stated = (number.role, number.value) == ("word", "measurable") and by.text in {"で", "に"}
        if targets and link.text in {"が", "を", "は"} and stated:
            merged = [Token("kind", "Indicator", "数値目標"), link]
            return [*tokens[:place], *merged, *tokens[place + 4 :]]
    return tokens


def _beside_names(tokens: list[Token]) -> list[Token]:
    """Read 関連 right behind a name as what touches it: デジタル化関連の計画."""
    return [
        Token("verb", "touch", token.text)
        if token.text in {"関連", "関係", "がらみ", "絡み"}
        and previous_token(tokens, place).role == "name"
        and next_token(tokens, place).text in {"の", "で", "は", ""}
        else token
        for place, token in enumerate(tokens)
    ]


_BEFORE_N = {"filler", "verb", "no", "yes"}


def _spoken(tokens: list[Token]) -> list[Token]:
    """Leave out the ん of spoken ends: 何をするんですか."""
    return [
        Token("filler", None, token.text)
        if token.text == "ん"
        and previous_token(tokens, place).role in {"filler", "verb", "no", "yes"}
        else token
        for place, token in enumerate(tokens)
    ]
