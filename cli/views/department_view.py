"""What ``department`` says: one department whole, a table for each thing."""

from __future__ import annotations

from typing import Any

from keikaku.cli import labels
from keikaku.cli.output import Block, Reader, Section
from keikaku.exports import department_page
from keikaku.exports.documents import Heading, Paragraph, Shaded, Table
from keikaku.graph.language import Text
from keikaku.queries.answers import Answer
from keikaku.queries.department.answer import DepartmentWhole

_NONE = Text("該当する所管課はありません。", "No department matches.")


def blocks(answer: Answer[DepartmentWhole], reader: Reader) -> list[Block]:
    """Return the page as paragraphs and tables for a terminal."""
    sections: list[Block] = []
    for whole in answer.rows:
        heading = ""
        for block in department_page.blocks(whole, reader.lang):
            if isinstance(block, Heading):
                heading = block.text
                if block.level == 1:
                    sections.append(heading)
            elif isinstance(block, Paragraph):
                sections.append(block.text)
            elif isinstance(block, Table):
                sections.append(Section(heading, block.heads, [_cells(row) for row in block.rows]))
    return sections or [_NONE.of(reader.lang)]


def flat(answer: Answer[DepartmentWhole]) -> tuple[list[str], list[list[Any]]]:
    """Return a row for each plan of the department."""
    columns = ["department", "document", "id", "number", "title", "role", "components"]
    rows = [
        [whole.department, plan.document, plan.id, plan.number, plan.title, role, parts]
        for whole in answer.rows
        for plan in whole.plans
        for parts in ["; ".join(plan.components)]
        for role in [labels.words_of_code(plan.role)]
    ]
    return columns, rows


def _cells(row: Any) -> list[str]:
    return [cell.text if isinstance(cell, Shaded) else cell for cell in row]
