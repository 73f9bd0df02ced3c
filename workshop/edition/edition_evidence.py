"""Where the facts of a next edition come from: carried over, or decided."""

from __future__ import annotations

from keikaku.queries.graph_walks import Evidence
from keikaku.workshop.decision_codes import DECISION
from keikaku.workshop.decisions.decision_records import Said
from keikaku.workshop.decisions.resolve import Resolved
from keikaku.workshop.form import COLUMN

CARRIED = "次期計画案（引き継ぎ）"
"""The section in the evidence of facts that are carried over."""


def carried(document: str, old: str, evidence: Evidence) -> Evidence:
    """Return the evidence of a fact that is carried over from an earlier document."""
    return [
        {
            "document": document,
            "line": None,
            "section": CARRIED,
            "quote": each["quote"],
            "reading": "inferred",
            "confidence": each["confidence"],
            "note": f"前の計画から引き継ぎ（{old} {_place(each)}）",
        }
        for each in evidence
    ]


def decided(file: str, outcome: Resolved, quote: str | None = None) -> Evidence:
    """Return the evidence of a decision: each cell that states it, or the line that settled it.

    The quote is the reason of the decision, else ``quote``, else the word for the decision.
    """
    entry, settled = outcome.entry, outcome.entry.settled
    word = DECISION[outcome.change.decision or "continue"].word.ja
    if settled is not None:
        return [
            _piece(file, settled.line, settled.why, note=f"settled: {settled.by}"),
        ]
    agreeing = [said for said in entry.said if said.change.decision == outcome.change.decision]
    cells = [_cell(said, quote or word) for said in agreeing or entry.said]
    return cells or [_piece(file, entry.line, quote or word, note="未記入のため継続とみなした")]


def _cell(said: Said, quote: str) -> dict[str, object]:
    sheet, _, cell = said.cell.rpartition("!")
    return {
        **_piece(said.file, None, said.reason or quote, note=said.by),
        "sheet": sheet,
        "cell": cell,
    }


def _piece(file: str, line: int | None, quote: str, note: str) -> dict[str, object]:
    return {
        "document": file,
        "line": line,
        "section": COLUMN["decision"].title.ja,
        "quote": quote,
        "reading": "stated",
        "confidence": 1.0,
        "note": note,
    }


def _place(piece: dict[str, object]) -> str:
    if piece["line"] is not None:
        return f"{piece['line']}行"
    inside = "!".join(str(piece[key]) for key in ("sheet", "cell") if piece.get(key))
    return inside or str(piece["section"])
