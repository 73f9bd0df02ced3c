"""Spoken shapes of words in their written ones: やってる, なっちゃう, って言葉 (話し言葉)."""

from __future__ import annotations

import re

_MARKS = ("って", "てる", "でる", "ちゃ")
_SPOKEN = (
    (re.compile(r"って(?:いう)?(?=言葉|語句|単語|文字|キーワード)"), "という"),
    (re.compile(r"って何か(?=[^月所課年回])"), "は"),
    (re.compile(r"って(?=何(?:%|％|パーセント|人|件|円|回|校|台|割))"), "は"),
    (re.compile(r"っちゃった"), "った"),
    (re.compile(r"ちゃった"), "た"),
    (re.compile(r"っちゃ(?:う|います)"), "る"),
    (re.compile(r"ちゃ(?:う|います)"), "る"),
    (re.compile(r"(?<=[っしい])てる"), "ている"),
    (re.compile(r"(?<=ん)でる"), "でいる"),
)


def written(sentence: str) -> str:
    """Return a sentence with its spoken shapes written out.

    >>> written("やめちゃったらどうなっちゃうの"), written("AIって言葉が入ってる計画")
    ('やめたらどうなるの', 'AIという言葉が入っている計画')
    """
    if not any(mark in sentence for mark in _MARKS):
        return sentence
    for shape, instead in _SPOKEN:
        sentence = shape.sub(instead, sentence)
    return sentence
