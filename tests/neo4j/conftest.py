"""One server for all tests of a process; each test begins with an empty one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from keikaku.graph.store.server import Login, Server, connected
from tests.absent import absent
from tests.neo4j.server import Address, MissingError, running

_ASK_ALL = {
    "test_compare.py",
    "test_editions.py",
    "test_first_rows.py",
    "test_hostile.py",
    "test_links.py",
    "test_mcp.py",
    "test_same_answer.py",
    "test_statements.py",
}
"""The files that ask every question. A server takes most of the time to plan a statement that it
has not seen: these share one, which plans each once."""


@pytest.hookimpl(tryfirst=True)  # before xdist looks for groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A server is asked by one process alone: by two, each would remove what the other wrote."""
    alone = "KEIKAKU_TEST_NEO4J" in os.environ
    for item in items:
        if Path(__file__).parent in item.path.parents:
            group = "all" if alone or item.path.name in _ASK_ALL else "other"
            item.add_marker(pytest.mark.xdist_group(f"neo4j-{group}"))


def pytest_collection_finish(session: pytest.Session) -> None:
    """Hold pytest-xdist to the groups, which one version of pytest made it lose in silence."""
    here = [item for item in session.items if Path(__file__).parent in item.path.parents]
    if getattr(session.config.option, "loadgroup", False):
        assert all("@neo4j-" in item.nodeid for item in here)


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
