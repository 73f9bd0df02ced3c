"""Questions about words that are no name: they are searched for in the text (語句の検索)."""

from __future__ import annotations

from keikaku.queries.asking.conditions import conditions
from keikaku.queries.asking.frames.list_questions import IN_TIME
from keikaku.queries.asking.frames.value_questions import asks_in_a_unit
from keikaku.queries.asking.refusal.absent_names import absent_department
from keikaku.queries.asking.refusal.spelling import close_names
from keikaku.queries.asking.tokens.english_words import is_foreign
from keikaku.queries.asking.tokens.heads import (
    head_of,
    mentions,
)
from keikaku.queries.asking.tokens.lexicon import SEARCHED, Mention
from keikaku.queries.asking.tokens.neighbours import NO_TOKEN, next_token, previous_token
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.asking.vocabulary.letters import fold, is_kanji, normal
from keikaku.queries.asking.vocabulary.reading import Reading, find
from keikaku.queries.expressions.fields import words_of
from keikaku.queries.expressions.tree import Comparison, both
from keikaku.queries.names import fold as fold_field


def text(sentence: Sentence) -> list[Reading]:
    """Return a word that is not a theme: it is searched for in the text, and the answer says so."""
    texts = [p for p in sentence.places("text") if _is_word(sentence, p)]
    vague = [p for p, m in mentions(sentence) if not m.exact and not _is_most_of_it(sentence, p)]
    head, at = head_of(sentence)
    places = sorted(texts + vague)
    if not 0 < len(places) <= _MOST_WORDS or at is None or head not in _TEXT_OF:
        return []
    if absent_department(sentence) is not None:
        return []  # 観光課が担当する: no word of the text
    if asks_in_a_unit(sentence):
        return []  # 何校まで進める: a value, no number of what the words are in
    does = sentence.has("verb", "responsible") and not sentence.english
    written = any(sentence.tokens[p].text.startswith("書") for p in sentence.places("verb", "have"))
    moved = head == "Indicator" and any(_is_moved(sentence, place) for place in texts)
    about = does or written or moved or sentence.has("verb", "touch") or _about(sentence)
    if not about:
        return []
    if not all(_is_linked(sentence, place) for place in texts):
        return []  # 済ん, ぜんぶ: no word that something is about
    deeds = [place + 1 for place in places if _goes_on(sentence, place)]
    if not all(_ends_a_word(sentence, place) for place in deeds):
        return []  # 施設管理 is one word, of which 施設 says too little.
    sentence.say(*deeds)  # 人口減少
    places = [at for place in (*places, *deeds) for at in _compound(sentence, place)]
    words = ["".join(sentence.tokens[at].text for at in run) for run in _runs(places)]
    if head == "Department" and (vague or any(_is_in_a_theme(sentence, w) for w in words)):
        return []  # 公共施設: as a theme or as a word
    if len(words) > 1 and any(_is_kana(word) for word in words):
        return []  # ふるさ と 納税: one word, cut in two
    if any(word in CALLED for word in words):
        return []  # 推進という言葉: the word itself stands before it.
    strange = [word for word in words if not _is_in_a_name(sentence, word)]
    of_plans = _is_of_plans(sentence, head, places[-1], at)
    there = of_plans or all(_is_there(sentence, head, word) for word in words)
    if close_names(strange, sentence.known) or is_foreign(words, sentence.known) or not there:
        return []
    negated = any(sentence.tokens[p].says_no for p in sentence.places("verb", "touch"))
    sentence.use([*places, at])
    others = [p for p, _ in mentions(sentence) if p not in places]
    alone = head == "Plan" and not others
    if others and any(word.isascii() and " " in word for word in words):
        return []  # the same in other words: designated manager system (指定管理者制度)
    filters = conditions.read(sentence, head, at)
    sentence.take("word", "what", "all", "where")
    counts = sentence.take("word", "how_many") or sentence.take("measure", "number_of")
    count = {"count": True} if counts else {}
    order = {"sort": "開始年度"} if head in IN_TIME and sentence.take("word", "in_time") else {}
    if negated:
        return []
    if alone and filters.tree is None and len(words) == 1 and not count and not order:
        return [Reading("plans", {"text": words[0]})]
    field = "本文" if of_plans else _TEXT_OF[head]
    held = [Comparison(field, "in", word) for word in words]
    return [find(head, both(*held, tree), **count, **order) for tree in filters.readings]


def _is_moved(sentence: Sentence, place: int) -> bool:
    """Return whether a word is what shall become more or less: 滞納を減らす指標."""
    verb = next(sentence.after(place, 1), None)
    moves = verb is not None and verb[1].role == "verb" and verb[1].value in {"raise", "lower"}
    return moves and next_token(sentence.tokens, place).text == "を"


def _is_most_of_it(sentence: Sentence, place: int) -> bool:
    """Return whether words are most of the one name that holds them: 市債権管理条例."""
    mention: Mention = sentence.tokens[place].value
    known = mention.kind in {"Guideline", "Partner"} and len(mention.ids) == 1
    return known and len(sentence.tokens[place].text) * 2 >= len(mention.spelling)


def _is_of_plans(sentence: Sentence, head: str, place: int, at: int) -> bool:
    """Return whether words are of plans, of which something is asked: 防災に関する計画の指標."""
    inside = range(*sorted((place, at)))
    plans = any(p in inside for p in sentence.places("kind", "Plan"))
    return head != "Plan" and plans and fold_field("本文") in words_of(head)


def _is_linked(sentence: Sentence, place: int) -> bool:
    """Return whether a word is what something is about: 防災に関する, but not 済んでいる."""
    if sentence.english:
        return _is_linked_in_english(sentence, place)
    following = next_token(sentence.tokens, place)
    if "name" in {previous_token(sentence.tokens, place).role, following.role}:
        return following != NO_TOKEN
    return following.text in _LINKS or following.role in {"verb", "kind", "type", "measure"}


def _is_linked_in_english(sentence: Sentence, place: int) -> bool:
    """Return whether a word is what something is about: plans on drones."""
    before = [token for token in sentence.tokens[:place] if token.text.lower() not in _ARTICLES]
    if not before:
        return False
    near = before[-1]
    if near.text.lower() in {"and", "or", ","} and len(before) > 1:
        return before[-2].role in {"text", "name"}
    about = (near.role, near.value) == ("verb", "touch") or near.text.lower() in _ON
    return about or near.text.startswith(("the word", '"', "“"))


_ARTICLES = {"a", "an", "the", "any", "all", "our"}
_ON = {"on", "for", "with", "of", "about"}


_LINKS = frozenset(
    "に を が の と や か も は 、 , ・ 」 』 ” \" ' に関する に関して について における において "
    "に係る にかかる に対する への とか など という といった または 又は "
    "のための ため 向け として".split()
)


def _goes_on(sentence: Sentence, place: int) -> bool:
    """Whether a verb's bare stem stands right behind a word, of which it is a part."""
    following = next_token(sentence.tokens, place)
    return following.role == "verb" and not sentence.english and is_kanji(following.text[-1])


def _ends_a_word(sentence: Sentence, place: int) -> bool:
    """Return whether a verb's stem ends a word of several: 減少 in 人口減少に関する."""
    link = next_token(sentence.tokens, place).text
    whole = all(map(is_kanji, sentence.tokens[place].text)) and len(sentence.tokens[place].text) > 1
    return whole and link in _LINKS and link != "を"


def _compound(sentence: Sentence, place: int) -> list[int]:
    """Return a word with the name that it is one word with: カイゼン活動."""
    beside = [place - 1, place, place + 1]
    return [
        at
        for at in ([place] if sentence.english else beside)
        if at == place or (0 <= at < len(sentence.tokens) and sentence.tokens[at].role == "name")
    ]


def _runs(places: list[int]) -> list[list[int]]:
    """Return places grouped into runs side by side."""
    runs: list[list[int]] = []
    for place in sorted(set(places)):
        if runs and runs[-1][-1] == place - 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


_MOST_WORDS = 3  # that are looked for together
_TEXT_OF = {"Plan": "本文", "Department": "本文",
            "Indicator": "指標名", "Component": "名称", "Action": "名称",
            "Milestone": "内容", "Guideline": "名称"}  # fmt: skip
"""The field in which a word that is not a name is searched for."""


def _is_there(sentence: Sentence, head: str, word: str) -> bool:
    """Return whether a name has the word; the text of plans is not known in advance."""
    wanted = fold(normal(word))
    return _TEXT_OF[head] == "本文" or any(
        wanted in each.folded[0] for each in sentence.known.of(head)
    )


def _is_in_a_theme(sentence: Sentence, word: str) -> bool:
    """Return whether the name of a theme contains the word, so that the theme may be meant."""
    return any(fold(normal(word)) in each.folded[0] for each in sentence.known.of("Theme"))


def _is_in_a_name(sentence: Sentence, word: str) -> bool:
    """Return whether a name contains the word, which confirms its spelling: 学校 in 学校管理課."""
    wanted = fold(normal(word))
    return any(wanted in each.folded[0] for kind in SEARCHED for each in sentence.known.of(kind))


def _is_word(sentence: Sentence, place: int) -> bool:
    """Return whether it can be searched for: not one letter, not the kana end of a word."""
    text = sentence.tokens[place].text
    kana = _is_kana(text)
    before = previous_token(sentence.tokens, place).role if place else "part"
    return len(text) > 1 and (not kana or (before == "part" and len(text) > _SHORTEST_KANA))


def _is_kana(word: str) -> bool:
    return all("\u3040" <= letter <= "\u309f" for letter in word)


_SHORTEST_KANA = 2
CALLED = frozenset(("言葉", "語句", "文言", "単語", "文字", "用語", "キーワード"))


def _about(sentence: Sentence) -> bool:
    return any(
        t.text in {"について", "に関する", "における", "on", "about", "に係る", "向け"}
        for t in sentence.tokens
    )
