"""The first rows of ``impact`` of a server that holds many documents, and how many more there are.

All that is reached has to be found, but only what is shown is told: who answers for it, by which
words.
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

    Where what is inferred is asked for, all are made: a table shows it apart.
    """
    if parameters.get("include_inferred"):
        made = cypher.build_statement(directory, **parameters)
        return cypher.answer(server.read(made.statement, **made.values), made)
    made = cypher.first_rows(directory, first, parameters)
    rows = server.read(made.statement, **made.values)
    reached = next((row["reached_in_all"] for row in rows if row["start"] is not None), 0)
    first_rows = cypher.answer(rows, made)
    return replace(first_rows, beyond=Beyond(reached - len(first_rows.rows)))
