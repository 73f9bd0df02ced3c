"""``keikaku progress``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from keikaku.cli.options import AllRows, Document, Form, Graph, Language, Out, Top, Words
from keikaku.cli.output import Reply
from keikaku.cli.run import OutputOptions
from keikaku.cli.sources import refuse_to_overwrite
from keikaku.cli.views import progress_view as view
from keikaku.graph.errors import KeikakuError
from keikaku.open_graph import OpenGraph
from keikaku.open_graph import open as opened


def progress(
    ctx: typer.Context,
    file: Annotated[Words, typer.Argument()] = None,
    department: Annotated[Words, typer.Option("--department")] = None,
    goal: Annotated[Words, typer.Option("--goal")] = None,
    plan: Annotated[Words, typer.Option("--plan")] = None,
    state: Annotated[Words, typer.Option("--state")] = None,
    template: Annotated[bool, typer.Option("--template")] = False,
    document: Document = None,
    graph: Graph = None,
    format: Form = None,
    out: Out = None,
    top: Top = None,
    all_rows: AllRows = False,
    lang: Language = None,
) -> Reply:
    """Tell how far the indicators have come, or write the form to fill in."""
    from keikaku.workshop import progress as room

    with opened(graph) as source:
        if template:
            return Reply(_template(source, file, out, department, document, ctx, graph))
        if file is None and not room.prints_actuals(source.graph):
            raise KeikakuError(view.NO_FILE)
        if out and room.is_form(Path(out)):
            raise KeikakuError(view.NO_TEMPLATE.format(out=out))
        wanted = OutputOptions.of(ctx, *([file] if file else []))
        answer = room.answer(
            source.graph,
            room.read(Path(file), source.graph) if file else room.Progress(""),
            department=department,
            goal=goal,
            plan=plan,
            state=state,
            document=document,
        )
        return Reply(wanted.render(answer, view, source))


def _template(
    source: OpenGraph,
    file: str | None,
    out: str | None,
    department: str | None,
    document: str | None,
    ctx: typer.Context,
    graph: str | None,
) -> str:
    from keikaku.workshop import progress as room

    path = Path(out or view.file_name(source.graph, document, department))
    refuse_to_overwrite(str(path), [file, graph])
    if path.exists():
        raise KeikakuError(view.THERE.format(path=path))
    known = room.read(Path(file), source.graph) if file else None
    rows = room.template(
        source.graph,
        path,
        document=document,
        department=department,
        progress=known,
        lang=ctx.obj,
    )
    return view.WRITTEN.format(path=path, rows=rows).of(ctx.obj)
