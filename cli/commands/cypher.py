"""``keikaku cypher``."""

from __future__ import annotations

from typing import Annotated

import typer

from keikaku.cli.cyphering import pasted
from keikaku.cli.options import Language
from keikaku.cli.output import Reply


def cypher(
    ctx: typer.Context,
    question: Annotated[list[str], typer.Argument()],
    lang: Language = None,
) -> Reply:
    """The statement behind a question, with its parameters."""
    return Reply(pasted(question, ctx.obj))
