"""The graph that a command asks: the bundled one, a file, or one that a Neo4j server holds."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from keikaku.queries.answers import Answer
from keikaku.queries.graph_walks import Graph

if TYPE_CHECKING:
    from keikaku.graph.store.server import Server
    from keikaku.queries.cypher.directory import Directory


class Source(Protocol):
    """Something that answers questions."""

    @property
    def name(self) -> str:
        """The name by which answers call it."""

    @property
    def graph(self) -> Graph:
        """The graph itself."""

    @property
    def several(self) -> bool:
        """Whether it holds more than one document."""

    @property
    def directory(self) -> Directory:
        """Where the names of a statement of Cypher are looked up."""

    def ask(self, question: str, **parameters: Any) -> Answer[Any]:
        """Return the answer to a question."""


class LocalGraph(NamedTuple):
    """A graph in memory."""

    name: str
    graph: Graph

    @property
    def several(self) -> bool:
        """Whether it holds more than one document."""
        return len(self.graph.graph["documents"]) > 1

    @property
    def directory(self) -> Directory:
        """Names are looked up in the graph."""
        from keikaku.queries.cypher.directory import InGraph

        return InGraph(self.graph)

    def ask(self, question: str, **parameters: Any) -> Answer[Any]:
        """Return the answer to a question, by its form on NetworkX."""
        from keikaku.queries.registry import ask

        return ask(question, self.graph, **parameters)


class ServerGraph:
    """A graph that a server holds."""

    def __init__(self, server: Server) -> None:
        self.name = server.address
        self._server = server

    @cached_property
    def graph(self) -> Graph:
        """The graph itself, read from the server."""
        from keikaku.graph.store.pull import pull

        return pull(self._server)

    @cached_property
    def several(self) -> bool:
        """Whether it holds more than one document."""
        from keikaku.graph.store.read_documents import SOURCES

        return len(self._server.read(SOURCES)) > 1

    @property
    def directory(self) -> Directory:
        """Names are looked up in the server."""
        from keikaku.queries.cypher.directory import InServer

        return InServer(self._server)

    def ask(self, question: str, **parameters: Any) -> Answer[Any]:
        """Return the answer to a question, by its form in Cypher."""
        from keikaku.queries.cypher.statements import ask_server

        return ask_server(question, self._server, **parameters)


@contextmanager
def opened(named: str | None) -> Iterator[Source]:
    """Provide the graph of ``--graph``, or the bundled one.

    Raises:
        KeikakuError: it cannot be read, or its server cannot be reached.
    """
    if named and "://" in named:
        from keikaku.graph.store.server import connected

        with connected(named) as server:
            yield ServerGraph(server)
        return
    from keikaku.graph import bundled, jsonfile

    path = Path(named) if named else bundled.path()
    yield LocalGraph(named or f"bundled:{path.stem}", jsonfile.read(path))
