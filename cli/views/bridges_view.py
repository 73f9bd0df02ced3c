"""The answer to ``bridges``: what holds the plans together, sort by sort, in words."""

from __future__ import annotations

from typing import Any

from keikaku.cli import labels
from keikaku.cli.output import Block, Reader
from keikaku.cli.text_tables import Cell
from keikaku.cli.views import shared_view
from keikaku.graph.language import Lang, Text
from keikaku.queries.answers import Answer
from keikaku.queries.bridges.answer import SORTS, BridgeRow, row_text

_TITLES = {
    "alone": Text("一つの課だけで担う計画", "Plans that hang on one department alone"),
    "base": Text("複数の計画の共通の土台", "What several plans rest on"),
    "cut": Text("なくなるとつながりが切れるもの", "What would break the plan apart"),
    "between": Text("つながりの要（媒介中心性）", "What most connections pass through"),
    "cluster": Text("課をまたぐ計画のまとまり", "Groups of plans across departments"),
}
_COLUMNS = (
    "document sort kind id number name count plans goal departments degree betweenness words"
).split()
_NONE = Text("要となるものは見つかりません{asked}。", "Nothing holds the plans together{asked}.")


def blocks(answer: Answer[Any], reader: Reader) -> list[Block]:
    """Return each sort as a table, the most weighty first."""
    lang = reader.lang
    if not answer.rows:
        return [_NONE.format(asked=shared_view.describe_question(answer, lang)).of(lang)]
    blocks: list[Block] = []
    for sort in SORTS:
        rows = [row for row in answer.rows if row.sort == sort]
        if rows:
            columns = ["document", "finding", "plans"]
            if sort == "cluster":
                columns.append("departments")
            cells = [_cells(row, lang) for row in rows]
            blocks.append(shared_view.table(_TITLES[sort].of(lang), columns, cells, reader))
    return blocks


def flat(answer: Answer[Any]) -> tuple[list[str], list[list[Any]]]:
    """Return one row for each thing found."""
    return _COLUMNS, [
        [
            row.document,
            row.sort,
            row.kind,
            row.id,
            row.number,
            row.name,
            row.count,
            "; ".join(plan.number for plan in row.plans),
            row.goal,
            "; ".join(row.departments),
            row.degree,
            row.betweenness,
            row.words,
        ]
        for row in answer.rows
    ]


def _cells(row: BridgeRow, lang: Lang) -> dict[str, Cell]:
    return {
        "document": row.document,
        "finding": row_text(row).of(lang),
        "plans": labels.listed((plan.number for plan in row.plans), lang),
        "departments": labels.listed(row.departments, lang),
    }
