"""``keikaku workshop pack``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from keikaku.cli.options import Document, Graph, Language, Words
from keikaku.cli.output import Reply
from keikaku.cli.sources import watched
from keikaku.cli.views import workshop_pack_view as view
from keikaku.open_graph import open as opened


def pack(
    ctx: typer.Context,
    out: Annotated[Words, typer.Option("--out")] = None,
    department: Annotated[Words, typer.Option("--department")] = None,
    goal: Annotated[Words, typer.Option("--goal")] = None,
    progress: Annotated[Words, typer.Option("--progress")] = None,
    due: Annotated[Words, typer.Option("--due")] = None,
    contact: Annotated[Words, typer.Option("--contact")] = None,
    document: Document = None,
    graph: Graph = None,
    lang: Language = None,
) -> Reply:
    """Write forms, issue sheets and the hand-out of the workshop into a folder."""
    from keikaku.workshop import pack as packing
    from keikaku.workshop.progress import read

    with opened(graph) as source:
        progress_values = read(Path(progress), source.graph) if progress else None
        packed = packing.pack(
            source.graph,
            Path(out or view.folder_name(ctx.obj)),
            document=document,
            department=department,
            goal=goal,
            progress=progress_values,
            due=due,
            contact=contact,
            lang=ctx.obj,
            watch=lambda files: watched(files, view.WRITING, ctx.obj),
        )
    return Reply(view.render(packed, ctx.obj))
