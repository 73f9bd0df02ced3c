"""Printed pages → plain text: tables with tabs, or as Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tests.makers.printed import Break, Grid, Line, Printed


def make_text(blocks: Iterable[Printed], path: Path) -> Path:
    """Write the pages as text; the cells of a row are parted by tabs, as copied from a sheet."""
    told: list[str] = []
    for block in blocks:
        if isinstance(block, Break):
            told.append("")
        elif isinstance(block, Line):
            told.append(block.text)
        else:
            told += ["\t".join(cells) for cells in _rows(block, " ")]
            told.append("")
    path.write_text("\n".join(told) + "\n", "utf-8")
    return path


def make_markdown(blocks: Iterable[Printed], path: Path) -> Path:
    """Write the pages as Markdown: headings with #, tables with pipes."""
    told: list[str] = []
    for block in blocks:
        if isinstance(block, Break):
            told.append("")
        elif isinstance(block, Line):
            told += [f"{'#' * block.level} {block.text}" if block.level else block.text, ""]
        else:
            for n, cells in enumerate(_rows(block, "<br>")):
                told.append(f"| {' | '.join(cells)} |")
                if n == 0:
                    told.append("|" + " --- |" * len(cells))
            told.append("")
    path.write_text("\n".join(told) + "\n", "utf-8")
    return path


def _rows(grid: Grid, newline: str) -> Iterable[list[str]]:
    """Return the rows of a table; the slots that a cell covers beyond its first are empty."""
    placed = grid.placed()
    for row in range(len(grid.rows)):
        cells = [placed.get((row, column)) for column in range(len(grid.widths))]
        yield [cell.text.replace("\n", newline) if cell else "" for cell in cells]
