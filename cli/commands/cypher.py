"""``keikaku cypher``."""

from __future__ import annotations

from typing import Annotated

import typer

from cli.cyphering import pasted
from cli.options import Language
from cli.output import Reply


def cypher(
    ctx: typer.Context,
    question: Annotated[list[str], typer.Argument()],
    lang: Language = None,
) -> Reply:
    """The statement behind a question, with its parameters."""
    return Reply(pasted(question, ctx.obj))
