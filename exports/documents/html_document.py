"""A printed document as one HTML file: no request, no script, every text escaped, A4 in print."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import singledispatch
from html import escape
from pathlib import Path

from keikaku.exports.documents.document_blocks import (
    Bars,
    Block,
    Bullets,
    Cell,
    Contents,
    Heading,
    PageBreak,
    Paragraph,
    Shaded,
    Table,
)
from keikaku.graph.files import write_whole
from keikaku.graph.language import Lang

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_SHORT = re.compile(r"[\w.,:%＋+－―→⇢●○()（）-]{1,8}", re.ASCII)
"""A number, a year or a sign, which stays in one line however narrow the screen is."""

_KEY = ' class="key"'
_DARKEST = 0.6  # of the blue of the charts, so that dark letters on it can be read


def write(path: Path, title: str, blocks: Sequence[Block], lang: Lang) -> None:
    """Write the document, whole or not at all.

    Raises:
        KeikakuError: the place cannot be written to.
    """
    write_whole(path, render(title, blocks, lang))


def render(title: str, blocks: Sequence[Block], lang: Lang) -> str:
    """Return the text of the file."""
    style = (Path(__file__).parent / "print.css").read_text(encoding="utf-8")
    body = "\n".join(map(_html, blocks))
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_text(title)}</title>\n<style>\n{style}</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _text(text: str) -> str:
    return escape(_CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text))


def _lines(text: str) -> str:
    return _text(text).replace("\n", "<br>")


@singledispatch
def _html(block: Block) -> str:
    raise TypeError(type(block).__name__)


@_html.register
def _(block: Heading) -> str:
    anchor = f' id="{_text(block.anchor)}"' if block.anchor else ""
    return f"<h{block.level}{anchor}>{_text(block.text)}</h{block.level}>"


@_html.register
def _(block: Paragraph) -> str:
    return f'<p class="{block.look}">{_lines(block.text)}</p>'


@_html.register
def _(block: Bullets) -> str:
    return f"<ul>{''.join(f'<li>{_lines(item)}</li>' for item in block.items)}</ul>"


@_html.register
def _(block: Table) -> str:
    total = sum(block.widths)
    columns = "".join(f'<col style="width:{width / total:.2%}">' for width in block.widths)
    heads = "".join(
        f'<th scope="col"{_KEY if _SHORT.fullmatch(head) else ""}>{_lines(head)}</th>'
        for head in block.heads
    )
    rows = [f"<tr>{''.join(map(_cell, row))}</tr>" for row in block.rows]
    rows += [f'<tr class="blank">{"<td></td>" * len(block.widths)}</tr>'] * block.empty_rows
    head = f"<thead><tr>{heads}</tr></thead>" if any(block.heads) else ""
    kind = ' class="centred"' if block.centred else ""
    body = f"<tbody>{''.join(rows)}</tbody>"
    return f"<table{kind}><colgroup>{columns}</colgroup>{head}{body}</table>"


@_html.register
def _(block: Bars) -> str:
    from keikaku.visualizations.bars import COLOURS, svg

    rows = [(_CONTROLS.sub("", name), values) for name, values in block.rows]
    return f"<figure>{svg(block.series, rows, block.title, block.colours or COLOURS)}</figure>"


@_html.register
def _(block: Contents) -> str:
    items = (f'<li><a href="#{_text(a)}">{_text(text)}</a></li>' for a, text in block.entries)
    return f'<nav><ol class="contents">{"".join(items)}</ol></nav>'


@_html.register
def _(_block: PageBreak) -> str:
    return '<hr class="break">'


def _cell(cell: Cell) -> str:
    if isinstance(cell, Shaded):
        ground = f"background:rgba(0,114,178,{min(cell.strength, 1.0) * _DARKEST:.2f})"
        return f'<td class="shade" style="{ground}">{_lines(cell.text)}</td>'
    return f"<td{_KEY if _SHORT.fullmatch(cell) else ''}>{_lines(cell)}</td>"
