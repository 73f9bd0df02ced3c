"""``find`` in Cypher: the server evaluates the condition and the columns."""

from __future__ import annotations

from typing import Any

from keikaku.graph.store.kept import kept
from keikaku.graph.store.server import Row
from keikaku.queries.answers import Answer
from keikaku.queries.cypher import fragments
from keikaku.queries.cypher.directory import Directory
from keikaku.queries.cypher.fragments import FIRST_DOCUMENT
from keikaku.queries.cypher.statements import Statement, proof
from keikaku.queries.expressions.compile import Compiler
from keikaku.queries.expressions.fields import to_plans
from keikaku.queries.expressions.kinds_to_find import FINDABLE, FINDING
from keikaku.queries.expressions.patterns import pattern
from keikaku.queries.find.assemble import assembled
from keikaku.queries.find.condition_cypher import in_cypher, read_from_row
from keikaku.queries.find.request import Request, read_request
from keikaku.queries.find.rows import FoundNode

_ALL = "MATCH (n:{kind})\nWITH n"
_OF_DOCUMENT = "MATCH (n:{kind}) WHERE n.document = $document\nWITH n"
# From the nodes of the document, by their index, to themselves and to the nodes that it shares.
_SHARED = """\
MATCH (o:Keikaku) WHERE o.document = $document
WITH collect(o) AS own
UNWIND own AS o
MATCH (o)-[*0..1]-(n:{kind})
WITH DISTINCT n"""
_FINDINGS = f"""\
{FIRST_DOCUMENT}
MATCH (n:Finding)
WHERE n.seen_in IN CASE first WHEN $document THEN [$document, ''] ELSE [$document] END
WITH n"""
_STATEMENT = """\
{scope} WHERE {among}
WITH n, {verdict} AS verdict
WITH count(*) AS all, collect(CASE WHEN verdict IS NULL OR verdict
                              THEN {{n: n, verdict: verdict}} END) AS kept
UNWIND CASE WHEN size(kept) = 0 THEN [null] ELSE kept END AS each
WITH all, each.n AS n, each.verdict AS verdict
RETURN all, {at} AS at, n.id AS id, {document} AS document, {number} AS number,
       {called} AS name, {evidence} AS evidence, verdict, {plan} AS plans, {columns} AS columns,
       {sides} AS sides, {measures} AS measures, {proofs} AS proofs"""


def build_statement(directory: Directory, **parameters: Any) -> Statement:
    """Return the statement; see :func:`keikaku.queries.find.answer` for the parameters."""
    request = read_request(directory, **parameters)
    compiler = Compiler(request.kind, directory.prose, request.document)
    scope = _ALL
    finding = request.kind == FINDING
    if request.document is not None and finding:
        scope = _FINDINGS
    elif request.document is not None:
        scope = _SHARED if FINDABLE[request.kind].shared else _OF_DOCUMENT
    plans = "[]"
    if request.is_part:
        plans = pattern("n", to_plans(request.kind), "p", "[p.id, p.number, p.title]")
    statement = _STATEMENT.format(
        scope=scope.format(kind=request.kind),
        among=compiler.verdict(request.among),
        verdict=compiler.verdict(request.condition),
        number="null" if request.kind == "SdgTarget" else "n.number",
        called="n.message" if finding else fragments.called("n", request.kind),
        at=f"coalesce(n.line, {fragments.LAST})" if finding else "n.at",
        document="CASE n.seen_in WHEN '' THEN null ELSE n.seen_in END" if finding else "n.document",
        evidence="n.row" if finding else "n.evidence",
        plan=plans,
        columns=f"[{', '.join(compiler.column(field) for field in request.columns)}]",
        sides=f"[{', '.join(compiler.verdict(side.condition) for side in request.sides)}]",
        measures=f"[{', '.join(f'n.{fact}' for fact in request.measured)}]",
        proofs=in_cypher(compiler, request.tests_of_relations),
    )
    values = {**compiler.values, "document": request.document}
    return Statement(statement, values, request.parameters, (), request)


def answer(rows: list[Row], statement: Statement) -> Answer[Any]:
    """Return the typed rows."""
    request: Request = statement.request
    nodes = [_node_found(row, request) for row in rows if row["id"] is not None]
    return assembled(request, nodes, rows[0]["all"] if rows else 0)


def _node_found(row: Row, request: Request) -> FoundNode:
    plan = min(row["plans"], default=(None, None, None))
    keys = [field.key for field in request.columns]
    node, evidence = row["id"], []
    if request.kind == FINDING:
        finding = kept(row["evidence"], "row")
        node, evidence = finding["node"] or "", finding["evidence"]
    elif not FINDABLE[request.kind].shared:
        evidence = proof(row["evidence"])
    return FoundNode(
        node,
        row["document"],
        row["number"],
        row["name"],
        plan[1],
        plan[2],
        row["verdict"],
        {key: _once(values) for key, values in zip(keys, row["columns"], strict=True)},
        row["sides"],
        evidence,
        row["at"],
        {
            fact: kept(text, fact)
            for fact, text in zip(request.measured, row["measures"], strict=True)
            if text
        },
        read_from_row(
            ([proof(text) for text in texts] for texts in row["proofs"]),
            request.tests_of_relations,
        ),
    )


def _once(values: list[Any]) -> list[Any]:
    kept: list[Any] = []
    for value in values:
        if value not in kept:
            kept.append(value)
    return kept
