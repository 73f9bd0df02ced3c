"""Workbooks written, and workbooks of others: what is unsafe or broken is refused in one line."""

from __future__ import annotations

import contextlib
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from keikaku.exports import sheet_writer as writing
from keikaku.graph.errors import KeikakuError, SourceError
from keikaku.loaders import sheet_reader
from tests.makers.convert import by_office

TEXTS = (
    *("=1+1", "+1", "-a", "@x", '=HYPERLINK("http://203.0.113.1/","x")', "=cmd|' /C calc'!A0"),
    *("改\n行", "𠮷😀", " 端 ", "1-1-1", "2001-01-02", "001", "TRUE", "#N/A", "'引用"),
)


def book_of(*texts: str) -> bytes:
    book = writing.new()
    sheet = book.create_sheet("一")
    for row, text in enumerate(texts, 1):
        writing.put(sheet, row, 1, text, "input")
    return writing.as_bytes(book)


def texts_in(path: Path) -> list[object]:
    (sheet,) = sheet_reader.read(path).sheets.values()
    return [row.value(1) for row in sheet.rows]


def changed(data: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """The bytes of a workbook, some of its parts changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    change(parts)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, part in parts.items():
            packed.writestr(name, part)
    return made.getvalue()


def test_texts_stay_texts_and_never_become_formulas(tmp_path: Path) -> None:
    path = tmp_path / "texts.xlsx"
    path.write_bytes(book_of(*TEXTS))
    assert texts_in(path) == list(TEXTS)
    book = openpyxl.load_workbook(path)
    assert all(cell.data_type == "s" for row in book["一"].iter_rows() for cell in row)
    again = by_office(path, "xlsx", tmp_path / "office")
    assert texts_in(again) == list(TEXTS)
    (sheet,) = sheet_reader.read(again).sheets.values()
    assert all(cell.formula is None for row in sheet.rows for cell in row.cells.values())


def test_formulas_are_reported_and_their_last_value_is_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = "=40+2"
    book.save(tmp_path / "formula.xlsx")
    (sheet,) = sheet_reader.read(tmp_path / "formula.xlsx").sheets.values()
    assert (sheet.rows[0].cells[1].formula, sheet.rows[0].value(1)) == ("=40+2", None)
    computed = by_office(tmp_path / "formula.xlsx", "xlsx", tmp_path / "office")
    (sheet,) = sheet_reader.read(computed).sheets.values()
    assert (sheet.rows[0].cells[1].formula, sheet.rows[0].value(1)) == ("=40+2", 42)


def with_macros(parts: dict[str, bytes]) -> None:
    parts["xl/vbaProject.bin"] = b"\0"


def with_links(parts: dict[str, bytes]) -> None:
    parts["xl/externalLinks/externalLink1.xml"] = b"<externalLink/>"


def with_many_rows(parts: dict[str, bytes]) -> None:
    name = "xl/worksheets/sheet1.xml"
    rows = b"".join(b'<row r="%d"/>' % at for at in range(2, 1_000_002))
    parts[name] = parts[name].replace(b"</sheetData>", rows + b"</sheetData>")


def with_a_bomb(parts: dict[str, bytes]) -> None:
    parts["xl/media/image1.png"] = b"\0" * (sheet_reader.LARGEST + 1)


def with_entities(parts: dict[str, bytes]) -> None:
    """The billion laughs."""
    name = "xl/worksheets/sheet1.xml"
    entities = b"".join(
        b'<!ENTITY l%d "%s">' % (at, b"&l%d;" % (at - 1) * 10) for at in range(1, 10)
    )
    head = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">' + entities + b"]>"
    parts[name] = head + parts[name].partition(b"?>")[2].replace(b"=1+1", b"&l9;")


def without_content(parts: dict[str, bytes]) -> None:
    del parts["xl/workbook.xml"]


def with_broken_xml(parts: dict[str, bytes]) -> None:
    name = "xl/worksheets/sheet1.xml"
    parts[name] = parts[name][: len(parts[name]) // 2]


HOSTILE = {
    "macros": (with_macros, "マクロ"),
    "links": (with_links, "リンク"),
    "rows": (with_many_rows, "大きすぎる"),
    "bomb": (with_a_bomb, "大きすぎる"),
    "entities": (with_entities, "ブック"),
    "missing part": (without_content, "ブック"),
    "broken part": (with_broken_xml, "ブック"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_workbook_is_one_clear_error(kind: str, tmp_path: Path) -> None:
    change, words = HOSTILE[kind]
    path = tmp_path / "hostile.xlsx"
    path.write_bytes(changed(book_of("=1+1"), change))
    with pytest.raises(SourceError, match=words) as caught:
        sheet_reader.read(path)
    assert "hostile.xlsx" in caught.value.message("ja")
    assert "\n" not in caught.value.message("en")


def with_a_large_sheet(parts: dict[str, bytes]) -> None:
    parts["xl/worksheets/sheet9.xml"] = b" " * (sheet_reader.LARGEST + 9)


def test_a_zip_that_lies_about_its_size_is_not_unpacked(tmp_path: Path) -> None:
    data = changed(book_of("a"), with_a_large_sheet)
    size = (sheet_reader.LARGEST + 9).to_bytes(4, "little")
    path = tmp_path / "lie.xlsx"
    path.write_bytes(data.replace(size, (9).to_bytes(4, "little")))
    with pytest.raises(SourceError):
        sheet_reader.read(path)


def test_one_cell_far_below_is_read_without_the_rows_between(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = "上"
    book.worksheets[0]["A1048576"] = "下"
    book.save(tmp_path / "far.xlsx")
    (sheet,) = sheet_reader.read(tmp_path / "far.xlsx").sheets.values()
    assert [(row.number, row.value(1)) for row in sheet.rows] == [(1, "上"), (1_048_576, "下")]


def test_a_locked_or_old_workbook_and_other_files_are_reported(tmp_path: Path) -> None:
    locked = tmp_path / "locked.xlsx"
    locked.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    with pytest.raises(SourceError, match="パスワード"):
        sheet_reader.read(locked)
    other = tmp_path / "other.xlsx"
    other.write_text("これはブックではない", encoding="utf-8")
    with pytest.raises(SourceError, match="ブック"):
        sheet_reader.read(other)
    with pytest.raises(SourceError, match="開けません"):
        sheet_reader.read(tmp_path / "none.xlsx")
    old = saved_as_xls(tmp_path)
    with pytest.raises(SourceError, match="古い形式"):
        sheet_reader.read(old)


def saved_as_xls(folder: Path) -> Path:
    path = folder / "new.xlsx"
    path.write_bytes(book_of("a"))
    return by_office(path, "xls", folder / "old")


@settings(max_examples=60)
@given(cut=st.integers(0, 6_000), flipped=st.integers(0, 6_000), value=st.integers(0, 255))
def test_a_damaged_workbook_is_read_or_refused_never_more(
    cut: int, flipped: int, value: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    data = bytearray(book_of("=1+1", "文字"))
    data[flipped % len(data)] = value
    if cut % 2:
        del data[cut % len(data) :]
    path = tmp_path_factory.mktemp("cut") / "damaged.xlsx"
    path.write_bytes(data)
    with contextlib.suppress(KeikakuError):
        sheet_reader.read(path)
