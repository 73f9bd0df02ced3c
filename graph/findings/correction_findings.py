"""Findings about the corrections file itself (訂正ファイル)."""

from __future__ import annotations

from typing import ClassVar

from keikaku.graph.findings.kind import Choices, FindingKind
from keikaku.graph.language import Text

WHY_UNMATCHED = {
    "no-such-node": Text("対象が見つかりません", "what it names is not there"),
    "several-nodes": Text("対象が一つに決まりません", "what it names fits several"),
    "no-such-edge": Text("そのつながりがありません", "that relation is not there"),
    "no-such-fact": Text("その値は元からありません", "that fact is not there"),
    "no-such-finding": Text("その確認事項は出ていません", "there is no such finding"),
    "already-there": Text("すでに同じ内容があります", "it is already there"),
    "was-differs": Text("現在の値が was と違います", "the value differs from its was"),
}


class CorrectionUnmatched(FindingKind):
    """A correction that no longer fits anything in the source."""

    code = "correction-unmatched"
    severity = "warning"
    title = Text("当てはまらない訂正", "Correction that matches nothing")
    template = Text(
        "訂正「{correction}」は反映していません。{why}。",
        "The correction “{correction}” was not applied: {why}.",
    )
    suggestion = Text(
        "原本が直っていれば、この訂正を削除してください。そうでなければ対象の書き方をご確認ください。",
        "If the source has been corrected, delete the correction; if not, check what it names.",
    )
    details = ("correction", "why")
    choices: ClassVar[Choices] = {"why": WHY_UNMATCHED}
