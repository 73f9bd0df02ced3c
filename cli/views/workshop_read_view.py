"""What ``workshop read`` says: how much is decided, then what is open, most severe first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from keikaku.cli import labels
from keikaku.cli.column_words import headings
from keikaku.cli.output import Block, Reader, Section
from keikaku.cli.text_tables import Cell, Styled
from keikaku.cli.views import shared_view
from keikaku.graph.language import Lang, Text
from keikaku.queries.answers import Answer
from keikaku.workshop.collecting import Collected, ProblemRow
from keikaku.workshop.decision_codes import DECISION

STATES = {
    "decided": Text("決定", "decided"),
    "conflict": Text("食い違い", "in conflict"),
    "gap": Text("未記入", "open"),
}
_CLOSING = Text(
    "{document}: ファイル{files}件を読みました。計画{plans}件（{states}）、新規{new}件。"
    "内訳: {decisions}。",
    "{document}: files read: {files}. Plans: {plans} ({states}); new: {new}. {decisions}.",
)
_SILENT = Text("回答のない課: {names}", "Departments that sent nothing: {names}")
_TITLES = {
    "error": Text("食い違い・実行できないもの", "Conflicts and what cannot be done"),
    "warning": Text("確認が必要なもの", "To be looked at"),
    "info": Text("読み替えたもの", "Understood"),
}
_SETTLED = Text("settled で解決済みのもの", "Settled")
_CLEAN = Text("問題はありません。", "Nothing is open.")
_SAVED = Text("決定を {out} に保存しました。", "The decisions are in {out}.")


def blocks(answer: Answer[Any], reader: Reader) -> list[Block]:
    """Return the numbers, then the problems by severity."""
    lang = reader.lang
    rows: list[ProblemRow] = answer.rows
    open_rows = [row for row in rows if not row.settled]
    sections = [
        _section(title, (row for row in open_rows if row.severity == severity), lang)
        for severity, title in _TITLES.items()
    ]
    settled = _section(_SETTLED, (row for row in rows if row.settled), lang)
    visible = [section for section in [*sections, settled] if section.rows]
    blocks: list[Block] = [_summary(each, lang) for each in answer.totals or ()]
    return [*blocks, *visible] if visible else [*blocks, _CLEAN.of(lang)]


def flat(answer: Answer[Any]) -> tuple[list[str], list[list[Any]]]:
    """Return a problem a row."""
    columns = "severity code plan file sheet cell settled message".split()
    return columns, [
        [
            labels.words_of_code(row.severity),
            *(getattr(row, name) for name in columns[1:-1]),
            Text(row.message, row.message_en),
        ]
        for row in answer.rows
    ]


def saved(out: str | None) -> Text:
    """Return where the decisions were written, if they were."""
    return _SAVED.format(out=out) if out else shared_view.NOT_SAVED


def _summary(each: Collected, lang: Lang) -> str:
    states = (f"{STATES[state].of(lang)} {n}" for state, n in each.states.items())
    decisions = (f"{DECISION[code].word.of(lang)} {n}" for code, n in each.decisions.items() if n)
    text = _CLOSING.format(
        document=each.document,
        files=len(each.files),
        plans=each.plans,
        states=labels.listed(states, lang),
        new=each.new,
        decisions=labels.listed(decisions, lang) or "—",
    ).of(lang)
    if not each.silent:
        return text
    return f"{text}\n{_SILENT.format(names=labels.listed(each.silent, lang)).of(lang)}"


def _section(title: Text, rows: Iterable[ProblemRow], lang: Lang) -> Section:
    heads = headings(("lines", "detail"), lang)
    return Section(title.of(lang), heads, [_cells(row, lang) for row in rows])


def _cells(row: ProblemRow, lang: Lang) -> list[Cell]:
    place = "\n".join(filter(None, [row.file, "!".join(filter(None, [row.sheet, row.cell]))]))
    message = row.message if lang == "ja" else row.message_en
    style = labels.STYLES[row.severity]
    return [Styled(place, "" if row.settled else style), message]
