"""``keikaku push``."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from keikaku.cli.options import Database, Format, Language, Password, User
from keikaku.cli.output import Reader, Reply, render_answer
from keikaku.cli.views import push_view as view
from keikaku.graph.language import Lang, Text
from keikaku.queries.answers import Answer

if TYPE_CHECKING:
    from collections.abc import Callable

    from keikaku.graph.network import Graph
    from keikaku.graph.store.push import Pushed
    from keikaku.graph.store.server import Server

_PROGRESS = Text("書き込み中", "pushing")


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
    from keikaku.graph.store.server import Login, connected

    with connected(address, Login(user, password, database)) as server:
        rows = list(_pushed(server, graphs, ctx.obj))
        answer = Answer("push", {"address": server.address}, rows)
    return Reply(render_answer(answer, view, format, Reader(ctx.obj), answer.parameters["address"]))


def _pushed(server: Server, files: Sequence[str], lang: Lang) -> Iterator[Pushed]:
    """Push file by file, so that only few of many files are in memory."""
    from keikaku.cli.sources import graph_of
    from keikaku.graph.store import push as store

    last_of_file = set()

    def read() -> Iterator[Graph]:
        for each in files:
            graph = graph_of(each)
            last_of_file.add(graph.graph["documents"][-1]["id"])
            yield graph

    with _progress(len(files), lang) as step:
        for row in store.push(server, read()):
            if row.document in last_of_file:
                step(1)
            yield row


@contextmanager
def _progress(files: int, lang: Lang) -> Iterator[Callable[[int], None]]:
    """Provide a bar that moves on with each file, where there are several and a person watches."""
    if files < 2 or sys.stderr is None or not sys.stderr.isatty():
        yield lambda _: None
        return
    with typer.progressbar(length=files, label=_PROGRESS.of(lang), file=sys.stderr) as bar:
        yield bar.update
