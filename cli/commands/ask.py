"""``keikaku ask``."""

from __future__ import annotations

from typing import Annotated

import typer

from cli.asking import understood
from cli.options import Document, Format, Graph, Language
from cli.output import Reply


def ask(
    ctx: typer.Context,
    sentence: Annotated[list[str], typer.Argument()],
    document: Document = None,
    graph: Graph = None,
    format: Format = "table",
    lang: Language = None,
) -> Reply:
    """A question as a person says it."""
    return understood(ctx)
