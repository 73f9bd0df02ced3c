"""Pieces of Cypher that several statements share."""

from __future__ import annotations

LAST = 10**9
"""Where a relation without an order stands."""

ROLE = "CASE r.role WHEN 'lead' THEN 0 WHEN 'co' THEN 1 ELSE 2 END"
"""The lead before the others named, these before those of a component; ``r`` is the relation."""

PLAN_ORDER = "p.document, p.number_key, p.id"
"""By document, then by number, 1-1-2 before 1-1-10; ``p`` is the plan."""

PARTS = f"""\
MATCH path = (p)-[:HAS_PART*1..3]->(x)
WITH x, [i IN range(1, length(path)) | [
       CASE labels(nodes(path)[i])[1] WHEN 'Component' THEN 1 WHEN 'Action' THEN 2 ELSE 3 END,
       coalesce(relationships(path)[i - 1].order, {LAST}), nodes(path)[i].id]] AS place"""


def responsible(plan: str = "p") -> str:
    """Its departments as maps, the lead first, in a subquery; ``departments`` is their list."""
    return f"""\
CALL ({plan}) {{
  MATCH (d:Department)-[r:RESPONSIBLE_FOR]->({plan})
  WITH d, r ORDER BY {ROLE}, coalesce(r.order, {LAST}), d.id
  RETURN collect({{name: d.name, role: r.role, evidence: r.evidence}}) AS departments
}}"""


def plans(within: str | None) -> str:
    """All plans, or those of one document, as ``p``."""
    return "MATCH (p:Plan)" if within is None else "MATCH (p:Plan {document: $document})"
