"""``keikaku mcp``."""

from __future__ import annotations

import typer

from keikaku.cli.options import Graph, Language
from keikaku.cli.output import Reply


def mcp(ctx: typer.Context, graph: Graph = None, lang: Language = None) -> Reply:
    """Serve the questions to an assistant over standard input and output."""
    from keikaku.assistants import assistant_server
    from keikaku.open_graph import open as opened

    with opened(graph) as source:
        assistant_server(source, ctx.obj).run("stdio")
    return Reply("")
