"""Questions for all of a kind for which conditions hold (一覧・語句)."""

from __future__ import annotations

from keikaku.queries.asking.conditions import conditions
from keikaku.queries.asking.frames.value_questions import asks_in_a_unit
from keikaku.queries.asking.refusal.absent_names import absent_department
from keikaku.queries.asking.refusal.spelling import close_names
from keikaku.queries.asking.tokens.english_words import is_foreign
from keikaku.queries.asking.tokens.heads import (
    ends_in_things,
    head_of,
    head_words,
    is_condition,
    mentions,
)
from keikaku.queries.asking.tokens.lexicon import FREE, SEARCHED, Mention, Token
from keikaku.queries.asking.tokens.neighbours import NO_TOKEN, next_token, previous_token
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.asking.vocabulary.letters import fold, is_kanji, normal
from keikaku.queries.asking.vocabulary.reading import Reading, find, severity_of
from keikaku.queries.expressions.fields import ONE_PLAN, words_of
from keikaku.queries.expressions.tree import Comparison, both
from keikaku.queries.names import fold as fold_field


def listed(sentence: Sentence) -> list[Reading]:
    """収納課の計画, キャッシュレスに触れていない計画: all for which conditions hold."""
    head, at = head_of(sentence)
    if at is None and _asks_what_is_planned(sentence):
        head = "Milestone"
    elif at is None and not _asks_without_noun(sentence):
        return []
    if at is not None:
        sentence.use([at])
    for place in sentence.places("beside"):
        sentence.use([place])
        sentence.beside = sentence.tokens[place].value
    extra = head_words(sentence, at)
    owner = _owner_of_those(sentence, head, at)
    through = _between(sentence, head, at)
    what = sentence.tokens[through].value if through is not None else head
    filters = conditions.read(sentence, what, at if through is None else through)
    sentence.take("word", "what", "who", "where", "all", "among", "both")
    if through is not None:
        sentence.use([through])
        by = conditions.field_of(head, what)
        whole = what == "Finding"
        severe = severity_of([sentence.tokens[through].text]) if whole else None
        held = Comparison("重要度", "=", severe) if severe else None
        return [
            find(what, both(held, tree), by=by)
            for tree in filters.readings
            if whole or tree is not None
        ]
    if owner is not None:
        sentence.use([owner])
        by = conditions.field_of(sentence.tokens[owner].value, head)
        return [find(head, tree, by=by) for tree in filters.readings]
    if head == "Indicator":
        sentence.take("measure", "target", "baseline")  # Their rows show both.
    sentence.use(extra)
    asks_only = at is not None and sentence.tokens[at].role == "word"
    if filters.tree is None and (at is None or asks_only):
        return []
    fields = {"fields": conditions.FIELD_OF[sentence.beside]} if sentence.beside else {}
    if head == "Indicator" and sentence.take("measure", "gap"):
        fields["fields"] = "現況値,目標値,差"
    if head in _IN_TIME and sentence.take("word", "in_time"):
        fields["sort"] = "開始年度"
    return [find(head, tree, **fields) for tree in filters.readings]


_IN_TIME = {"Plan", "Component", "Action", "Milestone"}


def _asks_what_is_planned(sentence: Sentence) -> bool:
    """Return whether it asks for what is planned at some time: what is planned for 2025."""
    if not sentence.has("year") or sentence.has("kind") or sentence.has("measure"):
        return False
    asks = sentence.english and sentence.text.lower().startswith("what")
    begins = bool(sentence.places("verb", "start", "end"))
    if begins and _is_of_a_department(sentence):
        return asks or (not sentence.english and sentence.has("word", "what"))
    nouns = sentence.has("name")
    planned = [sentence.tokens[p].text.lower() for p in sentence.places("verb", "touch", "affect")]
    return asks and not nouns and bool(planned) and set(planned) <= _PLANNED


def _is_of_a_department(sentence: Sentence) -> bool:
    """Return whether no more is named than departments: What will finish in 2023 in 収納課?"""
    return all(mention.kind == "Department" for _, mention in mentions(sentence))


_PLANNED = {"planned", "scheduled", "happen", "happens", "happening"}


def _owner_of_those(sentence: Sentence, head: str, at: int | None) -> int | None:
    """Return the place of what is asked for of the things left: 計画のうち…ものの所管課."""
    last = next((p for p in reversed(sentence.places("kind")) if p != at), None)
    if sentence.english or last is None or last < len("もの") or last < (at or 0):
        return None
    links = [token.text for token in sentence.tokens[last - 2 : last]]
    kind = sentence.tokens[last].value
    known = fold_field(conditions.field_of(kind, head)) in words_of(head)
    return last if "".join(links) == "ものの" and head == "Plan" and known else None


_FACTS_OF_PLANS = ("Indicator", "Guideline", "Partner", "Theme", "SdgTarget")
_OF_PLANS = {"Department", "Theme", "Guideline", "Partner", "SdgTarget", "Goal", "Initiative",
             "Channel"}  # fmt: skip
"""The kinds by which plans are asked for in a sentence of names only."""


def _between(sentence: Sentence, head: str, at: int | None) -> int | None:
    """Return the place of plans, or indicators, that have conditions of their own.

    根拠のない計画を持つ課, 現況値のない指標を持つ課.

    Several conditions, or a negated one, must hold for the same plan; so plans are asked for, and
    counted for each of the things asked for.
    """
    if head in ONE_PLAN or conditions.FIELD_OF.get(head) is None:
        return None
    findings = [p for p in sentence.places("kind", "Finding") if p != at]
    if len(findings) == 1 and len(sentence.places("kind")) == _WITH_HEAD:
        return findings[0]  # 確認事項のある計画
    if head == "Plan":
        return None
    places = [p for p in sentence.places("kind", "Plan", "Indicator") if p != at]
    direct = [p for p in places if at is not None and sentence.between(p, at) == "の"]
    if direct and sentence.tokens[direct[0]].value == "Plan":
        places = direct  # 数値目標が3つ以上ある計画の所管課
    if len(places) != 1 or not (sentence.english or _is_described(sentence, places[0])):
        return None
    if _is_number_of(sentence, places[0]):
        return None
    following = next(sentence.after(places[0], 1), None)
    if not sentence.english and following and (following[1].says_no or following[1].role == "no"):
        return None  # 計画がない課: there is no plan of which anything is said.
    if sentence.english and _is_denied(sentence, places[0]):
        return None
    behind = places[0] < (at or 0) if sentence.english else places[0] > (at or len(sentence.tokens))
    said = [t for t in sentence.tokens if t.role in {"name", "year", "amount"}]
    denied = any(token.says_no or token.role == "no" for token in sentence.tokens)
    measured = bool(direct) or _is_of_indicators(sentence, places[0])
    counts = measured and any(token.role == "amount" for token in said)
    return None if behind or not (denied or counts or len(said) > 1) else places[0]


def _is_number_of(sentence: Sentence, place: int) -> bool:
    """Return whether the plans themselves are counted: 3つ以上の計画を担当する課."""
    counts = [p for p in sentence.places("amount") if sentence.between(p, place) == "の"]
    return any(
        sentence.tokens[p].value.unit in {"つ", "件", "本", "個"}
        and (p == 0 or not _is_of_a_subject(previous_token(sentence.tokens, p)))
        for p in counts
    )


def _is_of_a_subject(before: Token) -> bool:
    """Return whether a number behind it is of something else: テーマが4つ以上5つ以下の計画."""
    return before.role == "amount" or before.text in {"が", "は", "を", "も"}


def _is_of_indicators(sentence: Sentence, place: int) -> bool:
    """Return whether indicators are held to a value: 目標値が100%の指標を持つ課."""
    return sentence.tokens[place].value == "Indicator" and sentence.has(
        "measure", "target", "baseline"
    )


def _is_denied(sentence: Sentence, place: int) -> bool:
    """Return whether such plans must not exist: departments without AI plans."""
    for _, token in sentence.before(place):
        if token.role != "name" and (token.role, token.value) != ("verb", "have"):
            return token.says_no or token.role == "no"
    return False


def _is_described(sentence: Sentence, place: int) -> bool:
    """Return whether something is said of a noun by what stands right before it: …ない計画."""
    before = previous_token(sentence.tokens, place)
    return before.role in {"verb", "no", "yes", "unknown"} or before.text in {"の", "した", "な"}


def _asks_without_noun(sentence: Sentence) -> bool:
    """Return whether it is a question though no noun says what for: 収納課は何をしているか."""
    groups = {m.kind for _, m in mentions(sentence)}
    if groups <= _OF_PLANS and all(
        t.role in {"name", *FREE} or t.value == "both" for t in sentence.tokens
    ):
        return groups == {"SdgTarget"} or len(mentions(sentence)) > 1
    if ends_in_things(sentence) and not sentence.has("kind"):
        if sentence.has("measure", "target", "baseline"):
            return True  # 目標が1億円を超えるものは
        if groups and groups <= _OF_PLANS:
            return True  # デジタル化関連でDX戦略課でないもの
    facts = sentence.places("kind", *_FACTS_OF_PLANS)
    if ends_in_things(sentence) and facts and len(facts) == len(sentence.places("kind")):
        return all(is_condition(sentence, place) for place in facts)  # 指標がないもの
    if sentence.has("year") and sentence.has("verb", "start", "end"):
        return True  # What begins and ends in a year are plans.
    if len(sentence.tokens) > 1 and all(t.role in {"name", "year", *FREE} for t in sentence.tokens):
        return bool(groups) and groups <= _OF_PLANS  # 令和5年度 キャッシュレス
    work = any(token.text in {"仕事", "業務"} for token in sentence.tokens)
    if groups == {"Department"} and (work or sentence.has("verb", "responsible")):
        return True
    return bool(groups) and (
        sentence.has("word", "who", "where", "what") or (len(groups) > 1 and sentence.has("verb"))
    )


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
    if any(_goes_on(sentence, place) for place in places):
        return []  # 施設管理 is one word, of which 施設 says too little.
    places = [at for place in places for at in _compound(sentence, place)]
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
    count = {"count": True} if sentence.take("word", "how_many") else {}
    order = {"sort": "開始年度"} if head in _IN_TIME and sentence.take("word", "in_time") else {}
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


_WITH_HEAD = 2  # nouns, where there is one besides what is asked for
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
