"""The words of the site, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from keikaku.graph.language import Text

if TYPE_CHECKING:
    from keikaku.exports.site.site_content import SiteContent

WORDS: dict[str, Text] = {
    "plan": Text("実施計画", "Plan"),
    "plans": Text("計画", "Plans"),
    "department": Text("所管課", "Department"),
    "departments": Text("所管課", "Departments"),
    "document": Text("計画書", "Document"),
    "under": Text("上位の見出し", "Under"),
    "led": Text("うち主管", "Led"),
    "indicator": Text("指標", "Indicator"),
    "indicators": Text("指標", "Indicators"),
    "guidelines": Text("根拠となる法令・指針・計画等", "Guidelines"),
    "theme": Text("テーマ", "Theme"),
    "themes": Text("テーマ", "Themes"),
    "unknown": Text("○印が不明な計画", "Mark unknown"),
    "goal": Text("重点推進目標・政策", "Goal"),
    "goals": Text("目標ごとの計画", "Goals with their plans"),
    "load": Text("多くの計画を担う所管課", "Who carries most"),
    "count": Text("件数", "Count"),
    "year": Text("年度", ""),
    "name": Text("名称", "Name"),
    "number": Text("番号", "No."),
    "baseline": Text("現況値", "Baseline"),
    "target": Text("目標値", "Target"),
    "message": Text("内容", "Message"),
    "suggestion": Text("対応", "What to do"),
    "findings": Text("確認事項", "Findings"),
    "search": Text("検索", "Search"),
    "search_for": Text(
        "探す言葉（空白で区切ると、すべてを含むもの）", "Words (several words: all of them)"
    ),
    "hits": Text("N件見つかりました。", "N found."),
    "schedule": Text("年度ごとの予定", "Schedule"),
    "schedule_note": Text(
        "数は、その年度に行う取組の件数です。（＋）は、原本からは続いているかどうか分からないものです。",
        "Actions that run in a year; (＋): the source leaves open whether they go on.",
    ),
    "due": Text("年度ごとの予定", "What is planned"),
    "may_years": Text("続いている可能性のある年度", "May go on"),
    "needed_by": Text("依存元", "Needed by"),
    "depends_on": Text("依存している計画", "Depends on"),
    "needed_by_plans": Text("この計画に依存している計画", "Plans that depend on it"),
    "related": Text("関連する計画（推定）", "Related plans (inferred)"),
    "overview": Text("事業概要", "Overview"),
    "vision": Text("目指す姿", "Vision"),
    "actions": Text("取組と年度", "Actions by year"),
    "action": Text("取組", "Action"),
    "words": Text("根拠の語句", "Words"),
    "marks_unknown": Text("○印の有無が原本から分からないもの: {marks}", "Mark unknown: {marks}"),
    "role": Text("役割", "Role"),
    "may_note": Text(
        "斜線の欄は、原本からは続いているかどうか分からない年度です。",
        "Hatched: the source leaves open whether it goes on.",
    ),
    "shared_with": Text("共に担う所管課", "Shared with"),
    "sdgs": Text("SDGs", "SDGs"),
    "goals_list": Text("目標", "Goals"),
    "no_goals": Text("目標の記載がありません。", "No goals are stated."),
    "plans_of": Text("計画{n}件", "{n} plans"),
    "on_map": Text("地図で見る", "On the map"),
    "values": Text("年度別の値", "By fiscal year"),
    "ours_depend_on": Text("ほかの計画に依存しているもの", "Our plans depend on"),
    "ours_needed_by": Text("ほかの計画から依存されているもの", "Other plans depend on ours"),
    "amounts": Text("予算・決算（主管する計画の合計）", "Budgets of the plans that it leads"),
    "problem": Text("現状と課題", "Problem"),
    "category": Text("区分", "Category"),
    "priority": Text("重要度", "Priority"),
    "first_year": Text("開始年度", "First year"),
    "last_year": Text("終了年度", "Last year"),
    "logic": Text("ロジックモデル", "Logic model"),
    "stage": Text("段階", "Stage"),
    "budgets": Text("予算・決算", "Budgets"),
    "fiscal_year": Text("年度", "Fiscal year"),
    "total": Text("総額（円）", "Total (yen)"),
    "achieved": Text("達成額（円）", "Achieved (yen)"),
    "personnel_cost": Text("人件費（円）", "Personnel cost (yen)"),
    "hours": Text("業務時間（時間）", "Hours"),
    "persons": Text("人数（人）", "Persons"),
    "evaluations": Text("評価", "Evaluations"),
    "by": Text("評価者", "By"),
    "grade": Text("評価", "Grade"),
    "direction": Text("今後の方向性", "Direction"),
    "comment": Text("コメント", "Comment"),
    "associated": Text("関連する計画（原本に記載）", "Associated plans (stated)"),
}


def word(name: str, content: SiteContent) -> str:
    """Return a word in the language of the site."""
    return WORDS[name].of(content.lang)
