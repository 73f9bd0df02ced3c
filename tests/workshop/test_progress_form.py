"""The progress form as a file: what it holds, and that it comes back from any office program."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import keikaku
from keikaku.graph.errors import SourceError
from keikaku.queries.graph_walks import Graph
from keikaku.workshop import progress as room
from tests.makers.convert import by_office
from tests.workshop.filling import cell_of, filled
from tests.workshop.progress_cases import (
    ACTION,
    COUNT,
    RATE,
    read_with,
)


def test_the_form_holds_every_indicator_and_action_and_locks_the_facts(
    midorino: Graph, form: Path
) -> None:
    book = openpyxl.load_workbook(form)
    assert book.sheetnames == ["はじめに", "指標", "取組", "選択肢"]
    for kind, name in (("Indicator", "指標"), ("Action", "取組")):
        sheet = book[name]
        ids = [cell.value for cell in sheet["A"][3:]]
        assert sorted(ids) == sorted(
            node for node, facts in midorino.nodes(data=True) if facts["kind"] == kind
        )
        assert sheet.protection.sheet
        assert cell_of(sheet, ids[1], "ID").protection.locked
        assert not cell_of(sheet, ids[-1], "2027").protection.locked
        assert sheet.freeze_panes == "E4"
        assert sheet.column_dimensions["A"].hidden
    assert book["はじめに"].page_setup.paperSize == 9
    assert book["選択肢"].sheet_state == "hidden"
    assert book["選択肢"].protection.sheet
    rule = book["取組"].data_validations.dataValidation[0]
    assert rule.formula1 == "='選択肢'!$A$1:$A$5"
    assert [cell.value for cell in book["選択肢"]["A"]] == [
        "未着手",
        "実施中",
        "完了",
        "遅れ",
        "中止",
    ]


def test_the_guide_is_printed_from_its_first_letter(form: Path, tmp_path: Path) -> None:
    """LibreOffice cuts a centred column that is wider than the paper at both sides."""
    import pdfplumber

    with pdfplumber.open(by_office(form, "pdf", tmp_path / "printed")) as pdf:
        letters = [letter for letter in pdf.pages[0].chars if letter["text"].strip()]
    assert "".join(letter["text"] for letter in letters).find("1.") > 0
    assert min(letter["x0"] for letter in letters) > 0


def test_the_form_is_the_same_bytes_on_every_run(
    midorino: Graph, form: Path, tmp_path: Path
) -> None:
    again = keikaku.progress_form(midorino, tmp_path / "again.xlsx")
    assert again.read_bytes() == form.read_bytes()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
def test_the_csv_form_comes_back_in_every_encoding_excel_saves(
    midorino: Graph, tmp_path: Path, encoding: str
) -> None:
    path = keikaku.progress_form(midorino, tmp_path / "form.csv")
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    head = rows[0]
    for line in rows[1:]:
        if line[0] == RATE:
            line[head.index("2026年度（令和8年度）")] = "7.5%"
        if line[0] == ACTION:
            line[head.index("2026年度（令和8年度）")] = "完了"
            line[head.index("備考")] = "'=SUM(A1)"
    text = io.StringIO()
    csv.writer(text).writerows([[each.replace("㎡", "m2") for each in line] for line in rows])
    saved = tmp_path / "filled.csv"
    saved.write_bytes(text.getvalue().encode(encoding))
    read = room.read(saved, midorino)
    assert read.actuals[RATE][0].value == 7.5
    assert read.actuals[RATE][0].cell.startswith("I")
    assert read.states[ACTION][0].state == "done"
    assert read.signed[ACTION].remarks == "=SUM(A1)"


def test_values_are_carried_over_into_a_new_form(
    midorino: Graph, form: Path, tmp_path: Path
) -> None:
    cells = {(RATE, "2026"): "約7.5", (ACTION, "2026"): "完了", (ACTION, "備考"): "済"}
    read = read_with(form, tmp_path, midorino, cells)
    for name in ("new.xlsx", "new.csv"):
        new = keikaku.progress_form(midorino, tmp_path / name, filled=tmp_path / "filled.xlsx")
        again = room.read(new, midorino)
        assert [(a.year, a.value, a.qualifier) for a in again.actuals[RATE]] == [(2026, 7.5, "約")]
        assert again.states[ACTION][0].state == "done"
        assert again.signed == read.signed


def test_a_form_saved_by_libreoffice_reads_alike(
    midorino: Graph, form: Path, tmp_path: Path
) -> None:
    cells = {(RATE, "2026"): (0.075, "0.0%"), (COUNT, "2026"): "=30+30", (ACTION, "2026"): "遅れ"}
    with pytest.raises(room.ProgressError, match="=30"):
        read_with(form, tmp_path, midorino, cells)  # nothing has computed the formula yet
    saved = by_office(tmp_path / "filled.xlsx", "xlsx", tmp_path / "office")
    through_ods = by_office(by_office(saved, "ods", tmp_path / "ods"), "xlsx", tmp_path / "back")
    for path in (saved, through_ods):
        read = room.read(path, midorino)
        assert read.actuals[RATE][0].value == 7.5
        assert read.actuals[COUNT][0].value == 60
        assert read.states[ACTION][0].state == "late"


def test_an_english_form_reads_back_too(midorino: Graph, tmp_path: Path) -> None:
    path = keikaku.progress_form(midorino, tmp_path / "form.xlsx", lang="en")

    def fill(book: Any) -> None:
        cell_of(book["Indicators"], RATE, "FY 2026").value = 7
        cell_of(book["Actions"], ACTION, "FY 2026").value = "late"
        cell_of(book["Actions"], ACTION, "remarks").value = "x"

    read = room.read(filled(path, path, fill), midorino)
    assert read.actuals[RATE][0].value == 7
    assert read.states[ACTION][0].state == "late"
    assert read.signed[ACTION].remarks == "x"


def test_what_is_no_form_says_so(midorino: Graph, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"nowhere\.xlsx"):
        room.read(tmp_path / "nowhere.xlsx", midorino)
    other = tmp_path / "other.csv"
    other.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(room.ProgressError, match="様式"):
        room.read(other, midorino)
