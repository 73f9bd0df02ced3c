"""An effect that a table prints in parts, 歳入 and 歳出, with or without their sum."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook

from keikaku.graph.records import Records
from keikaku.loaders import load

_YEARS = ("令和8年度", "令和9年度", "令和10年度")
_PARTS = {"歳入": ("0", "500", "800"), "歳出": ("△1,200", "300", "400")}
_SUM = {"計": ("△1,200", "800", "1,200")}
_YEN = {2026: -1_200_000, 2027: 800_000, 2028: 1_200_000}


def _effects(records: Records) -> dict[str, dict[int, int]]:
    """Return the effect of each plan by year, in yen."""
    budgets = {n.id: n.facts for n in records.nodes if n.kind == "Budget"}
    titles = {n.id: n.facts["title"] for n in records.nodes if n.kind == "Plan"}
    known: dict[str, dict[int, int]] = {}
    for edge in records.edges:
        if edge.type == "HAS_BUDGET":
            facts = budgets[edge.target]
            assert facts["stage"] == "effect"
            known.setdefault(titles[edge.source], {})[facts["fiscal_year"]] = facts["total"]
    return known


def _book(folder: Path, rows: Mapping[str, Sequence[str]]) -> Records:
    """Read a list of plans with a second sheet of their effects, a row for each part."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "一覧"
    sheet.append(["整理番号", "取組名", "担当課", "取組内容"])
    for number, title in ((1, "窓口の見直し"), (2, "広告の募集")):
        sheet.append([number, title, "総務課", f"{title}を進める。"])
    sheet = book.create_sheet("財政効果")
    sheet.append(["財政効果額（単位：千円）"])
    sheet.append(["整理番号", "取組名", "内訳", *_YEARS])
    for number, title in ((1, "窓口の見直し"), (2, "広告の募集")):
        for name, values in rows.items():
            sheet.append([number, title, name, *values])
    path = folder / "plan.xlsx"
    book.save(path)
    return load(path)


def test_the_sum_of_a_list_is_the_effect_and_its_parts_are_not(tmp_path: Path) -> None:
    records = _book(tmp_path, {**_PARTS, **_SUM})
    assert _effects(records) == {"窓口の見直し": _YEN, "広告の募集": _YEN}
    assert not [n for n in records.nodes if n.kind == "Indicator"]


def test_parts_without_a_sum_are_added_up_and_the_evidence_says_so(tmp_path: Path) -> None:
    records = _book(tmp_path, _PARTS)
    assert _effects(records) == {"窓口の見直し": _YEN, "広告の募集": _YEN}
    notes = {e.reading for n in records.nodes if n.kind == "Budget" for e in n.evidence}
    assert notes == {"inferred"}


def test_a_gain_less_its_cost_is_the_effect(tmp_path: Path) -> None:
    gain, cost = ("0", "1,000", "1,500"), ("△1,200", "△200", "△300")
    rows = {"効果額（歳入増・歳出減）": gain, "経費（歳出増）": cost, "差引効果額": _SUM["計"]}
    document = Document()
    document.add_heading("波止町行政改革プラン（令和8年度～令和10年度）", 0)
    for number, title in (("1-1-1", "窓口の見直し"), ("1-1-2", "広告の募集")):
        document.add_heading(f"{number}　{title}", 2)
        document.add_paragraph("担当課：総務課")
        document.add_paragraph("取組内容：窓口の案内を見直し、待ち時間を短くする。")
        document.add_paragraph("【財政効果】（単位：千円）")
        table = document.add_table(0, 4)
        for line in (("区分", *_YEARS), *((name, *values) for name, values in rows.items())):
            for cell, text in zip(table.add_row().cells, line, strict=True):
                cell.text = text
    path = tmp_path / "plan.docx"
    document.save(str(path))
    assert _effects(load(path)) == {"窓口の見直し": _YEN, "広告の募集": _YEN}


@pytest.mark.parametrize("down", [False, True])
def test_parts_in_a_small_table_of_a_plan(tmp_path: Path, down: bool) -> None:
    document = Document()
    document.add_heading("波止町行政改革プラン（令和8年度～令和10年度）", 0)
    rows = {"歳入の増加": _PARTS["歳入"], "歳出の削減": _PARTS["歳出"], "合計": _SUM["計"]}
    for number, title in (("1-1-1", "窓口の見直し"), ("1-1-2", "広告の募集")):
        document.add_heading(f"{number}　{title}", 2)
        document.add_paragraph("担当課：総務課")
        document.add_paragraph("取組内容：窓口の案内を見直し、待ち時間を短くする。")
        document.add_paragraph("オ　財政効果（単位：千円）")
        lines = [["年度", *_YEARS], *([name, *values] for name, values in rows.items())]
        lines = [list(line) for line in zip(*lines, strict=True)] if down else lines
        table = document.add_table(0, len(lines[0]))
        for line in lines:
            for cell, text in zip(table.add_row().cells, line, strict=True):
                cell.text = text
    path = tmp_path / "plan.docx"
    document.save(str(path))
    records = load(path)
    assert _effects(records) == {"窓口の見直し": _YEN, "広告の募集": _YEN}
    assert not [n for n in records.nodes if n.kind == "Indicator"]
