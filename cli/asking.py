"""What every question command does: open the graph, ask, write the answer."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from cli.opening import opened
from cli.output import Reader, Reply, written
from queries.registry import QUESTIONS


def asked(ctx: Any) -> Reply:
    """The reply to the question that the command is named after, from its own options."""
    name, given = ctx.info_name, ctx.params
    wanted = {parameter: given[parameter] for parameter in QUESTIONS[name].parameters}
    with opened(given["graph"]) as source:
        answer = source.ask(name, **wanted)
        view: Any = import_module(f"cli.views.{name}")
        reader = Reader(ctx.obj, given["document"] is None and source.several)
        return Reply(written(answer, view, given["format"], reader, source.name))
