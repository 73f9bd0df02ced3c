"""``keikaku report``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import keikaku
from keikaku.cli.options import Document, Graph, Language, Words
from keikaku.cli.output import Reply
from keikaku.cli.run import SAVED
from keikaku.cli.sources import refuse_to_overwrite
from keikaku.open_graph import open as opened


def report(
    ctx: typer.Context,
    out: Annotated[str, typer.Option("--out")],
    progress: Annotated[Words, typer.Option("--progress")] = None,
    document: Document = None,
    graph: Graph = None,
    lang: Language = None,
) -> Reply:
    """Write the progress report, for Word or as a page to print."""
    refuse_to_overwrite(out, [graph, progress])
    with opened(graph) as source:
        keikaku.report(source.graph, Path(out), progress=progress, document=document, lang=ctx.obj)
    return Reply(SAVED.format(out=out).of(ctx.obj))
