"""The declaration of ``bridges``."""

from __future__ import annotations

from keikaku.graph.language import Text
from keikaku.queries.declaring import DOCUMENT, Parameter, Question

QUESTION = Question(
    "bridges",
    Text(
        "計画全体の要となる所管課・計画・根拠を示します。",
        "Show the things on which many plans depend.",
    ),
    (
        Parameter(
            "top",
            Text("上位", "top"),
            Text("種類ごとに上位いくつまで示すか", "how many of each sort"),
            Text("数", "N"),
            type="number",
        ),
        DOCUMENT,
    ),
    ("BridgeRow",),
    unread={"Budget": (), "Evaluation": (), "Finding": (), "RELATED_TO": ()},
)
