"""The declaration of ``path``."""

from __future__ import annotations

from keikaku.graph.language import Text
from keikaku.queries.declaring import DOCUMENT, Parameter, Question

_WHAT = Text("計画・所管課・法令・テーマなど", "plan, department, guideline, theme …")

QUESTION = Question(
    "path",
    Text(
        "2つのものがどうつながっているかを、最短の経路と根拠の語句で示します。",
        "Show how two things are tied: the shortest ways between them, with the words.",
    ),
    (
        Parameter(
            "start", Text("起点", "from"), _WHAT, Text("名称", "NAME"), "node",
            positional=True, required=True,
        ),
        Parameter(
            "end", Text("終点", "to"), _WHAT, Text("名称", "NAME"), "node",
            positional=True, required=True,
        ),
        DOCUMENT,
    ),
    ("PathRow",),
)  # fmt: skip
