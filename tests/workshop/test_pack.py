"""The pack of a workshop: what is in it, that it comes back as it went, that nothing is lost."""

from __future__ import annotations

import zipfile
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from lxml import etree

from keikaku.exports.folder import LIST, safe
from keikaku.graph import network
from keikaku.graph.errors import KeikakuError
from keikaku.graph.merging import merge
from keikaku.graph.network import Graph
from keikaku.workshop.collecting import collect
from keikaku.workshop.decision_codes import DECISIONS
from keikaku.workshop.form import COLUMN, COLUMNS, HEAD_ROW, NEW_ROWS, SHEETS
from keikaku.workshop.pack import pack
from keikaku.workshop.progress import read as read_progress
from tests.makers.convert import by_office
from tests.makers.full_city import full_city
from tests.neo4j import random_graphs
from tests.queries.small_graph import small_graph
from tests.visualizations.test_inert import Struck
from tests.workshop.forms import answer, column, row_of

PLANS = SHEETS["plans"].ja


@pytest.fixture(scope="module")
def packed(midorino: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("pack") / "資料"
    pack(midorino, folder)
    return folder


def forms(folder: Path) -> list[Path]:
    return sorted((folder / "照会票").glob("*.xlsx"))


def departments(graph: Graph) -> set[str]:
    return {
        graph.nodes[source]["name"]
        for source, _, facts in graph.edges(data=True)
        if facts["type"] == "RESPONSIBLE_FOR"
    }


def test_there_is_a_form_for_each_department_and_one_for_the_whole(
    packed: Path, midorino: Graph
) -> None:
    names = {path.stem.removeprefix("照会票_") for path in forms(packed)}
    assert names == departments(midorino)
    assert sorted(path.name for path in packed.iterdir()) == [
        "1_次第・配布資料.docx",
        "1_次第・配布資料.html",
        "2_論点シート.docx",
        "2_論点シート.html",
        "3_照会票_全体.xlsx",
        LIST,
        "照会票",
    ]


def test_a_form_holds_the_plans_of_its_department_those_it_leads_first(packed: Path) -> None:
    for path in forms(packed):
        name = path.stem.removeprefix("照会票_")
        sheet = openpyxl.load_workbook(path)[PLANS]
        rows = [
            (str(row[column("id") - 1]), str(row[column("departments") - 1]))
            for row in sheet.iter_rows(min_row=HEAD_ROW + 1, values_only=True)
            if row[0]
        ]
        assert rows
        assert all(name in role_text for _, role_text in rows)
        leads = [f"{name}（主管）" in role_text for _, role_text in rows]
        assert leads == sorted(leads, reverse=True)


def test_a_form_begins_with_how_to_fill_it_in(packed: Path) -> None:
    path = forms(packed)[0]
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert sheet.title == "はじめに"
    lines = [str(row[0]) for row in sheet.iter_rows(values_only=True) if row[0]]
    assert lines[1] == f"記入課: {path.stem.removeprefix('照会票_')}"
    assert [line[:2] for line in lines[2:8]] == ["1.", "2.", "3.", "4.", "5.", "6."]
    assert all(each.word.ja in lines[3] for each in DECISIONS)
    assert lines[8:] == ["提出期限", "提出先・問い合わせ先", "記入者", "記入日"]


def test_what_is_filled_in_is_chosen_from_lists_and_the_rest_is_locked(packed: Path) -> None:
    book = openpyxl.load_workbook(packed / "3_照会票_全体.xlsx")
    sheet, lists = book[PLANS], book[SHEETS["lists"].ja]
    assert sheet.protection.sheet
    for at, field in enumerate(COLUMNS, 1):
        assert sheet.cell(HEAD_ROW + 1, at).protection.locked is not field.filled
    offered = {}
    for rule in sheet.data_validations.dataValidation:
        first = str(rule.formula1).rpartition("!")[2].replace("$", "").partition(":")[0]
        (where,) = rule.sqref.ranges
        offered[where.min_col] = lists[first].value
    assert offered[column("decision")] == DECISIONS[0].word.ja
    assert set(offered) == {at for at, field in enumerate(COLUMNS, 1) if field.offers}
    last = HEAD_ROW + sum(1 for row in sheet.iter_rows(min_row=HEAD_ROW + 1) if row[0].value)
    assert sheet.max_row == last + NEW_ROWS
    assert sheet.freeze_panes == f"D{HEAD_ROW + 1}"
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (8, "landscape")


def test_forms_that_come_back_empty_decide_nothing_and_are_in_order(
    packed: Path, midorino: Graph, tmp_path: Path
) -> None:
    answer = collect(midorino, [packed / "照会票"], out=tmp_path / "decisions.yaml")
    assert {row.code for row in answer.rows} <= {"gap", "no-answer", "form-empty"}
    assert not [row for row in answer.rows if row.severity == "error"]


def test_a_form_saved_by_libreoffice_is_read_the_same(
    packed: Path, midorino: Graph, tmp_path: Path
) -> None:
    path = forms(packed)[0]
    book = openpyxl.load_workbook(path)
    number = str(book[PLANS].cell(HEAD_ROW + 1, column("number")).value)
    answer(book, number, decision="見直し", reason="利用が伸びないため")
    filled = tmp_path / path.name
    book.save(filled)
    assert row_of(book[PLANS], number) == HEAD_ROW + 1
    again = by_office(filled, "xlsx", tmp_path / "office")
    for file in (filled, again):
        collected = collect(midorino, [file], out=tmp_path / f"{file.parent.name}.yaml")
        assert not [row for row in collected.rows if row.code == "locked-changed"]
        assert next(total.decisions for total in collected.totals or ())["revise"] == 1


def test_the_same_plan_gives_the_same_bytes(packed: Path, midorino: Graph, tmp_path: Path) -> None:
    pack(midorino, tmp_path / "again")
    for path in packed.rglob("*"):
        if path.is_file():
            assert (tmp_path / "again" / path.relative_to(packed)).read_bytes() == path.read_bytes()


def test_what_people_filled_in_is_never_written_over(tmp_path: Path) -> None:
    folder = tmp_path / "資料"
    pack(small_graph(), folder)
    pack(small_graph(), folder, goal="1")
    filled = forms(folder)[0]
    filled.write_bytes(filled.read_bytes() + b" ")
    with pytest.raises(KeikakuError, match=filled.stem):
        pack(small_graph(), folder)
    assert filled.read_bytes().endswith(b" ")
    other = tmp_path / "別の仕事"
    other.mkdir()
    (other / "メモ.txt").write_text("大事", encoding="utf-8")
    with pytest.raises(KeikakuError, match=r"メモ\.txt"):
        pack(small_graph(), other)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_one_department_or_one_goal_alone(midorino: Graph, tmp_path: Path) -> None:
    name = min(departments(midorino))
    pack(midorino, tmp_path / "one", department=name)
    assert [path.stem for path in forms(tmp_path / "one")] == [f"照会票_{name}"]
    pack(midorino, tmp_path / "goal", goal="2")
    sheet = openpyxl.load_workbook(tmp_path / "goal" / "3_照会票_全体.xlsx")[PLANS]
    numbers = [sheet.cell(row, column("number")).value for row in range(HEAD_ROW + 1, 99)]
    assert {str(number)[0] for number in numbers if number} == {"2"}
    with pytest.raises(KeikakuError):
        pack(midorino, tmp_path / "none", department="ない課")
    assert not (tmp_path / "none").exists()


def test_one_document_of_two_alone(midorino: Graph, tmp_path: Path) -> None:
    both = merge([midorino, full_city()])[0]
    with pytest.raises(KeikakuError):
        pack(both, tmp_path / "both")
    packed = pack(both, tmp_path / "one", document="nagisa-2026")
    assert packed.plans == sum(f["kind"] == "Plan" for _, f in full_city().nodes(data=True))


def test_the_issue_sheets_have_a_page_for_each_plan_with_its_questions(
    packed: Path, midorino: Graph
) -> None:
    titles = [f["title"] for _, f in midorino.nodes(data=True) if f["kind"] == "Plan"]
    document = Document(str(packed / "2_論点シート.docx"))
    heads = [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 2"]
    assert len(heads) == len(titles)
    assert all(any(title in head for head in heads) for title in titles)
    text = (packed / "2_論点シート.html").read_text(encoding="utf-8")
    assert text.count("<h2") == len(titles)
    assert "数値の目標の記載がない" in text


def test_progress_stands_in_forms_and_sheets(midorino: Graph, form: Path, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(form)
    sheet = book["指標"]
    heads = [cell.value for cell in sheet[HEAD_ROW]]
    year = next(at for at, head in enumerate(heads, 1) if head and "年度" in str(head))
    target = heads.index("目標値") + 1
    row = next(
        row
        for row in range(HEAD_ROW + 1, sheet.max_row + 1)
        if str(sheet.cell(row, target).value or "").endswith("以上")
        or "%以上" in str(sheet.cell(row, target).value or "")
    )
    sheet.cell(row, year).value = 100000
    filled = tmp_path / "進捗.xlsx"
    book.save(filled)
    pack(midorino, tmp_path / "資料", progress=read_progress(filled, midorino))
    plans_sheet = openpyxl.load_workbook(tmp_path / "資料" / "3_照会票_全体.xlsx")[PLANS]
    progress = [
        plans_sheet.cell(r, column("progress")).value
        for r in range(HEAD_ROW + 1, plans_sheet.max_row)
    ]
    assert any("達成" in str(each) for each in progress)
    assert "達成した指標" in (tmp_path / "資料" / "2_論点シート.html").read_text(encoding="utf-8")


def test_nothing_of_a_source_is_markup_or_a_formula(tmp_path: Path) -> None:
    graph = network.from_records(Struck().records)
    for node, facts in graph.nodes(data=True):
        if facts["kind"] == "Action":
            graph.nodes[node]["title"] = '=HYPERLINK("http://203.0.113.1/","x")'
    pack(graph, tmp_path / "資料")
    for path in (tmp_path / "資料").glob("*.html"):
        text = path.read_text(encoding="utf-8")
        tree = etree.HTML(text)
        for element in tree.iter():
            assert element.tag not in {"script", "iframe", "img", "object", "embed", "base"}
            assert not any(str(name).startswith("on") for name in element.attrib)
            assert str(element.get("href", "#")).startswith("#")
        assert "default-src 'none'" in text
    for path in (tmp_path / "資料").rglob("*.xlsx"):
        with zipfile.ZipFile(path) as packed:
            sheets = [name for name in packed.namelist() if name.startswith("xl/worksheets/")]
            assert all(b"<f>" not in packed.read(name) for name in sheets)


@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
@given(graph=random_graphs.document("any-2022"))
def test_any_graph_can_be_packed_or_is_refused_in_words(
    graph: Graph, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("any") / "pack"
    try:
        pack(graph, folder)
    except KeikakuError:
        assert not folder.exists()
        return
    for path in folder.rglob("*.xlsx"):
        openpyxl.load_workbook(path)
    for path in folder.rglob("*.docx"):
        Document(str(path))


def test_names_that_windows_refuses_are_changed() -> None:
    used: set[str] = set()
    assert safe('a/b:c*?"<>|', used) == "a_b_c______"
    assert safe("CON", used) == "_CON"
    assert [safe(name, used) for name in ("収納課", "収納課", "収納課 .")] == [
        "収納課",
        "収納課_2",
        "収納課_3",
    ]
    assert safe("課" * 200, used) == "課" * 60


def test_columns_have_keys_of_their_own() -> None:
    assert len(COLUMN) == len(COLUMNS)


def test_the_pack_of_a_department_has_its_own_plans_and_the_deadline(
    midorino: Graph, tmp_path: Path
) -> None:
    whose = "財政課"
    folder = tmp_path / "資料"
    pack(midorino, folder, department=whose, due="令和8年5月29日", contact="行政経営課 内線123")
    handout = (folder / "1_次第・配布資料.html").read_text(encoding="utf-8")
    sheets = (folder / "2_論点シート.html").read_text(encoding="utf-8")
    for text in (handout, sheets):
        assert "回答期限: 令和8年5月29日" in text
        assert "行政経営課 内線123" in text
    others = departments(midorino) - {whose}
    table = handout.split("年度ごとの行動計画の数")[1].split("</table>")[0]
    assert whose in table
    assert [name for name in others if f"<td>{name}</td>" in table] == []
    (form,) = forms(folder)
    guide = openpyxl.load_workbook(form).worksheets[0]
    texts = [str(cell.value) for row in guide.iter_rows() for cell in row if cell.value]
    assert "令和8年5月29日" in texts
    assert "事業概要: " in sheets
    assert "目指す姿: " in sheets
