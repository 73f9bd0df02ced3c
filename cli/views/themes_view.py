"""The answer to ``themes``: a theme, or two together, a row; one alone with its plans."""

from __future__ import annotations

from typing import Any

from keikaku.cli import labels
from keikaku.cli.output import Block, Reader
from keikaku.cli.text_tables import Cell
from keikaku.cli.views import shared_view
from keikaku.graph.language import Lang, Text
from keikaku.queries.answers import Answer
from keikaku.queries.themes.answer import ThemeRow

_TABLE_COLUMNS = "theme plan_count marks texts unknown_marks plans".split()
_PLANS = "document number plan_title basis evidence".split()
_COLUMNS = "theme other group document number title basis confidence lines".split()
_CLOSING = Text("{n}行{filters}", "Rows: {n}{filters}")
_ONE = Text("「{theme}」に関わる計画: {n}件{filters}", "Plans that touch {theme}: {n}{filters}")
_NONE = Text("該当するテーマはありません{filters}。", "No plan touches such a theme{filters}.")
_UNKNOWN = Text(
    "○印の有無が原本から分からない計画が{n}件あります: {plans}",
    "The source does not show whether these bear the mark ({n}): {plans}",
)


def blocks(answer: Answer[Any], reader: Reader) -> list[Block]:
    """Return the themes with how many plans they have; of one alone the plans themselves."""
    lang = reader.lang
    filters = shared_view.describe_question(answer, lang)
    if not answer.rows:
        return [_NONE.format(filters=filters).of(lang)]
    if answer.parameters.get("matrix"):
        crossed = shared_view.matrix([(_name(row), row.cells) for row in answer.rows], reader)
        return [*crossed, _CLOSING.format(n=len(answer.rows), filters=filters).of(lang)]
    if len(answer.rows) == 1:
        return _one(answer.rows[0], filters, reader)
    return [
        shared_view.table("", _TABLE_COLUMNS, (_cells(row, reader) for row in answer.rows), reader),
        _CLOSING.format(n=len(answer.rows), filters=filters).of(lang),
    ]


def flat(answer: Answer[Any]) -> tuple[list[str], list[list[Any]]]:
    """Return one row for each plan of each theme; of a matrix one for each cell."""
    if answer.parameters.get("matrix"):
        return shared_view.flat_cells([(_name(row), row.cells) for row in answer.rows], "theme")
    return _COLUMNS, [
        [
            row.theme,
            row.other,
            row.group,
            touch.document,
            touch.number,
            touch.title,
            labels.words_of_codes(touch.basis),
            max((piece["confidence"] for piece in touch.evidence), default=None),
            labels.places(touch.evidence),
        ]
        for row in answer.rows
        for touch in row.plans
    ]


def _one(row: ThemeRow, filters: str, reader: Reader) -> list[Block]:
    lang = reader.lang
    sections: list[Block] = []
    if row.plans:
        cells = [
            {
                "document": touch.document,
                "number": touch.number,
                "plan_title": touch.title,
                "basis": labels.listed((labels.coded(b, lang) for b in touch.basis), lang),
                "evidence": shared_view.evidence_cell(touch.evidence, row.plans, reader),
            }
            for touch in row.plans
        ]
        sections.append(shared_view.table("", _PLANS, cells, reader))
    sections.append(_ONE.format(theme=_name(row), n=row.count, filters=filters).of(lang))
    if row.unknown:
        plans = shared_view.numbers(row.unknown, reader)
        sections.append(_UNKNOWN.format(n=len(row.unknown), plans=plans).of(lang))
    return sections


def _name(row: ThemeRow) -> str:
    return f"{row.theme} ＋ {row.other}" if row.other else row.theme


def _cells(row: ThemeRow, reader: Reader) -> dict[str, Cell]:
    lang: Lang = reader.lang
    return {
        "theme": _name(row),
        "plan_count": str(row.count),
        "marks": str(row.marks),
        "texts": str(row.texts),
        "unknown_marks": str(len(row.unknown) or ""),
        "plans": shared_view.numbers(row.plans, reader._replace(lang=lang)),
    }
