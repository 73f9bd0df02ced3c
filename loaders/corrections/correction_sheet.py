"""The sheet of findings (確認事項の表) that people fill in with Excel: its columns, their words."""

from __future__ import annotations

from collections.abc import Mapping

from keikaku.graph.kinds import KIND
from keikaku.graph.language import Text

VERSION = "keikaku-findings 1"
"""What the first cell of the sheet says, behind its title; the reader goes by it."""

SHEET = Text("確認事項", "Findings")
GUIDE = Text("はじめに", "Read me")
HEAD_ROW = 1

COLUMNS: Mapping[str, Text] = {
    "number": Text("番号", "No."),
    "severity": Text("区分", "Severity"),
    "sort": Text("種類", "Sort"),
    "message": Text("内容", "Message"),
    "quote": Text("原本の記載", "Source says"),
    "place": Text("箇所", "Place"),
    "suggestion": Text("直し方の案", "Suggestion"),
    "decision": Text("対応", "Decision"),
    "fact": Text("直す項目", "What to change"),
    "value": Text("正しい値", "Right value"),
    "who": Text("担当", "Who"),
    "why": Text("理由", "Why"),
    "when": Text("日付", "When"),
    "entry": Text("記録（変更不可）", "Record (do not change)"),
}
"""The columns in their order; the last one is hidden and identifies what a row is about."""

CONFIRM = Text("原本のとおりでよい", "source is right")
CHANGE = Text("次のように直す", "change as told")
LATER = Text("保留", "later")
CARRIED = Text("適用済み", "applied")
"""The decisions; an empty cell means LATER."""

DECISIONS = (CONFIRM, CHANGE, LATER, CARRIED)

MARK = Text("○印：{theme}", "mark: {theme}")
"""A fact that is the mark of a theme."""

SPECIAL: Mapping[str, Text] = {
    "departments": Text("所管課", "departments"),
    "disclosed": Text("情報公開の○", "disclosed"),
}
"""What can be changed of a plan besides its facts."""


def facts_of(kind: str) -> dict[str, Text]:
    """Return what can be changed of a thing of that kind, by the name that a correction uses."""
    if kind not in KIND:
        return {}
    plain = {
        fact.name: Text(fact.ja, fact.name)
        for fact in KIND[kind].facts
        if fact.type in {"text", "integer", "number", "measure"}
    }
    return {**plain, **(SPECIAL if kind == "Plan" else {})}
