"""The declaration of ``plans``."""

from __future__ import annotations

from keikaku.graph.language import Text
from keikaku.queries.declaring import (
    BASIS,
    CERTAIN,
    DEPARTMENT,
    DOCUMENT,
    GOAL,
    GUIDELINE,
    THEME,
    Parameter,
    Question,
)

_FILTERS = (
    THEME._replace(
        help=Text("テーマ（5レス は下位の5つを含む）", "theme (5レス covers its five children)")
    ),
    DEPARTMENT._replace(
        help=Text("所管課（個別取組の所管を含む）", "responsible department (of components too)")
    ),
    GUIDELINE._replace(help=Text("根拠となる法令・指針等", "law or guideline it rests on")),
    GOAL,
    Parameter(
        "initiative",
        Text("取組事項", "initiative"),
        Text("取組事項", "initiative"),
        Text("番号", "N-N"),
        kind="Initiative",
        spoken=r"取組事項(.+)|initiative (.+)|(\d+-\d+)",
    ),
    Parameter(
        "sdg",
        Text("SDGs", "SDG"),
        Text("SDGsのターゲットまたはゴール", "SDG target or goal"),
        Text("番号", "CODE"),
        kind="SdgTarget",
        spoken=r"SDGs?(?:の|ターゲット|ゴール|目標| )*([\d.]+)",
    ),
    Parameter(
        "partner",
        Text("関係団体", "partner"),
        Text("本文に名前のある関係団体", "outside body that its text names"),
        Text("名称", "PARTNER"),
        kind="Partner",
    ),
    Parameter(
        "year",
        Text("年度", "fiscal year"),
        Text(
            "行動計画のある年度（令和5年度、R5、2023）",
            "fiscal year with a milestone (2023, 令和5年度, R5)",
        ),
        Text("年度", "YEAR"),
        type="year",
    ),
    Parameter(
        "text",
        Text("語句", "words"),
        Text("計画に出てくる語句", "words that occur in the plan"),
        Text("語句", "WORDS"),
    ),
    Parameter(
        "category",
        Text("区分", "category"),
        Text("印刷された区分（新規、継続、拡充など）", "category as printed (新規, 継続, …)"),
        Text("区分", "CATEGORY"),
    ),
    Parameter(
        "direction",
        Text("今後の方向性", "direction"),
        Text(
            "直近の評価が示す方向性（拡充、継続、改善、縮小、統合、廃止、完了）",
            "where its last evaluation leads: expand, continue, improve, shrink, merge, end, done",
        ),
        Text("方向性", "DIRECTION"),
    ),
    Parameter(
        "level",
        Text("上位の見出し", "heading"),
        Text(
            "どの階層でもよい上位の見出し（番号、名称、または「施策」など階層の名前）",
            "heading of any level that it stands under: number, title, or a level as a whole",
        ),
        Text("見出し", "HEADING"),
    ),
)

QUESTION = Question(
    "plans",
    Text(
        "条件すべてに当てはまる実施計画を、その理由とともに示します。",
        "Show the plans that match all that is asked, each with why.",
    ),
    (*(each._replace(repeatable=True) for each in _FILTERS), BASIS, CERTAIN, DOCUMENT),
    ("PlanRow",),
    {"unknown": "UnknownRow", "totals": "PlanCount"},
    ("unknown", "totals"),
    unread={
        "Budget": ("text",),
        "Evaluation": ("text", "direction"),
        "LogicStep": ("text",),
        "Action": ("year", "text"),
        "Milestone": ("year", "text"),
        "Indicator": ("text",),
        "Component": ("department", "year", "text"),
        "Goal": ("goal", "initiative", "level"),
        "Initiative": ("goal", "initiative", "level"),
        "Guideline": ("guideline",),
        "Partner": ("partner",),
        "SdgTarget": ("sdg",),
        "Channel": (),
        "Municipality": (),
        "Finding": (),
        "DEPENDS_ON": (),
        "RELATED_TO": (),
        "ASSOCIATED_WITH": (),
        "SUCCEEDS": (),
    },
)
