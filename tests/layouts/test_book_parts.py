"""Parts of a book that hold no plans, and headings of plans as pages print them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.table import Table as WordTable

from keikaku import loaders
from keikaku.graph.records import Records

_PAGE = """<!doctype html><meta charset="utf-8"><title>あさぎり市行政改革プラン</title>
<h1>あさぎり市行政改革プラン</h1><p>計画期間　令和8年度～令和10年度</p>
<h2>改革の柱1　窓口の改善</h2>"""
_PLAN = """<h4><span>{number}</span> {name} <span>{kind}</span></h4>
<dl><dt>担当課</dt><dd>市立病院／経営室</dd><dd>総務部／総務課（管理係）、財務部／財政課（主計係）</dd>
<dt>取組内容</dt><dd>手続を見直し、順次広げます。</dd></dl>
<h5>スケジュール</h5><table><tr><th>項目</th><th>令和8年度</th><th>令和9年度</th>
<th>令和10年度</th></tr><tr><td>窓口</td><td>検討</td><td>試行</td><td>実施</td></tr></table>
<h5>目標と財政効果</h5><table><tr><th>指標</th><th>令和8年度</th><th>令和9年度</th>
<th>令和10年度</th></tr><tr><th>利用率［％］</th><td>10</td><td>20</td><td>40</td></tr>
<tr><th>財政効果額［千円］</th><td>△300</td><td>120</td><td>1,500</td></tr></table>
<ul><li><img src="s9.png" alt="SDGs 9 産業と技術革新の基盤をつくろう"></li></ul>"""
_NAMES = (
    ("1-(1)-①", "総合窓口の見直し", "新規"),
    ("1-(1)-②", "施設の再編", "拡充"),
    ("1-(2)-①", "債権管理の一元化", "継続"),
)


def facts(records: Records, kind: str) -> list[dict[str, Any]]:
    return [node.facts for node in records.nodes if node.kind == kind]


def fill(book: WordDocument, rows: Sequence[Sequence[str]]) -> WordTable:
    table: WordTable = book.add_table(len(rows), len(rows[0]))
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    return table


def page(folder: Path) -> Records:
    plans = [_PLAN.format(number=n, name=name, kind=kind) for n, name, kind in _NAMES]
    path = folder / "asagiri.html"
    path.write_text("\n".join([_PAGE, *plans]), encoding="utf-8")
    return loaders.load(path)


def test_a_kind_behind_a_title_is_no_part_of_it(tmp_path: Path) -> None:
    plans = facts(page(tmp_path), "Plan")
    assert [(p["title"], p["category"]) for p in plans] == [(n, k) for _, n, k in _NAMES]


def test_a_heading_that_every_plan_prints_again_begins_no_plan(tmp_path: Path) -> None:
    records = page(tmp_path)
    indicators = facts(records, "Indicator")
    assert [each["name"] for each in indicators] == ["利用率"] * 3
    assert {each["values"][0]["unit"] for each in indicators} == {"%"}
    totals = [(each["fiscal_year"], each["total"]) for each in facts(records, "Budget")]
    assert totals[:3] == [(2026, -300_000), (2027, 120_000), (2028, 1_500_000)]
    goals = [e for e in records.edges if e.type == "CONTRIBUTES_TO"]
    assert [e.target for e in goals] == ["sdg/9"] * 3


def test_what_stands_before_a_slash_is_the_division(tmp_path: Path) -> None:
    records = page(tmp_path)
    above = {
        e.source.rpartition("/")[2]: e.target.rpartition("/")[2]
        for e in records.edges
        if e.type == "PART_OF" and "/department/" in e.source
    }
    assert above["経営室"] == "市立病院"
    assert above["総務課"] == "総務部"


def test_contents_and_a_chapter_on_the_plan_before_are_no_levels(tmp_path: Path) -> None:
    book = Document()
    book.add_paragraph("あさぎり市行政改革プラン（令和8年度～令和10年度）")
    for n, line in enumerate(
        ("第１章　計画の概要", "第２章　前計画の取組結果", "第３章　取組の体系")
    ):
        book.add_paragraph(f"{line}\t{n + 1}")
    book.add_paragraph("第４章　個別の取組\t4")
    book.add_heading("第１章　計画の概要", 1)
    book.add_heading("第２章　前計画の取組結果", 1)
    past = (("年度", "歳入の確保"), ("令和4年度", "10"), ("令和5年度", "20"), ("令和6年度", "30"))
    fill(book, past)
    book.add_heading("第３章　取組の体系", 1)
    book.add_heading("第４章　個別の取組", 1)
    book.add_heading("柱１　窓口の改善", 2)
    for number, name, _ in _NAMES:
        form = fill(
            book,
            (
                ("取組番号", number, "取組名", name),
                ("改革の柱", "１　窓口の改善", "担当課", "総務課"),
                ("取組内容", "手続を見直し、順次広げます。", "", ""),
            ),
        )
        form.cell(2, 1).merge(form.cell(2, 3))
        book.add_paragraph("※　千円未満は四捨五入している。")
    book.save(str(tmp_path / "asagiri.docx"))
    records = loaders.load(tmp_path / "asagiri.docx")
    goals = [(each["level"], each["number"], each["title"]) for each in facts(records, "Goal")]
    assert goals == [("改革の柱", "1", "窓口の改善")]
    assert [each["title"] for each in facts(records, "Plan")] == [name for _, name, _ in _NAMES]
    assert not facts(records, "Indicator")


def test_the_chapter_of_a_list_is_no_level_over_the_forms_that_it_repeats(tmp_path: Path) -> None:
    rows = "".join(
        f"<tr><td>1　窓口</td><td>{number}</td><td>{name}</td></tr>" for number, name, _ in _NAMES
    )
    forms = [
        f"""<table><tr><th>取組番号</th><td>{number}</td><th>取組名</th><td>{name}</td></tr>
<tr><th>重点項目</th><td>1　窓口</td><th>担当課</th><td>総務課</td></tr>
<tr><th>現状と課題</th><td colspan="3">待ち時間が長くなっています。</td></tr>
<tr><th>取組内容</th><td colspan="3">予約の仕組みを設けます。</td></tr></table>"""
        for number, name, _ in _NAMES
    ]
    parts = [
        _PAGE.partition("<h2>")[0],
        "<h1>第1部　総論</h1><h2>取組一覧</h2>",
        f"<table><tr><th>重点項目</th><th>番号</th><th>取組名</th></tr>{rows}</table>",
        "<h1>第2部　実施計画シート</h1>",
        *forms,
    ]
    (tmp_path / "asagiri.html").write_text("\n".join(parts), encoding="utf-8")
    records = loaders.load(tmp_path / "asagiri.html")
    goals = [(each["level"], each["number"], each["title"]) for each in facts(records, "Goal")]
    assert goals == [("重点項目", "1", "窓口")]


def test_a_table_of_years_down_its_rows_is_no_list_of_plans(tmp_path: Path) -> None:
    years = "".join(
        f"<tr><th>令和{n}年度</th><td>{step}</td><td>{n}</td></tr>"
        for n, step in ((8, "検討"), (9, "試行"), (10, "実施"))
    )
    plans = [
        f"""<h4>取組{number}　{name}（{kind}）</h4><p>主管課：総務課（総務部）</p>
<table><tr><th>現状と課題</th><td>待ち時間が長くなっています。</td></tr>
<tr><th>取組内容</th><td>予約の仕組みを設けます。</td></tr></table>
<table><tr><th rowspan="2">年度</th><th>年次計画</th><th>数値目標</th></tr>
<tr><th>窓口</th><th>見直した事業<br>（事業）</th></tr>{years}</table>"""
        for number, (_, name, kind) in enumerate(_NAMES, 101)
    ]
    (tmp_path / "asagiri.html").write_text("\n".join([_PAGE, *plans]), encoding="utf-8")
    records = loaders.load(tmp_path / "asagiri.html")
    assert [each["title"] for each in facts(records, "Plan")] == [name for _, name, _ in _NAMES]
    steps = [(m["text"], m["first_year"]) for m in facts(records, "Milestone")]
    assert steps[:3] == [("検討", 2026), ("試行", 2027), ("実施", 2028)]
    above = [
        (e.source.rpartition("/")[2], e.target.rpartition("/")[2])
        for e in records.edges
        if e.type == "PART_OF" and "/department/" in e.source
    ]
    assert above == [("総務課", "総務部")]
