"""A server that is missing, refuses us or stops: one line says so, without the password."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from keikaku.graph import jsonfile, network
from keikaku.graph.network import Graph
from keikaku.graph.store.diff import write_edges
from keikaku.graph.store.pull import pull
from keikaku.graph.store.push import Pushed, push
from keikaku.graph.store.server import (
    SCHEMES,
    Login,
    Server,
    StoreError,
    connected,
    is_new_enough,
    translate_driver_errors,
)
from tests.cli.running import Keikaku
from tests.neo4j.server import Address
from tests.neo4j.server import Server as OwnServer
from tests.queries.small_graph import DOC, records

SECRET = "geheim/p@ss#1"  # of every character that an address could trip over
_LONG = "UNWIND range(1, 1000000000) AS n RETURN sum(sin(n)) AS long"
QUESTIONS = (
    ("plans",),
    ("plan", "1-1-2"),
    ("impact", "収納課"),
    ("check",),
    ("ask", "収納課の負担"),
    ("cypher", "plans"),
    ("map", "--out", "map.html"),
)


@pytest.fixture
def keikaku(capsys: pytest.CaptureFixture[str]) -> Keikaku:
    return Keikaku(capsys)


@pytest.fixture
def own(tmp_path: Path, address: Address) -> Iterator[OwnServer]:
    """A server that a test may stop."""
    if not address.uri.startswith("bolt://127.0.0.1"):
        pytest.skip("the server is not ours to stop")
    server = OwnServer(tmp_path / "neo4j")
    server.start()
    yield server
    server.stop()


def small(title: str | None = None) -> Graph:
    graph = network.from_records(records(prose=True))
    if title:
        graph.nodes[f"{DOC}/plan/1-1-2"]["title"] = title
    return graph


def test_a_server_that_stops_is_one_clear_error_and_the_next_push_heals(
    own: OwnServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is killed while it answers, which is reported soon, and while it is being written to."""
    login = Login(own.address.user, own.address.password)
    with connected(own.address.uri, login) as server, connected(own.address.uri, login) as other:
        list(push(server, [small()]))
        ends: list[float] = []
        reported: list[tuple[float, StoreError]] = []

        def ask() -> None:
            with pytest.raises(StoreError) as broken:
                other.read(_LONG)
            reported.append((time.monotonic(), broken.value))

        def stopped(*parameters: Any) -> None:
            write_edges(*parameters)
            own.kill()
            ends.append(time.monotonic())

        asking = threading.Thread(target=ask)
        asking.start()
        wait_until_asked(server)
        with monkeypatch.context() as patched:
            patched.setattr("keikaku.graph.store.push.write_edges", stopped)
            with pytest.raises(StoreError):
                list(push(server, [small("改めた名称")]))
        asking.join()
    ((error_at, broken),) = reported
    assert error_at - ends[0] < 15, "it is asked again for 3 s, not for the driver's 30"
    assert broken.exit_code == 2
    assert own.address.uri in broken.message("en")
    assert own.address.password not in str(broken)
    own.start()
    with connected(own.address.uri, login) as server:
        assert jsonfile.dumps(pull(server)) == jsonfile.dumps(small())
        assert list(push(server, [small("改めた名称")])) == [Pushed(DOC, 0, 1, 0)]
        assert jsonfile.dumps(pull(server)) == jsonfile.dumps(small("改めた名称"))


def wait_until_asked(server: Server) -> None:
    """Wait until the long statement of another connection runs."""
    until = time.monotonic() + 120
    while time.monotonic() < until:
        rows = server.read("SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery AS asked")
        if _LONG in {row["asked"] for row in rows}:
            return
        time.sleep(0.1)
    pytest.fail("the long statement does not begin")


def test_a_server_that_does_not_answer_at_once_is_asked_again(server: Server) -> None:
    """A write that the server wants anew is done anew, and is there once."""
    from neo4j.exceptions import TransientError

    tries = []

    def work(transaction: Any) -> None:
        tries.append(transaction)
        transaction.run("CREATE (:Finding {id: 'once'})").consume()
        if len(tries) == 1:
            raise TransientError("a deadlock, say")

    server.write(work)
    assert len(tries) == 2
    assert server.read("MATCH (f:Finding) RETURN count(f) AS count") == [{"count": 1}]


@pytest.mark.parametrize("arguments", QUESTIONS, ids=" ".join)
def test_an_address_with_a_password_is_never_shown(
    server: Server,
    login: Address,
    keikaku: Keikaku,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
) -> None:
    monkeypatch.chdir(tmp_path)
    list(push(server, [small()]))
    host = login.uri.partition("://")[2]
    inside = f"bolt://{login.user}:{login.password}@{host}"
    ran = keikaku(*arguments, "--graph", inside)
    assert (ran.code, ran.err) == (0, "")
    assert login.password not in ran.out
    for written in tmp_path.iterdir():
        assert login.password not in written.read_text(encoding="utf-8")
    refused = keikaku(*arguments, "--graph", f"bolt://me:{SECRET}@{host}")
    assert refused.code == 2
    assert refused.err.count("\n") == 1
    assert "geheim" not in refused.out + refused.err


def test_json_names_the_server_without_the_password(
    server: Server, login: Address, keikaku: Keikaku, tmp_path: Path
) -> None:
    list(push(server, [small()]))
    host = login.uri.partition("://")[2]
    inside = f"bolt://{login.user}:{login.password}@{host}"
    file = tmp_path / "graph.json"
    jsonfile.write(file, small())
    for arguments in (["plans", "--graph", inside], ["push", inside, str(file)]):
        ran = keikaku(*arguments, "--format", "json")
        assert json.loads(ran.out)["graph"] == login.uri
        assert login.password not in ran.out


@pytest.mark.parametrize(
    "arguments",
    [
        ("plans", "bolt://me:{secret}@127.0.0.1:1"),
        ("check", "bolt://me:{secret}@127.0.0.1:1"),
        ("push", "http://me:{secret}@127.0.0.1:1", "graph.json"),
        ("pull", "bolt://me:{secret}@127.0.0.1:1"),
        ("load", "bolt://me:{secret}@127.0.0.1:1", "--out", "x.json"),
        ("plans", "--graph", "bolt://me:{secret}@127.0.0.1:port"),
        ("plans", "--graph", "bolt://me:{secret}@[::1"),
        ("plans", "--graph", "bolt://me:{secret}@127.0.0.1:1?a=b"),
    ],
    ids=" ".join,
)
def test_an_address_in_the_wrong_place_is_reported_without_the_password(
    keikaku: Keikaku, arguments: tuple[str, ...]
) -> None:
    ran = keikaku(*(each.format(secret=SECRET) for each in arguments))
    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert "geheim" not in ran.out + ran.err


def test_a_log_of_the_driver_holds_no_password(
    server: Server, login: Address, caplog: pytest.LogCaptureFixture
) -> None:
    del server
    host = login.uri.partition("://")[2]
    with caplog.at_level("DEBUG"), pytest.raises(StoreError):  # noqa: SIM117
        with connected(f"bolt://me:{SECRET}@{host}"):
            pass
    assert "geheim" not in caplog.text


@pytest.mark.parametrize("scheme", ["bolt+s", "bolt+ssc", "neo4j+s", "neo4j+ssc"])
def test_a_server_without_tls_is_reported(login: Address, keikaku: Keikaku, scheme: str) -> None:
    """The scheme reaches the driver: it asks this server for TLS, which it does not speak."""
    host = login.uri.partition("://")[2]
    ran = keikaku("plans", "--graph", f"{scheme}://{host}", "--lang", "en")
    assert ran.code == 2
    assert "no encrypted connection (TLS)" in ran.err
    assert ran.err.count("\n") == 1


def test_every_scheme_is_one_of_the_driver() -> None:
    from neo4j import GraphDatabase

    for scheme in SCHEMES:
        GraphDatabase.driver(f"{scheme}://127.0.0.1:1").close()


def test_what_does_not_speak_bolt_is_reported(keikaku: Keikaku) -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as web:
        port = web.getsockname()[1]

        def answer() -> None:
            peer, _ = web.accept()
            with peer:
                peer.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
                time.sleep(0.2)

        threading.Thread(target=answer, daemon=True).start()
        ran = keikaku("plans", "--graph", f"bolt://127.0.0.1:{port}", "--lang", "en")
    assert ran.code == 2
    assert f"bolt://127.0.0.1:{port}: " in ran.err
    assert "not foreseen" not in ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("Neo.ClientError.Security.Unauthorized", "wrong user or password"),
        ("Neo.ClientError.Security.AuthenticationRateLimit", "too many wrong passwords"),
        ("Neo.ClientError.Security.CredentialsExpired", "has to be changed"),
        ("Neo.ClientError.Security.Forbidden", "may not do that"),
        ("Neo.ClientError.General.ForbiddenOnReadOnlyDatabase", "is read-only"),
        ("Neo.ClientError.Database.DatabaseNotFound", "there is no database 'plans'"),
        ("Neo.TransientError.General.DatabaseUnavailable", "is not running"),
        ("Neo.TransientError.General.MemoryPoolOutOfMemoryError", "lacks memory"),
        ("Neo.DatabaseError.General.UnknownError", "an error (UnknownError)"),
    ],
)
def test_every_error_of_the_server_is_put_in_words(code: str, words: str) -> None:
    """What a server would have to be broken for, as the driver makes it of the server's code."""
    from neo4j.exceptions import Neo4jError

    error = Neo4jError._hydrate_neo4j(code=code, message="of the server")
    with pytest.raises(StoreError) as raised, translate_driver_errors("bolt://host:7687", "plans"):
        raise error
    assert words in raised.value.message("en")


def test_a_disk_that_is_full_is_reported() -> None:
    from neo4j.exceptions import Neo4jError

    said = "java.io.IOException: No space left on device"
    code = "Neo.DatabaseError.General.UnknownError"
    error = Neo4jError._hydrate_neo4j(code=code, message=said)
    with pytest.raises(StoreError) as raised, translate_driver_errors("bolt://host:7687", "plans"):
        raise error
    assert "disk is full" in raised.value.message("en")


@pytest.mark.parametrize(
    ("agent", "enough"),
    [
        ("Neo4j/5.26.0", True),
        ("Neo4j/2025.08.0", True),
        ("Neo4j/5.27-aura", True),
        ("Another/1.0", True),
        ("Neo4j/5.25.1", False),
        ("Neo4j/4.4.30", False),
    ],
)
def test_a_server_that_is_too_old_is_known_by_its_version(agent: str, *, enough: bool) -> None:
    assert is_new_enough(agent) is enough
