"""What a filled-in progress form says: values read as people type them, how far all has come."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import keikaku
from keikaku.graph.errors import KeikakuError
from keikaku.loaders.sheet_reader import Cell
from keikaku.queries.graph_walks import Graph
from keikaku.workshop import progress as room
from keikaku.workshop.problems import Problem
from keikaku.workshop.progress import progress_cells
from keikaku.workshop.progress.progress_answer import Rollup
from keikaku.workshop.progress.progress_problems import PROBLEMS
from tests.workshop.filling import cell_of, filled
from tests.workshop.progress_cases import (
    ACTION,
    COUNT,
    DEBT,
    DOC,
    EXAMPLES,
    RATE,
    RATIO,
    read_with,
    row,
)


def test_values_are_understood_as_people_type_them(
    midorino: Graph, form: Path, tmp_path: Path
) -> None:
    read = read_with(
        form,
        tmp_path,
        midorino,
        {
            (RATE, "2026"): "７．５％",
            (RATE, "2027"): (0.098, "0.0%"),
            (RATE, "2028"): (11, '0.0"%"'),
            (COUNT, "2026"): "約1,050件",
            (COUNT, "2027"): "－",
            (COUNT, "備考"): " 見込みを含む ",
            (COUNT, "記入者"): "人事課 山田",
            (COUNT, "記入日"): "令和9年4月1日",
            (DEBT, "2026"): "551,740",
            (DEBT, "記入日"): date(2027, 4, 2),
            (RATIO, "2026"): 1.05,
            (ACTION, "2026"): "実施中",
            (ACTION, "2027"): " 遅延",
        },
    )
    assert [(a.year, a.value) for a in read.actuals[RATE]] == [(2026, 7.5), (2027, 9.8), (2028, 11)]
    assert [(a.value, a.qualifier) for a in read.actuals[COUNT]] == [(1050, "約")]
    assert read.actuals[DEBT][0].value == 551740
    assert read.actuals[RATIO][0].value == 1.05
    assert [(s.year, s.state) for s in read.states[ACTION]] == [(2026, "ongoing"), (2027, "late")]
    assert read.signed[COUNT] == room.progress_records.Signed(
        "見込みを含む", "人事課 山田", "2027-04-01"
    )
    assert read.signed[DEBT].when == "2027-04-02"
    assert read.doubts == []


def test_a_small_share_is_doubted_only_beside_much_larger_ones() -> None:
    percent = {"value": 98.2, "unit": "%", "comparator": ">="}
    small = {"value": 1.2, "unit": "%", "comparator": "<="}
    cell = Cell("指標!E4", 0.8)
    assert progress_cells.actual(cell, percent, None).problems[0][0] == "a-percentage"
    assert progress_cells.actual(cell, small, None).value == 0.8


def test_every_bad_cell_is_listed_at_once_and_nothing_is_taken(
    midorino: Graph, form: Path, tmp_path: Path
) -> None:
    bad = {
        (RATE, "2026"): 0.098,
        (RATE, "2027"): "98‰",
        (RATE, "2028"): "12％以上",
        (COUNT, "2026"): (0.95, "0%"),
        (COUNT, "2027"): "おおむね達成",
        (COUNT, "2028"): date(2028, 4, 1),
        (COUNT, "記入日"): "来週",
        (DEBT, "2026"): "551,740,000ドル",
        (DEBT, "2027"): "=1+1",
        (RATIO, "2026"): "5％",
        (RATIO, "2027"): True,
        (ACTION, "2026"): "がんばった",
    }
    with pytest.raises(room.ProgressError) as error:
        read_with(form, tmp_path, midorino, {**bad, (RATE, "2029"): 11.5})
    codes = sorted(problem.code for problem in error.value.problems)
    assert codes == sorted(
        [
            "a-percentage",
            "other-unit",
            "a-comparison",
            "other-unit",
            "not-a-number",
            "a-date",
            "not-a-day",
            "other-unit",
            "not-calculated",
            "other-unit",
            "not-a-number",
            "unknown-state",
        ]
    )
    message = str(error.value)
    for words in ("指標!I6", "取組!F4", "「‰」", "9.8 または 0.098%", "=1+1"):
        assert words in message
    assert error.value.message("en").count("\n") == len(bad)


def test_changed_ids_added_rows_and_years_outside_are_reported(
    midorino: Graph, form: Path, tmp_path: Path
) -> None:
    def fill(book: Any) -> None:
        sheet = book["指標"]
        cell_of(sheet, RATE, "ID").value = f"{DOC}/indicator/9-9-9/1"
        last = sheet.max_row
        sheet.cell(last + 1, 9).value = 5
        for column in range(1, 13):
            sheet.cell(last + 2, column).value = (
                cell_of(sheet, COUNT, "ID")
                .parent.cell(cell_of(sheet, COUNT, "ID").row, column)
                .value
            )
        sheet.cell(3, 12).value = "2031年度"
        sheet.cell(5, 12).value = 3
        sheet.cell(3, 16).value = "メモ"
        sheet.cell(5, 16).value = "x"

    with pytest.raises(room.ProgressError) as error:
        room.read(filled(form, tmp_path / "bad.xlsx", fill), midorino)
    assert [problem.code for problem in error.value.problems] == [
        "year-outside",
        "unknown-id",
        "no-id",
        "duplicate-row",
    ]
    assert "2026～2029年度" in str(error.value)


def test_heads_in_japanese_years_and_dates_are_the_same_years(
    midorino: Graph, form: Path, tmp_path: Path
) -> None:
    def fill(book: Any) -> None:
        sheet = book["指標"]
        for column, head in (
            (9, "令和８年度"),
            (10, "R9 実績値"),
            (11, date(2028, 4, 1)),
            (12, 2029),
        ):
            sheet.cell(3, column).value = head
            sheet.cell(6, column).value = 7

    read = room.read(filled(form, tmp_path / "heads.xlsx", fill), midorino)
    assert [a.year for a in read.actuals[RATE]] == [2026, 2027, 2028, 2029]


def test_a_value_of_another_scale_is_converted(midorino: Graph, form: Path, tmp_path: Path) -> None:
    read = read_with(
        form,
        tmp_path,
        midorino,
        {(DEBT, "2026"): "551,740,000円", (DEBT, "2027"): "5億3,000万円", (COUNT, "2026"): "60件"},
    )
    assert [(actual.value, actual.raw) for actual in read.actuals[DEBT]] == [
        (551_740, "551,740,000円"),
        (530_000, "5億3,000万円"),
    ]
    assert [actual.value for actual in read.actuals[COUNT]] == [60]
    assert read.doubts == []


def test_a_value_of_another_order_is_taken_and_doubted(
    midorino: Graph, form: Path, tmp_path: Path
) -> None:
    read = read_with(form, tmp_path, midorino, {(DEBT, "2026"): 551_740_000})
    assert [problem.code for problem in read.doubts] == ["another-scale"]
    assert "桁" in keikaku_notes(midorino, read)


def keikaku_notes(graph: Graph, read: Any) -> str:
    return "".join(note.ja for note in room.answer(graph, read).notes)


def test_how_far_an_indicator_has_come(midorino: Graph, form: Path, tmp_path: Path) -> None:
    read = read_with(
        form,
        tmp_path,
        midorino,
        {
            (RATE, "2026"): 8,
            (RATE, "2027"): 9.5,
            (DEBT, "2026"): 590000,
            (COUNT, "2026"): 80,
            (f"{DOC}/indicator/1-1-3/2", "2026"): 89.0,
        },
    )
    answer = room.answer(midorino, read)
    rate = row(answer, RATE)
    assert (rate.status, rate.formula, rate.rate) == ("on_course", "change", 0.5614)
    assert rate.course is not None
    assert (rate.course.from_year, rate.course.to_year, rate.course.expected) == (2025, 2029, 9.15)
    assert rate.forecast is not None
    assert (rate.forecast.year, rate.forecast.value) == (2029, 12.5)
    assert (rate.forecast.method, rate.forecast.reaches) == ("two_points", True)
    debt = row(answer, DEBT)
    assert (debt.status, debt.forecast) == ("behind", None)
    assert debt.rate == pytest.approx(0.0438, abs=1e-4)
    assert row(answer, COUNT).status == "reached"
    fell_back = row(answer, f"{DOC}/indicator/1-1-3/2")
    assert (fell_back.status, fell_back.formula) == ("behind", "held")
    assert row(answer, f"{DOC}/indicator/1-1-1/1").why == "in_words"
    assert row(answer, RATIO).why == "no_actual"
    assert {each.status for each in room.answer(midorino, read, state="達成")} == {"reached"}
    with pytest.raises(KeikakuError, match="達成、順調、概ね順調、遅れ、不明"):
        room.answer(midorino, read, state="good")


@pytest.mark.parametrize(("last", "ahead"), [("2028", True), ("2029", False)])
def test_a_line_says_what_lies_ahead_until_the_year_of_the_target(
    last: str, ahead: bool, midorino: Graph, form: Path, tmp_path: Path
) -> None:
    read = read_with(form, tmp_path, midorino, {(RATE, "2027"): 8, (RATE, last): 9})
    assert (row(room.answer(midorino, read), RATE).forecast is not None) == ahead


def test_totals_add_up_over_departments(midorino: Graph, form: Path, tmp_path: Path) -> None:
    read = read_with(form, tmp_path, midorino, {(RATE, "2026"): 8, (ACTION, "2026"): "遅れ"})
    answer = room.answer(midorino, read)
    totals: list[Rollup] = answer.totals or []
    of = {
        kind: [each for each in totals if each.of == kind]
        for kind in ("document", "plan", "department")
    }
    (whole,) = of["document"]
    assert whole.indicators == len(answer.rows) == sum(each.indicators for each in of["plan"])
    assert sum(each.fractional for each in of["department"]) == pytest.approx(whole.plans, abs=1e-2)
    assert sum(each.fractional_indicators for each in of["department"]) == pytest.approx(
        whole.indicators, abs=1e-2
    )
    assert whole.statuses["on_course"] == 1
    assert sum(whole.statuses.values()) == whole.indicators
    first = next(each for each in of["plan"] if each.number == "1-1-1")
    assert first.states["late"] == 1
    assert [a.title for a in first.actions if a.latest == "late"] != []
    only = room.answer(midorino, read, department="人事課", plan="1-1-3")
    assert {each.number for each in only} == {"1-1-3"}
    assert [each.name for each in only.totals or [] if each.of == "department"] == ["人事課"]


@given(
    value=st.text(max_size=12) | st.floats() | st.integers() | st.booleans() | st.dates(),
    percent=st.booleans(),
    unit=st.none() | st.sampled_from(["%", "件/年", "館×年1回"]),
)
def test_any_cell_is_a_value_or_a_problem(value: Any, percent: bool, unit: str | None) -> None:
    target = {"value": 90, "unit": unit, "comparator": "=", "as_of": None}
    read = progress_cells.actual(Cell("A1", value, None, percent), target, None)
    assert (read.value is None) == any(PROBLEMS[c].severity == "error" for c, _ in read.problems)
    for code, details in read.problems:
        assert Problem(PROBLEMS[code], "f", "s", "A1", details).located_message.ja


def test_one_document_must_be_named_where_there_are_several(
    midorino: Graph, tmp_path: Path
) -> None:
    both, _ = keikaku.merge(midorino, keikaku.read())
    with pytest.raises(KeikakuError, match="--document"):
        keikaku.progress_form(both, tmp_path / "x.xlsx")
    assert keikaku.progress_form(both, tmp_path / "x.xlsx", document=DOC).exists()
    with pytest.raises(KeikakuError, match=r"\.xlsx か \.csv"):
        keikaku.progress_form(midorino, tmp_path / "x.pdf")


def test_a_plan_is_reached_only_where_nothing_of_it_is_unknown(midorino: Graph) -> None:
    progress = room.read(EXAMPLES / "midorino-2026-progress.csv", midorino)
    rows = room.answer(midorino, progress).rows
    statuses = room.statuses_of_plans(midorino, progress)
    by_number: dict[str, set[str]] = {}
    for each in rows:
        by_number.setdefault(each.number, set()).add(each.status)
    for plan, status in statuses.items():
        own = by_number[midorino.nodes[plan]["number"]]
        if "behind" in own:
            assert status == "behind"
        if status == "reached":
            assert own == {"reached"}
        if own == {"reached", "unknown"}:
            assert status == "unknown"
    assert {"reached", "behind", "unknown"} <= set(statuses.values())
