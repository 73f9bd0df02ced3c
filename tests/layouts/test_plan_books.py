# ruff: noqa: E501
"""Books of plans as lists: heads of two rows, chapters before them, an appendix of effects."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from keikaku.graph.records import Records
from keikaku.loaders import load

_YEARS = "<th>令和7年度</th><th>令和8年度</th><th>令和9年度</th>"


def _read(folder: Path, body: str) -> Records:
    path = folder / "plan.html"
    path.write_text(
        f"<html><body><h1>夕凪町実施計画（令和7年度～令和9年度）</h1>{body}</body></html>", "utf-8"
    )
    return load(path)


def _facts(records: Records, kind: str) -> list[dict[str, object]]:
    return [node.facts for node in records.nodes if node.kind == kind]


def _effects(records: Records) -> list[tuple[str, int, int]]:
    facts = [n for n in records.nodes if n.kind == "Budget"]
    return sorted((n.id.split("/")[-3], n.facts["fiscal_year"], n.facts["total"]) for n in facts)


_TWO_ROWS = """<table><tr><th colspan="2">柱</th><th colspan="2">施策</th><th colspan="2">事業</th><th rowspan="2">担当課</th>
<th colspan="2">現況値</th><th colspan="2">目標値</th><th rowspan="2">指標名</th></tr>
<tr><th>番号</th><th>名称</th><th>番号</th><th>名称</th><th>番号</th><th>名称</th><th>時点</th><th>値</th><th>目標年度</th><th>値</th></tr>
<tr><td rowspan="2">1</td><td rowspan="2">安心なまち</td><td>1-1</td><td>防災</td><td>1-1-1</td><td>避難所の整備</td><td>防災課</td><td>R5</td><td>3</td><td>R9</td><td>8</td><td>整備した数</td></tr>
<tr><td>1-2</td><td>医療</td><td>1-2-1</td><td>診療所の再編</td><td>医療課</td><td>R6</td><td>19</td><td>R9</td><td>32</td><td>医師の数</td></tr></table>"""


def test_the_second_row_of_a_head_names_number_and_title_of_the_levels_above_it(
    tmp_path: Path,
) -> None:
    records = _read(tmp_path, _TWO_ROWS)
    levels = [n.facts for n in records.nodes if n.kind in ("Goal", "Initiative")]
    assert [(f["level"], f["number"], f["title"]) for f in levels] == [
        ("柱", "1", "安心なまち"),
        ("施策", "1-1", "防災"),
        ("施策", "1-2", "医療"),
    ]
    plans = [(f["number"], f["title"]) for f in _facts(records, "Plan")]
    assert plans == [("1-1-1", "避難所の整備"), ("1-2-1", "診療所の再編")]


def test_a_value_has_the_date_in_the_row_below_its_head(tmp_path: Path) -> None:
    records = _read(tmp_path, _TWO_ROWS)
    nodes = [n for n in records.nodes if n.kind == "Indicator"]
    dates = [(n.facts["baseline"]["fiscal_year"], n.facts["target"]["fiscal_year"]) for n in nodes]
    assert dates == [(2023, 2027), (2024, 2027)]
    assert all(f.get("last_year") is None for f in _facts(records, "Plan"))


def test_a_year_right_behind_a_word_for_targets_is_its_year(tmp_path: Path) -> None:
    body = """<table><tr><th rowspan="2">番号</th><th rowspan="2">事業名</th><th rowspan="2">担当課</th><th colspan="3">成果指標</th></tr>
<tr><th>指標名（単位）</th><th>目標値<br>R7</th><th>目標値<br>R8</th></tr>
<tr><td>1</td><td>避難所の整備</td><td>防災課</td><td>整備した数（か所）</td><td>3</td><td>8</td></tr>
<tr><td>2</td><td>診療所の再編</td><td>医療課</td><td>医師の数（人）</td><td>19</td><td>20</td></tr></table>"""
    (first, _) = _facts(_read(tmp_path, body), "Indicator")
    values = first["values"]
    assert isinstance(values, list)
    assert [(v["fiscal_year"], v["value"]) for v in values] == [(2025, 3), (2026, 8)]


_ROWS = [("1-1-1", "避難所の整備", "防災課"), ("1-1-2", "備蓄の充実", "防災課")]
_LIST = "<table><tr><th>番号</th><th>事業名</th><th>担当課</th></tr>" + "".join(
    f"<tr><td>{n}</td><td>{title}</td><td>{who}</td></tr>" for n, title, who in _ROWS
)
_EFFECTS = f"""<table><tr><th>番号</th><th>事業名</th>{_YEARS}<th>合計</th></tr>
<tr><td>1-1-1</td><td>避難所の整備</td><td>△100</td><td>－</td><td>250</td><td>150</td></tr>
<tr><td>1-1-2</td><td>備蓄の充実</td><td>0</td><td>30</td><td>30</td><td>60</td></tr>
<tr><td colspan="2">柱1　計</td><td>△100</td><td>30</td><td>280</td><td>210</td></tr></table>"""
_IN_YEN = [
    ("1-1-1", 2025, -100_000),
    ("1-1-1", 2027, 250_000),
    ("1-1-2", 2025, 0),
    ("1-1-2", 2026, 30_000),
    ("1-1-2", 2027, 30_000),
]


def test_the_effects_of_the_plans_may_stand_in_an_appendix(tmp_path: Path) -> None:
    body = f"""<h2>柱1　安心なまち</h2>{_LIST}</table><h2>資料編</h2><h3>効果額一覧</h3><p>（単位：千円）</p>{_EFFECTS}
    <h3>用語解説</h3><table><tr><th>事業名</th><th>内容</th></tr><tr><td>備蓄</td><td>蓄えること</td></tr></table>"""
    records = _read(tmp_path, body)
    assert [f["title"] for f in _facts(records, "Plan")] == ["避難所の整備", "備蓄の充実"]
    assert _effects(records) == _IN_YEN


def test_the_title_above_a_sheets_head_names_its_amounts(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["番号", "事業名", "担当課"])
    for row in _ROWS:
        sheet.append(list(row))
    sheet = book.create_sheet("効果額")
    sheet["A1"], sheet["F2"] = "効果額一覧", "（単位：千円）"
    for cells in (
        ["番号", "事業名", "令和7年度", "令和8年度", "令和9年度", "合計"],
        ["1-1-1", "避難所の整備", -100, "－", 250, 150],
        ["1-1-2", "備蓄の充実", 0, 30, 30, 60],
        ["柱1　計", None, -100, 30, 280, 210],
    ):
        sheet.append(cells)
    sheet.merge_cells("A6:B6")
    path = tmp_path / "plan.xlsx"
    book.save(path)
    records = load(path)
    assert [f["title"] for f in _facts(records, "Plan")] == ["避難所の整備", "備蓄の充実"]
    assert _effects(records) == _IN_YEN


def test_a_chapter_before_that_of_the_plans_is_no_level_above_them(tmp_path: Path) -> None:
    body = f"""<h2>第1章　まちの現状</h2><h3>1　計画の趣旨</h3><p>本町の計画です。</p><h2>第2章　主要事業一覧</h2>
    <h2>柱1　安心なまち</h2><h3>施策1-1　防災</h3>{_LIST}</table>"""
    records = _read(tmp_path, body)
    levels = [n.facts["title"] for n in records.nodes if n.kind in ("Goal", "Initiative")]
    assert levels == ["安心なまち", "防災"]


def test_an_arrow_ends_where_its_merged_cell_ends(tmp_path: Path) -> None:
    body = f"""<table><tr><th rowspan="2">番号</th><th rowspan="2">事業名</th><th rowspan="2">担当課</th><th colspan="4">年次計画</th></tr>
<tr><th>取組</th>{_YEARS}</tr>
<tr><td>1</td><td>避難所の整備</td><td>防災課</td><td>工事</td><td colspan="2">工事 ───→</td><td></td></tr>
<tr><td>2</td><td>診療所の再編</td><td>医療課</td><td>再編</td><td>協議</td><td colspan="2">実施 ───→</td></tr></table>"""
    steps = [
        (f["text"], f["first_year"], f["last_year"])
        for f in _facts(_read(tmp_path, body), "Milestone")
    ]
    assert steps == [("工事", 2025, 2026), ("協議", 2025, 2025), ("実施", 2026, 2027)]


@pytest.mark.parametrize("above", ["危機管理監", "市長公室", "会計管理者"])
def test_an_officer_right_above_a_department_is_its_division(above: str, tmp_path: Path) -> None:
    body = f"""<table><tr><th>番号</th><th>事業名</th><th>担当課</th></tr>
<tr><td>1</td><td>避難所の整備</td><td>{above}<br>防災課</td></tr>
<tr><td>2</td><td>診療所の再編</td><td>福祉部<br>医療課</td></tr></table>"""
    records = _read(tmp_path, body)
    leads = {
        e.source.split("/")[-1]
        for e in records.edges
        if e.type == "RESPONSIBLE_FOR" and e.facts["role"] == "lead"
    }
    assert leads == {"防災課", "医療課"}
    assert (above, "防災課") in {
        (e.target.split("/")[-1], e.source.split("/")[-1])
        for e in records.edges
        if e.type == "PART_OF"
    }


def test_a_heading_over_targets_of_a_measure_is_no_level_of_the_plans_below(tmp_path: Path) -> None:
    body = f"""<h2>柱1　安心なまち</h2><h3>施策1-1　防災</h3><h4>【施策の指標】</h4>
    <table><tr><th>指標</th><th>現況値</th><th>目標値（令和9年度）</th></tr><tr><td>備える市民の割合</td><td>52.3</td><td>65.0</td></tr></table>
    <h4>【主要事業】</h4>{_LIST}</table>"""
    records = _read(tmp_path, body)
    levels = [n.facts["title"] for n in records.nodes if n.kind in ("Goal", "Initiative")]
    assert levels == ["安心なまち", "防災"]


def test_a_row_without_number_goes_on_with_the_plan_above_it(tmp_path: Path) -> None:
    """A merged number is not printed again below a page's end."""
    body = f"""{_LIST}</table><p>【年次計画】</p><table><tr><th>番号</th><th>取組</th>{_YEARS}</tr>
    <tr><td>1-1-1</td><td>設計</td><td>設計</td><td></td><td></td></tr>
    <tr><td></td><td>工事</td><td></td><td>着手</td><td>完了</td></tr>
    <tr><td>1-1-2</td><td>購入</td><td>実施</td><td>→</td><td>→</td></tr></table>"""
    records = _read(tmp_path, body)
    of_first = [n.facts["title"] for n in records.nodes if n.kind == "Action" and "/1-1-1/" in n.id]
    assert of_first == ["設計", "工事"]


_WITH_WHO = """<table><tr><th>No.</th><th>取組項目<br>【担当課】<br>（関係課）</th><th>種別</th><th>取組内容</th></tr>
<tr><td>1</td><td>市税の収納（現年分）<br>【財務部収納課】<br>（会計課、税務課）</td><td>継続</td><td>早く知らせます。</td></tr>
<tr><td>2</td><td>窓口の改善<br>【市民部市民課、福祉部国保課】</td><td>新規</td><td>書かない窓口とします。</td></tr></table>"""
_STEPS = f"""<p>＜工程表＞</p><table><tr><th>No.</th><th>工程</th>{_YEARS}</tr>
<tr><td rowspan="2">1</td><td>催告</td><td>実施</td><td>→</td><td>→</td></tr><tr><td>公売</td><td>検討</td><td>実施</td><td>→</td></tr>
<tr><td>2</td><td>窓口の設計</td><td>検討</td><td>試行</td><td>実施</td></tr></table>"""
_TARGETS = f"""<p>＜目標値・効果額＞</p><table><tr><th>No.</th><th>指標名（単位）</th><th>現状値</th>{_YEARS}</tr>
<tr><td rowspan="2">1</td><td>収納率（％）</td><td>98.9</td><td>99.0</td><td>99.1</td><td>99.2</td></tr>
<tr><td>効果額（千円）</td><td>－</td><td>△5</td><td>20</td><td>30</td></tr>
<tr><td>2</td><td>待ち時間（分）</td><td>23</td><td>20</td><td>15</td><td>10</td></tr></table>"""


def _who(records: Records, number: str) -> list[tuple[str, object]]:
    edges = [
        e for e in records.edges if e.type == "RESPONSIBLE_FOR" and e.target.endswith(f"/{number}")
    ]
    return [(edge.source.split("/")[-1], edge.facts["role"]) for edge in edges]


def test_a_name_stands_with_its_departments_in_one_cell_as_the_head_announces(
    tmp_path: Path,
) -> None:
    records = _read(tmp_path, f"<h2>基本方針1　改革</h2>{_WITH_WHO}{_STEPS}{_TARGETS}")
    titles = [f["title"] for f in _facts(records, "Plan")]
    assert titles == ["市税の収納(現年分)", "窓口の改善"]
    assert _who(records, "1") == [("収納課", "lead"), ("会計課", "co"), ("税務課", "co")]
    assert _who(records, "2") == [("市民課", "lead"), ("国保課", "co")]


def test_the_word_over_the_names_of_steps_is_no_step(tmp_path: Path) -> None:
    records = _read(tmp_path, f"<h2>基本方針1　改革</h2>{_WITH_WHO}{_STEPS}{_TARGETS}")
    assert [f["title"] for f in _facts(records, "Action")] == ["催告", "公売", "窓口の設計"]


def test_an_effect_in_thousand_yen_among_targets_is_no_indicator(tmp_path: Path) -> None:
    records = _read(tmp_path, f"<h2>基本方針1　改革</h2>{_WITH_WHO}{_STEPS}{_TARGETS}")
    assert [f["name"] for f in _facts(records, "Indicator")] == ["収納率", "待ち時間"]
    assert _effects(records) == [("1", 2025, -5_000), ("1", 2026, 20_000), ("1", 2027, 30_000)]


def _by_division(path: Path, *, by_name: bool) -> Path:
    """A sheet for each 部, called so, or with its name above the list; rows have labels."""
    import openpyxl

    book = openpyxl.Workbook()
    plans = [("市民部", 1, "窓口の改善"), ("財務部", 2, "収納の推進")]
    for at, (division, number, title) in enumerate(plans):
        sheet: Any = book.create_sheet(division if by_name else f"その{at + 1}")
        sheet["A1"] = "みどり町行政改革実施計画"
        sheet["A2"] = None if by_name else f"【{division}】"
        rows: list[list[object]] = [
            ["No.", "取組項目", "担当課", "項目", "内容", "現状値", "令和7年度", "令和8年度"],
            [number, title, f"第{number}課", "工程", "準備", None, "検討", "実施"],
            [None, None, None, "目標値", "待ち時間（分）", 23, 20, 15],
            [None, None, None, "効果額（千円）", "効果見込額", None, -5, 20],
        ]
        for row, cells in enumerate(rows, 3):
            for column, value in enumerate(cells, 1):
                sheet.cell(row, column, value)
        for letter in "ABC":
            sheet.merge_cells(f"{letter}4:{letter}6")
    book.remove(book.worksheets[0])
    book.save(path)
    return path


@pytest.mark.parametrize("by_name", [True, False])
def test_a_sheet_of_a_division_may_hold_a_single_plan_in_labelled_rows(
    by_name: bool, tmp_path: Path
) -> None:
    records = load(_by_division(tmp_path / "plan.xlsx", by_name=by_name))
    above = {
        (e.source.split("/")[-1], e.target.split("/")[-1])
        for e in records.edges
        if e.type == "PART_OF"
    }
    assert {("第1課", "市民部"), ("第2課", "財務部")} <= above
    assert [f["title"] for f in _facts(records, "Action")] == ["準備", "準備"]
    assert [f["name"] for f in _facts(records, "Indicator")] == ["待ち時間", "待ち時間"]
    assert len(_effects(records)) == 4
