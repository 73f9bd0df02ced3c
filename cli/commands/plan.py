"""``keikaku plan``."""

from __future__ import annotations

from typing import Annotated

import typer

from keikaku.cli.asking import asked
from keikaku.cli.options import Document, Form, Graph, Language, Out
from keikaku.cli.output import Reply


def plan(
    ctx: typer.Context,
    number: Annotated[str, typer.Argument()],
    document: Document = None,
    graph: Graph = None,
    format: Form = None,
    out: Out = None,
    lang: Language = None,
) -> Reply:
    """One plan whole."""
    return asked(ctx)
