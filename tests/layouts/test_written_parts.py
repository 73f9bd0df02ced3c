# ruff: noqa: E501
"""Parts of written plans as cities publish them: prose under marks, terms, appendices, covers."""

from __future__ import annotations

from pathlib import Path

import pytest

from keikaku.graph.records import Node, Records
from keikaku.loaders import load
from keikaku.loaders.layouts.documents.document_head import whole_title
from keikaku.loaders.layouts.documents.headings import Heading
from keikaku.loaders.layouts.labels.label_parts import label
from keikaku.loaders.layouts.labels.layout_words import LayoutWords
from keikaku.loaders.layouts.labels.level_heads import split_number
from keikaku.loaders.layouts.labels.statements import LevelHead
from keikaku.loaders.layouts.labels.table_heads import Head, is_tree
from keikaku.loaders.layouts.layout_file import built_in
from keikaku.loaders.readers.blocks import Cell, Page, Paragraph, Place, Source

_YEARS = "<th>令和7年度</th><th>令和8年度</th><th>令和9年度</th>"


def _read(folder: Path, body: str) -> Records:
    path = folder / "plan.html"
    path.write_text(f"<html><body>{body}</body></html>", "utf-8")
    return load(path)


def _of(records: Records, kind: str) -> list[Node]:
    return [n for n in records.nodes if n.kind == kind]


def _circled(number: str, title: str, problem: str) -> str:
    return f"""<p>{number}　{title}〔拡充〕</p><p>＜現状・課題＞</p><p>{problem}</p>
    <p>＜取組の概要＞</p><p>{title}のため、相談の窓口を広げます。</p><p>担当課：こども部こども課</p>
    <table><tr><th>工程</th>{_YEARS}</tr><tr><td>対象の拡大</td><td>2校</td><td>4校</td><td>6校</td></tr>
    <tr><td>見直し</td><td>検討</td><td>⇒</td><td></td></tr><tr><td>周知</td><td>実施</td><td>⇒</td><td>⇒</td></tr></table>"""


_CIRCLED = f"""<h1>夕凪町総合戦略（令和7年度～令和9年度）</h1><h2>第1章　考え方</h2><h3>3　推進体制と進行管理</h3>
<p>町長を長とする本部を置きます。</p><h2>第2章　施策の展開</h2><h3>基本目標1　育てる</h3><h4>施策(1)　支援</h4>
{_circled("①", "新生活への支援", "結婚の件数が減っています。")}{_circled("②", "産後の相談", "身近な人の支援が得られません。")}
<h2>資料編</h2><h3>用語の解説</h3><table><tr><th>取組</th><th>内容</th></tr><tr><td>関係人口</td><td>地域と関わる人々</td></tr></table>"""


def test_sentences_under_a_label_before_the_first_fact_of_a_plan_are_what_it_says(
    tmp_path: Path,
) -> None:
    records = _read(tmp_path, _CIRCLED)
    plans = {n.facts["title"]: n.facts for n in _of(records, "Plan")}
    assert list(plans) == ["新生活への支援", "産後の相談"]
    assert plans["新生活への支援"]["problem"] == "結婚の件数が減っています。"
    assert plans["新生活への支援"]["overview"] == "新生活への支援のため、相談の窓口を広げます。"


def test_no_heading_of_another_part_stays_above_the_plans(tmp_path: Path) -> None:
    records = _read(tmp_path, _CIRCLED)
    titles = [n.facts["title"] for n in records.nodes if n.kind in ("Goal", "Initiative")]
    assert titles == ["育てる", "支援"]


@pytest.mark.parametrize(
    ("line", "names"),
    [("夕凪町　企画部　行革推進課", False), ("夕凪町", False), ("夕凪町を育てる", True)],
)
def test_the_office_on_the_cover_is_no_level(line: str, names: bool) -> None:
    cell = Cell(0, 0, 1, 1, line, Place(page=1))
    heading = Heading(2, LevelHead("", "", line, cell), cell, explicit=True)
    assert heading.names_a_level() is names


def test_tables_of_an_appendix_are_no_plans_and_are_reported(tmp_path: Path) -> None:
    messages = [f.message for f in _read(tmp_path, _CIRCLED).findings if f.code == "parts-not-read"]
    assert messages == ["「用語の解説」の表は読み込みません（1件）。"]


def test_steps_with_numbers_are_steps_and_arrows_end_where_the_years_are_blank(
    tmp_path: Path,
) -> None:
    records = _read(tmp_path, _CIRCLED)
    assert _of(records, "Indicator") == []
    steps = {
        (m.facts["text"], m.facts["first_year"], m.facts["last_year"])
        for m in _of(records, "Milestone")
    }
    assert steps == {
        ("2校", 2025, 2025),
        ("4校", 2026, 2026),
        ("6校", 2027, 2027),
        ("検討", 2025, 2026),
        ("実施", 2025, 2027),
    }


def test_a_list_of_goals_of_the_sdgs_is_no_heading(tmp_path: Path) -> None:
    terms = """<h1>夕凪町実施計画</h1><h2>基本方針1　寄り添う</h2>
    <h3>Ⅰ-1-(1)　書かない窓口</h3><dl><dt>所管課</dt><dd>町民課</dd><dt>関連するSDGs</dt><dd>目標11、目標16</dd></dl>
    <h3>Ⅰ-1-(2)　公用車の削減</h3><dl><dt>所管課</dt><dd>財政課</dd><dt>関連するSDGs</dt><dd>目標12</dd></dl>"""
    records = _read(tmp_path, terms)
    plans = [(n.facts["number"], n.facts["title"]) for n in _of(records, "Plan")]
    assert plans == [("I-1-(1)", "書かない窓口"), ("I-1-(2)", "公用車の削減")]
    assert [n.facts["title"] for n in records.nodes if n.kind == "Goal"] == ["寄り添う"]
    assert {n.facts["code"] for n in _of(records, "SdgTarget")} == {"11", "16", "12"}


def test_only_brackets_around_a_whole_number_go() -> None:
    assert split_number("(1) 窓口") == ("1", "窓口")
    assert split_number("1-(2) 窓口") == ("1-(2)", "窓口")


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["第3期夕凪町", "創生総合戦略", "令和7年3月"], "第3期夕凪町創生総合戦略"),
        (["第4次行政改革大綱", "実　施　計　画"], "第4次行政改革大綱 実施計画"),
        (["夕凪町行政改革プラン", "実施計画の見方"], "夕凪町行政改革プラン"),
    ],
)
def test_a_title_over_several_lines_of_the_cover_is_whole(lines: list[str], title: str) -> None:
    blocks = tuple(
        Paragraph(line, Place(line=at), 1, "heading") for at, line in enumerate(lines, 1)
    )
    part = next(line for line in lines if "戦略" in line or "大綱" in line or "プラン" in line)
    source = Source("plan.pdf", "pdf", (Page(1, blocks),), "")
    assert whole_title(source, part) == title


def test_a_running_header_prints_the_title_whole() -> None:
    cover = Paragraph("創生総合戦略", Place(page=1), 1, "heading")
    header = Paragraph("夕凪町創生総合戦略", Place(page=2), None, "header")
    source = Source("plan.pdf", "pdf", (Page(1, (cover,)), Page(2, (header,))), "")
    assert whole_title(source, "創生総合戦略") == "夕凪町創生総合戦略"


@pytest.mark.parametrize(
    ("heads", "tree"),
    [
        (["基本方針", "推進項目", "取組名"], True),
        (["基本方針", "取組名", "担当課"], False),
        (["取組名", "担当課"], False),
    ],
)
def test_the_tree_of_all_plans_has_only_levels_and_names(heads: list[str], tree: bool) -> None:
    words = LayoutWords(next(each for each in built_in() if each.id == "generic"))
    assert is_tree(Head(0, 1, [[label(head)] for head in heads]), words) is tree
