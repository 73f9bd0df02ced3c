"""The declaration of ``dependencies``."""

from __future__ import annotations

from keikaku.graph.language import Text
from keikaku.queries.declaring import DEPTH, DOCUMENT, INCLUDE_INFERRED, Parameter, Question

QUESTION = Question(
    "dependencies",
    Text(
        "計画などが何に依存しているかを、経路と根拠の語句とともに示します。",
        "Show what a plan rests on, with the path and the words that state it.",
    ),
    (
        Parameter(
            "node",
            Text("対象", "of"),
            Text(
                "計画の番号、または名称（省略時はすべての計画）",
                "number of a plan, or a name (all plans without)",
            ),
            Text("対象", "NODE"),
            type="node",
            positional=True,
        ),
        DEPTH,
        INCLUDE_INFERRED,
        DOCUMENT,
    ),
    ("Reached",),
)
