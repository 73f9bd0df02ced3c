"""``keikaku relate``."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Any

import typer

from keikaku.cli.output import Reply
from keikaku.cli.run import OutputOptions
from keikaku.cli.views import relate_view as view
from keikaku.open_graph import open as opened
from keikaku.queries.registry import DECLARED


def relate(ctx: typer.Context, **options: Any) -> Reply:
    """Report which projects of another graph each plan is related to, and why."""
    from keikaku.queries.relate.answer import answer

    wanted = OutputOptions.of(ctx, options["graph"], options["others"])
    with ExitStack() as stack:
        near = stack.enter_context(opened(options["graph"]))
        far = stack.enter_context(opened(options["others"]))
        rows = answer(near.graph, far.graph, **DECLARED["relate"].given_in(options))
        name = f"{near.name} → {far.name}"
        return Reply(wanted.delivered(rows, view, name, name if options["out"] else None))
