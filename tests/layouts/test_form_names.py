"""A form that prints two names, repeats its headings, or goes back to years further up."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from keikaku import loaders
from keikaku.graph.records import Records

_PAGE = """<!doctype html><meta charset="utf-8"><title>しおさい市行財政運営プラン</title>
<h1>しおさい市行財政運営プラン</h1><p>計画期間　令和8年度～令和10年度</p>"""
_FORM = """<table border="1">
<tr><td>取組番号</td><td>{number}</td><td>取組名</td><td>{name}</td><td>{kind}</td></tr>
<tr><td>基本方針</td><td>{goal}</td><td>推進項目</td><td colspan="2">{item}</td></tr>
<tr><td>担当部課</td><td>総務部　行政改革課</td><td>関係課</td><td colspan="2">{beside}</td></tr>
<tr><td>取組内容</td><td colspan="4">関係課と調整しながら進めます。</td></tr>
<tr><td>年次計画</td><td>令和8年度</td><td>令和9年度</td><td colspan="2">令和10年度</td></tr>
<tr><td>窓口</td><td>検討</td><td>試行</td><td colspan="2">実施</td></tr>
<tr><td>成果指標</td><td colspan="2">現状値（R6）</td><td>R8目標</td><td>R10目標</td></tr>
<tr><td>利用率（％）</td><td colspan="2">10</td><td>20</td><td>40</td></tr>
<tr><td>効果額（千円）</td><td>△300</td><td>120</td><td colspan="2">1,500</td></tr>
</table>"""
_ROWS = (
    ("Ⅰ-1-1", "スマート窓口の設置", "新規", "市民課", "Ⅰ　開かれた市役所", "1　手続の見直し"),
    (
        "Ⅰ-1-2",
        "書かない窓口の導入",
        "拡充",
        "市民課、税務課",
        "Ⅰ　開かれた市役所",
        "1　手続の見直し",
    ),
    ("Ⅱ-1-1", "未利用地の売却", "新規", "―", "Ⅱ　持続可能な財政", "1　歳入の確保"),
)


def load(folder: Path, *, headings: bool = False) -> Records:
    parts = [_PAGE]
    known: set[str] = set()
    for number, name, kind, beside, goal, item in _ROWS:
        if headings and goal not in known:
            parts += [f"<h2>基本方針{goal}</h2>", f"<h3>推進項目{item}</h3>"]
        known.add(goal)
        form = {"number": number, "name": name, "kind": kind, "beside": beside}
        parts.append(_FORM.format(**form, goal=goal, item=item))
    path = folder / "shiosai.html"
    path.write_text("\n".join(parts), encoding="utf-8")
    return loaders.load(path)


def facts(records: Records, kind: str) -> list[dict[str, Any]]:
    return [node.facts for node in records.nodes if node.kind == kind]


def levels(records: Records) -> list[tuple[str, str, str]]:
    nodes = [*facts(records, "Goal"), *facts(records, "Initiative")]
    return [(each["level"], each["number"], each["title"]) for each in nodes]


def test_the_name_beside_the_number_is_the_plans_and_the_shared_one_its_level(
    tmp_path: Path,
) -> None:
    records = load(tmp_path)
    assert [(plan["number"], plan["title"]) for plan in facts(records, "Plan")] == [
        ("I-1-1", "スマート窓口の設置"),
        ("I-1-2", "書かない窓口の導入"),
        ("II-1-1", "未利用地の売却"),
    ]
    assert levels(records) == [
        ("基本方針", "I", "開かれた市役所"),
        ("基本方針", "II", "持続可能な財政"),
        ("推進項目", "1", "手続の見直し"),
        ("推進項目", "1", "歳入の確保"),
    ]


def test_levels_that_headings_name_and_forms_repeat_are_there_once(tmp_path: Path) -> None:
    assert levels(load(tmp_path, headings=True)) == levels(load(tmp_path))


def test_an_amount_stands_under_the_years_of_its_own_columns(tmp_path: Path) -> None:
    """Between them and the amounts there is a head of other columns, that of the indicators."""
    budgets = facts(load(tmp_path), "Budget")
    assert [(b["fiscal_year"], b["total"]) for b in budgets[:3]] == [
        (2026, -300_000),
        (2027, 120_000),
        (2028, 1_500_000),
    ]
