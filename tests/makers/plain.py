"""Printed pages → plain text: tables with tabs, or as Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tests.makers.printed import Break, Grid, Line, Printed


def make_text(blocks: Iterable[Printed], path: Path) -> Path:
    """Write the pages as text; the cells of a row are parted by tabs, as copied from a sheet."""
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Break):
            lines.append("")
        elif isinstance(block, Line):
            lines.append(block.text)
        else:
            lines += ["\t".join(cells) for cells in _rows(block, " ")]
            lines.append("")
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def make_markdown(blocks: Iterable[Printed], path: Path) -> Path:
    """Write the pages as Markdown: headings with #, tables with pipes."""
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Break):
            lines.append("")
        elif isinstance(block, Line):
            lines += [f"{'#' * block.level} {block.text}" if block.level else block.text, ""]
        else:
            for n, cells in enumerate(_rows(block, "<br>")):
                lines.append(f"| {' | '.join(cells)} |")
                if n == 0:
                    lines.append("|" + " --- |" * len(cells))
            lines.append("")
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def _rows(grid: Grid, newline: str) -> Iterable[list[str]]:
    """Return the rows of a table; the slots that a cell covers beyond its first are empty."""
    placed = grid.placed()
    for row in range(len(grid.rows)):
        cells = [placed.get((row, column)) for column in range(len(grid.widths))]
        yield [cell.text.replace("\n", newline) if cell else "" for cell in cells]
