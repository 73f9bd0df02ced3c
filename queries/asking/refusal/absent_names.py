"""Names of laws and departments that a graph does not have: 個人情報保護条例, 観光課 (ない名称)."""

from __future__ import annotations

from collections.abc import Iterator

from keikaku.queries.asking.tokens.neighbours import next_token
from keikaku.queries.asking.tokens.sentence import Sentence

_GUIDELINES = ("法", "法律", "条例", "規則", "要綱", "指針", "ガイドライン", "憲章", " act", " law")
_OFFICES = ("課", "室", "局", "部", "係")
_NO_OFFICES = ("教室", "会議室", "相談室", "図書室", "一部", "内部", "外部", "学部", "幹部", "関係")
_BODIES = (
    *_OFFICES,
    "センター",
    "委員会",
    "事務所",
    "支所",
    "館",
    "署",
    "本部",
    "公室",
    "所",
    "園",
)
_INFLECTED = tuple("いなたるくすうつむぬぶぐ")
_SHORTEST = 3  # letters of the name of an office: 総務課, but not 一部
_DOES = {"responsible", "lead", "co"}


def absent_guideline(sentence: Sentence) -> str | None:
    """Return words that look like a law that the graph does not have: 個人情報保護条例."""
    for place, text in _unread_words(sentence):
        following = next_token(sentence.tokens, place)
        if following.role == "type" and not following.text.isascii():
            return text + following.text
        if _is_guideline(text):
            return text
    return None


def absent_department(sentence: Sentence) -> str | None:
    """Return words that look like a department that the graph does not have: 観光課, 広報室.

    A 課 counts wherever it stands, another office before の; any other body only where the sentence
    says that it is the one who does the work: 教育委員会が担当する.
    """
    if sentence.english:
        return None
    for place, words in _unread_words(sentence):
        following = next_token(sentence.tokens, place)
        if words.endswith(_INFLECTED):
            continue  # 軽い課: what the department is like, no name
        suffix = following.role == "kind" and following.text in _OFFICES
        text = words + following.text if suffix else words
        end = place + 1 + suffix
        link = sentence.tokens[end].text if end < len(sentence.tokens) else ""
        does = link in {"が", "は", "も", "で"} and _is_done(sentence, end + 1)
        if text.endswith(_BODIES) and does:
            return text
        office = text.endswith(_OFFICES) and not text.endswith(_NO_OFFICES)
        sure = text.endswith("課") or does or link == "の"
        if office and len(text) >= _SHORTEST and sure:
            return text
    return None


def _unread_words(sentence: Sentence) -> Iterator[tuple[int, str]]:
    for place in sentence.places("text"):
        if place not in sentence.used:
            yield place, sentence.tokens[place].text


def _is_done(sentence: Sentence, place: int) -> bool:
    """Return whether who stands before a place is responsible for something."""
    token = sentence.tokens[place] if place < len(sentence.tokens) else None
    return token is not None and token.role == "verb" and token.value in _DOES


def _is_guideline(text: str) -> bool:
    """Return whether words look like a law or guideline: 個人情報保護法, but not 方法."""
    return text.lower().endswith(_GUIDELINES) and not text.endswith(("方法", "手法", "用法"))
