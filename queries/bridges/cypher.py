"""``bridges`` in Cypher: one statement reads the projection, which is computed on here.

The community edition of the server knows no centrality and no clusters; the projection holds no
more than these need.
"""

from __future__ import annotations

from keikaku.graph.store.server import Row
from keikaku.queries.answers import Answer, drop_none
from keikaku.queries.bridges.answer import BridgeRow, answer_of, checked_top
from keikaku.queries.cypher import fragments
from keikaku.queries.cypher.directory import Directory, document_meant
from keikaku.queries.cypher.statements import Statement
from keikaku.queries.projection import BASES, Part, Projection
from keikaku.queries.scope import PlanRef


def build_statement(
    directory: Directory, *, top: str | int | None = None, document: str | None = None
) -> Statement:
    """Return the statement; see :func:`keikaku.queries.bridges.answer` for the parameters."""
    most = checked_top(top)
    within = document_meant(directory, document)
    return Statement(
        _statement(within), drop_none(document=within), drop_none(top=most, document=within)
    )


def answer(rows: list[Row], asked: Statement) -> Answer[BridgeRow]:
    """Return the typed rows."""
    found: dict[str, Projection] = {}
    for row in rows:
        told = PlanRef(row["id"], row["document"], row["number"], row["title"])
        found.setdefault(told.document, Projection(told.document)).add(
            row["id"],
            told,
            [Part(**each) for each in row["departments"]],
            row["goal"],
            [Part(**each) for each in row["bases"]],
        )
    return answer_of(found.values(), asked.understood)


def _statement(within: str | None) -> str:
    return f"""\
{fragments.plans(within)}
{fragments.ABOVE}
CALL (p) {{
  MATCH (p)-[:HAS_PART*0..1]->()<-[:RESPONSIBLE_FOR]-(d:Department)
  WITH DISTINCT d
  RETURN collect({fragments.ref("d")}) AS departments
}}
CALL (p) {{
  MATCH (p)-[:{"|".join(BASES)}]->(x)
  WITH DISTINCT x
  RETURN collect({fragments.ref("x")}) AS bases
}}
RETURN p.id AS id, p.document AS document, p.number AS number, p.title AS title,
       goal.number + ' ' + goal.title AS goal, departments, bases
ORDER BY {fragments.PLAN_ORDER}"""
