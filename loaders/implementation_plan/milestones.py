"""The schedule cells of one row → milestones with their fiscal years.

A text belongs to the year of its column. Bare arrows behind it carry it on; a text that the scan
cut over two cells is one milestone, in its first year.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from keikaku.loaders.implementation_plan import family
from keikaku.loaders.implementation_plan.text_rows import Row
from keikaku.loaders.readings import MilestoneReading, Spot
from keikaku.loaders.text import ARROWS, fold, tidy

_ARROW_ONLY = re.compile(rf"^(?=.*[{ARROWS}>〃])[\s{ARROWS}\-=>~―ー〃]*$")
_SAME = {"同左", "同上", "継続して実施"}
_NOTHING = re.compile(r"^[\s\-~―ー]*$")
_EDGE = f"{ARROWS} \n"
_OPEN_END = re.compile(
    r"(?:、|及び|並びに|又は|若しくは|における|に関する|に係る|による|に向けた|に基づく)$"
)
_DANGLING = re.compile(r"[ぁ-ん][一-鿿]$")
_CONTINUES = re.compile(
    r"^(?:の(?!ぼり|り|び|こ)|を|が(?!ん|い)|へ(?!い)|及び|並びに|又は|、|。|\))"
)


class Cut(NamedTuple):
    """A text that stood in several cells: as printed (parted by |) and as joined."""

    printed: str
    text: str


class Wording:
    """The pairs and fours of neighbouring letters in the cells of a section, to look seams up."""

    def __init__(self, rows: list[Row]) -> None:
        self._rows = rows
        self._grams: set[str] | None = None

    def __contains__(self, letters: str) -> bool:
        if self._grams is None:
            folded = {fold(cell) for row in self._rows for cell in row.cells}
            self._grams = {
                text[i : i + size] for text in folded for size in (2, 4) for i in range(len(text))
            }
        return letters in self._grams


@dataclass(slots=True)
class _Cell:
    column: int
    text: str
    last: int
    closed: bool = False


def read_milestones(
    row: Row, schedule: list[str], first: int, year: Callable[[int], int], page: Wording
) -> tuple[list[MilestoneReading], tuple[int, int] | None, list[Cut]]:
    """Return the milestones of a row, the span of arrows that stand alone.

    And the texts that were cut.

    ``schedule`` are the row's cells from column ``first`` on, ``year`` gives a column's fiscal
    year, ``page`` the wording of the section: a cut is believed where the joined words occur on it
    elsewhere.
    """
    found: list[_Cell] = []
    cuts: list[Cut] = []
    arrow: tuple[int, int] | None = None
    for offset, cell in enumerate(schedule):
        column = first + offset
        if _NOTHING.match(cell):
            continue
        if _ARROW_ONLY.match(cell) or (found and cell in _SAME):
            if found:
                found[-1].last, found[-1].closed = column, True
            else:
                first_year = arrow[0] if arrow else year(column)
                arrow = (first_year, max(first_year, year(column)))
            continue
        text = tidy(cell.replace("\n", " "))
        before = found[-1] if found else None
        if before and before.last == column - 1 and _is_cut(before.text, text, page):
            printed = f"{before.text}|{text}"
            before.text, before.last = before.text.rstrip(_EDGE) + text, column
            if cuts and cuts[-1].text == printed.split("|", maxsplit=1)[0]:
                printed = f"{cuts.pop().printed}|{text}"
            cuts.append(Cut(printed, before.text))
            continue
        last = row.spans.get(column, column)
        found.append(_Cell(column, text, last, last > column or text[-1] in ARROWS))
    final = first + len(schedule) - 1
    joined = {cut.text for cut in cuts}
    milestones = [
        _milestone(
            row,
            cell,
            year,
            open_end=cell is found[-1] and year(cell.last) < year(final),
            joined=joined,
        )
        for cell in found
    ]
    return [m for m in milestones if m.text], arrow, cuts


def _milestone(
    row: Row, cell: _Cell, year: Callable[[int], int], *, open_end: bool, joined: set[str]
) -> MilestoneReading:
    text = cell.text.strip(_EDGE)
    if cell.text in joined:
        note = "年度の欄にまたがって分かれていた語句を一つに合わせた"
        spot = Spot(row.line, family.SCHEDULE, cell.text, "repaired", 0.85, note)
    else:
        spot = Spot(row.line, family.SCHEDULE, cell.text)
    continues = open_end and not cell.closed
    first_year = year(cell.column)
    return MilestoneReading(text, first_year, max(first_year, year(cell.last)), continues, spot)


def _is_cut(left: str, right: str, page: Wording) -> bool:
    """Tell whether two neighbouring cells are one text that the scan cut."""
    if right[0] in ARROWS:
        return False
    if _OPEN_END.search(left.rstrip(_EDGE)):
        return True
    if left[-1] in ARROWS:
        return False
    if _CONTINUES.match(right):
        return True
    a, b = fold(left), fold(right)
    seam = a[-2:] + b[:2]
    if len(seam) == 4 and seam in page and a != b:
        return True
    return _DANGLING.search(a) is not None and a[-1] + b[0] in page
