"""``keikaku ask``."""

from __future__ import annotations

from typing import Annotated

import typer

from keikaku.cli.options import Document, Form, Graph, Language, Out
from keikaku.cli.output import Reply
from keikaku.cli.run import run_sentence


def ask(
    ctx: typer.Context,
    sentence: Annotated[list[str], typer.Argument()],
    document: Document = None,
    graph: Graph = None,
    format: Form = None,
    out: Out = None,
    lang: Language = None,
) -> Reply:
    """Return a question as a person says it."""
    return run_sentence(ctx)
