"""``keikaku site``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from keikaku.cli.options import Graph, Language
from keikaku.cli.output import Reply
from keikaku.graph.language import Text
from keikaku.open_graph import open as opened

_WRITTEN = Text(
    "{n}ページを {out} に書き出しました。{out}/index.html をダブルクリックで開けます。",
    "Wrote {n} pages to {out}; a double click on {out}/index.html opens them.",
)


def site(
    ctx: typer.Context,
    out: Annotated[str, typer.Option("--out")],
    graph: Graph = None,
    public: Annotated[bool, typer.Option("--public")] = False,
    lang: Language = None,
) -> Reply:
    """Write a folder of static pages for a shared drive or a web server."""
    from keikaku.exports import site as pages

    with opened(graph) as source:
        written = pages.write(Path(out), source.graph, ctx.obj, public=public)
    return Reply(_WRITTEN.format(n=len(written), out=out).of(ctx.obj))
