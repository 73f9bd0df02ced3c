"""The declaration of ``guidelines``."""

from __future__ import annotations

from keikaku.graph.language import Text
from keikaku.queries.declaring import DOCUMENT, GOAL, GUIDELINE, Question, matrix

QUESTION = Question(
    "guidelines",
    Text(
        "根拠となる法令・指針等ごとに、基づく計画を示します。",
        "Show each law or guideline with the plans that rest on it.",
    ),
    (GUIDELINE._replace(positional=True), matrix("goals", "departments"), GOAL, DOCUMENT),
    ("GuidelineRow",),
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
