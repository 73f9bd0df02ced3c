"""A question as a statement of Cypher, and how a server is asked it."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from graph.language import Text
from graph.store.server import Row, Server
from queries.cypher.directory import Directory, InServer

if TYPE_CHECKING:
    from queries.answers import Answer

_OWN = "plans plan check indicators guidelines departments themes workload dependencies impact"
OWN = {name: f"queries.cypher.{name}" for name in _OWN.split()}
"""The questions whose rows the server makes; the others are in :mod:`queries.cypher.projected`."""


class Asked(NamedTuple):
    """A statement with its parameters, and the question's own parameters as understood."""

    statement: str
    values: dict[str, Any]
    understood: dict[str, Any]
    notes: tuple[Text, ...] = ()


def asked(name: str, directory: Directory, **parameters: Any) -> Asked:
    """The statement behind a question.

    Raises:
        KeikakuError: a name is unknown, or a value cannot be understood.
    """
    if name in OWN:
        form: Callable[..., Asked] = import_module(OWN[name]).asked
        return form(directory, **parameters)
    from queries.cypher import projected

    return projected.asked(name, directory, parameters)


def ask_server(name: str, server: Server, **parameters: Any) -> Answer[Any]:
    """The answer of a server to the question of that name.

    Raises:
        KeyError: no question of that name is known.
        KeikakuError: a name that the graph does not know, a value that cannot be understood, or a
            server that fails.
    """
    made = asked(name, InServer(server), **parameters)
    rows = server.read(made.statement, **made.values)
    if name in OWN:
        read: Callable[[list[Row], Asked], Answer[Any]] = import_module(OWN[name]).answer
        return read(rows, made)
    from queries.cypher import projected

    return projected.answer(name, rows, made)


def proof(kept: str | None) -> list[dict[str, Any]]:
    """Evidence from the JSON text that the server keeps."""
    return json.loads(kept) if kept else []
