"""Plans under headings: kinds before numbers, parts that introduce, heads with their years."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from keikaku import loaders
from keikaku.graph.records import Records

_PAGE = """<!doctype html><meta charset="utf-8"><title>白樺台市経営プラン2026 | 白樺台市</title>
<div>白樺台市</div><h1>白樺台市経営プラン2026</h1>
<h2>１　プランを定める理由</h2><p>人口の減少に備えるため、市の経営を見直します。</p>
<h2>２　計画期間の考え方</h2><p>令和8年度から令和10年度までの3年間です。</p>
<h2>３　記号の意味</h2><p>△は支出の増を表します。</p>
<h2>改革の視点Ⅰ　手続を変える</h2><h3>施策の方向Ⅰ-1　窓口の見直し</h3>
{plans}
<h2>改革の視点Ⅱ　資産を生かす</h2><h3>施策の方向Ⅱ-1　施設の見直し</h3>
{others}"""
_PLAN = """<h4>【{kind}】{number}　{title}</h4><p>担当：総務部財政課　連携：税務課</p>
<h5>取組内容</h5><p>{title}に取り組みます。</p>
<h5>数値目標</h5><table><tr><th>指標</th><th>単位</th><th>現状<br>R6</th>
<th>R8<br>(2026)</th><th>R9<br>(2027)</th></tr>
<tr><td>利用件数</td><td>件</td><td>216</td><td>300</td><td>450</td></tr></table>
<p>SDGs：<img src="a.png" alt="9 産業と技術革新の基盤をつくろう"><img src="sdg_icon_16.png" alt="">
<img src="logo.png" alt="市章"></p>"""


def facts(records: Records, kind: str) -> list[dict[str, Any]]:
    return [node.facts for node in records.nodes if node.kind == kind]


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Records:
    path = tmp_path_factory.mktemp("headed") / "shirakabadai.html"
    first = _PLAN.format(kind="拡充", number="Ⅰ-1-①", title="電子申請の標準化")
    second = _PLAN.format(kind="新規", number="Ⅰ-1-②", title="予約の電子化")
    third = _PLAN.format(kind="重点】【継続", number="Ⅱ-1-①", title="跡地の活用")
    path.write_text(_PAGE.format(plans=first + second, others=third), encoding="utf-8")
    return loaders.load(path)


def test_a_kind_before_the_number_is_no_part_of_the_name(records: Records) -> None:
    known = [(p["number"], p["title"], p["category"]) for p in facts(records, "Plan")]
    assert known == [
        ("I-1-①", "電子申請の標準化", "拡充"),
        ("I-1-②", "予約の電子化", "新規"),
        ("II-1-①", "跡地の活用", "継続"),
    ]
    assert facts(records, "Plan")[2]["priority"] == "重点"


def test_headings_that_introduce_are_no_level_above_the_first(records: Records) -> None:
    assert [g["title"] for g in facts(records, "Goal")] == ["手続を変える", "資産を生かす"]
    assert [i["title"] for i in facts(records, "Initiative")] == ["窓口の見直し", "施設の見直し"]


def test_the_value_of_today_stands_under_its_word_and_year(records: Records) -> None:
    first = facts(records, "Indicator")[0]
    assert (first["baseline"]["value"], first["baseline"]["fiscal_year"]) == (216, 2024)
    assert [(v["fiscal_year"], v["value"]) for v in first["values"] if v["kind"] == "target"] == [
        (2026, 300),
        (2027, 450),
    ]


def test_icons_of_the_goals_are_read_and_other_pictures_are_not(records: Records) -> None:
    goals = {e.target for e in records.edges if e.type == "CONTRIBUTES_TO"}
    codes = {n.facts["code"] for n in records.nodes if n.id in goals}
    assert codes == {"9", "16"}


def test_the_publisher_above_a_title_that_begins_with_it_is_not_repeated(records: Records) -> None:
    assert records.document["title"] == "白樺台市経営プラン2026"


def _book(folder: Path) -> Path:
    book = Workbook()
    cover = book.active
    assert cover is not None
    cover["B5"], cover["B6"] = "第2次白樺台市行政改革プラン", "行　動　計　画"
    cover["B8"] = "（令和8年度～令和9年度）"
    sheet = book.create_sheet("個票")
    for row in (
        ("取組名", "1　公用車の削減", "", "区分", "新規"),
        ("所管部", "総務部", "", "所管課", "財政課"),
        ("成果指標", "指標名（単位）", "現状\n2024", "2026", "2027"),
        ("", "公用車の台数（台）", 148, 140, 132),
        ("効果額（百万円）", "計　9", "", "△3", "12"),
    ):
        sheet.append(row)
    sheet.merge_cells("A3:A4")
    sheet.merge_cells("B5:C5")
    path = folder / "book.xlsx"
    book.save(path)
    return path


def test_a_sum_before_the_years_of_a_row_is_no_indicator(tmp_path: Path) -> None:
    records = loaders.load(_book(tmp_path))
    indicators = facts(records, "Indicator")
    assert [(i["name"], i["baseline"]["value"]) for i in indicators] == [("公用車の台数", 148)]
    amounts = [(b["fiscal_year"], b["total"]) for b in facts(records, "Budget")]
    assert amounts == [(2026, -3_000_000), (2027, 12_000_000)]


def test_a_title_goes_on_in_the_cell_below_it(tmp_path: Path) -> None:
    title = loaders.load(_book(tmp_path)).document["title"]
    assert title == "第2次白樺台市行政改革プラン 行動計画"
