"""Parts of years below the heads of years: 上期 | 下期, 前期 | 後期, 第1四半期 …, 4～6月."""

from __future__ import annotations

import re
from dataclasses import replace

from keikaku.loaders.layouts.labels.head_years import PART, folded, year_head
from keikaku.loaders.readers.blocks import Cell, Table

_PART = re.compile(PART)
_FEWEST = 2


def with_parts_of_years(table: Table) -> Table:
    """Return a table in which each head of a part of a year also names its year.

    令和8年度 over 前期 | 後期 becomes 令和8年度 over 令和8年度（前期） | 令和8年度（後期）: what
    stands below then lies under a year, as in a table without parts.
    """
    dated = {id(cell): text for row in range(1, table.rows) for cell, text in _parts(table, row)}
    if not dated:
        return table
    cells = tuple(replace(c, text=dated.get(id(c), c.text)) for c in table.cells)
    return replace(table, cells=cells)


def _parts(table: Table, row: int) -> list[tuple[Cell, str]]:
    """Return the parts of years in a row with the years above them; none where it has others."""
    own = [c for c in table.row(row) if c.row == row and c.text.strip()]
    parts = [c for c in own if _PART.fullmatch(folded(c.text))]
    if len({folded(c.text) for c in parts}) < _FEWEST or len(parts) < len(own):
        return []
    dated: list[tuple[Cell, str]] = []
    for part in parts:
        above = table.at(row - 1, part.column)
        if above is None or year_head(above.text) is None:
            return []
        dated.append((part, f"{above.text.strip()}（{part.text.strip()}）"))
    return dated
