# ruff: noqa: E501
"""Plans as people write them, each small, in the words of a town that does not exist."""

from __future__ import annotations

from pathlib import Path

import pytest

from keikaku.graph.records import Node, Records
from keikaku.loaders import load
from keikaku.loaders.layouts.documents.document_head import without_period, year_evaluated

_PROSE = """\
沢渡市行政改革推進計画
推進期間　令和８年度～令和１０年度
はじめに
人口減少と少子高齢化が進む中、行政に求められる役割は大きく変化しています。
Ⅰ　市民との協働
{one}市民参画の推進
　担当課　市民協働課
　現状と課題　公募委員は全体の1割に満たない。
　取組内容　無作為抽出による市民会議を開催する。
　年次計画　令和8年度 制度設計、令和9年度 試行、令和10年度 実施
　指標　公募委員の割合（％）
　現状値　8.2（令和6年度）
　目標値　令和8年度 10、令和9年度 12、令和10年度 15
Ⅱ　時代に即した行政サービス
{two}書かない窓口の導入
　担当課　市民課
　関係課　情報政策課、税務課
　現状と課題　同じ内容を何度も記入する必要がある。
　取組内容　申請書に転記するシステムを導入する。
　年次計画　令和8年度 準備、令和9年度 導入、令和10年度 拡大
"""


def _plans(records: Records) -> dict[str, Node]:
    return {n.facts["title"]: n for n in records.nodes if n.kind == "Plan"}


def _of(records: Records, kind: str) -> list[Node]:
    return [n for n in records.nodes if n.kind == kind]


def _written(folder: Path, text: str, name: str = "plan.txt") -> Records:
    path = folder / name
    path.write_text(text, "utf-8")
    return load(path)


@pytest.mark.parametrize(("one", "two"), [("（１）", "（１）"), ("【1】", "【2】"), ("①", "②")])
def test_numbered_lines_over_labels_name_plans(one: str, two: str, tmp_path: Path) -> None:
    records = _written(tmp_path, _PROSE.format(one=one, two=two))
    plans = _plans(records)
    assert list(plans) == ["市民参画の推進", "書かない窓口の導入"]
    assert plans["市民参画の推進"].facts["problem"] == "公募委員は全体の1割に満たない。"
    assert {n.facts["title"] for n in _of(records, "Goal")} == {
        "市民との協働",
        "時代に即した行政サービス",
    }
    (indicator,) = _of(records, "Indicator")
    assert indicator.facts["name"] == "公募委員の割合"
    assert indicator.facts["baseline"]["value"] == 8.2
    targets = {v["fiscal_year"]: v["value"] for v in indicator.facts["values"]}
    assert targets == {2026: 10, 2027: 12, 2028: 15}
    steps = {(m.facts["text"], m.facts["first_year"]) for m in _of(records, "Milestone")}
    assert {("制度設計", 2026), ("拡大", 2028)} <= steps


def test_a_goal_over_plans_is_no_plan(tmp_path: Path) -> None:
    """数値目標 of a 基本目標 has no place in the graph: a finding, and no plan made of the goal."""
    text = """\
# 白鷺町総合戦略

（令和7年度～令和11年度）

## 基本目標1　安心して働けるまち

| 数値目標 | 単位 | 基準値（R5） | 目標値（R11） |
| --- | --- | --- | --- |
| 新規就業者数 | 人 | 80 | 600 |

### 施策(1)　企業誘致の推進

【担当課】商工観光課

工業団地の分譲により、雇用の受け皿となる企業を誘致します。

■主な取組

・企業立地奨励金の交付

■重要業績評価指標（KPI）

| 指標名 | 単位 | 基準値（R5） | 目標値（R11） |
| --- | --- | --- | --- |
| 誘致企業数 | 社 | 4 | 10 |
"""
    records = _written(tmp_path, text, "plan.md")
    plan = _plans(records)["企業誘致の推進"]
    assert len(_plans(records)) == 1
    assert plan.facts["overview"].startswith("工業団地の分譲により")
    assert [n.facts["title"] for n in _of(records, "Action")] == ["企業立地奨励金の交付"]
    (document,) = _of(records, "PlanDocument")
    assert (document.facts["first_year"], document.facts["last_year"]) == (2025, 2029)
    unread = [f.details.get("label") for f in records.findings if f.code == "label-unread"]
    assert unread == ["基本目標1 安心して働けるまち"]


def test_effects_and_grades_by_year(tmp_path: Path) -> None:
    """計画額 beside 実績額, 目標： and 実績： within the cells of years, a grade a year."""
    text = """\
<table>
<tr><th>推進項目番号</th><td>Ⅰ-1-①</td><th>推進項目</th><td colspan=2>定型業務の自動化</td></tr>
<tr><th>重点取組</th><td>業務の最適化</td><th>担当課</th><td colspan=2>情報システム課</td></tr>
<tr><th rowspan=3>成果指標</th><th>指標名</th><th>現状値</th><th>R5年度</th><th>R6年度</th></tr>
<tr><td rowspan=2>削減時間（時間/年）</td><td rowspan=2>0</td><td>目標：500</td><td>目標：2,000</td></tr>
<tr><td>実績：620</td><td>実績：</td></tr>
<tr><th rowspan=2>財政効果<br>（千円）</th><th colspan=2>計画額</th><td>0</td><td>3,500</td></tr>
<tr><th colspan=2>実績額</th><td>0</td><td>3,210</td></tr>
<tr><th colspan=3>進捗状況</th><td>順調</td><td>概ね順調</td></tr>
</table>
"""
    head = "<html><body><h1>雲雀野市行政経営改革プラン</h1><p>計画期間　令和5年度～令和6年度</p>"
    records = _written(tmp_path, f"{head}{text}</body></html>", "plan.html")
    indicators = {n.facts["name"]: n.facts for n in _of(records, "Indicator")}
    assert set(indicators) == {"削減時間"}
    values = [(v["kind"], v["fiscal_year"], v["value"]) for v in indicators["削減時間"]["values"]]
    assert sorted(values) == [("actual", 2023, 620), ("target", 2023, 500), ("target", 2024, 2000)]
    effects = {
        n.facts["fiscal_year"]: (n.facts["total"], n.facts["achieved"])
        for n in _of(records, "Budget")
    }
    assert effects == {2023: (0, 0), 2024: (3_500_000, 3_210_000)}
    grades = {n.facts["fiscal_year"]: n.facts["grade"] for n in _of(records, "Evaluation")}
    assert grades == {2023: "順調", 2024: "概ね順調"}
    assert [n.facts["title"] for n in _of(records, "Goal")] == ["業務の最適化"]


_NARROW = """\
令和６年度 鳴瀬川市行財政改革実行プラン進捗管理表

改革の柱   No.   実施項目   担当課    取組概要   指標     単位    令和５年度               令和６年度               今後の方
                                               目標値     実績値    評価   目標値     実績値    評価   向性
柱１ 選   1     移住相談   企画課    相談窓口   移住相談   件     210     198    Ｂ    260     305    Ａ    継続
ばれるま         体制の強          を一本化   件数
ちづくり         化             し、オン
                           ライン相
                           談にも対
                           応する。
       2     空き家バ   都市計画   登録物件   空き家バ   件     20      14     Ｃ    25      19     Ｃ    見直し
             ンクの充   課      の現地調   ンクの成
             実             査を委託   約件数
                           する。
柱２ 強   3     ふるさと   財政課    返礼品の   寄附額    百万円   450     512    Ａ    500     623    Ａ    拡充
い財政基         納税の推          事業者を
盤            進             開拓し、
                           掲載サイ
                           トを増や
                           す。
\f"""


def test_a_list_in_narrow_columns_of_text_is_read(tmp_path: Path) -> None:
    """What ``pdftotext -layout`` makes of a list: each word parted over lines of four letters."""
    records = _written(tmp_path, _NARROW)
    plans = _plans(records)
    assert list(plans) == ["移住相談体制の強化", "空き家バンクの充実", "ふるさと納税の推進"]
    first = plans["移住相談体制の強化"].facts
    assert first["number"] == "1"
    assert first["overview"] == "相談窓口を一本化し、オンライン相談にも対応する。"
    values = {
        n.facts["name"]: [(v["kind"], v["fiscal_year"], v["value"]) for v in n.facts["values"]]
        for n in _of(records, "Indicator")
    }
    assert values["空き家バンクの成約件数"] == [
        ("actual", 2023, 14),
        ("target", 2023, 20),
        ("actual", 2024, 19),
        ("target", 2024, 25),
    ]
    assert {n.facts["name"] for n in _of(records, "Department")} == {
        "企画課",
        "都市計画課",
        "財政課",
    }
    assert [n.facts["title"] for n in _of(records, "Goal")] == [
        "選ばれるまちづくり",
        "強い財政基盤",
    ]
    assert "columns-by-position" in {finding.code for finding in records.findings}


def test_what_a_title_holds_beside_the_name() -> None:
    assert without_period("行政改革プラン【令和7年度～令和10年度】") == "行政改革プラン"
    assert year_evaluated("夕凪市行財政改革大綱　令和6年度取組状況報告書") == 2024
