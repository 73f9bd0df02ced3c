"""``keikaku workshop questions``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli.asking import Wanted
from cli.opening import opened
from cli.options import Document, Form, Graph, Language, Out, Words
from cli.output import Reply
from cli.views import workshop_questions as view


def questions(
    ctx: typer.Context,
    plan: Annotated[Words, typer.Argument()] = None,
    progress: Annotated[Words, typer.Option("--progress")] = None,
    document: Document = None,
    graph: Graph = None,
    format: Form = None,
    out: Out = None,
    lang: Language = None,
) -> Reply:
    """Show the questions that the plans raise, each with its fact."""
    from workshop import rules
    from workshop.progress import read

    wanted = Wanted.of(ctx, progress)
    with opened(graph) as source:
        told = read(Path(progress), source.graph) if progress else None
        answer = rules.answer(
            source.graph, document=document, plan=plan, progress=told, lang=ctx.obj
        )
        return Reply(wanted.told(answer, view, source))
