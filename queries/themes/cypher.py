"""``themes`` in Cypher.

For each plan a list ``how`` is made: the themes that it touches, or may touch, each with the basis
and the evidence of all that the theme covers. What is asked about, one theme or two together, is
picked from that list, and the plans are gathered by it.
"""

from __future__ import annotations

from typing import Any

from keikaku.graph.store.server import Row
from keikaku.queries import plan_filters
from keikaku.queries.answers import Answer, drop_none
from keikaku.queries.cypher import fragments
from keikaku.queries.cypher.directory import Directory, find_nodes, scope_meant
from keikaku.queries.cypher.statements import Statement, proof
from keikaku.queries.matrix import Cell
from keikaku.queries.scope import PlanRef
from keikaku.queries.themes.answer import (
    ThemeRow,
    Touch,
    check_together,
    checked,
    make_row,
    narrowed,
    touch,
    word_notes,
)

_ONE = "UNWIND [each IN how{wanted}] AS one"
_PAIR = """\
UNWIND [each IN how WHERE each.theme.id IN $with_theme] AS one
UNWIND [each IN how{wanted}] AS other"""
_APART = """\
WITH * WHERE NOT EXISTS { (first)-[:PART_OF*0..]->(second) }
  AND NOT EXISTS { (second)-[:PART_OF*0..]->(first) }"""
"""A theme and a part of it are not a pair."""


def build_statement(
    directory: Directory,
    *,
    theme: str | None = None,
    with_theme: str | None = None,
    and_theme: str | None = None,
    matrix: str | None = None,
    basis: str | None = None,
    goal: str | None = None,
    document: str | None = None,
) -> Statement:
    """Return the statement; see :func:`keikaku.queries.themes.answer` for the parameters."""
    check_together(theme, with_theme, and_theme)
    against = checked(matrix)
    values, understood = scope_meant(directory, goal=goal, document=document)
    plan_filters.checked_basis(basis)
    parameters: dict[str, Any] = {}
    typed = drop_none(theme=theme, with_theme=with_theme, and_theme=and_theme)
    themes = directory.of("Theme")
    for name, words in typed.items():
        values[name], _ = find_nodes(directory, "Theme", words)
        parameters[name] = plan_filters.theme_text(themes, words)
    values |= drop_none(basis=basis) | {"narrowed": narrowed(themes, *typed.values())}
    statement = _statement(values, against)
    return Statement(
        statement,
        values,
        drop_none(**parameters, matrix=against, basis=basis) | understood,
        tuple(word_notes(themes, *typed.values())),
    )


def answer(rows: list[Row], statement: Statement) -> Answer[ThemeRow]:
    """Return the typed rows."""
    return Answer(
        "themes", statement.understood, [_row(row) for row in rows], notes=list(statement.notes)
    )


def _statement(values: dict[str, Any], against: str | None) -> str:
    pair = "with_theme" in values
    wanted = next((n for n in ("theme", "and_theme") if n in values), None)
    picked = (_PAIR if pair else _ONE).format(
        wanted=f" WHERE each.theme.id IN ${wanted}" if wanted else ""
    )
    return f"""\
{fragments.in_scope(values)}
{_how(values.get("basis"))}
{picked}
WITH p, one.theme AS first, {"other.theme" if pair else "null"} AS second,
     {"[one, other]" if pair else "[one]"} AS ways
ORDER BY {fragments.PLAN_ORDER}
WITH first, second,
     collect(CASE WHEN all(way IN ways WHERE way.touched) THEN p END) AS plans,
     collect(CASE WHEN all(way IN ways WHERE way.touched) THEN
       {{id: p.id, document: p.document, number: coalesce(p.number, ''), title: p.title,
         ways: [way IN ways |
        {{bases: way.bases, evidence: way.evidence, terms: way.terms}}]}} END) AS touches,
     collect(CASE WHEN any(way IN ways WHERE way.unknown) THEN
       {{id: p.id, document: p.document, number: coalesce(p.number, ''), title: p.title}}
       END) AS unknown
{_APART if pair else "WITH *"}
{fragments.cells(against)}
RETURN first.id AS id, first.name AS theme, second.id AS other_id, second.name AS other,
       first.group AS group, touches, unknown, cells
ORDER BY size(touches) DESC, theme, coalesce(other, ''), first.id, second.id"""


def _how(basis: str | None) -> str:
    of_basis = "" if basis is None else " WHERE $basis IN r.basis"
    # An unknown mark is not a match by text.
    unknown = "" if basis == "text" else _UNKNOWN
    by_mark = "false" if basis == "mark" else "true"  # a word has no mark
    return f"""\
CALL (p) {{
  CALL (p) {{
    MATCH (p)-[r:TOUCHES]->(c:Theme){of_basis}
    RETURN c, r{unknown}
  }}
  MATCH (c)-[:PART_OF*0..]->(t:Theme)
  WITH DISTINCT t, c, r, $narrowed[t.id] AS terms ORDER BY c.id
  WHERE terms IS NULL OR ({by_mark} AND any(term IN r.terms WHERE term IN terms))
  WITH t, terms, collect(CASE WHEN terms IS NULL THEN r.basis ELSE ['text'] END) AS bases,
       collect(r.evidence) AS evidence,
       count(r) > 0 AS touched, count(r) < count(*) AS unknown
  RETURN collect({{theme: t, touched: touched, unknown: unknown,
                  bases: bases, evidence: evidence, terms: terms}}) AS how
}}"""


_UNKNOWN = """
    UNION ALL
    WITH p WHERE size(p.unknown_marks) > 0
    MATCH (c:Theme) WHERE c.name IN p.unknown_marks
    RETURN c, null AS r"""


def _row(row: Row) -> ThemeRow:
    both = [(row["id"], row["theme"]), (row["other_id"], row["other"])]
    return make_row(
        [(node, name) for node, name in both if node is not None],
        row["group"],
        [_touch(each) for each in row["touches"]],
        [PlanRef(**each) for each in row["unknown"]],
        [Cell(**each) for each in row["cells"]],
    )


def _touch(row: Row) -> Touch:
    ways = row["ways"]
    evidence = [
        piece
        for way in ways
        for kept in way["evidence"]
        for piece in plan_filters.term_evidence(proof(kept), way["terms"] or [""])
    ]
    bases = [basis for way in ways for basis in way["bases"]]
    return touch(PlanRef(row["id"], row["document"], row["number"], row["title"]), bases, evidence)
