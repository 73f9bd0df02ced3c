"""``keikaku whatif``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

import keikaku
from keikaku.cli.options import Document, Format, Graph, Language, Several, Words, in_order
from keikaku.cli.output import Reader, Reply, render_answer
from keikaku.cli.sources import refuse_to_overwrite
from keikaku.cli.views import whatif_view as view
from keikaku.open_graph import open as opened


def whatif(
    ctx: typer.Context,
    merge_departments: Annotated[Several, typer.Option("--merge-departments")] = None,
    split_department: Annotated[Several, typer.Option("--split-department")] = None,
    rename: Annotated[Several, typer.Option("--rename")] = None,
    drop_plan: Annotated[Several, typer.Option("--drop-plan")] = None,
    move_plan: Annotated[Several, typer.Option("--move-plan")] = None,
    hand_over: Annotated[Several, typer.Option("--hand-over")] = None,
    drop_guideline: Annotated[Several, typer.Option("--drop-guideline")] = None,
    changes: Annotated[Several, typer.Option("--changes")] = None,
    out: Annotated[Words, typer.Option("--out")] = None,
    document: Document = None,
    graph: Graph = None,
    format: Format = "table",
    lang: Language = None,
) -> Reply:
    """Tell what changes would bring; keep the variant where ``--out`` says so."""
    from keikaku.queries.whatif.answer import answer

    asked = _asked(ctx)
    if out:
        refuse_to_overwrite(out, [graph, *(changes or ())])
    with opened(graph) as source:
        variant, told = answer(source.graph, asked, document=document)
        if out:
            keikaku.write(variant, out)
        told.notes.extend(view.saved(out))
        return Reply(render_answer(told, view, format, Reader(ctx.obj), source.name))


def _asked(ctx: Any) -> list[Any]:
    """Return the changes in the order of the command line; those of a file where it stands."""
    from keikaku.loaders.changes import FORMS, parse

    kinds = {kind.replace("-", "_"): kind for kind in FORMS}
    found: list[Any] = []
    for name, value in in_order(ctx, {*kinds, "changes"}):
        found += _of_file(value) if name == "changes" else [parse(kinds[name], value)]
    return found


def _of_file(path: str) -> list[Any]:
    from keikaku.loaders.changes.changes_file import read

    return read(Path(path))
