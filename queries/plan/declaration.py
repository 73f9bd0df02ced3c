"""The declaration of ``plan``."""

from __future__ import annotations

from keikaku.graph.language import Text
from keikaku.queries.declaring import DOCUMENT, Parameter, Question

QUESTION = Question(
    "plan",
    Text(
        "一つの実施計画の所管、取組、指標、依存関係などをまとめて示します。",
        "Show one plan whole: responsibility, actions, indicators, dependencies.",
    ),
    (
        Parameter(
            "number",
            Text("番号", "number"),
            Text("番号（2-2-5）、または名称の一部", "its number (2-2-5) or a part of its title"),
            Text("番号", "NUMBER"),
            kind="Plan",
            positional=True,
            required=True,
        ),
        DOCUMENT,
    ),
    ("PlanWhole",),
)
