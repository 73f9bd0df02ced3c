"""The declaration of ``check``."""

from __future__ import annotations

from keikaku.graph.language import Text
from keikaku.queries.declaring import DOCUMENT, Parameter, Question

QUESTION = Question(
    "check",
    Text(
        "人の確認が必要な事項を、重要なものから示します。",
        "Show what a person should look at, most severe first.",
    ),
    (
        Parameter(
            "severity",
            Text("区分", "severity"),
            Text("この区分以上のものだけ", "this severity and above"),
            choices=("error", "warning", "info"),
        ),
        Parameter(
            "code",
            Text("種類", "code"),
            Text("この種類の事項だけ", "findings of this kind only"),
            Text("種類", "CODE"),
        ),
        Parameter(
            "settled",
            Text("解決済みを含む", "with settled"),
            Text("解決済みの事項も示す", "settled findings too"),
            type="flag",
        ),
        DOCUMENT,
    ),
    ("FindingRow",),
)
