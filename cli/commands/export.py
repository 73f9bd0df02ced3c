"""``keikaku export``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import keikaku
from keikaku.cli.options import Document, Graph, Language, Several, Words
from keikaku.cli.output import Reply
from keikaku.cli.sources import graph_of, refuse_to_overwrite, with_progress
from keikaku.graph.errors import KeikakuError
from keikaku.graph.language import Lang, Text
from keikaku.open_graph import open as opened

_WRITTEN = Text("{path} に書き出しました（{form}）。", "{path} is written ({form}).")
_ONE_PLACE = Text(
    "出力先を1つ指定してください（例: keikaku export 計画.xlsx）。",
    "Name one place to write to (as in keikaku export plan.xlsx).",
)
_NO_DOCUMENT = Text(
    "--neo4j-admin は、--to、--document と一緒には使えません。",
    "--neo4j-admin cannot be used with --to or --document.",
)
_IMPORT = Text(
    "{path} に書き出しました（計画書{documents}件、節点{nodes}、関係{relationships}）。\n"
    "サーバーを止めた状態で、次を実行すると取り込めます（既存の内容は置き換わります）:\n"
    "  cd {path} && neo4j-admin database import full @import.args --overwrite-destination neo4j",
    "{path} is written (documents: {documents}, nodes: {nodes}, relationships: {relationships}).\n"
    "With the server stopped, this imports it and replaces the database:\n"
    "  cd {path} && neo4j-admin database import full @import.args --overwrite-destination neo4j",
)


def export(
    ctx: typer.Context,
    path: Annotated[Several, typer.Argument()] = None,
    to: Annotated[Words, typer.Option("--to")] = None,
    neo4j_admin: Annotated[Words, typer.Option("--neo4j-admin")] = None,
    document: Document = None,
    graph: Graph = None,
    lang: Language = None,
) -> Reply:
    """Write the graph in the format of another tool."""
    if neo4j_admin is not None:
        if to or document:
            raise KeikakuError(_NO_DOCUMENT)
        return _import_files(neo4j_admin, path or [], graph, ctx.obj)
    if not path or len(path) > 1:
        raise KeikakuError(_ONE_PLACE)
    (out,) = path
    refuse_to_overwrite(out, [graph])
    with opened(graph) as source:
        form = keikaku.export(source.graph, out, to=to, document=document, lang=ctx.obj)
    return Reply(_WRITTEN.format(path=out, form=form).of(ctx.obj))


def _import_files(folder: str, sources: list[str], graph: str | None, lang: Lang) -> Reply:
    """Write the files of a bulk import: of these sources, or of the open graph without any."""
    from keikaku.exports import neo4j_import

    refuse_to_overwrite(folder, [graph, *sources])
    if sources:
        graphs = (graph_of(each) for each in with_progress(sources, lang))
        files = neo4j_import.write(Path(folder), graphs)
    else:
        with opened(graph) as source:
            files = neo4j_import.write(Path(folder), [source.graph])
    counts = {name: f"{getattr(files, name):,}" for name in ("documents", "nodes", "relationships")}
    return Reply(_IMPORT.format(path=folder, **counts).of(lang))
