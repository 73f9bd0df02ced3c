"""Sentences that ``ask`` understands, offered where one is not understood (質問の例)."""

from __future__ import annotations

from keikaku.graph.language import Text

EXAMPLES: tuple[Text, ...] = (
    Text("キャッシュレスに関わる計画", "all plans touching キャッシュレス"),
    Text("収納課の令和5年度の計画", "plans of 収納課 in 2023"),
    Text("「窓口」という言葉が出てくる計画", "plans with the word 窓口"),
    Text("2-2-5の詳細", "plan 2-2-5"),
    Text("収納課の負担", "workload of 収納課"),
    Text("年度別の負担", "workload by year"),
    Text("2-2-5をやめると何に影響するか", "what is affected if 2-2-5 changes"),
    Text("2-2-5は何に依存しているか", "what does 2-2-5 depend on"),
    Text("現況値のない指標", "indicators without a baseline"),
    Text("達成済みの指標", "indicators already reached"),
    Text("AIとRPAの両方に関わる計画", "plans touching both AI and RPA"),
    Text("テーマと目標のクロス集計", "themes by goal"),
    Text("法令・指針の一覧", "all guidelines"),
    Text("所管課の一覧", "all departments"),
    Text("計画の要", "what holds the plan together"),
    Text("確認事項", "findings"),
)
"""An example of each sort of sentence, offered where one is not understood."""

_NEAREST = 3


def nearest_examples(sentence: str) -> str:
    """Return the examples that look most like a sentence, each in its own language."""
    from difflib import SequenceMatcher

    latin = bool(sentence) and sentence.isascii()
    examples = [example.en if latin else example.ja for example in EXAMPLES]
    matcher = SequenceMatcher(b=sentence, autojunk=False)

    def unlikeness(example: str) -> float:
        matcher.set_seq1(example)
        return -matcher.ratio()

    return " / ".join(sorted(examples, key=unlikeness)[:_NEAREST])
