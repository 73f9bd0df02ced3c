"""How long things run: 期間が最も長い計画, 3年以上続く計画, how long does … last (続く年数)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from keikaku.queries.asking.tokens.lexicon import FREE, Token
from keikaku.queries.expressions.fields import words_of
from keikaku.queries.names import fold

if TYPE_CHECKING:
    from keikaku.queries.asking.tokens.sentence import Sentence

FIELD = "期間"
YEARS = "年"
_LONG = ("長", "long", "短", "short", "最長", "the_long", "the long", "the short")
_RANKS = {"most", "least", "many", "few"}


def with_durations(tokens: list[Token]) -> list[Token]:
    """Return the tokens, with the words marked that mean how many years something runs.

    長い and longest are said of years only, so they mean a duration where no noun says so.
    """
    made: list[Token] = []
    stated = any(_is_duration(token) for token in tokens)
    for place, token in enumerate(tokens):
        said = [each for each in tokens[place + 1 :] if each.role not in FREE][:2]
        if token.value == "when" and [each.value for each in said] == ["last", "Plan"]:
            made += [Token("measure", "duration", token.text), Token("word", "each", token.text)]
        elif token.role == "verb" and made and made[-1].value == "each" and token.value == "last":
            made.append(Token("filler", None, token.text))  # 何年続く計画: read with 何年
        elif token.text.lower() == "last" and stated:
            made.append(Token("verb", "last", token.text))
        elif token.role == "word" and token.value in _RANKS and not stated and _is_long(token):
            made += [token, Token("measure", "duration", token.text)]
        else:
            made.append(token)
    return made


def years_held(sentence: Sentence, head: str, place: int) -> bool:
    """Return whether a number is one of years that things run; what says so is marked."""
    amount = sentence.tokens[place].value
    known = fold(FIELD) in words_of(head)
    if not known or sentence.tokens[place].role != "amount" or amount.unit != YEARS:
        return False
    said = sentence.has("measure", "duration") or sentence.has("verb", "last")
    if not said and not sentence.tokens[place].text.endswith(("間", "years", "year")):
        return False
    sentence.take("measure", "duration")
    sentence.take("verb", "last")
    sentence.take("word", "many", "few")
    return True


def _is_duration(token: Token) -> bool:
    years = token.role == "amount" and token.value.unit == YEARS
    return years or (token.role, token.value) == ("measure", "duration")


def _is_long(token: Token) -> bool:
    return token.text.lower().startswith(_LONG)
