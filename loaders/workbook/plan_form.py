"""The form in which a city fills in its plan (計画の入力様式): its sheets and columns.

:mod:`keikaku.exports.plan_template` writes it, :mod:`keikaku.loaders.workbook.form_plan` reads it.
Nobody types an id: plans are named by their numbers. Row 1 of a sheet explains, row 2 holds the
heads.
"""

from __future__ import annotations

from dataclasses import dataclass

from keikaku.graph.code_words import CODE_WORDS
from keikaku.graph.declaration import Fact
from keikaku.graph.kinds import KINDS
from keikaku.graph.language import Text
from keikaku.graph.sheet_columns import Column

VERSION = "keikaku-plan/2"
FIRST_VERSION = "keikaku-plan/1"
"""Forms of it have fewer columns, and no sheets of amounts and evaluations."""

HEAD_ROW = 2
YEARS = 8
"""Columns for fiscal years: the first to the eighth of the plan."""

ROWS = 300
"""How many rows are prepared."""

MARKED = "○"
NOT_KNOWN = "？"


@dataclass(frozen=True, slots=True)
class FormSheet:
    """A sheet: its name, what it is for, its columns; ``years``: a column a year stands behind.

    An ``optional`` sheet may be missing: the first forms have none.
    """

    name: Text
    explanation: Text
    columns: tuple[Column, ...]
    years: bool = False
    optional: bool = False


GUIDE = Text("はじめに", "Read me first")

_FACTS = {(kind.name, fact.name): fact for kind in KINDS for fact in kind.facts}


def fact_of(kind: str, name: str) -> Fact:
    """Return the declaration of a fact, from which its column follows."""
    return _FACTS[kind, name]


def words_of(kind: str, name: str) -> dict[str, str]:
    """Return the choices of a fact: each as it is chosen, and its code."""
    choices = fact_of(kind, name).choices
    return {CODE_WORDS[code].ja: code for code in choices}


def _column(kind: str, name: str, width: float, *, required: bool = False) -> Column:
    """Make the column of a declared fact; its choices are in words."""
    fact = fact_of(kind, name)
    return Column(
        name,
        Text(fact.ja, name.replace("_", " ")),
        width,
        required=required,
        several=fact.type == "texts",
        choices=(MARKED,) if fact.type == "boolean" else tuple(words_of(kind, name)),
    )


AMOUNTS = {
    fact.ja: fact.name
    for kind in KINDS
    if kind.name == "Budget"
    for fact in kind.facts
    if fact.type in {"integer", "number"} and fact.name != "fiscal_year"
}
"""The items of an amount of a plan in one year, and the fact of each."""

UNITS = ("円", "千円", "万円", "百万円", "億円", "人", "時間")
"""Units that are offered; others are read as they are printed."""

_PLAN = Column("plan", Text("計画番号", "plan no."), 10, required=True)
_GROUP = Column("group", Text("上位の番号", "belongs to no."), 10)
_COMPONENT = Column("component", Text("個別取組", "sub-section"), 18)
DOCUMENT_FACTS: dict[str, Text] = {
    "municipality": Text("自治体名", "municipality"),
    "title": Text("計画書名", "title"),
    "first_year": Text("初年度", "first fiscal year"),
    "last_year": Text("最終年度", "last fiscal year"),
    "published": Text("公表年月", "published"),
}
"""The facts of the document: a row each, with its value in the second column."""

MARKS = ("カウンターレス", "キャッシュレス", "ペーパーレス", "ファイルレス", "ムーブレス")
"""The marks of 5レス, a column each."""

SHEETS: dict[str, FormSheet] = {
    "document": FormSheet(
        Text("計画書", "Document"),
        Text("計画書そのものについて、B列に記入します。", "About the document; fill in column B."),
        (
            Column("what", Text("項目", "what"), 20),
            Column("value", Text("内容", "value"), 50),
        ),
    ),
    "groups": FormSheet(
        Text("目標・取組事項", "Goals"),
        Text(
            "目標は 1、取組事項は 1-1 のように番号を付けます。"
            "階層の数は計画書のとおりで構いません。番号から上の階層が分からないときは「上位の番号」に書きます。",
            "Goals are numbered 1, initiatives 1-1; to any depth. Where the number does not show "
            "what it belongs to, give that number, too.",
        ),
        (
            Column("number", Text("番号", "no."), 10, required=True),
            Column("title", Text("名称", "title"), 60, required=True),
            _column("Goal", "level", 16),
            _GROUP,
        ),
    ),
    "plans": FormSheet(
        Text("実施計画", "Plans"),
        Text(
            "1行に1計画。番号は計画書のとおり（1-1-1、A-3など）。番号がなければ空欄にし、ほかのシートでは名称を書きます。"
            "5レスは該当すれば○、不明なら？、該当しなければ空欄。",
            "A plan a row, numbered as printed (1-1-1, A-3); without one it is named by its title. "
            "Marks: ○, ？ if not known, else empty.",
        ),
        (
            Column("number", Text("番号", "no."), 9),
            Column("title", Text("実施計画名", "title"), 30, required=True),
            _GROUP,
            Column("division", Text("所管部・局", "division"), 16),
            Column("lead", Text("主管課", "lead"), 16),
            Column("co", Text("共管課", "shared with"), 18, several=True),
            _column("Plan", "category", 9),
            _column("Plan", "priority", 9),
            _column("Plan", "first_year", 9),
            _column("Plan", "last_year", 9),
            Column("overview", Text("事業概要", "overview"), 44),
            _column("Plan", "problem", 36),
            Column("vision", Text("目指す姿", "vision"), 36),
            *(Column(mark, Text(mark, mark), 9, choices=(MARKED, NOT_KNOWN)) for mark in MARKS),
            Column(
                "website",
                Text("市ウェブサイトで公開", "on the website"),
                11,
                choices=(MARKED, NOT_KNOWN),
            ),
            Column("other", Text("その他の公開先", "disclosed elsewhere"), 18, several=True),
            Column("pages", Text("ウェブページ", "web pages"), 20, several=True),
            Column("guidelines", Text("根拠となる法令・指針等", "guidelines"), 24, several=True),
            Column("sdgs", Text("SDGs", "SDGs"), 12, several=True),
        ),
    ),
    "components": FormSheet(
        Text("個別取組", "Sub-sections"),
        Text(
            "計画の中に、課ごとの取組がある場合だけ記入します。",
            "Only where a plan has sub-sections with departments of their own.",
        ),
        (
            _PLAN,
            Column("title", Text("名称", "title"), 30, required=True),
            Column("departments", Text("所管課", "departments"), 20, several=True),
            Column("overview", Text("事業概要", "overview"), 44),
            Column("vision", Text("目指す姿", "vision"), 36),
        ),
    ),
    "actions": FormSheet(
        Text("取組内容", "Actions"),
        Text(
            "年度の列に、その年度に行うことを書きます。前年度から続くときは → とします。",
            "What is done in each year; → where it goes on from the year before.",
        ),
        (
            _PLAN,
            _COMPONENT,
            Column("title", Text("取組内容", "action"), 34, required=True),
        ),
        years=True,
    ),
    "indicators": FormSheet(
        Text("指標", "Indicators"),
        Text(
            "数値は半角でも全角でも構いません。数値にできない目標は、指標名の欄に文で書きます。"
            "年度ごとの目標は右の年度の列に書きます（実績は列の見出しを「R7実績」のようにします）。",
            "A target that is no number is written as the name. Targets of each year stand in the "
            "columns of the years (actual values under a head such as “R7実績”).",
        ),
        (
            _PLAN,
            _COMPONENT,
            Column("name", Text("指標名", "indicator"), 36, required=True),
            Column("unit", Text("単位", "unit"), 10),
            Column("baseline", Text("現況値", "baseline"), 12),
            Column("baseline_at", Text("現況値の時点", "baseline as of"), 14),
            Column("target", Text("目標値", "target"), 12),
            Column(
                "comparator",
                Text("以上・以下", "or more, or less"),
                10,
                choices=("以上", "以下"),
            ),
            Column("target_at", Text("目標値の時点", "target as of"), 14),
            _column("Indicator", "direction", 11),
            _column("Indicator", "role", 11),
            _column("Indicator", "cumulative", 7),
            _column("Indicator", "definition", 24),
            _column("Indicator", "source", 16),
        ),
        years=True,
    ),
    "budgets": FormSheet(
        Text("予算・効果額・時間", "Amounts"),
        Text(
            "事業費、財源、効果額、人件費、業務時間を、年度の列に書きます。項目を空けると事業費計です。",
            "Cost and its sources, effects, hours, by year; without an item it is the whole cost.",
        ),
        (
            _PLAN,
            _column("Budget", "stage", 9, required=True),
            Column("amount", Text("項目", "item"), 18, choices=tuple(AMOUNTS)),
            Column("unit", Text("単位", "unit"), 9, choices=UNITS),
        ),
        years=True,
        optional=True,
    ),
    "evaluations": FormSheet(
        Text("評価", "Evaluations"),
        Text(
            "計画を評価した結果を、年度と評価者ごとに1行で書きます。方向性は計画書の言葉のままで構いません。",
            "How a plan was judged, a row for each year and judge; the direction as printed.",
        ),
        (
            _PLAN,
            _column("Evaluation", "fiscal_year", 9, required=True),
            _column("Evaluation", "by", 11),
            _column("Evaluation", "grade", 11),
            _column("Evaluation", "direction_text", 14),
            _column("Evaluation", "criteria", 30),
            _column("Evaluation", "comment", 44),
        ),
        optional=True,
    ),
}
"""The sheets by key, in their order."""


def year_head(n: int) -> Text:
    """Return the head of the column of the n-th fiscal year, from 1."""
    return Text(f"{n}年目", f"year {n}")
