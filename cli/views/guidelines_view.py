"""The answer to ``guidelines``: a law, guideline or plan a row, with the plans that rest on it."""

from __future__ import annotations

from typing import Any

from keikaku.cli import labels
from keikaku.cli.output import Block, Reader
from keikaku.cli.text_tables import Cell
from keikaku.cli.views import shared_view
from keikaku.graph.language import Text
from keikaku.queries.answers import Answer
from keikaku.queries.guidelines.answer import Grounded, GuidelineRow

_TABLE_COLUMNS = "name type plan_count plans".split()
_PLANS = "document number plan_title stated_words evidence".split()
_COLUMNS = "guideline type aliases document number title words lines".split()
_CLOSING = Text("法令・指針等{n}件{filters}", "Guidelines: {n}{filters}")
_NONE = Text(
    "該当する法令・指針等はありません{filters}。", "No plan rests on such a rule{filters}."
)


def blocks(answer: Answer[Any], reader: Reader) -> list[Block]:
    """Return the guidelines with their plans; of one alone also the words that name it."""
    lang = reader.lang
    filters = shared_view.describe_question(answer, lang)
    if not answer.rows:
        return [_NONE.format(filters=filters).of(lang)]
    closing = _CLOSING.format(n=len(answer.rows), filters=filters).of(lang)
    if answer.parameters.get("matrix"):
        return [
            *shared_view.matrix([(row.name, row.cells) for row in answer.rows], reader),
            closing,
        ]
    sections: list[Block] = [
        shared_view.table("", _TABLE_COLUMNS, (_cells(row, reader) for row in answer.rows), reader)
    ]
    if len(answer.rows) == 1:
        plans = (_plan(plan, reader) for plan in answer.rows[0].plans)
        sections.append(shared_view.table("", _PLANS, plans, reader))
    return [*sections, closing]


def flat(answer: Answer[Any]) -> tuple[list[str], list[list[Any]]]:
    """Return one row for each plan of each guideline; of a matrix one for each cell."""
    if answer.parameters.get("matrix"):
        return shared_view.flat_cells([(row.name, row.cells) for row in answer.rows], "name")
    return _COLUMNS, [
        [
            row.name,
            labels.words_of_code(row.type) if row.type else None,
            "; ".join(row.aliases),
            plan.document,
            plan.number,
            plan.title,
            plan.words,
            labels.places(plan.evidence),
        ]
        for row in answer.rows
        for plan in row.plans
    ]


def _cells(row: GuidelineRow, reader: Reader) -> dict[str, Cell]:
    return {
        "name": row.name,
        "type": labels.coded(row.type, reader.lang),
        "plan_count": str(row.count),
        "plans": shared_view.numbers(row.plans, reader),
    }


def _plan(plan: Grounded, reader: Reader) -> dict[str, Cell]:
    return {
        "document": plan.document,
        "number": plan.number,
        "plan_title": plan.title,
        "stated_words": plan.words,
        "evidence": labels.line_of(plan.evidence, reader.lang),
    }
