"""``departments`` in Cypher."""

from __future__ import annotations

from typing import Any

from keikaku.graph.store.server import Row
from keikaku.queries.answers import Answer, drop_none
from keikaku.queries.cypher import fragments
from keikaku.queries.cypher.directory import Directory, find_nodes, scope_meant
from keikaku.queries.cypher.statements import Statement, proof
from keikaku.queries.departments.answer import AGAINST, DepartmentRow, Held, make_row
from keikaku.queries.matrix import Cell, checked
from keikaku.queries.scope import PlanRef

_WANTED = "WITH * WHERE d.id IN $department\n"
_BEGIN = """\
MATCH (d:Department)-[:RESPONSIBLE_FOR|INVOLVES]-(held) WHERE d.id IN $department
MATCH (p:Plan)-[:HAS_PART*0..1]->(held)
WITH DISTINCT p"""
"""The start for one department: the plans related to it, found by its index."""


def build_statement(
    directory: Directory,
    *,
    department: str | None = None,
    matrix: str | None = None,
    goal: str | None = None,
    document: str | None = None,
) -> Statement:
    """Return the statement; see :func:`keikaku.queries.departments.answer` for the parameters."""
    against = checked(matrix, AGAINST)
    values, understood = scope_meant(directory, goal=goal, document=document)
    anywhere = department is not None and goal is None and values["document"] is None
    scope = _BEGIN if anywhere else fragments.in_scope(values)
    parameters: dict[str, Any] = {}
    if department is not None:
        values["department"], parameters["department"] = find_nodes(
            directory, "Department", department, values["document"]
        )
    statement = _statement(scope, _WANTED if parameters else "", fragments.cells(against))
    return Statement(statement, values, drop_none(**parameters, matrix=against) | understood)


def answer(rows: list[Row], statement: Statement) -> Answer[DepartmentRow]:
    """Return the typed rows."""
    return Answer("departments", statement.understood, [_row(row) for row in rows])


def _statement(scope: str, wanted: str, cells: str) -> str:
    return f"""\
{scope}
CALL (p) {{
  MATCH (d:Department)-[r:RESPONSIBLE_FOR]->(p)
  RETURN d, r, CASE r.role WHEN 'lead' THEN 'lead' ELSE 'co' END AS role, null AS component,
         [] AS place
  UNION ALL
  MATCH (p)-[h:HAS_PART]->(c:Component)<-[r:RESPONSIBLE_FOR]-(d:Department)
  RETURN d, r, 'component' AS role, c.title AS component,
         [coalesce(h.order, {fragments.LAST}), c.id] AS place
  UNION ALL
  MATCH (p)-[r:INVOLVES]->(d:Department)
  RETURN d, r, null AS role, null AS component, [{2 * fragments.LAST}] AS place
}}
{wanted}\
WITH d, p, r, role, component, place ORDER BY place
WITH d, p, collect(role)[0] AS role, collect(component) AS components,
     collect(CASE WHEN role IS NOT NULL THEN r.evidence END) AS evidence,
     sum(CASE WHEN role IS NULL THEN 1 ELSE 0 END) AS naming
ORDER BY {fragments.PLAN_ORDER}
WITH d, collect(CASE WHEN role IS NOT NULL THEN p END) AS plans,
     collect(CASE WHEN role IS NOT NULL THEN
       {{id: p.id, document: p.document, number: coalesce(p.number, ''), title: p.title, role: role,
         components: components, evidence: evidence}} END) AS held,
     collect(CASE WHEN naming > 0 THEN
       {{id: p.id, document: p.document, number: coalesce(p.number, ''), title: p.title}}
       END) AS named_in
{cells}
WITH {fragments.called("d", "Department")} AS department, d.id AS id, held, named_in, cells,
     size([each IN held WHERE each.role = 'lead']) AS lead
RETURN id, department, held, named_in, cells
ORDER BY size(held) DESC, lead DESC, department, id"""


def _row(row: Row) -> DepartmentRow:
    held = [Held(**{**each, "evidence": _evidence(each["evidence"])}) for each in row["held"]]
    named_in = [PlanRef(**each) for each in row["named_in"]]
    cells = [Cell(**each) for each in row["cells"]]
    return make_row(row["id"], row["department"], held, named_in, cells)


def _evidence(kept: list[str]) -> list[dict[str, Any]]:
    return [piece for each in kept for piece in proof(each)]
