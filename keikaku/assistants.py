"""A server of the Model Context Protocol: the questions as read-only tools for an assistant (MCP).

An assistant asks with typed parameters and gets rows with their evidence; nothing is written, and
no language model runs here. Needs the extra ``keikaku[mcp]``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypedDict

from keikaku.engines import InMemory, OnServer
from keikaku.graph.errors import KeikakuError
from keikaku.graph.language import Lang, Text
from keikaku.queries.answers import Answer, plain

if TYPE_CHECKING:
    from mcp.server import MCPServer

    from keikaku.graph.network import Graph
    from keikaku.open_graph import OpenGraph

_MISSING = Text(
    'MCP の部品が入っていません。pip install "keikaku[mcp]" で追加してください。',
    'the MCP SDK is not installed; run pip install "keikaku[mcp]".',
)
_NO_NODE = Text(
    "id「{id}」の節点はありません。ほかの答えの行にある id を指定してください。",
    "there is no node '{id}'; give the id of a row of another answer.",
)
_ABOUT = (
    "Questions to a city's published plan (行政計画) as a graph: plans, departments, targets, "
    "themes, laws, and how they depend on each other. Rows carry evidence: the document, the line, "
    "a quote and how sure the reading is. What the source leaves open is listed as unknown, never "
    "guessed; say so when you answer. Names are taken as people type them; an unknown name gets "
    "the nearest ones."
)
_RELATIONS = """\
MATCH (n:Keikaku {id: $id})
OPTIONAL MATCH (n)-[r]-(o:Keikaku)
RETURN n.evidence AS own, n.label AS label, type(r) AS relation, startNode(r) = n AS forward,
       o.id AS id, o.label AS other, r.evidence AS evidence
ORDER BY relation, forward, id"""


class ToolAnswer(TypedDict):
    """An answer as an assistant gets it."""

    question: str
    parameters: dict[str, Any]
    graph: str
    rows: list[Any]
    unknown: list[Any]
    totals: list[Any]
    notes: list[str]


def assistant_server(opened: OpenGraph, lang: Lang = "ja") -> MCPServer[Any]:
    """Return the server whose tools ask an open graph.

    Raises:
        KeikakuError: the SDK is not installed.
    """
    try:
        from mcp.server import MCPServer
        from mcp.types import ToolAnnotations
    except ImportError:
        raise KeikakuError(_MISSING) from None
    server: MCPServer[Any] = MCPServer("keikaku", instructions=_ABOUT)
    reads = ToolAnnotations(read_only_hint=True, destructive_hint=False, open_world_hint=False)

    def answer_of(question: str, **parameters: Any) -> ToolAnswer:
        stated = {name: value for name, value in parameters.items() if value not in (None, False)}
        with _readable_errors(lang):
            return _tool_answer(opened.question(question, **stated), opened.name, lang)

    @server.tool(annotations=reads)
    def find(
        *,
        kind: str = "計画",
        where: str | None = None,
        among: str | None = None,
        sort: str | None = None,
        top: int | None = None,
        by: str | None = None,
        count: bool = False,
        document: str | None = None,
    ) -> ToolAnswer:
        """Find anything by a condition such as テーマ=DX and not 所管課=収納課.

        kind: 計画, 所管課, 指標, テーマ, 法令, 行動計画 …; where and among: conditions over fields
        in Japanese or English (年度, 目標値>=90, 情報公開=無し, 市民 in 本文); sort: a field,
        - before it for descending; by: a field to count for; count: totals only.
        """
        return answer_of(
            "find", kind=kind, where=where, among=among, sort=sort, top=top, by=by, count=count,
            document=document,
        )  # fmt: skip

    @server.tool(annotations=reads)
    def plan(number: str, document: str | None = None) -> ToolAnswer:
        """Return one plan whole by its number (2-2-5) or a part of its title."""
        return answer_of("plan", number=number, document=document)

    @server.tool(annotations=reads)
    def department(name: str, document: str | None = None) -> ToolAnswer:
        """Return what a department is responsible for, and which plans name it."""
        return answer_of("departments", department=name, document=document)

    @server.tool(annotations=reads)
    def impact(node: str, depth: int | None = None, document: str | None = None) -> ToolAnswer:
        """Return what is affected if a plan, department, guideline or theme changes, with paths."""
        return answer_of("impact", node=node, depth=depth, document=document)

    @server.tool(annotations=reads)
    def dependencies(
        node: str | None = None, depth: int | None = None, document: str | None = None
    ) -> ToolAnswer:
        """Return what a plan, or another thing, rests on, with the words that state it."""
        return answer_of("dependencies", node=node, depth=depth, document=document)

    @server.tool(annotations=reads)
    def workload(
        department: str | None = None, by: str | None = None, document: str | None = None
    ) -> ToolAnswer:
        """Return how much each department is responsible for; by="year" for each fiscal year."""
        return answer_of("workload", department=department, by=by, document=document)

    @server.tool(annotations=reads)
    def explain(id: str) -> ToolAnswer:  # noqa: A002 - as rows call it
        """Return where the facts of one row (by its id) come from: its evidence, its relations'."""
        with _readable_errors(lang):
            rows = explained(opened, id)
        return ToolAnswer(
            question="explain", parameters={"id": id}, graph=opened.name, rows=rows, unknown=[],
            totals=[], notes=[],
        )  # fmt: skip

    return server


@contextmanager
def _readable_errors(lang: Lang) -> Iterator[None]:
    """Turn an error of keikaku into the message that a person would get."""
    from mcp.server.mcpserver.exceptions import ToolError

    try:
        yield
    except KeikakuError as error:
        raise ToolError(error.message(lang)) from error


def _tool_answer(answer: Answer[Any], graph: str, lang: Lang) -> ToolAnswer:
    return ToolAnswer(
        question=answer.question,
        parameters=plain(answer.parameters),
        graph=graph,
        rows=plain(answer.rows),
        unknown=plain(answer.unknown or []),
        totals=plain(answer.totals or []),
        notes=[note.of(lang) for note in answer.notes],
    )


def explained(opened: OpenGraph, node: str) -> list[dict[str, Any]]:
    """Return the evidence of a node, then that of each of its relations.

    Raises:
        KeikakuError: there is no such node, or the server fails.
    """
    engine = opened.engine
    evidence_rows = _on_server(engine, node) if isinstance(engine, OnServer) else None
    if isinstance(engine, InMemory) and node in engine.graph:
        evidence_rows = _in_memory(engine.graph, node)
    if not evidence_rows:
        raise KeikakuError(_NO_NODE.format(id=node))
    return evidence_rows


def _tie(facts: dict[str, Any], other: str, name: str, *, forward: bool) -> dict[str, Any]:
    return {
        "relation": facts["type"],
        "forward": forward,
        "id": other,
        "name": name,
        "evidence": facts["evidence"],
    }


def _itself(node: str, label: str, evidence: list[Any]) -> dict[str, Any]:
    return {"relation": None, "forward": None, "id": node, "name": label, "evidence": evidence}


def _in_memory(graph: Graph, node: str) -> list[dict[str, Any]]:
    own = graph.nodes[node]
    ties = [
        _tie(f, end, graph.nodes[end]["label"], forward=True)
        for _, end, f in graph.out_edges(node, data=True)
    ]
    ties += [
        _tie(f, start, graph.nodes[start]["label"], forward=False)
        for start, _, f in graph.in_edges(node, data=True)
    ]
    ties.sort(key=lambda row: (row["relation"], row["forward"], row["id"]))
    return [_itself(node, own["label"], own["evidence"]), *ties]


def _on_server(engine: OnServer, node: str) -> list[dict[str, Any]]:
    rows = engine.server.read(_RELATIONS, id=node)
    if not rows:
        return []
    ties = [
        _tie(
            {"type": row["relation"], "evidence": json.loads(row["evidence"] or "[]")},
            row["id"],
            row["other"],
            forward=row["forward"],
        )
        for row in rows
        if row["relation"]
    ]
    return [_itself(node, rows[0]["label"], json.loads(rows[0]["own"] or "[]")), *ties]
