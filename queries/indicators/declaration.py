"""The declaration of ``indicators``."""

from __future__ import annotations

from keikaku.graph.language import Text
from keikaku.queries.declaring import DEPARTMENT, DOCUMENT, GOAL, Parameter, Question

QUESTION = Question(
    "indicators",
    Text("目標値と現況値を示します。", "Show targets and baselines."),
    (
        Parameter(
            "without_baseline",
            Text("現況値のないもの", "without a baseline"),
            Text("現況値のない目標だけ", "targets without a baseline"),
            type="flag",
        ),
        Parameter(
            "at_target",
            Text("現況値が目標以上のもの", "at target"),
            Text("現況値がすでに目標値に達しているものだけ", "baselines already at their target"),
            type="flag",
        ),
        Parameter(
            "unit",
            Text("単位", "unit"),
            Text("この単位だけ（%、件、人）", "this unit only"),
            Text("単位", "UNIT"),
        ),
        Parameter(
            "role",
            Text("指標の種類", "role"),
            Text(
                "活動（activity）、アウトプット（output）、成果（outcome）などの指標だけ",
                "indicators of activity, output, outcome, scale or effect only",
            ),
            choices=("activity", "output", "outcome", "scale", "effect"),
        ),
        DEPARTMENT,
        GOAL,
        DOCUMENT,
    ),
    ("IndicatorRow",),
    {"totals": "Reach"},
    unread={"Budget": (), "Evaluation": (), "Finding": (), "RELATED_TO": ()},
)
