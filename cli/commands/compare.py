"""``keikaku compare``."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Annotated

import typer

from cli.opening import opened
from cli.options import Format, Language, Words
from cli.output import Reader, Reply, written
from cli.views import compare as view


def compare(
    ctx: typer.Context,
    old: Annotated[str, typer.Argument()],
    new: Annotated[Words, typer.Argument()] = None,
    old_id: Annotated[Words, typer.Option("--old")] = None,
    new_id: Annotated[Words, typer.Option("--new")] = None,
    format: Format = "table",
    lang: Language = None,
) -> Reply:
    """Tell what became of each plan from one document to another."""
    from queries.compare import answer

    with ExitStack() as stack:
        earlier = stack.enter_context(opened(old))
        later = stack.enter_context(opened(new)) if new else None
        told = answer(earlier.graph, later.graph if later else None, old_id=old_id, new_id=new_id)
        name = f"{earlier.name} → {later.name}" if later else earlier.name
        return Reply(written(told, view, format, Reader(ctx.obj), name))
