"""A question as a Cypher statement, and how a server answers it."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from keikaku.graph.language import Text
from keikaku.graph.store.kept import edits_located, kept
from keikaku.graph.store.server import Row, Server
from keikaku.queries.cypher.directory import Directory, InServer
from keikaku.queries.registry import QUESTIONS

if TYPE_CHECKING:
    from keikaku.queries.answers import Answer


class Statement(NamedTuple):
    """A statement with its parameters, and the question's own parameters as understood.

    ``request`` is what else is needed to read the rows, for a question that needs it.
    """

    statement: str
    values: dict[str, Any]
    understood: dict[str, Any]
    notes: tuple[Text, ...] = ()
    request: Any = None


def build_statement(name: str, directory: Directory, **parameters: Any) -> Statement:
    """Return the statement behind a question.

    Raises:
        KeyError: no question of that name is registered.
        KeikakuError: a name is unknown, or a value cannot be understood.
    """
    form: Callable[..., Statement] = import_module(QUESTIONS[name].cypher).build_statement
    return form(directory, **parameters)


_FIRST_ROWS = {
    name: f"keikaku.queries.{name}.first_rows" for name in ("plans", "workload", "impact")
}
"""The functions for questions whose first rows can be made without the others."""


def ask_server(
    name: str, server: Server, *, first: int | None = None, **parameters: Any
) -> Answer[Any]:
    """Return the answer of a server to the question of that name.

    ``first`` is how many rows will be shown: others may be left out, and are counted.

    Raises:
        KeyError: no question of that name is registered.
        KeikakuError: a name that the graph does not know, a value that cannot be understood, or a
            server that fails.
    """
    with edits_located(server):
        return _ask_server(name, server, first, parameters)


def _ask_server(
    name: str, server: Server, first: int | None, parameters: dict[str, Any]
) -> Answer[Any]:
    directory = InServer(server)
    if first is not None and name in _FIRST_ROWS:
        answer: Answer[Any] = import_module(_FIRST_ROWS[name]).answer(
            server, directory, first, parameters
        )
        return answer
    made = build_statement(name, directory, **parameters)
    read: Callable[[list[Row], Statement], Answer[Any]] = import_module(
        QUESTIONS[name].cypher
    ).answer
    return read(server.read(made.statement, **made.values), made)


def proof(text: str | None) -> list[dict[str, Any]]:
    """Return evidence from the JSON text that the server keeps."""
    return kept(text, "evidence", list) if text else []
