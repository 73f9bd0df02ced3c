"""``bridges`` in Cypher: one statement reads the projection, which is computed on here.

The projection holds no more than the rows need; they are counted in one pass over it.
"""

from __future__ import annotations

import json

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


def answer(rows: list[Row], statement: Statement) -> Answer[BridgeRow]:
    """Return the typed rows."""
    projections: dict[str, Projection] = {}
    for row in rows:
        plan = PlanRef(row["id"], row["document"], row["number"], row["title"])
        projections.setdefault(plan.document, Projection(plan.document)).add(
            row["id"],
            plan,
            [Part(**each) for each in row["departments"]],
            Part(**row["initiative"]) if row["initiative"] else None,
            [Part(**each) for each in row["bases"]],
            [json.loads(target) for target in row["targets"]],
        )
    return answer_of(projections.values(), statement.understood)


def _statement(within: str | None) -> str:
    return f"""\
{fragments.plans(within)}
CALL (p) {{
  OPTIONAL MATCH (i:Initiative)-[r:HAS_PART]->(p) WITH i, r ORDER BY r.at LIMIT 1
  RETURN CASE WHEN i IS NULL THEN null ELSE {fragments.ref("i")} END AS initiative
}}
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
CALL (p) {{
  MATCH (p)-[:HAS_PART*0..1]->(holder)-[:MEASURED_BY]->(x:Indicator) WHERE x.target IS NOT NULL
  RETURN collect(x.target) AS targets
}}
RETURN p.id AS id, p.document AS document, coalesce(p.number, '') AS number, p.title AS title,
       initiative, departments, bases, targets
ORDER BY {fragments.PLAN_ORDER}"""
