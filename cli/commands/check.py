"""``keikaku check``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from keikaku.cli.corrections_init import write_findings, write_skeleton
from keikaku.cli.options import Corrections, Themes, Words
from keikaku.cli.output import Reply
from keikaku.cli.run import OutputOptions
from keikaku.cli.sources import beside, loaded
from keikaku.cli.views import check_view as view
from keikaku.graph.language import Text
from keikaku.graph.network import from_payload
from keikaku.open_graph import OpenGraph
from keikaku.open_graph import open as opened
from keikaku.queries.answers import Answer
from keikaku.queries.check.answer import FindingRow
from keikaku.queries.registry import QUESTIONS

_WRITTEN = Text("{file} に訂正のひな形を書きました。", "A skeleton was written to {file}.")


def check(
    ctx: typer.Context,
    source: Annotated[Words, typer.Argument()] = None,
    init: Annotated[Words, typer.Option("--init")] = None,
    strict: Annotated[bool, typer.Option("--strict")] = False,
    corrections: Corrections = None,
    themes: Themes = None,
    **options: Any,
) -> Reply:
    """Show the findings of a source, or those kept in a graph.

    ``options`` are the question's own parameters and the options of the output.
    """
    wanted = OutputOptions.of(
        ctx, source, corrections, themes, beside(source) if source else None, init
    )
    notes: list[Text] = []
    if source:
        wanted = wanted._replace(graph=None)
        one = loaded(source, corrections=corrections, themes=themes)
        notes, graph = one.notes, OpenGraph.of(from_payload(one.content), source)
    else:
        graph = opened(options["graph"])
    with graph as opened_graph:
        answer = opened_graph.question("check", **QUESTIONS["check"].given_in(options))
        answer.notes.extend(notes)
        if init:
            known = (corrections or beside(source)) if source else None
            write_skeleton(Path(init), opened_graph.graph, answer.rows, ctx.obj, known)
            answer.notes.append(_WRITTEN.format(file=init))
        if wanted.form == "xlsx" and wanted.out:
            known = (corrections or beside(source)) if source else None
            text = write_findings(Path(wanted.out), opened_graph.graph, answer.rows, ctx.obj, known)
            return Reply(text, int(_failed(answer, strict=strict)))
        text = wanted.render(answer, view, opened_graph)
        return Reply(text, int(_failed(answer, strict=strict)))


def _failed(answer: Answer[FindingRow], *, strict: bool) -> bool:
    """Return whether an error is open, and the command is to fail for it."""
    return strict and any(row.severity == "error" and row.settled is None for row in answer)
