"""``keikaku workload``."""

from __future__ import annotations

from typing import Annotated

import typer

from keikaku.cli.options import Document, Form, Graph, Language, Out, Words
from keikaku.cli.output import Reply
from keikaku.cli.run import run_question


def workload(
    ctx: typer.Context,
    department: Annotated[Words, typer.Option("--department")] = None,
    goal: Annotated[Words, typer.Option("--goal")] = None,
    by: Annotated[Words, typer.Option("--by")] = None,
    document: Document = None,
    graph: Graph = None,
    format: Form = None,
    out: Out = None,
    lang: Language = None,
) -> Reply:
    """Return what each department answers for."""
    return run_question(ctx)
