"""``keikaku indicators``."""

from __future__ import annotations

from typing import Annotated

import typer

from keikaku.cli.options import Document, Form, Graph, Language, Out, Words
from keikaku.cli.output import Reply
from keikaku.cli.run import run_question


def indicators(
    ctx: typer.Context,
    without_baseline: Annotated[bool, typer.Option("--without-baseline")] = False,
    at_target: Annotated[bool, typer.Option("--at-target")] = False,
    unit: Annotated[Words, typer.Option("--unit")] = None,
    department: Annotated[Words, typer.Option("--department")] = None,
    goal: Annotated[Words, typer.Option("--goal")] = None,
    document: Document = None,
    graph: Graph = None,
    format: Form = None,
    out: Out = None,
    lang: Language = None,
) -> Reply:
    """Return targets and baselines."""
    return run_question(ctx)
