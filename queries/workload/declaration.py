"""The declaration of ``workload``."""

from __future__ import annotations

from keikaku.graph.language import Text
from keikaku.queries.declaring import CERTAIN, DEPARTMENT, DOCUMENT, GOAL, Parameter, Question

QUESTION = Question(
    "workload",
    Text(
        "所管課ごとの負担（計画、取組、指標の数）と集中の度合いを示します。",
        "Show how much each department answers for, and how concentrated it is.",
    ),
    (
        DEPARTMENT,
        GOAL,
        Parameter(
            "by",
            Text("区分", "by"),
            Text("年度ごとに数える", "count by fiscal year"),
            choices=("year",),
        ),
        Parameter(
            "level",
            Text("組織の階層", "level"),
            Text(
                "府省庁（ministry）、局・庁（bureau）、部・局（division）、課（department）、"
                "係（section）ごとにまとめる",
                "gather by ministry, bureau, division, department or section",
            ),
            choices=("ministry", "bureau", "division", "department", "section"),
        ),
        CERTAIN._replace(
            help=Text("続いている可能性があるだけのものを数えない", "leave out what only may run")
        ),
        DOCUMENT,
    ),
    ("WorkloadRow", "YearRow"),
    {"totals": "Concentration"},
)
