"""One server for all tests of a process; each test begins with an empty one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from keikaku.graph.store.server import Login, Server, connected
from tests.absent import absent
from tests.neo4j.server import Address, MissingError, running


@pytest.hookimpl(tryfirst=True)  # before xdist looks for groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All in one process, with one server.

    By two processes each would remove what the other wrote. A server of its own for each would
    take longer: most of its time goes to planning statements that it has not seen, which one
    server does once, and to warm up.
    """
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("neo4j"))


def pytest_collection_finish(session: pytest.Session) -> None:
    """Hold pytest-xdist to the groups, which one version of pytest made it lose in silence."""
    here = [item for item in session.items if Path(__file__).parent in item.path.parents]
    if getattr(session.config.option, "loadgroup", False):
        assert all(item.nodeid.endswith("@neo4j") for item in here)


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Address]:
    """Where the test server answers. In CI it must be there; elsewhere tests of it are skipped."""
    try:
        with running(tmp_path_factory.mktemp("neo4j")) as address:
            yield address
    except MissingError as error:
        absent(f"Neo4j: {error}")


@pytest.fixture(scope="session")
def connection(address: Address) -> Iterator[Server]:
    with connected(address.uri, Login(address.user, address.password)) as server:
        yield server


@pytest.fixture
def server(connection: Server) -> Server:
    """The server, empty."""
    empty(connection)
    return connection


@pytest.fixture
def login(address: Address, monkeypatch: pytest.MonkeyPatch) -> Address:
    """The user and the password in the environment."""
    for name in ("KEIKAKU_GRAPH", "KEIKAKU_LANG", "NEO4J_DATABASE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NEO4J_USER", address.user)
    monkeypatch.setenv("NEO4J_PASSWORD", address.password)
    return address


def empty(server: Server) -> None:
    """Remove all that it holds."""
    server.write(lambda transaction: transaction.run("MATCH (n) DETACH DELETE n").consume())
