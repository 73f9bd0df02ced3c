"""``keikaku bridges``."""

from __future__ import annotations

from typing import Annotated

import typer

from keikaku.cli.options import Document, Form, Graph, Language, Out, Words
from keikaku.cli.output import Reply
from keikaku.cli.run import run_question


def bridges(
    ctx: typer.Context,
    top: Annotated[Words, typer.Option("--top")] = None,
    document: Document = None,
    graph: Graph = None,
    format: Form = None,
    out: Out = None,
    lang: Language = None,
) -> Reply:
    """Return what holds the plan together."""
    return run_question(ctx)
