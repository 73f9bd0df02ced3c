"""``dependencies`` in Cypher."""

from __future__ import annotations

from keikaku.graph.store.server import Row
from keikaku.queries.answers import Answer, drop_none
from keikaku.queries.cypher import walk
from keikaku.queries.cypher.directory import Directory, document_meant
from keikaku.queries.cypher.statements import Statement
from keikaku.queries.impact.answer import steps
from keikaku.queries.impact.cypher import walked
from keikaku.queries.reachability_model import Reached


def build_statement(
    directory: Directory,
    *,
    node: str | None = None,
    depth: str | int | None = None,
    include_inferred: bool = False,
    document: str | None = None,
) -> Statement:
    """Return the statement; see :func:`keikaku.queries.dependencies.answer` for the parameters."""
    if node is not None:
        return walked(
            directory, "needed", node, depth=depth, inferred=include_inferred, document=document
        )
    within = document_meant(directory, document)
    deep = steps(depth)
    statement = walk.statement(
        walk.from_each(within), "needed", within=within, inferred=include_inferred, plans_only=True
    )
    values = {"depth": deep or 1} | drop_none(document=within)
    understood = drop_none(depth=deep, include_inferred=include_inferred or None, document=within)
    return Statement(statement, values, understood)


def answer(rows: list[Row], statement: Statement) -> Answer[Reached]:
    """Return the typed rows."""
    return Answer("dependencies", statement.understood, walk.rows_of(rows))
