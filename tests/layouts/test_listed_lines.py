"""Schedules and indicators that a plan prints as lines: of a cell, of a text, down the rows."""

from __future__ import annotations

from pathlib import Path

from keikaku.graph.records import Records
from keikaku.loaders import load

_TEXT = """<h1>みどり市行政改革実施計画</h1><h2>基本方針1 便利な市役所</h2>
<h3>1 書かない窓口の導入（新規）</h3>
<p>○担当課　市民部 市民課</p><p>○現状と課題</p><p>待ち時間が長い。</p>
<p>○年次計画</p><p>　令和8年度　システムの導入：設計、対象手続の拡大：検討</p>
<p>　令和9年度　システムの導入：導入、対象手続の拡大：2手続</p>
<p>○成果指標</p><p>　平均待ち時間（単位：分）　現状値 －　R8 24　R9 20</p><p>○SDGs　11、16</p>
<h3>2 施設予約の電子化（拡充）</h3>
<p>○担当課　総務部 管財課</p><p>○現状と課題</p><p>窓口に来る必要がある。</p>
<p>○年次計画</p><p>　令和8年度　検討</p><p>　令和9年度　導入</p>
<p>○成果指標</p><p>　予約の電子化率（単位：％）　現状値 0　R8 10　R9 40</p><p>○SDGs　9</p>"""

_CELLS = """<h1>みどり市実施計画</h1><table border=1>
<tr><th>番号<th>取組<th>担当課<th>実施スケジュール<th>数値目標</tr>
<tr><td>1<td>書かない窓口の導入<td>市民課
<td>R7：システムの導入（設計）、対象手続の拡大（検討）<br>R8：システムの導入（導入）、対象手続の拡大（→）
<td>・平均待ち時間<br>　現状（R5）：25分<br>　目標：R7 24分、R8 20分
<br>・対象の手続<br>　現状（R5）：5件<br>　目標（R8）：7件</tr>
<tr><td>2<td>施設予約の電子化<td>管財課<td>R7：検討<br>R8：導入
<td>・予約の電子化率<br>　現状（R5）：0％<br>　目標：R7 10％、R8 40％</tr></table>"""

_ROWS = """<h1>実施計画シート</h1><table border=1>
<tr><th>取組番号</th><td>1</td><th>取組名称</th><td colspan=3>書かない窓口の導入</td></tr>
<tr><th>担当課</th><td>市民課</td><th>区分</th><td>新規</td><th>SDGs</th><td>3、11</td></tr>
<tr><th>現状と課題</th><td colspan=5>待ち時間が長い。</td></tr>
<tr><th>取組内容</th><td colspan=5>申請書を職員が作成する。</td></tr>
<tr><th>実施年度</th><th colspan=4>実施内容</th><th>効果額（千円）</th></tr>
<tr><th>令和8年度</th><td colspan=4>導入：設計<br>手続：2件</td><td>△1,000</td></tr>
<tr><th>令和9年度</th><td colspan=4>導入：実施<br>手続：→</td><td>500</td></tr>
<tr><th>令和10年度</th><td colspan=4>導入：→</td><td>－</td></tr>
<tr><th>指標名</th><td colspan=3>平均待ち時間</td><th>単位</th><td>分</td></tr>
<tr><th>現状値</th><th>令和8年度</th><th>令和9年度</th><th>令和10年度</th><th>令和11年度</th>
<th>令和12年度</th></tr>
<tr><td>25</td><td>24</td><td>20</td><td>15</td><td>12</td><td>10</td></tr>
<tr><th>指標名</th><td colspan=3>対象の手続</td><th>単位</th><td>件</td></tr>
<tr><th>現状値</th><th>令和8年度</th><th>令和9年度</th><th>令和10年度</th><th>令和11年度</th>
<th>令和12年度</th></tr>
<tr><td>5</td><td>6</td><td>7</td><td>8</td><td>9</td><td>10</td></tr></table>"""


def read_page(tmp_path: Path, body: str) -> Records:
    source = tmp_path / "plan.html"
    source.write_text(f"<html><body>{body}</body></html>", encoding="utf-8")
    return load(source)


def steps(records: Records) -> list[tuple[str, str, int]]:
    """Return the action, the words and the first year of each step."""
    facts = {node.id: node.facts for node in records.nodes}
    printed = [e for e in records.edges if "/milestone/" in e.target]
    return [
        (facts[e.source]["title"], facts[e.target]["text"], facts[e.target]["first_year"])
        for e in printed
    ]


def targets(records: Records) -> dict[str, tuple[float | None, dict[int, float]]]:
    """Return the baseline and the targets by year of each indicator."""
    values_of: dict[str, tuple[float | None, dict[int, float]]] = {}
    for facts in (node.facts for node in records.nodes if node.kind == "Indicator"):
        values = [v for v in facts.get("values", ()) if v["kind"] == "target"]
        by_year = {v["fiscal_year"]: v["value"] for v in values}
        target = facts["target"]
        by_year = by_year or {target["fiscal_year"]: target["value"]}
        baseline = facts.get("baseline") or {}
        values_of[facts["name"]] = (baseline.get("value"), by_year)
    return values_of


def test_a_text_prints_a_line_for_each_year(tmp_path: Path) -> None:
    records = read_page(tmp_path, _TEXT)
    assert steps(records)[:4] == [
        ("システムの導入", "設計", 2026),
        ("システムの導入", "導入", 2027),
        ("対象手続の拡大", "検討", 2026),
        ("対象手続の拡大", "2手続", 2027),
    ]
    assert [step[1:] for step in steps(records)[4:]] == [("検討", 2026), ("導入", 2027)]
    assert targets(records) == {
        "平均待ち時間": (None, {2026: 24, 2027: 20}),
        "予約の電子化率": (0, {2026: 10, 2027: 40}),
    }


def test_a_cell_prints_lines_for_years_and_for_indicators(tmp_path: Path) -> None:
    records = read_page(tmp_path, _CELLS)
    assert steps(records)[:3] == [
        ("システムの導入", "設計", 2025),
        ("システムの導入", "導入", 2026),
        ("対象手続の拡大", "検討", 2025),
    ]
    assert targets(records) == {
        "平均待ち時間": (25, {2025: 24, 2026: 20}),
        "対象の手続": (5, {2026: 7}),
        "予約の電子化率": (0, {2025: 10, 2026: 40}),
    }


def test_years_down_the_rows_of_a_form_leave_the_rows_above_alone(tmp_path: Path) -> None:
    records = read_page(tmp_path, _ROWS)
    assert steps(records) == [
        ("導入", "設計", 2026),
        ("導入", "実施", 2027),
        ("手続", "2件", 2026),
    ]
    assert targets(records) == {
        "平均待ち時間": (25, {2026: 24, 2027: 20, 2028: 15, 2029: 12, 2030: 10}),
        "対象の手続": (5, {2026: 6, 2027: 7, 2028: 8, 2029: 9, 2030: 10}),
    }
    (plan,) = (node.facts for node in records.nodes if node.kind == "Plan")
    assert plan["category"] == "新規"
    assert sorted(n.facts["code"] for n in records.nodes if n.kind == "SdgTarget") == ["11", "3"]
