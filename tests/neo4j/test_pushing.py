"""After any push, in any order and with any end, the store holds only whole documents."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import keikaku
from keikaku.graph import jsonfile, merging, network
from keikaku.graph.linking import link_documents
from keikaku.graph.network import Graph
from keikaku.graph.store import properties
from keikaku.graph.store.pull import pull
from keikaku.graph.store.push import Pushed, push
from keikaku.graph.store.server import Server
from tests.extent import examples
from tests.neo4j.conftest import empty
from tests.neo4j.random_graphs import document
from tests.neo4j.server import Address
from tests.queries.small_graph import records

ROOT = Path(__file__).parents[2]
_ANY = settings(
    max_examples=examples(15, 200),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
_PUSHES = """
import os, signal, sys
from keikaku.graph import jsonfile
from keikaku.graph.store import push
from keikaku.graph.store.server import Login, connected
from neo4j import ManagedTransaction
from pathlib import Path

uri, user, password, statements, *files = sys.argv[1:]
left, plain = int(statements), ManagedTransaction.run

def run(*given, **named):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return plain(*given, **named)

ManagedTransaction.run = run
push._AT_ONCE = 1  # a transaction for each document
with connected(uri, Login(user, password)) as server:
    print("at work", flush=True)
    for row in push.push(server, (jsonfile.read(Path(file)) for file in files)):
        print(row.document, flush=True)
print(-1 - left)
"""
"""Pushes files in a process that ends itself, as kill -9 would, before its n-th statement."""


def pushing(address: Address, files: list[Path], dies_at: int = -1) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", _PUSHES, *address, str(dies_at), *map(str, files)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )


def changed_rows(old: Graph | None, new: Graph) -> Pushed:
    """What a push has to say, counted by comparing the rows of the two files."""
    name = new.graph["document"]["id"]
    before = _rows(old) if old is not None else {}
    after = _rows(new)
    there = before.keys() & after.keys()
    return Pushed(
        name,
        created=len(after.keys() - before.keys()),
        updated=sum(before[key] != after[key] for key in there),
        removed=len(before.keys() - after.keys()),
    )


def _rows(graph: Graph) -> dict[tuple[Any, ...], str]:
    payload = network.to_payload(graph)
    return {
        **{("node", row["kind"], row["id"]): json.dumps(row) for row in payload["nodes"]},
        **{
            ("edge", row["type"], row["source"], row["target"]): json.dumps(row)
            for row in payload["edges"]
        },
        **{("finding", place): json.dumps(row) for place, row in enumerate(payload["findings"])},
    }


@_ANY
@given(graph=document("d0"))
def test_any_graph_comes_back_as_it_went_in(connection: Server, graph: Graph) -> None:
    empty(connection)
    assert list(push(connection, [graph])) == [changed_rows(None, graph)]
    assert jsonfile.dumps(pull(connection)) == jsonfile.dumps(graph)
    assert list(push(connection, [graph])) == [Pushed("d0", 0, 0, 0)]


@_ANY
@given(
    pushes=st.lists(st.integers(0, 2).flatmap(lambda n: document(f"d{n}")), min_size=2, max_size=5)
)
def test_a_push_of_any_change_writes_just_the_difference(
    connection: Server, pushes: list[Graph]
) -> None:
    """Documents are pushed and pushed again changed; a shared node holds what all of them state."""
    empty(connection)
    held: dict[str, Graph] = {}
    for graph in pushes:
        name = graph.graph["document"]["id"]
        expected = changed_rows(held.get(name), graph)
        assert list(push(connection, [graph])) == [expected]
        held[name] = graph
        united, _ = merging.merge(held.values())
        if len(held) > 1:
            link_documents(united)
        assert jsonfile.dumps(pull(connection)) == jsonfile.dumps(united)
        assert shared(connection) == stated_together(united)


def shared(server: Server) -> dict[str, Any]:
    """The properties of the nodes that documents share, as a question meets them."""
    rows = server.read(
        "MATCH (n:Keikaku) WHERE n.document IS NULL RETURN n.id AS id, properties(n) AS properties"
    )
    return {
        row["id"]: {k: v for k, v in row["properties"].items() if k not in ("id", "at")}
        for row in rows
    }


def stated_together(united: Graph) -> dict[str, Any]:
    return {
        row["id"]: properties.of_node(row)
        for row in network.to_payload(united)["nodes"]
        if merging.owner(united, row["id"]) is None
    }


@pytest.fixture
def versions(tmp_path: Path) -> dict[str, tuple[Path, Path]]:
    """Three documents, each in a file as it was and in one as it is to be."""
    by_document = {}
    for n in range(3):
        name = f"town{n}-2023"
        old = network.from_records(records(name, f"町{n}", prose=True))
        new = old.copy()
        for node, facts in old.nodes(data=True):
            if facts["kind"] == "Plan":
                new.nodes[node]["title"] = f"改めた{facts['title']}"
        new.nodes["theme/DX"]["aliases"] = [f"変革{n}"]
        new.remove_node(f"{name}/component/2-1-1/1")
        by_document[name] = (tmp_path / f"{name}-old.json", tmp_path / f"{name}-new.json")
        for file, graph in zip(by_document[name], (old, new), strict=True):
            jsonfile.write(file, graph)
    return by_document


def content(server: Server, name: str) -> str:
    return jsonfile.dumps(pull(server, name))


def text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no kill -9")
def test_a_push_that_is_killed_leaves_each_document_old_or_new_and_the_next_one_heals(
    server: Server, address: Address, versions: dict[str, tuple[Path, Path]]
) -> None:
    before = [old for old, _ in versions.values()]
    after = [new for _, new in versions.values()]
    list(push(server, map(jsonfile.read, before)))
    whole = pushing(address, after)
    statements = int(whole.communicate(timeout=120)[0].splitlines()[-1])
    assert statements > 3 * 10
    seen = set()
    moments = sorted(random.Random(4).sample(range(2, statements), 5))
    for moment in [*moments, statements]:
        list(push(server, map(jsonfile.read, before)))
        killed = pushing(address, after, dies_at=moment)
        killed.communicate(timeout=120)
        assert killed.returncode == -signal.SIGKILL
        for name, (old, new) in versions.items():
            state = content(server, name)
            assert state in (text(old), text(new))
            seen.add((name, state == text(new)))
        list(push(server, map(jsonfile.read, after)))
        assert [content(server, name) for name in versions] == [text(file) for file in after]
    assert {new for _, new in seen} == {False, True}, "the moments lie on both sides of a commit"


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no kill -9")
def test_a_push_that_is_killed_at_any_time_leaves_each_document_whole(
    server: Server, address: Address, versions: dict[str, tuple[Path, Path]]
) -> None:
    """The moment is one of the clock's: within a statement, or while the server commits."""
    for delay in (0.02, 0.1, 0.25):
        empty(server)
        killed = pushing(address, [new for _, new in versions.values()])
        assert killed.stdout is not None
        assert killed.stdout.readline() == "at work\n"
        time.sleep(delay)
        killed.kill()
        killed.communicate(timeout=120)
        known = {row["id"] for row in server.read("MATCH (s:Source) RETURN s.id AS id")}
        for name, (_, new) in versions.items():
            if name in known:
                assert content(server, name) == text(new)
        list(push(server, (jsonfile.read(new) for _, new in versions.values())))
        for name, (_, new) in versions.items():
            assert content(server, name) == text(new)


def test_four_processes_that_push_at_once_do_no_harm(
    server: Server, address: Address, versions: dict[str, tuple[Path, Path]]
) -> None:
    before = [old for old, _ in versions.values()]
    after = [new for _, new in versions.values()]
    orders = (before, after[::-1], after, before[::-1])
    for process in [pushing(address, files) for files in orders]:
        process.communicate(timeout=120)
        assert process.returncode == 0
    for name, (old, new) in versions.items():
        assert content(server, name) in (text(old), text(new))
    assert shared(server) == stated_together(pull(server))
    (twice,) = server.read(
        "MATCH (a:Keikaku)-[r]->(b:Keikaku) WITH a, b, type(r) AS type, count(r) AS times "
        "WHERE times > 1 RETURN count(*) AS relations"
    )
    assert twice["relations"] == 0


def test_a_column_of_any_values_arrives_as_it_is(server: Server) -> None:
    """Texts with the separators in them, empty lists, and gaps go another way than the rest."""
    values: tuple[Callable[[int], Any], ...] = (
        lambda n: f"a\x1fb{n}",
        lambda n: ["x\x1e", f"{n}\x1f"],
        lambda n: [[], [""], ["", "a"]][n % 3],
        lambda n: [n, -n],
        lambda n: n if n % 2 else None,
        lambda n: n / 3 if n % 2 else n,
        lambda n: n % 2 == 0,
        lambda n: "" if n else "\n",
    )
    from keikaku.graph.store.bulk_create import create_nodes

    column = [
        {f"v{place}": made(n) for place, made in enumerate(values)} | {"id": f"t{n}"}
        for n in range(7)
    ]
    server.write(create_nodes, {"Finding": column})
    rows = server.read("MATCH (f:Finding) RETURN properties(f) AS f ORDER BY f.id")
    wanted = [{k: v for k, v in row.items() if v is not None} for row in column]
    assert [row["f"] for row in rows] == wanted
    assert [type(row["f"]["v6"]) for row in rows] == [bool] * 7


def test_the_python_api_pushes_and_pulls(server: Server, login: Address) -> None:
    del server
    ours, theirs = (
        network.from_records(records(name, city, prose=True))
        for name, city in (("aozora-2022", "あおぞら市"), ("hoshi-2023", "ほし市"))
    )
    secret = {"user": login.user, "password": login.password}
    assert keikaku.push(ours, login.uri, **secret) == [changed_rows(None, ours)]
    (again, new) = keikaku.push((ours, theirs), login.uri)
    assert (again.created, again.updated, again.removed) == (0, 0, 0)
    assert new.created > 0
    inside = login.uri.replace("://", f"://{login.user}:{login.password}@")
    both, _ = keikaku.merge(ours, theirs)
    assert jsonfile.dumps(keikaku.read(inside)) == jsonfile.dumps(both)
    assert jsonfile.dumps(keikaku.pull(inside, "hoshi-2023")) == jsonfile.dumps(theirs)
    documents = ["hoshi-2023", "aozora-2022"]
    assert jsonfile.dumps(keikaku.pull(login.uri, documents)) == jsonfile.dumps(both)
