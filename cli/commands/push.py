"""``keikaku push``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli.options import Database, Format, Language, Password, User
from cli.output import Reader, Reply, written
from cli.views import push as view
from queries.answers import Answer


def push(
    ctx: typer.Context,
    address: Annotated[str, typer.Argument()],
    graphs: Annotated[list[str], typer.Argument()],
    user: User = None,
    password: Password = None,
    database: Database = None,
    format: Format = "table",
    lang: Language = None,
) -> Reply:
    """Put the documents of graph files into a server, and say what was written."""
    from graph import jsonfile
    from graph.store import push as store
    from graph.store.server import Login, connected

    read = [jsonfile.read(Path(each)) for each in graphs]
    with connected(address, Login(user, password, database)) as server:
        rows = list(store.push(server, read))
        answer = Answer("push", {"address": server.address}, rows)
    return Reply(written(answer, view, format, Reader(ctx.obj), answer.parameters["address"]))
