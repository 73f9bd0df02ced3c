"""The noun that says what is asked for (問いの主題)."""

from __future__ import annotations

from itertools import pairwise

from keikaku.queries.asking.tokens.lexicon import Mention
from keikaku.queries.asking.tokens.neighbours import next_token
from keikaku.queries.asking.tokens.sentence import Sentence

_NONE = {"にも", "とも"}
_SHOWN_BESIDE = {"Department", "Guideline", "Theme", "Partner", "SdgTarget", "Component"}
_HAVE_DEPARTMENTS = {"Component", "Indicator", "Action"}
"""Kinds other than plans whose rows show who answers for them."""
_MOST_NOUNS = 4  # of kinds in one question


def mentions(sentence: Sentence) -> list[tuple[int, Mention]]:
    """Return what of the graph a sentence names, and where."""
    return [(p, sentence.tokens[p].value) for p in sentence.places("name")]


def head_of(sentence: Sentence, default: str = "Plan") -> tuple[str, int | None]:
    """Return the kind that is asked for, and where its noun stands."""
    places = [p for p in sentence.places("kind") if p not in sentence.used]
    for place in sentence.places("word", "what", "who"):
        following = next(sentence.after(place, 1), None)
        if following and following[0] in places and sentence.tokens[place].value == "what":
            if (
                "".join(t.text for t in sentence.tokens[following[0] + 1 : following[0] + 3])[:2]
                in _NONE
            ):
                continue  # どのテーマにも…ない asks for none, not for a theme.
            return sentence.tokens[following[0]].value, following[0]
    based = _asks_what_on(sentence)
    if based is not None:
        return "Guideline", based
    whole = [p for p in places if not sentence.english and _is_whole(sentence, p)]
    if whole:
        return sentence.tokens[whole[0]].value, whole[0]
    scope = [p for p in places if _is_scope(sentence, p)]
    if scope and not sentence.has("word", "who"):
        return sentence.tokens[scope[0]].value, scope[0]
    doer = _asks_who_does(sentence)
    if doer is not None:
        return "Department", doer
    free = [p for p in places if not is_condition(sentence, p)]
    types = [p for p in sentence.places("type") if p not in sentence.used]
    if types and (not free or (not sentence.english and types[-1] > free[-1])):
        return "Guideline", types[-1]
    if types and sentence.english and types[0] < free[0]:
        return "Guideline", types[0]  # the laws that plans rest on
    if sentence.has("word", "who"):
        partners = [
            p
            for p in places
            if sentence.tokens[p].value == "Partner"
            and (_who_is(sentence, p) if sentence.english else p in free)
        ]
        if partners:
            return "Partner", partners[0]  # 外部の関係者は誰
        departments = [p for p in free if sentence.tokens[p].value == "Department"]
        return "Department", departments[0] if departments else sentence.places("word", "who")[0]
    beside = _beside(sentence, free)
    if beside is not None:
        return sentence.tokens[beside].value, beside
    values = _values_of_plans(sentence, free)
    if values is not None:
        return "Indicator", values
    if free:
        at = free[0] if sentence.english else free[-1]
        return sentence.tokens[at].value, at
    targets = [
        p for p in sentence.places("measure", "target", "baseline") if not is_condition(sentence, p)
    ]
    goal = next((p for p in targets if _is_goal_without_plans(sentence, p)), None)
    if goal is not None:
        return "Goal", goal
    if targets:
        return "Indicator", targets[0] if sentence.english else targets[-1]
    if not places and sentence.has("measure", "target", "baseline") and ends_in_things(sentence):
        return "Indicator", None  # 目標が1億円を超えるものは
    if sentence.has("word", "where") and not places:
        return "Department", sentence.places("word", "where")[0]
    return default, None


def _who_is(sentence: Sentence, place: int) -> bool:
    """Return whether nothing but small words stand between who and a noun: who are the partners."""
    before = [token for _, token in sentence.before(place, 2)]
    if before and before[0].text.lower() in {"is", "are", "were", "was"}:
        before = before[1:]
    return bool(before) and before[0].value == "who"


def ends_in_things(sentence: Sentence) -> bool:
    """Return whether a sentence asks for もの without a noun: …を超えるものは."""
    last = [t.text for t in sentence.tokens if t.text not in _ENDS][-1:]
    last += [t.text for t in sentence.tokens[-3:]]
    return any(text.startswith(("もの", "やつ")) for text in last)


def _is_goal_without_plans(sentence: Sentence, place: int) -> bool:
    """Return whether 目標 is a goal by what stands before it: 計画のない目標."""
    before = [token for _, token in sentence.before(place, 2)]
    return (
        sentence.tokens[place].text == "目標"
        and [token.role for token in before] == ["no", "kind"]
        and before[1].value == "Plan"
    )


def _asks_what_on(sentence: Sentence) -> int | None:
    """Return the place of a question on what plans are based on: 計画は何に基づいていますか."""
    for place in sentence.places("word", "what"):
        following = next(sentence.after(place, 1), None)
        if following and (following[1].role, following[1].value) == ("verb", "based"):
            return place
    return None


def _values_of_plans(sentence: Sentence, free: list[int]) -> int | None:
    """Return the place of a question for values of plans: 収納課の計画の目標値."""
    last = free[-1] if free else None
    if last is None or sentence.english or sentence.tokens[last].value != "Plan":
        return None
    behind = list(sentence.after(last))
    if not behind or sentence.between(last, behind[0][0]) != "の":
        return None
    values = all(t.role == "measure" and t.value in {"target", "baseline"} for _, t in behind)
    return behind[0][0] if values else None


_WITH = set("と とその や やその および 及び およびその 及びその その and andtheir".split()) | {""}


def _is_scope(sentence: Sentence, place: int) -> bool:
    """Return whether some of the named plans are asked for: 収納課の計画で連携しているもの."""
    last = next((t.text for t in reversed(sentence.tokens) if t.text not in _ENDS), "")
    return (
        sentence.tokens[place].value == "Plan"
        and next_token(sentence.tokens, place).text == "で"
        and last in {"もの", "ものは", "やつ"}
    )


_ENDS = {"は", "を", "?", "？", "。", "が", "教えて", "教えてください"}


def _asks_who_does(sentence: Sentence) -> int | None:
    """Return the place of a question on who does plans: AIの計画をやっているのはどこ."""
    asks = sentence.places("word", "where")
    does = [p for p in sentence.places("verb", "responsible") if asks and p < asks[-1]]
    plans = [p for p in sentence.places("kind", "Plan") if does and p < does[0]]
    plain = len(sentence.places("kind")) == 1 and not sentence.english
    return asks[-1] if plans and plain else None


def _is_whole(sentence: Sentence, place: int) -> bool:
    """Return whether a part of something is asked for without a noun: 計画のうち…もの."""
    following = next(sentence.after(place, 1), None)
    later = [p for p in sentence.places("kind") if p > place and not is_condition(sentence, p)]
    among = following is not None and following[1].role == "word" and following[1].value == "among"
    return among and all(
        next_token(sentence.tokens, p).text in {"数", "が", "の"} or _is_done_with(sentence, p)
        for p in later
        if p + 1 < len(sentence.tokens)
    )


def _is_done_with(sentence: Sentence, place: int) -> bool:
    """Return whether things are said to have to do with a noun: 団体と連携しているもの."""
    following = next(sentence.after(place, 1), None)
    linked = next_token(sentence.tokens, place).text in {"と", "に"}
    return linked and following is not None and following[1].role == "verb"


def _beside(sentence: Sentence, free: list[int]) -> int | None:
    """計画と担当課: plans, whose rows contain their departments anyway."""
    for first, second in pairwise(free):
        kinds = sentence.tokens[first].value, sentence.tokens[second].value
        between = sentence.between(first, second)
        joined = between.replace("、", "").replace(",", "") in _WITH and between != ""
        stands = kinds[0] == "Plan" and kinds[1] in _SHOWN_BESIDE
        stands = stands or (kinds[0] in _HAVE_DEPARTMENTS and kinds[1] == "Department")
        if joined and stands:
            sentence.use([second])
            sentence.beside = kinds[1]
            return first
    return None


def is_condition(sentence: Sentence, place: int) -> bool:
    """Return whether a noun is a condition by itself: 現況値のない, 指標が3つ以上."""
    token = sentence.tokens[place]
    if sentence.english:
        before = next(sentence.before(place, 1), None)
        if before is None:
            return False
        has = before[1].role == "verb" and before[1].value == "have"
        has = has and not is_yes_or_no(sentence)
        ranks = sentence.has("word", "most", "least", "rank")
        return (
            before[1].role == "no"
            or (before[1].role == "amount" and not ranks)
            or (has and not ranks)
        )
    following = sentence.tokens[place + 1 :]
    if not following:
        return False
    joint = following[0].text
    after = next(sentence.after(place, 1), None)
    if after is None or token.role not in {"kind", "measure"}:
        return False
    if joint in {"が", "を", "も", "の", "は"} and after[1].role in {"no", "amount", "unknown"}:
        if joint == "を" and after[1].role == "amount" and not after[1].value.way:
            return False  # 課を5つ: how many are asked for.
        return bool(after[1].role != "amount" or after[1].value.way or after[1].value.unit)
    if joint == "が" and after[1].role in {"yes", "verb"} and after[1].value in {"yes", "have"}:
        return next(sentence.after(after[0], 1), None) is not None
    if joint in {"の", "が"} and after[1].role == "yes" and _ends_in_thing(sentence, after[0]):
        return True
    if joint in {"を", "も", "は"} and after[1].role == "verb" and after[1].value == "have":
        return _goes_on(sentence, after[0])
    return after[1].role == "no"


def is_yes_or_no(sentence: Sentence) -> bool:
    """Return whether a sentence asks for yes or no: Does … have any plan, …ですか."""
    if sentence.english:
        first = sentence.text.strip().split(maxsplit=1)[0].lower()
        return first in _YES_OR_NO and not sentence.has("word", "what", "who", "how_many")
    return sentence.text.strip().rstrip("?？。 ").endswith("か") or sentence.text.endswith("？")


_YES_OR_NO = {"does", "do", "did", "has", "have", "is", "are", "was", "were", "will", "can"}


def _goes_on(sentence: Sentence, place: int) -> bool:
    """Return whether a clause describes the next noun: 計画を持つ課, not 計画を持っていますか."""
    others = [p for p in sentence.places("kind") if p > place]
    question_words = sentence.places("word", "who", "where", "what")
    return bool(others) or any(p > place for p in question_words) or sentence.tokens[place].says_no


def _ends_in_thing(sentence: Sentence, place: int) -> bool:
    """Return whether もの stands behind: 計画で根拠のあるもの, what has them, not they."""
    return next_token(sentence.tokens, place).text in {"もの", "ものは", "やつ"}


def head_words(sentence: Sentence, at: int | None) -> list[int]:
    """Return a noun that only repeats what is asked for: 収納課の計画は何の計画."""
    if (
        at is None
        or len(sentence.places("kind")) > _MOST_NOUNS
        or sentence.tokens[at].role != "kind"
    ):
        return []
    places = sentence.places("kind", sentence.tokens[at].value)
    return [place for place in places if not _is_rested_on(sentence, place)]


def _is_rested_on(sentence: Sentence, place: int) -> bool:
    """Return whether others depend on things of a name: 収納課の計画に依存している計画はいくつ."""
    before, after = next(sentence.before(place, 1), None), next(sentence.after(place, 1), None)
    return (
        (before is not None and before[1].role == "name")
        and (after is not None and after[1].role == "verb")
        and after[1].value in {"depend", "depended"}
        and not sentence.english
    )
