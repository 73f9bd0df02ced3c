"""A headed text that is typed into sheets, with the small tables of each plan between its lines."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from keikaku.graph.records import Records
from keikaku.loaders import load
from keikaku.loaders.layouts.proposal.proposal import propose
from keikaku.loaders.readers import read_source

_YEARS = ("2026年度", "2027年度", "2028年度")
_GOALS = {
    "Ⅰ": ("身近な役場", ["総合窓口の設置", "広報の見直し"]),
    "Ⅱ": ("健全な財政", ["広告の募集", "基金の運用"]),
}


def _book(folder: Path) -> Records:
    book = Workbook()
    for number, (goal, titles) in _GOALS.items():
        sheet = book.create_sheet(f"重点目標{number}")
        sheet.append(["波止町行政改革推進計画（令和8年度～令和10年度）"])
        sheet.append([f"重点目標{number}　{goal}"])
        sheet.append([])
        sheet.append(["１　取組の推進"])
        for at, title in enumerate(titles, 1):
            sheet.append([])
            sheet.append([f"（{at}）　{title}"])
            sheet.append(["　区分：新規"])
            sheet.append(["　主管課：総務課"])
            sheet.append(["■現状と課題"])
            sheet.append([f"{title}が遅れている。"])
            sheet.append(["■取組内容"])
            sheet.append([f"{title}を進める。"])
            sheet.append(["■年度別の取組"])
            sheet.append(["取組項目", *_YEARS])
            sheet.append([title, "準備", "実施", "→"])
            sheet.append(["■数値目標"])
            sheet.append(["指標", "単位", *_YEARS])
            sheet.append(["利用者数", "人", 10, 20, 30])
    del book["Sheet"]
    path = folder / "plan.xlsx"
    book.save(path)
    return load(path)


def test_plans_begin_at_the_numbers_that_stand_over_their_labels(tmp_path: Path) -> None:
    records = _book(tmp_path)
    plans = [node.facts for node in records.nodes if node.kind == "Plan"]
    assert [(plan["number"], plan["title"]) for plan in plans] == [
        ("1", "総合窓口の設置"),
        ("2", "広報の見直し"),
        ("1", "広告の募集"),
        ("2", "基金の運用"),
    ]
    assert [plan["problem"] for plan in plans][:1] == ["総合窓口の設置が遅れている。"]
    assert [plan["category"] for plan in plans] == ["新規"] * 4
    goals = [(n.facts["number"], n.facts["title"]) for n in records.nodes if n.kind == "Goal"]
    assert goals == [("I", "身近な役場"), ("II", "健全な財政")]
    values = [len(n.facts["values"]) for n in records.nodes if n.kind == "Indicator"]
    assert values == [3] * 4


def _sheets() -> dict[str, list[list[str]]]:
    """Return a list of plans, their schedule and their targets, keyed by the plan's number."""
    titles = {"1": "総合窓口の設置", "2": "広報の見直し", "3": "広告の募集"}
    return {
        "目次": [["波止町行政改革推進計画"], [], ["市民部", "2件"], ["財務部", "1件"]],
        "一覧": [
            ["１　取組一覧"],
            [],
            ["整理番号", "取組名", "担当部", "担当課", "取組内容"],
            *([n, title, "市民部", "市民課", f"{title}を進める。"] for n, title in titles.items()),
        ],
        "工程": [
            ["２　年度別計画"],
            [],
            ["整理番号", "取組名", "実施項目", *_YEARS],
            *([n, title, f"{title}の準備", "検討", "試行", "実施"] for n, title in titles.items()),
        ],
        "指標": [
            ["３　成果指標"],
            [],
            ["整理番号", "取組名", "指標名", "単位", "現状値", *_YEARS],
            *([n, title, "利用者数", "人", "5", "10", "20", "30"] for n, title in titles.items()),
        ],
    }


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
def test_all_sheets_in_one_csv_file_are_read_as_tables_of_their_own(
    tmp_path: Path, encoding: str
) -> None:
    path = tmp_path / "plan.csv"
    rows = [row for sheet in list(_sheets().values())[1:] for row in sheet]
    width = max(map(len, rows))
    lines = (",".join([*row, *[""] * (width - len(row))]) for row in rows)
    path.write_text("\n".join(lines), encoding=encoding)
    records = load(path)
    plans = [node.facts for node in records.nodes if node.kind == "Plan"]
    assert [(plan["number"], plan["title"]) for plan in plans] == [
        ("1", "総合窓口の設置"),
        ("2", "広報の見直し"),
        ("3", "広告の募集"),
    ]
    kinds = [node.kind for node in records.nodes]
    assert (kinds.count("Milestone"), kinds.count("Indicator")) == (9, 3)


def test_a_sheet_of_contents_holds_no_labels(tmp_path: Path) -> None:
    book = Workbook()
    for name, rows in _sheets().items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    del book["Sheet"]
    path = tmp_path / "plan.xlsx"
    book.save(path)
    labels = [each.label for each in propose(read_source(path)).labels]
    assert "市民部" not in labels
    assert "取組名" in labels
