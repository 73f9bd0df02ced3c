"""A headed text that is typed into sheets, with the small tables of each plan between its lines."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook

from keikaku.graph.records import Records
from keikaku.loaders import load

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
