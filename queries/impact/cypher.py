"""``impact`` in Cypher."""

from __future__ import annotations

from keikaku.graph.store.server import Row
from keikaku.queries.answers import Answer, drop_none
from keikaku.queries.cypher import walk
from keikaku.queries.cypher.directory import Directory, document_meant, nodes_meant
from keikaku.queries.cypher.statements import Statement
from keikaku.queries.impact.answer import steps
from keikaku.queries.reachability_model import Direction, Reached


def build_statement(
    directory: Directory,
    *,
    node: str,
    depth: str | int | None = None,
    include_inferred: bool = False,
    document: str | None = None,
) -> Statement:
    """Return the statement; see :func:`keikaku.queries.impact.answer` for the parameters."""
    return walked(
        directory, "affected", node, depth=depth, inferred=include_inferred, document=document
    )


def walked(
    directory: Directory,
    direction: Direction,
    node: str,
    *,
    depth: str | int | None,
    inferred: bool,
    document: str | None,
) -> Statement:
    """Return the statement of a walk from the nodes that a typed name means."""
    within = document_meant(directory, document)
    meant = nodes_meant(directory, node, within)
    deep = steps(depth)
    statement = walk.statement(
        walk.FROM_NAMED, direction, within=within, inferred=inferred, plans_only=False
    )
    terms = meant.terms if direction == "affected" else None
    values = {"starts": meant.ids, "depth": deep, "terms": terms}
    values |= drop_none(document=within)
    understood = drop_none(
        node=meant.told if terms is None else node.strip(),
        depth=deep,
        include_inferred=inferred or None,
        document=within,
    )
    return Statement(statement, values, understood, () if terms is None else meant.notes)


def answer(rows: list[Row], asked: Statement) -> Answer[Reached]:
    """Return the typed rows."""
    return Answer("impact", asked.understood, walk.rows_of(rows), notes=list(asked.notes))
