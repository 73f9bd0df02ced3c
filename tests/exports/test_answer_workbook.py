"""An answer as a workbook: numbers are numbers, plan numbers text, and it says what was asked."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pdfplumber
import pytest

from keikaku.exports.answer_workbook import AnswerTable, value_of, write
from tests.makers import convert


@pytest.fixture
def book(tmp_path: Path) -> openpyxl.Workbook:
    table = AnswerTable("実施計画", ["番号", "名称", "計画数"], [["1-2-2", "=A1", "1,200"]])
    path = tmp_path / "答え.xlsx"
    write(path, [table, table], ["問い: keikaku plans", "不明が3件あります。"], "ja")
    return openpyxl.load_workbook(path)


def test_cells_keep_their_kind(book: openpyxl.Workbook) -> None:
    row = [(cell.value, cell.data_type) for cell in book["実施計画"][2]]
    assert row == [("1-2-2", "s"), ("=A1", "s"), (1200, "n")]


def test_a_sheet_is_ready_to_be_read_and_printed(book: openpyxl.Workbook) -> None:
    sheet = book["実施計画"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:C2"
    assert sheet.print_title_rows == "$1:$1"


def test_the_last_sheet_says_what_was_asked_and_what_is_unknown(book: openpyxl.Workbook) -> None:
    assert book.sheetnames == ["実施計画", "実施計画 2", "この表について"]
    assert [cell.value for cell in book["この表について"]["A"]] == [
        "問い: keikaku plans",
        "不明が3件あります。",
    ]


@pytest.mark.parametrize(
    ("text", "head", "value"),
    [
        ("1-2-2", "", "1-2-2"),
        ("3", "番号", "3"),
        ("007", "", "007"),
        ("-1,200.5", "", -1200.5),
        ("98.2%", "", 0.982),
        ("0.5", "", 0.5),
        ("0", "", 0),
    ],
)
def test_what_is_a_number(text: str, head: str, value: object) -> None:
    assert value_of(text, head) == value
    assert type(value_of(text, head)) is type(value)


def test_a_share_is_a_number_shown_as_printed(tmp_path: Path) -> None:
    path = tmp_path / "share.xlsx"
    table = AnswerTable("", ("所管課", "割合"), [("収納課", "18.8%"), ("税務課", "5%")])
    write(path, [table], [], "ja")
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert [(cell.value, cell.number_format) for cell in sheet["B"][1:]] == [
        (0.188, "0.0%"),
        (0.05, "0%"),
    ]


def test_what_was_asked_stands_within_the_paper(tmp_path: Path) -> None:
    numbers = "、".join(f"{goal}-{n}-1" for goal in range(1, 4) for n in range(1, 9))
    write(tmp_path / "answer.xlsx", [], [f"○印の有無が不明な計画: {numbers}"], "ja")
    printed = convert.by_office(tmp_path / "answer.xlsx", "pdf", tmp_path / "office")
    with pdfplumber.open(printed) as document:
        (page,) = document.pages
        assert "3-8-1" in page.extract_text()
        assert max(letter["x1"] for letter in page.chars) < page.width - 20
