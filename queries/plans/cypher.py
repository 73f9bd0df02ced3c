"""``plans`` in Cypher: each thing asked is a subquery that tells why a plan matches."""

from __future__ import annotations

from typing import Any

from keikaku.graph.language import Text
from keikaku.graph.store.server import Row
from keikaku.queries import names, plan_filters
from keikaku.queries.answers import Answer, drop_none
from keikaku.queries.cypher import fragments
from keikaku.queries.cypher.directory import Directory, document_meant, facts_of, find_nodes
from keikaku.queries.cypher.statements import Statement, proof
from keikaku.queries.plan_filters import Match
from keikaku.queries.plans.answer import NO_PROSE, PlanRow, Responsible, UnknownRow

_KIND = fragments.kind("x")
_WHY = {
    "theme": """\
CALL (p, themes) {
  MATCH (p)-[r:TOUCHES]->(x:Theme) WHERE x.id IN themes AND ($basis IS NULL OR $basis IN r.basis)
  WITH x, r ORDER BY r.at
  RETURN collect({what: x.name, basis: r.basis, evidence: r.evidence}) AS why_theme
}
WITH *, [mark IN coalesce(p.unknown_marks, []) WHERE mark IN theme_names] AS marks
WHERE size(why_theme) > 0 OR size(marks) > 0""",
    "goal": """\
CALL (p) {
  OPTIONAL MATCH (i:Initiative)-[r:HAS_PART]->(p) WITH i ORDER BY r.at LIMIT 1
  OPTIONAL MATCH (x:Goal)-[r:HAS_PART]->(i) WITH x ORDER BY r.at LIMIT 1
  WITH x WHERE x.id IN $goal
  RETURN collect({what: x.number + ' ' + x.title, basis: ['Goal'], evidence: x.evidence})
         AS why_goal
}""",
    "initiative": """\
CALL (p) {
  OPTIONAL MATCH (x:Initiative)-[r:HAS_PART]->(p) WITH x ORDER BY r.at LIMIT 1
  WITH x WHERE x.id IN $initiative
  RETURN collect({what: x.number + ' ' + x.title, basis: ['Initiative'], evidence: x.evidence})
         AS why_initiative
}""",
    "department": f"""\
CALL (p) {{
  MATCH (x:Department)-[r:RESPONSIBLE_FOR]->(p) WHERE x.id IN $department
  WITH x, r ORDER BY {fragments.ROLE}, coalesce(r.order, {fragments.LAST}), x.id
  RETURN collect({{what: x.name, basis: [r.role], evidence: r.evidence}}) AS own
}}
CALL (p) {{
  MATCH (p)-[h:HAS_PART]->(c:Component)<-[r:RESPONSIBLE_FOR]-(x:Department)
  WHERE x.id IN $department
  WITH x, r, c ORDER BY coalesce(h.order, {fragments.LAST}), c.id,
       {fragments.ROLE}, coalesce(r.order, {fragments.LAST}), x.id
  RETURN collect({{what: x.name + '（' + c.title + '）', basis: [r.role], evidence: r.evidence}})
         AS of_components
}}
WITH *, own + of_components AS why_department""",
    "guideline": """\
CALL (p) {
  MATCH (p)-[r:GROUNDED_IN]->(x:Guideline) WHERE x.id IN $guideline
  WITH x, r ORDER BY r.at
  RETURN collect({what: x.name, basis: ['GROUNDED_IN'], evidence: r.evidence}) AS why_guideline
}""",
    "sdg": """\
CALL (p) {
  MATCH (p)-[r:CONTRIBUTES_TO]->(x:SdgTarget) WHERE x.id IN $sdg
  WITH x, r ORDER BY r.at
  RETURN collect({what: x.code, basis: ['CONTRIBUTES_TO'], evidence: r.evidence}) AS why_sdg
}""",
    "year": f"""\
CALL (p) {{
  {fragments.PARTS}
  WHERE x.first_year <= $year <= coalesce(x.last_year, x.first_year)
  WITH x ORDER BY place
  RETURN collect({{what: CASE WHEN x.text <> '' THEN x.text ELSE x.title END,
                  basis: [{_KIND}], evidence: x.evidence}}) AS why_year
}}""",
    "text": f"""\
CALL (p) {{
  CALL (p) {{
    RETURN p AS x, [] AS place
    UNION ALL
    {fragments.PARTS}
    RETURN x, place
    UNION ALL
    MATCH path = (p)-[:HAS_PART*0..1]->(holder)-[r:MEASURED_BY]->(x)
    RETURN x, [i IN range(1, length(path) - 1) | [
       1, coalesce(relationships(path)[i - 1].order, {fragments.LAST}), nodes(path)[i].id]]
       + [[4, r.at, '']] AS place
  }}
  WITH x, place WHERE any(words IN x.search WHERE words CONTAINS $text)
  WITH x ORDER BY place
  RETURN collect({{kind: {_KIND}, facts: properties(x), evidence: x.evidence}}) AS why_text
}}""",
}
"""Why a plan ``p`` matches: a list ``why_…``, empty where it does not."""

_FROM = {
    "guideline": """\
MATCH (x:Guideline)<-[:GROUNDED_IN]-(p:Plan) WHERE x.id IN $guideline""",
    "department": """\
MATCH (x:Department)-[:RESPONSIBLE_FOR]->(y) WHERE x.id IN $department
MATCH (p:Plan)-[:HAS_PART*0..1]->(y)""",
    "initiative": """\
MATCH (x:Initiative)-[:HAS_PART]->(p:Plan) WHERE x.id IN $initiative""",
    "goal": """\
MATCH (x:Goal)-[:HAS_PART]->(:Initiative)-[:HAS_PART]->(p:Plan) WHERE x.id IN $goal""",
    "sdg": """\
MATCH (x:SdgTarget)<-[:CONTRIBUTES_TO]-(p:Plan) WHERE x.id IN $sdg""",
}
"""Where to begin, the narrowest first, so that an index finds the first nodes."""

_THEMES = {
    True: """\
MATCH (x:Theme)-[:PART_OF*0..]->(root:Theme) WHERE root.id IN $theme
WITH collect(DISTINCT x.id) AS themes, collect(DISTINCT x.name) AS theme_names""",
    False: """\
MATCH (x:Theme) WITH collect(x.id) AS themes, collect(x.name) AS theme_names""",
}
"""The themes meant with all that are part of them, or all themes."""

_ORDER = ("goal", "initiative", "department", "guideline", "sdg", "year", "text")
_ROW = """\
RETURN p.document AS document, p.number AS number, p.title AS title, departments,
       {why} AS matches, {theme} AS themes, {marks} AS marks
ORDER BY {order}"""


def build_statement(directory: Directory, **parameters: Any) -> Statement:
    """Return the statement; see :func:`keikaku.queries.plans.answer` for the parameters."""
    wanted = drop_none(**parameters)
    basis = plan_filters.checked_basis(wanted.get("basis"))
    within = document_meant(directory, wanted.get("document"))
    values: dict[str, Any] = {"document": within, "basis": basis}
    understood: dict[str, Any] = {}
    if "theme" in wanted:
        values["theme"], understood["theme"] = find_nodes(directory, "Theme", wanted["theme"])
    for name in ("goal", "initiative", "department", "guideline"):
        if name in wanted:
            kind = name.capitalize()
            values[name], understood[name] = find_nodes(directory, kind, wanted[name], within)
    notes: tuple[Text, ...] = ()
    if "sdg" in wanted:
        values["sdg"], understood["sdg"] = _targets(directory, wanted["sdg"])
    if "year" in wanted:
        values["year"] = understood["year"] = plan_filters.checked_year(wanted["year"])
    if "text" in wanted:
        understood["text"] = plan_filters.checked_word(wanted["text"])
        values["text"] = plan_filters.plain_case(understood["text"])
        notes = () if directory.prose() else (NO_PROSE,)
    understood = drop_none(**understood, basis=basis, document=within)
    return Statement(_statement(set(values) & set(wanted), within), values, understood, notes)


def answer(rows: list[Row], asked: Statement) -> Answer[PlanRow]:
    """Return the typed rows; plans whose mark is unknown apart."""
    by_theme = not {"theme", "basis"}.isdisjoint(asked.understood)
    word = asked.values.get("text", "")
    unknown = None
    if by_theme:
        unknown = [
            UnknownRow(row["document"], row["number"], row["title"], row["marks"])
            for row in rows
            if row["marks"] and asked.values["basis"] != "text"
        ]
    told = [_row(row, word) for row in rows if row["themes"] or not by_theme]
    return Answer("plans", asked.understood, told, unknown, notes=list(asked.notes))


def _statement(wanted: set[str], within: str | None) -> str:
    by_theme = not wanted.isdisjoint({"theme", "basis"})
    kept = "p, themes, theme_names" if by_theme else "p"
    begin = next((_FROM[name] for name in _FROM if name in wanted), None)
    if begin is None:
        begin = fragments.plans(within)
    else:
        begin += f" WITH DISTINCT {kept}" + (" WHERE p.document = $document" if within else "")
    asked = [name for name in _ORDER if name in wanted]
    pieces = [_THEMES["theme" in wanted]] if by_theme else []
    pieces += [begin, *([_WHY["theme"]] if by_theme else [])]
    for name in asked:
        pieces += [_WHY[name], f"WITH * WHERE size(why_{name}) > 0"]
    whys = [f"why_{name}" for name in (["theme"] if by_theme else []) + asked]
    row = _ROW.format(
        why=" + ".join(whys) or "[]",
        theme="size(why_theme)" if by_theme else "0",
        marks="marks" if by_theme else "[]",
        order=fragments.PLAN_ORDER,
    )
    return "\n".join([*pieces, fragments.responsible(), row])


def _targets(directory: Directory, typed: str) -> tuple[list[str], str]:
    """Return a target (11.3), or all targets of a goal (11)."""
    code = names.fold(typed).removeprefix("sdgs").removeprefix("sdg")
    there = facts_of(directory, "SdgTarget")
    of_goal = [node for node, facts in there if facts["code"].partition(".")[0] == code]
    return of_goal or find_nodes(directory, "SdgTarget", code)[0], code


def _row(row: Row, word: str) -> PlanRow:
    return PlanRow(
        row["document"],
        row["number"],
        row["title"],
        [Responsible(each["name"], each["role"]) for each in row["departments"]],
        [match for why in row["matches"] for match in _matches(why, word)],
    )


def _matches(why: Row, word: str) -> list[Match]:
    evidence = proof(why["evidence"])
    if "facts" not in why:
        return [plan_filters.matched(why["what"], why["basis"], evidence)]
    kind = why["kind"]
    return [
        plan_filters.matched(plan_filters.excerpt(value, word), [f"{kind}.{name}"], evidence)
        for name, value in plan_filters.texts({**why["facts"], "kind": kind})
        if word in plan_filters.plain_case(value)
    ]
