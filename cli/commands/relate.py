"""``keikaku relate``."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Annotated

import typer

from keikaku.cli.options import Form, Language, Out, Words
from keikaku.cli.output import Reply
from keikaku.cli.run import OutputOptions
from keikaku.cli.views import relate_view as view
from keikaku.open_graph import open as opened


def relate(
    ctx: typer.Context,
    graph: Annotated[str, typer.Argument()],
    others: Annotated[str, typer.Option("--to")],
    plan: Annotated[Words, typer.Option("--plan")] = None,
    project: Annotated[Words, typer.Option("--project")] = None,
    top: Annotated[int, typer.Option("--top")] = 5,
    format: Form = None,
    out: Out = None,
    lang: Language = None,
) -> Reply:
    """Tell which projects of another graph each plan has to do with, and why."""
    from keikaku.queries.relate.answer import answer

    wanted = OutputOptions.of(ctx, graph, others)
    with ExitStack() as stack:
        near = stack.enter_context(opened(graph))
        far = stack.enter_context(opened(others))
        rows = answer(near.graph, far.graph, plan=plan, project=project, top=top)
        name = f"{near.name} → {far.name}"
        return Reply(wanted.delivered(rows, view, name, name if out else None))
