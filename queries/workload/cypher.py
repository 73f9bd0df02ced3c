"""``workload`` in Cypher: a row for each document, with the counts of its departments.

The server counts; shares and the indexes of concentration are arithmetic on its counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from keikaku.graph.store.server import Row
from keikaku.queries.answers import Answer, drop_none
from keikaku.queries.cypher import fragments
from keikaku.queries.cypher.directory import Directory, find_nodes, scope_meant
from keikaku.queries.cypher.statements import Statement
from keikaku.queries.workload.answer import (
    Counted,
    Resources,
    WorkloadRow,
    YearLoad,
    YearRow,
    checked_split,
    row_of,
)
from keikaku.queries.workload.concentration import Concentration, concentration, fractional
from keikaku.queries.workload.duties import checked_level, units_of
from keikaku.queries.workload.resources import AMOUNTS, resources

_DUTIES = """\
CALL (p) {{
  CALL (p) {{
    MATCH (d:Department)-[r:RESPONSIBLE_FOR]->(p)
    RETURN d, CASE r.role WHEN 'lead' THEN 0 ELSE 1 END AS role, p AS holder
    UNION ALL
    MATCH (d:Department)-[r:RESPONSIBLE_FOR]->(p)-[:HAS_PART]->(c:Component|LogicStep)
    WHERE NOT EXISTS {{ (:Department)-[:RESPONSIBLE_FOR]->(c) }}
    RETURN d, CASE r.role WHEN 'lead' THEN 0 ELSE 1 END AS role, c AS holder
    UNION ALL
    MATCH (p)-[:HAS_PART]->(c:Component)<-[:RESPONSIBLE_FOR]-(d:Department)
    RETURN d, 2 AS role, c AS holder
  }}
  {unit}
  WITH d, min(role) AS role, collect(DISTINCT holder) AS holders
  WITH collect({{department: d, role: role, holders: holders}}) AS duties
  RETURN duties, size(duties) AS among
}}"""
"""Who answers for a plan ``p``: in which role (lead, co, part), for which holders (the plan and
components) of actions and indicators, among how many departments."""

_UNIT = """\
CALL (d) {
    OPTIONAL MATCH path = (d)-[:PART_OF*0..]->(up:Department) WHERE up.level IN $units
    WITH up, [i IN range(0, size($units) - 1) WHERE $units[i] = up.level][0] AS height,
         length(path) AS steps
    ORDER BY height DESC, steps, up.id LIMIT 1
    RETURN up
  }
  WITH coalesce(up, d) AS d, role, holder"""
"""The highest department up to the level asked for that ``d`` is or is part of (``unit_of``)."""

_BUDGETS = """\
  CALL (held) {
    UNWIND held AS each WITH each, each.plan AS p
    MATCH (p)-[:HAS_BUDGET]->(b:Budget)
    RETURN collect([each.among, b.fiscal_year, b.stage, b.total, b.personnel_cost, b.hours,
                    b.persons]) AS budgets
  }"""

_GATHERED = """\
WITH p.document AS document, collect({plan: p, duties: duties, among: among}) AS plans
CALL (plans) {
  UNWIND plans AS each UNWIND each.duties AS duty
  WITH duty.department AS d, collect({plan: each.plan, role: duty.role, among: each.among,
       holders: duty.holders}) AS held
  RETURN collect({department: d, held: held}) AS departments
}"""
"""For each document its plans, and what each department holds of them."""

_COUNTED = """\
  CALL (held) {
    UNWIND held AS each UNWIND each.holders AS holder
    MATCH (holder)-[:MEASURED_BY]->(x) RETURN count(DISTINCT x) AS indicators
  }
  CALL (held) {
    UNWIND held AS each WITH each.plan AS p
    MATCH (p)-[:INVOLVES]->(x:Partner) RETURN count(DISTINCT x) AS partners
  }
  CALL (held) {
    UNWIND held AS each UNWIND each.holders AS holder
    MATCH (holder)-[:HAS_PART]->(a:Action)
    OPTIONAL MATCH (a)-[:HAS_PART]->(m:Milestone)
    RETURN count(DISTINCT a) AS actions, count(DISTINCT m) AS milestones
  }
  CALL (held) {
    UNWIND held AS each UNWIND each.holders AS holder
    WITH DISTINCT holder WHERE holder:Component RETURN count(holder) AS components
  }"""
_YEARS = """\
  CALL (held) {
    UNWIND held AS each UNWIND each.holders AS holder
    MATCH (holder)-[:HAS_PART]->(a:Action)
    CALL (a) {
      RETURN a AS x, null AS m
      UNION ALL
      MATCH (a)-[:HAS_PART]->(m:Milestone) RETURN m AS x, m
    }
    WITH each, a, m, x, coalesce(x.last_year, x.first_year) AS last
    WITH each, a, m, x, last, CASE WHEN NOT $certain AND x.continues = 'unknown'
         AND x.latest_year > last THEN x.latest_year ELSE last END AS latest,
         CASE WHEN NOT $certain AND x.earliest_year < x.first_year THEN x.earliest_year
         ELSE x.first_year END AS earliest
    UNWIND CASE WHEN x.first_year IS NULL THEN [] ELSE range(earliest, latest) END AS year
    WITH year, each.plan AS p, each.role AS role, a, m,
         x.first_year <= year <= last AS surely
    WITH year, count(DISTINCT CASE WHEN surely THEN p END) AS plans, count(DISTINCT p) AS all_plans,
         count(DISTINCT CASE WHEN surely THEN a END) AS actions,
         count(DISTINCT a) AS all_actions,
         count(DISTINCT CASE WHEN surely THEN m END) AS milestones,
         count(DISTINCT m) AS all_milestones,
         count(DISTINCT CASE WHEN surely AND role = 0 THEN p END) AS lead,
         count(DISTINCT CASE WHEN surely AND role = 1 THEN p END) AS co,
         count(DISTINCT CASE WHEN surely AND role = 2 THEN p END) AS part
    ORDER BY year
    RETURN collect({year: year, plans: plans, lead: lead, co: co, part: part,
                    actions: actions, milestones: milestones, possible_plans: all_plans - plans,
                    possible_actions: all_actions - actions,
                    possible_milestones: all_milestones - milestones}) AS years
  }"""


def build_statement(
    directory: Directory,
    *,
    department: str | None = None,
    goal: str | None = None,
    by: str | None = None,
    level: str | None = None,
    certain: bool = False,
    document: str | None = None,
) -> Statement:
    """Return the statement; see :func:`keikaku.queries.workload.answer` for the parameters."""
    checked_split(by)
    unit = checked_level(level)
    values, understood = scope_meant(directory, goal=goal, document=document)
    parameters: dict[str, Any] = {}
    if department is not None:
        values["department"], parameters["department"] = find_nodes(
            directory, "Department", department, values["document"]
        )
    values |= {"certain": bool(certain), **drop_none(units=unit and units_of(unit))}
    statement = _statement(values, by_year=by is not None)
    understood = drop_none(**parameters, by=by, level=unit, certain=certain or None) | understood
    return Statement(statement, values, understood)


def within_documents(whole: Statement) -> str:
    """Return the statement that asks the same of some documents: its parameter ``documents``."""
    every = fragments.plans(None)
    return whole.statement.replace(every, f"{every} WHERE p.document IN $documents", 1)


def answer(rows: list[Row], statement: Statement) -> Answer[WorkloadRow | YearRow]:
    """Return the typed rows, and how concentrated each document is."""
    make = _by_year if "by" in statement.understood else _of_document
    totals = [
        concentration(row["document"], row["plans"], row["unassigned"], loads)
        for row in rows
        for loads in [[fractional(divided) for divided in row["divided"]]]
    ]
    made_rows = [made for row, total in zip(rows, totals, strict=True) for made in make(row, total)]
    return Answer("workload", statement.understood, made_rows, totals=totals)


def _statement(values: dict[str, Any], *, by_year: bool) -> str:
    wanted = " WHERE of.department.id IN $department" if "department" in values else ""
    name = fragments.called("d", "Department")
    if by_year:
        counted, row = _YEARS, "{id: d.id, department: name, years: years, budgets: budgets}"
        order = "name, d.id"
    else:
        counted, row = f"{_COUNTED}\n{_YEARS}", _ROW
        order = "size(held) DESC, size([each IN held WHERE each.role = 0]) DESC, name, d.id"
    return f"""\
{fragments.in_scope(values)}
{_DUTIES.format(unit=_UNIT if "units" in values else "")}
{_GATHERED}
CALL (departments) {{
  UNWIND departments AS of
  WITH of.department AS d, of.held AS held{wanted}
{counted}
{_BUDGETS}
  WITH *, {name} AS name ORDER BY {order}
  RETURN collect({row}) AS rows
}}
RETURN document, size(plans) AS plans, size([each IN plans WHERE each.among = 0]) AS unassigned,
       [of IN departments | [each IN of.held | each.among]] AS divided, rows
ORDER BY document"""


_ROW = """\
{id: d.id, department: name, divided: [each IN held | each.among],
    lead: size([each IN held WHERE each.role = 0]), co: size([each IN held WHERE each.role = 1]),
    part: size([each IN held WHERE each.role = 2]), components: components, actions: actions,
    milestones: milestones, indicators: indicators, partners: partners,
    years: [each IN years | [each.year, each.actions, each.milestones, each.possible_actions,
                             each.possible_milestones]], budgets: budgets}"""


def _of_document(row: Row, total: Concentration) -> Iterator[WorkloadRow]:
    for each in row["rows"]:
        years = [YearLoad(*year) for year in each["years"]]
        held = _resources(each.pop("budgets"))
        yield row_of(Counted(**{**each, "years": years}, resources=held), total)


def _by_year(row: Row, total: Concentration) -> Iterator[YearRow]:
    for each in row["rows"]:
        held = _resources(each["budgets"])
        years = {year["year"]: year for year in each["years"]}
        for at in sorted({*years, *(spent.year for spent in held)}):
            counts = years.get(at, {**dict.fromkeys(_COUNTS, 0), "year": at})
            of_year = [spent for spent in held if spent.year == at]
            yield YearRow(
                each["id"], total.document, each["department"], **counts, resources=of_year
            )


def _resources(budgets: list[list[Any]]) -> list[Resources]:
    return resources(
        (among, dict(zip(_OF_BUDGET, facts, strict=True))) for among, *facts in budgets
    )


_OF_BUDGET = ("fiscal_year", "stage", *AMOUNTS)
_COUNTS = (
    "plans lead co part actions milestones possible_plans possible_actions possible_milestones"
).split()
