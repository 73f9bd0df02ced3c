"""The answer to ``guidelines``: a law, guideline or plan a row, with the plans that rest on it."""

from __future__ import annotations

from typing import Any

from keikaku.cli import telling
from keikaku.cli.output import Block, Reader
from keikaku.cli.tables import Cell
from keikaku.cli.views import shared
from keikaku.graph.language import Text
from keikaku.queries.answers import Answer
from keikaku.queries.guidelines import Grounded, GuidelineRow

_SHOWN = "name type count plans".split()
_PLANS = "document number title words evidence".split()
_COLUMNS = "name type aliases document number title words lines".split()
_FOUND = Text("法令・指針等{n}件{asked}", "Guidelines: {n}{asked}")
_NONE = Text("該当する法令・指針等はありません{asked}。", "No plan rests on such a rule{asked}.")


def blocks(answer: Answer[Any], reader: Reader) -> list[Block]:
    """The guidelines with their plans; of one alone also the words that name it."""
    lang = reader.lang
    asked = shared.asked(answer, lang)
    if not answer.rows:
        return [_NONE.format(asked=asked).of(lang)]
    closing = _FOUND.format(n=len(answer.rows), asked=asked).of(lang)
    if answer.parameters.get("matrix"):
        return [*shared.matrix([(row.name, row.cells) for row in answer.rows], reader), closing]
    told: list[Block] = [
        shared.table("", _SHOWN, (_cells(row, reader) for row in answer.rows), reader)
    ]
    if len(answer.rows) == 1:
        plans = (_plan(plan, reader) for plan in answer.rows[0].plans)
        told.append(shared.table("", _PLANS, plans, reader))
    return [*told, closing]


def flat(answer: Answer[Any]) -> tuple[list[str], list[list[Any]]]:
    """One row for each plan of each guideline; of a matrix one for each cell."""
    if answer.parameters.get("matrix"):
        return shared.flat_cells([(row.name, row.cells) for row in answer.rows], "name")
    return _COLUMNS, [
        [
            row.name,
            row.type,
            "; ".join(row.aliases),
            plan.document,
            plan.number,
            plan.title,
            plan.words,
            telling.places(plan.evidence),
        ]
        for row in answer.rows
        for plan in row.plans
    ]


def _cells(row: GuidelineRow, reader: Reader) -> dict[str, Cell]:
    return {
        "name": row.name,
        "type": telling.coded(row.type, reader.lang),
        "count": str(row.count),
        "plans": shared.numbers(row.plans, reader),
    }


def _plan(plan: Grounded, reader: Reader) -> dict[str, Cell]:
    return {
        "document": plan.document,
        "number": plan.number,
        "title": plan.title,
        "words": plan.words,
        "evidence": telling.line_of(plan.evidence, reader.lang),
    }
