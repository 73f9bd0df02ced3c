"""``keikaku pull``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from keikaku.cli.options import Database, Language, Password, User
from keikaku.cli.output import Reply
from keikaku.graph.language import Text

_SAVED = Text("{out} に保存しました。", "Written to {out}.")


def pull(
    ctx: typer.Context,
    address: Annotated[str, typer.Argument()],
    out: Annotated[str, typer.Option("--out")],
    documents: Annotated[list[str] | None, typer.Option("--document")] = None,
    user: User = None,
    password: Password = None,
    database: Database = None,
    lang: Language = None,
) -> Reply:
    """Write all that a server holds, or some documents of it, to a graph file."""
    from keikaku.graph import jsonfile
    from keikaku.graph.store import pull as store
    from keikaku.graph.store.server import Login, connected

    with connected(address, Login(user, password, database)) as server:
        jsonfile.write(Path(out), store.pull(server, documents))
    return Reply(_SAVED.format(out=out).of(ctx.obj))
