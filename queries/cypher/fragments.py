"""Pieces of Cypher that several statements share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from keikaku.graph.kinds import KIND

_CALLED = ("name", "title", "code")
"""The facts by which people call a node, the first that there is."""

LAST = 10**9
"""The order of a relation without one: at the end."""

ROLE = "CASE r.role WHEN 'lead' THEN 0 WHEN 'co' THEN 1 ELSE 2 END"
"""The lead before the others named, these before those of a component; ``r`` is the relation."""

PLAN_ORDER = "p.document, p.number_key, p.id"
"""By document, then by number, 1-1-2 before 1-1-10; ``p`` is the plan."""

_PLACE = """\
CASE labels({})[1]
       WHEN 'Component' THEN 1 WHEN 'Action' THEN 2 WHEN 'Milestone' THEN 3 ELSE 4 END"""

PARTS = f"""\
MATCH path = (p)-[:HAS_PART*1..3]->(x)
WITH x, [i IN range(1, length(path)) | [
       {_PLACE.format("nodes(path)[i]")},
       coalesce(relationships(path)[i - 1].order, {LAST}), nodes(path)[i].id]] AS place"""


def responsible(plan: str = "p", *, evidence: bool = True) -> str:
    """Return its departments as maps, the lead first, ``departments`` is their list."""
    proven = ", evidence: r.evidence" if evidence else ""
    return f"""\
CALL ({plan}) {{
  MATCH (d:Department)-[r:RESPONSIBLE_FOR]->({plan})
  WITH d, r ORDER BY {ROLE}, coalesce(r.order, {LAST}), d.id
  RETURN collect({{name: d.name, role: r.role{proven}}}) AS departments
}}"""


HELD = f"""\
MATCH path = (p)-[:HAS_PART*0..1]->(holder)-[r:MEASURED_BY|EVALUATED_AS]->(x)
WITH x, [i IN range(1, length(path) - 1) | [
       {_PLACE.format("nodes(path)[i]")},
       coalesce(relationships(path)[i - 1].order, {LAST}), nodes(path)[i].id]]
       + [[CASE type(r) WHEN 'MEASURED_BY' THEN 5 ELSE 6 END, r.at, '']] AS place"""
"""The indicators and evaluations ``x`` of a plan ``p`` and its parts, with their place there."""


FIRST_DOCUMENT = """\
CALL () {
  MATCH (s:Source) WHERE s.position >= 0 RETURN s.id AS first ORDER BY s.position LIMIT 1
}"""
"""The id of the document that came first, by an index; ``first``."""


def certainty(node: str, year: str) -> str:
    """Return how certain it is that something runs in a year, as in ``graph.running``."""
    last = f"coalesce({node}.last_year, {node}.first_year)"
    return f"""\
CASE WHEN {node}.first_year <= {year} <= {last} THEN 'stated'
     WHEN {node}.continues = 'unknown' AND {last} < {year} <= {node}.latest_year
     THEN 'possible'
     WHEN {node}.earliest_year <= {year} < {node}.first_year THEN 'possible' END"""


def called(node: str, kind: str | None = None) -> str:
    """Return what people call a node, as in :func:`keikaku.queries.scope.name_of`.

    Of a ``kind`` that is known only the fact that it has is read.
    """
    facts = {fact.name for fact in KIND[kind].facts} if kind else _CALLED
    names = (f"nullIf({node}.{fact}, '')" for fact in _CALLED if fact in facts)
    return f"coalesce({', '.join((*names, f'{node}.label'))})"


def number(node: str) -> str:
    """Return the number of a plan or a heading; empty where it has none."""
    return f"coalesce({node}.number, '')"


def numbered_title(node: str) -> str:
    """Return a plan or a heading as people write it, as ``structure.numbered_title`` does."""
    return f"CASE {number(node)} WHEN '' THEN '' ELSE {node}.number + ' ' END + {node}.title"


def short_name(node: str) -> str:
    """Return a plan as lists name it, as ``structure.short_name`` does."""
    return f"CASE {number(node)} WHEN '' THEN {node}.title ELSE {node}.number END"


def kind(node: str) -> str:
    """Return the kind of a node."""
    return f"[label IN labels({node}) WHERE label <> 'Keikaku'][0]"


def ref(node: str) -> str:
    """Return a node as a map: its id, kind, number and name."""
    return f"{{id: {node}.id, kind: {kind(node)}, number: {node}.number, name: {called(node)}}}"


def answering_by_name(plan: str) -> str:
    """Return who answers for a plan, then for its components, by name.

    ``departments`` is their list.
    """
    return f"""\
CALL ({plan}) {{
  CALL ({plan}) {{
    MATCH (d:Department)-[r:RESPONSIBLE_FOR]->({plan}:Plan) RETURN d, r, [] AS place
    UNION ALL
    MATCH ({plan}:Plan)-[h:HAS_PART]->(c:Component)<-[r:RESPONSIBLE_FOR]-(d:Department)
    RETURN d, r, [coalesce(h.order, {LAST}), c.id] AS place
  }}
  WITH d, r, place ORDER BY place, {ROLE}, coalesce(r.order, {LAST}), d.id
  RETURN collect({called("d", "Department")}) AS departments
}}"""


def answering(holder: str) -> str:
    """Return the departments that answer for ``p`` or a component of it.

    Its own, else those of ``p``.
    """
    return f"""\
CALL (p, {holder}) {{
  WITH CASE WHEN EXISTS {{ (:Department)-[:RESPONSIBLE_FOR]->({holder}) }} THEN {holder} ELSE p END
       AS held
  MATCH (d:Department)-[r:RESPONSIBLE_FOR]->(held)
  WITH d, r ORDER BY {ROLE}, coalesce(r.order, {LAST}), d.id
  RETURN collect(d) AS departments
}}"""


HOLDERS = f"""\
CALL (p) {{
  RETURN p AS holder, null AS component, [] AS place
  UNION ALL
  MATCH (p)-[h:HAS_PART]->(c:Component)
  RETURN c AS holder, c.title AS component, [coalesce(h.order, {LAST}), c.id] AS place
  UNION ALL
  MATCH (p)-[h:HAS_PART]->(c:LogicStep)
  RETURN c AS holder, null AS component, [{LAST + 1}, coalesce(h.order, {LAST}), c.id] AS place
}}"""
"""A plan ``p``, then its components, then its logic steps, in order: what actions and
indicators stand under."""


def headings(kinds: str) -> str:
    """Return a match of the headings ``x`` of some kinds that a plan ``p`` stands under.

    Whatever the depth, ``path`` leads from ``x`` to ``p``; of what is a part of several things, the
    first counts.
    """
    return f"""\
MATCH path = (x:{kinds})-[:HAS_PART*1..]->(p)
WHERE all(part IN relationships(path) WHERE NOT EXISTS {{
  WITH endNode(part) AS y, part.at AS at
  MATCH (y)<-[earlier:HAS_PART]-() WHERE earlier.at < at
}})"""


def any_headings(kinds: str) -> str:
    """Return a match of all headings ``x`` of some kinds that hold a plan ``p``, by any path."""
    return f"MATCH path = (x:{kinds})-[:HAS_PART*1..]->(p)"


ABOVE = f"""\
CALL (p) {{
  OPTIONAL {headings("Goal|Initiative")}
  WITH x, length(path) AS steps ORDER BY steps
  WITH collect(x) AS headings
  RETURN headings, [x IN headings WHERE x:Goal][0] AS goal,
         [x IN headings WHERE x:Initiative][0] AS initiative
}}"""
"""The headings that a plan ``p`` stands under, from the nearest; the nearest goal and initiative,
or null."""


def plans(within: str | None) -> str:
    """Return all plans, or those of one document, as ``p``."""
    return "MATCH (p:Plan)" if within is None else "MATCH (p:Plan {document: $document})"


def in_scope(values: Mapping[str, Any]) -> str:
    """Return a match of the plans in scope as ``p``: of a goal, of a document, or of all."""
    if values.get("goal") is None:
        return plans(values["document"])
    within = " WHERE p.document = $document" if values["document"] is not None else ""
    return f"""\
MATCH (g:Goal)-[:HAS_PART*1..]->(p:Plan) WHERE g.id IN $goal
WITH DISTINCT p{within}"""


_COLUMNS = {
    "goals": f"""\
  {ABOVE}
  UNWIND [x IN headings WHERE x:Goal] AS x
  WITH place, p, x, coalesce(x.document, '') AS document, {numbered_title("x")} AS name""",
    "departments": f"""\
  MATCH (p)-[:HAS_PART*0..1]->()<-[:RESPONSIBLE_FOR]-(x:Department)
  WITH DISTINCT place, p, x, '' AS document, {called("x", "Department")} AS name""",
    "themes": f"""\
  MATCH (p)-[:TOUCHES]->(x:Theme)
  WITH DISTINCT place, p, x, '' AS document, {called("x", "Theme")} AS name""",
}


def cells(by: str | None) -> str:
    """Return a list of plans, ``plans``, counted against ``by``: the list ``cells``."""
    if by is None:
        return "WITH *, [] AS cells"
    return f"""\
CALL (plans) {{
  UNWIND range(0, size(plans) - 1) AS place
  WITH place, plans[place] AS p
{_COLUMNS[by]}
  ORDER BY place
  WITH document, name, x.id AS id, collect({short_name("p")}) AS numbers
  ORDER BY document, name, id
  RETURN collect({{document: document, column: name, plans: size(numbers), numbers: numbers}})
         AS cells
}}"""
