"""Tables of every shape, with what stands in each of their cells."""

from __future__ import annotations

import random
from collections.abc import Iterator

from tests.makers.printed import Grid, Slot

_WORDS = (
    "窓口の見直し", "検討", "実施 →", "→", "98.2％以上", "令和8年度", "公用車の削減と更新の平準化",
    "職員課", "市民生活部環境課、道路課", "・研修を行う\n・満足度を測る", "1,234千円", "○", "",
    "AIチャットボットの導入", "地域の実情に応じて、関係機関と連携しながら段階的に進める。",
    "（2025年度末時点の現況値）", "3R推進", "RPA", "", "",
)  # fmt: skip


def random_grid(chance: random.Random, *, spans: bool = True, rows: int = 0) -> Grid:
    """A table of random size, spans and texts."""
    height = rows or chance.randint(2, 9)
    width = chance.randint(2, 8)
    used: set[tuple[int, int]] = set()
    made: list[list[Slot]] = []
    for row in range(height):
        slots: list[Slot] = []
        for column in range(width):
            if (row, column) in used:
                continue
            down, across = 1, 1
            if spans and chance.random() < 0.18:
                down = chance.randint(1, min(3, height - row))
                across = chance.randint(1, min(3, width - column))
            cells = [(row + r, column + c) for r in range(down) for c in range(across)]
            if used & set(cells):
                down, across, cells = 1, 1, [(row, column)]
            used |= set(cells)
            slots.append(Slot(chance.choice(_WORDS), down, across))
        made.append(slots)
    return Grid([chance.randint(8, 16) for _ in range(width)], made)


def cells_of(grid: Grid, *, seen: bool = False) -> Iterator[tuple[int, int, int, int, str]]:
    """Row, column, spans and text of each cell that holds text.

    ``seen``: as an eye counts rows and columns, which sees only those where a line is drawn.
    """
    placed = grid.placed()
    rows = sorted({row for row, _ in placed} | {r + s.rows for (r, _), s in placed.items()})
    columns = sorted({c for _, c in placed} | {c + s.columns for (_, c), s in placed.items()})
    for (row, column), slot in placed.items():
        if not slot.text:
            continue
        if not seen:
            yield row, column, slot.rows, slot.columns, slot.text
            continue
        top, left = rows.index(row), columns.index(column)
        down = rows.index(row + slot.rows) - top
        yield top, left, down, columns.index(column + slot.columns) - left, slot.text
