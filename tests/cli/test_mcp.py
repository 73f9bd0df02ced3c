"""The MCP server, asked by the client of the SDK itself."""

from __future__ import annotations

from typing import Any

import pytest

import keikaku

anyio = pytest.importorskip("anyio")
pytest.importorskip("mcp")


def call_tools(*calls: tuple[str, dict[str, Any]]) -> list[Any]:
    """The results of tools, and first the names of all."""
    from mcp import Client

    from keikaku.assistants import assistant_server

    async def run() -> list[Any]:
        with keikaku.open() as opened:
            async with Client(assistant_server(opened)) as client:
                listed = (await client.list_tools()).tools
                return [listed] + [
                    await client.call_tool(name, parameters) for name, parameters in calls
                ]

    results: list[Any] = anyio.run(run)
    return results


def test_every_tool_only_reads_and_says_what_it_gives() -> None:
    (tools,) = call_tools()
    assert {tool.name for tool in tools} == {
        *("find", "plan", "department", "impact", "dependencies", "workload", "explain"),
    }
    assert all(tool.annotations.read_only_hint for tool in tools)
    assert all("rows" in tool.output_schema["properties"] for tool in tools)


def test_an_assistant_finds_and_asks_where_it_comes_from() -> None:
    _, plans, explained = call_tools(
        ("find", {"where": "テーマ=AI and テーマ=RPA"}),
        ("explain", {"id": "koriyama-2022/plan/1-2-2"}),
    )
    rows = plans.structured_content["rows"]
    assert [row["number"] for row in rows] == ["1-2-2", "1-3-3"]
    assert all(row["evidence"] for row in rows)
    first, *ties = explained.structured_content["rows"]
    assert first["evidence"][0]["quote"]
    assert {"RESPONSIBLE_FOR", "TOUCHES"} <= {row["relation"] for row in ties}


def test_each_question_answers_by_the_words_that_people_type() -> None:
    _, *answers = call_tools(
        ("plan", {"number": "2-2-5"}),
        ("department", {"name": "収納課"}),
        ("impact", {"node": "収納課", "depth": 1}),
        ("dependencies", {"node": "1-1-1"}),
        ("workload", {"department": "収納課"}),
    )
    assert all(answer.structured_content["rows"] for answer in answers)
    assert not any(answer.is_error for answer in answers)


def test_an_unknown_name_is_an_error_that_offers_names() -> None:
    _, answer = call_tools(("find", {"where": "所管課=収能課"}))
    assert answer.is_error
    assert "収納課" in str(answer.content)
