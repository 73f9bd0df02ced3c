"""``keikaku ask``."""

from __future__ import annotations

from typing import Annotated

import typer

from keikaku.cli.options import AllRows, Document, Form, Graph, Language, Out, Top
from keikaku.cli.output import Reply
from keikaku.cli.run import run_sentence


def ask(
    ctx: typer.Context,
    sentence: Annotated[list[str], typer.Argument()],
    document: Document = None,
    graph: Graph = None,
    format: Form = None,
    out: Out = None,
    top: Top = None,
    all_rows: AllRows = False,
    lang: Language = None,
) -> Reply:
    """Answer a question in a person's own words."""
    return run_sentence(ctx)
