# ruff: noqa: E501
"""Forms that mark a kind among several, and one table of all effects behind them."""

from __future__ import annotations

from typing import Any

import pytest

from keikaku import loaders
from keikaku.graph.records import Records

_FORM = """<table border="1">
<tr><td rowspan="2">取組項目</td><td rowspan="2" colspan="4">{number}　{title}</td>
<td>新規</td><td>継続</td><td>拡充</td></tr><tr>{marks}</tr>
<tr><td>担当部局</td><td colspan="2">総務部</td><td>担当課〔連携課〕</td>
<td colspan="4">財政課<br>〔税務課、市民課〕</td></tr>
<tr><td>取組の内容</td><td colspan="7">{title}を進める。</td></tr>
<tr><td rowspan="3">工程</td><td colspan="4">活動</td><td>8年度</td><td>9年度</td><td>10年度</td></tr>
<tr><td colspan="4">終期の設定</td><td>検討</td><td colspan="2">実施　━━━➡</td></tr>
<tr><td colspan="4">外部審査</td><td></td><td></td><td>実施</td></tr>
<tr><td>SDGs</td><td colspan="7">住み続けられるまちづくりを</td></tr></table>"""
_PAGE = """<!doctype html><meta charset="utf-8"><title>風見野市行革プラン</title>
<h1>風見野市行革プラン</h1><p>計画期間　令和8年度～令和10年度</p>
<h2>重点目標１　足腰の強い財政</h2>{forms}
<h2>財政効果額一覧</h2><p>（単位：千円）</p><table border="1">
<tr><th>No.</th><th>取組項目</th><th>8年度</th><th>9年度</th><th>10年度</th><th>合計</th></tr>
<tr><td>1</td><td>補助金の見直し</td><td>△300</td><td>0</td><td>1,500</td><td>1,200</td></tr>
<tr><td>2</td><td>公用車の削減</td><td>－</td><td>200</td><td>200</td><td>400</td></tr>
<tr><td>3</td><td>広告の導入</td><td>10</td><td>20</td><td>30</td><td>60</td></tr>
<tr><td colspan="2">重点目標1 小計</td><td>△290</td><td>220</td><td>1,730</td><td>1,660</td></tr>
<tr><td colspan="2">合　計</td><td>△290</td><td>220</td><td>1,730</td><td>1,660</td></tr></table>"""
_PLANS = (
    ("1", "補助金の見直し", "<td>○</td><td></td><td></td>"),
    ("2", "公用車の削減", "<td></td><td></td><td>○</td>"),
    ("3", "広告の導入", "<td></td><td></td><td></td>"),
)


def facts(records: Records, kind: str) -> list[dict[str, Any]]:
    return [node.facts for node in records.nodes if node.kind == kind]


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Records:
    path = tmp_path_factory.mktemp("kinds") / "kazamino.html"
    forms = "".join(_FORM.format(number=n, title=t, marks=m) for n, t, m in _PLANS)
    path.write_text(_PAGE.format(forms=forms), encoding="utf-8")
    return loaders.load(path)


def test_the_marked_kind_is_the_plans_and_a_choice_without_mark_is_reported(
    records: Records,
) -> None:
    known = [(p["title"], p.get("category")) for p in facts(records, "Plan")]
    assert known == [("補助金の見直し", "新規"), ("公用車の削減", "拡充"), ("広告の導入", None)]
    assert [g["title"] for g in facts(records, "Goal")] == ["足腰の強い財政"]
    assert not facts(records, "Initiative")
    reported = [f.message for f in records.findings if f.code == "label-unread"]
    assert any("新規" in message for message in reported)


def test_effects_of_one_table_go_to_their_plans_without_its_sums(records: Records) -> None:
    totals = [(b["fiscal_year"], b["total"]) for b in facts(records, "Budget")]
    assert totals[:3] == [(2026, -300_000), (2027, 0), (2028, 1_500_000)]
    assert len(totals) == 8


def test_rows_of_a_schedule_are_named_and_arrows_are_no_words(records: Records) -> None:
    titles = [a["title"] for a in facts(records, "Action")][:2]
    assert titles == ["終期の設定", "外部審査"]
    steps = [(m["text"], m["first_year"], m["last_year"]) for m in facts(records, "Milestone")]
    assert steps[:3] == [("検討", 2026, 2026), ("実施", 2027, 2028), ("実施", 2028, 2028)]


def test_departments_in_shell_brackets_and_goals_by_name(records: Records) -> None:
    plan = next(n for n in records.nodes if n.kind == "Plan")
    names = {n.id: n.facts.get("name") for n in records.nodes}
    roles = {
        (names[e.source], e.facts["role"])
        for e in records.edges
        if e.type == "RESPONSIBLE_FOR" and e.target == plan.id
    }
    assert roles == {("財政課", "lead"), ("税務課", "co"), ("市民課", "co")}
    assert [g["code"] for g in facts(records, "SdgTarget")] == ["11"]
