"""Engines that answer questions: NetworkX on a graph in memory, Cypher in a server."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from keikaku.graph.network import Graph
    from keikaku.graph.store.server import Server
    from keikaku.queries.answers import Answer
    from keikaku.queries.cypher.directory import Directory


class Engine(Protocol):
    """Something that holds a graph and answers questions of it."""

    @property
    def graph(self) -> Graph:
        """The graph itself."""

    @property
    def several(self) -> bool:
        """Return whether it holds more than one document."""

    @property
    def directory(self) -> Directory:
        """Where the names of a statement of Cypher are looked up."""

    def answer(
        self, question: str, parameters: dict[str, Any], first: int | None = None
    ) -> Answer[Any]:
        """Answer the question of that name; ``first`` is how many rows are needed at least."""


class InMemory:
    """A graph in memory."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph

    @property
    def several(self) -> bool:
        """Return whether it holds more than one document."""
        return len(self.graph.graph["documents"]) > 1

    @property
    def directory(self) -> Directory:
        """Return the directory that looks up names in the graph."""
        from keikaku.queries.cypher.directory import InGraph

        return InGraph(self.graph)

    def answer(
        self,
        question: str,
        parameters: dict[str, Any],
        first: int | None = None,  # noqa: ARG002 - see Engine
    ) -> Answer[Any]:
        """Answer a question by its form on NetworkX."""
        from keikaku.queries.registry import ask

        return ask(question, self.graph, **parameters)


class InFile(InMemory):
    """A large file: a question reads the kinds that it needs, through an index beside the file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @cached_property
    def graph(self) -> Graph:  # type: ignore[override]
        """The graph itself, read whole."""
        from keikaku.graph.index_file import read_without

        return read_without(self._path, frozenset())

    @property
    def several(self) -> bool:
        """Return whether it holds more than one document."""
        return len(self._latest.graph["documents"]) > 1

    def answer(
        self,
        question: str,
        parameters: dict[str, Any],
        first: int | None = None,  # noqa: ARG002 - see Engine
    ) -> Answer[Any]:
        """Answer a question from the part of the file that it needs."""
        from keikaku.graph.index_file import read_without
        from keikaku.queries.registry import QUESTIONS, ask

        left_out = QUESTIONS[question].left_out(parameters)
        self._latest = read_without(self._path, left_out) if left_out else self.graph
        return ask(question, self._latest, **parameters)

    @cached_property
    def _latest(self) -> Graph:
        return self.graph


class OnServer:
    """A graph that a server holds."""

    def __init__(self, server: Server) -> None:
        self.server = server

    @cached_property
    def graph(self) -> Graph:
        """The graph itself, read from the server."""
        from keikaku.graph.store.pull import pull

        return pull(self.server)

    @cached_property
    def several(self) -> bool:
        """Return whether it holds more than one document."""
        from keikaku.graph.store.read_documents import SOURCES

        return len(self.server.read(SOURCES)) > 1

    @property
    def directory(self) -> Directory:
        """Return the directory that looks up names in the server."""
        from keikaku.queries.cypher.directory import InServer

        return InServer(self.server)

    def answer(
        self, question: str, parameters: dict[str, Any], first: int | None = None
    ) -> Answer[Any]:
        """Answer a question by its form in Cypher."""
        from keikaku.queries.cypher.statements import ask_server

        return ask_server(question, self.server, first=first, **parameters)
