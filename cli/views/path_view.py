"""The answer to ``path``: each way, step by step, with the words that state it."""

from __future__ import annotations

from typing import Any

from keikaku.cli import labels
from keikaku.cli.column_words import headings
from keikaku.cli.output import Block, Reader, Section
from keikaku.cli.views import shared_view
from keikaku.graph.language import Text
from keikaku.queries.answers import Answer
from keikaku.queries.path.answer import PathRow

_TABLE_COLUMNS = "way step from relation to stated_words evidence".split()
_FORWARD, _BACKWARD = Text("→ 順方向", "→ forward"), Text("← 逆方向", "← backward")
_CLOSING = Text("{start} と {end} は、{n}通りの経路でつながっています（最短 {far} 段階）。",
              "{start} and {end} are tied by {ways} of {steps}.")  # fmt: skip


def blocks(answer: Answer[PathRow], reader: Reader) -> list[Block]:
    """Return the ways as one table."""
    if not answer.rows:
        return []
    rows = []
    for row in answer.rows:
        relation = labels.coded(row.relation, reader.lang)
        arrow = f"{relation} →" if row.forward else f"← {relation}"
        rows.append(
            [
                str(row.way),
                str(row.step),
                row.source,
                arrow,
                row.target,
                row.words or "",
                shared_view.evidence_cell(row.evidence, answer.rows, reader),
            ]
        )
    summary = _CLOSING.format(
        start=answer.parameters["start"],
        end=answer.parameters["end"],
        n=answer.rows[-1].way,
        far=answer.rows[-1].step,
        ways=labels.counted(answer.rows[-1].way, "way"),
        steps=labels.counted(answer.rows[-1].step, "step"),
    )
    return [Section("", headings(_TABLE_COLUMNS, reader.lang), rows), summary.of(reader.lang)]


def flat(answer: Answer[Any]) -> tuple[list[str], list[list[Any]]]:
    """One row for each step."""
    head = ["way", "step", "from", "relation", "to", "forward", "words"]
    return head, [
        [
            row.way,
            row.step,
            row.source,
            labels.words_of_code(row.relation),
            row.target,
            _FORWARD if row.forward else _BACKWARD,
            row.words,
        ]
        for row in answer.rows
    ]
