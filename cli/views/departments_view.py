"""The answer to ``departments``: a department a row, with its plans."""

from __future__ import annotations

from typing import Any

from keikaku.cli import labels
from keikaku.cli.column_words import heading_text
from keikaku.cli.output import Block, Reader
from keikaku.cli.text_tables import Cell
from keikaku.cli.views import shared_view
from keikaku.graph.language import Text
from keikaku.queries.answers import Answer
from keikaku.queries.departments.answer import DepartmentRow, Held

_TABLE_COLUMNS = "department plan_count lead plans named_in".split()
_PLANS = "document number plan_title role components".split()
_COLUMNS = "department document number title role components lines".split()
_CLOSING = Text("{n}課{filters}", "Departments: {n}{filters}")
_NONE = Text("該当する所管課はありません{filters}。", "No plan names such a department{filters}.")


def blocks(answer: Answer[Any], reader: Reader) -> list[Block]:
    """Return the departments with their plans; of one alone also titles and roles."""
    lang = reader.lang
    filters = shared_view.describe_question(answer, lang)
    if not answer.rows:
        return [_NONE.format(filters=filters).of(lang)]
    closing = _CLOSING.format(n=len(answer.rows), filters=filters).of(lang)
    if answer.parameters.get("matrix"):
        rows = [(row.department, row.cells) for row in answer.rows]
        return [*shared_view.matrix(rows, reader), closing]
    sections: list[Block] = [
        shared_view.table("", _TABLE_COLUMNS, (_cells(row, reader) for row in answer.rows), reader)
    ]
    if len(answer.rows) == 1 and answer.rows[0].plans:
        plans = (_plan(plan, reader) for plan in answer.rows[0].plans)
        sections.append(shared_view.table("", _PLANS, plans, reader))
    return [*sections, closing]


def flat(answer: Answer[Any]) -> tuple[list[str], list[list[Any]]]:
    """Return one row for each plan of each department, named ones last.

    Of a matrix one for each cell.
    """
    if answer.parameters.get("matrix"):
        rows = [(row.department, row.cells) for row in answer.rows]
        return shared_view.flat_cells(rows, "department")
    return _COLUMNS, [line for row in answer.rows for line in _flat(row)]


def _flat(row: DepartmentRow) -> list[list[Any]]:
    held = [
        [
            row.department,
            plan.document,
            plan.number,
            plan.title,
            labels.words_of_code(plan.role),
            "; ".join(plan.components),
            labels.places(plan.evidence),
        ]
        for plan in row.plans
    ]
    mentions = [
        [row.department, plan.document, plan.number, plan.title, heading_text("named_in"), "", ""]
        for plan in row.named_in
    ]
    return held + mentions


def _cells(row: DepartmentRow, reader: Reader) -> dict[str, Cell]:
    return {
        "department": row.department,
        "plan_count": str(row.count),
        "lead": str(row.lead),
        "plans": shared_view.numbers(row.plans, reader),
        "named_in": shared_view.numbers(row.named_in, reader),
    }


def _plan(plan: Held, reader: Reader) -> dict[str, Cell]:
    return {
        "document": plan.document,
        "number": plan.number,
        "plan_title": plan.title,
        "role": labels.coded(plan.role, reader.lang),
        "components": "\n".join(plan.components),
    }
