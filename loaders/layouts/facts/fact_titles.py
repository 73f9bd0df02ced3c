"""The names of the cells of a fact in evidence."""

from __future__ import annotations

from keikaku.loaders.layouts.labels.vocabulary import Meaning

FACT_TITLES = {
    "plan.title": "名称",
    "plan.number": "番号",
    "plan.overview": "概要",
    "plan.problem": "現状と課題",
    "plan.vision": "目指す姿",
    "plan.work": "取組内容",
    "action.title": "取組内容",
    "schedule": "スケジュール",
    "department": "担当課",
    "department.co": "関係課",
    "division": "担当部",
    "section": "係",
    "indicator.name": "指標",
    "indicator.target": "目標値",
    "indicator.actual": "実績値",
    "indicator.baseline": "現状値",
    "indicator.unit": "単位",
    "effect.total": "効果額",
    "effect.part": "効果額の内訳",
    "effect.sum": "効果額の合計",
    "effect.actual": "効果の実績額",
    "budget.total": "事業費",
    "sdgs": "SDGs",
    "plan.category": "区分",
    "guidelines": "根拠法令",
    "level": "体系",
}


def section_of(meaning: Meaning) -> str:
    """Return the section of a cell of a form for its evidence: the fact's title, and its year."""
    year = f" {meaning.year}年度" if meaning.year else ""
    return f"{FACT_TITLES.get(meaning.fact, meaning.fact)}{year}"
