# ruff: noqa: E501
"""Rows that say what their years hold: 年次計画, 目標値 and 効果額 below one another (行の種別)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from keikaku.graph.records import Records
from tests.layouts.test_listed_lines import read_page, steps, targets

_HEAD = """<h1>架空市行財政改革実施計画</h1><p>計画期間：令和7年度～令和8年度</p><table>
<tr><th rowspan="2">№</th><th rowspan="2">取組名</th><th rowspan="2">担当部</th>
<th rowspan="2">担当課</th><th rowspan="2">項目</th><th rowspan="2">成果指標</th>
<th rowspan="2">単位</th><th rowspan="2">基準値<br>（令和5年度）</th>
<th colspan="2">年度別計画・目標</th></tr><tr><th>令和7年度</th><th>令和8年度</th></tr>
<tr><td colspan="10">重点項目（1）　歳入の確保</td></tr>"""
_PLAN = """<tr><td rowspan="4">{n}</td><td rowspan="4">{name}</td><td rowspan="4">総務部</td>
<td rowspan="4">{office}</td><td>年次計画</td><td></td><td></td><td></td><td>検討</td><td>実施</td></tr>
<tr><td rowspan="2">目標値</td><td>{name}率</td><td>％</td><td>9{n}.6</td><td>9{n}.7</td><td>9{n}.8</td>
</tr><tr><td>{name}の人数</td><td>人</td><td>{n}0</td><td>{n}1</td><td>{n}2</td></tr>
<tr><td>効果額（千円）</td><td></td><td></td><td></td><td>△{n}00</td><td>{n}50</td></tr>"""
_SUM = """<tr><td colspan="4">効果額　合計（千円）</td><td></td><td></td><td></td><td></td>
<td>△600</td><td>750</td></tr></table>"""
_NAMES = (("収納", "税務課"), ("登録", "市民課"), ("寄附", "企画課"))
_LIST = "".join(
    [_HEAD, *(_PLAN.format(n=n, name=name, office=office) for n, (name, office) in enumerate(_NAMES, 1)), _SUM]
)  # fmt: skip
_FORM = """<h1>架空町行政改革アクションプラン</h1><table>
<tr><th>取組番号</th><td>1-{n}</td><th>取組名</th><td colspan="3">{name}</td></tr>
<tr><th>{doer}</th><td colspan="3">総務部　総務課（広報係）</td><th>連携課</th><td>全課</td></tr>
<tr><th>年次計画</th><th>項目</th><th>単位</th><th>現状値<br>（R4）</th><th>R6</th><th>R7</th></tr>
<tr><th rowspan="2">スケジュール</th><td colspan="3">方針の見直し</td><td>検討</td><td>実施</td></tr>
<tr><td colspan="3">外部評価</td><td>準備</td><td>実施</td></tr>
<tr><th rowspan="2">数値目標</th><td>登録者数</td><td>人</td><td>185</td><td>220</td><td>280</td></tr>
<tr><td>満足度</td><td>％</td><td>61</td><td>65</td><td>70</td></tr>
<tr><th>効果見込額</th><td>財政効果</td><td>千円</td><td></td><td>－</td><td>△300</td></tr></table>"""
_TEXT = """<h1>架空市経営改革プラン</h1><h2>基本方針1　開かれた市政</h2>
<h4>取組1-1　意見の聴取</h4><p>■所属：市長公室　広報課　　■連携所属：会計室　会計課</p>
<p>【現状と課題】</p><p>回収率は4割を下回り、年代にも偏りがある。</p>
<p>【{label}】</p><p>ウェブでの回答を標準とし、対象も広げる。</p>
<h4>取組1-2　会議の公開</h4><p>■所属：総務部　総務課</p><p>【現状と課題】</p>
<p>会議録の公表に日数を要している。</p><p>【{label}】</p><p>音声認識を活用し、公表を早める。</p>"""


def _effects(records: Records) -> list[dict[int, int]]:
    effects: dict[str, dict[int, int]] = {}
    facts = {node.id: node.facts for node in records.nodes}
    for edge in records.edges:
        if edge.type == "HAS_BUDGET" and facts[edge.target]["stage"] == "effect":
            by_year = effects.setdefault(edge.source, {})
            by_year[facts[edge.target]["fiscal_year"]] = facts[edge.target]["total"]
    return [*effects.values()]


def _plans(records: Records) -> list[dict[str, Any]]:
    return [node.facts for node in records.nodes if node.kind == "Plan"]


def _in_charge(records: Records, plan: str) -> list[tuple[str, str]]:
    label = {node.id: node.label for node in records.nodes}
    return [
        (label[edge.source], edge.facts["role"])
        for edge in records.edges
        if edge.type == "RESPONSIBLE_FOR" and edge.target.endswith(plan)
    ]


@pytest.mark.parametrize("kind", ["年次計画", "スケジュール", "取組内容", "取組"])
def test_a_list_labels_each_row_below_one_head_of_years(kind: str, tmp_path: Path) -> None:
    records = read_page(tmp_path, _LIST.replace("年次計画", kind))
    assert [plan["title"] for plan in _plans(records)] == ["収納", "登録", "寄附"]
    by_year = [(text, year) for _, text, year in steps(records)]
    assert set(by_year) == {("検討", 2025), ("実施", 2026)}
    assert len(by_year) == 2 * len(_NAMES)
    values = targets(records)
    assert values["収納率"] == (91.6, {2025: 91.7, 2026: 91.8})
    assert values["収納の人数"] == (10.0, {2025: 11.0, 2026: 12.0})
    assert len(values) == 6
    assert _effects(records)[0] == {2025: -100_000, 2026: 150_000}
    assert [n.label for n in records.nodes if n.kind in ("Goal", "Initiative")] == ["1 歳入の確保"]


@pytest.mark.parametrize("doer", ["実施主体", "取組主体", "実施所属", "担当課"])
def test_a_form_names_its_steps_over_several_columns(doer: str, tmp_path: Path) -> None:
    forms = [_FORM.format(n=n, name=name, doer=doer) for n, name in ((1, "広報"), (2, "広聴"))]
    records = read_page(tmp_path, "".join(forms))
    assert steps(records)[:4] == [
        ("方針の見直し", "検討", 2024),
        ("方針の見直し", "実施", 2025),
        ("外部評価", "準備", 2024),
        ("外部評価", "実施", 2025),
    ]
    assert targets(records) == {
        "登録者数": (185, {2024: 220, 2025: 280}),
        "満足度": (61, {2024: 65, 2025: 70}),
    }
    assert _effects(records)[0][2025] == -300_000
    assert _in_charge(records, "/1-1") == [("総務課", "lead"), ("全課", "co")]


def test_residents_who_carry_a_plan_out_are_partners(tmp_path: Path) -> None:
    rows = "番号,事業名,実施主体\n1,清掃活動,市民・事業者\n2,防犯活動,町内会"
    from tests.layouts.test_list_columns import listed

    records = listed(tmp_path, *rows.split("\n"))
    assert _in_charge(records, "/1") == []
    assert {n.label for n in records.nodes if n.kind == "Partner"} >= {"町内会"}


@pytest.mark.parametrize("label", ["取組の方向", "取組方針", "改革の方向", "取組事項"])
def test_a_label_in_brackets_ends_the_text_above_it(label: str, tmp_path: Path) -> None:
    first, second = _plans(read_page(tmp_path, _TEXT.format(label=label)))
    assert first["problem"] == "回収率は4割を下回り、年代にも偏りがある。"
    assert first["overview"] == "ウェブでの回答を標準とし、対象も広げる。"
    assert second["overview"] == "音声認識を活用し、公表を早める。"


@pytest.mark.parametrize("form", ["■{}", "〇{}", "({})", "○ {}", "〈{}〉"])
def test_a_label_stands_behind_a_mark_or_in_other_brackets(form: str, tmp_path: Path) -> None:
    text = _TEXT.format(label="取組の方向")
    for word in ("現状と課題", "取組の方向"):
        text = text.replace(f"【{word}】", form.format(word))
    first, _ = _plans(read_page(tmp_path, text))
    assert first["problem"] == "回収率は4割を下回り、年代にも偏りがある。"
    assert first["overview"] == "ウェブでの回答を標準とし、対象も広げる。"


def test_a_label_that_no_one_knows_ends_the_text_above_it(tmp_path: Path) -> None:
    first, _ = _plans(read_page(tmp_path, _TEXT.format(label="議会の意見")))
    assert first["problem"] == "回収率は4割を下回り、年代にも偏りがある。"


def test_an_office_within_an_office_of_its_name_is_below_it(tmp_path: Path) -> None:
    records = read_page(tmp_path, _TEXT.format(label="取組内容"))
    assert _in_charge(records, "/1-1") == [("広報課", "lead"), ("会計課", "co")]
    above = {e.source.rpartition("/")[2]: e.target for e in records.edges if e.type == "PART_OF"}
    assert above["会計課"].endswith("/会計室")
