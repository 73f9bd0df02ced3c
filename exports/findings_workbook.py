"""The findings as a sheet to decide on with Excel (確認事項の表), read back as corrections."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from keikaku.exports import sheet_writer
from keikaku.graph.findings import FINDINGS, SEVERITIES, finding_texts
from keikaku.graph.findings.suggestion_words import planner_words
from keikaku.graph.language import Lang, Text
from keikaku.loaders.corrections.correction_sheet import (
    CARRIED,
    CHANGE,
    COLUMNS,
    CONFIRM,
    DECISIONS,
    GUIDE,
    HEAD_ROW,
    MARK,
    SHEET,
    VERSION,
    facts_of,
)
from keikaku.loaders.corrections.corrections_skeleton import PROPOSALS, about_node, details_of

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from keikaku.loaders.corrections import Correction

_LISTS = Text("選択肢", "Choices")
_WIDTHS = (8, 7, 20, 44, 34, 9, 36, 18, 18, 18, 12, 26, 12, 4)
_TITLE = Text("{title}　確認事項の表", "{title}: findings")
_GUIDELINES = (
    Text(
        "1. 黄色のセルに記入します。「対応」は一覧から選びます。",
        "1. Fill in the yellow cells; choose a decision from its list.",
    ),
    Text(
        "2.「原本のとおりでよい」を選んだ行は、次から尋ねません。",
        "2. What is right as the source says is not asked again.",
    ),
    Text(
        "3.「次のように直す」を選んだ行は、「直す項目」と「正しい値」も記入します。"
        "分からないときの値は「不明」です。",
        "3. For a change say what to change and the right value; “unknown” where nobody knows it.",
    ),
    Text(
        "4. 担当・理由・日付を記入します。「保留」と空欄の行は読み飛ばします。",
        "4. Say who, why and when. Rows that are empty or left for later are skipped.",
    ),
    Text(
        "5. 保存して、keikaku load 原本 --corrections このファイル で読み込みます。",
        "5. Save it, then: keikaku load SOURCE --corrections THIS-FILE.",
    ),
)
_NOT_LISTED = Text("一覧から選んでください。", "Choose from the list.")


class _Row(NamedTuple):
    """A row: its cells by column, and what may be changed in it."""

    cells: Mapping[str, str]
    kind: str = ""


def write(
    path: Path,
    head: Mapping[str, Any],
    findings: Sequence[Mapping[str, Any]],
    nodes: Mapping[str, Mapping[str, Any]],
    carried: Iterable[Correction] = (),
    lang: Lang = "ja",
) -> None:
    """Write the open findings of a document, each with room for a decision.

    ``head`` is the head of the document, ``nodes`` the facts of what the findings are about;
    ``carried`` are corrections that were applied: they come first, so that the new file can
    replace the old one.

    Raises:
        KeikakuError: the place cannot be written to.
    """
    rows = [_carried(each, lang) for each in carried]
    for finding in findings:
        rows += _rows(finding, nodes.get(finding.get("node") or "", {}), lang)
    book = sheet_writer.new()
    _guide(book.create_sheet(GUIDE.of(lang)), head, lang)
    _table(book.create_sheet(SHEET.of(lang)), rows, lang)
    _lists(book.create_sheet(_LISTS.of(lang)), rows, lang)
    book.active = 1
    sheet_writer.save(path, book)


def _guide(sheet: Worksheet, head: Mapping[str, Any], lang: Lang) -> None:
    sheet_writer.put(
        sheet, 1, 1, _TITLE.format(title=head.get("title") or head["id"]).of(lang), "title"
    )
    for at, line in enumerate(_GUIDELINES, 3):
        sheet_writer.put(sheet, at, 1, line.of(lang), "note")
        sheet_writer.fit_row(sheet, at, (sheet_writer.A4_COLUMN,))
    end = len(_GUIDELINES) + 4
    sheet_writer.put(sheet, end, 1, VERSION, "note")
    sheet_writer.put(sheet, end + 1, 1, head["id"], "note")
    sheet_writer.widths(sheet, (sheet_writer.A4_COLUMN,))
    sheet_writer.protect(sheet)


def _table(sheet: Worksheet, rows: Sequence[_Row], lang: Lang) -> None:
    sheet_writer.row_of(sheet, HEAD_ROW, [word.of(lang) for word in COLUMNS.values()], "head")
    keys = [*COLUMNS]
    first_input = keys.index("decision")
    for number, row in enumerate(rows, HEAD_ROW + 1):
        for column, key in enumerate(keys, 1):
            own = "input" if first_input < column < len(keys) else "fact"
            look: sheet_writer.Look = "id" if key == "entry" else own  # type: ignore[assignment]
            sheet_writer.put(sheet, number, column, row.cells.get(key, ""), look)
        sheet_writer.fit_row(sheet, number, _WIDTHS[:-1])  # hidden columns take no room
    sheet_writer.widths(sheet, _WIDTHS)
    sheet.column_dimensions["N"].hidden = True
    sheet.freeze_panes = f"B{HEAD_ROW + 1}"
    sheet.auto_filter.ref = f"A{HEAD_ROW}:M{HEAD_ROW + max(len(rows), 1)}"
    _drop_downs(sheet, rows, lang)
    sheet_writer.printed_on_a3(sheet, HEAD_ROW)
    sheet_writer.protect(sheet)


def _drop_downs(sheet: Worksheet, rows: Sequence[_Row], lang: Lang) -> None:
    lists, message = _LISTS.of(lang), _NOT_LISTED.of(lang)
    last = HEAD_ROW + max(len(rows), 1)
    where = f"H{HEAD_ROW + 1}:H{last}"
    sheet_writer.choices(sheet, where, f"='{lists}'!$A$1:$A${len(DECISIONS)}", message)
    for column, (kind, facts) in enumerate(_kinds(rows).items(), 2):
        letter = chr(ord("A") + column - 1)
        own = f"='{lists}'!${letter}$1:${letter}${len(facts)}"
        cells = " ".join(
            f"I{at}"
            for at, row in enumerate(rows, HEAD_ROW + 1)
            if row.kind == kind and not row.cells.get("fact")
        )
        if cells:
            sheet_writer.choices(sheet, cells, own, message)


def _kinds(rows: Sequence[_Row]) -> dict[str, dict[str, Text]]:
    """Return what can be changed, for each kind of thing that the rows are about."""
    return {kind: facts_of(kind) for kind in sorted({row.kind for row in rows if row.kind})}


def _lists(sheet: Worksheet, rows: Sequence[_Row], lang: Lang) -> None:
    for at, word in enumerate(DECISIONS, 1):
        sheet_writer.put(sheet, at, 1, word.of(lang))
    for column, facts in enumerate(_kinds(rows).values(), 2):
        for at, word in enumerate(facts.values(), 1):
            sheet_writer.put(sheet, at, column, word.of(lang))
    sheet.sheet_state = "hidden"


def _rows(finding: Mapping[str, Any], facts: Mapping[str, Any], lang: Lang) -> Iterator[_Row]:
    """Yield a row for a finding, or one for each mark that it asks about."""
    cells = _finding_cells(finding, facts, lang)
    node, details = finding.get("node"), finding.get("details") or {}
    confirm = {"finding": finding["code"], **about_node(node), **details_of(node, details)}
    kind = str(facts.get("kind", ""))
    record: dict[str, Any] = {"confirm": confirm, "about": about_node(node), "kind": kind}
    propose = PROPOSALS.get(finding["code"])
    proposed = propose(details, list(facts.get("unknown_marks") or ())) if propose else None
    if proposed is None:
        yield _Row({**cells, "entry": _record(record)}, kind if node else "")
        return
    proposed = dict(proposed)
    about = {key: proposed.pop(key) for key in ("plan", "department") if key in proposed}
    if "marks" in proposed:
        themes = [*proposed["marks"]]
        record |= {"about": about, "kind": "Plan", "marks": themes}
        for theme in themes:
            fact = MARK.format(theme=theme).of(lang)
            yield _Row({**cells, "fact": fact, "entry": _record(record)}, "Plan")
        return
    kind = "Department" if "department" in about else "Plan"
    (fact_name, value), *_ = proposed.items()
    fact = facts_of(kind)[fact_name].of(lang)
    entry = _record(record | {"about": about, "kind": kind})
    yield _Row({**cells, "fact": fact, "value": str(value), "entry": entry}, kind)


def _finding_cells(
    finding: Mapping[str, Any], facts: Mapping[str, Any], lang: Lang
) -> dict[str, str]:
    message, suggestion = finding_texts(finding, lang)
    kind = FINDINGS.get(finding["code"])
    evidence = finding.get("evidence") or []
    first = evidence[0] if evidence else {}
    places = (first.get("cell"), first.get("page") and f"p.{first['page']}", first.get("line"))
    details = finding.get("details") or {}
    return {
        "number": str(details.get("plan") or facts.get("number") or ""),
        "severity": SEVERITIES[finding["severity"]].of(lang),
        "sort": kind.title.of(lang) if kind else finding["code"],
        "message": message,
        "quote": str(first.get("quote") or ""),
        "place": str(next((place for place in places if place), "")),
        "suggestion": planner_words(suggestion) if lang == "ja" else suggestion,
    }


def _carried(entry: Correction, lang: Lang) -> _Row:
    """Return the row of a correction that was applied already."""
    body = entry.body
    listed = "、".join(f"{key}: {value}" for key, value in body.items())
    record = {"operation": entry.operation, "body": body}
    words = {"confirm": CONFIRM, "set": CHANGE}
    return _Row(
        {
            "number": str(body.get("plan", "")),
            "sort": words.get(entry.operation, CARRIED).of(lang),
            "message": listed,
            "decision": CARRIED.of(lang),
            **entry.signature,
            "entry": _record(record),
        }
    )


def _record(record: Mapping[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False, sort_keys=True)
