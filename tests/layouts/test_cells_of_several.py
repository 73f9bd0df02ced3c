"""Cells of a list that hold several things: prose by labels, steps by year, marks of roles."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docx import Document
from openpyxl import Workbook

from keikaku.graph.records import Records
from keikaku.loaders import load
from keikaku.loaders.layouts.proposal.proposal import propose
from keikaku.loaders.readers import read_source

_HEAD = ("No.", "取組名", "区分", "担当課（◎主管課、○関係課）", "取組の概要", "年度別計画")
_STEPS = "＜窓口の統合＞\n令和8年度：設計\n令和9年度～令和10年度：実施\n＜検証＞\n令和10年度：検証"
_PROSE = (
    "【現状・課題】\n窓口が５つに分かれている。\n【取組内容】\n・窓口を統合する。\n・予約を受ける。"
)


def _nodes(records: Records, kind: str) -> list[dict[str, Any]]:
    return [node.facts for node in records.nodes if node.kind == kind]


def _list(folder: Path, rows: list[tuple[str, ...]], head: tuple[str, ...] = _HEAD) -> Records:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["波止町行政改革プラン（令和8年度～令和10年度）"])
    sheet.append(["区分　新：新規、継：継続、拡：拡充"])
    sheet.append([])
    for row in (head, *rows):
        sheet.append(row)
    path = folder / "plan.xlsx"
    book.save(path)
    return load(path)


def _town(folder: Path) -> Records:
    who = "◎市民部　市民課\n○税務課\n○企画部　政策課"
    return _list(
        folder,
        [
            ("1", "総合窓口の設置", "新", who, _PROSE, _STEPS),
            ("2", "広告の募集", "継", "◎財政課", _PROSE, _STEPS),
            ("3", "公用車の削減", "拡", "◎財政課\n○市民課", _PROSE, _STEPS),
        ],
    )


def test_letters_of_kinds_are_read_as_their_words(tmp_path: Path) -> None:
    kinds = [plan["category"] for plan in _nodes(_town(tmp_path), "Plan")]
    assert kinds == ["新規", "継続", "拡充"]


def test_labels_inside_a_cell_part_its_prose(tmp_path: Path) -> None:
    first = _nodes(_town(tmp_path), "Plan")[0]
    assert first["problem"] == "窓口が5つに分かれている。"
    assert first["overview"] == "・窓口を統合する。\n・予約を受ける。"


def test_prose_with_one_label_only_stays_whole(tmp_path: Path) -> None:
    one = "窓口を統合する。\n【取組内容】\n予約を受ける。"
    records = _list(tmp_path, [("1", "総合窓口の設置", "新規", "市民課", one, _STEPS)])
    assert _nodes(records, "Plan")[0]["overview"] == one


def test_steps_named_in_one_cell_have_their_years(tmp_path: Path) -> None:
    records = _town(tmp_path)
    steps = [(m["text"], m["first_year"], m["last_year"]) for m in _nodes(records, "Milestone")]
    assert steps[:3] == [("設計", 2026, 2026), ("実施", 2027, 2028), ("検証", 2028, 2028)]
    assert [a["title"] for a in _nodes(records, "Action")][:2] == ["窓口の統合", "検証"]


def test_steps_on_one_line_behind_their_names(tmp_path: Path) -> None:
    steps = "窓口の統合：R8 設計、R9 実施\n検証：R10 検証"
    records = _list(tmp_path, [("1", "総合窓口の設置", "新規", "市民課", _PROSE, steps)])
    assert [(m["text"], m["first_year"]) for m in _nodes(records, "Milestone")] == [
        ("設計", 2026),
        ("実施", 2027),
        ("検証", 2028),
    ]


def test_a_mark_of_a_role_ends_the_division_before_it(tmp_path: Path) -> None:
    records = _town(tmp_path)
    names = {node.id: node.facts["name"] for node in records.nodes if node.kind == "Department"}
    above = {
        (names[edge.source], names[edge.target])
        for edge in records.edges
        if edge.type == "PART_OF" and edge.source in names
    }
    assert above == {("市民課", "市民部"), ("政策課", "企画部")}


def test_a_column_of_others_beside_the_lead_has_no_division_of_it(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["整理番号", "取組名", "担当部署", None, None, "取組内容"])
    sheet.append([None, None, "部局名", "主管課", "関係課", None])
    sheet.append([1, "総合窓口の設置", "市民部", "市民課", "税務課\n政策課", "窓口を統合する。"])
    sheet.append([2, "広告の募集", "財務部", "財政課", "市民課", "広告を募る。"])
    for span in ("A1:A2", "B1:B2", "C1:E1", "F1:F2"):
        sheet.merge_cells(span)
    path = tmp_path / "plan.xlsx"
    book.save(path)
    records = load(path)
    names = {node.id: node.facts["name"] for node in records.nodes if node.kind == "Department"}
    above = {
        (names[e.source], names[e.target])
        for e in records.edges
        if e.type == "PART_OF" and e.source in names
    }
    assert above == {("市民課", "市民部"), ("財政課", "財務部")}
    roles = [
        (names[e.source], e.facts["role"])
        for e in records.edges
        if e.source in names and e.type == "RESPONSIBLE_FOR"
    ]
    assert roles[:3] == [("市民課", "lead"), ("税務課", "co"), ("政策課", "co")]


def _levels(records: Records) -> list[tuple[str | None, str | None, str]]:
    kinds = ("Goal", "Initiative")
    return [
        (n.facts.get("level"), n.facts.get("number"), n.facts["title"])
        for n in records.nodes
        if n.kind in kinds
    ]


def test_a_word_that_a_source_numbers_names_its_level(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("波止町行政改革プラン（令和8年度～令和10年度）", 0)
    document.add_heading("基本方針１　身近な役場", 1)
    for at, level in enumerate(("窓口の改善", "情報の発信"), 1):
        document.add_heading(f"集中改革（{at}）　{level}", 2)
        document.add_paragraph(f"表{at}　取組の内容")
        table = document.add_table(1, 3)
        for cell, text in zip(table.rows[0].cells, ("No.", "取組名", "担当課"), strict=True):
            cell.text = text
        for cell, text in zip(
            table.add_row().cells, (str(at), f"{level}の推進", "総務課"), strict=True
        ):
            cell.text = text
    path = tmp_path / "plan.docx"
    document.save(str(path))
    assert _levels(load(path)) == [
        ("基本方針", "1", "身近な役場"),
        ("集中改革", "1", "窓口の改善"),
        ("集中改革", "2", "情報の発信"),
    ]


def test_numbered_titles_under_a_word_for_priorities_are_a_level(tmp_path: Path) -> None:
    head = ("整理番号", "重点取組", "取組名", "担当課", "取組内容")
    rows: list[tuple[str, ...]] = [
        ("1", "(1) 窓口の改善", "総合窓口の設置", "市民課", "窓口を統合する。"),
        ("2", "(1) 窓口の改善", "広告の募集", "財政課", "広告を募る。"),
        ("3", "(2) 情報の発信", "広報の見直し", "総務課", "広報を見直す。"),
    ]
    assert _levels(_list(tmp_path, rows, head)) == [
        ("重点取組", "1", "窓口の改善"),
        ("重点取組", "2", "情報の発信"),
    ]


def test_numbered_lines_in_a_plan_are_no_plans(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("波止町行政改革プラン（令和8年度～令和10年度）", 0)
    for number, title in (("（１）", "パブリックコメント制度の見直し"), ("（２）", "広告の募集")):
        document.add_heading(f"{number}　{title}", 2)
        document.add_paragraph("主管課：総務課　　関係課：財政課")
        document.add_paragraph("ア　現状と課題")
        document.add_paragraph("意見の提出が少ない。")
        document.add_paragraph("イ　取組内容")
        for line in ("次のとおり進める。", "①概要版の作成", "②期間の延長", "③要綱の改正"):
            document.add_paragraph(line)
        document.add_paragraph("ウ　年度別の取組")
        table = document.add_table(0, 3)
        for row in (("年度", "令和8年度", "令和9年度"), ("要綱", "準備", "改正")):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    path = tmp_path / "plan.docx"
    document.save(str(path))
    plans = _nodes(load(path), "Plan")
    assert [plan["title"] for plan in plans] == ["パブリックコメント制度の見直し", "広告の募集"]
    assert plans[0]["problem"] == "意見の提出が少ない。"
    assert plans[0]["overview"].endswith("①概要版の作成\n②期間の延長\n③要綱の改正")


def test_a_legend_is_no_plan_of_a_proposal(tmp_path: Path) -> None:
    _town(tmp_path)
    reading = propose(read_source(tmp_path / "plan.xlsx")).choice.reading
    assert (len(reading.records), len(reading.plans)) == (4, 3)
