"""``plans`` in Cypher: conditions and reasons from the same declaration as in memory."""

from __future__ import annotations

from typing import Any, TypeGuard

from keikaku.graph.folding import search_form
from keikaku.graph.store.server import Row
from keikaku.queries import plan_filters
from keikaku.queries.answers import Answer
from keikaku.queries.cypher import fragments
from keikaku.queries.cypher.directory import Directory
from keikaku.queries.cypher.statements import Statement, proof
from keikaku.queries.expressions.compile import Compiler
from keikaku.queries.expressions.patterns import path
from keikaku.queries.expressions.resolve import Resolved, Test
from keikaku.queries.plan_filters import Match
from keikaku.queries.plans.answer import PlanRow, Responsible, UnknownRow, counted
from keikaku.queries.plans.filters import Request, request_of
from keikaku.queries.plans.reason_statements import reasons, touching
from keikaku.queries.plans.reasons import ends_of

_FROM = ("guideline", "partner", "department", "initiative", "goal", "sdg")
"""The fields from whose nodes a statement may begin, the narrowest first."""

_WITHIN = ("department", "initiative", "goal")
"""Where to begin within a document too: what stands in it, or in few. From a law, plans of all
documents would be reached."""

_TOUCHED = """\
CALL (themes_0, names_0) {
  MATCH (x:Theme)<-[:TOUCHES]-(p:Plan) WHERE x.id IN themes_0 RETURN p
  UNION
  MATCH (p:Plan) WHERE any(mark IN p.unknown_marks WHERE mark IN names_0) RETURN p
}"""
"""Where to begin in all documents where only a theme is asked about: plans that may touch it."""

_THEMES = {
    True: """\
CALL () {
  MATCH (x:Theme)-[:PART_OF*0..]->(root:Theme) WHERE root.id IN $ids
  RETURN collect(DISTINCT x.id) AS themes, collect(DISTINCT x.name) AS names
}""",
    False: """\
CALL () {
  MATCH (x:Theme) RETURN collect(x.id) AS themes, collect(x.name) AS names
}""",
}
"""The themes meant with all that are part of them, or all themes."""

_ROW = """\
RETURN p.id AS id, p.document AS document, coalesce(p.number, '') AS number, p.title AS title,
       departments, {why} AS matches, touching, marks, surely
ORDER BY {order}"""

_COUNT = """\
RETURN p.document AS document, sum(CASE WHEN touching THEN 1 ELSE 0 END) AS rows,
       sum(CASE WHEN touching AND surely THEN 1 ELSE 0 END) AS surely,
       sum(CASE WHEN size(marks) > 0 THEN 1 ELSE 0 END) AS unknown ORDER BY document"""
_COUNT_BY_THEME = """\
{themes}
CALL (themes_0, names_0) {{
  MATCH (x:Theme)<-[r:TOUCHES]-(p:Plan) WHERE x.id IN themes_0 AND {touching}
  WITH DISTINCT p RETURN p.document AS document, 1 AS row, 0 AS marked
  UNION ALL
  MATCH (p:Plan) WHERE p.unknown_marks IS NOT NULL AND any(mark IN p.unknown_marks WHERE {open})
  RETURN p.document AS document, 0 AS row, 1 AS marked
}}
RETURN document, sum(row) AS rows, sum(row) AS surely, sum(marked) AS unknown ORDER BY document"""
"""How many plans of each document touch one theme, in all documents: each relation is read once,
from the theme, not plan by plan."""


def build_statement(directory: Directory, **parameters: Any) -> Statement:
    """Return the statement; see :func:`keikaku.queries.plans.answer` for the parameters."""
    request = request_of(directory, **parameters)
    statement, values = _statement(request)
    return Statement(statement, values, request.parameters, tuple(request.notes), request)


def answer(rows: list[Row], statement: Statement) -> Answer[PlanRow]:
    """Return the typed rows; plans whose mark is unknown apart."""
    request: Request = statement.request
    unknown = None
    if request.themes:
        unknown = [
            UnknownRow(row["id"], row["document"], row["number"], row["title"], row["marks"])
            for row in rows
            if row["marks"] and request.parameters.get("basis") != "text"
        ]
    rows_of_plans = [_row(row) for row in rows if row["touching"]]
    totals = counted((row["surely"] for row in rows if row["touching"]), request.years)
    return Answer(
        "plans", statement.understood, rows_of_plans, unknown, totals, notes=list(statement.notes)
    )


def counting(whole: Statement) -> Statement:
    """Return the statement that counts the rows of a statement by document."""
    request: Request = whole.request
    if len(request.themes) == 1 and not request.others and request.document is None:
        (theme,) = request.themes
        if isinstance(theme, Test) and theme.values:
            statement = _COUNT_BY_THEME.format(
                themes=_nth(_THEMES[True], 0, request),
                touching=touching(theme._replace(values=()), request.names[0]),
                open="false" if theme.terms else "mark IN names_0",
            )
            return whole._replace(statement=statement)
    statement, values = _statement(request, _COUNT)
    return whole._replace(statement=statement, values=values)


def within_documents(whole: Statement) -> Statement:
    """Return a statement that asks the same of some documents: its parameter ``documents``."""
    statement, values = _statement(whole.request, documents=True)
    return whole._replace(statement=statement, values=values)


def _statement(
    request: Request, end: str = _ROW, *, documents: bool = False
) -> tuple[str, dict[str, Any]]:
    """Return the statement and its values; with ``documents`` it is asked of some.

    ``end`` is what it returns.
    """
    compiler = Compiler("Plan", lambda: request.prose, request.document)
    conditions = [*request.themes, *request.others]
    start = _start(request)
    checked = [_holds(compiler, request, each) for each in request.others if each is not start]
    years = [each for each in request.others if request.may_hold(each)]
    surely = [f"coalesce({compiler.verdict(each, 'p')}, false)" for each in years]
    pieces = [
        *(_nth(_THEMES[_has_values(each)], n, request) for n, each in enumerate(request.themes)),
        _begin(request, start, documents=documents),
        *([f"WITH * WHERE {' AND '.join(checked)}"] if checked else []),
        _touches(compiler, request),
        f"WITH *, {' AND '.join(surely) or 'true'} AS surely",
    ]
    if end == _ROW:
        pieces += [reasons(each, f"why_{n}", request.names[n]) for n, each in enumerate(conditions)]
        pieces.append(fragments.responsible(evidence=False))
    whys = " + ".join(f"why_{n}" for n, _ in enumerate(conditions)) or "[]"
    pieces.append(end.format(why=whys, order=fragments.PLAN_ORDER))
    values = {"document": request.document, "basis": request.parameters.get("basis")}
    for name, each in zip(request.names, conditions, strict=True):
        if isinstance(each, Test):
            values[name] = [*each.values]
            values |= {f"{name}_terms": [*each.terms]} if each.terms else {}
    certain = {"certain": request.certain} if years or request.certain else {}
    return "\n".join(pieces), values | certain | compiler.values


def _start(request: Request) -> Resolved | None:
    """Return the condition from whose nodes the statement begins, so that an index finds them."""
    keys = _FROM if request.document is None else _WITHIN
    by_key = {each.field.key: each for each in request.others[::-1] if _has_values(each)}
    return next((by_key[key] for key in keys if key in by_key), None)


def _begin(request: Request, start: Resolved | None, *, documents: bool) -> str:
    """Return the plans with which the statement begins, as ``p``."""
    of_themes = [
        f"{name}_{n}" for n, _ in enumerate(request.themes) for name in ("themes", "names")
    ]
    some = "p.document IN $documents" if documents else "p.document = $document"
    if isinstance(start, Test):
        source = ends_of(start)
        text, _ = path("p:Plan", (*source.steps, *source.wider), "x")
        place = [*request.themes, *request.others].index(start)
        # The index is named: with few departments, a server would otherwise read all of them.
        index = f"USING INDEX x:{start.field.leads_to}(id)"
        begin = f"MATCH {text} {index} WHERE x.id IN ${request.names[place]}"
        kept = f" WHERE {some}" if documents or request.document else ""
        return f"{begin}\nWITH DISTINCT {', '.join(['p', *of_themes])}{kept}"
    if documents:
        return f"MATCH (p:Plan) WHERE {some}"
    if request.document is None and request.parameters.get("theme"):
        return _TOUCHED
    return fragments.plans(request.document)


def _holds(compiler: Compiler, request: Request, condition: Resolved) -> str:
    verdict = compiler.verdict(condition, "p")
    return f"coalesce({verdict}, true)" if request.may_hold(condition) else verdict


def _touches(compiler: Compiler, request: Request) -> str:
    """Return whether a plan touches all themes, and the marks that are unknown for any of them."""
    themes = request.themes
    if not themes:
        return "WITH *, true AS touching, [] AS marks"
    held = [f"coalesce({compiler.verdict(_without_doubt(each), 'p')}, false)" for each in themes]
    unknown = [
        f"[mark IN coalesce(p.unknown_marks, []) WHERE mark IN names_{n}]"
        if isinstance(each, Test) and not each.terms
        else "[]"
        for n, each in enumerate(themes)
    ]
    return f"""\
WITH *, [{", ".join(held)}] AS held, [{", ".join(unknown)}] AS open
WITH *, all(each IN held WHERE each) AS touching,
     CASE WHEN all(n IN range(0, size(held) - 1) WHERE held[n] OR size(open[n]) > 0)
          THEN [mark IN coalesce(p.unknown_marks, []) WHERE any(each IN open WHERE mark IN each)]
          ELSE [] END AS marks
WHERE touching OR size(marks) > 0"""


def _without_doubt(condition: Resolved) -> Resolved:
    """Return a condition on a theme that an unknown mark does not fulfil; marks are read apart."""
    if not isinstance(condition, Test):
        return condition
    return condition._replace(field=condition.field._replace(doubt=None))


def _has_values(condition: Resolved) -> TypeGuard[Test]:
    return isinstance(condition, Test) and bool(condition.values)


def _nth(piece: str, n: int, request: Request) -> str:
    """Return a piece for the n-th theme, with variables of its own."""
    return (
        piece.replace("$ids", f"${request.names[n]}")
        .replace("AS themes", f"AS themes_{n}")
        .replace("AS names", f"AS names_{n}")
    )


def _row(row: Row) -> PlanRow:
    return PlanRow(
        row["id"],
        row["document"],
        row["number"],
        row["title"],
        [Responsible(each["name"], each["role"]) for each in row["departments"]],
        [match for why in row["matches"] for match in _matches(why)],
    )


def _matches(why: Row) -> list[Match]:
    evidence = proof(why["evidence"])
    if why.get("terms"):
        evidence = plan_filters.term_evidence(evidence, why["terms"])
    if "facts" not in why:
        certainty = why.get("certainty", "stated")
        return [plan_filters.matched(why["what"], why["basis"], evidence, certainty)]
    kind, word = why["kind"], why["word"]
    return [
        plan_filters.matched(plan_filters.excerpt(value, word), [f"{kind}.{name}"], evidence)
        for name, value in plan_filters.texts({**why["facts"], "kind": kind})
        if word in search_form(value)
    ]
