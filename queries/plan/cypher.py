"""``plan`` in Cypher: each part of the whole is a subquery that makes a list of maps."""

from __future__ import annotations

from typing import Any

from keikaku.graph.store.kept import kept
from keikaku.graph.store.server import Row
from keikaku.queries import names
from keikaku.queries.answers import Answer, drop_none
from keikaku.queries.check.answer import FindingRow, place, row_of
from keikaku.queries.cypher.directory import Directory, document_meant, find_nodes
from keikaku.queries.cypher.fragments import (
    ABOVE,
    FIRST_DOCUMENT,
    HOLDERS,
    LAST,
    PLAN_ORDER,
    ROLE,
    kind,
    responsible,
)
from keikaku.queries.cypher.statements import Statement, proof
from keikaku.queries.plan.answer import (
    PLAN_FACTS,
    ActionRow,
    ComponentRow,
    DepartmentRow,
    DependencyRow,
    Heading,
    IndicatorRow,
    LinkRow,
    MilestoneRow,
    PlanWhole,
    RelatedRow,
)
from keikaku.queries.plan.plan_records import (
    AssociatedRow,
    BudgetRow,
    EvaluationRow,
    StepRow,
    by_year,
    rows_of,
)
from keikaku.queries.reachability_model import BEST_RELATED

_OTHER_ORDER = "x.document, x.number_key, x.id"


def _links(name: str, relation: str, called: str, basis: str) -> str:
    return f"""\
CALL (p) {{
  MATCH (p)-[r:{relation}]->(x)
  WITH x, r ORDER BY r.at
  RETURN collect({{name: {called}, basis: {basis}, evidence: r.evidence}}) AS {name}
}}"""


def _others(name: str, pattern: str) -> str:
    return f"""\
CALL (p) {{
  MATCH {pattern}
  WITH x, r ORDER BY {_OTHER_ORDER}
  RETURN collect({{document: x.document, number: coalesce(x.number, ''), title: x.title,
                  reason: r.reason,
                  words: r.words, term: r.term, evidence: r.evidence}}) AS {name}
}}"""


_STATEMENT = f"""\
MATCH (p:Plan) WHERE p.id IN $plans
{ABOVE}
{responsible()}
CALL (p) {{
  MATCH (p)-[h:HAS_PART]->(c:Component)
  CALL (c) {{
    MATCH (d:Department)-[r:RESPONSIBLE_FOR]->(c)
    WITH d, r ORDER BY {ROLE}, coalesce(r.order, {LAST}), d.id
    RETURN collect({{name: d.name, role: r.role, evidence: r.evidence}}) AS of_component
  }}
  WITH c, of_component ORDER BY coalesce(h.order, {LAST}), c.id
  RETURN collect({{title: c.title, departments: of_component, overview: c.overview,
                  vision: c.vision, evidence: c.evidence}}) AS components
}}
CALL (p) {{
  {HOLDERS}
  MATCH (holder)-[h:HAS_PART]->(a:Action)
  CALL (a) {{
    MATCH (a)-[r:HAS_PART]->(m:Milestone)
    WITH m ORDER BY coalesce(r.order, {LAST}), m.id
    RETURN collect({{text: m.text, first_year: m.first_year, last_year: m.last_year,
                    continues: coalesce(m.continues, 'no'),
                    latest_year: m.latest_year, evidence: m.evidence}})
           AS milestones
  }}
  WITH a, component, milestones ORDER BY place, coalesce(h.order, {LAST}), a.id
  RETURN collect({{title: a.title, component: component, first_year: a.first_year,
                  last_year: a.last_year, earliest_year: a.earliest_year,
                  milestones: milestones, evidence: a.evidence}}) AS actions
}}
CALL (p) {{
  {HOLDERS}
  MATCH (holder)-[r:MEASURED_BY]->(x:Indicator)
  WITH x, component ORDER BY place, coalesce(r.order, {LAST}), x.id
  RETURN collect({{name: x.name, component: component, measurable: x.measurable,
                  baseline: x.baseline, target: x.target, direction: x.direction,
                  cumulative: x.cumulative, evidence: x.evidence}}) AS indicators
}}
{_links("themes", "TOUCHES", "x.name", "r.basis")}
{_links("guidelines", "GROUNDED_IN", "x.name", "[x.type]")}
{_links("channels", "DISCLOSED_ON", "x.name", "[x.type]")}
{_links("sdgs", "CONTRIBUTES_TO", "x.code", "[]")}
{_links("involves", "INVOLVES", "x.name", f"[{kind('x')}]")}
{_others("depends_on", "(p)-[r:DEPENDS_ON]->(x:Plan)")}
{_others("needed_by", "(p)<-[r:DEPENDS_ON]-(x:Plan)")}
CALL (p) {{
  MATCH (p)-[r:RELATED_TO]-(x:Plan)
  WITH x, r ORDER BY startNode(r) = p
  WITH x, collect(r)[-1] AS r ORDER BY -r.score, {_OTHER_ORDER} LIMIT {BEST_RELATED}
  RETURN collect({{document: x.document, number: coalesce(x.number, ''), title: x.title,
                  score: r.score,
                  strength: r.strength, reasons: coalesce(r.reasons, []),
                  evidence: r.evidence}}) AS related
}}
CALL (p) {{
  MATCH (f:Finding {{about: p.id}})
  RETURN collect(f.row) AS findings
}}
CALL (p) {{
  MATCH (p)-[:HAS_BUDGET]->(x:Budget) RETURN collect(properties(x)) AS budgets
}}
CALL (p) {{
  MATCH (p)-[:EVALUATED_AS]->(x:Evaluation) RETURN collect(properties(x)) AS evaluations
}}
CALL (p) {{
  MATCH (p)-[r:HAS_PART]->(x:LogicStep)
  WITH x ORDER BY coalesce(r.order, {LAST}), x.id
  RETURN collect(properties(x)) AS steps
}}
CALL (p) {{
  MATCH (p)-[r:ASSOCIATED_WITH]-(x:Plan)
  WITH x, r ORDER BY {_OTHER_ORDER}, startNode(r) <> p
  RETURN collect({{document: x.document, number: coalesce(x.number, ''), title: x.title,
                  words: r.words, evidence: r.evidence}}) AS associated
}}
{FIRST_DOCUMENT}
RETURN p.id AS id, p.document AS document, coalesce(p.number, '') AS number, p.title AS title,
       goal {{.number, .title, .level}} AS goal,
       initiative {{.number, .title, .level}} AS initiative,
       [x IN reverse(headings) | x {{.number, .title, .level}}] AS headings,
       p.problem AS problem, p.category AS category, p.priority AS priority,
       p.first_year AS first_year, p.last_year AS last_year,
       budgets, evaluations, steps, associated,
       p.overview AS overview, p.vision AS vision, departments, components, actions, indicators,
       themes, p.unknown_marks AS unknown_marks, guidelines, channels,
       p.disclosure_unknown AS disclosure_unknown, sdgs, involves, depends_on, needed_by, related,
       findings, first, p.evidence AS evidence
ORDER BY {PLAN_ORDER}"""


def build_statement(directory: Directory, *, number: str, document: str | None = None) -> Statement:
    """Return the statement; see :func:`keikaku.queries.plan.answer` for the parameters."""
    within = document_meant(directory, document)
    plans, _ = find_nodes(directory, "Plan", number, within)
    return Statement(_STATEMENT, {"plans": plans}, drop_none(document=within))


def answer(rows: list[Row], statement: Statement) -> Answer[PlanWhole]:
    """Return the typed rows."""
    number = "、".join(names.unique(row["number"] for row in rows))
    whole = [_whole(_proven(row)) for row in rows]
    return Answer("plan", drop_none(number=number, **statement.understood), whole)


def _proven(kept: Any) -> Any:
    """Return the same with evidence as a list, however deep it stands."""
    if isinstance(kept, dict):
        return {
            name: proof(value) if name == "evidence" else _proven(value)
            for name, value in kept.items()
        }
    return [_proven(each) for each in kept] if isinstance(kept, list) else kept


def _whole(row: Row) -> PlanWhole:
    own: dict[str, Any] = {name: row[name] for name in PLAN_FACTS}
    lists: dict[str, Any] = {
        name: [make(**each) for each in row[name]] for name, make in _LISTS.items()
    }
    return PlanWhole(
        id=row["id"],
        document=row["document"],
        number=row["number"],
        title=row["title"],
        goal=_heading(row["goal"]),
        initiative=_heading(row["initiative"]),
        overview=row["overview"],
        vision=row["vision"],
        components=[_component(each) for each in row["components"]],
        actions=[_action(each) for each in row["actions"]],
        indicators=[_indicator(each) for each in row["indicators"]],
        unknown_marks=row["unknown_marks"] or [],
        disclosure_unknown=bool(row["disclosure_unknown"]),
        findings=_findings(row),
        evidence=row["evidence"],
        headings=[heading for each in row["headings"] if (heading := _heading(each))],
        **own,
        budgets=rows_of(BudgetRow, by_year(row["budgets"])),
        evaluations=rows_of(EvaluationRow, by_year(row["evaluations"])),
        steps=rows_of(StepRow, row["steps"]),
        associated=[AssociatedRow(**each) for each in row["associated"]],
        **lists,
    )


_LISTS: dict[str, Any] = {
    "departments": DepartmentRow,
    "themes": LinkRow,
    "guidelines": LinkRow,
    "channels": LinkRow,
    "sdgs": LinkRow,
    "involves": LinkRow,
    "depends_on": DependencyRow,
    "needed_by": DependencyRow,
    "related": RelatedRow,
}


def _heading(above: Row | None) -> Heading | None:
    return Heading(above["number"] or "", above["title"], above["level"]) if above else None


def _component(row: Row) -> ComponentRow:
    departments = [DepartmentRow(**each) for each in row.pop("departments")]
    return ComponentRow(departments=departments, **row)


def _action(row: Row) -> ActionRow:
    milestones = [MilestoneRow(**each) for each in row.pop("milestones")]
    return ActionRow(milestones=milestones, **row)


def _indicator(row: Row) -> IndicatorRow:
    measures = {
        name: kept(row[name], name) if row[name] else None for name in ("target", "baseline")
    }
    return IndicatorRow(**{**row, **measures})


def _findings(row: Row) -> list[FindingRow]:
    findings = (row_of(kept(each, "row"), row["first"]) for each in row["findings"])
    return sorted(findings, key=place)
