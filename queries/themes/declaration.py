"""The declaration of ``themes``."""

from __future__ import annotations

from keikaku.graph.language import Text
from keikaku.queries.declaring import BASIS, DOCUMENT, GOAL, THEME, Question, matrix

QUESTION = Question(
    "themes",
    Text("テーマごとに、関わる計画を示します。", "Show each theme with the plans that touch it."),
    (
        THEME._replace(positional=True),
        THEME._replace(
            name="with_theme",
            option="with",
            help=Text("このテーマと計画を共有するテーマ", "themes that share plans with this one"),
        ),
        THEME._replace(
            name="and_theme",
            option="and",
            help=Text("--with とこのテーマの両方", "both --with and this theme"),
        ),
        BASIS,
        matrix("goals", "departments"),
        GOAL,
        DOCUMENT,
    ),
    ("ThemeRow",),
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
