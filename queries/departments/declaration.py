"""The declaration of ``departments``."""

from __future__ import annotations

from keikaku.graph.language import Text
from keikaku.queries.declaring import DEPARTMENT, DOCUMENT, GOAL, Question, matrix

QUESTION = Question(
    "departments",
    Text("所管課ごとに、担う計画を示します。", "Show each department with its plans."),
    (DEPARTMENT._replace(positional=True), matrix("goals", "themes"), GOAL, DOCUMENT),
    ("DepartmentRow",),
    unread={
        "Budget": (),
        "Evaluation": (),
        "LogicStep": (),
        "Action": (),
        "Milestone": (),
        "Indicator": (),
        "Finding": (),
        "RELATED_TO": (),
    },
)
