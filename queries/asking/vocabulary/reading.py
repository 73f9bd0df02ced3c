"""A reading of a sentence: a question with its parameters (読みの候補)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from keikaku.queries.expressions.tree import Tree, written

KIND_WORD = {
    "Plan": "計画",
    "Department": "所管課",
    "Indicator": "指標",
    "Guideline": "法令",
    "Theme": "テーマ",
    "Partner": "団体",
    "SdgTarget": "SDGs",
    "Goal": "目標",
    "Initiative": "取組事項",
    "Component": "個別取組",
    "Action": "取組内容",
    "Milestone": "行動計画",
    "Channel": "情報公開",
    "Finding": "確認事項",
    "Budget": "予算",
    "Evaluation": "評価",
    "PlanDocument": "計画書",
}
"""The words of ``find`` for the kinds, in a printed command."""

SEVERITY_WORDS = {
    "error": {"エラー", "error", "errors"},
    "warning": {"警告", "warning", "warnings"},
    "info": {"参考情報"},
}
"""Nouns for findings of a severity."""


def severity_of(words: Iterable[str]) -> str | None:
    """Return the severity of findings that one of the words says, if any."""
    folded = {word.lower() for word in words}
    return next((code for code, known in SEVERITY_WORDS.items() if folded & known), None)


CAN_CHANGE = ("Plan", "Guideline", "Department", "Partner", "Theme", "Indicator")


class Reading(NamedTuple):
    """A reading of a sentence: a question with its parameters, or another command."""

    question: str
    parameters: dict[str, Any]
    tree: Tree | None = None


def find(kind: str, tree: Tree | None, **more: Any) -> Reading:
    """Return a question for things of a kind."""
    where = {"where": written(tree)} if tree is not None else {}
    return Reading("find", {"kind": KIND_WORD[kind], **where, **more}, tree)
