"""``indicators`` in Cypher."""

from __future__ import annotations

from typing import Any

from keikaku.graph.store.kept import kept
from keikaku.graph.store.server import Row
from keikaku.queries.answers import Answer, drop_none
from keikaku.queries.cypher import fragments
from keikaku.queries.cypher.directory import Directory, find_nodes, scope_meant
from keikaku.queries.cypher.statements import Statement, proof
from keikaku.queries.indicators.answer import (
    IndicatorRow,
    checked_role,
    make_answer,
    row_of,
    units_meant,
)
from keikaku.queries.scope import PlanRef

_FILTERS = {
    "without_baseline": "i.measurable AND i.target IS NOT NULL AND i.baseline IS NULL",
    "at_target": "i.at_target",
    "role": "i.role = $role",
    "unit": "any(unit IN i.units WHERE unit IN $unit)",
}
_OF_DEPARTMENT = "WITH * WHERE any(d IN departments WHERE d.id IN $department)\n"
_BEGIN = """\
MATCH (d:Department)-[:RESPONSIBLE_FOR]->(held) WHERE d.id IN $department
MATCH (p:Plan)-[:HAS_PART*0..1]->(held)
WITH DISTINCT p"""
"""The start for one department: the plans that it has a part in, found by its index."""

_STATEMENT = """\
{begin}
{holders}
MATCH (holder)-[r:MEASURED_BY]->(i:Indicator){where}
{answering}
{of_department}\
RETURN i.id AS id, p.id AS plan, p.document AS document,
       coalesce(p.number, '') AS number, p.title AS title,
       component, i.name AS name, i.measurable AS measurable, i.baseline AS baseline,
       i.target AS target, i.direction AS direction, [d IN departments | {called}] AS departments,
       i.role AS role, i.values AS values, i.cumulative AS cumulative, i.relative AS relative,
       i.evidence AS evidence
ORDER BY {plan_order}, place, coalesce(r.order, {last}), i.id"""


def build_statement(
    directory: Directory,
    *,
    without_baseline: bool = False,
    at_target: bool = False,
    unit: str | None = None,
    role: str | None = None,
    department: str | None = None,
    goal: str | None = None,
    document: str | None = None,
) -> Statement:
    """Return the statement; see :func:`keikaku.queries.indicators.answer` for the parameters."""
    scope, understood = scope_meant(directory, goal=goal, document=document)
    who: dict[str, Any] = {}
    if department is not None:
        who["ids"], who["name"] = find_nodes(directory, "Department", department, scope["document"])
    units = None if unit is None else units_meant(directory.units(), unit)
    flags = drop_none(
        without_baseline=without_baseline or None,
        at_target=at_target or None,
        unit=None if units is None else "、".join(units),
        role=checked_role(role),
        department=who.get("name"),
    )
    values = scope | drop_none(unit=units, role=role, department=who.get("ids"))
    return Statement(_statement({*flags}, values), values, flags | understood)


def answer(rows: list[Row], statement: Statement) -> Answer[IndicatorRow]:
    """Return the typed rows."""
    return make_answer([_row(row) for row in rows], statement.understood)


def _statement(wanted: set[str], values: dict[str, Any]) -> str:
    filters = " AND ".join(test for name, test in _FILTERS.items() if name in wanted)
    anywhere = "department" in wanted and values["document"] is None and "goal" not in values
    return _STATEMENT.format(
        begin=_BEGIN if anywhere else fragments.in_scope(values),
        holders=fragments.HOLDERS,
        where=f"\n  WHERE {filters}" if filters else "",
        answering=fragments.answering("holder"),
        of_department=_OF_DEPARTMENT if "department" in wanted else "",
        called=fragments.called("d"),
        plan_order=fragments.PLAN_ORDER,
        last=fragments.LAST,
    )


def _row(row: Row) -> IndicatorRow:
    measures = {name: kept(row[name], name) for name in ("target", "baseline") if row[name]}
    plan = PlanRef(row["plan"], row["document"], row["number"], row["title"])
    facts = {
        **row,
        "target": None,
        "baseline": None,
        **measures,
        "values": kept(row["values"] or "[]", "values", list),
        "evidence": proof(row["evidence"]),
    }
    return row_of(row["id"], plan, row["component"], facts, row["departments"])
