"""The schedule cells of one row → milestones with their fiscal years.

A text belongs to the year of its column. An arrow in its cell or behind it extends it to the next
filled cell or to the last year. Blank cells without an arrow leave open whether it goes on through
them. A text that the scan cut over two cells is one milestone, in its first year.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from keikaku.loaders.implementation_plan import family, table_head
from keikaku.loaders.implementation_plan.symbols import SIGNS
from keikaku.loaders.implementation_plan.table_head import Table
from keikaku.loaders.implementation_plan.text_rows import Row
from keikaku.loaders.readings import ArrowReading, Continues, MilestoneReading, Spot
from keikaku.loaders.text import ARROWS, fold, tidy

_ARROW_ONLY = re.compile(rf"^(?=.*[{ARROWS}>〃])[\s{ARROWS}\-=>~―ー〃]*$")
_SIGN = re.compile(f"[{SIGNS}]+")
_SAME = {"同左", "同上", "継続して実施"}
_NOTHING = re.compile(r"^[\s\-~―ー]*$")
_JOINED = "年度の欄にまたがって分かれていた語句を一つに合わせた"
_NO_HEAD = (
    "矢印の先が印字されていないため、次に記載のある年度の前または最終年度まで続くものとして読んだ"
)
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
    """A filled cell: the last column that it is printed over, and whether an arrow leads on.

    ``drawn`` is true where it is printed over several columns, so that its end is stated.
    """

    column: int
    text: str
    last: int
    leads: bool = False
    drawn: bool = False


class RowReading(NamedTuple):
    """The milestones of a row, the span of arrows that stand alone, and the texts that were cut."""

    milestones: list[MilestoneReading]
    arrow: ArrowReading | None
    cuts: list[Cut]


def read_milestones(row: Row, end: int, table: Table, page: Wording) -> RowReading:
    """Read the cells of a row from the first year's column up to ``end``, which is behind the last.

    ``page`` is the wording of the section: two cells are taken for one cut text where the joined
    words occur elsewhere in the section.
    """
    cells: list[_Cell] = []
    cuts: list[Cut] = []
    arrows: list[int] = []
    for column in range(table.first, min(end, len(row.cells))):
        cell = row.printed(column)
        if _NOTHING.match(cell):
            continue
        if _ARROW_ONLY.match(cell):
            if cells:
                cells[-1].last, cells[-1].leads = column, True
            else:
                arrows.append(column)
            continue
        if cells and cell in _SAME:
            cells[-1].last, cells[-1].leads = column, False
            continue
        text = tidy(cell.replace("\n", " "))
        before = cells[-1] if cells else None
        if before and before.last == column - 1 and _is_cut(before.text, text, page):
            printed = f"{before.text}|{text}"
            before.text, before.last = before.text.rstrip(_EDGE) + text, column
            before.drawn, before.leads = before.drawn or before.leads, text[-1] in ARROWS
            if cuts and cuts[-1].text == printed.split("|", maxsplit=1)[0]:
                printed = f"{cuts.pop().printed}|{text}"
            cuts.append(Cut(printed, before.text))
            continue
        last = row.spans.get(column, column)
        drawn = table.last_year(last) > table.last_year(column) or _SIGN.fullmatch(text) is not None
        cells.append(_Cell(column, text, last, text[-1] in ARROWS, drawn))
    final = max(table.first, min(max(end - 1, *table.years), max(len(row.cells) - 1, *table.years)))
    joined = {cut.text for cut in cuts}
    stops = [*(cell.column - 1 for cell in cells[1:]), final]
    milestones = [
        _milestone(row, cell, max(stop, cell.last), table, joined=joined)
        for cell, stop in zip(cells, stops, strict=bool(cells))
    ]
    before_text = cells[0].column - 1 if cells else final
    arrow = _arrow(arrows, before_text, table) if arrows else None
    return RowReading([m for m in milestones if m.text], arrow, cuts)


def _arrow(columns: list[int], stop: int, table: Table) -> ArrowReading:
    """Read arrows before any text: they run to the next filled cell or the last year.

    The shaft of a head that stands alone may have begun in any year before it.
    """
    last = max(columns[-1], stop)
    headless = table.last_year(last) > table.last_year(columns[-1])
    first, begin = table.year(columns[0]), table.year(table.first)
    lone = len(columns) == 1 and not headless and begin < first
    return ArrowReading(
        first, table.last_year(last), _NO_HEAD if headless else None, begin if lone else None
    )


def _milestone(
    row: Row, cell: _Cell, stop: int, table: Table, *, joined: set[str]
) -> MilestoneReading:
    """Read a cell with its years: to its own end, by an arrow to ``stop``, or perhaps to there."""
    text = cell.text.strip(_EDGE)
    first = table.year(cell.column)
    own, until = table.last_year(cell.last), table.last_year(stop)
    last = max(first, until if cell.leads else own)
    may = not cell.leads and not cell.drawn and until > own
    notes = [
        note
        for note, applies in (
            (_JOINED, cell.text in joined),
            (_NO_HEAD, cell.leads and until > own),
            (table.note, table.note is not None),
        )
        if applies and note
    ]
    confidence = table_head.REPAIRED if table.note else 0.85
    quote = cell.text
    spot = (
        Spot(row.line, family.SCHEDULE, quote, "repaired", confidence, "。".join(notes))
        if notes
        else Spot(row.line, family.SCHEDULE, quote)
    )
    continues: Continues = "unknown" if may else "yes" if cell.leads and last > first else "no"
    return MilestoneReading(text, first, last, continues, until if may else None, spot)


def _is_cut(left: str, right: str, page: Wording) -> bool:
    """Return whether two neighbouring cells are one text that the scan cut."""
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
