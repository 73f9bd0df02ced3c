"""``keikaku template``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import keikaku
from keikaku.cli.options import Language, Words
from keikaku.cli.output import Reply
from keikaku.graph.errors import KeikakuError
from keikaku.graph.language import Text

_FILE = Text("計画の入力様式.xlsx", "plan-form.xlsx")
_THERE = Text(
    "{file}: すでにあります。--out で別の名前を指定してください。",
    "{file}: exists already; name another one with --out.",
)
_WRITTEN = Text(
    "{file} を作りました。記入後は keikaku load {file} --out plan.json で読み込みます。",
    "{file} is written. Once filled in, keikaku load {file} --out plan.json reads it.",
)


def template(
    ctx: typer.Context,
    out: Annotated[Words, typer.Option("--out")] = None,
    lang: Language = None,
) -> Reply:
    """Write the empty form of a plan."""
    file = out or _FILE.of(ctx.obj)
    if Path(file).exists():
        raise KeikakuError(_THERE.format(file=file))
    keikaku.template(file, lang=ctx.obj)
    return Reply(_WRITTEN.format(file=file).of(ctx.obj))
