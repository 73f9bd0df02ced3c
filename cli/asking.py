"""What every question command does: open the graph, ask, write the answer."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from cli.opening import Source, opened
from cli.output import Reader, Reply, written
from queries.answers import Answer
from queries.registry import QUESTIONS


def asked(ctx: Any) -> Reply:
    """The reply to the question that the command is named after, from its own options."""
    name, given = ctx.info_name, ctx.params
    wanted = {parameter: given[parameter] for parameter in QUESTIONS[name].parameters}
    with opened(given["graph"]) as source:
        return _reply(source, source.ask(name, **wanted), ctx)


def understood(ctx: Any) -> Reply:
    """The reply to a sentence: how it was understood, then the answer to that question."""
    from queries.sentences import answered

    given = ctx.params
    with opened(given["graph"]) as source:
        sentence = " ".join(given["sentence"])
        answer = answered(source.directory.of, source.ask, sentence, given["document"])
        return _reply(source, answer, ctx)


def _reply(source: Source, answer: Answer[Any], ctx: Any) -> Reply:
    given = ctx.params
    view: Any = import_module(f"cli.views.{answer.question}")
    reader = Reader(ctx.obj, given["document"] is None and source.several)
    return Reply(written(answer, view, given["format"], reader, source.name))
