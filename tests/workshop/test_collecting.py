"""The forms of several departments become one set of decisions; conflicts and gaps are listed."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import keikaku
from keikaku.graph.errors import KeikakuError
from keikaku.queries.graph_walks import Graph
from keikaku.workshop import decisions as decided
from keikaku.workshop.collecting import collect
from keikaku.workshop.decisions.check_decisions import check
from keikaku.workshop.form import SHEETS
from keikaku.workshop.reading import gather
from tests.workshop import forms
from tests.workshop.desk import DOC, PLANNING, RIGHTS, TAX, Desk, entry, put


def test_the_same_file_twice_counts_once(desk: Desk) -> None:
    path = desk.form(TAX, put("2-2-1", decision="継続"))
    shutil.copy(path, desk.folder / f"{TAX} - コピー.xlsx")
    (desk.folder / f"~${TAX}.xlsx").write_bytes(b"locked by Excel")
    gathered = desk.gather(desk.folder, path)
    assert desk.codes(gathered) == ["same-file"]
    assert len(entry(gathered, "2-2-1").said) == 1


def test_what_cannot_be_read_is_listed_and_nothing_written(desk: Desk, midorino: Graph) -> None:
    desk.form(TAX, put("2-2-1", decision="継続"))
    (desk.folder / "broken.xlsx").write_bytes(b"PK\x03\x04 cut off")
    other = forms.blank(desk.folder / "other.xlsx", midorino, DOC)
    book = openpyxl.load_workbook(other)
    book[SHEETS["hidden"].ja]["B2"] = "hoshino-2024"
    book.save(other)
    empty = openpyxl.Workbook()
    empty.save(desk.folder / "empty.xlsx")
    out = desk.folder / "decisions.yaml"
    with pytest.raises(KeikakuError) as error:
        collect(midorino, [desk.folder, desk.folder / "nowhere.xlsx"], out=out)
    message = str(error.value)
    for words in (
        "broken.xlsx",
        "hoshino-2024",
        "empty.xlsx: 照会様式ではありません",
        "nowhere.xlsx",
    ):
        assert words in message
    assert not out.exists()


def test_conflicts_gaps_and_a_settlement_that_stays(desk: Desk, midorino: Graph) -> None:
    desk.form(PLANNING, put("1-1-2", decision="継続"))
    desk.form(RIGHTS, put("1-1-2", decision="見直し", reason="委員の公募を増やす"))
    desk.form(None, put("2-1-1", decision="継続"))
    out = desk.folder.parent / "decisions.yaml"
    first = collect(midorino, [desk.folder], out=out)
    (conflict,) = [row for row in first if row.severity == "error"]
    assert (conflict.code, conflict.plan) == ("conflict", "1-1-2")
    assert "見直し = 人権共生課" in conflict.message
    assert "継続 = 経営企画課" in conflict.message
    (totals,) = first.totals or []
    assert totals.states == {"decided": 1, "conflict": 1, "gap": 23}
    assert (totals.open_errors, totals.open_gaps) == (1, 23)
    text = out.read_text(encoding="utf-8")
    collect(midorino, [desk.folder], out=out)
    assert out.read_text(encoding="utf-8") == text
    settled = text.replace(
        "  - decision\n  said:\n",
        "  - decision\n  settled: {decision: revise, by: 行政経営課, why: 部長会議}\n  said:\n",
    )
    assert settled != text
    out.write_text(settled, encoding="utf-8")
    again = collect(midorino, [desk.folder], out=out)
    assert [row.code for row in again if row.severity == "error"] == []
    assert "部長会議" in out.read_text(encoding="utf-8")
    kept = out.read_text(encoding="utf-8")
    collect(midorino, [desk.folder], out=out)
    assert out.read_text(encoding="utf-8") == kept


def test_nothing_is_decided_over_a_voice_that_could_not_be_read(
    desk: Desk, midorino: Graph
) -> None:
    desk.form(PLANNING, put("1-1-2", decision="継続"))
    desk.form(RIGHTS, put("1-1-2", decision="廃止しない"))
    out = desk.folder.parent / "decisions.yaml"
    answer = collect(midorino, [desk.folder], out=out)
    assert [row.code for row in answer if row.severity == "error"] == ["decision-unclear"]
    findings = check(midorino, decided.read(out))
    assert [problem.code for problem in findings if problem.severity == "error"] == ["voice-unread"]
    (totals,) = answer.totals or []
    assert RIGHTS not in totals.silent
    assert TAX in totals.silent


def test_a_late_form_is_added_to_what_was_read(desk: Desk, midorino: Graph, tmp_path: Path) -> None:
    early = desk.form(PLANNING, put("1-1-2", decision="継続"))
    out = tmp_path / "decisions.yaml"
    collect(midorino, [early], out=out)
    late = desk.form(TAX, put("2-2-1", decision="廃止"))
    collect(midorino, [late], out=out)
    both = decided.read(out)
    assert decided.resolve(both.plans["1-1-2"]).change.decision == "continue"
    assert decided.resolve(both.plans["2-2-1"]).change.decision == "drop"
    collect(midorino, [early, late], out=tmp_path / "at-once.yaml")
    assert (tmp_path / "at-once.yaml").read_bytes() == out.read_bytes()


def test_the_order_of_files_does_not_matter(desk: Desk, midorino: Graph, tmp_path: Path) -> None:
    paths = [desk.form(d, put("1-1-2", decision="継続")) for d in (RIGHTS, PLANNING, None)]
    for name, order in (("a", paths), ("b", paths[::-1])):
        collect(midorino, order, out=tmp_path / f"{name}.yaml")
    assert (tmp_path / "a.yaml").read_bytes() == (tmp_path / "b.yaml").read_bytes()


def test_of_several_documents_one_must_be_named(desk: Desk, midorino: Graph) -> None:
    desk.form(TAX, put("2-2-1", decision="継続"))
    both, _ = keikaku.merge(keikaku.read(), midorino)
    with pytest.raises(KeikakuError, match="--document"):
        gather(both, [desk.folder])
    gathered = gather(both, [desk.folder], document=DOC)
    assert len(gathered.decisions.plans) == 25


def test_conflicts_are_settled_in_a_workbook(desk: Desk, midorino: Graph) -> None:
    desk.form(PLANNING, put("1-1-2", decision="継続"))
    desk.form(RIGHTS, put("1-1-2", decision="見直し", reason="委員の公募を増やす"))
    out, sheet_file = (desk.folder.parent / name for name in ("decisions.yaml", "調整.xlsx"))
    collect(midorino, [desk.folder], out=out, conflicts=sheet_file)
    book = openpyxl.load_workbook(sheet_file)
    sheet = book["調整"]
    heads = {str(cell.value): at for at, cell in enumerate(sheet[1], 1)}
    numbers = {sheet.cell(row, 1).value: row for row in range(2, sheet.max_row + 1)}
    assert len(numbers) == 25
    assert sheet.protection.sheet
    row = numbers["1-1-2"]
    assert sheet.cell(row, heads["状態"]).value == "食い違い"
    voices = str(sheet.cell(row, heads["各課の記入"]).value).split("\n")
    assert sorted(voices) == ["人権共生課：見直し（委員の公募を増やす）", "経営企画課：継続"]
    assert sheet.data_validations.dataValidation[0].formula1 == "='選択肢'!$A$1:$A$6"
    for head, value in (
        ("次期計画での扱い", "見直し"),
        ("決めた人", "部長会議"),
        ("理由", "公募のため"),
    ):
        sheet.cell(row, heads[head]).value = value
    book.save(sheet_file)
    again = collect(midorino, [desk.folder], out=out, conflicts=sheet_file)
    assert [row.code for row in again if row.severity == "error" and not row.settled] == []
    settled = decided.read(out).plans["1-1-2"].settled
    assert settled
    assert (settled.change.decision, settled.by, settled.why) == (
        "revise",
        "部長会議",
        "公募のため",
    )
    sheet.cell(row, heads["理由"]).value = None
    sheet.cell(row + 1, heads["次期計画での扱い"]).value = "続行"
    sheet.cell(row + 1, heads["決めた人"]).value = sheet.cell(row + 1, heads["理由"]).value = "x"
    book.save(sheet_file)
    with pytest.raises(KeikakuError) as error:
        collect(midorino, [desk.folder], out=out, conflicts=sheet_file)
    assert f"{row}行: 決めた人と理由" in str(error.value)
    assert f"{row + 1}行: 扱い「続行」" in str(error.value)


def test_nothing_to_settle_writes_no_workbook(desk: Desk, midorino: Graph, tmp_path: Path) -> None:
    numbers = [
        str(data["number"]) for _, data in midorino.nodes(data=True) if data["kind"] == "Plan"
    ]

    def fill(book: Any) -> None:
        for number in numbers:
            put(number, decision="継続")(book)

    desk.form(None, fill)
    sheet_file = tmp_path / "調整.xlsx"
    answer = collect(midorino, [desk.folder], conflicts=sheet_file)
    assert answer.totals is not None
    assert answer.totals[0].states == {"decided": 25, "conflict": 0, "gap": 0}
    assert not sheet_file.exists()
    assert [note.of("ja") for note in answer.notes] == [
        f"調整が必要な計画はないため、{sheet_file} は作成していません。"
    ]
