"""Guess the meaning of an unknown label from its cells; a guess is proposed, never applied."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence

from keikaku.loaders.layouts.labels.layout_words import LayoutWords
from keikaku.loaders.layouts.labels.level_heads import split_number
from keikaku.loaders.layouts.labels.statements import is_nothing
from keikaku.loaders.layouts.labels.vocabulary import Meaning
from keikaku.loaders.text import normal
from keikaku.loaders.values import read_cell
from keikaku.loaders.values.units import is_unit

DOUBTFUL = 0.5
"""The certainty of a meaning that only the cells suggest."""

_ONCE = frozenset(("plan.number", "plan.title"))

_MOST = 0.7
"""The share of the cells that must fit."""

_LONGEST_NAME = 40
_LONGEST_DEPARTMENT = 24
_LONGEST_UNIT = 4
_LONGEST_CHOICE = 10
_DEPARTMENT = re.compile(r"(?:[^、,・/\s]+(?:課|室|係|部|局|センター|館|署)[、,・/\s]*)+")
_NUMBER = re.compile(r"[A-Za-zぁ-んァ-ヶ]{0,3}[-\s]?\d[\d\-.]*")
_GRADE = re.compile(
    r"[A-ES]|[◎○△×●]|(?:概ね|おおむね)?(?:達成|順調|計画どおり)|やや遅れ|遅れ|未達成"
)
_BODIES = re.compile(
    r"(?:協議会|協会|連合会|団体|組合|法人|NPO|商工会議所|商工会|大学|家族会|委員会|町内会)"
)
_COST = re.compile("費用|経費|金額|予算|事業費|円")
_SAVED = re.compile("浮く|浮いた|節約|削減額|効果.*円")
_COUNTED = re.compile(r"(?:数|率|量|額|割合|者|件|度|時間|比|点)$")
_SENTENCE = re.compile(r"(?:[るくすぶむうつぬぐた]|ます|こと)。?$|。")
_DONE = re.compile(r"た。?$")
"""How a sentence about the past ends."""
_JUDGED = re.compile("実績|成果|結果|点検|評価|所見|できばえ|出来|達成")
_WHY = re.compile("なぜ|理由|背景|課題|困りごと")
_AHEAD = re.compile("方向|今後|次年度|来年度|見直し|方針|これから|このあと|来年")
_NOW = re.compile("いま|今の|現|はじめ|当初|基準")
_TOGETHER = re.compile("一緒|協力|関係|関連|連携|ともに|共に|支える|副")
_AIM = re.compile("めざ|目ざ|目指|目標|目あて|めあて|ゴール|到達")
_MEASURE = re.compile("ものさし|物差し|めやす|はかる|測る|測り方")


def guess(
    name: str, texts: Sequence[str], words: LayoutWords, other_facts: Collection[str | None]
) -> Meaning | None:
    """Return the meaning that the cells of a column and its label suggest; None for none.

    ``other_facts`` are the facts of other columns: a plan has one number and one name.
    """
    texts = [text for text in (normal(each).strip() for each in texts) if not is_nothing(text)]
    if not texts:
        return None
    for fact, fits in _tests(name, words):
        if fact in _ONCE and fact in other_facts:
            continue
        if fact == "plan.number" and len(set(texts)) < len(texts):
            continue
        if fact == "indicator.unit" and "indicator.name" not in other_facts:
            continue
        if sum(map(fits, texts)) >= _MOST * len(texts):
            return Meaning(fact, DOUBTFUL)
    if _AHEAD.search(name) and _is_choice_of_few(texts):
        return Meaning("evaluation.direction", DOUBTFUL)
    if any(_SENTENCE.search(text) for text in texts):
        return _prose(name, texts)
    short = sum(len(text) <= _LONGEST_NAME for text in texts) >= 0.8 * len(texts)
    if "plan.title" not in other_facts and short and len(set(texts)) == len(texts):
        return Meaning("plan.title", DOUBTFUL)
    return None


def _tests(name: str, words: LayoutWords) -> tuple[tuple[str, Callable[[str], bool]], ...]:
    catalogue = words.catalogue
    kind = "evaluation.direction" if _AHEAD.search(name) else "plan.category"
    value = "indicator.baseline" if _NOW.search(name) else "indicator.target"
    return (
        (
            "effect.total",
            lambda t: _SAVED.search(name) is not None and _is_value(t),
        ),
        (
            "budget.total",
            lambda t: _COST.search(name) is not None and (_is_value(t) or t in "-―"),
        ),
        ("evaluation.grade", lambda t: bool(_GRADE.fullmatch(t))),
        ("plan.number", lambda t: bool(_NUMBER.fullmatch(t) or split_number(f"{t} 名")[0] == t)),
        (
            "department.co" if _TOGETHER.search(name) else "department",
            lambda t: bool(_DEPARTMENT.fullmatch(t)) and len(t) < _LONGEST_DEPARTMENT,
        ),
        (kind, lambda t: t in catalogue.categories or t in catalogue.directions),
        ("indicator.unit", lambda t: len(t) <= _LONGEST_UNIT and is_unit(t)),
        ("partners", lambda t: bool(_BODIES.search(t)) and not _SENTENCE.search(t)),
        ("indicator.baseline", lambda t: _dated_value(t) and not _AIM.search(name)),
        (value, lambda t: bool(_AIM.search(name) or _NOW.search(name)) and _is_value(t)),
        ("indicator.actual", lambda t: bool(_JUDGED.search(name)) and _is_value(t)),
        ("indicator.name", lambda t: bool(_MEASURE.search(name)) and not _SENTENCE.search(t)),
        ("indicator.name", lambda t: bool(_COUNTED.search(t)) and len(t) <= _LONGEST_NAME),
    )


def _prose(name: str, texts: Sequence[str]) -> Meaning | None:
    """Return the meaning of running text: an evaluation by its label, else what is done."""
    if sum(bool(_SENTENCE.search(text)) for text in texts) < 0.5 * len(texts):
        return None
    past = sum(bool(_DONE.search(text)) for text in texts) > _MOST * len(texts)
    fact = "evaluation.comment" if past or _JUDGED.search(name) else "plan.overview"
    fact = "plan.problem" if _WHY.search(name) or _NOW.search(name) else fact
    fact = "plan.vision" if _AIM.search(name) else fact
    return Meaning(fact, DOUBTFUL)


def _is_choice_of_few(texts: Sequence[str]) -> bool:
    """Return whether short words recur, as a choice of a few does: ふやす, そのまま."""
    return len(set(texts)) < len(texts) and all(len(t) <= _LONGEST_CHOICE for t in texts)


def _is_value(text: str) -> bool:
    read = read_cell(text)
    return read.kind == "values" and len(read.values) == 1


def _dated_value(text: str) -> bool:
    read = read_cell(text)
    return len(read.values) == 1 and read.values[0].fiscal_year is not None
