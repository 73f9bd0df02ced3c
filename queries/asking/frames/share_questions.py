"""Questions for the share of something in all, or in a part (割合)."""

from __future__ import annotations

from keikaku.queries.asking.conditions import conditions
from keikaku.queries.asking.frames.effect_questions import shares_between
from keikaku.queries.asking.frames.value_questions import counted_word
from keikaku.queries.asking.tokens.heads import head_of, is_yes_or_no, mentions
from keikaku.queries.asking.tokens.lexicon import Mention
from keikaku.queries.asking.tokens.neighbours import previous_token
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.asking.vocabulary.question_words import MEASURABLE
from keikaku.queries.asking.vocabulary.reading import Reading, find
from keikaku.queries.expressions.fields import words_of
from keikaku.queries.expressions.tree import Comparison, Tree, both, written
from keikaku.queries.names import fold


def ratio(sentence: Sentence) -> list[Reading]:
    """キャッシュレスに触れている計画の割合: a share, with both numbers."""
    every = _asks_every(sentence)
    if not sentence.has("measure", "share") and not _asks_percent(sentence) and every is None:
        return []
    if any(m.kind == "Indicator" for _, m in mentions(sentence)) or shares_between(sentence):
        return []
    if _asks_aim(sentence) or _asks_of_one(sentence) or counted_word(sentence) is not None:
        return []
    sentence.take("measure", "share")
    sentence.take("word", "how_much", "what", "how_many")
    sentence.take("measure", "number_of")
    head, at = head_of(sentence, default="Plan")
    if at is not None:
        same = sentence.places("kind", head)  # but of indicators with a numeric target
        sentence.use(p for p in same if p == at or sentence.tokens[p].text not in MEASURABLE)
    among = _among(sentence, head, every)
    filters = conditions.read(sentence, head, at)
    sentence.take("word", "among", "what", "all", "where", "who")
    if filters.tree is None:
        return []
    more = {"among": written(among)} if among is not None else {}
    return [find(head, tree, share=True, **more) for tree in filters.readings]


def _asks_aim(sentence: Sentence) -> bool:
    """Return whether a target in percent is asked for, and no share: 何パーセントを目指す."""
    shares = sentence.places("measure", "share")
    after = [token for place in shares for _, token in sentence.after(place, 1)]
    return any(token.text.startswith(("目指", "めざ")) for token in after)


def _asks_of_one(sentence: Sentence) -> bool:
    """Return whether a value of one thing is asked for, no share of many: 市税の徴収率は何％."""
    one = any(m.kind in _SINGLE for _, m in mentions(sentence))
    return one and not sentence.has("kind")


_SINGLE = {"Plan", "Component"}


def _asks_percent(sentence: Sentence) -> bool:
    return sentence.has("word", "how_much") and sentence.has("word", "among")


def _asks_every(sentence: Sentence) -> int | None:
    """Return the place of a question whether all are so: 収納課の計画はすべて目標2ですか."""
    if sentence.has("measure", "share"):
        return None
    for place in sentence.places("word", "all"):
        before = previous_token(sentence.tokens, place).text
        if not is_yes_or_no(sentence):
            continue
        if _is_english_every(sentence, place) or (before in {"は", "が"} and not sentence.english):
            return place
    return None


def _is_english_every(sentence: Sentence, place: int) -> bool:
    """Return whether it is asked of all in English, and of one thing: are all plans about AI."""
    behind = [*sentence.after(place)]
    roles = [token.role for _, token in behind]
    begins = sentence.english and place == 1
    return begins and roles == ["kind", "verb", "name"] and behind[1][1].value == "touch"


def _among(sentence: Sentence, head: str, every: int | None = None) -> Tree | None:
    """Return what the share is of: 収納課の計画のうち."""
    place = every if every is not None else _end_of_whole(sentence)
    if place is None:
        return None
    held = [p for p in sentence.places("name") if p < place and p not in sentence.used]
    trees: list[Tree] = []
    for at in held:
        mention: Mention = sentence.tokens[at].value
        name = conditions.FIELD_OF[mention.kind]
        if mention.kind != head and fold(name) in words_of(head):
            trees.append(Comparison(name, "=", mention.spelling))
            sentence.use([at])
    for at in sentence.places("verb", "responsible", "touch"):
        if at < place:
            sentence.use([at])
    sentence.take("word", "among")
    return both(*trees)


def _end_of_noun(sentence: Sentence, names: list[int]) -> int | None:
    """Return where the noun stands of which a share is asked: of goal 2 plans have no …."""
    noun = next(iter(sentence.places("kind", "Plan", "Indicator")), None)
    shares = sentence.places("measure", "share")
    predicate = _predicate(sentence, noun, names)
    if predicate is not None:
        return predicate
    if noun is None or not shares or not any(shares[0] < p < noun for p in names):
        return None
    said = {"verb", "no", "unreached"}
    return noun if any(token.role in said for _, token in sentence.after(noun, 2)) else None


def _predicate(sentence: Sentence, noun: int | None, names: list[int]) -> int | None:
    """Return where it begins what is said of the things in a part: plans under goal 1 / have …."""
    if noun is None or len(names) != 1 or names[0] < noun:
        return None
    before = [token for _, token in sentence.before(names[0]) if token.value != "Goal"]
    within = bool(before) and before[0].text.lower() in {"under", "in", "of", "plans", "indicators"}
    following = next(sentence.after(names[0], 1), None)
    if not within or following is None:
        return None
    return following[0] if following[1].role in {"verb", "no", "unreached"} else None


def _of_everything(sentence: Sentence, place: int) -> bool:
    """Return whether the whole is all there is: 収納課の計画が全体に占める割合."""
    before = next(sentence.before(place, 1), None)
    return before is not None and before[1].role == "word" and before[1].value == "all"


def _end_of_whole(sentence: Sentence) -> int | None:
    """Return where the whole ends of which a part is asked for; None where it is not stated.

    収納課の計画のうち, 目標2の計画の何割が, plans of 収納課 touch.
    """
    names = sentence.places("name")
    among = sentence.places("word", "among")
    if sentence.english:
        verbs = [p for p in sentence.places("verb") if len(names) > 1 and names[0] < p < names[-1]]
        return verbs[0] if verbs else _end_of_noun(sentence, names)
    if among and not _of_everything(sentence, among[0]):
        return among[0]
    plans = [p for p in sentence.places("kind", "Plan") if sentence.between(p, p + 2) == "で"]
    inner = [p for p in plans if names and names[0] < p < names[-1]]
    if inner:
        return inner[0]
    shares = [*sentence.places("measure", "share"), *sentence.places("word", "how_much")]
    return next((p for p in shares if names and names[0] < p < names[-1]), None)
