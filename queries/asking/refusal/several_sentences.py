"""Two sentences at once: greetings are left out, two questions are refused (複数の文)."""

from __future__ import annotations

import re

from keikaku.graph.errors import KeikakuError
from keikaku.graph.language import Text

_END = re.compile(r"(?<=[。？?！!])\s*|(?<=[a-z][a-z])\.\s+(?=[A-Z])")
_COURTESY = re.compile(
    r"(?:こんにちは|こんばんは|おはよう(?:ございます)?|お世話になっております|お疲れ(?:様|さま)です|失礼します|"
    r"すみません|すいません|恐れ入ります|質問です|質問があります|お尋ねします|教えてください|"
    r"(?:どうぞ)?よろしく(?:お願い(?:いた)?します)?|お願い(?:いた)?します|ありがとうございます|"
    r"初めて使います|新人です|hello|hi|excuse me|thank you(?: very much)?|thanks|please|"
    r"good (?:morning|afternoon))",
    re.IGNORECASE,
)
_ALONE = Text(
    "一度に答えられる問いは一つです。「{part}」のように、一つずつお尋ねください。",
    "one question can be answered at a time; ask one after the other, as '{part}'.",
)
_LEAST = 3  # letters of a question: 指標は


def without_courtesies(sentence: str) -> str:
    """Return a sentence without the greetings and thanks around it."""
    parts = questions_in(sentence)
    return parts[0] if len(parts) == 1 else sentence


def questions_in(sentence: str) -> list[str]:
    """Return the sentences that may be questions.

    >>> questions_in("こんにちは。収納課の計画は？よろしくお願いします。")
    ['収納課の計画は？']
    """
    parts = [part.strip() for part in _END.split(sentence)]
    kept = [part for part in parts if not _COURTESY.fullmatch(part.strip("。、！!. ,"))]
    return [part for part in kept if len(part.strip("。？?！! ")) >= _LEAST] or [sentence]


def asks_twice(sentence: str) -> bool:
    """Return whether two questions end in a question mark each: none of them may be left out."""
    ends = [part for part in questions_in(sentence) if part.endswith(("？", "?"))]
    return len(ends) > 1


def one_at_a_time(part: str) -> KeikakuError:
    """Return the error for several questions at once, with one of them to ask alone."""
    return KeikakuError(_ALONE.format(part=part.strip("。？?！! ")))
