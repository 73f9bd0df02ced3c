"""``impact`` in Cypher."""

from __future__ import annotations

from typing import Any

from keikaku.graph.store.server import Row
from keikaku.queries.answers import Answer, drop_none
from keikaku.queries.cypher import fragments, walk
from keikaku.queries.cypher.directory import Directory, document_meant, nodes_meant
from keikaku.queries.cypher.statements import Statement
from keikaku.queries.impact.answer import steps
from keikaku.queries.impact.losses import LINKS, MOST_PLANS, losses_of, note_of
from keikaku.queries.reachability_model import Direction, Reached


def build_statement(
    directory: Directory,
    *,
    node: str,
    depth: str | int | None = None,
    include_inferred: bool = False,
    document: str | None = None,
) -> Statement:
    """Return the statement; see :func:`keikaku.queries.impact.answer` for the parameters."""
    return walked(
        directory, "affected", node, depth=depth, inferred=include_inferred, document=document
    )


def first_rows(directory: Directory, first: int, parameters: dict[str, Any]) -> Statement:
    """Return the statement that makes only the first rows."""
    remaining = {name: value for name, value in parameters.items() if name != "include_inferred"}
    node = remaining.pop("node")
    made = walked(
        directory,
        "affected",
        node,
        depth=remaining.get("depth"),
        inferred=False,
        document=remaining.get("document"),
        first=True,
    )
    return made._replace(values={**made.values, "first": first})


def walked(
    directory: Directory,
    direction: Direction,
    node: str,
    *,
    depth: str | int | None,
    inferred: bool,
    document: str | None,
    first: bool = False,
) -> Statement:
    """Return the statement of a walk from the nodes that a typed name means."""
    within = document_meant(directory, document)
    origin = nodes_meant(directory, node, within)
    deep = steps(depth)
    statement = walk.statement(
        walk.FROM_NAMED, direction, within=within, inferred=inferred, plans_only=False, first=first
    )
    if direction == "affected":
        statement = f"{statement}\n{_LOSSES}"
    terms = origin.terms if direction == "affected" else None
    values = {"starts": origin.ids, "depth": deep, "terms": terms}
    values |= drop_none(document=within)
    understood = drop_none(
        node=origin.words if terms is None else node.strip(),
        depth=deep,
        include_inferred=inferred or None,
        document=within,
    )
    notes = () if terms is None else origin.notes
    if direction == "affected":
        notes += (*note_of(origin.plans),)
    return Statement(statement, values, understood, notes)


def answer(rows: list[Row], statement: Statement) -> Answer[Reached]:
    """Return the typed rows."""
    reached = [row for row in rows if row["start"] is not None]
    read = sorted(
        (row["step"] for row in rows if row["start"] is None), key=lambda each: each["id"]
    )
    lost = [loss for each in read for loss in losses_of(each)]
    return Answer(
        "impact",
        statement.understood,
        walk.rows_of(reached),
        totals=lost,
        notes=list(statement.notes),
    )


def _other(node: str, having: str) -> str:
    """Return a node as a map, with how many others of the document have it."""
    return (
        f"{{id: {node}.id, kind: {fragments.kind(node)}, number: {node}.number, "
        f"name: {fragments.called(node)}, "
        f"others: COUNT {{ MATCH {having} AND o <> p RETURN DISTINCT o }}}}"
    )


_HELD = "(d)-[:RESPONSIBLE_FOR]->(o:Plan) WHERE o.document = p.document"
_LINKS = "|".join(LINKS)
_ENDS = f"""\
CALL (p) {{
  OPTIONAL MATCH (o:Plan {{document: p.document}})-[q:{_LINKS}]->(y)
  USING INDEX o:Plan(document) WHERE o <> p
  WITH p, y, type(q) AS sort, count(DISTINCT o) AS others
  WITH p, collect({{end: y, sort: sort, others: others}}) AS shared
  MATCH (p)-[r:{_LINKS}]->(x)
  RETURN collect({{id: x.id, kind: {fragments.kind("x")}, number: x.number,
    name: {fragments.called("x")}, others: coalesce(
      [each IN shared WHERE each.end = x AND each.sort = type(r)][0].others, 0)}}) AS ends
}}"""
"""The ends of a plan ``p``, each with the number of other plans of its document that share it:
counted in one pass over these plans, because thousands of other documents may share an end too."""
_UNDER = "(g)-[:HAS_PART*1..8]->(o:Plan) WHERE true"
"""A project under two headings of one goal is counted once: see :func:`_other`."""
_LOSSES = f"""\
UNION ALL
MATCH (p:Plan) WHERE p.id IN $starts
WITH p ORDER BY p.id LIMIT {MOST_PLANS}
CALL (p) {{
  MATCH (d:Department)-[:RESPONSIBLE_FOR]->(p)
  RETURN collect({_other("d", _HELD)}) AS held
}}
{_ENDS}
CALL (p) {{
  MATCH (p)-[:HAS_PART*2..3]->(m:Milestone)
  RETURN collect({{last_year: m.last_year, continues: m.continues}}) AS milestones
}}
CALL (p) {{
  MATCH (g:Goal)-[:HAS_PART*1..8]->(p) WITH DISTINCT p, g
  RETURN collect({_other("g", _UNDER)}) AS goals
}}
RETURN null AS document, null AS start, null AS reached, null AS departments, null AS cycle,
       null AS depth, null AS before, {{
         id: p.id, document: p.document, departments: held, ends: ends, milestones: milestones,
         goals: goals, related: COUNT {{ MATCH (p)-[:RELATED_TO]-(o:Plan) RETURN DISTINCT o }}
       }} AS step, null AS reached_in_all"""
"""What is lost with the plans among the starts; see :mod:`keikaku.queries.impact.losses`."""
