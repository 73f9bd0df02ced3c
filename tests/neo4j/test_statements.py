"""Every statement is Cypher that can be pasted, and finds its first nodes by an index."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from keikaku.graph import jsonfile, merging, network
from keikaku.graph.errors import KeikakuError
from keikaku.graph.kinds import KINDS
from keikaku.graph.network import Graph
from keikaku.graph.store.push import push
from keikaku.graph.store.server import Server
from keikaku.queries.answers import Answer, each_of
from keikaku.queries.cypher.directory import InGraph
from keikaku.queries.cypher.statements import Statement, build_statement
from keikaku.queries.registry import QUESTIONS
from tests.cli.running import Keikaku
from tests.extent import examples
from tests.neo4j.asking import cases, outcome
from tests.neo4j.conftest import empty
from tests.neo4j.server import Address
from tests.queries.small_graph import CITY, DOC, records

SCANNED = {kind.name for kind in KINDS if kind.shared}
"""What a question of one document may read all of: what the documents share, such as themes."""


_SOME = examples(3, 50)  # statements of a question, where not all are tried


def cities(number: int) -> list[Graph]:
    """The small plan of so many cities, which share laws and themes."""
    made = (records(f"{DOC}-{n}", f"{CITY}{n}", prose=True) for n in range(number))
    return [network.from_records(each) for each in made]


@pytest.fixture(scope="module")
def filled(connection: Server) -> Server:
    empty(connection)
    list(push(connection, cities(3)))
    connection.command("CALL db.prepareForReplanning()")
    return connection


class Operator(NamedTuple):
    """A step of a plan that the server followed."""

    name: str
    details: str
    hits: int


def operators(plan: dict[str, Any]) -> Iterator[Operator]:
    facts = plan.get("args", {})
    name = plan["operatorType"].partition("@")[0]
    yield Operator(name, str(facts.get("Details", "")), int(facts.get("DbHits", 0)))
    for child in plan.get("children", ()):
        yield from operators(child)


def statements(
    question: str, document: str | None, wanted: Callable[[str, Any], bool] = lambda *_: True
) -> Iterator[Statement]:
    """Every different statement of a question with wanted parameters, of one document or of all."""
    graph, _ = merging.merge(cities(3))
    directory, seen = InGraph(graph), set()
    for name, parameters in cases(graph, most=1):
        if name != question or not all(wanted(*each) for each in parameters.items()):
            continue
        try:
            made = build_statement(name, directory, **{**parameters, "document": document})
        except KeikakuError:
            continue
        if made.statement not in seen:
            seen.add(made.statement)
            yield made


@pytest.fixture
def keikaku(capsys: pytest.CaptureFixture[str]) -> Keikaku:
    return Keikaku(capsys)


def test_what_is_printed_can_be_pasted_for_every_question(
    keikaku: Keikaku, server: Server, tmp_path: Path
) -> None:
    """First of all here: the others make the server forget the plans that it has."""
    file = tmp_path / "graph.json"
    jsonfile.write(file, records(prose=True))
    graph = jsonfile.read(file)
    list(push(server, [graph]))
    for question in QUESTIONS:
        printed = 0
        for name, parameters in cases(graph, most=1):
            if name != question:
                continue
            ran = keikaku("cypher", question, *_typed(question, parameters), "--graph", str(file))
            expected = outcome(graph, question, parameters)
            if not isinstance(expected, Answer):
                assert ran.code == 2
                continue
            first, statement = ran.out.split("\n\n", 1)
            # Neo4j Browser reads the line as the Cypher of a map.
            literal = first.removeprefix(":params ")
            (values,) = server.read(f"RETURN {literal} AS given")
            made = build_statement(question, InGraph(graph), **parameters)
            assert values["given"] == made.values
            rows = server.read(statement.rstrip().removesuffix(";"), **values["given"])
            module = import_module(QUESTIONS[question].cypher)
            assert module.answer(rows, made) == expected
            printed += 1
        assert printed


def _typed(question: str, parameters: dict[str, Any]) -> list[str]:
    """Parameters as they are typed at the command line."""
    typed: list[str] = []
    for name, argument in parameters.items():
        parameter = QUESTIONS[question].parameter(name)
        assert parameter is not None
        for value in each_of(argument):
            option = [] if parameter.positional else [parameter.flag]
            typed += option if value is True else [*option, str(value)]
    return typed


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_statement_reads_all_nodes(filled: Server, question: str) -> None:
    asked_of_all = islice(statements(question, None), _SOME)
    plans = [filled.profile(each.statement, **each.values) for each in asked_of_all]
    assert plans
    assert not [o for plan in plans for o in operators(plan) if o.name == "AllNodesScan"]


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_of_one_document_begins_at_an_index(filled: Server, question: str) -> None:
    for made in statements(question, f"{DOC}-1"):
        steps = [*operators(filled.profile(made.statement, **made.values))]
        assert any("IndexSeek" in each.name for each in steps), made.statement
        scanned = [each for each in steps if "Scan" in each.name]
        assert all(_shared(each) for each in scanned), (scanned, made.statement)


def _shared(operator: Operator) -> bool:
    """Return whether what an operator reads all of is what documents share."""
    return operator.name == "NodeByLabelScan" and operator.details.rpartition(":")[2] in SCANNED


def test_a_question_of_one_document_costs_the_same_beside_many(connection: Server) -> None:
    """The hits of the database, with 22 and with 2 documents.

    A plan depends on what the server counted when it made it. All are made for 22 documents, by
    counts of that moment, and followed with 2 again. Of a node with few relations the server walks
    all, whatever their type, so that a theme of many plans costs a little more.
    """
    asked_of_one = [(name, made) for name in QUESTIONS for made in _of_what_is_shared(name)]
    costs: list[list[int]] = []
    for documents in (cities(22), cities(2)):
        empty(connection)
        list(push(connection, documents))
        if not costs:
            connection.command("CALL db.prepareForReplanning()")
        costs.append([_hits(connection, made) for _, made in asked_of_one])
    for (question, made), many, few in zip(asked_of_one, *costs, strict=True):
        assert many < 2.2 * few + 20, (question, few, many, made.statement)


def _of_what_is_shared(question: str) -> Iterator[Statement]:
    """What one document is asked: nothing more, and once by each thing that documents share."""
    names = {each.name: each for each in QUESTIONS[question].parameters}

    def of_shared(name: str, value: Any) -> bool:
        parameter = names[name]
        reaching = parameter.required or parameter.kind in SCANNED
        return name == "document" or (reaching and isinstance(value, str))

    return statements(question, f"{DOC}-1", of_shared)


def _hits(server: Server, made: Statement) -> int:
    """How much of the database a statement reads, by the plan that the server has of it."""
    plan = server.profile(f"CYPHER replan=skip {made.statement}", **made.values)
    return sum(each.hits for each in operators(plan))


def test_a_walk_from_many_documents_needs_memory_as_they_are_many(connection: Server) -> None:
    """Of four times the documents less than eight times; from all at once it took sixteen."""
    peaks = []
    for number in (25, 100):
        graphs = cities(number)
        empty(connection)
        list(push(connection, graphs))
        made = build_statement("impact", InGraph(merging.merge(graphs)[0]), node="1-1-2")
        profile = connection.profile(made.statement, **made.values)
        peaks.append(profile["args"]["GlobalMemory"])
    assert peaks[1] < 8 * peaks[0], peaks


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
        # The last line names the graph, of each its own, on as many lines as it takes.
        assert by_server.out.partition("グラフ:")[0] == by_file.out.partition("グラフ:")[0]
        assert (by_server.code, "グラフ:" in by_server.out) == (0, "グラフ:" in by_file.out)
    assert keikaku("pull", login.uri, "--out", str(back)).code == 0
    assert back.read_bytes() == file.read_bytes()


def test_a_statement_is_printed_with_its_parameters(keikaku: Keikaku) -> None:
    ran = keikaku("cypher", "plans", "--theme", "キャッシュレス", "--lang", "en")
    assert ran.out.startswith(':params {document: null, basis: null, theme: ["theme/')
    assert ran.out.endswith(";\n")
    assert "MATCH (p:Plan)" in ran.out


@pytest.mark.usefixtures("server")
@pytest.mark.parametrize(
    ("environment", "arguments", "message"),
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
    message: str,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    ran = keikaku(*arguments, "--graph", login.uri, "--lang", "en")
    assert ran.code == 2
    assert ran.out == ""
    assert message in ran.err
    assert ran.err.count("\n") == 1
    assert "secret-and-wrong" not in ran.err


@pytest.mark.parametrize("address", ["bolt://me:secret@127.0.0.1:1", "neo4j://127.0.0.1:1"])
def test_a_server_that_is_not_there_is_one_line(keikaku: Keikaku, address: str) -> None:
    ran = keikaku("plans", "--graph", address, "--lang", "en")
    assert ran.code == 2
    assert "no Neo4j server answers" in ran.err
    assert ran.err.count("\n") == 1
    assert "secret" not in ran.err


def test_an_address_that_is_none_is_reported(keikaku: Keikaku) -> None:
    ran = keikaku("push", "http://localhost:7474", "graph.json", "--lang", "en")
    assert ran.code == 2
