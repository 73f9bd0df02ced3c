"""``keikaku whatif``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

import keikaku
from keikaku.cli.cutting import limit_of
from keikaku.cli.options import Format, Words, in_order
from keikaku.cli.output import Reader, Reply, is_terminal, render_answer
from keikaku.cli.sources import refuse_to_overwrite
from keikaku.cli.views import whatif_view as view
from keikaku.open_graph import open as opened
from keikaku.queries.registry import DECLARED

if TYPE_CHECKING:
    from keikaku.graph.changes.change_types import RequestedChange


def whatif(
    ctx: typer.Context,
    out: Annotated[Words, typer.Option("--out")] = None,
    format: Format = "table",
    **options: Any,
) -> Reply:
    """Report what changes would cause; keep the variant with ``--out``."""
    from keikaku.queries.whatif.answer import answer

    changes = [*_changes(ctx)]
    if out:
        refuse_to_overwrite(out, [options["graph"], *(options["file"] or ())])
    limit = limit_of(options, own_top=False, on_screen=format == "table" and is_terminal())
    with opened(options["graph"]) as source:
        variant, rows = answer(source.graph, changes, document=options["document"])
        if out:
            keikaku.write(variant, out)
        rows.notes.extend(view.saved(out))
        reader = Reader(ctx.obj, limit=limit)
        return Reply(render_answer(rows, view, format, reader, source.name))


def _changes(ctx: Any) -> Iterator[RequestedChange]:
    """Yield the changes in the order of the command line; those of a file at its place."""
    from keikaku.loaders.changes import parse

    for name, value in in_order(ctx, {each.name for each in DECLARED["whatif"].inputs}):
        if name == "file":
            from keikaku.loaders.changes.changes_file import read  # needs pydantic and YAML

            yield from read(Path(value))
        else:
            yield parse(name.replace("_", "-"), value)
