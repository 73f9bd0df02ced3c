"""``keikaku cypher``."""

from __future__ import annotations

from typing import Annotated

import typer

from keikaku.cli.cypher_text import for_browser
from keikaku.cli.options import Language
from keikaku.cli.output import Reply


def cypher(
    ctx: typer.Context,
    question: Annotated[list[str], typer.Argument()],
    lang: Language = None,
) -> Reply:
    """Return the statement behind a question, with its parameters."""
    return Reply(for_browser(question, ctx.obj))
