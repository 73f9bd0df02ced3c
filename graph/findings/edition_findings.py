"""Findings of a next edition's draft (次期計画案): what people still have to write."""

from __future__ import annotations

from typing import ClassVar

from keikaku.graph.findings.kind import Choices, FindingKind
from keikaku.graph.language import Text


class TargetToRenew(FindingKind):
    """An indicator carried over, whose target is still the earlier edition's."""

    code = "target-to-renew"
    severity = "warning"
    title = Text("更新が必要な目標値", "Target to be renewed")
    template = Text(
        "{plan} の指標「{indicator}」の目標値（{target}）は、前の計画のままです。",
        "The target of “{indicator}” of {plan} ({target}) is still that of the earlier edition.",
    )
    suggestion = Text(
        "次期の目標値を決め、訂正ファイルか決定ファイルで改めてください。",
        "Decide on the next target and set it by a correction or in the decisions.",
    )
    details = ("plan", "indicator", "target")
    choices: ClassVar[Choices] = {}


class ActionsToWrite(FindingKind):
    """The actions of a next edition, which are not carried over."""

    code = "actions-to-write"
    severity = "info"
    title = Text("これから書く取組内容", "Actions still to be written")
    template = Text(
        "次期計画案の実施計画{plans}件には、まだ取組内容と行動計画がありません。",
        "The draft's plans ({plans}) have no actions and milestones yet.",
    )
    suggestion = Text(
        "年度ごとの取組内容を、課ごとに書いてください。",
        "Let each department write its actions by fiscal year.",
    )
    details = ("plans",)
    choices: ClassVar[Choices] = {}
