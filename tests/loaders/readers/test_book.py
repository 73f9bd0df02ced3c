"""A workbook is read sheet by sheet: what a person sees, where it stands, what it covers."""

from __future__ import annotations

import datetime as dt
import zipfile
from pathlib import Path
from typing import Any

import pytest

from keikaku.graph.errors import SourceError
from keikaku.loaders.readers import read_source
from keikaku.loaders.readers.blocks import Table

SHARED = Path(__file__).parents[4] / "shared"


def book_of(tmp_path: Path, fill: Any) -> Path:
    import openpyxl

    book = openpyxl.Workbook()
    fill(book.active)
    path = tmp_path / "plan.xlsx"
    book.save(path)
    return path


def table_of(path: Path, page: int = 0) -> Table:
    return next(read_source(path).pages[page].tables())


def texts_by_place(table: Table) -> dict[str, str]:
    return {str(cell.place.cell): cell.text for cell in table.cells}


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (0.982, "0.0%", "98.2%"),
        (35, '0"件"', "35件"),
        (86, "0000", "0086"),
        (1234567, "#,##0", "1,234,567"),
        (-1200, '#,##0;"△"#,##0', "△1,200"),
        (1.0, "General", "1"),
        (dt.date(2026, 3, 31), 'ggge"年"m"月"d"日"', "令和8年3月31日"),
        (dt.date(2026, 3, 31), 'yyyy"年"m"月"', "2026年3月"),
        ("0581", "@", "0581"),
    ],
)
def test_a_cell_reads_as_it_is_shown(tmp_path: Path, value: object, code: str, text: str) -> None:
    def fill(sheet: Any) -> None:
        sheet["B2"] = value
        sheet["B2"].number_format = code

    assert texts_by_place(table_of(book_of(tmp_path, fill))) == {"B2": text}


def test_a_merged_cell_covers_its_slots(tmp_path: Path) -> None:
    def fill(sheet: Any) -> None:
        sheet["B1"], sheet["B2"], sheet["D2"] = "行動計画", "2026", "2028"
        sheet["A3"] = "点検"
        sheet.merge_cells("B1:D1")
        sheet.merge_cells("B3:C3")

    table = table_of(book_of(tmp_path, fill))
    head = table.at(0, 3)
    assert head is not None
    assert (head.text, head.column, head.column_span) == ("行動計画", 1, 3)
    empty = table.at(2, 2)
    assert empty is not None
    assert (empty.text, empty.column, empty.column_span) == ("", 1, 2)


def test_a_formula_without_its_result_is_reported(tmp_path: Path) -> None:
    path = book_of(tmp_path, lambda sheet: sheet.append([1, "=A1+1"]))
    (notice,) = read_source(path).notices
    assert (notice.code, notice.details["where"]) == ("formula-without-value", "Sheet!B1")


def test_what_is_drawn_over_cells_becomes_cells() -> None:
    path = SHARED / "cases" / "s-shapes.xlsx"
    if not path.exists():
        pytest.skip("the shared cases are not here")
    texts = texts_by_place(table_of(path))
    assert texts["D2:E2"] == "検討 →"
    assert texts["F2:G2"] == "実施 →"
    assert texts["E3:G3"] == "設計・工事 →"


def test_a_row_beyond_the_last_is_refused_at_once(tmp_path: Path) -> None:
    path = book_of(tmp_path, lambda sheet: sheet.append(["計画"]))
    hostile = tmp_path / "hostile.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(hostile, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data.replace(b'<row r="1"', b'<row r="1000000000000"'))
    with pytest.raises(SourceError, match="大きすぎる"):
        read_source(hostile)


def test_cells_far_apart_are_refused_before_a_grid_is_made(tmp_path: Path) -> None:
    def fill(sheet: Any) -> None:
        sheet["A1"], sheet["XFD1048576"] = "計画", "終"

    with pytest.raises(SourceError, match="大きすぎる"):
        read_source(book_of(tmp_path, fill))


def test_a_book_cut_off_is_one_line(tmp_path: Path) -> None:
    path = book_of(tmp_path, lambda sheet: sheet.append(["計画"]))
    path.write_bytes(path.read_bytes()[:2000])
    with pytest.raises(SourceError, match="壊れています"):
        read_source(path)


def test_a_wide_workbook_of_a_real_city_is_read_whole() -> None:
    path = SHARED / "sources" / "ofunato-2025-jimujigyo.xlsx"
    if not path.exists():
        pytest.skip("the shared sources are not here")
    table = table_of(path)
    assert (table.rows, table.columns) == (202, 210)
    assert table.text(2, 7) == "0086"
