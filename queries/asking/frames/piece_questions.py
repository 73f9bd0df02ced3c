"""An indicator by some of its words, where it alone has them all: 橋の修繕の目標 (語の組)."""

from __future__ import annotations

from itertools import pairwise

from keikaku.queries.asking.frames.value_questions import asks_in_a_unit
from keikaku.queries.asking.tokens.heads import mentions
from keikaku.queries.asking.tokens.lexicon import FREE
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.asking.vocabulary.letters import fold, normal
from keikaku.queries.asking.vocabulary.reading import Reading, find
from keikaku.queries.expressions.tree import Comparison

_LIKE = {"割合": ("率", "割合", "比率"), "比率": ("率", "比率", "割合"), "率": ("率",)}
"""Ends of names for a word that asks for a share."""
_LEAST = 3  # letters of the pieces together
_PART = 3  # the least part of a name that the words must be: 研修の職員 is too little
_FREE_ROLES = {"measure", "word", "yes", *FREE}
_CHANGES = {"raise", "lower", "reach", "have", "become", "keep"}


def by_pieces(sentence: Sentence) -> list[Reading]:
    """女性の委員の割合はどこまで上げる: the one indicator that has all the words in its name."""
    places = sentence.places("text")
    asks = sentence.has("measure", "target", "baseline") or sentence.has("word", "how_much")
    if sentence.english or not asks or len(places) < 2 or mentions(sentence):
        return []
    if any(not _is_neutral(sentence, place) for place in range(len(sentence.tokens))):
        return []
    words = [fold(normal(sentence.tokens[place].text)) for place in places]
    shares = [sentence.tokens[place].text for place in sentence.places("measure", "share")]
    ends = [_LIKE[text] for text in shares if text in _LIKE]
    if sum(map(len, words)) < _LEAST or not _side_by_side(sentence, places):
        return []
    called = {
        each.names[0]
        for each in sentence.known.of("Indicator")
        if all(word in each.folded[0] for word in words)
        and sum(map(len, words)) * _PART >= len(each.folded[0])
        and all(each.folded[0].endswith(of_share) for of_share in ends)
    }
    if len(called) != 1:
        return []
    sentence.say(*places)
    sentence.use(range(len(sentence.tokens)))
    return [find("Indicator", Comparison("指標名", "=", called.pop()))]


def of_deed(sentence: Sentence) -> list[Reading]:
    """外郭団体との意見交換は年に何回: the one indicator whose name begins with what is done."""
    mentioned = mentions(sentence)
    asks = asks_in_a_unit(sentence) or sentence.has("measure", "target", "baseline")
    if len(mentioned) != 1 or mentioned[0][1].kind not in _DEEDS or not asks:
        return []
    if sentence.has("kind") or sentence.places("text") or sentence.has("year"):
        return []
    place, mention = mentioned[0]
    begins = fold(normal(mention.spelling))
    held = [e.names[0] for e in sentence.known.of("Indicator") if e.folded[0].startswith(begins)]
    if len(set(held)) != 1 or not mention.exact or any(t.says_no for t in sentence.tokens):
        return []
    sentence.use([place])
    sentence.take("word", "how_many", "what", "how_much", "today", "become")
    sentence.take("measure", "target", "baseline")
    sentence.take("verb", "responsible", "touch", "have", "reach")
    return [find("Indicator", Comparison("指標名", "=", held[0]))]


_DEEDS = {"Action", "Milestone"}


def _is_neutral(sentence: Sentence, place: int) -> bool:
    token = sentence.tokens[place]
    if token.role == "verb":
        return token.value in _CHANGES and not token.says_no
    return token.role in {"text", *_FREE_ROLES} or token.value == "Indicator"


def _side_by_side(sentence: Sentence, places: list[int]) -> bool:
    """Return whether the words are one phrase, joined by の."""
    return all(sentence.between(first, second) in {"の", ""} for first, second in pairwise(places))
