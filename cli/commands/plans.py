"""``keikaku plans``."""

from __future__ import annotations

from typing import Annotated

import typer

from keikaku.cli.options import Document, Form, Graph, Language, Out, Words
from keikaku.cli.output import Reply
from keikaku.cli.run import run_question


def plans(
    ctx: typer.Context,
    theme: Annotated[Words, typer.Option("--theme")] = None,
    basis: Annotated[Words, typer.Option("--basis")] = None,
    department: Annotated[Words, typer.Option("--department")] = None,
    guideline: Annotated[Words, typer.Option("--guideline")] = None,
    goal: Annotated[Words, typer.Option("--goal")] = None,
    initiative: Annotated[Words, typer.Option("--initiative")] = None,
    sdg: Annotated[Words, typer.Option("--sdg")] = None,
    year: Annotated[Words, typer.Option("--year")] = None,
    text: Annotated[Words, typer.Option("--text")] = None,
    document: Document = None,
    graph: Graph = None,
    format: Form = None,
    out: Out = None,
    lang: Language = None,
) -> Reply:
    """Return the plans that match all that is asked."""
    return run_question(ctx)
