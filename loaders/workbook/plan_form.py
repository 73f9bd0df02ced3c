"""The form in which a city fills in its plan (計画の入力様式): its sheets and columns, said once.

:mod:`keikaku.exports.plan_template` writes it, :mod:`keikaku.loaders.workbook.form_plan` reads it.
Nobody types an id: plans are named by their numbers. Row 1 of a sheet explains, row 2 holds the
heads.
"""

from __future__ import annotations

from dataclasses import dataclass

from keikaku.graph.language import Text
from keikaku.graph.sheet_columns import Column

VERSION = "keikaku-plan/1"
HEAD_ROW = 2
YEARS = 8
"""Columns for fiscal years: the first to the eighth of the plan."""

ROWS = 300
"""Rows that are made ready."""

MARKED = "○"
NOT_KNOWN = "？"


@dataclass(frozen=True, slots=True)
class FormSheet:
    """A sheet: its name, what it is for, and its columns."""

    name: Text
    explanation: Text
    columns: tuple[Column, ...]


GUIDE = Text("はじめに", "Read me first")

_PLAN = Column("plan", Text("計画番号", "plan no."), 10, required=True)
_COMPONENT = Column("component", Text("個別取組", "sub-section"), 18)
DOCUMENT_FACTS: dict[str, Text] = {
    "municipality": Text("自治体名", "municipality"),
    "title": Text("計画書名", "title"),
    "first_year": Text("初年度", "first fiscal year"),
    "last_year": Text("最終年度", "last fiscal year"),
    "published": Text("公表年月", "published"),
}
"""What is told of the document: a row each, its value in the second column."""

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
            "目標は 1、取組事項は 1-1 のように番号を付けます。",
            "Goals are numbered 1, initiatives 1-1.",
        ),
        (
            Column("number", Text("番号", "no."), 10, required=True),
            Column("title", Text("名称", "title"), 60, required=True),
        ),
    ),
    "plans": FormSheet(
        Text("実施計画", "Plans"),
        Text(
            "1行に1計画。番号は「目標-取組事項-計画」。5レスは該当すれば○、不明なら？、該当しなければ空欄。",
            "A plan a row, numbered goal-initiative-plan. Marks: ○, ？ if not known, else empty.",
        ),
        (
            Column("number", Text("番号", "no."), 9, required=True),
            Column("title", Text("実施計画名", "title"), 30, required=True),
            Column("lead", Text("主管課", "lead"), 16),
            Column("co", Text("共管課", "shared with"), 18, several=True),
            Column("overview", Text("事業概要", "overview"), 44),
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
    ),
    "indicators": FormSheet(
        Text("指標", "Indicators"),
        Text(
            "数値は半角でも全角でも構いません。数値にできない目標は、指標名の欄に文で書きます。",
            "A target that is no number is written as the name.",
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
        ),
    ),
}
"""The sheets by key, in their order."""


def year_head(n: int) -> Text:
    """Return the head of the column of the n-th fiscal year, from 1."""
    return Text(f"{n}年目", f"year {n}")
