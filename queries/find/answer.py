"""``find``: the nodes of a kind that fulfil a condition, sorted, counted, grouped, compared (検索).

A condition is yes, no or unknown for each node (:mod:`keikaku.queries.expressions`). Nodes for
which it is unknown are not among the rows, but they are listed as ``unknown`` and counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from keikaku.queries.answers import Answer
from keikaku.queries.cypher.directory import InGraph
from keikaku.queries.cypher.fragments import LAST
from keikaku.queries.expressions.evaluate import Evaluator
from keikaku.queries.expressions.fields import kind_named, to_plans
from keikaku.queries.expressions.kinds_to_find import FINDABLE, FINDING
from keikaku.queries.find.assemble import assembled
from keikaku.queries.find.condition_evidence import read_from_graph
from keikaku.queries.find.finding_nodes import with_findings
from keikaku.queries.find.request import Request, read_request
from keikaku.queries.find.rows import (
    CompareRow,
    FindRow,
    FindTotals,
    FoundNode,
    GroupRow,
)
from keikaku.queries.graph_walks import Graph, document_of
from keikaku.queries.names import concerns
from keikaku.queries.scope import name_of


def answer(  # noqa: PLR0913 - one for each thing that can be asked
    graph: Graph,
    kind: str | None = None,
    *,
    where: str | None = None,
    among: str | None = None,
    sort: str | None = None,
    top: str | int | None = None,
    place: str | int | None = None,
    by: str | None = None,
    of: str | None = None,
    fields: str | None = None,
    compare: str | Sequence[str] | None = None,
    count: bool = False,
    share: bool = False,
    document: str | None = None,
) -> Answer[FindRow | GroupRow | CompareRow]:
    """Return the nodes of a kind for which a condition holds.

    ``where`` is a condition (:mod:`keikaku.queries.expressions.grammar`) on the ``kind``, by
    default plans; ``among`` is a condition for the whole of which a share is computed. ``sort``
    names a field, with ``-`` before it for the greatest first; ``top`` keeps that many rows, and
    all that tie with the last; ``place`` keeps the rows at one rank, where ties share a rank.
    ``by`` groups by a field (:class:`keikaku.queries.find.rows.GroupRow`), with sum, mean and
    median of the field ``of``; without ``by`` these are of all together. ``fields`` names more
    columns, separated by commas. ``compare`` puts two names side by side
    (:class:`keikaku.queries.find.rows.CompareRow`). ``count`` and ``share`` leave out the rows;
    ``totals`` always counts. ``document`` keeps one document.

    >>> import keikaku
    >>> found = answer(keikaku.read(), where="テーマ=AI and not テーマ=RPA")
    >>> all("RPA" not in row.values["theme"] for row in found)
    True

    Raises:
        KeikakuError: the condition, a field or a name cannot be understood.
    """
    if kind_named(kind or "") == FINDING:
        graph = with_findings(graph)
    request = read_request(
        InGraph(graph),
        kind=kind,
        where=where,
        among=among,
        sort=sort,
        top=top,
        place=place,
        by=by,
        of=of,
        fields=fields,
        compare=compare,
        count=count,
        share=share,
        document=document,
    )
    evaluator = Evaluator(graph, request.document)
    nodes = [
        node
        for node in graph.nodes
        if _asked_about(graph, node, request) and evaluator.verdict(node, request.among)
    ]
    return assembled(request, _nodes_found(evaluator, nodes, request), len(nodes))


def _asked_about(graph: Graph, node: str, request: Request) -> bool:
    if graph.nodes[node]["kind"] != request.kind:
        return False
    if request.kind == FINDING and request.document is not None:
        first = graph.graph["document"]["id"]
        return bool((graph.nodes[node]["seen_in"] or first) == request.document)
    return request.document is None or concerns(graph, node, request.document)


def _nodes_found(evaluator: Evaluator, nodes: list[str], request: Request) -> list[FoundNode]:
    graph = evaluator.graph
    nodes_found = []
    tests, measured = request.tests_of_relations, request.measured
    for place, node in enumerate(nodes):
        verdict = evaluator.verdict(node, request.condition)
        if verdict is False:
            continue
        facts = graph.nodes[node]
        plans = sorted(evaluator.ends(node, to_plans(request.kind))) if request.is_part else []
        plan = graph.nodes[plans[0]] if plans else {}
        is_finding = request.kind == FINDING
        nodes_found.append(
            FoundNode(
                (facts["node"] or "") if is_finding else node,
                facts["seen_in"] if is_finding else document_of(graph, node) or None,
                facts.get("number") if request.kind != "SdgTarget" else None,
                name_of(graph, node),
                plan.get("number"),
                plan.get("title"),
                verdict,
                {field.key: _plain(evaluator.values(node, field)) for field in request.columns},
                [evaluator.verdict(node, side.condition) for side in request.sides],
                [] if FINDABLE[request.kind].shared else facts["evidence"],
                (facts["line"] or LAST) if is_finding else place,
                {fact: facts[fact] for fact in measured if facts.get(fact) is not None},
                read_from_graph(evaluator, node, tests),
            )
        )
    return nodes_found


def _plain(values: list[Any]) -> list[Any]:
    return [[*each] if isinstance(each, tuple) else each for each in values]


__all__ = ["CompareRow", "FindRow", "FindTotals", "GroupRow", "answer"]
