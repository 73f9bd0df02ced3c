"""Questions for all of a kind for which conditions hold (一覧・語句)."""

from __future__ import annotations

from keikaku.queries.asking import conditions
from keikaku.queries.asking.heads import head_of, head_words, mentions
from keikaku.queries.asking.reading import Reading, find
from keikaku.queries.asking.sentence import Sentence
from keikaku.queries.asking.spelling import close_names


def listed(sentence: Sentence) -> list[Reading]:
    """収納課の計画, キャッシュレスに触れていない計画: all for which conditions hold."""
    head, at = head_of(sentence)
    if at is None and not _asks_without_noun(sentence):
        return []
    if at is not None:
        sentence.use([at])
    extra = head_words(sentence, at)
    found = conditions.read(sentence, head, at)
    sentence.take("word", "what", "who", "where", "all", "among", "both")
    sentence.use(extra)
    if found.tree is None and at is None:
        return []
    return [find(head, tree) for tree in found.readings]


def _asks_without_noun(sentence: Sentence) -> bool:
    """Whether it is a question though no noun says what for: 収納課は何をしているか."""
    groups = {m.kind for _, m in mentions(sentence)}
    return bool(groups) and (
        sentence.has("word", "who", "where", "what") or (len(groups) > 1 and sentence.has("verb"))
    )


def text(sentence: Sentence) -> list[Reading]:
    """Return a word that is no theme: looked for in the text, and the answer says so."""
    texts = [p for p in sentence.places("text") if _is_word(sentence.tokens[p].text)]
    vague = [p for p, mention in mentions(sentence) if not mention.exact]
    if len(texts + vague) != 1 or not sentence.has("kind", "Plan"):
        return []
    if not sentence.has("verb", "touch") and not _about(sentence):
        return []
    if len(mentions(sentence)) > len(vague):
        return []
    if any(mention.kind == "Department" for _, mention in mentions(sentence)):
        return []
    word = sentence.tokens[(texts + vague)[0]].text
    if close_names([word], sentence.known):
        return []
    sentence.use(texts + vague)
    negated = any(sentence.tokens[p].says_no for p in sentence.places("verb", "touch"))
    sentence.take("verb", "touch", "have")
    sentence.take("kind", "Plan")
    sentence.take("word", "what", "all")
    if negated or sentence.left():
        return []
    return [Reading("plans", {"text": word})]


def _is_word(text: str) -> bool:
    """Whether it can be looked for: two letters, or one kanji."""
    return len(text) > 1 or "\u3400" <= text <= "\u9fff"


def _about(sentence: Sentence) -> bool:
    return any(
        t.text in {"について", "に関する", "における", "on", "about", "に係る"}
        for t in sentence.tokens
    )
