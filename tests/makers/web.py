"""Printed pages → an HTML page."""

from __future__ import annotations

import html
from collections.abc import Iterable
from pathlib import Path

from tests.makers.printed import Break, Grid, Line, Printed, Slot


def make_web(blocks: Iterable[Printed], path: Path, encoding: str = "utf-8") -> Path:
    """Write the pages as one HTML page, as a city's website would show them."""
    name = "Shift_JIS" if encoding == "cp932" else encoding
    lines = ["<!DOCTYPE html>", f'<html lang="ja"><head><meta charset="{name}">']
    lines += ["<title>計画</title><style>td{border:1px solid}</style></head><body>"]
    for block in blocks:
        if isinstance(block, Break):
            lines.append("<hr>")
        elif isinstance(block, Line):
            tag = f"h{block.level}" if block.level else "p"
            lines.append(f"<{tag}>{html.escape(block.text)}</{tag}>")
        else:
            lines += _table(block)
    lines.append("</body></html>")
    path.write_bytes("\n".join(lines).encode(encoding, errors="xmlcharrefreplace"))
    return path


def _table(grid: Grid) -> Iterable[str]:
    yield "<table>"
    for row in grid.rows:
        yield f"<tr>{''.join(_cell(slot) for slot in row)}</tr>"
    yield "</table>"


def _cell(slot: Slot) -> str:
    tag = "th" if slot.head else "td"
    spans = f' rowspan="{slot.rows}"' if slot.rows > 1 else ""
    spans += f' colspan="{slot.columns}"' if slot.columns > 1 else ""
    text = "<br>".join(html.escape(line) for line in slot.text.split("\n"))
    return f"<{tag}{spans}>{text}</{tag}>"
