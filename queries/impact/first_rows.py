"""The first rows of ``impact`` of a server that holds many documents, and how many more there are.

All nodes reached have to be found, but only the rows shown need their details: who answers for
them, and which words state the steps.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from keikaku.graph.store.server import Server
from keikaku.queries.answers import Answer, Beyond
from keikaku.queries.cypher.directory import Directory
from keikaku.queries.impact import cypher
from keikaku.queries.reachability_model import Reached


def answer(
    server: Server, directory: Directory, first: int, parameters: dict[str, Any]
) -> Answer[Reached]:
    """Return the answer with its first rows, and how many are beyond them.

    With inferred relations all rows are made, because a table lists these apart.
    """
    if parameters.get("include_inferred"):
        made = cypher.build_statement(directory, **parameters)
        return cypher.answer(server.read(made.statement, **made.values), made)
    made = cypher.first_rows(directory, first, parameters)
    rows = server.read(made.statement, **made.values)
    reached = next((row["reached_in_all"] for row in rows if row["start"] is not None), 0)
    first_rows = cypher.answer(rows, made)
    return replace(first_rows, beyond=Beyond(reached - len(first_rows.rows)))
