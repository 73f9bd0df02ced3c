"""The label of each fact of a layout, in both languages."""

from __future__ import annotations

from keikaku.graph.language import Lang, Text
from keikaku.loaders.layouts.labels.vocabulary import Meaning

FACTS: dict[str, Text] = {
    "document.title": Text("計画書名", "title of the document"),
    "document.municipality": Text("自治体名", "municipality"),
    "document.period": Text("計画期間", "period of the document"),
    "document.published": Text("公表年月", "date of publication"),
    "level": Text("階層", "level above the plans"),
    "plan.number": Text("計画の番号", "number of the plan"),
    "plan.title": Text("計画（事業）の名称", "title of the plan"),
    "plan.overview": Text("事業概要", "overview"),
    "plan.work": Text("取組内容", "what is done"),
    "plan.problem": Text("現状と課題", "present state and problems"),
    "plan.vision": Text("目指す姿・目的", "aim"),
    "plan.category": Text("区分（新規・継続など）", "category"),
    "plan.priority": Text("優先度", "priority"),
    "plan.first_year": Text("開始年度", "first year"),
    "plan.last_year": Text("終了年度", "last year"),
    "plan.period": Text("事業期間", "period of the plan"),
    "department": Text("所管課", "department"),
    "department.co": Text("関係課", "co-department"),
    "division": Text("所管部", "division"),
    "section": Text("係", "section"),
    "action.title": Text("取組内容（年度別計画の行）", "row of the schedule"),
    "schedule": Text("年度別計画", "schedule"),
    "indicator.name": Text("指標名", "indicator"),
    "indicator.unit": Text("単位", "unit"),
    "indicator.baseline": Text("現状値", "baseline"),
    "indicator.target": Text("目標値", "target"),
    "indicator.actual": Text("実績値", "actual value"),
    "indicator.forecast": Text("見込値", "forecast"),
    "indicator.definition": Text("指標の説明", "definition of the indicator"),
    "indicator.source": Text("指標の出典", "source of the indicator"),
    "indicator.direction": Text("望ましい方向", "which way is better"),
    "indicator.as_of": Text("現状値の時点", "date of the baseline"),
    "indicator.due": Text("目標値の時点", "date of the target"),
    "indicator.comparator": Text("以上・以下", "comparator"),
    "budget.total": Text("事業費", "cost"),
    "budget.national": Text("国庫支出金", "paid by the state"),
    "budget.prefectural": Text("都道府県支出金", "paid by the prefecture"),
    "budget.bond": Text("地方債", "bond"),
    "budget.other": Text("その他の財源", "other sources"),
    "budget.general": Text("一般財源", "general revenue"),
    "budget.persons": Text("従事人数", "persons at work"),
    "budget.hours": Text("業務時間", "hours of work"),
    "budget.personnel_cost": Text("人件費", "cost of work"),
    "effect.total": Text("効果額", "financial effect"),
    "effect.part": Text("効果額の内訳（歳入・歳出）", "part of the effect"),
    "effect.sum": Text("効果額の合計（読み飛ばし）", "sum of the effects (skipped)"),
    "effect.actual": Text("効果額の実績（読み飛ばし）", "actual effect (skipped)"),
    "evaluation.direction": Text("今後の方向性", "direction"),
    "evaluation.grade": Text("評価", "grade"),
    "evaluation.comment": Text("評価の所見", "comment of the evaluation"),
    "evaluation.criterion": Text("評価の観点", "criterion"),
    "guidelines": Text("根拠法令・関連計画", "laws and plans"),
    "sdgs": Text("SDGs", "SDGs"),
    "doers": Text("実施主体（所管課か関係団体）", "who carries it out: departments or partners"),
    "partners": Text("関係団体", "partners"),
    "related": Text("関連する取組", "related plans"),
    "channel": Text("公表方法", "where it is disclosed"),
    "logic.input": Text("ロジックモデル（投入）", "logic model: input"),
    "logic.activity": Text("ロジックモデル（手段・活動）", "logic model: activity"),
    "logic.object": Text("ロジックモデル（対象）", "logic model: whom it is for"),
    "logic.output": Text("ロジックモデル（産出）", "logic model: output"),
    "logic.short_outcome": Text("ロジックモデル（意図・短期成果）", "logic model: short outcome"),
    "logic.middle_outcome": Text("ロジックモデル（中期成果）", "logic model: middle outcome"),
    "logic.long_outcome": Text("ロジックモデル（結果・長期成果）", "logic model: long outcome"),
    "logic.impact": Text("ロジックモデル（波及効果）", "logic model: impact"),
    "year": Text("評価の年度", "year of the evaluation"),
    "series.kind": Text("目標・実績の別", "whether target or actual"),
    "mark": Text("印の欄", "column of marks"),
    "yearly": Text("年度別の値", "values by year"),
    "skip": Text("読み飛ばし", "skipped"),
}
"""Every fact that ``means`` may name, and what it is called."""


READ_BY_PLACE: dict[str, Text] = {
    "row.label": Text("行の見出し（工程・目標値など）", "label of the years in its row"),
}
"""What a label is by where it stands: it is recognised again, and no layout can write it."""


def fact_label(meaning: Meaning, lang: Lang) -> str:
    """Return the label of a meaning, with its level, year and role."""
    known = FACTS.get(meaning.fact) or READ_BY_PLACE.get(meaning.fact)
    text = known.of(lang) if known is not None else meaning.fact
    if meaning.fact == "level" and meaning.level:
        part = {"number": "の番号", "title": "の名称"}.get(meaning.part or "", "")
        text = f"{text}「{meaning.level}」{part}" if lang == "ja" else f"{text}: {meaning.level}"
    if meaning.year:
        years = (
            f"{meaning.year}"
            if meaning.last in (None, meaning.year)
            else f"{meaning.year}-{meaning.last}"
        )
        text = f"{text} {years}"
    return text
