"""The first rows of ``workload`` of a server of many documents, and how many more there are.

Rows are sorted by document, so the first ones belong to a few documents.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from keikaku.graph.store.server import Server
from keikaku.queries.answers import Answer, Beyond
from keikaku.queries.cypher.directory import Directory
from keikaku.queries.workload import cypher
from keikaku.queries.workload.answer import WorkloadRow, YearRow

_BUDGETS = "RETURN EXISTS { (:Plan)-[:HAS_BUDGET]->(:Budget) } AS budgets"
_COUNT = """\
MATCH (d:Department)-[:RESPONSIBLE_FOR]->(x)
WITH DISTINCT x.document AS document, d
RETURN document, count(*) AS rows ORDER BY document"""
"""A component is of the same document as its plan."""


def answer(
    server: Server, directory: Directory, first: int, parameters: dict[str, Any]
) -> Answer[WorkloadRow | YearRow]:
    """Return the answer with at least so many of its rows, and how many are beyond them.

    All rows are made where only some plans or departments are asked about, and where money is
    stated, because a table then shows the sums of all rows.
    """
    whole = cypher.build_statement(directory, **parameters)
    narrow = {"document", "goal", "department", "level", "by"} & whole.understood.keys()
    if narrow or server.read(_BUDGETS)[0]["budgets"]:
        return cypher.answer(server.read(whole.statement, **whole.values), whole)
    rows = 0
    documents = []
    for each in server.read(_COUNT):
        if rows < first:
            documents.append(each["document"])
        rows += each["rows"]
    some = whole._replace(statement=cypher.within_documents(whole))
    made = cypher.answer(server.read(some.statement, **some.values, documents=documents), some)
    return replace(made, beyond=Beyond(rows - len(made.rows)))
