"""The heads of columns, of tables and of CSV files alike, by the names of the columns (見出し)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from keikaku.graph.language import Lang, Text

if TYPE_CHECKING:
    from keikaku.queries.expressions.field import Field

COLUMNS: dict[str, Text] = {
    "document": Text("計画書", "Document"),
    "number": Text("番号", "No."),
    "title": Text("名称", "Title"),
    "departments": Text("所管課", "Departments"),
    "department": Text("所管課", "Department"),
    "matches": Text("該当の理由", "Why"),
    "basis": Text("根拠の種類", "Basis"),
    "certainty": Text("確実さ", "Certainty"),
    "confidence": Text("確からしさ", "Confidence"),
    "reading": Text("読み取り方", "Reading"),
    "lines": Text("箇所", "Place"),
    "line": Text("箇所", "Place"),
    "sort": Text("種類", "Sort"),
    "stated_in_source": Text("原本に記載", "Stated"),
    "consequence": Text("影響", "Consequence"),
    "change_unit": Text("現況値から（単位）", "Change (unit)"),
    "formula": Text("達成率の計算", "Formula of the rate"),
    "why": Text("不明の理由", "Why unknown"),
    "expected": Text("この時点の想定値", "Expected by now"),
    "forecast_year": Text("見込みの年度", "Year of the forecast"),
    "forecast_method": Text("見込みの方法", "Method of the forecast"),
    "forecast_reaches": Text("見込みで達成", "Forecast reaches"),
    "signed_by": Text("記入者", "Filled in by"),
    "signed_when": Text("記入日", "Filled in on"),
    "column": Text("列の項目", "Column"),
    "numbers": Text("計画の番号", "Numbers"),
    "possible_plans": Text("計画（可能性）", "Plans (possible)"),
    "possible_actions": Text("取組（可能性）", "Actions (possible)"),
    "possible_milestones": Text("行動計画（可能性）", "Milestones (possible)"),
    "bridge": Text("要の種類", "Sort of bridge"),
    "kind": Text("種類", "Kind"),
    "id": Text("ID", "ID"),
    "name": Text("名称", "Name"),
    "count": Text("件数", "Count"),
    "plans": Text("計画", "Plans"),
    "initiative": Text("取組事項", "Initiative"),
    "year": Text("年度", "Year"),
    "words": Text("語句", "Words"),
    "code": Text("コード", "Code"),
    "severity": Text("区分", "Severity"),
    "node": Text("対象", "About"),
    "quote": Text("原文", "Quote"),
    "message": Text("内容", "Message"),
    "suggestion": Text("対応", "Suggestion"),
    "settled": Text("確定", "Settled"),
    "old_document": Text("旧計画書", "Old document"),
    "old_numbers": Text("旧番号", "Old number"),
    "old_titles": Text("旧名称", "Old title"),
    "new_document": Text("新計画書", "New document"),
    "new_numbers": Text("新番号", "New number"),
    "new_titles": Text("新名称", "New title"),
    "changes": Text("変更", "Change"),
    "matched_by": Text("対応付け", "Matched by"),
    "score": Text("強さ", "Score"),
    "old_initiative": Text("旧取組事項", "Old initiative"),
    "new_initiative": Text("新取組事項", "New initiative"),
    "old_lead": Text("旧主管課", "Old lead"),
    "new_lead": Text("新主管課", "New lead"),
    "targets": Text("目標値", "Targets"),
    "reason": Text("理由", "Reason"),
    "evidence": Text("根拠", "Evidence"),
    "stands_at": Text("記載箇所", "Where it stands"),
    "guideline": Text("法令・指針", "Guideline"),
    "role": Text("役割", "Role"),
    "components": Text("個別取組", "Components"),
    "type": Text("種別", "Type"),
    "aliases": Text("別表記", "Aliases"),
    "section": Text("項目", "Section"),
    "detail": Text("内容", "Detail"),
    "first_year": Text("開始年度", "First year"),
    "last_year": Text("終了年度", "Last year"),
    "start": Text("起点", "Start"),
    "depth": Text("段階", "Step"),
    "stated": Text("明記された理由", "Stated"),
    "inferred": Text("推定した理由", "Inferred"),
    "cycle": Text("循環", "Cycle"),
    "path": Text("経路", "Path"),
    "theme": Text("テーマ", "Theme"),
    "other": Text("共有するテーマ", "Other theme"),
    "group": Text("分類", "Group"),
    "plan": Text("計画", "Plan"),
    "cause": Text("原因", "Cause"),
    "before": Text("前", "Before"),
    "after": Text("後", "After"),
    "lead": Text("主管", "Lead"),
    "co": Text("共管", "Co-lead"),
    "part": Text("個別取組のみ", "Component only"),
    "actions": Text("取組", "Actions"),
    "milestones": Text("行動計画", "Milestones"),
    "project": Text("事業ID", "Project id"),
    "project_number": Text("事業番号", "Project number"),
    "project_title": Text("事業名", "Project"),
    "source": Text("原本", "Source"),
    "corrections": Text("訂正", "Corrections"),
    "what": Text("種類", "What"),
    "rows": Text("内訳", "Which"),
    "of": Text("全体", "Of"),
    "share": Text("割合", "Share"),
    "unknown": Text("不明", "Unknown"),
    "direction": Text("望ましい方向", "Direction"),
    "at_target": Text("達成", "Reached"),
    "fractional": Text("按分", "Fractional"),
    "indicators": Text("指標", "Indicators"),
    "unit": Text("単位", "Unit"),
    "baseline": Text("現況値", "Baseline"),
    "target": Text("目標値", "Target"),
    "indicator": Text("指標", "Indicator"),
    "way": Text("経路", "Way"),
    "step": Text("段階", "Step"),
    "relation": Text("関係", "Relation"),
    "forward": Text("向き", "Forward"),
    "question": Text("問い", "Question"),
    "text": Text("内容", "Text"),
    "heading": Text("論点", "Issue"),
    "rule": Text("規則", "Rule"),
    "fact": Text("事実", "Fact"),
    "goal": Text("重点推進目標", "Goal"),
    "file": Text("ファイル", "File"),
    "sheet": Text("シート", "Sheet"),
    "cell": Text("セル", "Cell"),
    "status": Text("状況", "Status"),
    "rate": Text("達成率", "Rate"),
    "created": Text("追加", "Created"),
    "updated": Text("更新", "Updated"),
    "removed": Text("削除", "Removed"),
    "decision": Text("決定", "Decision"),
    # Tables for people alone.
    "plan_title": Text("実施計画", "Plan"),
    "plan_count": Text("計画数", "Plan count"),
    "stated_words": Text("根拠の語句", "Words"),
    "possible": Text("可能性", "Possible"),
    "possibly_also": Text("ほかに可能性", "Possibly also"),
    "partners": Text("関係団体", "Partners"),
    "marks": Text("○印", "Marked"),
    "texts": Text("本文", "In text"),
    "unknown_marks": Text("○印が不明", "Marks unknown"),
    "path_words": Text("経路と根拠の語句", "Path and words"),
    "relatedness": Text("関連度", "Relatedness"),
    "named_in": Text("本文に記載", "Named in"),
    "of_them_lead": Text("うち主管", "Of them lead"),
    "from": Text("から", "From"),
    "to": Text("へ", "To"),
    "old": Text("旧", "Old"),
    "new": Text("新", "New"),
    "sum": Text("合計", "Sum"),
    "mean": Text("平均", "Mean"),
    "median": Text("中央値", "Median"),
    "members": Text("内訳", "Which"),
    "both": Text("共通", "Shared"),
    "actual": Text("実績値", "Actual"),
    "change": Text("現況値から", "From baseline"),
    "progress": Text("進捗", "Progress"),
    "forecast": Text("直線見込み", "Straight line"),
    "action": Text("取組内容", "Action"),
    "remarks": Text("備考", "Remarks"),
    "stage": Text("段階", "Stage"),
    "total": Text("事業費計", "Total"),
    "personnel_cost": Text("人件費", "Personnel"),
    "achieved": Text("効果の実績額", "Achieved"),
    "hours": Text("時間", "Hours"),
    "persons": Text("人数", "Persons"),
    "by": Text("評価者", "By"),
    "grade": Text("評価結果", "Grade"),
    "next_direction": Text("今後の方向性", "Direction from here"),
    "comment": Text("所見", "Comment"),
    "label": Text("見出し", "Label"),
    "meaning": Text("意味", "Meaning"),
    "sureness": Text("確かさ", "Sureness"),
    "example": Text("例", "Example"),
    "printed": Text("記載", "As printed"),
    "this_edition": Text("今期", "This edition"),
    "next_edition": Text("次期", "Next edition"),
}
"""A column without words here keeps its name."""


def headings(columns: Iterable[str], lang: Lang) -> list[str]:
    """Return the heads of columns in a language."""
    return [heading(column, lang) for column in columns]


def heading_text(column: str) -> Text:
    """Return the head of a column in both languages."""
    return Text(heading(column, "ja"), heading(column, "en"))


_YEAR = re.compile(r"(\w+)_(\d{4})")
_PART = Text("{column}（{part}）", "{column} ({part})")
_POSSIBLE = Text("{column}（可能性）", "{column} (possible)")
_YEARLY = {"actual": Text("{year}年度実績", "{year} actual")}


def heading(column: str, lang: Lang) -> str:
    """Return the head of a column in a language; ``actual_2025`` is 2025年度実績."""
    yearly = _YEAR.fullmatch(column)
    if yearly and yearly[1] in _YEARLY:
        return _YEARLY[yearly[1]].format(year=yearly[2]).of(lang)
    words = COLUMNS.get(column)
    if words is not None:
        return words.of(lang)
    side, _, part = column.partition("_")
    if side in {"baseline", "target"} and part:
        return _PART.format(
            column=COLUMNS[side].of(lang), part=_PARTS[part].of(lang) if part in _PARTS else part
        ).of(lang)
    certain, _, possible = column.rpartition("_")
    if possible == "possible":
        return _POSSIBLE.format(column=heading(certain, lang)).of(lang)
    return _field_heading(column, lang)


def _field_heading(key: str, lang: Lang) -> str:
    """Return the word for a field that ``find`` shows, as in a condition; else its key."""
    from keikaku.queries.expressions.fields import field_keyed

    field = field_keyed(key)
    return field_head(field, lang) if field else key


def field_head(field: Field, lang: Lang) -> str:
    """Return the head of a column of a field of ``find``: its word in conditions."""
    if field.key in _OWN_HEADS:
        return COLUMNS[field.key].of(lang)
    if lang == "ja":
        return field.spelling
    words = field.key.replace("_", " ").replace("sdg", "SDG")
    return words[:1].upper() + words[1:]


_OWN_HEADS = {"guideline"}
"""Fields whose word heads another column: 根拠 is evidence."""


_PARTS = {
    "value": Text("値", "value"),
    "unit": Text("単位", "unit"),
    "comparator": Text("以上・以下", "comparator"),
    "qualifier": Text("約など", "qualifier"),
    "as_of": Text("時点", "as of"),
    "raw": Text("原文", "as printed"),
}
