"""Sentences that are not questions to a graph: greetings, and follow-ups to earlier questions.

Each is refused kindly, with what can be asked (挨拶・前の問いに続く文).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from keikaku.graph.errors import KeikakuError
from keikaku.graph.language import Text

_GREETING = (
    r"(?:こんにちは|こんばんは|おはよう(?:ございます)?|はじめまして|初めまして|やあ|どうも|"
    r"よろしく(?:お願いします|お願いいたします)?|"
    r"ありがとう(?:ございます|ございました)?|お疲れ(?:様|さま)(?:です|でした)?|"
    r"お世話になっております|すごいですね?|なるほど|了解です?|"
    r"さようなら|テスト|ヘルプ|使い方(?:は|を教えて)?|"
    r"何ができ(?:ます|るの|る)か?|あなたは(?:誰|だれ|何)(?:です)?か?|"
    r"(?:hello|hi|hey|good (?:morning|afternoon|evening)|thank you(?: very much| so much)?|"
    r"thanks(?: a lot)?|ok|okay|bye|goodbye|"
    r"help|test|who are you|what (?:are|can) you(?: do)?|how are you|nice to meet you)"
    r"(?: there)?)[\s!！。.?？、,〜ー]*"
)
_LEANS = (
    r"(?:では|じゃあ|それじゃ|で|あと|次に|なら|[、,\s])*"
    r"(それ(?!ぞれ|以外)|その(?!他|ほか|うち)|そっち|そちら|そいつ|上記|先ほど|さっき|"
    r"前の(?:問い|質問|答え|回答)|同課|同計画|もっと詳しく|続きを?)"
    r"|(?:and |so |then )?(?:what|how) about\b"
    r"|(?:and |so |then )?(?:what|who|when|where|which|how|why|is|are|does|do|list|show)"
    r"(?: (?!indicators|plans|departments|goals|themes)\w+){0,3}?"
    r" (their|its|them|those|they|that one)\b"
)
_LONGEST = 30  # letters of a greeting
_BEGINNING = 40  # letters in which it stands that a sentence leans on another
_LEANING = (
    "それ", "その", "そっち", "そちら", "そいつ", "上記", "先ほど", "さっき", "前の", "同課",
    "同計画", "もっと", "続き",
    " about", "their", "its ", "its?", "them", "those", "they", "that one",
)  # fmt: skip
_ANSWERS = Text(
    "計画についての問いに、グラフからお答えします。たとえば次のように尋ねられます: {near}",
    "Questions about the plan are answered from its graph. You can ask, for example: {near}",
)
_EACH_ALONE = Text(
    "「{sentence}」の「{word}」が何を指すのか分かりません（前の問いは覚えていません）。番号や名称を入れて"
    "お尋ねください。たとえば次のように尋ねられます: {near}",
    "'{sentence}' leans on a question before, which is not remembered; ask with the number or the "
    "name, for example: {near}",
)


def aside(sentence: str, examples: Callable[[], str]) -> KeikakuError | None:
    """Return why a sentence is not a question by itself; None where it may be one.

    ``examples`` returns questions that can be asked; it is called only for a refusal.
    """
    text = sentence.strip()
    if len(text) <= _LONGEST and re.fullmatch(_GREETING, text, re.IGNORECASE):
        return KeikakuError(_ANSWERS.format(near=examples()))
    # To make the pattern takes longer than to see that none of its words is there.
    begins = text[:_BEGINNING].lower()
    leans = None
    if any(word in begins for word in _LEANING):
        leans = re.match(_LEANS, text, re.IGNORECASE)
    if leans is None:
        return None
    word = next((group for group in leans.groups() if group), leans[0].strip())
    return KeikakuError(_EACH_ALONE.format(sentence=text, word=word, near=examples()))
