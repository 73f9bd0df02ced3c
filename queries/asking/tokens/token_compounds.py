"""Words cut in two by a shorter one, names said as a clause, and glosses in brackets (複合語).

点検 holds the counter 点; 口座振替の加入を促進する says 口座振替の加入促進; in ``the school lunch
(学校給食調理業務の民間委託)`` the English words only repeat the name.
"""

from __future__ import annotations

from keikaku.queries.asking.tokens.lexicon import FREE, Mention, Names, Token
from keikaku.queries.asking.tokens.neighbours import next_token, previous_token
from keikaku.queries.asking.vocabulary.letters import fold, is_kanji, normal

_KINDS = ("Component", "Action", "Milestone", "Plan")
_MOST = 8  # tokens of a name that is said as a clause
_CUT = {"filler", "part", "kind", "word", "measure", "type"}


def with_compounds(tokens: list[Token], known: Names) -> list[Token]:
    """Join a single kanji that has a meaning of its own with the kanji behind it: 点検, 課題."""
    made: list[Token] = []
    tokens = _with_work(without_one(without_should(tokens)), known)
    for place, token in enumerate(tokens):
        following = next_token(tokens, place)
        cut = token.role in _CUT and len(token.text) == 1 and is_kanji(token.text)
        word = following.role == "text" and is_kanji(following.text[0])
        piece = Token("text", None, token.text) if cut and word else token
        if piece.role == "text" and made and made[-1].role == "text" and _goes_on(made[-1], piece):
            made[-1] = made[-1]._replace(text=made[-1].text + piece.text)
        else:
            made.append(piece)
    return with_units(made)


def _with_work(tokens: list[Token], known: Names) -> list[Token]:
    """Join 業務 with the word before it where a name has both: 窓口業務のオンライン化."""
    made: list[Token] = []
    for token in tokens:
        before = made[-1] if made and made[-1].role == "text" else None
        joined = f"{before.text}{token.text}" if before is not None else ""
        if before is not None and token.text == _WORK and _is_in_a_name(joined, known):
            made[-1] = before._replace(text=joined)
        else:
            made.append(token)
    return made


_WORK = "業務"


def _is_in_a_name(words: str, known: Names) -> bool:
    wanted = fold(normal(words))
    return any(wanted in each.folded[0] for kind in _KINDS for each in known.of(kind))


def _goes_on(before: Token, token: Token) -> bool:
    return not (before.text.isascii() or token.text.isascii())


def with_deeds(tokens: list[Token], known: Names) -> list[Token]:
    """Read a clause as the name that it says: ポータルサイトを運営する, of ポータルサイトの運営."""
    for place, token in enumerate(tokens[:-1]):
        stem = _stem(next_token(tokens, place))
        after = tokens[place + 2 : place + 4]
        done = "".join(each.text for each in after).removeprefix("する")
        if token.text != "を" or not stem or not done.startswith(_AS_NOUN):
            continue
        for start in range(max(place - _MOST, 0), place):
            words = "".join(each.text for each in tokens[start:place])
            mention = _mention_by_words(words, stem, known)
            if mention is not None:
                said = Token("name", mention, f"{words}を{next_token(tokens, place).text}")
                return [*tokens[:start], said, *tokens[place + 2 :]]
    return tokens


_AS_NOUN = ("のは", "のが", "こと", "時期", "年度", "担当", "目標")
"""How a clause goes on that is a noun: …を運営するのは, but not …を運営する計画."""


def _stem(token: Token) -> str:
    """Return the kanji with which a verb, or a word before する, begins; two at least."""
    if token.says_no or token.role not in {"verb", "text"}:
        return ""
    kanji = token.text[: next((n for n, c in enumerate(token.text) if not is_kanji(c)), None)]
    return kanji if len(kanji) > 1 else ""


def _mention_by_words(words: str, stem: str, known: Names) -> Mention | None:
    names = {fold(normal(f"{words}{link}{stem}")) for link in ("の", "")}
    for kind in _KINDS:
        same = [each for each in known.of(kind) if each.folded[0] in names]
        if same:
            return Mention(kind, tuple(each.id for each in same), same[0].names[0])
    return None


def with_units(tokens: list[Token]) -> list[Token]:
    """Read a unit in quotes before indicators as that unit: 「人」の指標."""
    for place in range(len(tokens) - 4):
        opened, unit, closed, link, noun = tokens[place : place + 5]
        quoted = opened.text in "「『" and closed.text in "」』" and unit.text in _UNITS
        of_unit = Token("unit", unit.text, unit.text)
        if quoted and link.text == "の" and noun.value == "Indicator":
            return [*tokens[:place], of_unit, *tokens[place + 3 :]]
        if quoted and link.text in {"が", "を"} and (noun.role, noun.value) == ("measure", "unit"):
            return [*tokens[:place], of_unit, *tokens[place + 5 :]]  # 「時間」が単位の
    return tokens


_UNITS = {"人", "件", "回", "円", "千円", "校", "台", "%", "時間", "施設", "km", "日", "名", "点"}


def resting_on_plans(tokens: list[Token]) -> list[Token]:
    """Read what a plan rests on as a dependency where it is a plan: Does 3-2-1 rest on 3-2-4?"""
    plans = [p for p, t in enumerate(tokens) if t.role == "name" and t.value.kind == "Plan"]
    if len(plans) < len(("the one", "the other")):
        return tokens
    return [
        token._replace(value="depend")
        if (token.role, token.value) == ("verb", "based")
        and token.text.isascii()
        and place + 1 in plans
        else token
        for place, token in enumerate(tokens)
    ]


def without_one(tokens: list[Token]) -> list[Token]:
    """Leave out 一つも between a mark and its denial, which it only strengthens."""
    for place in range(len(tokens) - 3):
        amount, also, denied = tokens[place + 1 : place + 4]
        one = amount.role == "amount" and amount.value.number <= 1 and also.text == "も"
        before = previous_token(tokens, place).value
        if one and tokens[place].text in {"が", "は"} and before == "mark" and denied.says_no:
            return [*tokens[: place + 1], *tokens[place + 3 :]]
    return tokens


def without_should(tokens: list[Token]) -> list[Token]:
    """Leave out should behind a noun: indicators that should go down. Should we …? is another."""
    return [
        Token("filler", None, token.text)
        if token.text.lower() == "should" and previous_token(tokens, place).role in {"kind", "name"}
        else token
        for place, token in enumerate(tokens)
    ]


def with_owner(tokens: list[Token]) -> list[Token]:
    """Read of which department something is as who has it: 計画は何課の所管ですか."""
    return [
        Token("word", "who", token.text)
        if token.value == "how_many_departments" and next_token(tokens, place).text == "の"
        else token
        for place, token in enumerate(tokens)
    ]


def with_unknown_marks(tokens: list[Token]) -> list[Token]:
    """Read that there are unknown marks as marks that are unknown: 不明な印がある."""
    for place in range(len(tokens) - 3):
        unread, mark, link, there = tokens[place : place + 4]
        attributive = unread.role == "unknown" and (mark.role, mark.value) == ("measure", "mark")
        if attributive and link.text in {"が", "の"} and there.role in {"yes", "verb"}:
            return [*tokens[:place], mark, link, unread, *tokens[place + 4 :]]
    return tokens


def with_doer(tokens: list[Token]) -> list[Token]:
    """Read which department does one thing as who does it: 橋梁点検をするのは何課ですか."""
    kinds = {token.value.kind for token in tokens if token.role == "name"}
    ranked = any(token.value in {"most", "least"} for token in tokens)
    if not ranked and (not kinds or not kinds <= {*_KINDS, "Indicator"}):
        return tokens
    return [
        Token("word", "who", token.text)
        if token.text == "何課" and previous_token(tokens, place).text in {"は", "のは"}
        else token
        for place, token in enumerate(tokens)
    ]


def without_gloss(tokens: list[Token]) -> list[Token]:
    """Leave out English words that a name in brackets behind them says: school lunch (学校給食)."""
    for place in range(1, len(tokens) - 2):
        opened, name, closed = tokens[place : place + 3]
        if (opened.text, closed.text) != ("(", ")") or name.role != "name":
            continue
        said = previous_token(tokens, place)
        if said.role == "name" and said.value.ids == name.value.ids:
            return [*tokens[:place], *tokens[place + 3 :]]
        start = place
        while previous_token(tokens, start).role in {"text", "name", "measure"}:
            start -= 1
        words = tokens[start:place]
        english = any(each.role == "text" for each in words) and _begins_in_english(tokens[:start])
        if english and not name.text.isascii():
            return [*tokens[:start], name, *tokens[place + 3 :]]
    return tokens


def _begins_in_english(before: list[Token]) -> bool:
    return bool(before) and all(each.text.isascii() for each in before if each.role in FREE)
