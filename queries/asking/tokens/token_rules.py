"""The meaning of neighbouring tokens: 計画2-2-5 is one thing, 1つしかない one number (隣り合う語).

These rules hold for any question, so they come before all frames.
"""

from __future__ import annotations

from keikaku.queries.asking.tokens.lexicon import Token
from keikaku.queries.asking.tokens.neighbours import next_token, previous_token
from keikaku.queries.asking.tokens.token_appositions import VALUES, apposed, is_one
from keikaku.queries.asking.vocabulary import question_words as words
from keikaku.queries.asking.vocabulary.letters import is_kanji

_GOES_ON = {"も": "にをがのでは", "か": "をがに", "や": "をがに", "よ": "をがに", "ね": "をがに"}
"""A kana that looks like a particle but ends a word, where one of those particles follows."""
_ONLY = "しか"
_REACH = 4  # tokens between しか and the negation


def _of_unit(tokens: list[Token]) -> list[Token]:
    """Leave out the owner of a unit: 目標値の単位が件 means the same as 単位が件."""
    unit = ("measure", "unit")
    return [
        token
        for place, token in enumerate(tokens)
        if (token.role, token.value) not in VALUES
        or next_token(tokens, place).text != "の"
        or [(t.role, t.value) for t in tokens[place + 2 : place + 3]] != [unit]
    ]


_COUNTERS = "件個本課人円回校台つ点"


def _how_many(tokens: list[Token]) -> list[Token]:
    """Read DX戦略課って何個 as a question for a number."""
    made: list[Token] = []
    for token in tokens:
        counted = token.text in _COUNTERS and len(token.text) == 1
        if made and made[-1].text == "って何" and token.role == "text" and counted:
            made[-1] = Token("word", "how_many", f"何{token.text}")
        else:
            made.append(token)
    return made


def _joint_where(tokens: list[Token]) -> list[Token]:
    """Leave out a 'where' that joins a clause: indicators where the target is at least 90%."""
    return [
        Token("filler", None, token.text)
        if token.text.lower() == "where" and previous_token(tokens, place).role == "kind"
        else token
        for place, token in enumerate(tokens)
    ]


def _none_of_any(tokens: list[Token]) -> list[Token]:
    """Read どの計画にも触れられていない as: there is no plan; どの課も担当していない alike."""
    made = [*tokens]
    for place, token in enumerate(tokens[:-1]):
        following = next_token(tokens, place)
        every = (token.role, token.value) == ("word", "every")
        if every and following.role == "verb" and following.says_no:
            kind = "Plan" if "計画" in token.text else "Department"
            made[place] = Token("kind", kind, token.text)
    return made


def _led(tokens: list[Token]) -> list[Token]:
    """Read 主管の取組 as plans: what a department leads is a plan."""
    made = [*tokens]
    for place, token in enumerate(tokens[2:], start=2):
        lead, link = tokens[place - 2 : place]
        leads = (lead.role, lead.value) == ("verb", "lead") and link.text in {"の", "する"}
        leads = leads or (link.role, link.value) == ("verb", "lead")
        if leads and token.role == "kind" and token.value in {"Action", "Initiative"}:
            made[place] = Token("kind", "Plan", token.text)
    return made


def _in_percent(tokens: list[Token]) -> list[Token]:
    """Read percent as a unit where things are measured in it, not as a share that is asked for."""
    return [
        Token("unit", _UNITS[token.text.lower()], token.text)
        if token.text.lower() in _UNITS and previous_token(tokens, place).text.lower() in _IN
        else token
        for place, token in enumerate(tokens)
    ]


def _in_a_year(tokens: list[Token]) -> list[Token]:
    """Read what happens as what is planned, where no change but a year follows: … in 2024."""
    said = [token for token in tokens if token.role not in {"part", "filler"}]
    roles = [token.role for token in said if token.value != "touch"]
    happens = roles[:2] == ["word", "year"] and set(roles[2:]) <= {"name", "kind", "text"}
    if not happens or said[0].value != "what_if":
        return tokens
    return [
        Token("verb", "touch", "happens") if token.value == "what_if" else token for token in tokens
    ]


def _on_nothing(tokens: list[Token]) -> list[Token]:
    """Read what depends on nothing as what does not depend on anything."""
    made = [*tokens]
    for place, token in enumerate(tokens[1:], start=1):
        before = previous_token(tokens, place)
        if token.text.lower() in _NOTHING and before.value == "depend":
            made[place - 1] = before._replace(says_no=True)
            made[place] = Token("filler", None, token.text)
    return made


_NOTHING = {"nothing", "nothing else", "no other plan", "no other plans", "no other"}


def _of_each_year(tokens: list[Token]) -> list[Token]:
    """Read how many … each year as a number for each year, not as what runs in every year."""
    if not any(token.value == "how_many" for token in tokens):
        return tokens
    made: list[Token] = []
    for token in tokens:
        if token.value == "every_year" and token.text.isascii():
            made += [Token("word", "each", token.text), Token("measure", "year", token.text)]
        else:
            made.append(token)
    return made


_UNITS = {
    "percent": "%",
    "yen": "円",
    "thousand yen": "千円",
    "thousands of yen": "千円",
    "people": "人",
    "persons": "人",
    "hours": "時間",
    "schools": "校",
    "cases": "件",
    "items": "件",
    "times": "回",
    "days": "日",
    "vehicles": "台",
    "facilities": "施設",
    "kilometres": "km",
    "kilometers": "km",
    "households": "世帯",
    "organisations": "団体",
    "organizations": "団体",
} | {unit: unit for unit in "千円 円 件 人 回 校 時間 施設 km 日 台".split()}


_IN = {"in", "measured in", "expressed in"}


def _sdg_targets(tokens: list[Token]) -> list[Token]:
    """Read ターゲット and ゴール as those of the SDGs, if the sentence names the SDGs."""
    if not any((token.role, token.value) == ("kind", "SdgTarget") for token in tokens):
        return tokens
    made: list[Token] = []
    for token in tokens:
        target = token.text.lower() in {"ターゲット", "ゴール", "target", "targets"}
        if target and made and made[-1].value == "SdgTarget":
            continue  # an SDG target
        made.append(Token("kind", "SdgTarget", token.text) if target else token)
    return made


def _explained(tokens: list[Token]) -> list[Token]:
    """Leave out a noun in brackets that says the noun before it again: 個別取組（小項目）."""
    made: list[Token] = []
    at = 0
    while at < len(tokens):
        inside = tokens[at : at + 3]
        again = [t.text for t in inside[::2]] == ["(", ")"] and bool(made)
        if again and made[-1].role == "kind" and made[-1][:2] == inside[1][:2]:
            at += 3
        else:
            made.append(tokens[at])
            at += 1
    return made


_RULES = (
    _explained,
    _of_unit,
    _joint_where,
    _how_many,
    _sdg_targets,
    _led,
    _in_a_year,
    _of_each_year,
    _on_nothing,
    _in_percent,
    _none_of_any,
)


def ruled(tokens: list[Token]) -> list[Token]:
    """Return the tokens, changed by the rules about their neighbours."""
    for rule in _RULES:
        tokens = rule(tokens)
    return _ranges(_only(apposed(_addressed(_asked_politely(_whole_words(tokens))))))


def _asked_politely(tokens: list[Token]) -> list[Token]:
    """Read …はないか at the end as whether there is any."""
    place = len(tokens) - 1
    while place > 0 and tokens[place].role in {"part", "filler"}:
        place -= 1
    ends = "".join(token.text for token in tokens[place + 1 :]).rstrip("?？。")
    asks = tokens[place].role == "no" and previous_token(tokens, place).text == "は"
    if not asks or ends not in _ASKING:
        return tokens
    return [*tokens[:place], Token("yes", "yes", tokens[place].text), *tokens[place + 1 :]]


_ASKING = {"か", "でしょうか", "ですか", "のか", "のですか", "かな"}


def _whole_words(tokens: list[Token]) -> list[Token]:
    """Join a word with its last kana again: 子ども, not 子ど and も."""
    made: list[Token] = []
    for place, token in enumerate(tokens):
        following = next_token(tokens, place).text
        before = made[-1] if made else None
        ends = token.role == "part" and following[:1] in [*_GOES_ON.get(token.text, "")]
        if before is not None and before.role == "text" and (ends or _goes_on(before, token)):
            made[-1] = before._replace(text=before.text + token.text)
        else:
            made.append(token)
    return made


_ENDINGS = set("別毎各際時中点末等今")
"""Letters that are words by themselves, but part of a word behind another kanji: 分別."""


def _goes_on(before: Token, token: Token) -> bool:
    return token.text in _ENDINGS and is_kanji(before.text[-1])


_SUFFIXES = (("化", "Theme"), ("長", "Department"))


def without_suffix(tokens: list[Token]) -> list[Token]:
    """Leave out 化 behind a theme and 長 behind a department: キャッシュレス化, 収納課長."""
    return [
        token
        for place, token in enumerate(tokens)
        if not any(
            token.text == suffix and is_one(previous_token(tokens, place), kind)
            for suffix, kind in _SUFFIXES
        )
    ]


_TO = {"に", "へ", "には", "にも", "向け"}
_THE = {"to", "the", "all", "our", "by", "for"}


def _addressed(tokens: list[Token]) -> list[Token]:
    """Leave out the addressee of a disclosure: 市民に公開する means the same as 公開する."""
    return [token for place, token in enumerate(tokens) if not _is_addressee(tokens, place)]


def _is_addressee(tokens: list[Token], place: int) -> bool:
    if tokens[place].text.lower() not in words.ADDRESSEES:
        return False
    following = [t for t in tokens[place + 1 : place + 4] if t.role != "filler"]
    while len(following) > 1 and following[0].text in _TO and following[1].role == "part":
        del following[1]
    if len(following) > 1 and following[0].text in _TO:
        return (following[1].role, following[1].value) == ("verb", "disclose")
    before = tokens[:place]
    while before and before[-1].text.lower() in _THE:
        before = before[:-1]
    disclosed = bool(before) and (before[-1].role, before[-1].value) == ("verb", "disclose")
    return disclosed and len(before) < place


_TO_THE_LAST = {"から", "〜", "~", "-", "to", "and"}


def _ranges(tokens: list[Token]) -> list[Token]:
    """Read 50%から80%, between 50% and 80% as at least the one and at most the other."""
    made = [*tokens]
    for place in range(len(tokens) - 2):
        first, link, last = tokens[place : place + 3]
        before = previous_token(tokens, place)
        between = (before.role, before.value) == ("word", "between")
        if not first.role == last.role == "amount" or link.text.lower() not in _TO_THE_LAST:
            continue
        if link.text.lower() == "and" and not between:
            continue
        unit = first.value.unit or last.value.unit  # 50〜80%
        made[place] = first._replace(value=first.value._replace(way=">=", unit=unit))
        made[place + 2] = last._replace(value=last.value._replace(way="<="))
        if between:
            made[place - 1] = Token("filler", None, before.text)
    return made


def _counts(before: list[Token]) -> bool:
    """Return whether words end in a number, or in one with its noun: 1つの計画で."""
    said = [t for t in before if t.role not in {"part", "filler"}][-2:]
    roles = ["amount" if t.value == "only_one" else t.role for t in said]
    return roles[-1:] == ["amount"] or roles == ["amount", "kind"]


def _only(tokens: list[Token]) -> list[Token]:
    """Read a number with しか and a no as that number: 1つしか持っていない."""
    place = next((p for p, t in enumerate(tokens) if t.text.startswith(_ONLY)), None)
    if place is None or not _counts(tokens[:place]):
        return tokens
    ahead = range(place + 1, min(len(tokens), place + 1 + _REACH))
    no = next((p for p in ahead if tokens[p].says_no), None)
    if no is None:
        return tokens
    made = [*tokens]
    made[no] = tokens[no]._replace(says_no=False, role="verb", value="have")
    return made[:place] + made[place + 1 :]
