"""Why a plan fulfils a condition, in Cypher: the same reasons as in memory (該当の理由)."""

from __future__ import annotations

from collections.abc import Mapping

from keikaku.queries.cypher import fragments
from keikaku.queries.expressions.patterns import pattern
from keikaku.queries.expressions.resolve import Resolved, Test
from keikaku.queries.plans.reasons import ends_of, last_step

_KIND = fragments.kind("x")
_LEVEL = f"coalesce(x.level, {_KIND})"
_UNDER = f"""\
CALL (p) {{
  {fragments.any_headings("Goal|Initiative")} WHERE x.id IN $ids
  WITH x, min(length(path)) AS steps ORDER BY steps, x.id
  RETURN collect({{what: {fragments.numbered_title("x")}, basis: [{_LEVEL}], evidence: x.evidence}})
         AS why
}}"""
_OF_COMPONENT = "CASE WHEN c IS NULL THEN '' ELSE '（' + c.title + '）' END"
_REASONS: Mapping[str, str] = {
    "goal": _UNDER,
    "initiative": _UNDER,
    "heading": _UNDER,
    "department": f"""\
CALL (p) {{
  CALL (p) {{
    RETURN p AS held, null AS c, [] AS place
    UNION ALL
    MATCH (p)-[h:HAS_PART]->(c:Component)
    RETURN c AS held, c, [coalesce(h.order, {fragments.LAST}), c.id] AS place
  }}
  MATCH (x)-[r:RESPONSIBLE_FOR]->(held)
  WHERE size([(x)-[:PART_OF*0..9]->(up:Department) WHERE up.id IN $ids | 1]) > 0
  WITH x, r, c ORDER BY place, {fragments.ROLE}, coalesce(r.order, {fragments.LAST}), x.id
  RETURN collect({{what: x.name + {_OF_COMPONENT}, basis: [r.role], evidence: r.evidence}}) AS why
}}""",
    "scheduled_year": f"""\
CALL (p) {{
  {fragments.PARTS}
  WITH x, place, {fragments.certainty("x", "$ids[0]")} AS certainty
  WHERE certainty = 'stated' OR (certainty = 'possible' AND NOT $certain)
  WITH x, certainty ORDER BY place
  RETURN collect({{what: CASE WHEN x.text <> '' THEN x.text ELSE x.title END,
                  basis: [{_KIND}], certainty: certainty, evidence: x.evidence}}) AS why
}}""",
    "text": f"""\
CALL (p) {{
  CALL (p) {{
    RETURN p AS x, [] AS place
    UNION ALL
    {fragments.PARTS}
    RETURN x, place
    UNION ALL
    {fragments.HELD}
    RETURN x, place
  }}
  WITH x, place WHERE any(words IN x.search WHERE words CONTAINS $ids[0])
  WITH x ORDER BY place
  RETURN collect({{kind: {_KIND}, facts: properties(x), evidence: x.evidence,
                  word: $ids[0]}}) AS why
}}""",
    "category": """\
WITH *, [{what: p.category, basis: ['category'], evidence: p.evidence}] AS why""",
    "last_direction": """\
CALL (p) {
  MATCH (p)-[r:EVALUATED_AS]->(e:Evaluation) WITH e, r ORDER BY r.at
  WITH collect(e) AS found, max(e.fiscal_year) AS last
  UNWIND [e IN found WHERE e.fiscal_year = last AND e.direction IN $ids] AS x
  RETURN collect({what: CASE coalesce(x.direction_text, '') WHEN '' THEN x.direction
                        ELSE x.direction_text END,
                  basis: ['EVALUATED_AS'], evidence: x.evidence}) AS why
}""",
}
"""The reasons of fields that are no relations of the plan itself: a list ``why``.

Shared nodes have no label here: with a label the server might begin at their index, and would
read the relations of all other documents for each plan.
"""


def reasons(condition: Resolved, why: str, ids: str) -> str:
    """Return the piece that lists why a plan ``p`` fulfils a condition, as ``why``.

    ``ids`` is the parameter with the values of the condition.
    """
    if not isinstance(condition, Test):
        return f"WITH *, [] AS {why}"
    piece = _REASONS.get(condition.field.key) or _linked(condition)
    return piece.replace("AS why", f"AS {why}").replace("$ids", f"${ids}")


def touching(test: Test, ids: str) -> str:
    """Return whether the relation ``r`` to ``x`` is one that a condition is about."""
    step = last_step(test)
    conditions = [f"'{step.value}' IN r.{step.fact}"] if step.fact else []
    if test.values and ends_of(test).wider:
        above = pattern("x", ends_of(test).wider, "up", "1", f"up.id IN ${ids}")
        conditions.append(f"size({above}) > 0")
    elif test.values:
        conditions.append(f"x.id IN ${ids}")
    if test.terms:
        conditions.append(f"any(term IN r.terms WHERE term IN ${ids}_terms)")
    return " AND ".join(conditions) or "true"


def _linked(test: Test) -> str:
    """Return the reasons of a relation of the plan: the basis is its own, or what it is called."""
    (relation,) = last_step(test).relations
    basis = "['text']" if test.terms else f"coalesce(r.basis, ['{relation}'])"
    terms = "$ids_terms" if test.terms else "null"
    return f"""\
CALL (p) {{
  MATCH (p)-[r:{relation}]->(x) WHERE {touching(test, "ids")}
  WITH x, r ORDER BY r.at
  RETURN collect({{what: {fragments.called("x")}, basis: {basis}, evidence: r.evidence,
                  terms: {terms}}}) AS why
}}"""
