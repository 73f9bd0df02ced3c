"""Every statement is Cypher that can be pasted, and finds its first nodes by an index."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graph import jsonfile
from graph.store.push import push
from graph.store.server import Server
from queries.cypher.directory import InGraph
from queries.cypher.statements import asked
from queries.registry import QUESTIONS
from tests.cli.running import Keikaku
from tests.neo4j.asking import cases
from tests.neo4j.conftest import empty
from tests.neo4j.server import Address
from tests.queries.small_graph import DOC, records, small_graph


@pytest.fixture(scope="module")
def filled(connection: Server) -> Server:
    from graph import network

    empty(connection)
    list(push(connection, [network.from_records(records(prose=True))]))
    return connection


def operators(plan: dict[str, Any]) -> list[str]:
    below = [name for child in plan.get("children", ()) for name in operators(child)]
    return [plan["operatorType"].partition("@")[0], *below]


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_statement_reads_all_nodes(filled: Server, question: str) -> None:
    graph = small_graph()
    directory = InGraph(graph)
    seen = set()
    for name, parameters in cases(graph, most=1):
        if name != question or not _understood(name, directory, parameters):
            continue
        made = asked(name, directory, **parameters)
        if made.statement in seen:
            continue
        seen.add(made.statement)
        profile = filled.profile(made.statement, **made.values)
        found = operators(profile)
        assert "AllNodesScan" not in found
        if "document" in parameters and name != "check":
            assert any("IndexSeek" in each for each in found)
    assert seen


def _understood(name: str, directory: InGraph, parameters: dict[str, Any]) -> bool:
    from graph.errors import KeikakuError

    try:
        asked(name, directory, **parameters)
    except KeikakuError:
        return False
    return True


@pytest.fixture
def keikaku(capsys: pytest.CaptureFixture[str]) -> Keikaku:
    return Keikaku(capsys)


@pytest.mark.usefixtures("server")
def test_a_graph_is_pushed_asked_and_pulled_at_the_command_line(
    keikaku: Keikaku, login: Address, tmp_path: Path
) -> None:
    file, back = tmp_path / "graph.json", tmp_path / "back.json"
    jsonfile.write(file, records(prose=True))
    first = keikaku("push", login.uri, str(file))
    assert (first.code, first.err) == (0, "")
    assert DOC in first.out
    assert "すでに最新です" in keikaku("push", login.uri, str(file)).out
    for question in (["plans", "--theme", "DX"], ["plan", "1-1-2"], ["workload"]):
        by_file = keikaku(*question, "--graph", str(file))
        by_server = keikaku(*question, "--graph", login.uri)
        assert by_server.out == by_file.out
        assert by_server.code == 0
    assert keikaku("pull", login.uri, "--out", str(back)).code == 0
    assert back.read_bytes() == file.read_bytes()


def test_a_statement_is_printed_with_its_parameters(keikaku: Keikaku) -> None:
    ran = keikaku("cypher", "plans", "--theme", "キャッシュレス", "--lang", "en")
    assert ran.out.startswith(':params {document: null, basis: null, theme: ["theme/')
    assert ran.out.endswith(";\n")
    assert "MATCH (p:Plan)" in ran.out


@pytest.mark.usefixtures("server")
@pytest.mark.parametrize(
    ("environment", "arguments", "told"),
    [
        ({"NEO4J_PASSWORD": "secret-and-wrong"}, ("plans",), "wrong user or password"),
        ({"NEO4J_DATABASE": "nowhere"}, ("plans",), "there is no database 'nowhere'"),
        ({}, ("plan", "9-9-9"), "no Plan '9-9-9'"),
    ],
)
def test_a_server_that_refuses_is_one_line(
    keikaku: Keikaku,
    login: Address,
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    arguments: tuple[str, ...],
    told: str,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    ran = keikaku(*arguments, "--graph", login.uri, "--lang", "en")
    assert ran.code == 2
    assert ran.out == ""
    assert told in ran.err
    assert ran.err.count("\n") == 1
    assert "secret-and-wrong" not in ran.err


@pytest.mark.parametrize("address", ["bolt://me:secret@127.0.0.1:1", "neo4j://127.0.0.1:1"])
def test_a_server_that_is_not_there_is_one_line(keikaku: Keikaku, address: str) -> None:
    ran = keikaku("plans", "--graph", address, "--lang", "en")
    assert ran.code == 2
    assert "no Neo4j server answers" in ran.err
    assert ran.err.count("\n") == 1
    assert "secret" not in ran.err


def test_an_address_that_is_none_is_told(keikaku: Keikaku) -> None:
    ran = keikaku("push", "http://localhost:7474", "graph.json", "--lang", "en")
    assert ran.code == 2
