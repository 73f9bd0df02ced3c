"""A workbook to settle what is still open (調整表): in Japanese words, read back as settled.

A row is a plan on which answers differ or nobody decided. The person who settles it chooses from a
list and says why; the decisions file then keeps it under ``settled``, which overrides all answers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from keikaku.exports import sheet_writer
from keikaku.graph.errors import SourceError
from keikaku.graph.language import Text
from keikaku.loaders import sheet_reader
from keikaku.loaders.text import fold
from keikaku.workshop.decision_codes import DECISIONS
from keikaku.workshop.decisions.decision_records import TOPICS, Change, Decisions, Entry, Settled
from keikaku.workshop.decisions.resolve import resolve

if TYPE_CHECKING:
    from keikaku.loaders.sheet_reader import Row

SHEET = "調整"
_LISTS = "選択肢"
_STATES = {"conflict": "食い違い", "gap": "未記入"}
_FACTS = ("番号", "計画", "状態", "異なる項目", "各課の記入")
_TOPICS: Mapping[str, str] = {
    "decision": "次期計画での扱い",
    "merge_with": "統合先（番号）",
    "new_title": "新しい計画名",
    "initiative": "取組事項（番号）",
    "new_lead": "新しい主管課",
    "new_indicator": "新しい指標",
    "new_target": "新しい目標値",
}
_SIGNED = ("決めた人", "理由")
_HEADS = (*_FACTS, *_TOPICS.values(), *_SIGNED)
_WIDTHS = (8, 30, 10, 16, 60, 16, 14, 22, 14, 16, 20, 16, 18, 30)
_CHOOSE = "一覧から選んでください。"

_WRONG = Text(
    "{file}: 調整表に誤りが{n}件あります。直してから再度実行してください。",
    "{file}: the sheet to settle has mistakes ({n}); mend them and run again.",
)
_NOT_ONE = Text(
    "{file}: 調整表ではありません。workshop read --conflicts で作った表を指定してください。",
    "{file}: is not a sheet to settle; name one that keikaku workshop read --conflicts made.",
)
_ROW = Text("{row}行: {what}", "row {row}: {what}")


def write(path: Path, decisions: Decisions) -> int:
    """Write the plans that are still open, and return how many there are; none, no file.

    Raises:
        KeikakuError: the place cannot be written to.
    """
    entries = [entry for entry in decisions.entries if resolve(entry).state in _STATES]
    if not entries:
        return 0
    book = sheet_writer.new()
    sheet, lists = book.create_sheet(SHEET), book.create_sheet(_LISTS)
    sheet_writer.row_of(sheet, 1, _HEADS, "head")
    for number, entry in enumerate(entries, 2):
        facts = _facts_of(entry)
        sheet_writer.row_of(sheet, number, facts, "fact")
        for column in range(len(_FACTS) + 1, len(_HEADS) + 1):
            sheet_writer.put(sheet, number, column, None, "input")
        sheet_writer.fit_row(sheet, number, _WIDTHS)
    for at, each in enumerate(DECISIONS, 1):
        sheet_writer.put(lists, at, 1, each.word.ja)
    lists.sheet_state = "hidden"
    last = len(entries) + 1
    where = f"F2:F{last}"
    sheet_writer.choices(sheet, where, f"='{_LISTS}'!$A$1:$A${len(DECISIONS)}", _CHOOSE)
    sheet_writer.widths(sheet, _WIDTHS)
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = f"A1:N{last}"
    sheet_writer.printed_on_a3(sheet, 1)
    sheet_writer.protect(sheet)
    sheet_writer.save(path, book)
    return len(entries)


def _facts_of(entry: Entry) -> list[str]:
    outcome = resolve(entry)
    differs = "、".join(_TOPICS[topic] for topic in outcome.differs)
    voices = "\n".join(
        filter(None, (_voice(said.by, said.change, said.reason) for said in entry.said))
    )
    return [entry.number or "（新規）", entry.title, _STATES[outcome.state], differs, voices]


def _voice(by: str, change: Change, reason: str | None) -> str:
    """Return what a department said, in a line: 納税課：見直し（窓口が減るため）."""
    words = {each.code: each.word.ja for each in DECISIONS}
    parts = [words[change.decision]] if change.decision else []
    parts += [
        f"{_TOPICS[topic]} {'、'.join(value) if isinstance(value, tuple) else value}"
        for topic in TOPICS[1:]
        if (value := getattr(change, topic))
    ]
    if not parts and not reason:
        return ""
    return f"{by}：{'、'.join(parts) or '扱いの記入なし'}" + (f"（{reason}）" if reason else "")


def settle(path: Path, decisions: Decisions) -> Decisions:
    """Return the decisions with what the rows of a sheet settle; empty rows settle nothing.

    Raises:
        SourceError: the file cannot be opened, is not such a sheet, or a row cannot be understood.
    """
    sheet = sheet_reader.read(path).sheets.get(SHEET)
    head = {} if sheet is None or not sheet.rows else sheet.rows[0].cells
    columns = {str(cell.value): at for at, cell in head.items()}
    if sheet is None or not set(_HEADS) <= set(columns):
        raise SourceError(_NOT_ONE.format(file=path.name))
    rows_settled: dict[str, Settled] = {}
    wrong: list[Text] = []
    known = {entry.number or f"+{entry.title}": entry for entry in decisions.entries}
    for row in sheet.rows[1:]:
        try:
            key, settled = _settled(row, columns, known)
        except ValueError as error:
            wrong.append(_ROW.format(row=row.number, what=str(error)))
        else:
            if settled is not None:
                rows_settled[key] = settled
    if wrong:
        raise SourceError(_WRONG.format(file=path.name, n=len(wrong)), wrong)
    entries = tuple(
        replace(entry, settled=rows_settled.get(key, entry.settled)) for key, entry in known.items()
    )
    return replace(decisions, entries=entries)


def _settled(
    row: Row, columns: Mapping[str, int], known: Mapping[str, Entry]
) -> tuple[str, Settled | None]:
    """Return the plan of a row and what was settled about it, None for nothing.

    Raises:
        ValueError: the row cannot be understood; the message says why.
    """
    cells = {head: _text(row.value(columns[head])) for head in _HEADS}
    key = cells["番号"] if cells["番号"] in known else f"+{cells['計画']}"
    topics: dict[str, Any] = {topic: cells[head] or None for topic, head in _TOPICS.items()}
    if not any(topics.values()):
        return key, None
    if key not in known:
        raise ValueError(f"計画「{cells['番号']} {cells['計画']}」が決定ファイルにありません。")
    if not (cells["決めた人"] and cells["理由"]):
        raise ValueError("決めた人と理由を記入してください。")
    topics["decision"] = _code(topics["decision"])
    merge = cells[_TOPICS["merge_with"]].replace(",", "、")
    topics["merge_with"] = tuple(each.strip() for each in merge.split("、") if each.strip())
    return key, Settled(Change(**topics), cells["決めた人"], cells["理由"])


def _code(typed: str | None) -> str | None:
    if typed is None:
        return None
    for each in DECISIONS:
        if fold(typed) in {fold(each.code), *map(fold, each.word)}:
            return each.code
    words = "・".join(each.word.ja for each in DECISIONS)
    raise ValueError(f"扱い「{typed}」はありません（{words}）。")


def _text(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value).strip()
