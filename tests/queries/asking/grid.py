"""Conditions × what is asked for: each sentence and what it is understood as.

A sentence that no person would say is still read by the rules that read the others. What each is
read as stands in ``grid_kept.txt``; `python -m tests.queries.asking.grid` writes it anew,
after a change that is meant: look at the difference before you keep it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path

import keikaku
from keikaku.graph import bundled
from keikaku.graph.errors import KeikakuError
from keikaku.queries.sentences import understood
from tests.queries.asking.check import read_as
from tests.queries.asking.facts import Facts

TODAY = "2024-07-01"
FILE = Path(__file__).with_name("grid_kept.txt")

_OF_PLANS = """\
収納課の 収納課が担当する 収納課が主管課の 収納課と保育課の 収納課か保育課の
収納課以外の 収納課も関わる キャッシュレスに触れる キャッシュレスに触れない
キャッシュレスに触れているか不明な キャッシュレスの印がある AIだけに触れる
AIとRPAに触れる AIかRPAに触れる AIにもRPAにも触れない AIとRPAの両方に触れる
DX以外のテーマに触れる 5レスすべてに印がある AI以外の 収納課のAIに触れる
AIに触れ、RPAに触れない 条例に基づく 個人情報保護法に基づく 法令に基づかない
2023年度に始まる 2023年度までに終わる 2024年度以降に始まる 2024年度には動いていない
2023年度から2025年度まで続く 2025年度に終わらない 2024年度末までに終わる 指標が2つ以上の
指標が3つより多い 指標のない 指標が1つだけの テーマが4つ以上5つ以下の 根拠のない
依存先のある どの計画にも依存していない 2-2-5に依存している 収納課の計画に依存している
複数の課が関わる 目標値が90%以上の指標を持つ 現況値のない指標を持つ
目標を達成していない指標がある 定性的な指標を持つ SDGsの11に関わる
ホームページで公開している 公開していない 目標1の 取組事項1-1の 目標1か目標2の
課が2つある""".split()
_OF_INDICATORS = """\
単位が件の 単位が円か件の 定性的な 現況値のない 目標値のない 現況値と目標値が同じ
現況値が目標値を上回る 現況値が目標値を下回る 現況値より目標値が高い
現況値より目標値が少ない 目標値が90%以上の 目標値が50から90の 増やす 減らす 維持する
達成していない 達成した 収納課の AIに触れる計画の 2025年度が目標の 目標値が100件未満の
2-2-5の 保育課以外の""".split()
_OF_DEPARTMENTS = """\
AIに触れる計画を持つ AIに触れる計画のない 計画が3つ以上ある 計画が1つだけの
収納課と同じテーマに触れる 2-2-5を担当する 2-2-5に関わる 目標1の計画を持つ
指標のない計画を持つ 主管の計画がない AIとRPAの計画を持つ 収納課以外の
2023年度に始まる計画を持つ""".split()
_ASKS = {
    "計画": (
        "計画",
        "計画はいくつありますか",
        "計画の課",
        "計画の指標",
        "計画が最も多い課はどこですか",
    ),
    "指標": ("指標", "指標の数", "指標を持つ課", "指標の目標値の平均"),
    "課": ("課", "課はいくつ", "課の計画"),
}
_ENGLISH = """\
plans of 収納課
plans that 収納課 leads
plans of 収納課 or 保育課
plans of 収納課 and 保育課
plans not of 収納課
plans about cashless
plans not about cashless
plans about AI and RPA
plans about AI or RPA
plans about neither AI nor RPA
plans with a mark for AI
plans about AI but not RPA
plans that start in 2023
plans that end by 2023
plans that start after 2023
plans since 2024
plans running from 2023 to 2025
plans between 2023 and 2025
plans not running in 2025
plans with at least two indicators
plans with more than three indicators
plans with exactly one indicator
plans without indicators
plans without guidelines
plans with two departments
plans that depend on 2-2-5
plans that 2-2-5 depends on
plans that depend on plans of 収納課
plans that depend on nothing
plans that nobody depends on
plans that are not disclosed
plans whose indicators have no baseline
plans with unmeasurable targets
plans contributing to SDG 11
plans of goal 1
how many plans has 収納課
how many plans are about AI
how many departments have plans about AI
which department has the most plans
which department has the fewest plans
which theme has the most plans
the three departments with the most plans
departments without plans about AI
departments with more than three plans
indicators without a baseline
indicators with a target over 90%
indicators in yen
indicators that are to be raised
indicators that are to be lowered
indicators whose baseline equals the target
indicators of plans about AI
the mean target of the indicators in percent
the sum of the targets in cases
plans per department
indicators per plan
themes of 収納課
themes that 収納課 and 保育課 share
what do 収納課 and 保育課 have in common
compare 収納課 and 保育課
how are 2-2-5 and 2-2-6 tied
what depends on 2-2-5
what does 2-2-5 rest on
what happens if 収納課 is abolished
who leads 2-2-5
when does 2-2-5 start
when does 2-2-5 end
is 2-2-5 a plan of 収納課
is there a plan about AI
the guidelines of 収納課
guidelines of more than two plans
which plans share a guideline with 2-3-1
plans with the same themes as 2-2-5
findings of 収納課
errors in the source
milestones in 2024
milestones of 収納課 in 2024
actions of 2-2-5
partners of plans about AI
all plans
all departments
list the goals
list the initiatives of goal 1"""

_OF = {"計画": _OF_PLANS, "指標": _OF_INDICATORS, "課": _OF_DEPARTMENTS}


def _groups() -> Iterator[tuple[str, list[str]]]:
    for kind, asks in _ASKS.items():
        for held in _OF[kind]:
            sentences = [f"{held}{ask}" for ask in asks]
            yield f"{held}{kind}", sentences
    for held, group in groupby(_ENGLISH.splitlines(), key=lambda each: each[:10]):
        yield held, list(group)


GROUPS = list(_groups())
"""The sentences of one condition, by its name."""


@cache
def kept() -> dict[str, str]:
    """What is kept of each sentence."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    return {sentence: said for sentence, _, said in (line.partition("\t") for line in lines)}


class Reader:
    """The bundled graph, and how sentences about it are read."""

    def __init__(self) -> None:
        self.graph = keikaku.read()
        self.names = Facts.of(bundled.path()).names_of(self.graph)

    def said(self, sentence: str) -> str:
        """What a sentence is read as, or what of it is not understood."""
        try:
            return read_as(*understood(lambda _: self.graph, sentence, self.names))
        except KeikakuError as error:
            return error.text.ja.partition("。")[0]


def main() -> None:
    """Write what each sentence is read as."""
    os.environ["KEIKAKU_TODAY"] = TODAY
    reader = Reader()
    lines = [f"{sentence}\t{reader.said(sentence)}\n" for _, group in GROUPS for sentence in group]
    FILE.write_text("".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
