"""Text that ``pdftotext -layout`` set in columns → tables: cells by where they begin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from keikaku.loaders.readers.blocks import Block, Cell, Paragraph, Place, Table
from keikaku.loaders.readers.column_rows import (
    LIST,
    NUMBER,
    YEAR,
    Line,
    Part,
    Row,
    rows_of,
    spans_of,
    values_apart,
    with_numbers_joined,
    years_of,
)
from keikaku.loaders.readers.dated_tables import begins_dated, dated_table
from keikaku.loaders.readers.numbered_lists import lists_of
from keikaku.loaders.readers.page_frames import without_frames, words_of
from keikaku.loaders.readers.rows_over_pages import ends_with_rows, head_at_end, is_row
from keikaku.loaders.readers.script_blanks import glued
from keikaku.loaders.readers.year_columns import (
    MOST_PARTS,
    begins_years,
    year_table,
)
from keikaku.loaders.text import normal

_PART = re.compile(r"\S+(?: \S+)*")
_OPEN = "【〈《〔［[<※■●◆"
_ALONE = re.compile(
    r"[【〈《〔［\[<※■●◆]|[○◎□◇▼▶★☆](?=\S{3})|\d{1,2}[.．、]?\s\D|\(\d{1,2}\)\s?\D|\(?注|No\.?\s?\d+$|第\s?\d+\s?[章節編部]|[Ⅰ-Ⅻ]\s"
    r"|\(?\w{1,3}\)?(?:[-.]\(?[\w①-⑳]{1,3}\)?)+\s?\D"
)
"""The beginnings of separate lines: labels in brackets, notes, chapters, numbers of parts."""
_HEADING = re.compile(
    r"[^\d\s:：()]{1,8}\s?(?:\d{1,3}(?:[-.]\d{1,3})*|\(\d{1,2}\))"
    r"|[^\dA-Za-z\s:：()]{1,8}\s?[IVX]{1,4}"
)
"""取組 1, 基本方針 2 before a title."""
_DATED = re.compile(rf"(?:{YEAR.pattern})\s?[:：]?\s?[△▲-]?\d")
"""R8 15.5, a value behind its year in a line of its own."""
_TRAIL = re.compile(r"\s>(?:\s|$)")
"""方針 1 … ＞ 施策 2 …: levels side by side."""
_PART_OF = re.compile(r"(?:I{1,3}|IV|VI{0,3}|IX|X|第\s?\d+\s?[章節編部])")
"""What numbers a part of the document before its title."""
_AXES = {"年度", "年", "区分"}
"""What names the years within a form, whose rows above belong to the same table."""
_LEADERS = re.compile(r"(?:…|‥|[・･.．·]{4})+\s*[PpＰｐ]?\.?\s*\d{1,3}$")
"""The end of a line of a table of contents."""
_NUMBERED = re.compile(r"\(\d{1,2}\)\s?\D{2}")
_TITLED = re.compile(r"[^\d\s:：()ぁ-ん]{2,8}\s?(?:\d{1,3}|\(\d{1,2}\))\s\D")
_NEAR = 2
"""How far apart the beginnings of two cells of one column may stand, in letters."""
_MOST_GAPS = 1
"""How many blank lines may stand between two lines of one table."""
_TORN, _MOST_TORN = 0.4, 0.25
_WHOLE = 0.75
_MOST_BLANKS, _FEW_CROWDED, _MOST_CROWDED = 4, 2, 0.08
_HEAD_ROWS = 2
_NARROW = 5
_UNIT, _LONGEST_TITLE = re.compile(r"[(（]単位[:：][^()（）]{1,8}[)）]"), 30


def column_pages(text: str) -> list[tuple[Block, ...]] | None:
    r"""Return the blocks of each page; None where the columns of a table cannot be distinguished.

    >>> [len(blocks) for blocks in column_pages("A課題\n\f") or []]
    [1]
    """
    pages: list[list[Line]] = [[]]
    for number, printed in enumerate(text.split("\n"), 1):
        pieces = printed.split("\f")
        for at, piece in enumerate(pieces):
            if at:
                pages.append([])
            line = normal(piece.replace("\t", " ").rstrip())
            stretches = (Part(m.start(), m[0], glued(m[0])) for m in _PART.finditer(line))
            parts = tuple(each for part in stretches for each in values_apart(part))
            if parts:
                pages[-1].append(Line(number, parts))
    pages = [lines for lines in pages if lines]
    pages = without_frames(pages)
    lists = lists_of(pages)
    listed = {line for each in lists for line in each.lines}
    rest = [[with_numbers_joined(line) for line in lines if line not in listed] for lines in pages]
    begun = {each.first: each.table for each in lists}
    ends = {line.number for line in listed}
    blocks: list[tuple[Block, ...]] = []
    for lines, runs in zip(pages, _over_pages([list(_runs(n, ends)) for n in rest]), strict=True):
        page = _with_units([block for run in runs for block in _blocks(run)])
        narrow = any(_is_too_narrow(run) for run in runs)
        tables = [block for block in page if isinstance(block, Table)]
        if any(_is_crowded(each) or (narrow and _is_torn(each)) for each in tables):
            return None
        own = [begun[line] for line in lines if line in begun]
        blocks.append(tuple(sorted((*page, *own), key=lambda block: block.place.line or 0)))
    return blocks


def _with_units(blocks: Sequence[Block]) -> list[Block]:
    """Return blocks with the unit of a table joined to its title above: 効果額（千円）."""
    joined: list[Block] = []
    for block in blocks:
        above = joined[-1] if joined else None
        if (
            isinstance(block, Paragraph)
            and isinstance(above, Paragraph)
            and _UNIT.fullmatch(block.text)
            and len(above.text) <= _LONGEST_TITLE
            and (above.place.line or 0) + 1 == block.place.line
        ):
            joined[-1] = Paragraph(f"{above.text}{block.text}", above.place)
        else:
            joined.append(block)
    return joined


def _over_pages(pages: list[list[list[Line]]]) -> list[list[list[Line]]]:
    """Return the runs of each page; a list over several pages is in the run of its first page."""
    before: list[Line] | None = None
    for last, runs in pairwise(pages):
        _carry_years(last, runs)
    for runs in pages:
        if before is not None and runs and _goes_on_over_page(before, runs[0]):
            starts, own = _starts(before), _starts(runs[0])
            if len(starts) == len(own):
                before += [_moved(line, own, starts) for line in runs.pop(0)]
        before = runs[-1] if runs else before
    return pages


def _carry_years(last: list[list[Line]], runs: list[list[Line]]) -> None:
    """Give the head of years at a page's end, and rows at the next one's top, to one page."""
    if not last or not runs or any(len(n.parts) > MOST_PARTS for n in (*last[-1], *runs[0])):
        return
    head = head_at_end(last[-1])
    if head < len(last[-1]):
        runs[0][:0] = last[-1][head:]
        del last[-1][head:]
    elif ends_with_rows(last[-1]):
        while runs[0] and is_row(runs[0][0]) and not begins_years(runs[0][0]):
            last[-1].append(runs[0].pop(0))
    for page in (last, runs):
        page[:] = [run for run in page if run]


def _moved(line: Line, own: Sequence[int], starts: Sequence[int]) -> Line:
    """Return a line of another page with its parts where the columns of a list begin."""
    nearest = [min(range(len(own)), key=lambda n: abs(own[n] - p.left)) for p in line.parts]
    parts = (p._replace(left=starts[n]) for p, n in zip(line.parts, nearest, strict=True))
    return Line(line.number, tuple(parts))


def _goes_on_over_page(before: Sequence[Line], after: Sequence[Line]) -> bool:
    """Return whether a page begins with rows of the list before it, and with no head of its own."""
    heads = {words_of(line) for line in before}
    most = max((len(line.parts) for line in before), default=0)
    several = [line for line in after if len(line.parts) >= LIST]
    if most < LIST or not several or any(words_of(line) in heads for line in after[:2]):
        return False
    return len(after[0].parts) < most or len(after[0].parts) == len(before[-1].parts) == most


def _runs(lines: Sequence[Line], ends: AbstractSet[int]) -> Iterator[list[Line]]:
    """Yield runs of lines: those of a table, with what goes on in its cells, and single others.

    Between two lines of a run stands no line of a list.
    """
    run: list[Line] = []
    for line in lines:
        apart = bool(run) and (
            line.number - run[-1].number > 1 + _MOST_GAPS or line.number - 1 in ends
        )
        if run and apart:
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _is_too_narrow(run: Sequence[Line]) -> bool:
    """Return whether columns are so narrow that their words stand a letter or two on a line."""
    several = [line for line in run if len(line.parts) >= LIST]
    if len(several) < 2:
        return False
    parts = [p for line in several for p in line.parts if not NUMBER.fullmatch(p.text)]
    return sum(len(part.text) <= _NARROW for part in parts) > 0.5 * len(parts)


def _is_crowded(table: Table) -> bool:
    """Return whether many cells hold words divided by blanks: columns were taken for one."""
    crowded = sum(cell.text.count(" ") >= _MOST_BLANKS for cell in table.cells)
    return crowded > _FEW_CROWDED and crowded > _MOST_CROWDED * len(table.cells)


def _is_torn(table: Table) -> bool:
    """Return whether many rows of a list have only a few cells: lines were taken for rows."""
    filled = [len(table.row(row)) for row in range(table.rows)]
    most = max(filled, default=0)
    if most < LIST:
        return False
    body = filled[filled.index(most) :]
    return sum(count < _TORN * most for count in body) > _MOST_TORN * len(body)


def _blocks(run: Sequence[Line]) -> Iterator[Block]:
    """Yield the tables of a run, and the lines around them as paragraphs."""
    at = 0
    dated = {n: year_table(run, n, _ends_years) for n in range(len(run)) if begins_years(run[n])}
    for n in range(len(run)):
        if begins_dated(run, n) and (made := dated_table(run, n, _ends_years)) is not None:
            dated[n] = made
    while at < len(run):
        if (made := dated.get(at)) is not None:
            yield from made[0]
            at = made[1]
            continue
        end = at
        while end < len(run) and _is_row(run, at, end):
            if end > at and dated.get(end) is not None and run[end].parts[0].text not in _AXES:
                break
            end += 1
        several = sum(len(line.parts) > 1 for line in run[at:end])
        if several >= 2 or (several == 1 and end - at == 1 and len(run[at].parts) > 2):
            below = _below(run, end - 1)
            last = end - 1 if below > end else end
            yield _table(run[at:last])
            if last < end:
                yield _line(run[last], run[end:below])
            at = max(end, below)
        else:
            below = _below(run, at)
            yield _line(run[at], run[at + 1 : below])
            at = below


def _below(run: Sequence[Line], at: int) -> int:
    """Return the line behind those that go on below the second part of a line: a label's value."""
    end = at + 1
    if len(run[at].parts) != 2 or _stands_alone(run[at]):
        return end
    left = run[at].parts[1].left
    while end < len(run) and len(run[end].parts) == 1:
        if abs(run[end].parts[0].left - left) > _NEAR or run[end].number != run[end - 1].number + 1:
            break
        end += 1
    return end


def _line(line: Line, below: Sequence[Line]) -> Block:
    """Return a line by itself as a paragraph; a label with a value of several lines as a table."""
    place = Place(line=line.number)
    if not below:
        return Paragraph("　".join(part.text for part in line.parts), place)
    value = "\n".join((line.parts[1].text, *(each.parts[0].text for each in below)))
    cells = (Cell(0, 0, 1, 1, line.parts[0].text, place), Cell(0, 1, 1, 1, value, place))
    return Table(1, 2, cells, place)


def _is_row(run: Sequence[Line], start: int, at: int) -> bool:
    """Return whether a line belongs to the table that begins at ``start``, also as a band."""
    if not _stands_alone(run[at]):
        return _is_tabular(run, start, at)
    before = any(len(line.parts) >= LIST for line in run[start:at])
    return before and at + 1 < len(run) and len(run[at + 1].parts) >= LIST


def _stands_alone(line: Line) -> bool:
    """Return whether a line is a heading, a note or labels in brackets, and no row of a table."""
    first = line.parts[0].text
    if first[0] == "・" and sum(bool(_DATED.match(p.text)) for p in line.parts) > 1:
        return True
    if _HEADING.fullmatch(first) and any(_TRAIL.search(part.text) for part in line.parts[1:]):
        return True
    if len(line.parts) == 2 and (_HEADING.fullmatch(first) or _PART_OF.fullmatch(first)):
        return True
    if _LEADERS.search(line.parts[-1].text) or (len(line.parts) == 1 and _TITLED.match(first)):
        return True
    return _ALONE.match(words_of(line)) is not None and (len(line.parts) == 1 or first[0] in _OPEN)


def _ends_years(line: Line) -> bool:
    """Return whether a line below years is none of their rows: （6）関連するSDGs　11、16."""
    numbered = len(line.parts) == 2 and _NUMBERED.match(line.parts[0].text)
    return bool(numbered) or _stands_alone(line)


def _is_tabular(run: Sequence[Line], start: int, at: int) -> bool:
    """Return whether a line belongs to the table that begins at ``start``.

    One of several parts does; one of a single part where it goes on in a cell, or stands as a
    label or text over the width between lines that are.
    """
    line = run[at]
    if len(line.parts) > 1:
        return True
    if at == start:
        return False
    left = line.parts[0].left
    indented = left > run[start].parts[0].left + _NEAR
    follows = any(len(later.parts) > 1 for later in run[at + 1 : at + 5])
    return indented or follows


def _table(lines: Sequence[Line]) -> Table:
    starts = _starts(lines)
    ends = [*starts[1:], max(part.right for line in lines for part in line.parts) + 1]
    rows = rows_of(lines, starts, ends)
    return Table(
        len(rows), len(starts), tuple(_cells(rows, len(starts))), Place(line=rows[0].number)
    )


def _starts(lines: Sequence[Line]) -> list[int]:
    """Return where the columns begin; numbers, which may stand to the right, begin none.

    In a list, columns are divided by stretches that are blank on all lines of many parts.
    """
    most = max(len(line.parts) for line in lines)
    if most >= LIST and len(parted := _parted([n for n in lines if _is_whole(n, most)])) >= most:
        return parted
    indents = _indents(lines)
    lefts = sorted({
        indents.get(part.left, part.left) if at == 0 else part.left
        for line in lines
        for at, part in enumerate(line.parts)
        if at == 0 or not NUMBER.fullmatch(part.text)
    })  # fmt: skip
    starts: list[int] = []
    for left in lefts:
        if not starts or left > starts[-1] + _NEAR:
            starts.append(left)
    return starts


def _indents(lines: Sequence[Line]) -> dict[int, int]:
    """Return where labels centred in the first column begin → where that column does.

    They are labels where each ends before any value begins.
    """
    rows = [line.parts for line in lines if len(line.parts) > 1]
    if any(NUMBER.fullmatch(part.text) for parts in rows for part in parts[:2]):
        return {}
    values = min((parts[1].left for parts in rows), default=0)
    lefts = sorted(parts[0].left for parts in rows if parts[0].right < values)
    return dict.fromkeys(lefts, lefts[0]) if len(lefts) == len(rows) > 1 else {}


def _is_whole(line: Line, most: int) -> bool:
    return len(line.parts) >= _WHOLE * most


def _parted(lines: Sequence[Line]) -> list[int]:
    """Return where the stretches begin that are not blank on all lines."""
    starts: list[int] = []
    end = -1
    for left, right in sorted((p.left, p.right) for line in lines for p in line.parts):
        if left > end:
            starts.append(left)
        end = max(end, right)
    return starts


def _cells(rows: Sequence[Row], columns: int) -> Iterator[Cell]:
    """Yield the cells, the first column's over the rows that have none there."""
    dated: set[int] = set()
    spans: dict[int, int] = {}
    for at, row in enumerate(rows):
        above = spans if 0 < at <= _HEAD_ROWS and 0 not in row.cells else {}
        spans = dict(spans_of(row, dated, columns))
        dated = years_of(row) or dated  # a year may itself stand over several columns
        for column, width in spans.items():
            over = [c + s for c, s in above.items() if c <= column < c + s]
            span = min(width, *(end - column for end in over)) if over else width
            rows_below = 1
            if column == 0 and len(row.cells) > 1:
                below = (r for r, other in enumerate(rows) if r > at and 0 in other.cells)
                rows_below = next(below, len(rows)) - at
            yield Cell(at, column, rows_below, span, row.cells[column], Place(line=row.number))


__all__ = ["column_pages"]
