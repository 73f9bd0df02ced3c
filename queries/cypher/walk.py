"""``dependencies`` and ``impact`` in Cypher: the walk of ``reachability_model`` in one statement.

``reduce`` takes the walk from level to level: the next level holds what the nodes of a level rest
on (or what rests on them), unless it was found before. Only the first way to each node is kept, by
the order of the node before it. So a level is never longer than the number of nodes, and the way
kept is the first by ids, because paths of one length compare like the paths before them.
Cypher compares texts by code point, as Python does.

The starts of one document walk together; where walks of several documents meet, the nearest start,
then the first by id, counts, which is what one walk from all of them would find. So the server
needs memory for one document at a time: it counts all that a row could see for every row. That is
also why ``count(*)`` divides the statement, which leaves the later rows nothing but ``p`` and
``row``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from keikaku.graph.kinds import KIND
from keikaku.graph.relations import RELATION
from keikaku.graph.store.server import Row
from keikaku.queries.cypher import fragments
from keikaku.queries.cypher.statements import proof
from keikaku.queries.reachability_model import (
    BEST_RELATED,
    ENDS_AT_PLAN,
    HOLDS_STEPS,
    KINDS,
    MOST_STEPS,
    RESTS_ON,
    Direction,
    Reached,
    Ref,
    Step,
    make_row,
    step,
)

_MOST = (
    "coalesce($depth, 2 * COUNT {{ (:Plan{within}) }} + COUNT {{ (:Theme) }} "
    "+ COUNT {{ (:LogicStep) }} + COUNT {{ (:PlanDocument) }} + 1)"
)
"""How many levels there can be: a path meets no node twice, and of what is no plan only themes,
steps of logic models, and a guideline with its document lie next to each other."""

_BLOCK = 512
"""So many levels are skipped at once where a walk is at its end."""

FROM_NAMED = """\
MATCH (s:Keikaku) WHERE s.id IN $starts
WITH s ORDER BY s.id
WITH null AS p, collect(s) AS starts"""
"""One walk, from all nodes of the parameter ``starts``."""

_MEANS = """
        AND ($terms IS NULL OR type(r) <> 'TOUCHES'
             OR any(term IN r.terms WHERE term IN $terms))"""
"""A start from a theme of which only some words are meant."""

_INFERRED = """\
CALL (starts, walk) {{
  WITH starts, walk, [s IN starts | {{node: s, start: s, depth: 0}}] + walk.ends AS befores
  UNWIND range(0, size(befores) - 1) AS place
  WITH starts, walk, place, befores[place] AS before, befores[place].node AS u
  WHERE $depth IS NULL OR before.depth < $depth
  CALL (u) {{
    MATCH (u)-[r:RELATED_TO]-(x:Plan)
    WITH r, x ORDER BY -r.score, x.document, x.number_key, x.id, startNode(r) <> u
    RETURN r, x AS end LIMIT {best}
  }}
  WITH * WHERE NOT end IN walk.found AND NOT end IN starts{within}
  WITH end, before, r, u ORDER BY before.depth, -r.score, place, startNode(r) <> u
  WITH end, collect({{node: end, start: before.start, before: u, depth: before.depth + 1,
       stated: false, r: r, source: startNode(r), target: endNode(r)}})[0] AS best
  RETURN collect(best) AS inferred
}}"""
_CYCLE = """\
CALL (end) {
  OPTIONAL MATCH (end)-[:DEPENDS_ON*1..]->(x:Plan) WITH DISTINCT end, x
  WITH end, collect(x) AS after
  OPTIONAL MATCH (end)<-[:DEPENDS_ON*1..]-(x:Plan) WITH DISTINCT after, x
  WITH x WHERE x IN after ORDER BY x.document, x.number_key, x.id
  RETURN collect(CASE coalesce(x.number, '') WHEN '' THEN x.title ELSE x.number END)
         AS cycle
}"""

_FIRST = """\
WITH *, row.depth AS depth, {kind} AS kind, coalesce(end.document, '') AS document
ORDER BY {order} LIMIT $first
WITH p, row, in_all, end
"""


def from_each(within: str | None) -> str:
    """Return a walk from each plan that has a step."""
    return f"""\
{fragments.plans(within)} WHERE EXISTS {{ (p)-[:DEPENDS_ON|RELATED_TO]-(:Plan) }}
WITH p, [p] AS starts"""


def statement(
    starts: str,
    direction: Direction,
    *,
    within: str | None,
    inferred: bool,
    plans_only: bool,
    first: bool = False,
) -> str:
    """Return the statement of a walk from the nodes of ``starts``.

    These are lists of nodes, each with its ``p``.

    ``p`` is a plan that gives the order of the walks, or null. The parameters are ``depth`` and,
    with ``within``, ``document``. With ``plans_only`` the walk goes from plan to plan. With
    ``first`` there are so many rows (a parameter); each holds how many there are in all.
    """
    limit = "" if within is None else " AND (end.document = $document OR end.document IS NULL)"
    related = (
        _INFERRED.format(within=limit, best=BEST_RELATED) if inferred else "WITH *, [] AS inferred"
    )
    most = _MOST.format(within="" if within is None else " {document: $document}")
    stops = f" AND NOT type(each.r) IN {[*ENDS_AT_PLAN]}" if direction == "affected" else ""
    means = _MEANS if starts == FROM_NAMED else ""
    kinds = " ".join(f"WHEN '{kind}' THEN {place}" for place, kind in enumerate(KINDS))
    order = f"""\
p.document, p.number_key, p.id, NOT row.stated, depth,
         CASE kind {kinds} END, document, coalesce(end.number_key, []), end.id"""
    limit_of_rows = _FIRST.format(kind=fragments.kind("end"), order=order) if first else ""
    return f"""\
{starts}
WITH p, starts, {most} AS most
CALL (p, starts, most) {{
UNWIND starts AS s
WITH starts, most, s.document AS document, collect(s) AS own
WITH starts, reduce(
  so_far = {{found: [], ends: [], frontier: [s IN own | {{node: s, start: s}}]}},
  block IN range(0, (most - 1) / {_BLOCK}) |
  CASE WHEN size(so_far.frontier) = 0 THEN so_far ELSE reduce(
  walk = so_far,
  level IN range({_BLOCK} * block + 1, {_BLOCK} * block + {_BLOCK}) |
  CASE WHEN level > most OR size(walk.frontier) = 0 THEN walk ELSE [ahead IN [COLLECT {{
    WITH COLLECT {{
      UNWIND range(0, size(walk.frontier) - 1) AS place
      WITH place, walk.frontier[place] AS at, walk.frontier[place].node AS u
{_steps(direction, plans_only=plans_only, within=within)}
      WITH *
      WHERE NOT end IN walk.found AND NOT (end:Indicator AND end IN starts){limit}{means}
      RETURN {{place: place, node: end, start: at.start, before: u, depth: level, stated: true,
              r: r, source: source, target: target, component: component}}
      ORDER BY end.id, place, {_RELATION_ORDER}, component IS NOT NULL, unit, other
    }} AS found
    UNWIND range(0, size(found) - 1) AS n
    WITH found, n, found[n] AS first WHERE n = 0 OR found[n - 1].node <> first.node
    RETURN first ORDER BY first.place, first.node.id
  }}] | {{found: walk.found + [each IN ahead | each.node], ends: walk.ends + ahead,
         frontier: [each IN ahead WHERE NOT each.node IN starts{stops}]}}][0] END) END).ends AS ends
UNWIND range(0, size(ends) - 1) AS place
WITH place, ends[place] AS row ORDER BY row.depth, row.start.id, place
WITH row.node AS end, collect({{row: row, place: place}})[0] AS first
WITH first ORDER BY first.row.depth, first.row.start.id, first.place
RETURN collect(first.row) AS ends
}}
WITH p, starts, {{found: [row IN ends | row.node], ends: ends}} AS walk
{related}
WITH p, walk.ends + inferred AS reached
WITH p, reached, size(reached) AS in_all
UNWIND reached AS row
WITH p, row, in_all, count(*) AS once
WITH p, row, in_all, row.node AS end
{limit_of_rows}{fragments.answering_by_name("end")}
{_CYCLE}
WITH *, {fragments.kind("end")} AS kind
RETURN coalesce(end.document, '') AS document, {fragments.ref("row.start")} AS start,
       {fragments.ref("end")} AS reached, departments, cycle, row.depth AS depth,
       row.before.id AS before, {{
         source: {fragments.ref("row.source")}, target: {fragments.ref("row.target")},
         relation: type(row.r), component: row.component, reason: row.r.reason, role: row.r.role,
         words: row.r.words, score: row.r.score, evidence: row.r.evidence
       }} AS step, in_all AS reached_in_all
ORDER BY {order}"""


def rows_of(rows: list[Row]) -> list[Reached]:
    """Return the typed rows, each with its whole path.

    A row holds the last step and what is before it.
    """
    paths: dict[tuple[str, str], list[Step]] = {}  # the last steps of each
    reached_rows = []
    for row in rows:
        start, reached = row["start"]["id"], row["reached"]["id"]
        before = paths[start, row["before"]] if row["depth"] > 1 else []
        path = [*before, _step(row["step"])][-MOST_STEPS:]
        paths[start, reached] = path
        reached_rows.append(
            make_row(
                row["document"],
                Ref(**row["start"]),
                Ref(**row["reached"]),
                row["departments"],
                row["cycle"],
                path,
                row["depth"],
            )
        )
    return reached_rows


def _step(row: Row) -> Step:
    return step(
        Ref(**row["source"]),
        Ref(**row["target"]),
        row["relation"],
        row["component"],
        {**row, "evidence": proof(row["evidence"])},
    )


_ON_SHARED = [
    name
    for name in RESTS_ON
    if all(start == "Plan" and KIND[end].shared for start, end in RELATION[name].ends)
]
_FROM_DOCUMENT = f"""\
UNWIND CASE WHEN u:Plan OR u:Indicator THEN [] ELSE [$document] END AS within
MATCH (end:Plan {{document: within}})-[r:{"|".join(_ON_SHARED)}]->(u)
USING INDEX end:Plan(document)
RETURN r, end, end AS source, u AS target, null AS component, u.id AS unit, end.id AS other"""
"""What rests on a theme or law that many documents share, from the plans of one document."""

_RELATION_ORDER = (
    "CASE type(r) "
    + " ".join(f"WHEN '{relation}' THEN {place}" for place, relation in enumerate(RESTS_ON))
    + " END"
)


def _steps(direction: Direction, *, plans_only: bool, within: str | None) -> str:
    """Return the steps from ``u``: relation, end, and what distinguishes two steps."""
    if plans_only:
        branches = [*_branches({"DEPENDS_ON": "source"}, direction)]
    elif within is not None and direction == "affected":
        rest = {name: end for name, end in RESTS_ON.items() if name not in _ON_SHARED}
        branches = [_FROM_DOCUMENT, *_branches(rest, direction)]
    else:
        branches = [*_branches(RESTS_ON, direction)]
    if not plans_only and direction == "affected":
        # A change of an indicator starts with the plan that it measures.
        measured = _branches({"MEASURED_BY": RESTS_ON["MEASURED_BY"]}, "needed")
        branches += [f"WITH u, level WHERE level = 1 AND u:Indicator\n{m}" for m in measured]
    body = "\nUNION ALL\n".join(branches)
    return f"CALL (u, level) {{\n{body}\n}}"


def _branches(rests_on: dict[str, Any], direction: Direction) -> Iterator[str]:
    """Yield the patterns of steps.

    Of the node itself, of its components, to a plan by its component.
    """
    for out in (True, False):
        types = [
            name
            for name, rests in rests_on.items()
            if ((rests == "source") == (direction == "needed")) == out
        ]
        by_component = [name for name in types if _has_components(name)]
        ends = "u AS source, end AS target" if out else "end AS source, u AS target"
        if types:
            yield f"""\
MATCH {_pattern("u", types, "end", out=out)}
WHERE NOT end:Component AND (type(r) <> '{HOLDS_STEPS}' OR u:LogicStep OR end:LogicStep)
RETURN r, end, {ends}, null AS component, u.id AS unit, end.id AS other"""
        if by_component:
            yield f"""\
MATCH (u:Plan)-[:HAS_PART]->(c:Component) MATCH {_pattern("c", by_component, "end", out=out)}
RETURN r, end, {ends}, c.title AS component, c.id AS unit, end.id AS other"""
            yield f"""\
MATCH {_pattern("u", by_component, "c:Component", out=out)}
CALL (c) {{ MATCH (end:Plan)-[h:HAS_PART]->(c) RETURN end ORDER BY h.at LIMIT 1 }}
RETURN r, end, {ends}, c.title AS component, u.id AS unit, c.id AS other"""


def _pattern(unit: str, types: list[str], end: str, *, out: bool) -> str:
    relation = f"-[r:{'|'.join(types)}]-"
    return f"({unit}){relation}>({end})" if out else f"({unit})<{relation}({end})"


def _has_components(relation: str) -> bool:
    ends = RELATION[relation].ends
    return relation != HOLDS_STEPS and any("Component" in each for each in ends)
