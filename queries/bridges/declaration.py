"""The declaration of ``bridges``."""

from __future__ import annotations

from keikaku.graph.language import Text
from keikaku.queries.declaring import DOCUMENT, Parameter, Question

QUESTION = Question(
    "bridges",
    Text(
        "計画全体をつなぐ要と、切れやすい箇所を示します。",
        "Show what holds the plan together and where it would break.",
    ),
    (
        Parameter(
            "top",
            Text("上位", "top"),
            Text("つながりの要を上位いくつまで示すか", "how many of the most central"),
            Text("数", "N"),
            type="number",
        ),
        DOCUMENT,
    ),
    ("BridgeRow",),
    unread={"Budget": (), "Evaluation": (), "LogicStep": ()},
)
