"""The declaration of ``progress``, which the workshop answers from a file of actual values."""

from __future__ import annotations

from keikaku.graph.language import Text
from keikaku.queries.declaring import DEPARTMENT, DOCUMENT, GOAL, PLAN, Parameter, Question

QUESTION = Question(
    "progress",
    Text(
        "実績値と取組の状況のファイル（ExcelまたはCSV）から、指標の達成率と進捗を示します。",
        "Show how far the indicators have come, from a file of actual values and states.",
    ),
    (
        DEPARTMENT,
        GOAL,
        PLAN,
        Parameter(
            "state",
            Text("進捗", "status"),
            Text("この進捗の指標だけ", "indicators of this status only"),
            Text("達成|順調|概ね順調|遅れ|不明", "reached|on_course|nearly|behind|unknown"),
        ),
        DOCUMENT,
    ),
    ("IndicatorProgress",),
    {"totals": "Rollup"},
    inputs=(
        Parameter(
            "file",
            Text("進捗のファイル", "progress file"),
            Text(
                "記入済みの進捗のファイル（.xlsx または .csv）", "progress file that was filled in"
            ),
            Text("ファイル", "FILE"),
            type="file",
            positional=True,
        ),
    ),
    answered_in="keikaku.workshop.progress.progress_answer",
)
