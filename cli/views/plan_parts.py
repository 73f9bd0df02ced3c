"""The parts of a plan that not every family of documents has: logic model, money, evaluation."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from keikaku.cli import labels
from keikaku.cli.output import Section
from keikaku.cli.text_tables import Cell
from keikaku.graph.language import Lang, Text
from keikaku.queries.plan.answer import PlanWhole

PLAN_WORDS = {
    "themes": Text("テーマ", "Themes"),
    "guidelines": Text("法令・指針等", "Guidelines"),
    "channels": Text("情報公開", "Disclosure"),
    "sdgs": Text("SDGs", "SDGs"),
    "involves": Text("関係課・団体", "Also named"),
    "category": Text("区分", "Category"),
    "priority": Text("優先度", "Priority"),
    "period": Text("期間", "Period"),
    "problem": Text("現状と課題", "Problem"),
    "overview": Text("事業概要", "Overview"),
    "vision": Text("目指す姿", "Vision"),
    "components": Text("個別取組", "Components"),
    "actions": Text("取組内容と行動計画", "Actions by fiscal year"),
    "may_continue": Text(
        "（⇢ は続いている可能性のある年度。原本に矢印がなく、不明）",
        " (⇢: may go on in that year; the source shows no arrow)",
    ),
    "indicators": Text("指標（現況値 → 目標値）", "Indicators (baseline → target)"),
    "depends_on": Text("依存する計画（原本に記載）", "Depends on (stated)"),
    "needed_by": Text("この計画に依存する計画（原本に記載）", "Needed by (stated)"),
    "associated": Text("関連する計画（原本に記載）", "Associated (stated)"),
    "steps": Text("ロジックモデル", "Logic model"),
    "budgets": Text("予算・決算（円）", "Budgets (yen)"),
    "evaluations": Text("評価", "Evaluations"),
    "related": Text("関連する計画（推定）", "Related (inferred)"),
    "findings": Text("確認事項", "Findings"),
}
_SELDOM = "achieved"
_AMOUNTS = ("total", "achieved", "personnel_cost", "hours", "persons")

Rows = list[list[Cell]]


def more_sections(
    row: PlanWhole, section: Callable[[str, list[str], Rows], Section], lang: Lang
) -> Iterator[Section]:
    """Yield the logic model, budgets, evaluations, and what is stated to be related.

    ``section`` makes a section from its name, the names of its columns, and its rows.
    """

    def coded(code: str | None) -> str:
        return "" if code is None else labels.coded(code, lang)

    yield section("steps", ["stage", "text"], [[coded(s.stage), s.text] for s in row.steps])
    came = any(budget.achieved is not None for budget in row.budgets)
    columns = [name for name in _AMOUNTS if came or name != _SELDOM]
    budgets: Rows = [
        [
            str(each.fiscal_year),
            coded(each.stage),
            *("" if getattr(each, n) is None else f"{getattr(each, n):,}" for n in columns),
        ]
        for each in row.budgets
    ]
    yield section("budgets", ["year", "stage", *columns], budgets)
    evaluations: Rows = [
        [
            str(each.fiscal_year),
            coded(each.by),
            each.grade or "",
            each.direction_text or coded(each.direction),
            each.comment or "",
        ]
        for each in row.evaluations
    ]
    yield section("evaluations", ["year", "by", "grade", "next_direction", "comment"], evaluations)
    associated: Rows = [[each.number, each.title, each.words or ""] for each in row.associated]
    yield section("associated", ["number", "plan_title", "stated_words"], associated)


def period_of(row: PlanWhole) -> str:
    """Return the first and last fiscal year of a plan: 2024～2027."""
    years = (row.first_year, row.last_year)
    return "～".join("" if year is None else str(year) for year in years) if any(years) else ""
