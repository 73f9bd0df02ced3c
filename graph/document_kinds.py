"""The kinds of node that a document is made of, from its publisher down to a cell of a schedule."""

from __future__ import annotations

from keikaku.graph.declaration import Fact, Kind

NAME = Fact("name", "text", "name as printed", "名称", required=True)
TITLE = Fact("title", "text", "title as printed", "名称", required=True)
ALIASES = Fact("aliases", "texts", "other spellings of the same thing", "別表記")
_OVERVIEW = Fact("overview", "text", "what is done and why", "事業概要", prose=True)
_VISION = Fact("vision", "text", "the state aimed at", "目指す姿", prose=True)
_NUMBER = Fact("number", "text", "its number as printed, of any form, if it has one", "番号")
_LEVEL = Fact("level", "text", "the word that the document prints for this level", "階層の名称")

DOCUMENT_KINDS: tuple[Kind, ...] = (
    Kind(
        "Municipality",
        "who publishes: a city, a ministry",
        "自治体",
        (NAME, Fact("code", "text", "code of local governments", "全国地方公共団体コード")),
        shared=True,
    ),
    Kind(
        "PlanDocument",
        "one published plan",
        "計画書",
        (
            TITLE,
            Fact("first_year", "integer", "first fiscal year of the period", "推進期間の初年度"),
            Fact("last_year", "integer", "last fiscal year of the period", "推進期間の最終年度"),
            Fact("published", "text", "date of publication, YYYY-MM or as printed", "公表年月"),
        ),
    ),
    Kind(
        "Goal",
        "the top level of the document: a goal, a policy",
        "重点推進目標",
        (_NUMBER, TITLE, _LEVEL),
    ),
    Kind(
        "Initiative",
        "a level between a goal and its plans; may hold further ones, to any depth",
        "取組事項",
        (_NUMBER, TITLE, _LEVEL),
    ),
    Kind(
        "Plan",
        "one plan with its responsible departments, actions and targets",
        "実施計画",
        (
            _NUMBER,
            TITLE,
            _OVERVIEW,
            _VISION,
            Fact("problem", "text", "the present state and its problems", "現状と課題", prose=True),
            Fact("category", "text", "new, continued, extended; sort of project", "区分"),
            Fact("priority", "text", "how much it matters, as printed", "優先度"),
            Fact("first_year", "integer", "first fiscal year of the plan", "開始年度"),
            Fact("last_year", "integer", "last fiscal year of the plan", "終了年度"),
            Fact(
                "unknown_marks",
                "texts",
                "themes of the 5レス whose mark cannot be determined from the source",
                "印の有無が不明な5レス",
            ),
            Fact(
                "disclosure_unknown",
                "boolean",
                "true where the source leaves open whether the plan is disclosed on the website",
                "情報公開の有無が不明",
            ),
        ),
    ),
    Kind(
        "Component",
        "a sub-section of a plan with its own department",
        "個別取組",
        (TITLE, _OVERVIEW, _VISION),
    ),
    Kind(
        "Action",
        "a row of the action table",
        "取組内容",
        (
            TITLE,
            Fact("first_year", "integer", "first fiscal year of a bare arrow", "矢印の初年度"),
            Fact("last_year", "integer", "last fiscal year of a bare arrow", "矢印の最終年度"),
            Fact(
                "earliest_year",
                "integer",
                "first fiscal year in which it may already run; for an arrow head without a "
                "printed shaft",
                "始まっている可能性のある最初の年度",
            ),
        ),
    ),
    Kind(
        "Milestone",
        "a cell of the action's row: what is done from when to when",
        "行動計画",
        (
            Fact("text", "text", "words of the cell", "内容", required=True),
            Fact("first_year", "integer", "first fiscal year", "開始年度", required=True),
            Fact("last_year", "integer", "last fiscal year", "終了年度", required=True),
            Fact(
                "continues",
                "text",
                "whether it goes on behind its own cell: yes, an arrow carries it on to its last "
                "year; unknown, the cells after it are empty and no arrow shows how far it runs",
                "以降の年度に続くか",
                choices=("yes", "no", "unknown"),
            ),
            Fact(
                "latest_year",
                "integer",
                "last fiscal year in which it may still run, where continues is unknown",
                "続いている可能性のある最後の年度",
            ),
        ),
    ),
)
