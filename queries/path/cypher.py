"""``path`` in Cypher: the server finds the shortest ways."""

from __future__ import annotations

from keikaku.graph.store.server import Row
from keikaku.queries.answers import Answer
from keikaku.queries.cypher import fragments
from keikaku.queries.cypher.directory import Directory, document_meant, nodes_meant
from keikaku.queries.cypher.statements import Statement, proof
from keikaku.queries.path.answer import (
    ENDS,
    FARTHEST,
    RELATIONS,
    PathRow,
    StepTaken,
    make_answer,
)

_STATEMENT = f"""\
MATCH (a:Keikaku) WHERE a.id IN $start
MATCH (b:Keikaku) WHERE b.id IN $end AND NOT b.id IN $start
MATCH way = allShortestPaths((a)-[:{"|".join(RELATIONS)}*1..{FARTHEST}]-(b))
WHERE all(x IN nodes(way) WHERE x.id IN $start OR ({fragments.kind("x")} IN $kinds
          AND ($document IS NULL OR x.document IS NULL OR x.document = $document)))
WITH way, length(way) AS far ORDER BY far
WITH collect([far, way]) AS found
UNWIND [each IN found WHERE each[0] = found[0][0] | each[1]] AS way
RETURN [x IN nodes(way) | {{id: x.id, number: x.number, name: {fragments.called("x")}}}] AS nodes,
       [i IN range(0, length(way) - 1) | {{type: type(relationships(way)[i]),
         forward: startNode(relationships(way)[i]) = nodes(way)[i],
         words: relationships(way)[i].words, term: relationships(way)[i].term,
         evidence: relationships(way)[i].evidence}}] AS steps"""


def build_statement(
    directory: Directory, *, start: str, end: str, document: str | None = None
) -> Statement:
    """Return the statement; see :func:`keikaku.queries.path.answer` for the parameters."""
    within = document_meant(directory, document)
    first, last = (nodes_meant(directory, each, within) for each in (start, end))
    ends = {"start": first.words, "end": last.words}
    values = {"start": first.ids, "end": last.ids, "document": within, "kinds": [*ENDS]}
    return Statement(_STATEMENT, values, ends | ({"document": within} if within else {}))


def answer(rows: list[Row], statement: Statement) -> Answer[PathRow]:
    """Return the typed rows."""
    ways, called = [], {}
    for row in rows:
        nodes = row["nodes"]
        for node in nodes:
            called[node["id"]] = " ".join(filter(None, (node["number"], node["name"])))
        ways.append(
            [
                StepTaken(
                    nodes[place]["id"],
                    nodes[place + 1]["id"],
                    step["type"],
                    step["forward"],
                    step["words"] or step["term"],
                    proof(step["evidence"]),
                )
                for place, step in enumerate(row["steps"])
            ]
        )
    return make_answer(ways, called, statement.understood)
