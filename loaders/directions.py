"""Which way an indicator is better (望ましい方向)."""

from __future__ import annotations

from keikaku.graph.records import Measure

WORDS: dict[str, tuple[str, ...]] = {
    "decrease": (
        "滞納",
        "未済",
        "未収",
        "不納欠損",
        "事故",
        "搬送",
        "苦情",
        "待機",
        "違反",
        "離職",
        "処理日数",
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
"""Which way is better by the words of a name; the first list with a word in it decides."""


def direction(name: str, target: Measure | None, baseline: Measure | None) -> str | None:
    """``increase``, ``decrease``, ``maintain``, or None where nothing tells.

    以上 and 以下 decide; then the words of the name (:data:`WORDS`); then on which side of the
    baseline the target lies.
    """
    if target is None:
        return None
    if target.comparator != "=":
        return "increase" if target.comparator in (">=", ">") else "decrease"
    if baseline is not None and target.value == baseline.value:
        return "maintain"
    for way, words in WORDS.items():
        if any(word in name for word in words):
            return way
    if baseline is None or target.value is None or baseline.value is None:
        return None
    return "increase" if target.value > baseline.value else "decrease"
