"""The form as a workbook (照会票): see :mod:`keikaku.workshop.form` for its layout.

The hidden sheet keeps the locked texts as they were sent out, so that a changed text is noticed
when the form comes back.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from keikaku.exports import sheet_writer
from keikaku.graph.language import Lang, Text
from keikaku.graph.structure import numbered_title
from keikaku.workshop.decision_codes import DECISIONS
from keikaku.workshop.form import COLUMNS, HEAD_ROW, HIDDEN_KEYS, NEW_ROWS, SHEETS, VERSION
from keikaku.workshop.pack.dossier import (
    Dossier,
    Material,
    actions_text,
    departments_text,
    finding_texts,
    indicators_text,
    progress_text,
    tie_texts,
)
from keikaku.workshop.pack.prefill import prefilled
from keikaku.workshop.plan_keys import headings_of

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_TITLE = Text("{title}　次期計画に向けた照会票", "{title}: what becomes of each plan")
_FOR = Text("記入課: {department}", "Department: {department}")
_WHOLE = Text("全体（事務局用）", "all departments")
_GUIDE = (
    Text(
        "1.「{plans}」シートの黄色のセルに記入してください。灰色のセルは計画書の内容で、変更できません。",
        "1. Fill in the yellow cells of “{plans}”; the grey ones describe the plan and are locked.",
    ),
    Text(
        "2.「{decision}」は一覧から選びます。{decisions}",
        "2. “{decision}” is chosen from the list. {decisions}",
    ),
    Text(
        "3.「統合」を選んだときは、統合先の計画を選びます。複数あるときは「、」で区切って番号を並べます。",
        "3. For “merge”, choose the plan to merge with; several are divided by commas.",
    ),
    Text(
        "4. 見直しで計画名・所管課・指標・目標値を改めるときは、改める項目だけを記入します。",
        "4. Where title, lead, indicator or target change, fill in only what changes.",
    ),
    Text(
        "5. 新規の計画は、表の下の空いた行に、計画名・取組事項・主管課から記入します。",
        "5. New plans go into the empty rows below: title, initiative and lead first.",
    ),
    Text(
        "6. 行と列の追加・削除、シート名の変更はしないでください。並べ替えと絞り込みは構いません。",
        "6. Add or delete no rows or columns; sorting and filtering is fine.",
    ),
)
_BLANKS = (
    Text("提出期限", "Deadline"),
    Text("提出先・問い合わせ先", "Send to, ask"),
    Text("記入者", "Filled in by"),
    Text("記入日", "Date"),
)
_TOP = Text("{department}　実施計画の見直し", "{department}: plans to be reviewed")
_NOTE = Text(
    "黄色のセルに記入してください。計画{n}件（主管の計画が先）。下の空いた行は新規の計画用です。",
    "Fill in the yellow cells. Plans: {n}, those led first; the empty rows are for new ones.",
)
_CHOOSE = Text("一覧から選んでください。", "Choose from the list.")
_LIST_HEADS: dict[str, Text] = {
    "decisions": Text("次期計画での扱い", "next step"),
    "plans": Text("計画", "plan"),
    "departments": Text("所管課", "department"),
    "initiatives": Text("取組事項", "initiative"),
}
_LONGEST = 1_500  # characters of a fact
_GUIDE_WIDTHS = (26.0, 84.0)
_TALL = 26  # points
_HIGHEST = 409  # points, Excel's limit
_FROZEN = 3  # columns that stay visible

_FACTS: Mapping[str, Callable[[Dossier, Lang], str]] = {
    "id": lambda each, _: each.node,
    "number": lambda each, _: each.whole.number,
    "title": lambda each, _: each.whole.title,
    "departments": lambda each, lang: departments_text(each.whole, lang),
    "actions": lambda each, lang: actions_text(each.whole, lang),
    "indicators": lambda each, lang: indicators_text(each.whole, lang),
    "progress": lambda each, lang: progress_text(each.progress, lang),
    "findings": lambda each, lang: "\n".join(finding_texts(each.whole, lang)),
    "dependencies": lambda each, lang: "\n".join(tie_texts(each.whole, lang)),
}
"""The texts of the locked columns, by their keys."""


def workbook(material: Material, department: str | None, dossiers: Sequence[Dossier]) -> Workbook:
    """Return the form of a department, or of the whole (None), over these plans."""
    lang = material.lang
    book = sheet_writer.new()
    _guide(book.create_sheet(SHEETS["guide"].of(lang)), material, department)
    plans = book.create_sheet(SHEETS["plans"].of(lang))
    lists = book.create_sheet(SHEETS["lists"].of(lang))
    offered = _offered(material)
    _lists(lists, offered, lang)
    facts = [{key: _short(text(each, lang)) for key, text in _FACTS.items()} for each in dossiers]
    known = [
        row | prefilled(material.graph, each.node, lang)
        for row, each in zip(facts, dossiers, strict=True)
    ]
    _plans(plans, known, department, offered, lang)
    _hidden(book.create_sheet(SHEETS["hidden"].of(lang)), material, department, facts)
    book.active = 1
    return book


def _short(text: str) -> str:
    """Return a text that a cell of a printed table can hold."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _guide(sheet: Worksheet, material: Material, department: str | None) -> None:
    lang = material.lang
    whose = department or _WHOLE.of(lang)
    sheet_writer.put(sheet, 1, 1, _TITLE.format(title=material.title).of(lang), "title")
    sheet_writer.put(sheet, 2, 1, _FOR.format(department=whose).of(lang))
    sheet.row_dimensions[1].height = _TALL
    decisions = "".join(f"\n　　{each.word.of(lang)}: {each.means.of(lang)}" for each in DECISIONS)
    words = {
        "plans": SHEETS["plans"].of(lang),
        "decision": _LIST_HEADS["decisions"].of(lang),
        "decisions": decisions,
    }
    for row, line in enumerate(_GUIDE, 4):
        sheet_writer.put(sheet, row, 1, line.format(**words).of(lang), "note")
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=2)
        sheet.row_dimensions[row].height = sheet_writer.height(
            line.format(**words).of(lang), sum(_GUIDE_WIDTHS)
        )
    known = dict(zip(_BLANKS, (material.due, material.contact), strict=False))
    for row, blank in enumerate(_BLANKS, len(_GUIDE) + 5):
        sheet_writer.put(sheet, row, 1, blank.of(lang), "fact")
        sheet_writer.put(sheet, row, 2, known.get(blank), "input")
        sheet.row_dimensions[row].height = _TALL
    sheet_writer.widths(sheet, _GUIDE_WIDTHS)
    sheet_writer.protect(sheet)
    sheet_writer.printed_on_a4(sheet)
    sheet.sheet_view.showGridLines = False


def _offered(material: Material) -> dict[str, list[str]]:
    """Return the choices of the drop-downs."""
    graph = material.graph
    initiatives = [
        numbered_title(graph.nodes[node]) for node in headings_of(graph, material.document).values()
    ]
    return {
        "decisions": [decision.word.of(material.lang) for decision in DECISIONS],
        "plans": [dossier.name for dossier in material.dossiers],
        "departments": material.departments,
        "initiatives": initiatives,
    }


def _lists(sheet: Worksheet, offered: Mapping[str, Sequence[str]], lang: Lang) -> None:
    sheet_writer.row_of(sheet, 1, [_LIST_HEADS[key].of(lang) for key in offered], "head")
    for row, values in enumerate(zip_longest(*offered.values()), 2):
        sheet_writer.row_of(sheet, row, values)
    sheet_writer.widths(sheet, [18, 48, 28, 40])
    sheet_writer.protect(sheet)
    sheet.sheet_state = "hidden"


def _plans(
    sheet: Worksheet,
    facts: Sequence[Mapping[str, str]],
    department: str | None,
    offered: Mapping[str, Sequence[str]],
    lang: Lang,
) -> None:
    from openpyxl.utils import get_column_letter

    top = _TOP.format(department=department or _WHOLE.of(lang)).of(lang)
    sheet_writer.put(sheet, 1, 1, top, "title")
    sheet_writer.put(sheet, 2, 1, _NOTE.format(n=len(facts)).of(lang))
    sheet.row_dimensions[1].height = _TALL
    sheet_writer.row_of(sheet, HEAD_ROW, [column.title.of(lang) for column in COLUMNS], "head")
    wide = [column.width for column in COLUMNS]
    sheet_writer.widths(sheet, wide)
    sheet_writer.hide(sheet, "A")
    sheet_writer.fit_row(sheet, HEAD_ROW, wide)
    for row, values in enumerate([*facts, *[{}] * NEW_ROWS], HEAD_ROW + 1):
        for at, column in enumerate(COLUMNS, 1):
            look: Any = "input" if column.filled else "id" if column.key == "id" else "fact"
            sheet_writer.put(sheet, row, at, values.get(column.key), look)
        sheet_writer.fit_row(sheet, row, [999, *wide[1:]])  # an id may be cut
        height = sheet.row_dimensions[row].height or 0
        sheet.row_dimensions[row].height = min(max(height, _TALL), _HIGHEST)
    last = HEAD_ROW + len(facts) + NEW_ROWS
    for at, column in enumerate(COLUMNS, 1):
        if column.offers:
            letter = get_column_letter(at)
            where = f"{letter}{HEAD_ROW + 1}:{letter}{last}"
            listed = _range(list(offered).index(column.offers), offered[column.offers], lang)
            strict = column.offers in {"decisions", "initiatives"}
            sheet_writer.choices(sheet, where, listed, _CHOOSE.of(lang), strict=strict)
    sheet.freeze_panes = f"{get_column_letter(_FROZEN + 1)}{HEAD_ROW + 1}"
    sheet.auto_filter.ref = f"A{HEAD_ROW}:{get_column_letter(len(COLUMNS))}{last}"
    sheet_writer.printed_on_a3(sheet, HEAD_ROW)
    sheet_writer.protect(sheet)


def _range(at: int, values: Sequence[str], lang: Lang) -> str:
    from openpyxl.utils import get_column_letter

    letter = get_column_letter(at + 1)
    return f"='{SHEETS['lists'].of(lang)}'!${letter}$2:${letter}${max(len(values), 1) + 1}"


def _hidden(
    sheet: Worksheet,
    material: Material,
    department: str | None,
    facts: Sequence[Mapping[str, str]],
) -> None:
    head = (VERSION, material.document, department or "")
    kept = [
        (fact["id"], json.dumps({k: v for k, v in fact.items() if k != "id"}, ensure_ascii=False))
        for fact in facts
    ]
    for row, values in enumerate([*zip(HIDDEN_KEYS, head, strict=True), *kept], 1):
        sheet_writer.row_of(sheet, row, values)
    sheet.sheet_state = "hidden"
    sheet_writer.protect(sheet)
