"""事業概要 and 目指す姿: side by side in a table, one below the other, or glued to their labels."""

from __future__ import annotations

import re
from collections import deque

from keikaku.loaders.implementation_plan import family
from keikaku.loaders.implementation_plan.sections import is_vision
from keikaku.loaders.implementation_plan.text_rows import Row
from keikaku.loaders.readings import Prose, Spot
from keikaku.loaders.text import fold

VISION_SECTION = "目指す姿"
_GLUED_OVERVIEW = re.compile(rf"^\s*{family.any_of(family.LABELS['overview'])}[\s:]*")
_GLUED_VISION = re.compile(rf"^\s*{family.any_of(family.LABELS['vision'])}\s*(?:\(目標\))?[\s:]*")

Block = tuple[int, str]


def read_prose(rows: list[Row]) -> tuple[Prose | None, Prose | None]:
    """Return the overview and the vision of a prose section; None where there is no text."""
    reader = _Reader()
    for row in rows:
        reader.read(row)
    return (
        _joined(reader.blocks["overview"], family.OVERVIEW),
        _joined(reader.blocks["vision"], VISION_SECTION),
    )


class _Reader:
    """Takes the section row by row.

    In a table the column distinguishes the overview from the vision. Outside a table, labels before
    any text wait for it: each block of lines goes to the next label that waits.
    """

    def __init__(self) -> None:
        self.blocks: dict[str, list[Block]] = {"overview": [], "vision": []}
        self._waiting: deque[str] = deque(maxlen=2)
        self._vision_column: int | None = None
        self._current = "overview"
        self._after_gap = True

    def read(self, row: Row) -> None:
        if row.blank:
            self._after_gap = True
        elif any(_label(cell) for cell in row.filled):
            self._labels(row)
        elif row.tabbed and self._vision_column is not None:
            self._columns(row, self._vision_column)
        else:
            self._line(row)

    def _labels(self, row: Row) -> None:
        for column, cell in enumerate(row.cells):
            which = _label(cell) if cell else ""
            if not which:
                continue
            if which == "vision" and row.tabbed:
                self._vision_column = column
            rest = _without_label(cell)
            if rest:
                self.blocks[which].append((row.line, rest))
            else:
                self._waiting.append(which)
        self._after_gap = True

    def _columns(self, row: Row, vision: int) -> None:
        for column, cell in enumerate(row.cells):
            if cell:
                which = "overview" if column < vision else "vision"
                self.blocks[which].append((row.line, cell))
        self._waiting.clear()
        self._current = "vision"

    def _line(self, row: Row) -> None:
        if self._after_gap and self._waiting:
            self._current = self._waiting.popleft()
        self.blocks[self._current].append((row.line, row.text))
        self._after_gap = False


def _label(cell: str) -> str:
    if fold(cell) in family.OVERVIEWS or family.OVERVIEW_LABEL.match(cell.strip()):
        return "overview"
    if is_vision(cell) or family.VISION_LABEL.match(cell.strip()):
        return "vision"
    return ""


def _without_label(cell: str) -> str:
    pattern = _GLUED_OVERVIEW if _label(cell) == "overview" else _GLUED_VISION
    return pattern.sub("", cell, count=1).strip()


def _joined(blocks: list[Block], section: str) -> Prose | None:
    if not blocks:
        return None
    text = "\n".join(text for _, text in blocks)
    return Prose(text, Spot(blocks[0][0], section, blocks[0][1]))
