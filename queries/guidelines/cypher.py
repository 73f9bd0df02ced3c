"""``guidelines`` in Cypher."""

from __future__ import annotations

from typing import Any

from keikaku.graph.store.server import Row
from keikaku.queries.answers import Answer, drop_none
from keikaku.queries.cypher import fragments
from keikaku.queries.cypher.directory import Directory, find_nodes, scope_meant
from keikaku.queries.cypher.statements import Statement, proof
from keikaku.queries.guidelines.answer import AGAINST, GuidelineRow, grounded
from keikaku.queries.matrix import Cell, checked
from keikaku.queries.scope import PlanRef

_STATEMENT = """\
{scope}
MATCH (p)-[r:GROUNDED_IN]->({guideline}){where}
WITH g, p, r ORDER BY {plan_order}
WITH g, collect(p) AS plans,
     collect({{id: p.id, document: p.document, number: coalesce(p.number, ''), title: p.title,
              evidence: r.evidence}})
     AS grounded
{cells}
RETURN g.id AS id, g.name AS name, g.type AS type, coalesce(g.aliases, []) AS aliases,
       grounded, cells
ORDER BY size(grounded) DESC, g.name, g.id"""


def build_statement(
    directory: Directory,
    *,
    guideline: str | None = None,
    matrix: str | None = None,
    goal: str | None = None,
    document: str | None = None,
) -> Statement:
    """Return the statement; see :func:`keikaku.queries.guidelines.answer` for the parameters."""
    against = checked(matrix, AGAINST)
    values, understood = scope_meant(directory, goal=goal, document=document)
    parameters: dict[str, Any] = {}
    if guideline is not None:
        values["guideline"], parameters["guideline"] = find_nodes(
            directory, "Guideline", guideline, values["document"]
        )
    # With a label the server might begin at a guideline, and read the plans of all documents.
    statement = _STATEMENT.format(
        scope=fragments.in_scope(values),
        guideline="g:Guideline" if values["document"] is None else "g",
        where=" WHERE g.id IN $guideline" if parameters else "",
        plan_order=fragments.PLAN_ORDER,
        cells=fragments.cells(against),
    )
    return Statement(statement, values, drop_none(**parameters, matrix=against) | understood)


def answer(rows: list[Row], statement: Statement) -> Answer[GuidelineRow]:
    """Return the typed rows."""
    return Answer("guidelines", statement.understood, [_row(row) for row in rows])


def _row(row: Row) -> GuidelineRow:
    plans = [
        grounded(PlanRef(**each), evidence)
        for each in row["grounded"]
        for evidence in [proof(each.pop("evidence"))]
    ]
    cells = [Cell(**each) for each in row["cells"]]
    return GuidelineRow(
        row["id"], row["name"], row["type"], row["aliases"], len(plans), plans, cells
    )
