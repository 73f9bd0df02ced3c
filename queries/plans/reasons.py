"""Why a plan matches a filter, in Cypher: a piece of a statement for each parameter."""

from __future__ import annotations

from keikaku.queries.cypher import fragments
from keikaku.queries.plans.filters import LINKED

_KIND = fragments.kind("x")
_LEVEL = f"coalesce(x.level, {_KIND})"
_TITLE = fragments.numbered_title("x")
TOUCHING = """\
x.id IN themes AND ($basis IS NULL OR $basis IN r.basis)
  AND ($theme_terms IS NULL OR (
    coalesce($basis, 'text') = 'text' AND any(term IN r.terms WHERE term IN $theme_terms)))"""
"""Whether a plan touches a theme ``x`` that is meant, by the relation ``r``."""
_MARKS = """\
WITH *, [mark IN coalesce(p.unknown_marks, []) WHERE mark IN theme_names AND $theme_terms IS NULL]
        AS marks
WHERE size(why_theme) > 0 OR size(marks) > 0"""
WHY = {
    "theme": f"""\
CALL (p, themes) {{
  MATCH (p)-[r:TOUCHES]->(x) WHERE {TOUCHING}
  WITH x, r ORDER BY r.at
  WITH x, r, CASE WHEN $theme_terms IS NULL THEN r.basis ELSE ['text'] END AS basis
  RETURN collect({{what: x.name, basis: basis, evidence: r.evidence, terms: $theme_terms}})
         AS why_theme
}}
{_MARKS}""",
    "department": f"""\
CALL (p) {{
  MATCH (x)-[r:RESPONSIBLE_FOR]->(p) WHERE x.id IN $department
  WITH x, r ORDER BY {fragments.ROLE}, coalesce(r.order, {fragments.LAST}), x.id
  RETURN collect({{what: x.name, basis: [r.role], evidence: r.evidence}}) AS own
}}
CALL (p) {{
  MATCH (p)-[h:HAS_PART]->(c:Component)<-[r:RESPONSIBLE_FOR]-(x)
  WHERE x.id IN $department
  WITH x, r, c ORDER BY coalesce(h.order, {fragments.LAST}), c.id,
       {fragments.ROLE}, coalesce(r.order, {fragments.LAST}), x.id
  RETURN collect({{what: x.name + '（' + c.title + '）', basis: [r.role], evidence: r.evidence}})
         AS of_components
}}
WITH *, own + of_components AS why_department""",
    "sdg": """\
CALL (p) {
  MATCH (p)-[r:CONTRIBUTES_TO]->(x) WHERE x.id IN $sdg
  WITH x, r ORDER BY r.at
  RETURN collect({what: x.code, basis: ['CONTRIBUTES_TO'], evidence: r.evidence}) AS why_sdg
}""",
    "year": f"""\
CALL (p) {{
  {fragments.PARTS}
  WITH x, place, {fragments.certainty("x", "$year")} AS certainty
  WHERE certainty = 'stated' OR (certainty = 'possible' AND NOT $certain)
  WITH x, certainty ORDER BY place
  RETURN collect({{what: CASE WHEN x.text <> '' THEN x.text ELSE x.title END,
                  basis: [{_KIND}], certainty: certainty, evidence: x.evidence}}) AS why_year
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
  WITH x, place WHERE any(words IN x.search WHERE words CONTAINS $text)
  WITH x ORDER BY place
  RETURN collect({{kind: {_KIND}, facts: properties(x), evidence: x.evidence,
                  word: $text}}) AS why_text
}}""",
}
WHY |= {
    "category": """\
CALL (p) {
  WITH p WHERE p.category IN $category
  RETURN collect({what: p.category, basis: ['category'], evidence: p.evidence}) AS why_category
}""",
    "direction": """\
CALL (p) {
  MATCH (p)-[r:EVALUATED_AS]->(e:Evaluation) WITH e, r ORDER BY r.at
  WITH collect(e) AS found, max(e.fiscal_year) AS last
  UNWIND [e IN found WHERE e.fiscal_year = last AND e.direction = $direction] AS x
  RETURN collect({what: CASE coalesce(x.direction_text, '') WHEN '' THEN $direction
                        ELSE x.direction_text END,
                  basis: ['EVALUATED_AS'], evidence: x.evidence}) AS why_direction
}""",
}
_UNDER = {"goal": "Goal", "initiative": "Initiative", "level": "Goal|Initiative"}
"""The kinds of the headings that a parameter names."""
for _name, _kinds in _UNDER.items():
    WHY[_name] = f"""\
CALL (p) {{
  {fragments.any_headings(_kinds)} WHERE x.id IN ${_name}
  WITH x, min(length(path)) AS steps ORDER BY steps, x.id
  RETURN collect({{what: {_TITLE}, basis: [{_LEVEL}], evidence: x.evidence}}) AS why_{_name}
}}"""
for _name, (_relation, _linked) in LINKED.items():
    WHY[_name] = f"""\
CALL (p) {{
  MATCH (p)-[r:{_relation}]->(x) WHERE x.id IN ${_name}
  WITH x, r ORDER BY r.at
  RETURN collect({{what: x.name, basis: ['{_relation}'], evidence: r.evidence}}) AS why_{_name}
}}"""
"""Why a plan ``p`` matches: a list ``why_…``, empty where it does not.

Shared nodes have no label here: with a label the server might begin at their index, and would
read the relations of all other documents for each plan.
"""

WHY_COUNTED = WHY | {
    "theme": f"""\
WITH *, [(p)-[r:TOUCHES]->(x) WHERE {TOUCHING} | 1] AS why_theme
{_MARKS}"""
}
"""The same, for statements that only need to know whether there is a reason."""
