"""``indicators`` in Cypher."""

from __future__ import annotations

from keikaku.graph.store.kept import kept
from keikaku.graph.store.server import Row
from keikaku.queries.answers import Answer
from keikaku.queries.cypher import fragments
from keikaku.queries.cypher.directory import Directory, scope_meant
from keikaku.queries.cypher.statements import Statement, proof
from keikaku.queries.expressions.compile import Compiler
from keikaku.queries.indicators.answer import IndicatorRow, make_answer, row_of
from keikaku.queries.indicators.filters import request_of
from keikaku.queries.scope import PlanRef

_BEGIN = """\
MATCH (d:Department)-[:PART_OF*0..9]->(up:Department) WHERE up.id IN $department
MATCH (d)-[:RESPONSIBLE_FOR]->(held)
MATCH (p:Plan)-[:HAS_PART*0..1]->(held)
WITH DISTINCT p"""
"""The start for one department: the plans that it has a part in, found by its index."""

_STATEMENT = """\
{begin}
{holders}
MATCH (holder)-[r:MEASURED_BY]->(i:Indicator) WHERE {where}
{answering}
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
    request = request_of(
        directory,
        scope["document"],
        without_baseline=without_baseline,
        at_target=at_target,
        unit=unit,
        role=role,
        department=department,
    )
    compiler = Compiler("Indicator", directory.prose, scope["document"])
    anywhere = request.departments and scope["document"] is None and "goal" not in scope
    statement = _STATEMENT.format(
        begin=_BEGIN if anywhere else fragments.in_scope(scope),
        holders=fragments.HOLDERS,
        where=compiler.verdict(request.condition, "i"),
        answering=fragments.answering("holder"),
        called=fragments.called("d", "Department"),
        plan_order=fragments.PLAN_ORDER,
        last=fragments.LAST,
    )
    values = scope | compiler.values | {"department": request.departments}
    return Statement(statement, values, request.parameters | understood)


def answer(rows: list[Row], statement: Statement) -> Answer[IndicatorRow]:
    """Return the typed rows."""
    return make_answer([_row(row) for row in rows], statement.understood)


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
