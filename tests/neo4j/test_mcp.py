"""The MCP server asks a Neo4j server, and answers as it does on a graph in memory."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import keikaku
from keikaku.graph import network
from keikaku.graph.store.server import Server
from keikaku.open_graph import OpenGraph
from tests.neo4j.conftest import empty
from tests.neo4j.server import Address
from tests.queries.small_graph import records

anyio = pytest.importorskip("anyio")
pytest.importorskip("mcp")

CALLS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("find", {"where": "テーマ=キャッシュレス or not 所管課数>1"}),
    ("find", {"kind": "所管課", "sort": "-計画数", "top": 1}),
    ("find", {"by": "テーマ"}),
    ("find", {"where": "所管課=無い課"}),
    ("plan", {"number": "1-1-2"}),
    ("department", {"name": "収納課"}),
    ("impact", {"node": "収納課"}),
    ("dependencies", {}),
    ("workload", {"by": "year"}),
    ("explain", {"id": "aozora-2022/plan/1-1-2"}),
    ("explain", {"id": "no such node"}),
)


def results(opened: OpenGraph) -> list[tuple[bool, Any]]:
    """Return of each call whether it failed, and its content without the name of the graph."""
    from mcp import Client

    from keikaku.assistants import assistant_server

    async def run() -> list[tuple[bool, Any]]:
        async with Client(assistant_server(opened)) as client:
            called = [await client.call_tool(name, parameters) for name, parameters in CALLS]
        contents = [each.structured_content or str(each.content) for each in called]
        return [
            (each.is_error, {**content, "graph": ""} if isinstance(content, dict) else content)
            for each, content in zip(called, contents, strict=True)
        ]

    answers: list[tuple[bool, Any]] = anyio.run(run)
    return answers


def test_an_assistant_gets_the_same_from_a_server(
    connection: Server, login: Address, tmp_path: Path
) -> None:
    graph = network.from_records(records())
    empty(connection)
    keikaku.push(graph, login.uri)
    keikaku.write(graph, tmp_path / "graph.json")
    with keikaku.open(login.uri) as on_server, keikaku.open(tmp_path / "graph.json") as in_memory:
        answers, expected = results(on_server), results(in_memory)
    assert answers == expected
    errors = [name for (name, _), (is_error, _) in zip(CALLS, answers, strict=True) if is_error]
    assert errors == ["find", "explain"]
