"""Questions for all of a kind for which conditions hold (一覧)."""

from __future__ import annotations

from keikaku.queries.asking.conditions import conditions
from keikaku.queries.asking.tokens.heads import (
    ends_in_things,
    head_of,
    head_words,
    is_condition,
    mentions,
)
from keikaku.queries.asking.tokens.lexicon import FREE, Token
from keikaku.queries.asking.tokens.neighbours import previous_token
from keikaku.queries.asking.tokens.sentence import Sentence
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
    if head in IN_TIME and sentence.take("word", "in_time"):
        fields["sort"] = "開始年度"
    return [find(head, tree, **fields) for tree in filters.readings]


IN_TIME = {"Plan", "Component", "Action", "Milestone"}
"""Kinds that can be put in the order of their first years."""


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


_WITH_HEAD = 2  # nouns, where there is one besides what is asked for
