"""``keikaku layout``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from keikaku.cli.options import Language, Words
from keikaku.cli.output import Reply
from keikaku.cli.sources import refuse_to_overwrite
from keikaku.cli.views import layout_view
from keikaku.graph.language import Text

_WRITTEN = Text(
    "{file} に様式定義を書きました。エディターで直してから、"
    "keikaku load {source} --layout {file} --out graph.json で読み込みます。",
    "The layout is written to {file}. Mend it in an editor, then "
    "keikaku load {source} --layout {file} --out graph.json reads by it.",
)


def layout(
    ctx: typer.Context,
    source: Annotated[str, typer.Argument()],
    out: Annotated[Words, typer.Option("--out")] = None,
    lang: Language = None,
) -> Reply:
    """Propose a layout for a source: what its labels mean, how sure, and what is unclear."""
    from keikaku.loaders.layouts.proposal.layout_writer import layout_text
    from keikaku.loaders.layouts.proposal.proposal import propose
    from keikaku.loaders.readers import read_source

    if out:
        refuse_to_overwrite(out, [source])
    proposal = propose(read_source(Path(source)))
    text = layout_view.page(proposal, ctx.obj)
    if out:
        from keikaku.graph.files import write_whole

        write_whole(Path(out), layout_text(proposal))
        text += "\n" + _WRITTEN.format(file=out, source=source).of(ctx.obj)
    return Reply(text)
