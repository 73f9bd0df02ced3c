"""``keikaku impact``."""

from __future__ import annotations

from typing import Annotated

import typer

from keikaku.cli.options import Document, Form, Graph, Language, Out, Words
from keikaku.cli.output import Reply
from keikaku.cli.run import run_question


def impact(
    ctx: typer.Context,
    node: Annotated[str, typer.Argument()],
    depth: Annotated[Words, typer.Option("--depth")] = None,
    include_inferred: Annotated[bool, typer.Option("--include-inferred")] = False,
    document: Document = None,
    graph: Graph = None,
    format: Form = None,
    out: Out = None,
    lang: Language = None,
) -> Reply:
    """Return what is affected if something changes."""
    return run_question(ctx)
