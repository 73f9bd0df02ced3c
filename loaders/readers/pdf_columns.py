"""Tables without rules, and text in columns: recognised by the gaps that run down a page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from keikaku.loaders.readers.blocks import Box, Cell, Place, Table
from keikaku.loaders.readers.pdf_letters import Line, flow, segments

_FEWEST_ROWS = 3
_PROSE_LETTERS = 14
"""Columns whose lines are longer than this on average are text, not cells."""

_PROSE_LINES = 6

Gap = tuple[float, float]
ColumnTable = tuple[Table, Box, set[int]]


def tables_without_rules(
    lines: Sequence[Line], page: int, ys: list[float] | None = None
) -> list[ColumnTable]:
    """Yield tables among lines: at least three lines in a row with the same gaps in them.

    ``ys`` are the rows where they are ruled; else each line that has a first part begins a row.
    Each table comes with its box and with which lines it took.
    """
    tables: list[ColumnTable] = []
    parts = [segments(line) for line in lines]
    at = 0
    while at < len(lines):
        end = at
        gaps: list[Gap] = []
        while end < len(lines):
            shared = _shared(gaps, parts[at : end + 1]) if end > at else _gaps(parts[end])
            near = end == at or lines[end].top - lines[end - 1].bottom < 2.5 * lines[end].size
            if not shared or not near:
                break
            gaps = shared
            end += 1
        several = sum(1 for row in parts[at:end] if len(row) > 1)
        if _is_prose(parts[at:end], gaps):
            at = end  # as a whole: its last lines alone would be too few to be text
        elif several >= (2 if ys else _FEWEST_ROWS):
            tables.append(_table(lines[at:end], parts[at:end], gaps, page, ys, at))
            at = end
        else:
            at += 1
    return tables


def _gaps(row: Sequence[Line]) -> list[Gap]:
    return [(a.right, b.left) for a, b in pairwise(row)]


def _shared(gaps: list[Gap], rows: Sequence[Sequence[Line]]) -> list[Gap]:
    """Return the gaps that all rows leave free; a row of one part must not cross them either."""
    narrowed = (_narrowed(gap, rows[-1]) for gap in gaps)
    return [(left, right) for left, right in narrowed if right - left > 1.0]


def _narrowed(gap: Gap, row: Sequence[Line]) -> Gap:
    """Return the widest stretch of a gap that a row leaves free."""
    left, right = gap
    for part in row:
        if part.right <= left or part.left >= right:
            continue
        before, after = (left, part.left), (part.right, right)
        left, right = max(before, after, key=lambda stretch: stretch[1] - stretch[0])
    return left, right


def _is_prose(rows: Sequence[Sequence[Line]], gaps: Sequence[Gap]) -> bool:
    """Return whether what stands between gaps is running text in columns, not a table."""
    if len(gaps) > 2 or len(rows) < _PROSE_LINES:
        return False
    parts = [part for row in rows for part in row]
    return sum(len(part.text) for part in parts) / len(parts) > _PROSE_LETTERS


def _table(
    lines: Sequence[Line],
    parts: Sequence[Sequence[Line]],
    gaps: Sequence[Gap],
    page: int,
    ys: list[float] | None,
    first: int,
) -> ColumnTable:
    starts = [0.0, *((left + right) / 2 for left, right in gaps)]
    rows = _rows(lines, parts, starts, ys)
    slots: dict[tuple[int, int], list[Line]] = {}
    for row, own in zip(rows, parts, strict=True):
        for part in own:
            column = max(at for at, start in enumerate(starts) if part.left >= start - 1)
            slots.setdefault((row, column), []).append(part)
    box = _box(lines)
    ends = [*((left + right) / 2 for left, right in gaps), box[2]]
    cells = []
    for (row, column), held in sorted(slots.items()):
        room = ends[column] - held[0].left
        place = Place(page=page, box=_rounded(_box(held)))
        cells.append(Cell(row, column, 1, 1, flow(held, room), place))
    table = Table(max(rows) + 1, len(starts), tuple(cells), Place(page=page, box=_rounded(box)))
    return table, box, set(range(first, first + len(lines)))


def _rows(
    lines: Sequence[Line],
    parts: Sequence[Sequence[Line]],
    starts: Sequence[float],
    ys: list[float] | None,
) -> list[int]:
    """Return each line's row: by the rules, else a new one where the first column has text."""
    if ys:
        middles = [(line.top + line.bottom) / 2 for line in lines]
        rows = [sum(1 for y in ys[1:-1] if y < middle) for middle in middles]
        kept = {row: at for at, row in enumerate(sorted(set(rows)))}
        return [kept[row] for row in rows]
    tops: list[int] = []
    second = starts[1] if len(starts) > 1 else 0.0
    for own in parts:
        begins = own[0].left < second and len(own) > 1
        if not tops:
            tops.append(0)
        else:
            tops.append(tops[-1] + 1 if begins or own[0].left < second else tops[-1])
    return tops


def columns_of(lines: Sequence[Line]) -> list[list[list[Line]]]:
    """Return lines in reading order: stretches of one column, or of two side by side."""
    columns: list[list[list[Line]]] = []
    plain: list[Line] = []
    at = 0
    while at < len(lines):
        end, gap = _prose_block(lines, at)
        if gap is None:
            plain.append(lines[at])
            at += 1
            continue
        if plain:
            columns.append([plain])
            plain = []
        middle = (gap[0] + gap[1]) / 2
        parts = [part for line in lines[at:end] for part in segments(line)]
        left = [part for part in parts if part.right <= middle + 1]
        right = [part for part in parts if part.right > middle + 1]
        columns.append([column for column in (left, right) if column])
        at = end
    if plain:
        columns.append([plain])
    return columns


def _prose_block(lines: Sequence[Line], at: int) -> tuple[int, Gap | None]:
    """Return where text in two columns that begins at a line ends, and the gap between them."""
    first = segments(lines[at])
    gaps = _gaps(first)
    if len(gaps) != 1:
        return at, None
    end = at + 1
    while end < len(lines):
        shared = _shared(gaps, [segments(lines[end])])
        if not shared:
            break
        gaps = shared
        end += 1
    parts = [segments(line) for line in lines[at:end]]
    if end - at < _PROSE_LINES or not _is_prose(parts, gaps):
        return at, None
    return end, gaps[0]


def _box(lines: Sequence[Line]) -> Box:
    return (
        min(line.left for line in lines),
        min(line.top for line in lines),
        max(line.right for line in lines),
        max(line.bottom for line in lines),
    )


def _rounded(box: Box) -> Box:
    left, top, right, bottom = (round(side, 1) for side in box)
    return left, top, right, bottom
