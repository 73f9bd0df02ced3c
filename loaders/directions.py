"""Which way an indicator is better (望ましい方向)."""

from __future__ import annotations

import re

from keikaku.graph.records import Measure

WORDS: dict[str, tuple[str, ...]] = {
    "decrease": (
        "滞納",
        "未済",
        "未収",
        "未収納率",
        "不納欠損",
        "事故",
        "搬送",
        "苦情",
        "待機",
        "違反",
        "離職",
        "処理日数",
        "平均日数",
        "所要日数",
        "までの日数",
        "待ち時間",
        "所要時間",
        "処理時間",
        "リスクの発生",
        "経常収支比率",
        "将来負担比率",
        "時間外勤務",
    ),
    "increase": (
        "回答率",
        "満足度",
        "愛着度",
        "理解度",
        "理解を深めた",
        "遵守率",
        "受講",
        "受診率",
        "収納率",
        "徴収率",
        "納付率",
        "利用率",
        "利用件数",
        "利用者数",
        "実施率",
        "達成率",
        "参加者数",
        "接続率",
        "普及率",
        "加入率",
        "登用率",
        "提言",
        "公開件数",
        "交付件数",
        "公表",
        "開催数",
        "開催回数",
        "削減数",
        "削減額",
        "能力向上",
    ),
}
"""Which way is better by the words of a name; the word that ends last in it decides."""

_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
_BOUND = {">=": "increase", ">": "increase", "<=": "decrease", "<": "decrease"}
_RELATIVE = {
    "increase": ("以上", "上回", "増", "向上", "拡大", "上昇", "延伸"),
    "decrease": ("以下", "以内", "未満", "下回", "減", "低下", "縮小", "抑制"),
}


def direction(
    name: str,
    target: Measure | None,
    baseline: Measure | None,
    relative: str | None = None,
    *,
    from_to: bool = False,
) -> str | None:
    """Return ``increase``, ``decrease``, ``maintain``, or None where nothing decides.

    維持 is to hold what is reached, whatever stands before it (85%以上を維持); else 以上 and 以下
    decide; then the side of the baseline on which the target lies, where the print leads from one
    to the other (``from_to``); then the words of the name (:data:`WORDS`); then that side anyway.
    """
    said = f"{relative or ''} {target.raw if target else ''}"
    if "維持" in said:
        return "maintain"
    if target is None:
        return _in_words(name, relative)
    by_name = None if from_to else _by_name(name)
    return _BOUND.get(target.comparator) or _between(by_name, target, baseline)


def _between(by_name: str | None, target: Measure, baseline: Measure | None) -> str | None:
    """Return the direction of a plain target by its name, or by where its baseline lies."""
    if baseline is not None and target.value == baseline.value:
        return "maintain"
    if by_name is not None:
        return by_name
    if baseline is None or target.value is None or baseline.value is None:
        return None
    return "increase" if target.value > baseline.value else "decrease"


def _in_words(name: str, relative: str | None) -> str | None:
    """Read the direction of a target in words: 前年度以上 rises, 全国平均以下 falls."""
    if relative is None:
        return None
    for way, words in _RELATIVE.items():
        if any(word in relative for word in words):
            return way
    return _by_name(name)


def _by_name(name: str) -> str | None:
    """Return the way of the word that ends last, of 滞納分の収納率 that of 収納率.

    Words in brackets count only where no other is known: 収納率（滞納繰越分） is to rise.
    """
    for text in (_BRACKETS.sub("", name), name):
        known = [
            (text.rfind(word) + len(word), len(word), way)
            for way, words in WORDS.items()
            for word in words
            if word in text
        ]
        if known:
            return max(known)[-1]
    return None
