"""The kinds of node, declared once, as data."""

from __future__ import annotations

from keikaku.graph.declaration import Fact, Kind

_NAME = Fact("name", "text", "name as printed", "名称", required=True)
_TITLE = Fact("title", "text", "title as printed", "名称", required=True)
_ALIASES = Fact("aliases", "texts", "other spellings of the same thing", "別表記")
_OVERVIEW = Fact("overview", "text", "what is done and why", "事業概要", prose=True)
_VISION = Fact("vision", "text", "the state aimed at", "目指す姿", prose=True)

KINDS: tuple[Kind, ...] = (
    Kind(
        "Municipality",
        "who publishes: a city, a ministry",
        "自治体",
        (_NAME, Fact("code", "text", "code of local governments", "全国地方公共団体コード")),
        shared=True,
    ),
    Kind(
        "PlanDocument",
        "one published plan",
        "計画書",
        (
            _TITLE,
            Fact("first_year", "integer", "first fiscal year of the period", "推進期間の初年度"),
            Fact("last_year", "integer", "last fiscal year of the period", "推進期間の最終年度"),
            Fact("published", "text", "date of publication, YYYY-MM or as printed", "公表年月"),
        ),
    ),
    Kind(
        "Goal",
        "a goal of the document",
        "重点推進目標",
        (Fact("number", "text", "its number: 2", "番号", required=True), _TITLE),
    ),
    Kind(
        "Initiative",
        "a group of plans under a goal",
        "取組事項",
        (Fact("number", "text", "its number: 2-2", "番号", required=True), _TITLE),
    ),
    Kind(
        "Plan",
        "one plan with its responsible departments, actions and targets",
        "実施計画",
        (
            Fact("number", "text", "goal-initiative-plan: 2-2-5", "番号", required=True),
            _TITLE,
            _OVERVIEW,
            _VISION,
            Fact(
                "unknown_marks",
                "texts",
                "themes of the 5レス whose mark the source cannot tell",
                "印の有無が不明な5レス",
            ),
            Fact(
                "disclosure_unknown",
                "boolean",
                "true where the source cannot tell whether the plan is disclosed on the website",
                "情報公開の有無が不明",
            ),
        ),
    ),
    Kind(
        "Component",
        "a sub-section of a plan with its own department",
        "個別取組",
        (_TITLE, _OVERVIEW, _VISION),
    ),
    Kind(
        "Action",
        "a row of the action table",
        "取組内容",
        (
            _TITLE,
            Fact("first_year", "integer", "first fiscal year of a bare arrow", "矢印の初年度"),
            Fact("last_year", "integer", "last fiscal year of a bare arrow", "矢印の最終年度"),
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
                "may_continue",
                "boolean",
                "true where the cells after it are empty and no arrow tells how far it runs",
                "以降の年度に続く可能性",
            ),
        ),
    ),
    Kind(
        "Indicator",
        "a target with its baseline; either may be missing",
        "指標",
        (
            Fact(
                "name",
                "text",
                "name, or the words of a target without a number",
                "指標名",
                required=True,
            ),
            Fact(
                "measurable",
                "boolean",
                "false for a target without a number",
                "定量",
                required=True,
            ),
            Fact("target", "measure", "value to be reached", "目標値"),
            Fact("baseline", "measure", "value at the start", "現況値"),
            Fact(
                "direction",
                "text",
                "which way is better",
                "望ましい方向",
                choices=("increase", "decrease", "maintain"),
            ),
        ),
    ),
    Kind(
        "Department", "a department of the municipality", "所管課", (_NAME, _ALIASES), shared=True
    ),
    Kind(
        "Partner", "an outside body named in the text", "関係団体", (_NAME, _ALIASES), shared=True
    ),
    Kind(
        "Guideline",
        "a named law, ordinance, guideline, plan, policy, criterion, notice or vision",
        "根拠となる法令・指針・計画等",
        (
            _NAME,
            Fact(
                "type",
                "text",
                "what sort of rule it is",
                "種別",
                required=True,
                choices=(
                    "law",
                    "ordinance",
                    "guideline",
                    "plan",
                    "policy",
                    "criterion",
                    "notice",
                    "vision",
                    "other",
                ),
            ),
            _ALIASES,
        ),
        shared=True,
    ),
    Kind(
        "Theme",
        "a cross-cutting theme: DX, PFI, 5レス and its five children",
        "テーマ",
        (_NAME, Fact("group", "text", "group it is listed under", "分類"), _ALIASES),
        shared=True,
    ),
    Kind(
        "SdgTarget",
        "a target of the Sustainable Development Goals",
        "SDGsターゲット",
        (Fact("code", "text", "code: 11.3", "番号", required=True),),
        shared=True,
    ),
    Kind(
        "Channel",
        "where a plan is disclosed",
        "情報公開",
        (
            _NAME,
            Fact(
                "type",
                "text",
                "the website as a whole, a page of it, or something else",
                "種別",
                required=True,
                choices=("website", "page", "other"),
            ),
        ),
        shared=True,
    ),
)

KIND: dict[str, Kind] = {kind.name: kind for kind in KINDS}
"""The kinds by name."""
