"""What a printed page is made of, before any format: lines, tables with spans, page breaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell: its text, and how many rows and columns it covers."""

    text: str = ""
    rows: int = 1
    columns: int = 1
    head: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text; ``level`` is that of a heading."""

    text: str
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: ``widths`` are shares of the page's width; rows list their own cells, as in HTML."""

    widths: Sequence[int]
    rows: Sequence[Sequence[Slot]] = field(default_factory=tuple)
    ruled: bool = True

    def placed(self) -> dict[tuple[int, int], Slot]:
        """Each cell at its upper left slot."""
        slots: dict[tuple[int, int], Slot] = {}
        used: set[tuple[int, int]] = set()
        for r, row in enumerate(self.rows):
            c = 0
            for slot in row:
                while (r, c) in used:
                    c += 1
                slots[r, c] = slot
                used |= {(r + i, c + j) for i in range(slot.rows) for j in range(slot.columns)}
                c += slot.columns
        return slots


@dataclass(frozen=True, slots=True)
class Break:
    """The end of a page."""


Printed = Line | Grid | Break
