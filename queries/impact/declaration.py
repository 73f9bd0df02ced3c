"""The declaration of ``impact``."""

from __future__ import annotations

from keikaku.graph.language import Text
from keikaku.queries.declaring import DEPTH, DOCUMENT, INCLUDE_INFERRED, Parameter, Question

QUESTION = Question(
    "impact",
    Text(
        "計画、法令・指針、所管課、テーマ、指標が変わると何に影響するかを、経路とともに示します。",
        "Show what is affected if a plan, guideline, department, theme or indicator changes.",
    ),
    (
        Parameter(
            "node",
            Text("対象", "of"),
            Text(
                "計画の番号、または法令・所管課・テーマ・指標などの名称",
                "number of a plan, or name of a guideline, department, theme, indicator",
            ),
            Text("対象", "NODE"),
            type="node",
            positional=True,
            required=True,
        ),
        DEPTH,
        INCLUDE_INFERRED,
        DOCUMENT,
    ),
    ("Reached",),
    {"totals": "ImpactLoss"},
)
