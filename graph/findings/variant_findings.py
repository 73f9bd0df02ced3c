"""Findings of a variant (試案): consequences of a tried change that people must deal with."""

from __future__ import annotations

from typing import ClassVar

from keikaku.graph.findings.kind import Choices, FindingKind
from keikaku.graph.language import Text


class DependencyBroken(FindingKind):
    """A plan rests, in its own words, on a plan that is dropped."""

    code = "dependency-broken"
    severity = "warning"
    title = Text("廃止する計画への依存", "Dependency on a dropped plan")
    template = Text(
        "実施計画{plan}の本文（「{words}」）は、廃止する{dropped}「{title}」に依存しています。",
        "The text of plan {plan} (“{words}”) rests on {dropped} “{title}”, which is dropped.",
    )
    suggestion = Text(
        "引き継ぎ先を決めるか、本文を改めてください。",
        "Decide what takes its place, or reword the plan.",
    )
    details = ("plan", "dropped", "title", "words")
    choices: ClassVar[Choices] = {}


class BasisLost(FindingKind):
    """The only guideline that a plan rests on is dropped."""

    code = "basis-lost"
    severity = "warning"
    title = Text("根拠のなくなる計画", "Plan that loses its basis")
    template = Text(
        "実施計画{plan}の根拠は、廃止する「{guideline}」だけです。",
        "Plan {plan} rests on “{guideline}” alone, which is dropped.",
    )
    suggestion = Text(
        "代わりの根拠を示すか、計画の要否を検討してください。",
        "Name another basis, or ask whether the plan is still needed.",
    )
    details = ("plan", "guideline")
    choices: ClassVar[Choices] = {}


class NumberElsewhere(FindingKind):
    """A plan was moved to another initiative and keeps its number."""

    code = "number-elsewhere"
    severity = "info"
    title = Text("取組事項と合わない番号", "Number of another initiative")
    template = Text(
        "実施計画{plan}は取組事項{initiative}に移りますが、番号はそのままです。",
        "Plan {plan} is moved to initiative {initiative} and keeps its number.",
    )
    suggestion = Text(
        "次期計画を作るときに付け直されるため、対応は不要です。",
        "Nothing to do: the next edition gets new numbers.",
    )
    details = ("plan", "initiative")
    choices: ClassVar[Choices] = {}
