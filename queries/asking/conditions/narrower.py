"""Words narrower than a theme that indicators have in their names: 口座振替 (下位の語)."""

from __future__ import annotations

from keikaku.queries.asking.tokens.heads import is_yes_or_no
from keikaku.queries.asking.tokens.lexicon import Mention, Names
from keikaku.queries.asking.tokens.quantities import Amount
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.asking.vocabulary.letters import fold, normal
from keikaku.queries.expressions.tree import Comparison, Tree

_COUNTED = {"何件": ("件数", "数"), "何%": ("率", "割合"), "何パーセント": ("率", "割合"),
            "何割": ("率", "割合")}  # fmt: skip
"""Ends of names of indicators in the unit of a question word."""


def names_indicators(known: Names, mention: Mention) -> bool:
    """Return whether a word means a part of a theme, and is in the name of an indicator."""
    word = fold(normal(mention.spelling))
    if mention.kind != "Theme" or any(word in each.folded for each in known.of("Theme")):
        return False
    return any(word in each.folded[0] for each in known.of("Indicator"))


def owner_words(sentence: Sentence, places: list[int]) -> list[Tree]:
    """Return that the plan's text has a word before its indicator: 職員の健康診断の受診率."""
    if len(places) != 1 or sentence.english:
        return []
    place = places[0]
    before = sentence.tokens[max(place - 2, 0) : place]
    if [token.role for token in before] != ["text", "part"] or before[1].text != "の":
        return []
    word = before[0].text
    if len(word) < len("職員") or word.startswith(_ELSEWHERE) or place - 2 in sentence.used:
        return []
    sentence.use([place - 2])
    return [Comparison("本文", "in", word)]


_ELSEWHERE = ("全国", "県", "国", "他", "類似", "近隣", "民間", "平均", "全市", "隣")
"""Where values are from that are not the plan's own."""


def is_counted_in_names(known: Names, mention: Mention, question: str) -> bool:
    """Return whether indicators count what a theme's word means: 何件 of コンビニ交付件数."""
    word, ends = fold(normal(mention.spelling)), _COUNTED.get(question, ())
    names = [each.folded[0] for each in known.of("Indicator") if word in each.folded[0]]
    if mention.kind != "Theme" or not any(name.endswith(ends) for name in names):
        return False
    return question == "何件" or names_indicators(known, mention)  # of a theme, the share of plans


def is_about_now(sentence: Sentence, amount: Amount) -> bool:
    """Return whether it is asked how things stand: 回答率は50%を超えていますか."""
    aims = sentence.places("measure", "target") or sentence.places("verb", "raise", "lower")
    aims = aims or sentence.places("word", "become", "who", "when")
    ends = sentence.text.strip().rstrip("?？。 ")
    stands = ends.endswith(_STANDING) or (sentence.english and is_yes_or_no(sentence))
    return bool(amount.way) and stands and not aims


_STANDING = ("いますか", "いるか", "いますでしょうか", "いるのか", "いるのですか", "いる")
