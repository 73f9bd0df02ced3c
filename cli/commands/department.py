"""``keikaku department``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import typer

from keikaku.cli.output import Reply
from keikaku.cli.run import SAVED, OutputOptions
from keikaku.cli.views import department_view as view
from keikaku.graph.language import Lang
from keikaku.open_graph import open as opened
from keikaku.queries.answers import Answer
from keikaku.queries.registry import DECLARED

_PRINTED = {".html", ".docx"}


def department(ctx: typer.Context, **options: Any) -> Reply:
    """Report all that one department is responsible for; ``--out`` may be a page to print."""
    from keikaku.queries.department.answer import answer

    out = options["out"]
    printed = out and Path(out).suffix.lower() in _PRINTED and options["format"] is None
    wanted = None if printed else OutputOptions.of(ctx)
    with opened(options["graph"]) as source:
        whole = answer(source.question, **DECLARED["department"].given_in(options))
        if wanted is not None:
            return Reply(wanted.render(whole, view, source))
    return Reply(_print(whole, Path(str(out)), ctx.obj))


def _print(whole: Answer[Any], path: Path, lang: Lang) -> str:
    from keikaku.exports import department_sheet
    from keikaku.exports.department_page import title as department_title
    from keikaku.exports.documents import html_document, word_document

    blocks = [block for row in whole.rows for block in department_sheet.blocks(row, lang)]
    title = department_title(whole.rows[0], lang) if whole.rows else str(path.stem)
    if path.suffix.lower() == ".docx":
        word_document.write(path, title, blocks)
    else:
        html_document.write(path, title, blocks, lang)
    return SAVED.format(out=path).of(lang)
