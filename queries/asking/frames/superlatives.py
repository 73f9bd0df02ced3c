"""Questions for the one with the most, or at a rank (最上級・順位)."""

from __future__ import annotations

from typing import NamedTuple

from keikaku.queries.asking.account.ranked import counted_nouns
from keikaku.queries.asking.conditions import conditions
from keikaku.queries.asking.conditions.guideline_types import type_condition
from keikaku.queries.asking.tokens.extents import KIND_OF_UNIT, PLACES, extent_of, is_by_number
from keikaku.queries.asking.tokens.heads import head_of, head_words, mentions
from keikaku.queries.asking.tokens.neighbours import next_token, previous_token
from keikaku.queries.asking.tokens.quantities import Amount
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.asking.vocabulary.reading import Reading, find
from keikaku.queries.expressions.fields import ONE_PLAN, words_of
from keikaku.queries.expressions.tree import Tree
from keikaku.queries.names import fold


class _Rank(NamedTuple):
    """What is ranked: its kind, its noun's place, how many are shown, and whether the least."""

    head: str
    at: int | None
    extent: dict[str, str]
    least: bool

    def by(self, kind: str, tree: Tree | None, name: str) -> Reading:
        """Return the reading that sorts a kind by a field."""
        return find(kind, tree, sort=name if self.least else f"-{name}", **self.extent)


def most(sentence: Sentence) -> list[Reading]:
    """計画が一番多い課, 目標値が最も高い指標: superlatives, ties included."""
    kind = _asked_kind(sentence) if _asks_for_most(sentence) else None
    if kind is None:
        return []
    rank = _Rank(*kind, extent_of(sentence), sentence.has("word", "least", "few"))
    counted_at, counted = _counted_kind(sentence, rank.head, rank.at)
    measured = _measured(sentence, rank.head, rank.at)
    rests = _count_of_dependence(sentence)
    latest = _asks_latest(sentence)
    in_time = sentence.has("word", "early", "late")
    _use_nouns_and_ranks(sentence, rank.at, counted_at, counted)
    if rests is not None:
        sentence.take("word", "other")
        sentence.take("kind", "Plan")
        return [rank.by("Plan", None, rests)]
    if in_time or (measured is None and counted is None and sentence.has("verb", "start", "end")):
        return _by_year(sentence, rank, latest=latest)
    if measured is not None:
        filters = conditions.read(sentence, measured[0], rank.at)
        return [rank.by(measured[0], tree, measured[1]) for tree in filters.readings]
    if counted is None and rank.head not in {"Plan", *ONE_PLAN}:
        counted = "Plan"
    return _by_count(sentence, rank, counted_at, counted) if counted is not None else []


def _asks_for_most(sentence: Sentence) -> bool:
    """Return whether one superlative is sought, or an order by number."""
    asks = sentence.has("word", "most", "least", "rank", "early", "late") or (
        sentence.has("word", "many", "few") and (_asks_which(sentence) or _is_ordinal(sentence))
    )
    if not (asks or is_by_number(sentence)) or _asks_two_extremes(sentence):
        return False
    # 最も伸ばす: by how much is asked, not what there is most of.
    return not sentence.has("verb", "raise", "lower") or sentence.has("measure", "gap")


def _count_of_dependence(sentence: Sentence) -> str | None:
    """Return the count of the plans that a plan depends on, or that depend on it, if sought."""
    if sentence.take("verb", "depended") or _most_rest_on(sentence):
        return "依存元数"
    return "依存先数" if sentence.take("verb", "depend") else None


def _asks_latest(sentence: Sentence) -> bool:
    """Return whether the latest comes first: 最も遅い, 最も新しい, 最後に終わる."""
    if sentence.has("word", "late"):
        return True
    if sentence.has("word", "early"):
        return False
    newest = any(token.text.startswith("新し") for token in sentence.tokens)
    return newest or (sentence.has("verb", "end") and not sentence.has("word", "few"))


_RANK_WORDS = (
    "most", "least", "many", "few", "rank", "among", "compare", "early", "late", "what", "who",
    "where", "how_many", "all",
)  # fmt: skip


def _use_nouns_and_ranks(
    sentence: Sentence, at: int | None, counted_at: int | None, counted: str | None
) -> None:
    """Mark the nouns of what is ranked and counted, and the words of the rank, as understood."""
    sentence.use(place for place in (at, counted_at) if place is not None)
    sentence.use(head_words(sentence, at))
    if counted is not None and _put_in_order(sentence) is not None:
        sentence.use(sentence.places("kind", counted))
    sentence.take("word", *_RANK_WORDS)
    sentence.take("measure", "number_of")


def _by_count(
    sentence: Sentence, rank: _Rank, counted_at: int | None, counted: str
) -> list[Reading]:
    """Return the readings that rank by how many of something there are: 計画が一番多い課."""
    head, at = rank.head, rank.at
    count = conditions.counts_of(head, counted)
    if (head, counted) == ("Department", "Plan") and sentence.has("verb", "lead"):
        return _most_led(sentence, rank)
    sized = any(_is_size(sentence, place, counted) for place in sentence.places("amount"))
    sorted_out = type_condition(sentence, counted_at) is not None  # ガイドラインが一番多い計画
    if not sorted_out and count is not None and (head == "Plan" or sized):
        filters = conditions.read(sentence, head, at)
        return [rank.by(head, tree, count) for tree in filters.readings]
    filters = conditions.read(sentence, counted, counted_at)
    of_type = type_condition(sentence, at)
    if filters.tree is None and count is not None:
        return [rank.by(head, of_type, count)]
    group_by = conditions.field_of(head, counted)
    if of_type is not None or fold(group_by) not in words_of(counted):
        return []  # Groups of plans hold guidelines of every sort.
    smallest = {"sort": "件数"} if rank.least else {}
    return [
        find(counted, tree, by=group_by, **smallest, **rank.extent) for tree in filters.readings
    ]


def _most_rest_on(sentence: Sentence) -> bool:
    """Return whether it is sought on what most rest: the plan that most other plans depend on."""
    for place in sentence.places("verb", "depend") if sentence.english else ():
        before = [token.value for _, token in sentence.before(place, 3) if token.value != "other"]
        ends = next(sentence.after(place, 1), None) is None
        if ends and before[:2] == ["Plan", "most"]:
            sentence.use([place])
            sentence.take("word", "other")
            sentence.take("verb", "responsible")
            return True
    for place in [] if sentence.english else sentence.places("verb", "depend"):
        around = [token.value for token in sentence.tokens[max(0, place - 2) : place + 2]]
        subject = place > 1 and previous_token(sentence.tokens, place).text == "が"
        if subject and (around[0], around[-1]) == ("Plan", "Plan"):
            sentence.use([place])  # 多くの計画が依存している計画
            return True
    return False


def _is_size(sentence: Sentence, place: int, counted: str) -> bool:
    """Return whether a number is how many each must have: 計画が2つ以上の課を多い順に."""
    before = next(((p, t) for p, t in sentence.before(place, 2) if t.role == "kind"), None)
    linked = before is not None and sentence.between(before[0], place) in {"が", "の数が", "数が"}
    return linked and before is not None and before[1].value == counted


def _asked_kind(sentence: Sentence) -> tuple[str, int | None] | None:
    """Return the kind of which the most is sought, and where its noun stands; None for neither."""
    head, at = head_of(sentence)
    listed = _put_in_order(sentence)
    if listed is not None:
        return str(sentence.tokens[listed].value), listed
    ranked = _ranked_kind(sentence) or _other_than_counted(sentence)
    if ranked is not None:
        return ranked, None
    if _asks_who_has_most(sentence):
        return "Department", None
    goal = _goal_asked(sentence)
    if goal is not None:
        return "Goal", goal
    scope = _plans_ranked(sentence)
    if scope is not None:
        return "Plan", scope
    owner = _owner_of_most(sentence, at)
    if owner is not None and at is not None:
        sentence.use([at])
        sentence.beside = head
        return ("Plan", owner) if head == "Department" else None
    if at is None and not sentence.has("kind") and not sentence.has("measure"):
        return None
    high = any(token.text.startswith(("高", "低", "大き", "小さ")) for token in sentence.tokens)
    of_values = head == "Plan" or (head == "Department" and _names_indicators(sentence))
    if of_values and high and sentence.has("measure", "target", "baseline"):
        return "Indicator", at  # 徴収率の目標値が一番高い計画
    return head, at


def _names_indicators(sentence: Sentence) -> bool:
    """Return whether the values of some indicators are ranked: 徴収率の目標が高い課."""
    return any(mention.kind == "Indicator" for _, mention in mentions(sentence))


def _put_in_order(sentence: Sentence) -> int | None:
    """Return the place of the nouns that are put in order: 課を、計画が多い順に並べて."""
    counted = next(counted_nouns(sentence), None)
    if counted is None or not sentence.has("word", "rank"):
        return None
    before = [p for p in sentence.places("kind") if p < counted]
    link = sentence.between(before[-1], counted) if before else ""
    return before[-1] if link in {"を、", "を", "を,"} else None


def _asks_who_has_most(sentence: Sentence) -> bool:
    """Return whether a doer is asked for without a noun: 担当する計画が一番多いのは."""
    plans = sentence.places("kind")
    does = sentence.places("verb", "responsible", "lead")
    last = next((t for t in reversed(sentence.tokens) if t.text not in {"?", "？", "。"}), None)
    return (
        len(plans) == 1
        and sentence.tokens[plans[0]].value == "Plan"
        and plans[0] - 1 in does
        and last is not None
        and (last.text in {"のは", "は"} or last.value in {"where", "who"})
        and not sentence.has("measure")
    )


def _by_year(sentence: Sentence, rank: _Rank, *, latest: bool) -> list[Reading]:
    """一番早く始まる, 終了年度が最も遅い: the first or the last by when something runs."""
    if any(sentence.tokens[p].text in _YEARS_OF_THE_PLAN for p in sentence.places("year")):
        return []  # 最終年度が最も早い: the year of each, or what runs in the plan's last one?
    ends = sentence.has("verb", "end") or sentence.has("measure", "last_year")
    name = "終了年度" if ends else "開始年度"
    sentence.take("verb", "start", "end")
    sentence.take("measure", "first_year", "last_year")
    filters = conditions.read(sentence, rank.head, rank.at)
    return [rank._replace(least=not latest).by(rank.head, filters.tree, name)]


_YEARS_OF_THE_PLAN = {"初年度", "最終年度"}
_FIRST_PLACE = {"トップ", "top", "最上位", "1位", "首位"}


def _asks_two_extremes(sentence: Sentence) -> bool:
    """Return whether the most and the least are asked for at once: 一番多い課と一番少ない課."""
    extremes = [
        p
        for p in sentence.places("word", "most", "least")
        if sentence.tokens[p].text.lower() not in _FIRST_PLACE
    ]
    both = sentence.has("word", "many") and sentence.has("word", "few")
    return len(extremes) > 1 or (bool(extremes) and both)


def _goal_asked(sentence: Sentence) -> int | None:
    """Return where 目標 is a goal, of which other things are counted: 計画が最も多い目標."""
    at = next(
        (p for p in sentence.places("measure", "target") if sentence.tokens[p].text == "目標"), None
    )
    ranks = [*sentence.places("word", "most", "least", "many", "few")]
    counted = sentence.places("kind", "Plan", "Department")
    if any(sentence.tokens[p].text[:1] in {"多", "少"} for p in ranks):
        counted = counted or sentence.places("kind", "Indicator")
    if at is None or not counted or not ranks:
        return None
    following = next(sentence.after(at, 1), None)
    among = following is not None and following[1].value == "among"  # 目標のうち計画が最も多いのは
    return at if at > max(ranks) or among else None


def _owner_of_most(sentence: Sentence, at: int | None) -> int | None:
    """Return the place of plans that are ranked, where another noun of them is asked for.

    テーマが一番多い計画の担当課: the plan has the most themes, not the department.
    """
    ranks = sentence.places("word", "most", "least", "many", "few")
    if sentence.english or at is None or not ranks:
        return None
    plan = next((p for p in sentence.places("kind", "Plan") if max(ranks) + 1 == p < at), None)
    return plan if plan and next_token(sentence.tokens, plan).text in _OF_WHICH else None


_OF_WHICH = {"の", "について", "に関して"}


def _ranked_kind(sentence: Sentence) -> str | None:
    """Return the kind that a number of ranks counts: 上位3課."""
    for place in sentence.places("amount"):
        amount: Amount = sentence.tokens[place].value
        before = next(sentence.before(place, 1), None)
        ranks = before is not None and before[1].value in {"rank", "most", "least"}
        if ranks and not amount.way and amount.unit in KIND_OF_UNIT:
            return KIND_OF_UNIT[amount.unit]
    return None


def _plans_ranked(sentence: Sentence) -> int | None:
    """Return the place of the plans of which one is sought: 収納課の計画で指標が一番多いもの."""
    kinds = sentence.places("kind")
    ranks = sentence.places("word", "most", "least", "many", "few")
    if sentence.english or len(kinds) < 2 or not ranks or kinds[-1] > max(ranks):
        return None
    plans = [p for p in sentence.places("kind", "Plan") if p != kinds[-1]]
    return next((p for p in plans if _opens_scope(sentence, p)), None)


def _opens_scope(sentence: Sentence, place: int) -> bool:
    following = next(sentence.after(place, 1), None)
    among = following is not None and following[1].value == "among"
    return among or next_token(sentence.tokens, place).text == "で"


def _other_than_counted(sentence: Sentence) -> str | None:
    """Return the kind of which another is counted: 課 計画数 ランキング."""
    kinds = sentence.places("kind")
    counted = [p for p in kinds if p + 1 in sentence.places("measure", "number_of")]
    others = [p for p in kinds if p not in counted]
    if len(counted) != 1 or len(others) != 1 or sentence.english:
        return None
    sentence.use(others)
    return str(sentence.tokens[others[0]].value)


def _most_led(sentence: Sentence, rank: _Rank) -> list[Reading]:
    """Return the departments that lead the most plans; a count of some plans is not possible."""
    if mentions(sentence):
        return []
    sentence.take("verb", "lead")
    return [rank.by("Department", None, "主管数")]


def _is_ordinal(sentence: Sentence) -> bool:
    """Return whether the second, or another place, is asked for: 2番目に計画が多い課."""
    return any(sentence.tokens[p].value.unit in PLACES for p in sentence.places("amount"))


def _asks_which(sentence: Sentence) -> bool:
    return sentence.has("word", "who", "where", "what")


def _counted_kind(sentence: Sentence, head: str, at: int | None) -> tuple[int | None, str | None]:
    kinds = [
        place
        for place in sentence.places("kind")
        if place != at and place not in sentence.used and sentence.tokens[place].value != head
    ]
    if kinds:
        place = next((p for p in kinds if _stands_before_rank(sentence, p)), kinds[0])
        return place, sentence.tokens[place].value
    for place in sentence.places("measure", "target"):
        if head != "Indicator" and place not in sentence.used:
            return place, "Indicator"
    sorts = [place for place in sentence.places("type") if _stands_before_rank(sentence, place)]
    return (sorts[0], "Guideline") if sorts and head != "Guideline" else (None, None)


def _stands_before_rank(sentence: Sentence, place: int) -> bool:
    """Return whether a noun is the one counted: 計画 in 指標が2つ以上の計画が最も多い課."""
    if sentence.english:
        return False
    following = [token for _, token in sentence.after(place, 2)]
    if following and following[0].value == "number_of":  # 計画の数が一番多い課
        following.pop(0)
    return any(token.value in {"most", "least", "many", "few"} for token in following[:1])


def _measured(sentence: Sentence, head: str, at: int | None) -> tuple[str, str] | None:
    for value, name, kind in (
        ("duration", "期間", head if fold("期間") in words_of(head) else "Plan"),
        ("gap", "差", "Indicator"),
        ("target", "目標値", "Indicator"),
        ("baseline", "現況値", "Indicator"),
        ("mark", "印数", "Plan"),
        ("disclosure", "情報公開数", "Plan"),
        ("depends_on", "依存先数", "Plan"),
        ("needed_by", "依存元数", "Plan"),
    ):
        places = [
            p
            for p in sentence.places("measure", value)
            if p not in sentence.used and (p != at or head == "Indicator")
        ]
        if places and head in {kind, "Indicator"}:
            sentence.use(places)
            if value == "duration":
                sentence.take("verb", "last", "touch")
            if value == "gap":
                sentence.take("measure", "target", "baseline")
            either_way = any(sentence.tokens[p].text in _EITHER_WAY for p in places)
            return kind, _EITHER_WAY_FIELD if value == "gap" and either_way else name
    return None


_EITHER_WAY, _EITHER_WAY_FIELD = {"差", "gap", "開き"}, "差の大きさ"
"""A difference may be a decrease, too; 伸び is none."""
