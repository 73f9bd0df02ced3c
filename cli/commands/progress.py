"""``keikaku progress``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from keikaku.cli.output import Reply
from keikaku.cli.run import OutputOptions
from keikaku.cli.sources import refuse_to_overwrite
from keikaku.cli.views import progress_view as view
from keikaku.graph.errors import KeikakuError
from keikaku.graph.language import Lang
from keikaku.open_graph import OpenGraph
from keikaku.open_graph import open as opened
from keikaku.queries.registry import DECLARED


def progress(
    ctx: typer.Context,
    template: Annotated[bool, typer.Option("--template")] = False,
    **options: Any,
) -> Reply:
    """Report how far the indicators have come, or write the form to fill in."""
    from keikaku.workshop import progress as room

    file, out = options["file"], options["out"]
    with opened(options["graph"]) as source:
        if template:
            return Reply(_template(source, options, ctx.obj))
        if file is None and not room.prints_actuals(source.graph):
            raise KeikakuError(view.NO_FILE)
        if out and room.is_form(Path(out)):
            raise KeikakuError(view.NO_TEMPLATE.format(out=out))
        wanted = OutputOptions.of(ctx, *([file] if file else []))
        answer = room.answer(
            source.graph,
            room.read(Path(file), source.graph) if file else room.Progress(""),
            **DECLARED["progress"].given_in(options),
        )
        return Reply(wanted.render(answer, view, source))


def _template(source: OpenGraph, options: Mapping[str, Any], lang: Lang) -> str:
    from keikaku.workshop import progress as room

    file, department, document = (options[name] for name in ("file", "department", "document"))
    path = Path(options["out"] or view.file_name(source.graph, document, department))
    refuse_to_overwrite(str(path), [file, options["graph"]])
    if path.exists():
        raise KeikakuError(view.THERE.format(path=path))
    known = room.read(Path(file), source.graph) if file else None
    rows = room.template(
        source.graph,
        path,
        document=document,
        department=department,
        progress=known,
        lang=lang,
    )
    return view.WRITTEN.format(path=path, rows=rows).of(lang)
