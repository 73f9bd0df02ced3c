"""The answer to ``bridges``: what many plans depend on, sort by sort, in words."""

from __future__ import annotations

from typing import Any

from keikaku.cli import labels
from keikaku.cli.cutting import MORE_ROWS
from keikaku.cli.output import Block, Reader
from keikaku.cli.text_tables import Cell
from keikaku.cli.views import shared_view
from keikaku.graph.language import Lang, Text
from keikaku.queries.answers import Answer
from keikaku.queries.bridges.answer import SORTS, BridgeRow, row_text

_TITLES = {
    "across": Text(
        "複数の計画書の根拠になる法令・計画など",
        "Guidelines in which several documents are grounded",
    ),
    "initiative": Text("一つの課が担う取組事項", "Initiatives in the hands of one department"),
    "plan": Text("複数の計画が前提にする計画", "Plans on which several others rest"),
    "guideline": Text("複数の計画の根拠になる独自の計画・指針", "The city's own guidelines"),
    "year": Text("目標年度が一つに集まる課", "Departments of which all is due in one year"),
}
_COLUMNS = ("document bridge kind id number name count plans initiative year words").split()
_OF_DOCUMENT = Text("{document} {n}件", "{document}: {n}")
_MOST = 10
"""The documents of one row that a table names."""
_NONE = Text(
    "要となるものは見つかりません{filters}。", "Nothing holds the plans together{filters}."
)


def blocks(answer: Answer[Any], reader: Reader) -> list[Block]:
    """Return each sort as a table, the most plans first."""
    lang = reader.lang
    if not answer.rows:
        return [_NONE.format(filters=shared_view.describe_question(answer, lang)).of(lang)]
    blocks: list[Block] = []
    for sort in SORTS:
        rows = [row for row in answer.rows if row.sort == sort]
        if rows:
            columns = ["message", "plans"] if sort == "across" else ["document", "message", "plans"]
            cells = [_cells(row, reader) for row in rows]
            blocks.append(shared_view.table(_TITLES[sort].of(lang), columns, cells, reader))
    return blocks


def flat(answer: Answer[Any]) -> tuple[list[str], list[list[Any]]]:
    """Return one row for each thing found."""
    return _COLUMNS, [
        [
            row.document,
            _TITLES[row.sort],
            labels.words_of_code(row.kind),
            row.id,
            row.number,
            row.name,
            row.count,
            "; ".join(plan.number or plan.title for plan in row.plans),
            row.initiative,
            row.year,
            row.words,
        ]
        for row in answer.rows
    ]


def _cells(row: BridgeRow, reader: Reader) -> dict[str, Cell]:
    return {
        "document": row.document or "",
        "message": row_text(row).of(reader.lang),
        "plans": _counts(row, reader.lang)
        if row.document is None
        else shared_view.numbers(row.plans, reader._replace(several=False)),
    }


def _counts(row: BridgeRow, lang: Lang) -> str:
    """Return how many plans each document has, the most first: too many to name them all."""
    counts = sorted(row.documents.items(), key=lambda each: -each[1])
    first = [_OF_DOCUMENT.format(document=name, n=n).of(lang) for name, n in counts[:_MOST]]
    more = [MORE_ROWS.format(n=len(counts) - _MOST).of(lang)] if len(counts) > _MOST else []
    return "\n".join([*first, *more])
