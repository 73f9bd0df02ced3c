"""``keikaku workshop next``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import keikaku
from keikaku.cli.options import Format, Graph, Language, Words
from keikaku.cli.output import Reader, Reply, render_answer
from keikaku.cli.sources import refuse_to_overwrite
from keikaku.cli.views import workshop_next_view as view
from keikaku.open_graph import open as opened


def next(  # noqa: A001 - the command's name
    ctx: typer.Context,
    decisions: Annotated[str, typer.Argument()],
    out: Annotated[Words, typer.Option("--out")] = None,
    progress: Annotated[Words, typer.Option("--progress")] = None,
    gaps: Annotated[str, typer.Option("--gaps")] = "fail",
    identity: Annotated[Words, typer.Option("--id")] = None,
    title: Annotated[Words, typer.Option("--title")] = None,
    first_year: Annotated[Words, typer.Option("--first-year")] = None,
    last_year: Annotated[Words, typer.Option("--last-year")] = None,
    graph: Graph = None,
    format: Format = "table",
    lang: Language = None,
) -> Reply:
    """Make the next edition's graph, and say what became of each plan."""
    from keikaku.workshop.edition import Period
    from keikaku.workshop.edition.outcomes import next_edition
    from keikaku.workshop.progress import read

    if out:
        refuse_to_overwrite(out, [decisions, progress, graph])
    with opened(graph) as source:
        both, answer = next_edition(
            source.graph,
            Path(decisions),
            period=Period(identity, title, first_year, last_year),
            progress=read(Path(progress), source.graph) if progress else None,
            gaps=gaps,
        )
        if out:
            keikaku.write(both, out)
        answer.notes.append(view.saved(out))
        return Reply(render_answer(answer, view, format, Reader(ctx.obj), source.name))
