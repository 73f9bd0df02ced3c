"""A form comes back from a department, in all the states in which forms come back."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter

from keikaku.exports.sheet_writer import put as put_in
from keikaku.workshop import decisions as decided
from keikaku.workshop.form import COLUMNS, SHEETS
from tests.makers.convert import by_office
from tests.workshop import forms
from tests.workshop.desk import DOC, PLANNING, SHEET, TAX, Desk, change, entry, put


def test_what_is_filled_in_is_taken_with_its_place(desk: Desk) -> None:
    desk.form(
        TAX,
        put(
            "2-2-1",
            decision="見直し",
            new_title="市税の収納とキャッシュレス",
            initiative="1-3 行政サービスのデジタル化",
            new_lead="デジタル推進課",
            new_indicator="電子納付率",
            new_target="60%以上",
            reason="窓口が減るため\nまた費用も減る",
            comment="要調整",
        ),
    )
    gathered = desk.gather()
    said = entry(gathered, "2-2-1").said[0]
    assert (said.by, said.file, said.cell) == (TAX, f"{TAX}.xlsx", "実施計画!J4")
    assert said.change == decided.Change(
        "revise",
        (),
        "市税の収納とキャッシュレス",
        "1-3",
        "デジタル推進課",
        "電子納付率",
        "60%以上",
    )
    assert said.reason == "窓口が減るため\nまた費用も減る"
    assert gathered.problems == []
    assert decided.resolve(entry(gathered, "1-1-1")).state == "gap"


@pytest.mark.parametrize(
    ("typed", "code", "expected"),
    [
        ("継続する", "decision-worded", "continue"),
        ("見直", "decision-worded", "revise"),
        ("見直し（予算次第）", "decision-worded", "revise"),
        (" 継続\u3000", None, "continue"),
        ("ﾊｲｼ", "decision-unclear", None),
        ("廃止しない", "decision-unclear", None),
        ("継続（一部廃止）", "decision-unclear", None),
        ("終了", "decision-unclear", None),
        (date(2026, 4, 1), "decision-unclear", None),
        ("#REF!", "cell-error", None),
        (3, "decision-unclear", None),
    ],
)
def test_words_typed_instead_of_chosen_are_understood_or_kept(
    desk: Desk, typed: Any, code: str | None, expected: str | None
) -> None:
    desk.form(TAX, put("2-2-1", decision=typed))
    gathered = desk.gather()
    assert desk.codes(gathered) == ([code] if code else [])
    assert change(gathered, "2-2-1").decision == expected
    kept = [unread.text for unread in entry(gathered, "2-2-1").said[0].unread]
    if expected is None:
        assert kept != []
    if "予算" in str(typed):
        assert kept == ["見直し（予算次第）"]


@pytest.mark.parametrize(
    ("typed", "numbers", "codes"),
    [
        ("2-2-3 債権管理の適正化", ("2-2-3",), []),
        ("債権管理の適正化", ("2-2-3",), []),
        ("２－２－３、2-2-2", ("2-2-3", "2-2-2"), []),
        ("2-2-3\n2-2-2", ("2-2-3", "2-2-2"), []),
        (date(2002, 2, 3), ("2-2-3",), ["date-as-number"]),
        (date(2026, 2, 3), (), ["date-unclear"]),
        ("財政課の計画", (), ["plan-unread"]),
    ],
)
def test_plans_to_merge_with_are_known_by_number_or_title_even_as_a_date(
    desk: Desk, typed: Any, numbers: tuple[str, ...], codes: list[str]
) -> None:
    desk.form(TAX, put("2-2-1", decision="統合", merge_with=typed))
    gathered = desk.gather()
    assert change(gathered, "2-2-1").merge_with == numbers
    assert desk.codes(gathered) == codes
    if not numbers:
        assert entry(gathered, "2-2-1").said[0].unread != ()


def test_an_initiative_that_became_a_date_is_known_again(desk: Desk) -> None:
    desk.form(TAX, put("2-2-1", decision="見直し", initiative=date(2026, 1, 3)))
    gathered = desk.gather()
    assert change(gathered, "2-2-1").initiative == "1-3"
    assert desk.codes(gathered) == ["date-as-number"]


def test_formulas_are_reported_and_those_without_a_result_are_not_used(
    desk: Desk, tmp_path: Path
) -> None:
    path = desk.form(TAX, put("2-2-1", decision='="見"&"直し"', reason="=1+"))
    gathered = desk.gather()
    assert sorted(desk.codes(gathered)) == ["formula-empty", "formula-empty"]
    texts = [unread.text for unread in entry(gathered, "2-2-1").said[0].unread]
    assert texts == ['="見"&"直し"', "=1+"]
    forms_again = desk.form(TAX, put("2-2-1", decision='="見"&"直し"'))
    saved = by_office(forms_again, "xlsx", tmp_path / "office")
    shutil.copy(saved, path)
    gathered = desk.gather()
    assert desk.codes(gathered) == ["formula"]
    assert change(gathered, "2-2-1").decision == "revise"


def test_a_target_in_per_cent_is_one_whatever_its_format(desk: Desk) -> None:
    def fill(book: Any) -> None:
        forms.answer(book, "2-2-1", decision="見直し", new_indicator="電子納付率", new_target=0.6)
        book[SHEET].cell(4, forms.column("new_target")).number_format = "0%"

    desk.form(TAX, fill)
    assert change(desk.gather(), "2-2-1").new_target == "60%"


def test_sorted_moved_hidden_and_renamed_is_all_the_same(desk: Desk) -> None:
    def fill(book: Any) -> None:
        forms.answer(book, "2-2-1", decision="継続")
        forms.answer(book, "2-2-3", decision="廃止")
        sheet = book[SHEET]
        rows = [[cell.value for cell in sheet[row]] for row in (4, 5)]
        for row, values in zip((5, 4), rows, strict=True):
            for at, value in enumerate(values, 1):
                sheet.cell(row, at).value = value
        sheet.move_range(f"A3:{get_column_letter(sheet.max_column)}15", rows=2, cols=1)
        sheet.row_dimensions[7].hidden = True
        sheet.title = "照会"

    desk.form(TAX, fill)
    gathered = desk.gather()
    assert desk.codes(gathered) == ["sheet-renamed"]
    assert change(gathered, "2-2-1").decision == "continue"
    assert change(gathered, "2-2-3").decision == "drop"


def test_columns_in_another_order_are_known_and_new_ones_kept(desk: Desk) -> None:
    def fill(book: Any) -> None:
        forms.answer(book, "2-2-1", decision="継続", reason="よい")
        sheet = book[SHEET]
        first, second = forms.column("decision"), forms.column("reason")
        for row in range(3, sheet.max_row + 1):
            one, other = sheet.cell(row, first), sheet.cell(row, second)
            one.value, other.value = other.value, one.value
        sheet.cell(3, 30).value = "係の意見"
        sheet.cell(4, 30).value = "賛成"
        for row in range(3, sheet.max_row + 1):
            sheet.cell(row, forms.column("comment")).value = None

    desk.form(TAX, fill)
    gathered = desk.gather()
    assert desk.codes(gathered) == ["column-missing", "column-extra"]
    assert change(gathered, "2-2-1").decision == "continue"
    said = entry(gathered, "2-2-1").said[0]
    assert said.reason == "よい"
    assert [(u.column, u.text) for u in said.unread] == [("係の意見", "賛成")]


def test_a_column_with_a_head_alone_is_nothing_to_speak_of(desk: Desk) -> None:
    def fill(book: Any) -> None:
        forms.answer(book, "2-2-1", decision="継続", reason="よい")
        book[SHEET].cell(3, 30).value = "係の意見"

    desk.form(TAX, fill)
    assert desk.codes(desk.gather()) == []


def test_changed_grey_cells_deleted_and_inserted_rows_are_noticed(desk: Desk) -> None:
    def fill(book: Any) -> None:
        sheet = book[SHEET]
        forms.answer(book, "2-2-1", decision="継続", title="市税など ")
        sheet.cell(4, forms.column("number")).value = date(2002, 2, 1)
        sheet.delete_rows(forms.row_of(sheet, "2-2-3"))
        sheet.insert_rows(4)
        sheet.cell(4, forms.column("decision")).value = "継続"
        sheet.cell(4, forms.column("reason")).value = "どの計画か不明"

    desk.form(TAX, fill)
    gathered = desk.gather()
    assert desk.codes(gathered) == ["new-without-title", "locked-changed", "row-deleted"]
    assert change(gathered, "2-2-1").decision == "continue"
    assert entry(gathered, "2-2-1").title == "市税の収納率向上対策"
    (left,) = gathered.decisions.unplaced
    assert "どの計画か不明" in left.text


def test_a_row_copied_or_without_its_id(desk: Desk) -> None:
    def fill(book: Any) -> None:
        sheet = book[SHEET]
        forms.answer(book, "2-2-1", decision="継続")
        for at in range(1, sheet.max_column + 1):
            sheet.cell(6, at).value = sheet.cell(4, at).value
            sheet.cell(7, at).value = sheet.cell(4, at).value
        sheet.cell(7, forms.column("decision")).value = "廃止"
        sheet.cell(5, 1).value = None
        sheet.cell(5, forms.column("decision")).value = "見直し"
        sheet.cell(8, 1).value = f"{DOC}/plan/9-9-9"
        sheet.cell(8, forms.column("decision")).value = "継続"

    desk.form(TAX, fill)
    gathered = desk.gather()
    assert desk.codes(gathered) == ["id-lost", "row-copied", "row-twice", "id-unknown"]
    assert change(gathered, "2-2-1").decision == "continue"
    assert change(gathered, "2-2-3").decision == "revise"
    assert len(gathered.decisions.unplaced) == 2


def test_new_plans_come_from_the_empty_rows(desk: Desk) -> None:
    def fill(book: Any) -> None:
        forms.add(book, 1, decision="新規", new_title="滞納整理の共同化", initiative="2-2")
        forms.add(book, 3, new_title="納税相談のオンライン化", initiative="1-3", new_lead=PLANNING)

    desk.form(TAX, fill)
    gathered = desk.gather()
    assert desk.codes(gathered) == ["new-as-blank"]
    added = {each.title: decided.resolve(each).change for each in gathered.decisions.added}
    assert added["滞納整理の共同化"] == decided.Change("new", (), None, "2-2", TAX)
    assert added["納税相談のオンライン化"].new_lead == PLANNING


def test_a_form_without_its_hidden_sheet_is_read_all_the_same(desk: Desk) -> None:
    def fill(book: Any) -> None:
        forms.answer(book, "2-2-1", decision="継続")
        del book[SHEETS["hidden"].ja]
        book.create_sheet("メモ")["A1"] = "覚え書き"

    desk.form(TAX, fill)
    gathered = desk.gather()
    assert desk.codes(gathered) == ["hidden-lost", "sheet-extra"]
    assert entry(gathered, "2-2-1").said[0].by == TAX  # the name of its file


@pytest.mark.parametrize("through", ["xlsx", "ods"])
def test_a_form_saved_by_libreoffice_reads_alike(desk: Desk, tmp_path: Path, through: str) -> None:
    def fill(book: Any) -> None:
        forms.answer(book, "2-2-1", decision="見直し", reason="1行目\n2行目", new_target="60%")
        forms.add(book, new_title="滞納整理の共同化", decision="新規", initiative="2-2")

    path = desk.form(TAX, fill)
    before = desk.gather()
    saved = by_office(path, through, tmp_path / "office")
    if through == "ods":
        saved = by_office(saved, "xlsx", tmp_path / "back")
    shutil.copy(saved, path)
    after = desk.gather()
    assert after.decisions == before.decisions
    assert after.problems == before.problems == []


@example(values={"decision": "0\x850", "reason": "1\u20282"})
@given(
    values=st.dictionaries(
        st.sampled_from([column.key for column in COLUMNS if column.filled]),
        st.text(max_size=15) | st.integers() | st.booleans() | st.dates(min_value=date(1950, 1, 1)),
        min_size=1,
    )
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
def test_whatever_is_typed_is_taken_or_kept_and_reads_back(
    desk: Desk, values: dict[str, Any]
) -> None:
    def fill(book: Any) -> None:
        for key, value in values.items():
            put_in(book[SHEET], 4, forms.column(key), value)

    desk.form(TAX, fill)
    decisions = desk.gather().decisions
    path = desk.folder.parent / "decisions.yaml"
    path.write_text(decided.dumps(decisions), encoding="utf-8")
    assert decided.dumps(decided.read(path)) == decided.dumps(decisions)
