"""``keikaku plan``."""

from __future__ import annotations

from typing import Annotated

import typer

from keikaku.cli.options import Document, Form, Graph, Language, Out
from keikaku.cli.output import Reply
from keikaku.cli.run import run_question


def plan(
    ctx: typer.Context,
    number: Annotated[str, typer.Argument()],
    document: Document = None,
    graph: Graph = None,
    format: Form = None,
    out: Out = None,
    lang: Language = None,
) -> Reply:
    """Return one plan whole."""
    return run_question(ctx)
