"""One page of a PDF → its blocks: ruled tables, then what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise
from typing import Any, NamedTuple

from keikaku.loaders.readers import limits
from keikaku.loaders.readers.blocks import Block, Box, Cell, Paragraph, Place, Table
from keikaku.loaders.readers.pdf_clipping import clipped_texts
from keikaku.loaders.readers.pdf_columns import columns_of, tables_without_rules
from keikaku.loaders.readers.pdf_grid import Edge, Ruled, Slot, edges_of, tables_of
from keikaku.loaders.readers.pdf_hidden import Hidden, visible
from keikaku.loaders.readers.pdf_letters import (
    Letter,
    Line,
    flow,
    letters_of,
    lines_of,
    main_turn,
    runs,
    text_of,
    wraps,
)
from keikaku.loaders.readers.pdf_overflow import with_own_cells
from keikaku.loaders.readers.shape_cells import ARROW

_PADDING = 3.0
_UNLIKE = 0.06
"""How much two gaps between letters differ, in heights of a letter, where a text ends."""

_MOST_LETTERS = 60_000
_PAGE_EDGE = 3.0
"""A table that ends so near to the page's edge, in points, goes on behind it."""
_INSIDE = 0.6
"""A browser cuts off at the margin what is wider than the paper: the margin that is left there."""
_BROWSER = re.compile(r"Skia|Chrom")
_SHOWS_ALL = re.compile(r"Writer|Word|Skia|Chrom")
"""Programs that make a row as high as its text; a spreadsheet cuts the text off."""


class Placed(NamedTuple):
    """A block with where it stands on its page, the size of its letters, its reading order."""

    block: Block
    box: Box
    size: float
    order: tuple[float, float]
    open_below: bool = False
    """True for a table whose last row the page's end broke off."""


@dataclass(slots=True)
class PageRead:
    """A page as read: its number and size, its blocks from the top, what could not be read."""

    number: int
    width: float
    height: float
    placed: list[Placed] = field(default_factory=list)
    letters: int = 0
    unmapped: int = 0
    pictures: int = 0
    overflows: list[str] = field(default_factory=list)
    clipped: list[str] = field(default_factory=list)
    cut_tables: int = 0


def read_page(pdf: Any, index: int, hidden: Sequence[Hidden] = ()) -> PageRead:
    """Read a page; one whose text is turned as a whole is turned back first.

    ``hidden`` are texts that the page does not show.
    """
    page = pdf.pages[index]
    letters = visible(_on_page(page), hidden)
    turn = main_turn(letters)
    if turn:
        page = _turned_back(pdf, index, turn)
        letters = _on_page(page)
    read = PageRead(index + 1, float(page.width), float(page.height))
    read.letters = sum(1 for letter in letters if letter.text.strip())
    read.unmapped = sum(1 for letter in letters if "\ufffd" in letter.text)
    read.pictures = len(page.images)
    if read.letters > _MOST_LETTERS:
        letters = letters[:_MOST_LETTERS]
    _Reader(read, page, letters).read()
    page.close()
    return read


def _on_page(page: Any) -> list[Letter]:
    """Return the letters of a page without those above its top or below its end.

    A spreadsheet writes the text of a cell that goes on over pages there, and prints none of it.
    """
    top, bottom = float(page.bbox[1]), float(page.bbox[3])
    return [each for each in letters_of(page.chars) if top <= each.middle[1] <= bottom]


def _turned_back(pdf: Any, index: int, turn: int) -> Any:
    """Return the page turned so that its text reads from left to right."""
    from pdfplumber.page import Page

    page = pdf.pages[index]
    raw = page.page_obj
    raw.rotate = (raw.rotate + (90 if turn == 90 else 270)) % 360
    raw.attrs["Rotate"] = raw.rotate
    return Page(pdf, raw, page_number=index + 1, initial_doctop=0)


class _Reader:
    """Gives each run of letters to the table cell where it begins, and the rest to paragraphs."""

    def __init__(self, read: PageRead, page: Any, letters: list[Letter]) -> None:
        self._read = read
        made_by = " ".join(str(page.pdf.metadata.get(key, "")) for key in ("Creator", "Producer"))
        self._clips = _SHOWS_ALL.search(made_by) is None
        self._edge = _PAGE_EDGE
        if _BROWSER.search(made_by):
            self._edge += _INSIDE * min((letter.left for letter in letters), default=0.0)
        self._letters = letters
        self._edges = edges_of(page)

    def read(self) -> None:
        """Fill the page's blocks."""
        tables = tables_of(self._edges)
        tables = [table for table in tables if not _is_frame(table, tables)]
        holders: list[list[list[Letter]]] = [[[] for _ in table.slots] for table in tables]
        outside: list[Letter] = []
        parted = list(chain.from_iterable(_parted(r, tables) for r in runs(self._letters)))
        own, over = with_own_cells(parted, [_holder(run[0], tables) for run in parted], tables)
        self._read.overflows += over
        for run, at in zip(parted, own, strict=True):
            if at is None:
                outside += run
                continue
            number, slot = at
            self._give(run, tables[number].slots, slot, holders[number])
        for table, held in zip(tables, holders, strict=True):
            self._table(table, held)
        self._around(outside)
        self._read.placed.sort(key=lambda one: one.order)

    def _give(
        self, run: list[Letter], slots: Sequence[Slot], at: int, held: list[list[Letter]]
    ) -> None:
        """Give a run to its cell, also what flows over the border, which is reported."""
        held[at] += run
        last = run[-1]
        if last.turn == 0 and last.middle[0] > slots[at].right + last.size:
            self._read.overflows.append("".join(letter.text for letter in run)[:40])

    def _table(self, table: Ruled, held: list[list[Letter]]) -> None:
        box = (table.xs[0], table.ys[0], table.xs[-1], table.ys[-1])
        letters = [letter for each in held for letter in each]
        size = letters[0].size if letters else 0.0
        if len(table.slots) == 1:
            lines = lines_of(letters)
            if lines:
                text = flow(lines, box[2] - box[0] - 2 * _PADDING)
                self._add(Paragraph(text, self._place(box), style="box"), box, size)
            return
        if len(table.xs) == 2 and (parted := self._by_gaps(letters, table.ys)):
            for block, own in parted:
                self._add(block, own, size)
            return
        cells = [
            Cell(
                slot.row,
                slot.column,
                slot.row_span,
                slot.column_span,
                text_of(letters, slot.right - slot.left - 2 * _PADDING),
                self._place((slot.left, slot.top, slot.right, slot.bottom)),
            )
            for slot, letters in zip(table.slots, held, strict=True)
        ]
        cells = _with_arrows(cells, table)
        if self._clips:
            self._read.clipped += clipped_texts(table.slots, held)
        if box[2] > self._read.width - self._edge:
            self._read.cut_tables += 1
        kept = tuple(c for c in cells if c.text or c.row_span > 1 or c.column_span > 1)
        if any(cell.text for cell in kept):
            made = Table(len(table.ys) - 1, len(table.xs) - 1, kept, self._place(box))
            self._add(made, box, size, open_below=table.open_below)

    def _by_gaps(self, letters: list[Letter], ys: Sequence[float]) -> list[tuple[Block, Box]]:
        """Return tables of which only the rows are ruled: gaps mark the columns."""
        tables = tables_without_rules(lines_of(letters), self._read.number, list(ys))
        return [(table, box) for table, box, _ in tables] if tables else []

    def _around(self, letters: list[Letter]) -> None:
        """Read what stands outside the ruled tables: tables without rules, then paragraphs."""
        for turned in (True, False):
            own = [letter for letter in letters if bool(letter.turn) == turned]
            if turned:
                for line in lines_of(own) if own else []:
                    box = _box(own)
                    self._add(Paragraph(line.text, self._place(box), style="box"), box, line.size)
                continue
            lines = lines_of(own)
            used: set[int] = set()
            for table, box, indexes in tables_without_rules(lines, self._read.number):
                used |= indexes
                self._add(table, box, lines[min(indexes)].size)
            rest = [line for at, line in enumerate(lines) if at not in used]
            whole = max((letter.right for letter in self._letters), default=0.0)
            for beside in columns_of(rest):
                self._columns(beside, whole)

    def _columns(self, columns: list[list[Line]], whole: float) -> None:
        """Add the paragraphs of columns side by side, a text that goes on in the next one whole."""
        several = len(columns) > 1
        top = min(line.top for column in columns for line in column)
        blocks: list[tuple[int, list[Line], float]] = []
        for number, column in enumerate(columns):
            right = max(line.right for line in column) if several else whole
            for paragraph in _paragraphs(column, right):
                before = blocks[-1] if blocks else None
                if before and before[0] < number and _flows(before[1], paragraph, before[2]):
                    before[1].extend(paragraph)
                    blocks[-1] = (number, before[1], before[2])
                else:
                    blocks.append((number, paragraph, right))
        for order, (_, paragraph, right) in enumerate(blocks):
            self._paragraph(paragraph, right, (top, order) if several else None)

    def _paragraph(
        self, lines: list[Line], right: float, order: tuple[float, float] | None = None
    ) -> None:
        room = right - min(line.left for line in lines)
        box = (
            min(line.left for line in lines),
            lines[0].top,
            max(line.right for line in lines),
            lines[-1].bottom,
        )
        text = flow(lines, room)
        self._add(Paragraph(text, self._place(box)), box, lines[0].size, order)

    def _add(
        self,
        block: Block,
        box: Box,
        size: float,
        order: tuple[float, float] | None = None,
        *,
        open_below: bool = False,
    ) -> None:
        if len(self._read.placed) > limits.MOST_BLOCKS // 100:
            return
        order = order or (box[1], box[0])
        order = (round(order[0] / 4), order[1])
        self._read.placed.append(Placed(block, box, size, order, open_below))

    def _place(self, box: Box) -> Place:
        left, top, right, bottom = (round(side, 1) for side in box)
        return Place(page=self._read.number, box=(left, top, right, bottom))


def _is_frame(table: Ruled, tables: Sequence[Ruled]) -> bool:
    """Return whether a table is a frame round other tables or the whole page."""
    if len(table.slots) > 1:
        return False
    return any(
        other is not table
        and table.xs[0] <= other.xs[0] + 1
        and table.ys[0] <= other.ys[0] + 1
        and table.xs[-1] >= other.xs[-1] - 1
        and table.ys[-1] >= other.ys[-1] - 1
        for other in tables
    )


def _holder(letter: Letter, tables: Sequence[Ruled]) -> tuple[int, int] | None:
    """Return the table and the cell in which a letter's middle lies; the innermost of several."""
    x, y = letter.middle
    best: tuple[float, int, int] | None = None
    for number, table in enumerate(tables):
        at = table.slot_at(x, y)
        if at is None:
            continue
        slot = table.slots[at]
        area = (slot.right - slot.left) * (slot.bottom - slot.top)
        if best is None or area < best[0]:
            best = (area, number, at)
    return None if best is None else (best[1], best[2])


def _parted(run: list[Letter], tables: Sequence[Ruled]) -> Iterator[list[Letter]]:
    """Part a run where it crosses a border with a gap unlike those between its letters.

    The text of the next cell begins where its own padding says, not where this one's would go on.
    """
    if not tables or run[0].turn:
        yield run
        return
    own = [run[0]]
    held = _holder(run[0], tables)
    usual = 0.0
    for last, letter in pairwise(run):
        holder = _holder(letter, tables)
        gap = letter.left - last.right
        if holder != held and holder is not None and abs(gap - usual) > _UNLIKE * letter.size:
            yield own
            own = []
        elif holder == held:
            usual = gap
        held = holder
        own.append(letter)
    yield own


def _with_arrows(cells: list[Cell], table: Ruled) -> list[Cell]:
    """Give the cells under a loose line an arrow: a schedule is often drawn so."""
    if not table.loose:
        return cells
    arrows = list(cells)
    for edge in table.loose:
        covered = [at for at, cell in enumerate(arrows) if _under(edge, cell)]
        first_text = next((at for at in covered if arrows[at].text), None)
        for at in covered:
            cell = arrows[at]
            if not cell.text:
                arrows[at] = _with_text(cell, ARROW)
            elif at == first_text and len(covered) > 1 and not cell.text.endswith(ARROW):
                arrows[at] = _with_text(cell, f"{cell.text} {ARROW}")
    return arrows


def _under(edge: Edge, cell: Cell) -> bool:
    if cell.place.box is None:
        return False
    left, top, right, bottom = cell.place.box
    shared = min(edge.end, right) - max(edge.start, left)
    return top < edge.at < bottom and shared > 0.3 * (right - left)


def _with_text(cell: Cell, text: str) -> Cell:
    return Cell(cell.row, cell.column, cell.row_span, cell.column_span, text, cell.place)


def _box(letters: Sequence[Letter]) -> Box:
    return (
        min(one.left for one in letters),
        min(one.top for one in letters),
        max(one.right for one in letters),
        max(one.bottom for one in letters),
    )


def _paragraphs(lines: list[Line], right: float) -> Iterator[list[Line]]:
    """Gather lines that only the column's width broke."""
    gathered: list[Line] = []
    for line in lines:
        if gathered and not _goes_on(gathered[-1], line, right):
            yield gathered
            gathered = []
        gathered.append(line)
    if gathered:
        yield gathered


def _flows(lines: list[Line], following: list[Line], right: float) -> bool:
    """Return whether a paragraph goes on at the top of the next column."""
    last, first = lines[-1], following[0]
    alike = abs(last.size - first.size) < 0.15 * last.size
    full = last.right > right - 2.2 * last.size
    return alike and full and wraps(last, first, right - min(line.left for line in lines))


def _goes_on(line: Line, following: Line, right: float) -> bool:
    close = following.top - line.bottom < 1.0 * line.size
    alike = abs(line.size - following.size) < 0.15 * line.size
    aligned = abs(line.left - following.left) < 2.2 * line.size
    return close and alike and aligned and wraps(line, following, right - line.left)
