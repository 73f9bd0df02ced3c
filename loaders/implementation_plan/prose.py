"""事業概要 and 目指す姿: side by side in a table, one below the other, or glued to their labels."""

from __future__ import annotations

import re

from loaders.implementation_plan import family
from loaders.implementation_plan.readings import Prose, Spot
from loaders.implementation_plan.rows import Row
from loaders.implementation_plan.sections import is_vision
from loaders.text import fold

VISION_SECTION = "目指す姿"
_GLUED_OVERVIEW = re.compile(rf"^\s*{family.OVERVIEW}[\s:]*")
_GLUED_VISION = re.compile(r"^\s*目指す姿\s*(?:\(目標\))?[\s:]*")

Block = tuple[int, str]


def read_prose(rows: list[Row]) -> tuple[Prose | None, Prose | None]:
    """The overview and the vision of a prose section; None where there is no text."""
    overview: list[Block] = []
    vision: list[Block] = []
    pending: list[str] = []
    vision_column: int | None = None
    gap = True
    current = overview
    for row in rows:
        if row.blank:
            gap = True
            continue
        labels = [i for i, cell in enumerate(row.cells) if cell and _label(cell)]
        if labels:
            for i in labels:
                which = _label(row.cells[i])
                pending.append(which)
                if which == "vision" and row.tabbed:
                    vision_column = i
                rest = _without_label(row.cells[i])
                if rest:
                    (overview if which == "overview" else vision).append((row.line, rest))
                    pending.remove(which)
            gap = True
            continue
        if row.tabbed and vision_column is not None:
            for i, cell in enumerate(row.cells):
                if cell:
                    (overview if i < vision_column else vision).append((row.line, cell))
            pending.clear()
            current = vision
            continue
        if gap and pending:
            current = overview if pending.pop(0) == "overview" else vision
        current.append((row.line, row.text))
        gap = False
    return _joined(overview, family.OVERVIEW), _joined(vision, VISION_SECTION)


def _label(cell: str) -> str:
    if fold(cell) == family.OVERVIEW or re.match(rf"{family.OVERVIEW}[\s:]", cell.strip()):
        return "overview"
    if is_vision(cell) or re.match(r"目指す姿\s*\(目標\)[\s:]", cell.strip()):
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
