"""``plans`` in Cypher: each filter is a subquery that returns why a plan matches."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from keikaku.graph.folding import search_form
from keikaku.graph.language import Text
from keikaku.graph.store.server import Row
from keikaku.queries import names, plan_filters
from keikaku.queries.answers import Answer, drop_none, each_of, one_or_all
from keikaku.queries.asked_years import checked_year, outside
from keikaku.queries.cypher import fragments
from keikaku.queries.cypher.directory import Directory, document_meant, facts_of, find_nodes
from keikaku.queries.cypher.statements import Statement, proof
from keikaku.queries.graph_walks import HEADINGS
from keikaku.queries.plan_filters import Match
from keikaku.queries.plans.answer import NO_PROSE, PlanRow, Responsible, UnknownRow, counted
from keikaku.queries.plans.declaration import QUESTION
from keikaku.queries.plans.fact_filters import (
    categories_meant,
    checked_direction,
    headings_meant,
)
from keikaku.queries.plans.filters import FILTERS, LINKED
from keikaku.queries.plans.reasons import TOUCHING, WHY, WHY_COUNTED

_FROM = {
    **{
        name: f"""\
MATCH (x:{linked})<-[:{relation}]-(p:Plan) USING INDEX x:{linked}(id) WHERE x.id IN ${name}"""
        for name, (relation, linked) in LINKED.items()
    },
    "department": """\
MATCH (x:Department)-[:RESPONSIBLE_FOR]->(y)
USING INDEX x:Department(id) WHERE x.id IN $department
MATCH (p:Plan)-[:HAS_PART*0..1]->(y)""",
    "initiative": """\
MATCH (x:Initiative)-[:HAS_PART*1..]->(p:Plan)
USING INDEX x:Initiative(id) WHERE x.id IN $initiative""",
    "goal": """\
MATCH (x:Goal)-[:HAS_PART*1..]->(p:Plan)
USING INDEX x:Goal(id) WHERE x.id IN $goal""",
    "sdg": """\
MATCH (x:SdgTarget)<-[:CONTRIBUTES_TO]-(p:Plan)
USING INDEX x:SdgTarget(id) WHERE x.id IN $sdg""",
}
"""Where to begin, the narrowest first, so that an index finds the first nodes.

The index is named: with few departments, a server would otherwise read all of them.
"""

_WITHIN = ("department", "initiative", "goal")
"""Where to begin within a document too: what stands in it, or in few. From a law, plans of all
documents would be reached."""

_TOUCHED = """\
CALL (themes, theme_names) {
  MATCH (x:Theme)<-[:TOUCHES]-(p:Plan) WHERE x.id IN themes RETURN p
  UNION
  MATCH (p:Plan) WHERE any(mark IN p.unknown_marks WHERE mark IN theme_names) RETURN p
}"""
"""Where to begin in all documents where only a theme is asked about: plans that may touch it."""

_THEMES = {
    True: """\
CALL () {
  MATCH (x:Theme)-[:PART_OF*0..]->(root:Theme) WHERE root.id IN $theme
  RETURN collect(DISTINCT x.id) AS themes, collect(DISTINCT x.name) AS theme_names
}""",
    False: """\
CALL () {
  MATCH (x:Theme) RETURN collect(x.id) AS themes, collect(x.name) AS theme_names
}""",
}
"""The themes meant with all that are part of them, or all themes."""

_OF_ONE = re.compile(
    r"\b(?:themes|theme_names|marks|own|of_components|why_\w+)\b|\$(?!basis\b|certain\b|document\b)\w+"
)
"""What a piece calls after the parameter that it asks for: its variables, and its value."""

_SURELY = "any(each IN {why} WHERE each.certainty = 'stated')"
"""Whether a plan surely runs in a year that was asked about."""

_ROW = """\
RETURN p.id AS id, p.document AS document, coalesce(p.number, '') AS number, p.title AS title,
       departments, {why} AS matches, {touching} AS touching, {marks} AS marks,
       {surely} AS surely
ORDER BY {order}"""

_COUNT = """\
WITH p, {touching} AS touching, {surely} AS surely, size({marks}) > 0 AS marked
RETURN p.document AS document, sum(CASE WHEN touching THEN 1 ELSE 0 END) AS rows,
       sum(CASE WHEN touching AND surely THEN 1 ELSE 0 END) AS surely,
       sum(CASE WHEN marked THEN 1 ELSE 0 END) AS unknown ORDER BY document"""
_COUNT_BY_THEME = """\
{themes}
CALL (themes, theme_names) {{
  MATCH (x:Theme)<-[r:TOUCHES]-(p:Plan) WHERE {touching}
  WITH DISTINCT p RETURN p.document AS document, 1 AS row, 0 AS marked
  UNION ALL
  MATCH (p:Plan) WHERE p.unknown_marks IS NOT NULL AND $theme_terms IS NULL
        AND any(mark IN p.unknown_marks WHERE mark IN theme_names)
  RETURN p.document AS document, 0 AS row, 1 AS marked
}}
RETURN document, sum(row) AS rows, sum(row) AS surely, sum(marked) AS unknown ORDER BY document"""
"""How many plans of each document touch one theme, in all documents: each relation is read once,
from the theme, not plan by plan."""
_PROOF = re.compile(r"\b[prx]\.evidence\b|\bproperties\(x\)")
"""What a row shows of why it matches; it is not read where rows are counted."""


def build_statement(directory: Directory, **parameters: Any) -> Statement:
    """Return the statement; see :func:`keikaku.queries.plans.answer` for the parameters."""
    wanted = {name: each_of(value) for name, value in parameters.items() if each_of(value)}
    basis = plan_filters.checked_basis(parameters.get("basis"))
    within = document_meant(directory, parameters.get("document"))
    certain = bool(parameters.get("certain"))
    values: dict[str, Any] = {"document": within, "basis": basis}
    if "year" in wanted:
        values["certain"] = certain
    understood: dict[str, Any] = {}
    parameters_in_order = {name: wanted[name] for name in ("theme", *FILTERS) if name in wanted}
    for name, typed in parameters_in_order.items():
        conditions = [_understood_value(directory, name, each, within) for each in typed]
        understood[name] = one_or_all([understood for _, understood in conditions])
        values |= {_nth(name, place): value for place, (value, _) in enumerate(conditions)}
    themes = directory.of("Theme") if "theme" in wanted else None
    typed_themes = parameters_in_order.get("theme", [None] if basis is not None else [])
    for place, typed in enumerate(typed_themes):
        values[_nth("theme_terms", place)] = themes and plan_filters.theme_terms(themes, typed)
    notes = _notes(directory, wanted)
    if "year" in wanted:
        notes += tuple(outside(each_of(understood["year"]), directory.periods(within)))
    understood = drop_none(**understood, basis=basis, certain=certain or None, document=within)
    counts = {name: len(typed) for name, typed in parameters_in_order.items()}
    return Statement(_statement(counts, basis, within), values, understood, notes, (counts, basis))


def _notes(directory: Directory, wanted: Mapping[str, list[Any]]) -> tuple[Text, ...]:
    """Return the notes on the rows; see :func:`keikaku.queries.plans.answer`."""
    themes = directory.of("Theme") if "theme" in wanted else None
    notes = [themes and plan_filters.word_note(themes, typed) for typed in wanted.get("theme", ())]
    prose = () if "text" not in wanted or directory.prose() else (NO_PROSE,)
    return (*(note for note in notes if note), *prose)


def _understood_value(
    directory: Directory, name: str, typed: Any, within: str | None
) -> tuple[Any, Any]:
    """Return a value as the statement takes it, and as it was understood."""
    if name in _LOOKUPS:
        return _LOOKUPS[name](directory, typed, within)
    parameter = QUESTION.parameter(name)
    kind = str(parameter and parameter.kind)
    return find_nodes(directory, kind, typed, within)


def _year(directory: Directory, typed: Any, within: str | None) -> tuple[Any, Any]:
    year = checked_year(typed, directory.periods(within))
    return year, year


def _word(_directory: Directory, typed: Any, _within: str | None) -> tuple[Any, Any]:
    word = plan_filters.checked_word(typed)
    return search_form(word), word


def _category(directory: Directory, typed: Any, _within: str | None) -> tuple[Any, Any]:
    categories = categories_meant(directory.categories(), typed)
    return categories, "、".join(categories)


def _direction(_directory: Directory, typed: Any, _within: str | None) -> tuple[Any, Any]:
    return checked_direction(typed), checked_direction(typed)


def _theme(directory: Directory, typed: Any, _within: str | None) -> tuple[Any, Any]:
    themes = directory.of("Theme")
    return find_nodes(directory, "Theme", typed)[0], plan_filters.theme_text(themes, typed)


def answer(rows: list[Row], statement: Statement) -> Answer[PlanRow]:
    """Return the typed rows; plans whose mark is unknown apart."""
    by_theme = not {"theme", "basis"}.isdisjoint(statement.understood)
    unknown = None
    if by_theme:
        unknown = [
            UnknownRow(row["id"], row["document"], row["number"], row["title"], row["marks"])
            for row in rows
            if row["marks"] and statement.values["basis"] != "text"
        ]
    rows_of_plans = [_row(row) for row in rows if row["touching"]]
    surely = (row["surely"] for row in rows if row["touching"])
    totals = counted(surely, each_of(statement.understood.get("year")))
    return Answer(
        "plans", statement.understood, rows_of_plans, unknown, totals, notes=list(statement.notes)
    )


def counting(whole: Statement) -> str:
    """Return the statement that counts the rows of a statement by document."""
    counts, basis = whole.request
    if counts == {"theme": 1} and whole.values["document"] is None:
        return _COUNT_BY_THEME.format(themes=_THEMES[True], touching=TOUCHING)
    statement = _statement(counts, basis, whole.values["document"], _COUNT)
    return _PROOF.sub("null", statement)


def within_documents(whole: Statement) -> Statement:
    """Return a statement that asks the same of some documents: its parameter ``documents``."""
    counts, basis = whole.request
    statement = _statement(counts, basis, whole.values["document"], documents=True)
    return whole._replace(statement=statement)


def _statement(
    counts: Mapping[str, int],
    basis: str | None,
    within: str | None,
    end: str | None = None,
    *,
    documents: bool = False,
) -> str:
    """Return the statement that asks for so many values of each parameter.

    ``end`` is what it returns instead of rows; with ``documents`` it is asked of some.
    """
    why_of = WHY if end is None else WHY_COUNTED
    themes = range(counts.get("theme", int(basis is not None)))
    of_themes = [_nth(name, place) for place in themes for name in ("themes", "theme_names")]
    narrow = [name for name in _FROM if name in counts and (within is None or name in _WITHIN)]
    begin = _FROM[narrow[0]] if narrow else None
    if begin is None:
        begin = _TOUCHED if within is None and "theme" in counts else fragments.plans(within)
    else:
        begin += f" WITH DISTINCT {', '.join(['p', *of_themes])}" + (
            " WHERE p.document = $document" if within else ""
        )
    pieces = [_of_nth(_THEMES["theme" in counts], place) for place in themes]
    if documents and begin in {fragments.plans(None), _TOUCHED}:
        begin = "MATCH (p:Plan) WHERE p.document IN $documents"
    elif documents:
        begin += "\nWITH * WHERE p.document IN $documents"
    pieces += [begin, *(_of_nth(why_of["theme"], place) for place in themes)]
    whys = [_nth("why_theme", place) for place in themes]
    years = [_nth("why_year", place) for place in range(counts.get("year", 0))]
    touching = " AND ".join(f"size({why}) > 0" for why in whys)
    for name in FILTERS:
        for place in range(counts.get(name, 0)):
            why = _nth(f"why_{name}", place)
            pieces += [_of_nth(why_of[name], place), f"WITH * WHERE size({why}) > 0"]
            whys.append(why)
    row = (_ROW if end is None else end).format(
        why=" + ".join(whys) or "[]",
        touching=touching or "true",
        surely=" AND ".join(_SURELY.format(why=why) for why in years) or "true",
        marks=_marks([_nth("marks", place) for place in themes]),
        order=fragments.PLAN_ORDER,
    )
    held = [fragments.responsible(evidence=False)] if end is None else []
    return "\n".join([*pieces, *held, row])


def _marks(of_themes: list[str]) -> str:
    """Return the marks that are unknown for any of the themes, in the order of the page."""
    if len(of_themes) < 2:
        return of_themes[0] if of_themes else "[]"
    return f"[mark IN coalesce(p.unknown_marks, []) WHERE mark IN {' + '.join(of_themes)}]"


def _nth(name: str, place: int) -> str:
    """Return what a parameter, or a variable of its piece, is called for its n-th value."""
    return name if place == 0 else f"{name}_{place + 1}"


def _of_nth(piece: str, place: int) -> str:
    """Return a piece for the n-th value of its parameter, with variables of its own."""
    return _OF_ONE.sub(lambda nodes: _nth(nodes[0], place), piece)


def _headings(directory: Directory, typed: str, within: str | None) -> tuple[list[str], str]:
    """Return the headings of whatever level that are meant, and how people call them."""
    known = [each for kind in HEADINGS for each in directory.names_of_kind(kind, within)]
    graphs = [directory.of(kind, within) for kind in HEADINGS]
    facts = {node: known_facts for graph in graphs for node, known_facts in graph.nodes(data=True)}
    ids, word = headings_meant(known, facts, typed)
    if word:
        return ids, word
    titles = [
        plan_filters.names_text(next(graph for graph in graphs if node in graph), [node])
        for node in ids
    ]
    return ids, "、".join(names.unique(titles))


def _targets(directory: Directory, typed: str, _within: str | None) -> tuple[list[str], str]:
    """Return a target (11.3), or all targets of a goal (11)."""
    code = names.fold(typed).removeprefix("sdgs").removeprefix("sdg")
    there = facts_of(directory, "SdgTarget")
    of_goal = [node for node, facts in there if facts["code"].partition(".")[0] == code]
    return of_goal or find_nodes(directory, "SdgTarget", code)[0], code


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


_LOOKUPS: Mapping[str, Callable[[Directory, Any, str | None], tuple[Any, Any]]] = {
    "sdg": _targets,
    "year": _year,
    "text": _word,
    "category": _category,
    "direction": _direction,
    "level": _headings,
    "theme": _theme,
}
"""How the values of parameters are understood that name no node of one kind."""
