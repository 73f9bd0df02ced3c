"""``keikaku compare``."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Any

import typer

from keikaku.cli.output import Reply
from keikaku.cli.run import OutputOptions
from keikaku.cli.views import compare_view as view
from keikaku.open_graph import open as opened
from keikaku.queries.registry import DECLARED


def compare(ctx: typer.Context, **options: Any) -> Reply:
    """Report what became of each plan from one document to another."""
    from keikaku.queries.compare.answer import answer

    old, new = options["earlier"], options["later"]
    wanted = OutputOptions.of(ctx, old, new)
    with ExitStack() as stack:
        earlier = stack.enter_context(opened(old))
        later = stack.enter_context(opened(new)) if new else None
        parameters = DECLARED["compare"].given_in(options)
        rows = answer(earlier.graph, later.graph if later else None, **parameters)
        name = f"{earlier.name} → {later.name}" if later else earlier.name
        return Reply(wanted.delivered(rows, view, name, name if options["out"] else None))
