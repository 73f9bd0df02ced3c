# ruff: noqa: E501
"""What an effect came to by year (効果額の実績), beside what is aimed at."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from keikaku.loaders import load
from tests.layouts.town_books import put

_FRONT = ("番号", "取組名", "担当課", "取組内容", "課題")


def _list(path: Path) -> Path:
    """A list with 目標 and 実績 under each year of 効果額."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet["A1"] = "みどり町行政改革実施計画"
    for column, text in enumerate(_FRONT, 1):
        put(sheet, 3, column, column, text, rows=3)
    put(sheet, 3, 6, 9, "効果額（千円）")
    for at, year in enumerate(("R7", "R8")):
        put(sheet, 4, 6 + 2 * at, 7 + 2 * at, year)
        for k, text in enumerate(("目標", "実績")):
            sheet.cell(5, 6 + 2 * at + k, text)
    for row, title in enumerate(("窓口の改善", "会議の見直し"), 6):
        values = (f"1-{row - 5}", title, "総務課", "手順を見直します。", "負担がある。", 100, 90, 200, -50)  # fmt: skip
        for column, value in enumerate(values, 1):
            sheet.cell(row, column, value)
    book.save(path)
    return path


def _form(path: Path, upper: str, lower: str, group: str = "") -> Path:
    """A sheet for each plan, its effects in two rows under years."""
    import openpyxl

    book = openpyxl.Workbook()
    for n, title in enumerate(("窓口の改善", "会議の見直し"), 1):
        sheet: Any = book.create_sheet(f"1-{n}")
        values = (f"1-{n}", title, "総務課", "手順を見直します。", "負担がある。")
        for row, (name, value) in enumerate(zip(("取組番号", *_FRONT[1:]), values, strict=True), 1):
            put(sheet, row, 1, 2, name)
            put(sheet, row, 3, 6, value)
        first = 2 if group else 1
        if group:
            put(sheet, 7, 1, 1, group, rows=3)
        put(sheet, 7, first, 2, "区分")
        put(sheet, 8, first, 2, upper)
        put(sheet, 9, first, 2, lower)
        years: tuple[tuple[object, ...], ...] = (("R7", 100, 90), ("R8", 200, -50))
        for column, cells in enumerate(years, 3):
            for row, amount in enumerate(cells, 7):
                sheet.cell(row, column, amount)
    book.save(path)
    return path


@pytest.mark.parametrize("kind", ["list", "rows", "group"])
def test_both_are_kept_for_each_year(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    if kind == "list":
        _list(path)
    elif kind == "rows":
        _form(path, "効果見込額（千円）", "効果実績額（千円）")
    else:
        _form(path, "目標額", "実績額", "効果額（千円）")
    nodes = load(path).nodes
    budgets = {
        (n.id.rpartition("/budget/")[2]): (n.facts["total"], n.facts["achieved"])
        for n in nodes
        if n.kind == "Budget"
    }
    assert budgets == {
        f"1-{n}/effect/{year}": amounts
        for n in (1, 2)
        for year, amounts in ((2025, (100_000, 90_000)), (2026, (200_000, -50_000)))
    }
    assert not [n for n in nodes if n.kind == "Indicator"]


@pytest.mark.parametrize("head", ["5年間の合計", "取組全体の額"])
def test_a_sum_before_the_years_is_no_indicator(head: str, tmp_path: Path) -> None:
    """効果額 | 5年間の合計 | R7 | R8 over 300 | 100 | 200: the sum names nothing."""
    import openpyxl

    book = openpyxl.Workbook()
    for n, title in enumerate(("窓口の改善", "会議の見直し"), 1):
        sheet: Any = book.create_sheet(f"1-{n}")
        for row, (name, value) in enumerate((("取組番号", f"1-{n}"), ("取組名", title)), 1):
            put(sheet, row, 1, 2, name)
            put(sheet, row, 3, 6, value)
        put(sheet, 3, 1, 2, "効果額（千円）", rows=2)
        for row, cells in enumerate(((head, "R7", "R8", "R9"), ("△300", "△500", "200", "0")), 3):
            put(sheet, row, 3, 4, cells[0])
            for column, cell in enumerate(cells[1:], 5):
                sheet.cell(row, column, cell)
    del book["Sheet"]
    book.save(tmp_path / "forms.xlsx")
    records = load(tmp_path / "forms.xlsx")
    assert not [n for n in records.nodes if n.kind == "Indicator"]
    effects = [n.facts for n in records.nodes if n.kind == "Budget"]
    assert [(e["fiscal_year"], e["total"]) for e in effects[:2]] == [
        (2025, -500_000),
        (2026, 200_000),
    ]
