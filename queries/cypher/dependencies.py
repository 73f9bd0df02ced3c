"""``dependencies`` in Cypher."""

from __future__ import annotations

from keikaku.graph.store.server import Row
from keikaku.queries.answers import Answer, given
from keikaku.queries.cypher import walk
from keikaku.queries.cypher.directory import Directory, document_meant
from keikaku.queries.cypher.impact import walked
from keikaku.queries.cypher.statements import Asked
from keikaku.queries.impact import steps
from keikaku.queries.reach import Reached


def asked(
    directory: Directory,
    *,
    node: str | None = None,
    depth: str | int | None = None,
    include_inferred: bool = False,
    document: str | None = None,
) -> Asked:
    """The statement; see :func:`keikaku.queries.dependencies.answer` for the parameters."""
    if node is not None:
        return walked(
            directory, "needed", node, depth=depth, inferred=include_inferred, document=document
        )
    within = document_meant(directory, document)
    deep = steps(depth)
    statement = walk.statement(
        walk.from_each(within), "needed", within=within, inferred=include_inferred, plans_only=True
    )
    values = {"depth": deep or 1} | given(document=within)
    understood = given(depth=deep, include_inferred=include_inferred or None, document=within)
    return Asked(statement, values, understood)


def answer(rows: list[Row], asked: Asked) -> Answer[Reached]:
    """The typed rows."""
    return Answer("dependencies", asked.understood, walk.rows_of(rows))
