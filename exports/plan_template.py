"""The empty form of a plan (計画の入力様式): see :mod:`keikaku.loaders.workbook.plan_form`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from keikaku.exports import sheet_writer
from keikaku.graph.language import Lang, Text
from keikaku.graph.sheet_columns import Column
from keikaku.loaders.workbook.plan_form import (
    DOCUMENT_FACTS,
    GUIDE,
    HEAD_ROW,
    ROWS,
    SHEETS,
    VERSION,
    YEARS,
    FormSheet,
    year_head,
)

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_TITLE = Text("計画の入力様式", "The form of a plan")
_GUIDE = (
    Text(
        "1. 様式の決まっていない計画書のための入力様式です。黄色の欄に記入してください。",
        "1. A form for plans of no known layout. Fill in the yellow cells.",
    ),
    Text(
        "2.「計画書」→「目標・取組事項」→「実施計画」→「取組内容」→「指標」の順に記入します。"
        "「予算・効果額・時間」と「評価」は、計画書にあれば記入します。",
        "2. Fill in Document, Goals, Plans, Actions, Indicators, in that order; amounts and "
        "evaluations where the plan has them.",
    ),
    Text(
        "3. 計画は番号（1-1-1 など）で結び付けます。番号のない計画は名称で結び付けます。",
        "3. Rows belong together by the number of the plan (1-1-1), or by its title without one.",
    ),
    Text(
        "4. 複数あるものは「、」で区切るか、セルの中で改行します。",
        "4. Several things in a cell are divided by 、 or a line end.",
    ),
    Text(
        "5. 分からない欄は空けておきます。空欄は「不明」です（5レスの印だけは「なし」）。",
        "5. Leave empty what is not known; only an empty mark of 5レス means none.",
    ),
    Text(
        "6. 記入後に keikaku load このファイル.xlsx --out plan.json で読み込みます。"
        "直すセルがあれば、場所を示します。",
        "6. keikaku load this-file.xlsx --out plan.json reads it; cells to correct are listed.",
    ),
)
_YEAR_WIDTH = 18.0
_TALL = 30  # points
_CHOOSE = Text("一覧から選んでください。", "Choose from the list.")


def write(path: Path, lang: Lang = "ja") -> None:
    """Write the empty form, whole or not at all.

    Raises:
        KeikakuError: the place cannot be written to.
    """
    sheet_writer.save(path, workbook(lang))


def workbook(lang: Lang = "ja") -> Workbook:
    """Return the empty form."""
    book = sheet_writer.new()
    _guide(book.create_sheet(GUIDE.of(lang)), lang)
    for key, form in SHEETS.items():
        sheet = book.create_sheet(form.name.of(lang))
        if key == "document":
            _document(sheet, form, lang)
        else:
            _rows(sheet, form, YEARS if form.years else 0, lang)
    return book


def _guide(sheet: Worksheet, lang: Lang) -> None:
    sheet_writer.put(sheet, 1, 1, _TITLE.of(lang), "title")
    sheet_writer.put(sheet, 2, 1, VERSION, "note")
    for row, line in enumerate(_GUIDE, 4):
        sheet_writer.put(sheet, row, 1, line.of(lang))
    sheet_writer.widths(sheet, [110])
    sheet.row_dimensions[1].height = _TALL
    sheet.sheet_view.showGridLines = False
    sheet_writer.printed_on_a3(sheet, 1)


def _document(sheet: Worksheet, form: FormSheet, lang: Lang) -> None:
    _head(sheet, form.explanation, form.columns, 0, lang)
    for row, fact in enumerate(DOCUMENT_FACTS.values(), HEAD_ROW + 1):
        sheet_writer.put(sheet, row, 1, fact.of(lang), "fact")
        sheet_writer.put(sheet, row, 2, None, "input")
    sheet_writer.printed_on_a3(sheet, HEAD_ROW)


def _rows(sheet: Worksheet, form: FormSheet, years: int, lang: Lang) -> None:
    from openpyxl.utils import get_column_letter

    _head(sheet, form.explanation, form.columns, years, lang)
    columns = len(form.columns) + years
    for row in range(HEAD_ROW + 1, HEAD_ROW + ROWS + 1):
        for at in range(1, columns + 1):
            sheet_writer.put(sheet, row, at, None, "input")
    for at, column in enumerate(form.columns, 1):
        where = f"{get_column_letter(at)}{HEAD_ROW + 1}:{get_column_letter(at)}{HEAD_ROW + ROWS}"
        if column.choices:
            listed = f'"{",".join(column.choices)}"'
            sheet_writer.choices(sheet, where, listed, _CHOOSE.of(lang))
        elif column.key in {"plan", "number", "group", "sdgs"}:
            _as_text(sheet, where)
    sheet.freeze_panes = f"{get_column_letter(3)}{HEAD_ROW + 1}"
    sheet_writer.printed_on_a3(sheet, HEAD_ROW)


def _head(
    sheet: Worksheet, explanation: Text, columns: Sequence[Column], years: int, lang: Lang
) -> None:
    sheet_writer.put(sheet, 1, 1, explanation.of(lang), "note")
    sheet_writer.on_one_line(sheet, 1, 1)
    heads = [column.title.of(lang) for column in columns]
    heads += [year_head(n).of(lang) for n in range(1, years + 1)]
    sheet_writer.row_of(sheet, HEAD_ROW, heads, "head")
    sheet_writer.widths(sheet, [*(column.width for column in columns), *[_YEAR_WIDTH] * years])
    sheet.row_dimensions[HEAD_ROW].height = _TALL


def _as_text(sheet: Worksheet, where: str) -> None:
    """Keep numbers of plans and SDGs as typed: Excel makes a date of 1-1-1, and 16.1 of 16.10."""
    for (cell,) in sheet[where]:
        cell.number_format = "@"
