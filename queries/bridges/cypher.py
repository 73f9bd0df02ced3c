"""``bridges`` in Cypher: one statement reads the projection, which is computed on here.

The projection holds no more than the rows need, as lists of ids; each node that they name is read
once for its document. The rows are counted in one pass over it.
"""

from __future__ import annotations

from keikaku.graph.store.server import Row
from keikaku.queries.answers import Answer, drop_none
from keikaku.queries.bridges.answer import BridgeRow, answer_of, checked_top
from keikaku.queries.cypher import fragments
from keikaku.queries.cypher.directory import Directory, document_meant
from keikaku.queries.cypher.statements import Statement
from keikaku.queries.projection import BASES, SHARED, Part, Projection, due_year
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
    return answer_of(map(_projection, rows), statement.understood)


def _projection(row: Row) -> Projection:
    """Return what was read of a document: its plans, and the nodes that they name by id."""
    document = row["document"]
    projection = Projection(document, nodes={each[0]: Part(*each) for each in row["nodes"]})
    for plan, number, title, initiative, departments, bases, targets in row["plans"]:
        years = (due_year(None, t) if isinstance(t, str) else t for t in targets)
        due = {year for year in years if year is not None}
        projection.add(PlanRef(plan, document, number, title), departments, initiative, bases, due)
    return projection


def _statement(within: str | None) -> str:
    part = f"[x.id, {fragments.kind('x')}, x.number, {fragments.called('x')}]"
    return f"""\
{fragments.plans(within)}
WITH p ORDER BY {fragments.PLAN_ORDER}
CALL (p) {{
  OPTIONAL MATCH (i:Initiative)-[r:HAS_PART]->(p)
  RETURN i ORDER BY r.at LIMIT 1
}}
CALL (p) {{
  MATCH (p)-[:HAS_PART*0..1]->()<-[:RESPONSIBLE_FOR]-(d:Department)
  RETURN collect(DISTINCT d) AS departments
}}
CALL (p) {{
  MATCH (p)-[:{"|".join(BASES)}]->(x) WHERE NOT x.id STARTS WITH '{SHARED}'
  RETURN collect(DISTINCT x) AS bases
}}
CALL (p) {{
  MATCH (p)-[:HAS_PART*0..1]->()-[:MEASURED_BY]->(x:Indicator)
  WITH coalesce(x.target_fiscal_year, x.target_as_of) AS due WHERE due IS NOT NULL
  RETURN collect(DISTINCT due) AS targets
}}
WITH p.document AS document,
     collect([p.id, coalesce(p.number, ''), p.title, i.id, [d IN departments | d.id],
              [x IN bases | x.id], targets]) AS plans,
     collect(DISTINCT i) AS initiatives, collect(departments) + collect(bases) AS others
CALL (initiatives, others) {{
  UNWIND [initiatives] + others AS some UNWIND some AS x
  WITH DISTINCT x
  RETURN collect({part}) AS nodes
}}
RETURN document, plans, nodes ORDER BY document"""
