"""Lines that stand in the cell above or below their own: their text is higher than its row.

Programs write the text of a cell in one go. A line that lies across the border, or that was
written apart from the rest of the cell where it stands, belongs to the cell whose text it was
written with, where it has its place in the column and the distance of one line.
"""

from __future__ import annotations

from collections.abc import Sequence

from keikaku.loaders.readers.pdf_grid import Ruled, Slot
from keikaku.loaders.readers.pdf_letters import Letter

_NEAR = 1.5
_ACROSS = 0.15
"""How far a line reaches over a border, in heights of a letter."""
_LEAST, _MOST = 0.7, 2.0
"""The distance of two lines of one text, in heights of a letter."""

Holder = tuple[int, int]


def with_own_cells(
    runs: Sequence[Sequence[Letter]], holders: Sequence[Holder | None], tables: Sequence[Ruled]
) -> tuple[list[Holder | None], list[str]]:
    """Return the table and cell of each run, and the texts of those that stand in another.

    ``runs`` are in the order in which they were written, ``holders`` where each stands.
    """
    own = list(holders)
    moved: list[int] = []
    for step in (1, -1):
        order = range(len(runs) - 2, -1, -1) if step == 1 else range(1, len(runs))
        for at in order:
            here, beside = own[at], own[at + step]
            if here is None or beside is None or here == beside or here[0] != beside[0]:
                continue
            slots = tables[here[0]].slots
            if not _follow(runs[at], runs[at + step], slots[here[1]], slots[beside[1]], step):
                continue
            border = slots[beside[1]].top if step == 1 else slots[beside[1]].bottom
            if _crosses(runs[at], border) or _written_apart(at, step, holders):
                own[at] = beside
                moved.append(at)
    return own, ["".join(letter.text for letter in runs[at])[:40] for at in sorted(moved)]


def _follow(
    run: Sequence[Letter], other: Sequence[Letter], here: Slot, beside: Slot, step: int
) -> bool:
    """Return whether two runs are lines of one text, in cells right above one another."""
    a, b = run[0], other[0]
    if a.turn or b.turn or abs(a.size - b.size) > 0.1 * a.size:
        return False
    if (here.column, here.column_span) != (beside.column, beside.column_span):
        return False
    touching = here.bottom - beside.top if step == 1 else beside.bottom - here.top
    left = abs(a.left - b.left) < _NEAR
    middle = abs(a.left + run[-1].right - b.left - other[-1].right) < 2 * _NEAR
    distance = step * (b.top - a.top)
    near = _LEAST * a.size < distance < _MOST * a.size
    return abs(touching) < _NEAR and (left or middle) and near


def _crosses(run: Sequence[Letter], border: float) -> bool:
    letter = run[0]
    reach = _ACROSS * letter.size
    return letter.top + reach < border < letter.bottom - reach


def _written_apart(at: int, step: int, holders: Sequence[Holder | None]) -> bool:
    """Return whether the cell where a run stands has other text, written at another time."""
    here = holders[at]
    first = at
    while 0 <= first - step < len(holders) and holders[first - step] == here:
        first -= step
    rest = holders[:first] if step == 1 else holders[first + 1 :]
    return here in rest


__all__ = ["with_own_cells"]
