"""The whole graph as a workbook: what comes back is what went, whatever it holds."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import keikaku
from keikaku.exports import sheet_writer, workbook_export
from keikaku.graph import jsonfile, network
from keikaku.graph.errors import KeikakuError
from keikaku.graph.network import Graph
from keikaku.graph.records import Records
from keikaku.loaders import sheet_reader as reading
from keikaku.loaders.workbook import form_layout, workbook_import
from tests.graph import graphs
from tests.makers.convert import by_office
from tests.queries.small_graph import records, small_graph

EXAMPLE = Path(__file__).parents[2] / "examples" / "midorino-2026-plan.txt"


def there_and_back(graph: Graph, path: Path) -> Graph:
    workbook_export.write(path, graph)
    return keikaku.load(path)


@pytest.mark.parametrize("graph", [keikaku.read(), keikaku.load(EXAMPLE), small_graph()])
def test_a_graph_comes_back_as_it_went(graph: Graph, tmp_path: Path) -> None:
    back = there_and_back(graph, tmp_path / "plan.xlsx")
    assert jsonfile.dumps(back) == jsonfile.dumps(graph)


def test_several_documents_too(tmp_path: Path) -> None:
    both, _ = keikaku.merge(small_graph(), network.from_records(records("minato-2023", "みなと市")))
    back = there_and_back(both, tmp_path / "plans.xlsx")
    assert jsonfile.dumps(back) == jsonfile.dumps(both)


def test_and_after_libreoffice_has_saved_it(tmp_path: Path) -> None:
    graph = keikaku.load(EXAMPLE)
    workbook_export.write(tmp_path / "plan.xlsx", graph)
    again = by_office(tmp_path / "plan.xlsx", "xlsx", tmp_path / "office")
    assert jsonfile.dumps(keikaku.load(again)) == jsonfile.dumps(graph)


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(plan_records=graphs.records())
def test_any_graph_comes_back(
    plan_records: Records, tmp_path_factory: pytest.TempPathFactory
) -> None:
    graph = network.from_records(plan_records)
    back = there_and_back(graph, tmp_path_factory.mktemp("any") / "any.xlsx")
    assert jsonfile.dumps(back) == jsonfile.dumps(graph)


@given(st.text() | st.sampled_from(["_x0041_", "=1+1", '"', "[", "⟪1⟫", " a", "a\r\nb", "\x00"]))
def test_a_cell_gives_any_text_back(text: str) -> None:
    cell = form_layout.encoded(text, "text")
    assert form_layout.decoded(cell, "text") == text
    assert sheet_writer.escaped(cell) == cell, "nothing is left for Excel to escape"


@given(st.lists(st.text()))
def test_and_any_list(texts: list[str]) -> None:
    assert form_layout.decoded(form_layout.encoded(texts, "texts"), "texts") == texts


@given(st.integers() | st.floats(allow_nan=False, allow_infinity=False))
def test_and_any_number(value: float) -> None:
    assert form_layout.decoded(form_layout.encoded(value, "number"), "number") == value


def test_texts_longer_than_a_cell_are_kept_in_pieces(tmp_path: Path) -> None:
    plan_records = records(prose=True)
    long = "長い説明。\n" * 20_000 + "=1+1"
    next(node for node in plan_records.nodes if node.kind == "Plan").facts["overview"] = long
    graph = network.from_records(plan_records)
    back = there_and_back(graph, tmp_path / "long.xlsx")
    assert jsonfile.dumps(back) == jsonfile.dumps(graph)
    book = openpyxl.load_workbook(tmp_path / "long.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row]
    assert max(len(cell) for cell in cells if isinstance(cell, str)) <= sheet_writer.LONGEST


def test_rows_may_be_sorted_and_columns_moved(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    workbook_export.write(path, small_graph())
    book = openpyxl.load_workbook(path)
    sheet = book["実施計画"]
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    moved = [[*row[1:], row[0]] for row in [*rows[:2], *reversed(rows[2:])]]
    for at, row in enumerate(moved, 1):
        for column, value in enumerate(row, 1):
            sheet.cell(at, column).value = value
    book.save(path)
    assert jsonfile.dumps(keikaku.load(path)) == jsonfile.dumps(small_graph())


def test_a_plan_can_be_added_by_hand(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    workbook_export.write(path, small_graph())
    book = openpyxl.load_workbook(path)
    keys = [cell.value for cell in book["実施計画"][2]]
    facts = {"id": "aozora-2022/plan/2-1-2", "number": "2-1-2", "title": "新しい計画"}
    book["実施計画"].append([facts.get(str(key)) for key in keys])
    book.save(path)
    graph = keikaku.load(path)
    assert graph.nodes["aozora-2022/plan/2-1-2"]["label"] == "新しい計画"
    assert keikaku.plans(graph, text="新しい計画").rows


def test_what_cannot_be_read_is_listed_by_sheet_and_cell_all_at_once(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    workbook_export.write(path, small_graph())
    book = openpyxl.load_workbook(path)
    indicators = book["指標"]
    keys = [cell.value for cell in indicators[2]]
    indicators.cell(3, keys.index("target.value") + 1).value = "たくさん"
    indicators.cell(3, keys.index("measurable") + 1).value = "たぶん"
    book.save(path)
    with pytest.raises(KeikakuError) as caught:
        keikaku.load(path)
    message = caught.value.message("ja")
    assert "指標!" in message
    assert "たくさん" in message
    assert "たぶん" in message
    assert "number" not in caught.value.message("ja")


def test_a_graph_workbook_takes_no_options(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    workbook_export.write(path, small_graph())
    with pytest.raises(KeikakuError, match="グラフ全体"):
        keikaku.load(path, document_id="x-2022")


def test_the_same_graph_is_the_same_bytes() -> None:
    assert sheet_writer.as_bytes(workbook_export.workbook(small_graph())) == sheet_writer.as_bytes(
        workbook_export.workbook(small_graph())
    )


def test_a_workbook_of_something_else_is_none_of_ours(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.save(tmp_path / "other.xlsx")
    assert not workbook_import.holds_graph(reading.read(tmp_path / "other.xlsx"))
    with pytest.raises(KeikakuError, match="keikaku layout"):
        keikaku.load(tmp_path / "other.xlsx")
