"""``keikaku themes``."""

from __future__ import annotations

from typing import Annotated

import typer

from keikaku.cli.options import Document, Form, Graph, Language, Out, Words
from keikaku.cli.output import Reply
from keikaku.cli.run import run_question


def themes(
    ctx: typer.Context,
    theme: Annotated[Words, typer.Argument()] = None,
    with_theme: Annotated[Words, typer.Option("--with")] = None,
    and_theme: Annotated[Words, typer.Option("--and")] = None,
    basis: Annotated[Words, typer.Option("--basis")] = None,
    matrix: Annotated[Words, typer.Option("--matrix")] = None,
    goal: Annotated[Words, typer.Option("--goal")] = None,
    document: Document = None,
    graph: Graph = None,
    format: Form = None,
    out: Out = None,
    lang: Language = None,
) -> Reply:
    """Return each theme with its plans."""
    return run_question(ctx)
