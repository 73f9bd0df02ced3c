"""The form of a progress file: an indicator or an action a row, a fiscal year a column."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from keikaku.graph import measures as measured
from keikaku.graph.errors import KeikakuError
from keikaku.graph.files import write_whole
from keikaku.graph.language import Lang, Text
from keikaku.graph.sheet_columns import Column
from keikaku.queries import names
from keikaku.queries.graph_walks import Facts, Graph, parts
from keikaku.queries.indicators.answer import measures
from keikaku.queries.scope import holders, name_of, one_document, plan_ref, scope
from keikaku.workshop.progress.printed_values import actuals_of, with_printed_target
from keikaku.workshop.progress.progress_columns import (
    COLUMNS,
    HEAD_ROW,
    SHEETS,
    YEAR_WIDTH,
    Kind,
    head_of,
    heads,
    years_of,
)
from keikaku.workshop.progress.progress_records import STATE, STATES, Progress

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from keikaku.exports.sheet_writer import Value

KINDS: tuple[Kind, ...] = ("Indicator", "Action")

_TITLE = Text("{title}　進捗状況の記入様式", "{title}: progress form")
_GUIDE = (
    Text(
        "1. 黄色のセルだけに記入してください。灰色のセルは変更できません。",
        "1. Fill in the yellow cells only; the grey ones are locked.",
    ),
    Text(
        "2.「指標」シート: 年度ごとの実績値を、「単位」の単位で記入します（98.2、1,200、約35）。",
        "2. Sheet “Indicators”: the actual value of each year in the unit shown (98.2, 1,200).",
    ),
    Text(
        "3.「取組」シート: 年度ごとの状況を、一覧（{states}）から選びます。",
        "3. Sheet “Actions”: choose the state of each year ({states}).",
    ),
    Text(
        "4. まだ値のない年度は空欄のままにし、説明や見込みは備考に書いてください。",
        "4. Leave a year without a value empty; write explanations and estimates under remarks.",
    ),
    Text(
        "5. 行や列の追加・削除はしないでください。並べ替えと絞り込みは構いません。",
        "5. Add or delete no rows or columns; sorting and filtering is fine.",
    ),
    Text(
        "6. 記入後は保存し、keikaku progress にこのファイルを指定すると、進捗が集計されます。",
        "6. Save it; keikaku progress with this file shows how far everything has come.",
    ),
)
_TOP: dict[Kind, Text] = {
    "Indicator": Text("指標の実績値", "Actual values of the indicators"),
    "Action": Text("取組の状況", "States of the actions"),
}
_NOTE = Text("黄色のセルに記入してください。", "Fill in the yellow cells.")
_IN_WORDS = Text("（数値目標なし）", "(no number)")
_CHOOSE = Text("一覧から選んでください。", "Choose from the list.")
_NO_PERIOD = Text(
    "計画期間が分からないため、様式を作れません。訂正ファイルで first_year と last_year を"
    "補ってください。",
    "The plan's period is not known, so there are no years to fill in; add first_year and "
    "last_year in a corrections file.",
)
_SUFFIX = Text("{path}: 拡張子は .xlsx か .csv にしてください。", "{path}: name it .xlsx or .csv.")
_ROWS_FROM = HEAD_ROW + 1
_TITLE_HEIGHT = 24  # points
_FROZEN = 4  # columns that stay visible


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the form: what it is about, and what is filled in already."""

    kind: Kind
    id: str
    about: dict[str, str]
    filled: dict[str | int, str | int | float]
    open: bool = True


def template(
    graph: Graph,
    path: Path,
    *,
    document: str | None = None,
    department: str | None = None,
    progress: Progress | None = None,
    lang: Lang = "ja",
) -> int:
    """Write the form of a document, for all departments or one, and return how many rows it has.

    An Excel workbook, or CSV (UTF-8 with BOM) for a ``path`` that ends with ``.csv``. The values of
    ``progress`` are filled in.

    Raises:
        KeikakuError: a name is unknown, the graph holds several documents and none is named, the
            period is unknown, or the place cannot be written to.
    """
    path = Path(path)
    part = scope(graph, document=document)
    about = one_document(graph, part.document)
    head = next(each for each in graph.graph["documents"] if each["id"] == about)
    years = years_of(head["first_year"], head["last_year"])
    if not years:
        raise KeikakuError(_NO_PERIOD)
    wanted = None if department is None else names.find(graph, "Department", department)
    rows = list(_rows(graph, part.plans, wanted, progress or Progress(""), lang))
    if path.suffix.lower() == ".csv":
        write_whole(path, _as_csv(rows, years, lang))
    elif path.suffix.lower() == ".xlsx":
        _write_book(path, name_of(graph, head["id"]), rows, years, lang)
    else:
        raise KeikakuError(_SUFFIX.format(path=path))
    return len(rows)


def _rows(
    graph: Graph, plans: list[str], wanted: list[str] | None, progress: Progress, lang: Lang
) -> Iterator[_Row]:
    for plan in plans:
        for _, indicator, answering in measures(graph, plan):
            if wanted is None or not set(answering).isdisjoint(wanted):
                yield _indicator(graph, plan, indicator, answering, progress, lang)
        for holder in holders(graph, plan):
            if wanted is None or not set(holder.departments).isdisjoint(wanted):
                for action, facts in parts(graph, holder.node, "Action"):
                    about = _about(graph, plan, facts["title"], holder.departments)
                    yield _Row("Action", action, about, _states(action, progress, lang))


def _indicator(
    graph: Graph, plan: str, indicator: str, answering: list[str], progress: Progress, lang: Lang
) -> _Row:
    facts: Facts = with_printed_target(graph.nodes[indicator])
    target, baseline = facts.get("target"), facts.get("baseline")
    known = [measure for measure in (target, baseline) if measure]
    about = _about(graph, plan, facts["name"], answering)
    about["unit"] = next((each["unit"] for each in known if each.get("unit")), "")
    about["baseline"] = measured.format_measure(baseline, lang) if baseline else "―"
    about["target"] = measured.format_measure(target, lang) if target else ""
    if not known:
        about["target"] = _IN_WORDS.of(lang)
    filled: dict[str | int, str | int | float] = {
        each.year: f"{each.qualifier}{each.value:,}" if each.qualifier else each.value
        for each in actuals_of(graph.nodes[indicator], progress.actuals.get(indicator, []))
    }
    return _Row("Indicator", indicator, about, filled | _signed(indicator, progress), bool(known))


def _about(graph: Graph, plan: str, name: str, answering: list[str]) -> dict[str, str]:
    plan_row = plan_ref(graph, plan)
    departments = "、".join(name_of(graph, each) for each in answering)
    return {
        "number": plan_row.number,
        "title": plan_row.title,
        "name": name,
        "departments": departments,
    }


def _states(action: str, progress: Progress, lang: Lang) -> dict[str | int, str | int | float]:
    states: dict[str | int, str | int | float] = {
        each.year: STATE[each.state].word.of(lang) for each in progress.states.get(action, ())
    }
    return states | _signed(action, progress)


def _signed(node: str, progress: Progress) -> dict[str | int, str | int | float]:
    signed = progress.signed.get(node)
    if signed is None:
        return {}
    signatures = {"remarks": signed.remarks, "by": signed.by, "when": signed.when}
    return {key: value for key, value in signatures.items() if value is not None}


def _column_words(key: str | int, columns: tuple[Column, ...], lang: Lang) -> str:
    if isinstance(key, int):
        return head_of(key).of(lang)
    return next(column.title.of(lang) for column in columns if column.key == key)


def _value(row: _Row, key: str | int) -> Value:
    if key == "id":
        return row.id
    return row.filled.get(key) if key in row.filled else row.about.get(str(key))


def _as_csv(rows: list[_Row], years: list[int], lang: Lang) -> str:
    """Return both kinds in one table; the id shows the kind of a row."""
    from keikaku.loaders.csvtable import csv_text

    columns = COLUMNS["Indicator"]
    keys = heads(columns, years)
    head = [_column_words(key, columns, lang) for key in keys]
    return csv_text([head, *([_value(row, key) for key in keys] for row in rows)])


def _write_book(path: Path, title: str, rows: list[_Row], years: list[int], lang: Lang) -> None:
    from keikaku.exports import sheet_writer

    book = sheet_writer.new()
    guide = book.create_sheet(SHEETS["guide"].of(lang))
    sheet_writer.put(guide, 1, 1, _TITLE.format(title=title).of(lang), "title")
    guide.row_dimensions[1].height = _TITLE_HEIGHT
    states = ("、" if lang == "ja" else ", ").join(state.word.of(lang) for state in STATES)
    for place, line in enumerate(_GUIDE, 3):
        sheet_writer.put(guide, place, 1, line.format(states=states).of(lang), "note")
        sheet_writer.fit_row(guide, place, (sheet_writer.A4_COLUMN,))
    sheet_writer.widths(guide, (sheet_writer.A4_COLUMN,))
    sheet_writer.protect(guide)
    sheet_writer.printed_on_a4(guide)
    for kind in KINDS:
        sheet = book.create_sheet(SHEETS[kind].of(lang))
        _fill(sheet, kind, [row for row in rows if row.kind == kind], years, lang)
    lists = book.create_sheet(SHEETS["lists"].of(lang))
    for place, state in enumerate(STATES, 1):
        sheet_writer.put(lists, place, 1, state.word.of(lang))
    sheet_writer.protect(lists)
    lists.sheet_state = "hidden"
    sheet_writer.save(path, book)


def _fill(sheet: Worksheet, kind: Kind, rows: list[_Row], years: list[int], lang: Lang) -> None:
    """Write one kind's sheet: two rows of explanation, the head, a row for each."""
    from openpyxl.utils import get_column_letter

    from keikaku.exports import sheet_writer

    columns = COLUMNS[kind]
    keys = heads(columns, years)
    sheet_writer.put(sheet, 1, 1, _TOP[kind].of(lang), "title")
    sheet_writer.put(sheet, 2, 1, _NOTE.of(lang), "note")
    sheet_writer.on_one_line(sheet, 2, 1)
    sheet_writer.row_of(
        sheet, HEAD_ROW, [_column_words(key, columns, lang) for key in keys], "head"
    )
    tails = {column.key for column in columns if column.filled}
    for place, row in enumerate(rows, _ROWS_FROM):
        for column, key in enumerate(keys, 1):
            look: Any = "id" if key == "id" else "fact"
            if key in tails or (isinstance(key, int) and row.open):
                look = "input"
            sheet_writer.put(sheet, place, column, _value(row, key), look)
    width_of = {column.key: column.width for column in columns}
    wide = [width_of.get(str(key), YEAR_WIDTH) for key in keys]
    sheet_writer.widths(sheet, wide)
    sheet_writer.hide(sheet, "A")
    last = _ROWS_FROM + max(len(rows), 1) - 1
    for place in range(HEAD_ROW, last + 1):
        sheet_writer.fit_row(sheet, place, [999, *wide[1:]])  # an id may be cut
    sheet.row_dimensions[1].height = _TITLE_HEIGHT
    if kind == "Action":
        first_year, last_year = (get_column_letter(keys.index(years[at]) + 1) for at in (0, -1))
        where = f"{first_year}{_ROWS_FROM}:{last_year}{last}"
        listed = f"='{SHEETS['lists'].of(lang)}'!$A$1:$A${len(STATES)}"
        sheet_writer.choices(sheet, where, listed, _CHOOSE.of(lang))
    sheet.freeze_panes = f"{get_column_letter(_FROZEN + 1)}{_ROWS_FROM}"
    sheet.auto_filter.ref = f"A{HEAD_ROW}:{get_column_letter(len(keys))}{last}"
    sheet_writer.printed_on_a3(sheet, HEAD_ROW)
    sheet_writer.protect(sheet)
