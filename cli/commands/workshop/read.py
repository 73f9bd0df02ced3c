"""``keikaku workshop read``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from keikaku.cli.options import Document, Format, Graph, Language, Words
from keikaku.cli.output import Reader, Reply, render_answer
from keikaku.cli.sources import refuse_to_overwrite
from keikaku.cli.views import workshop_read_view as view
from keikaku.open_graph import open as opened


def read(
    ctx: typer.Context,
    forms: Annotated[list[str], typer.Argument()],
    out: Annotated[Words, typer.Option("--out")] = None,
    conflicts: Annotated[Words, typer.Option("--conflicts")] = None,
    strict: Annotated[bool, typer.Option("--strict")] = False,
    document: Document = None,
    graph: Graph = None,
    format: Format = "table",
    lang: Language = None,
) -> Reply:
    """Gather filled forms into decisions, and say what is open."""
    from keikaku.workshop.collecting import collect

    if out:
        refuse_to_overwrite(out, [*forms, graph])
    with opened(graph) as source:
        answer = collect(
            source.graph,
            [Path(form) for form in forms],
            out=Path(out) if out else None,
            conflicts=Path(conflicts) if conflicts else None,
            document=document,
        )
        answer.notes.append(view.saved(out))
        (total,) = answer.totals or [None]
        failed = bool(total and (total.open_errors or (strict and total.open_gaps)))
        text = render_answer(answer, view, format, Reader(ctx.obj), source.name)
        return Reply(text, int(failed))
