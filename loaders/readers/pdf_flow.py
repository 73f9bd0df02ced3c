"""Pages of a PDF as one document: running headers, headings, tables that go on over pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from keikaku.loaders.readers.blocks import Block, Cell, Paragraph, Place, Style, Table
from keikaku.loaders.readers.cut_rows import cut_record, is_rest
from keikaku.loaders.readers.pdf_page import PageRead, Placed
from keikaku.loaders.readers.pdf_regrid import (
    head_goes_on,
    on_one_grid,
    row_goes_on,
    without_blank_end,
)

_MARGIN = 0.11
"""The share of a page's height at its top and bottom where running headers stand."""

_REPEATED = 3
_HEADING = 1.12
"""How much larger than the body's a heading's letters are."""

_FORM_LABELS = 3
_NEAR = 4.0
_FIRST_NUMBER = re.compile(r"\d{1,4}")
_NUMBER = re.compile(
    r"[\s\-–―—－~〜pPページ.・/／()（）]*\d{1,4}(?:[\s/／]+\d{1,4})?[\s\-–―—－~〜pPページ.・()（）]*"
)

_OF_ALL = re.compile(r".{0,40}?(\d{1,4})\s*[/／]\s*(\d{1,4})[\s\-ページ頁)）]*")

_UNIT_ALONE = re.compile(r"[(（]\s*単位\s*[:：]?[^()（）]{1,10}[)）]")


def finished(pages: Sequence[PageRead]) -> list[list[Block]]:
    """Return the blocks of each page: edges and headings marked, tables over pages made one."""
    _mark_edges(pages)
    _mark_headings(pages)
    _join_tables(pages)
    return [[placed.block for placed in page.placed] for page in pages]


def _edge_of(page: PageRead, placed: Placed) -> str:
    if not isinstance(placed.block, Paragraph):
        return ""
    if placed.box[3] < page.height * _MARGIN:
        return "header"
    return "footer" if placed.box[1] > page.height * (1 - _MARGIN) else ""


def _mark_edges(pages: Sequence[PageRead]) -> None:
    """Mark page numbers, and what stands on several pages at the same edge, as running."""
    counted: Counter[tuple[str, str]] = Counter()
    for page in pages:
        keys = {
            (edge, _key(placed.block, edge, page.number))
            for placed in page.placed
            if (edge := _edge_of(page, placed))
        }
        counted.update(keys)
    for page in pages:
        for at, placed in enumerate(page.placed):
            edge, block = _edge_of(page, placed), placed.block
            if not edge or not isinstance(block, Paragraph):
                continue
            repeated = counted[edge, _key(block, edge, page.number)] >= min(
                _REPEATED, max(2, len(pages))
            )
            numbered = _NUMBER.fullmatch(block.text) or _is_of_all(block.text, page, pages)
            if repeated or numbered:
                style: Style = "header" if edge == "header" else "footer"
                page.placed[at] = placed._replace(block=replace(block, style=style))


def _is_of_all(text: str, page: PageRead, pages: Sequence[PageRead]) -> bool:
    """Return whether a line ends with its page and how many there are: 取組一覧　2/7."""
    match = _OF_ALL.fullmatch(text)
    return match is not None and (int(match[1]), int(match[2])) == (page.number, len(pages))


def _key(block: Block, edge: str, page: int) -> str:
    """Return a line as it runs over pages: a footer's number counts from that of its page."""
    if not isinstance(block, Paragraph):
        return ""
    number = _FIRST_NUMBER.match(block.text) if edge == "footer" else None
    return f"{int(number[0]) - page}{block.text[number.end() :]}" if number else block.text


def _mark_headings(pages: Sequence[PageRead]) -> None:
    """Give levels to lines in letters larger than most: the largest are level 1."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for placed in page.placed:
            block = placed.block
            texts = [block.text] if isinstance(block, Paragraph) else [c.text for c in block.cells]
            sizes[round(placed.size, 1)] += sum(len(text) for text in texts)
    if not sizes:
        return
    body = sizes.most_common(1)[0][0]
    larger = sorted({size for size in sizes if size > body * _HEADING}, reverse=True)
    levels = {size: min(level, 6) for level, size in enumerate(larger, 1)}
    for page in pages:
        for at, placed in enumerate(page.placed):
            block, level = placed.block, levels.get(round(placed.size, 1))
            if isinstance(block, Paragraph) and level and len(block.text) < 80:
                own: Style = block.style if block.style in {"header", "footer"} else "heading"
                page.placed[at] = placed._replace(block=replace(block, level=level, style=own))


def _join_tables(pages: Sequence[PageRead]) -> None:
    """Let a table that ends a page and goes on at the next one's top be one table."""
    open_at: tuple[PageRead, int] | None = None
    for page in pages:
        body = [at for at, placed in enumerate(page.placed) if not _runs(placed)]
        if open_at is not None and body:
            before = open_at[0].placed[open_at[1]]
            for at in _drawn_again(*open_at, page, body):
                page.placed[at] = page.placed[at]._replace(block=Paragraph("", Place()))
            page.placed = [p for p in page.placed if not _is_blank(p.block)]
            body = [at for at, placed in enumerate(page.placed) if not _runs(placed)]
        if open_at is not None and body:
            first = page.placed[body[0]]
            joined = _joined(before, first)
            if joined is not None:
                open_at[0].placed[open_at[1]] = joined
                del page.placed[body[0]]
                if len(body) == 1:
                    continue
                body = [at for at, placed in enumerate(page.placed) if not _runs(placed)]
        last = body[-1] if body else None
        ends = last is not None and isinstance(page.placed[last].block, Table)
        open_at = (page, last) if ends and last is not None else None


def _drawn_again(last: PageRead, table: int, page: PageRead, body: list[int]) -> list[int]:
    """Return the paragraphs above a page's first table that the last one of ``last`` drew.

    A program that breaks a merged cell over pages draws its text again, outside the page's table;
    with a head it repeats the line above it, which is what the height of the head cuts off.
    """
    block = last.placed[table].block
    if not isinstance(block, Table):
        return []
    above = last.placed[table - 1].block if table else None
    open_texts = {
        _joined_text(cell.text) for cell in block.cells if cell.row + cell.row_span >= block.rows
    }
    if isinstance(above, Paragraph) and " " in above.text:
        open_texts.add(_joined_text(above.text))
    edges: list[int] = []
    for at in body:
        other = page.placed[at].block
        if isinstance(other, Table):
            return edges
        # Texts of cells side by side are drawn on one line.
        parts = other.text.split()
        if not all(any(part in whole for whole in open_texts) for part in parts):
            return []
        edges.append(at)
    return []


def _joined_text(text: str) -> str:
    return "".join(text.split())


def _is_blank(block: Block) -> bool:
    return isinstance(block, Paragraph) and not block.text


def _runs(placed: Placed) -> bool:
    return isinstance(placed.block, Paragraph) and placed.block.style in {"header", "footer"}


def _joined(before: Placed, after: Placed) -> Placed | None:
    """Return two tables as one, where the second has the same columns, or a row that goes on.

    A repeated head is dropped.
    """
    a, b = before.block, after.block
    if not isinstance(a, Table) or not isinstance(b, Table):
        return None
    if abs(before.box[0] - after.box[0]) > _NEAR or abs(before.box[2] - after.box[2]) > _NEAR:
        return None
    a, printed = without_blank_end(a), a
    if a.columns != b.columns or not _same_columns(a, b):
        if not row_goes_on(a, b) and not head_goes_on(a, b):
            return None
        a, b = on_one_grid(a, b)
    repeated = _repeated_rows(a, b)
    if not before.open_below and _begins_anew(a, b, repeated):
        return None
    b = _without_rest_of_head(a, b, repeated)
    cells = list(a.cells)
    skipped = repeated
    ended = before.open_below and a.rows < printed.rows  # a line closes the last row with text
    open_below = before.open_below and not cut_record(a, b, repeated)
    if not ended and (open_below or is_rest(a, b, repeated)):
        _append_row(cells, b, repeated, a.rows - 1)
        b = _without_row(b, repeated)
        skipped += 1
    moved = [cell for cell in b.cells if cell.row >= skipped]
    for own, gone in _carried_on(a, b, skipped):
        at = next(n for n, c in enumerate(cells) if (c.row, c.column) == (own.row, own.column))
        more = gone.row_span if gone is not None else 1
        text = cells[at].text + (gone.text if gone is not None else "")
        cells[at] = replace(cells[at], row_span=own.row_span + more, text=text)
        if gone is not None:
            moved.remove(gone)
    cells += [replace(cell, row=cell.row - skipped + a.rows) for cell in moved]
    cells.sort(key=lambda cell: (cell.row, cell.column))
    table = Table(a.rows + b.rows - skipped, a.columns, tuple(cells), a.place, a.inner)
    return before._replace(block=table, open_below=after.open_below)


def _carried_on(a: Table, b: Table, row: int) -> Iterator[tuple[Cell, Cell | None]]:
    """Yield the cells at a page's end that go on at the next page's top, with the empty cell there.

    A level that is merged over several rows is printed once. From the left, as levels stand: an
    empty cell behind one that is filled is empty, and goes on with nothing. A label may leave its
    unit to the next page: 成果指標 / （単位：件）. So does a record cut between two of its rows.
    """
    column = 0
    cut = cut_record(a, b, row)
    behind_unit = False  # what stands beside a label that left its unit goes on like it
    while column < a.columns and row < b.rows:
        own, other = a.at(a.rows - 1, column), b.at(row, column)
        unit = other is not None and _UNIT_ALONE.fullmatch(other.text.strip()) is not None
        empty = other is None or not other.text or unit or column in cut
        behind_unit = behind_unit or unit
        merged = (
            behind_unit
            or bool(cut)
            or any(each is not None and each.row_span > 1 for each in (own, other))
        )
        if own is None or not own.text or not empty or not merged or own.column != column:
            return
        if other is not None and (other.column_span != own.column_span or other.row != row):
            return
        yield own, other
        column += own.column_span


def _edges(table: Table) -> set[float]:
    return {box[0] for cell in table.cells if cell.column_span == 1 and (box := cell.place.box)}


def _same_columns(a: Table, b: Table) -> bool:
    """Return whether the cells of both tables begin at the same places across the page."""
    first, second = _edges(a), _edges(b)
    near = sum(1 for x in second if any(abs(x - y) < _NEAR for y in first))
    return near >= 0.8 * len(second)


def _repeated_rows(a: Table, b: Table) -> int:
    """Return how many of the first rows of a table repeat those of the one before."""
    count = 0
    while count < min(a.rows, b.rows) and count < 6:
        if not _is_again(b.row(count), a.row(count)):
            break
        count += 1
    return count if count < b.rows else 0


def _is_again(row: Sequence[Cell], before: Sequence[Cell]) -> bool:
    """Return whether a row repeats another; a cell of a long head may be cut off."""
    own = [(c.column, c.column_span, c.text) for c in row]
    other = [(c.column, c.column_span, c.text) for c in before]
    if not own or [each[:2] for each in own] != [each[:2] for each in other]:
        return False
    pairs = [(a[2], b[2]) for a, b in zip(own, other, strict=True)]
    different = [pair for pair in pairs if pair[0] != pair[1]]
    cut = all(a and b and (a.startswith(b) or b.startswith(a)) for a, b in different)
    return not different or (cut and len(different) == 1 and len(pairs) > _FORM_LABELS)


def _begins_anew(a: Table, b: Table, repeated: int) -> bool:
    """Return whether a table with the same columns is one of its own: a form, filled in again.

    A form repeats its labels down the first column; a list that goes on has other entries there.
    """
    labels, other = _labels(a), _labels(b)
    fewer = min(len(labels), len(other))
    if fewer >= _FORM_LABELS and len(labels & other) >= 0.6 * fewer:
        return True
    first = b.text(0, 0)
    return repeated == 0 and first != "" and first == a.text(0, 0)


def _labels(table: Table) -> set[str]:
    texts = {cell.text for cell in table.cells if cell.column == 0 and cell.text}
    return {text for text in texts if text.strip("0123456789-.①②③④⑤⑥⑦⑧⑨⑩()（）")}


def _without_row(table: Table, row: int) -> Table:
    """Return a table whose row is emptied: what is merged from it on begins a row further down."""
    cells = []
    for cell in table.cells:
        if cell.row != row:
            cells.append(cell)
        elif cell.row_span > 1:
            cells.append(replace(cell, row=row + 1, row_span=cell.row_span - 1, text=""))
    return Table(table.rows, table.columns, tuple(cells), table.place, table.inner)


def _without_rest_of_head(a: Table, b: Table, repeated: int) -> Table:
    """Return a table without the last line of a head's cell in the row below its repeated head.

    A program that repeats rows gives them the height of their own cells, not of merged ones.
    """
    rests = {
        cell.column: known.text[len(cell.text) :].strip()
        for cell in b.cells
        if cell.row < repeated
        and (known := a.at(cell.row, cell.column)) is not None
        and cell.text
        and known.text.startswith(cell.text)
        and known.text != cell.text
    }
    if not rests:
        return b
    cells = tuple(
        replace(cell, text=cell.text.removeprefix(rests[cell.column]).lstrip())
        if cell.row == repeated and cell.column in rests
        else cell
        for cell in b.cells
    )
    return Table(b.rows, b.columns, cells, b.place, b.inner)


def _append_row(cells: list[Cell], table: Table, row: int, to: int) -> None:
    for cell in table.row(row):
        if not cell.text:
            continue
        for at, known in enumerate(cells):
            covers = known.row <= to < known.row + known.row_span
            if covers and known.column <= cell.column < known.column + known.column_span:
                cells[at] = replace(known, text=f"{known.text}{_glue(known.text)}{cell.text}")


def _glue(text: str) -> str:
    """Return what joins a text to its continuation: nothing, or a line end after a sentence."""
    return "\n" if text.endswith(("。", "）", ")", "」")) or not text else ""
