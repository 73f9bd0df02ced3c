"""A question as a statement of Cypher, and how a server is asked it."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, NamedTuple

from graph.errors import KeikakuError
from graph.language import Text
from graph.store.server import Row, Server
from queries.cypher.directory import Directory, InServer
from queries.registry import QUESTIONS, ask

if TYPE_CHECKING:
    from queries.answers import Answer

_NO_FORM = Text(
    "「{name}」には、まだ Cypher の文がありません。", "'{name}' has no statement in Cypher yet."
)


class Asked(NamedTuple):
    """A statement with its parameters, and the question's own parameters as understood."""

    statement: str
    values: dict[str, Any]
    understood: dict[str, Any]
    notes: tuple[Text, ...] = ()


def has_form(name: str) -> bool:
    """Whether the question of that name is answered by a statement of its own."""
    return find_spec(f"queries.cypher.{name}") is not None


def asked(name: str, directory: Directory, **parameters: Any) -> Asked:
    """The statement behind a question.

    Raises:
        KeikakuError: the question has none yet, a name is unknown, a value cannot be understood.
    """
    if not has_form(name):
        raise KeikakuError(_NO_FORM.format(name=name))
    form: Callable[..., Asked] = import_module(f"queries.cypher.{name}").asked
    return form(directory, **parameters)


def ask_server(name: str, server: Server, **parameters: Any) -> Answer[Any]:
    """The answer of a server to the question of that name.

    A question without a statement of its own is answered from all that the server holds.

    Raises:
        KeyError: no question of that name is registered.
        KeikakuError: a name that the graph does not know, a value that cannot be understood, or a
            server that fails.
    """
    if not has_form(QUESTIONS[name].name):
        from graph.store.pull import pull

        return ask(name, pull(server), **parameters)
    made = asked(name, InServer(server), **parameters)
    rows = server.read(made.statement, **made.values)
    read: Callable[[list[Row], Asked], Answer[Any]] = import_module(f"queries.cypher.{name}").answer
    return read(rows, made)


def proof(kept: str | None) -> list[dict[str, Any]]:
    """Evidence from the JSON text that the server keeps."""
    return json.loads(kept) if kept else []
