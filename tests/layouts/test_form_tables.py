"""Tables within forms: halves of years, years down the rows, units in corners."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from keikaku import loaders
from keikaku.graph.records import Records
from keikaku.loaders.layouts.labels.head_years import year_head
from keikaku.loaders.layouts.labels.label_parts import label

_PAGE = """<!doctype html><meta charset="utf-8"><title>ひかり野市行政改革実施計画</title>
<h1>ひかり野市行政改革実施計画</h1><p>計画期間　令和8年度～令和9年度</p>"""
_FORM = """<table border="1">
<tr><th>取組番号</th><td>{number}</td><th>取組名</th><td colspan="4">{name}</td></tr>
<tr><th>担当部署</th><td colspan="2">総務部／総務課（管理係）</td><th>関連目標</th>
<td colspan="3">SDGs 9・16</td></tr>
<tr><th>取組内容</th><td colspan="6">手続を見直し、順次広げます。</td></tr>
{rows}</table>"""
_NAMES = (("1-1", "窓口の見直し"), ("1-2", "施設の再編"))


def facts(records: Records, kind: str) -> list[dict[str, Any]]:
    return [node.facts for node in records.nodes if node.kind == kind]


def load(folder: Path, rows: str) -> Records:
    forms = [_FORM.format(number=number, name=name, rows=rows) for number, name in _NAMES]
    path = folder / "hikarino.html"
    path.write_text("\n".join([_PAGE, *forms]), encoding="utf-8")
    return loaders.load(path)


@pytest.mark.parametrize("parts", [("前期", "後期"), ("上半期", "下半期"), ("4～9月", "10～3月")])
def test_a_step_below_a_part_of_a_year_belongs_to_the_year(
    tmp_path: Path, parts: tuple[str, str]
) -> None:
    heads = "".join(f"<th>{part}</th>" for part in parts * 2)
    records = load(
        tmp_path,
        f"""<tr><th rowspan="3">年度別計画</th><th colspan="2" rowspan="2">取組事項</th>
<th colspan="2">令和8年度</th><th colspan="2">令和9年度</th></tr><tr>{heads}</tr>
<tr><td colspan="2">総合窓口</td><td>検討</td><td colspan="2">試行</td><td>実施</td></tr>""",
    )
    steps = [(m["text"], m["first_year"], m["last_year"]) for m in facts(records, "Milestone")]
    assert steps[:3] == [("検討", 2026, 2026), ("試行", 2026, 2027), ("実施", 2027, 2027)]


@pytest.mark.parametrize("head", ["令和8年度 前期", "令和8年度　第1四半期", "R8（4～6月）"])
def test_a_head_names_the_year_of_its_part(head: str) -> None:
    year = year_head(head)
    assert year is not None
    assert (year.year, year.last, year.rest) == (2026, 2026, "")


def test_a_numbered_heading_about_each_year_names_none() -> None:
    assert label("３　年度別の取組").year is None


def test_a_unit_on_the_line_below_a_name_is_no_word_of_it() -> None:
    parsed = label("見直した事業の数\n（事業）")
    assert (parsed.segments, parsed.unit) == (("見直した事業の数",), "事業")


_DOWN = """<tr><th>目標値</th><td colspan="6"><table>
<tr><th rowspan="2">年度</th><th>{name}</th></tr><tr><td>単位：{unit}</td></tr>
<tr><td>令和6年度（現状）</td><td>12</td></tr><tr><td>令和8年度</td><td>15</td></tr>
<tr><td>令和9年度</td><td>20</td></tr><tr><td>令和10年度</td><td>30</td></tr></table></td></tr>"""


@pytest.mark.parametrize(
    ("name", "unit"), [("職員数", "人"), ("時間外勤務（月）", "時間"), ("電気の使用量", "MWh")]
)
def test_years_down_the_rows_hold_the_targets_of_an_indicator(
    tmp_path: Path, name: str, unit: str
) -> None:
    rows = _DOWN.format(name=name, unit=unit)
    indicator, *_ = facts(load(tmp_path, rows), "Indicator")
    assert indicator["name"] == name
    assert (indicator["baseline"]["value"], indicator["baseline"]["unit"]) == (12, unit)
    values = {v["fiscal_year"]: v["value"] for v in indicator["values"] if v["kind"] == "target"}
    assert values == {2026: 15, 2027: 20, 2028: 30}


def test_a_unit_in_the_corner_is_that_of_the_amounts_below(tmp_path: Path) -> None:
    records = load(
        tmp_path,
        """<tr><th rowspan="2">財政効果額</th><th colspan="2">単位：千円</th>
<th colspan="2">令和8年度</th><th colspan="2">令和9年度</th></tr>
<tr><td colspan="2">効果見込額</td><td colspan="2">△500</td><td colspan="2">1,200</td></tr>""",
    )
    totals = [(each["fiscal_year"], each["total"]) for each in facts(records, "Budget")]
    assert totals[:2] == [(2026, -500_000), (2027, 1_200_000)]


def test_goals_behind_their_word_are_read_beside_a_label_that_is_unknown(tmp_path: Path) -> None:
    records = load(tmp_path, "")
    assert sorted(each["code"] for each in facts(records, "SdgTarget")) == ["16", "9"]


def test_a_section_in_brackets_stands_below_its_department(tmp_path: Path) -> None:
    records = load(tmp_path, "")
    parts = {
        (e.source.rpartition("/")[2], e.target.rpartition("/")[2])
        for e in records.edges
        if e.type == "PART_OF" and "/department/" in e.source
    }
    assert parts == {("総務課", "総務部"), ("総務課管理係", "総務課")}


def test_a_title_with_its_unit_at_the_right_edge_heads_the_amounts_of_a_sheet(
    tmp_path: Path,
) -> None:
    book = Workbook()
    book.active.title = "表紙"  # type: ignore[union-attr]
    for number, name in _NAMES:
        sheet = book.create_sheet(number)
        for row in (
            ["取組番号", number, "取組名", name],
            ["担当課", "総務課"],
            [],
            ["１　取組内容"],
            ["手続を見直し、順次広げます。"],
            [],
            ["２　財政効果見込額", None, None, "（単位：千円）"],
            ["令和8年度", "令和9年度", "令和10年度", "計"],
            [-500, 1200, 1300, 2000],
        ):
            sheet.append(row)
    book.save(tmp_path / "hikarino.xlsx")
    records = loaders.load(tmp_path / "hikarino.xlsx")
    totals = [(each["fiscal_year"], each["total"]) for each in facts(records, "Budget")]
    assert totals[:3] == [(2026, -500_000), (2027, 1_200_000), (2028, 1_300_000)]


_OVER = """<table border="1">
<tr><th>基本方針</th><th>重点項目</th><th>取組番号</th><th>区分</th></tr>
<tr><td>Ⅰ　開かれた市政</td><td>1　窓口</td><td>{number}</td><td>☑新規 ☐継続</td></tr>
<tr><th colspan="2">取組名</th><th>所管課</th><th>関係課</th></tr>
<tr><td colspan="2">{name}</td><td>総務課</td><td>財政課</td></tr>
<tr><th colspan="2">現状と課題</th><th colspan="2">取組内容</th></tr>
<tr><td colspan="2">待ち時間が長くなっています。</td>
<td colspan="2">予約の仕組みを設けます。</td></tr>
<tr><th colspan="4">関連するSDGs</th></tr><tr><td colspan="4">目標9</td></tr></table>
<p>■成果指標</p><table border="1">
<tr><th>指標名</th><th>単位</th><th></th><th>基準値</th><th>令和8年度</th><th>令和9年度</th></tr>
<tr><td rowspan="2">待ち時間</td><td rowspan="2">分</td><td>目標</td><td rowspan="2">28</td>
<td>25</td><td>20</td></tr><tr><td>実績</td><td></td><td></td></tr>
<tr><td rowspan="2">申請の件数</td><td rowspan="2">件</td><td>目標</td><td rowspan="2">300</td>
<td>400</td><td>600</td></tr><tr><td>実績</td><td></td><td></td></tr></table>"""


@pytest.fixture
def labels_over_values(tmp_path: Path) -> Records:
    forms = [_OVER.format(number=number, name=name) for number, name in _NAMES]
    path = tmp_path / "hikarino.html"
    path.write_text("\n".join([_PAGE, *forms]), encoding="utf-8")
    return loaders.load(path)


def test_labels_over_their_values_are_a_form_and_no_list(labels_over_values: Records) -> None:
    plans = facts(labels_over_values, "Plan")
    names = [(plan["number"], plan["title"], plan["category"]) for plan in plans]
    assert names == [(number, name, "新規") for number, name in _NAMES]
    assert {plan["problem"] for plan in plans} == {"待ち時間が長くなっています。"}
    goals = [e.target for e in labels_over_values.edges if e.type == "CONTRIBUTES_TO"]
    assert goals == ["sdg/9"] * 2


def test_an_empty_row_of_results_ends_no_table_of_targets(labels_over_values: Records) -> None:
    indicators = facts(labels_over_values, "Indicator")
    assert [(each["name"], each["baseline"]["unit"]) for each in indicators][:2] == [
        ("待ち時間", "分"),
        ("申請の件数", "件"),
    ]
    assert [[v["value"] for v in each["values"]] for each in indicators][:2] == [
        [25, 20],
        [400, 600],
    ]


def test_what_stands_over_the_years_may_only_say_that_they_are_the_plans(tmp_path: Path) -> None:
    records = load(
        tmp_path,
        """<tr><th rowspan="3">工程表</th><th colspan="2" rowspan="2">年度</th>
<th colspan="4">計画期間</th></tr><tr><th colspan="2">8年度</th><th colspan="2">9年度</th></tr>
<tr><td colspan="2">総合窓口</td><td colspan="2">検討</td><td colspan="2">実施</td></tr>""",
    )
    steps = [(m["text"], m["first_year"]) for m in facts(records, "Milestone")]
    assert steps[:2] == [("検討", 2026), ("実施", 2027)]


def test_an_indicator_is_named_beside_its_numbered_label(tmp_path: Path) -> None:
    rows = """<tr><th rowspan="2">成果指標{mark}（単位：{unit}）</th><td rowspan="2">{name}</td>
<th>現状値</th><th colspan="2">8年度</th><th colspan="2">9年度</th></tr>
<tr><td>12</td><td colspan="2">15</td><td colspan="2">20</td></tr>"""
    both = rows.format(mark="①", unit="分", name="待ち時間")
    both += rows.format(mark="②", unit="件", name="申請の件数")
    indicators = facts(load(tmp_path, both), "Indicator")[:2]
    assert [(each["name"], each["baseline"]["unit"]) for each in indicators] == [
        ("待ち時間", "分"),
        ("申請の件数", "件"),
    ]
    assert [len(each["values"]) for each in indicators] == [2, 2]
