"""``keikaku load``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

import keikaku
from keikaku.cli import text_tables
from keikaku.cli.options import Corrections, Format, Language, Themes, Words
from keikaku.cli.output import Reader, Reply, render_answer
from keikaku.cli.sources import beside, loaded, refuse_to_overwrite, with_progress
from keikaku.cli.views import load_view as view
from keikaku.graph import jsonfile
from keikaku.graph.errors import KeikakuError
from keikaku.graph.language import Text
from keikaku.graph.merging import Conflict
from keikaku.graph.network import Attributes, Graph, from_payload
from keikaku.queries.answers import Answer, drop_none, plain
from keikaku.queries.summary import summary

_ONE_ID = Text(
    "--id は、原本を1つだけ読み込むときに指定できます。", "--id can be used with one source only."
)
_ONE_THING = Text(
    "--explain は原本の読み方を示すだけです。--out、--corrections、--id とは一緒に指定できません。",
    "--explain only shows how the source is read, without --out, --corrections and --id.",
)


def load(
    ctx: typer.Context,
    sources: Annotated[list[str], typer.Argument()],
    out: Annotated[Words, typer.Option("--out")] = None,
    corrections: Corrections = None,
    themes: Themes = None,
    layout: Annotated[Words, typer.Option("--layout")] = None,
    facts_only: Annotated[bool, typer.Option("--facts-only")] = False,
    with_prose: Annotated[bool, typer.Option("--with-prose")] = False,
    strict: Annotated[bool, typer.Option("--strict")] = False,
    identity: Annotated[Words, typer.Option("--id")] = None,
    explain: Annotated[Words, typer.Option("--explain")] = None,
    format: Format = "table",
    lang: Language = None,
) -> Reply:
    """Read sources, write their graph, and say what it holds."""
    if identity and len(sources) > 1:
        raise KeikakuError(_ONE_ID)
    if explain and (out or corrections or identity):
        raise KeikakuError(_ONE_THING)
    if explain:
        texts = (keikaku.explain(source, explain, themes=themes) for source in sources)
        return Reply("\n\n".join(map(text_tables.clean, texts)))
    if out:
        read = [*sources, corrections, themes, *map(beside, sources)]
        refuse_to_overwrite(out, read)
    rows: list[dict[str, Any]] = []
    contents = []
    notes: list[Text] = []
    for source in with_progress(sources, ctx.obj):
        one = loaded(
            source,
            corrections=corrections,
            themes=themes,
            layout=layout,
            identity=identity,
            facts_only=facts_only,
            with_prose=with_prose,
        )
        contents.append(one.content)
        notes += one.notes
        counts = plain(summary(one.content))
        rows.append({"source": source, "corrections": one.corrections, **counts})
    whole, conflicts = _whole(contents)
    if out:
        jsonfile.write(Path(out), whole)
    notes += [*map(view.conflict, conflicts), view.saved(out)]
    parameters = drop_none(
        out=out, themes=themes, layout=layout, id=identity, facts_only=facts_only or None
    )
    answer = Answer("load", parameters, rows, notes=notes)
    failed = strict and any(row["findings"]["error"] for row in rows)
    return Reply(render_answer(answer, view, format, Reader(ctx.obj), out), int(failed))


def _whole(contents: list[Attributes]) -> tuple[Graph | Attributes, list[Conflict]]:
    """Return the graph of all sources.

    One source stays as it is; several become one graph, with the facts on which they disagree.
    """
    if len(contents) == 1:
        return contents[0], []
    return keikaku.merge(*map(from_payload, contents))
