"""``keikaku compare``."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Annotated

import typer

from keikaku.cli.options import AllRows, Form, Language, Out, Top, Words
from keikaku.cli.output import Reply
from keikaku.cli.run import OutputOptions
from keikaku.cli.views import compare_view as view
from keikaku.open_graph import open as opened


def compare(
    ctx: typer.Context,
    old: Annotated[str, typer.Argument()],
    new: Annotated[Words, typer.Argument()] = None,
    old_id: Annotated[Words, typer.Option("--old")] = None,
    new_id: Annotated[Words, typer.Option("--new")] = None,
    format: Form = None,
    out: Out = None,
    top: Top = None,
    all_rows: AllRows = False,
    lang: Language = None,
) -> Reply:
    """Tell what became of each plan from one document to another."""
    from keikaku.queries.compare.answer import answer

    wanted = OutputOptions.of(ctx, old, new)
    with ExitStack() as stack:
        earlier = stack.enter_context(opened(old))
        later = stack.enter_context(opened(new)) if new else None
        told = answer(earlier.graph, later.graph if later else None, old_id=old_id, new_id=new_id)
        name = f"{earlier.name} → {later.name}" if later else earlier.name
        return Reply(wanted.delivered(told, view, name, name if out else None))
