"""Spoken shapes of words in their written ones: やってる, なっちゃう, って言葉 (話し言葉)."""

from __future__ import annotations

import re

_MARKS = (
    "この計画は",
    "本計画は",
    "この実施計画は",
    "本実施計画は",
    "って",
    "てる",
    "でる",
    "ちゃ",
    "根拠となる",
    "記載",
    "記述",
    "系の",
    "SDGsの",
    "数値",
    "数字",
    "いくつに",
    "及び",
    "ならびに",
    "並びに",
)
_RULES = "計画|指針|法令|法律|条例|規程|規則|要綱|方針|基準"
_PREAMBLES = ("i'm", "i’m", "i a", "as ")
_PREAMBLE = re.compile(r"^(?:i am|i['’]m|as) an? [a-z -]{1,30}[,.;:] *", re.IGNORECASE)
"""Who asks says nothing of the question: I am a citizen, who …"""
_SPOKEN = (
    (r"って(?:いう)?(?=言葉|語句|単語|文字|キーワード)", "という"),
    (r"って(?=何[をに])", "は"),
    (r"SDGsの(?:どの|どんな)(?:目標|ゴール|ターゲット)", "どのSDGs"),
    (r"って何か(?=[^月所課年回])", "は"),
    (r"って(?=何(?:%|％|パーセント|人|件|円|回|校|台|割))", "は"),
    (r"っちゃった", "った"),
    (r"ちゃった", "た"),
    (r"っちゃ(?:う|います)", "る"),
    (r"ちゃ(?:う|います)", "る"),
    (r"(?<=[っしい])てる", "ている"),
    (r"(?<=ん)でる", "でいる"),
    (
        rf"根拠となる(?:計画|規程|(?:(?:{_RULES})[・や、])+(?:{_RULES}))等?(?=[がはのもを])",
        "根拠",
    ),
    (r"(?:この|本)(?:実施)?計画は(?=いつ|何年)", "計画期間は"),
    (r"の(?:記載|記述)(?=が(?:ない|無い|なし|ある|あり))", ""),
    (r"の(?:記載|記述)(?=の(?:ない|無い|ある))", ""),
    (r"(?<=\d-\d)系(?=の)", ""),
    (
        r"数(?:値|字)(?:(?:では|じゃ|で)ない|になっていない|化されていない)",
        "数値で示されていない",
    ),
    (r"目標(?:の)?いくつに(?=属|入|ぶら|含)", "どの目標に"),
    (r"(?<=[^\s、])(?:及び|ならびに|並びに)(?=[^\s、])", "と"),
)


def written(sentence: str) -> str:
    """Return a sentence with its spoken shapes written out.

    >>> written("やめちゃったらどうなっちゃうの"), written("AIって言葉が入ってる計画")
    ('やめたらどうなるの', 'AIという言葉が入っている計画')
    """
    if sentence[:3].lower() in _PREAMBLES:
        sentence = _PREAMBLE.sub("", sentence)
    if not any(mark in sentence for mark in _MARKS):
        return sentence
    for shape, instead in _SPOKEN:
        sentence = re.sub(shape, instead, sentence)
    return sentence
