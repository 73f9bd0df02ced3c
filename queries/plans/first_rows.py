"""The first rows of ``plans`` of a server that holds many documents, and how many more there are.

Rows are sorted by document, so the first ones belong to a few documents: the server counts the
rows of each document, and makes only those of these few.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from keikaku.graph.store.server import Server
from keikaku.queries.answers import Answer, Beyond
from keikaku.queries.cypher.directory import Directory
from keikaku.queries.plans import cypher
from keikaku.queries.plans.answer import PlanCount, PlanRow


def answer(
    server: Server, directory: Directory, first: int, parameters: dict[str, Any]
) -> Answer[PlanRow]:
    """Return the answer with at least so many of its rows, and what is beyond them counted."""
    whole = cypher.build_statement(directory, **parameters)
    counting = cypher.counting(whole)
    counts = server.read(counting.statement, **counting.values)
    rows, unknown = 0, 0
    documents = []
    for each in counts:
        marked = 0 if whole.understood.get("basis") == "text" else each["unknown"]
        if (each["rows"] and rows < first) or (marked and unknown < first):
            documents.append(each["document"])
        rows += each["rows"]
        unknown += marked
    some = cypher.within_documents(whole)
    made = cypher.answer(server.read(some.statement, **some.values, documents=documents), some)
    beyond = Beyond(rows - len(made.rows), unknown - len(made.unknown or ()))
    totals = made.totals
    if totals is not None:
        surely = sum(each["surely"] for each in counts)
        totals = [PlanCount(surely, rows - surely)]
    return replace(made, totals=totals, beyond=beyond)
