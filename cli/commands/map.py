"""``keikaku map``."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

import keikaku
from keikaku.cli.options import Document, Graph, Language, Words
from keikaku.cli.output import Reply
from keikaku.cli.sources import refuse_to_overwrite
from keikaku.cli.views import map_view as view
from keikaku.open_graph import open as opened


def map(  # noqa: A001 - the command's name
    ctx: typer.Context,
    focus: Annotated[Words, typer.Option("--focus")] = None,
    depth: Annotated[Words, typer.Option("--depth")] = None,
    theme: Annotated[Words, typer.Option("--theme")] = None,
    department: Annotated[Words, typer.Option("--department")] = None,
    goal: Annotated[Words, typer.Option("--goal")] = None,
    progress: Annotated[Words, typer.Option("--progress")] = None,
    before: Annotated[Words, typer.Option("--before")] = None,
    out: Annotated[Words, typer.Option("--out")] = None,
    open_it: Annotated[bool, typer.Option("--open")] = False,
    document: Document = None,
    graph: Graph = None,
    lang: Language = None,
) -> Reply:
    """Write the map and say where it is."""
    with ExitStack() as stack:
        source = stack.enter_context(opened(graph))
        earlier = stack.enter_context(opened(before)).graph if before else None
        part = focus or theme or department or goal
        path = Path(out or view.file_name(source.graph, document, part))
        refuse_to_overwrite(str(path), [graph, progress, before])
        keikaku.map(
            source.graph,
            path,
            focus=focus,
            depth=depth,
            theme=theme,
            department=department,
            goal=goal,
            document=document,
            progress=progress,
            before=earlier,
            lang=ctx.obj,
        )
    if open_it:
        import webbrowser

        webbrowser.open(path.resolve().as_uri())
    return Reply(view.render(path, ctx.obj))
