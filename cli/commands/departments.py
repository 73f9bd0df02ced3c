"""``keikaku departments``."""

from __future__ import annotations

from typing import Annotated

import typer

from keikaku.cli.options import Document, Form, Graph, Language, Out, Words
from keikaku.cli.output import Reply
from keikaku.cli.run import run_question


def departments(
    ctx: typer.Context,
    department: Annotated[Words, typer.Argument()] = None,
    matrix: Annotated[Words, typer.Option("--matrix")] = None,
    goal: Annotated[Words, typer.Option("--goal")] = None,
    document: Document = None,
    graph: Graph = None,
    format: Form = None,
    out: Out = None,
    lang: Language = None,
) -> Reply:
    """Return each department with its plans."""
    return run_question(ctx)
