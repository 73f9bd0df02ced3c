"""``keikaku export``."""

from __future__ import annotations

from typing import Annotated

import typer

import keikaku
from keikaku.cli.options import Document, Graph, Language, Words
from keikaku.cli.output import Reply
from keikaku.cli.sources import refuse_to_overwrite
from keikaku.graph.language import Text
from keikaku.open_graph import open as opened

_WRITTEN = Text("{path} に書き出しました（{form}）。", "{path} is written ({form}).")


def export(
    ctx: typer.Context,
    path: Annotated[str, typer.Argument()],
    to: Annotated[Words, typer.Option("--to")] = None,
    document: Document = None,
    graph: Graph = None,
    lang: Language = None,
) -> Reply:
    """Write the graph in the format of another tool."""
    refuse_to_overwrite(path, [graph])
    with opened(graph) as source:
        form = keikaku.export(source.graph, path, to=to, document=document, lang=ctx.obj)
    return Reply(_WRITTEN.format(path=path, form=form).of(ctx.obj))
