"""``keikaku workshop questions``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from keikaku.cli.options import AllRows, Document, Form, Graph, Language, Out, Top, Words
from keikaku.cli.output import Reply
from keikaku.cli.run import OutputOptions
from keikaku.cli.views import workshop_questions_view as view
from keikaku.open_graph import open as opened


def questions(
    ctx: typer.Context,
    plan: Annotated[Words, typer.Argument()] = None,
    progress: Annotated[Words, typer.Option("--progress")] = None,
    document: Document = None,
    graph: Graph = None,
    format: Form = None,
    out: Out = None,
    top: Top = None,
    all_rows: AllRows = False,
    lang: Language = None,
) -> Reply:
    """Show the questions that the plans raise, each with its fact."""
    from keikaku.workshop import rules
    from keikaku.workshop.progress import read

    wanted = OutputOptions.of(ctx, progress)
    with opened(graph) as source:
        progress_values = read(Path(progress), source.graph) if progress else None
        answer = rules.answer(
            source.graph, document=document, plan=plan, progress=progress_values, lang=ctx.obj
        )
        return Reply(wanted.render(answer, view, source))
