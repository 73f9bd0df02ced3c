"""Nouns that say what is done in a year: 検討 of 令和6年度に検討に入る (作業の名詞)."""

from __future__ import annotations

import re
from itertools import takewhile

from keikaku.queries.asking.tokens.lexicon import Token
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.asking.vocabulary.letters import is_kanji

_LIGHT = set(
    "実施 予定 計画 推進 着手 開始 終了 完了 実行 対応 開催 担当 所管 活動 事業 影響".split()
)
"""Nouns of deeds that say no more than that something is done."""
_ENDS = re.compile(r"を?(?:する|します|した|される|される予定の)$")


def deed_of_year(sentence: Sentence) -> int | None:
    """Return where a noun stands that says what is done in a year: 検討 of 令和6年度に検討する."""
    years = sentence.places("year")
    if sentence.english or len(years) != 1:
        return None
    place = years[0] + 1
    while place < len(sentence.tokens) and sentence.tokens[place].text in {
        "に",
        "は",
        "中に",
        "、",
    }:
        place += 1
    if not years[0] + 1 < place < len(sentence.tokens) - 1:
        return None
    return place if _is_deed(sentence.tokens[place]) else None


def _is_deed(token: Token) -> bool:
    """Return whether a word is a noun that says what is done."""
    if token.role == "name":
        return token.value.kind in {"Milestone", "Action"} and not token.says_no
    noun = "".join(takewhile(is_kanji, token.text))
    return token.role in {"text", "verb"} and len(noun) > 1 and noun not in _LIGHT


def noun_of_deed(deed: str) -> str:
    """Return the noun of a deed.

    >>> noun_of_deed("導入する"), noun_of_deed("見直し")
    ('導入', '見直し')
    """
    return _ENDS.sub("", deed)
