"""Text that ``pdftotext -layout`` set in columns → tables: cells by where they begin."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from keikaku.loaders.readers.blocks import Block, Cell, Paragraph, Place, Table
from keikaku.loaders.text import normal

_PART = re.compile(r"\S+(?: \S+)*")
_NUMBER = re.compile(r"[△▲－-]?[\d,.]++(?![年目])\S{0,3}|[－―-]")
_PAGE_NUMBER = re.compile(r"[-－– ]*\d{1,4}[-－– ]*")
_OPEN = "【〈《〔［[※■●◆"
_ALONE = re.compile(
    r"[【〈《〔［\[※■●◆]|\(?注|No\.?\s?\d+$|第\s?\d+\s?[章節編部]|[Ⅰ-Ⅻ]\s"
    r"|\(?\w{1,3}\)?(?:[-.]\(?[\w①-⑳]{1,3}\)?)+\s?\D"
)
"""What begins a line of its own: labels in brackets, notes, chapters, numbers of several parts."""
_HEADING = re.compile(r"[^\d\s:：()]{1,8}\s?\d{1,3}")
"""取組 1, 基本方針 2 before a title."""
_COUNTER = "(?:団体|施設|か所|箇所|[年月日件人回割％%歳時円次校戸館台つ個名位期章節])"
_KANA_OR_KANJI = r"[ぁ-んァ-ヶ一-龥々ー、。）」]"
_BETWEEN = re.compile(
    rf"(?<={_KANA_OR_KANJI}) (?=[\d.,]+ ?{_COUNTER})|(?<=\d) (?={_COUNTER})"
    rf"|(?<=[A-Za-z]) (?={_KANA_OR_KANJI})|(?<={_KANA_OR_KANJI}) (?=[A-Z]{{2,}})"
)
_NEAR = 2
"""How far apart the beginnings of two cells of one column may stand, in letters."""
_FULL = 0.55
"""A cell that takes this share of its room may go on in the next line."""
_MOST_GAPS = 1
"""How many blank lines may stand between two lines of one table."""
_MOST_COLUMNS = 9
_NARROW = 5


class Part(NamedTuple):
    """A stretch of a line: where it begins and its words."""

    left: int
    printed: str
    text: str
    """Its words without the blanks that pdftotext puts between scripts."""

    @property
    def right(self) -> int:
        """One past its last letter."""
        return self.left + len(self.printed)


class _Line(NamedTuple):
    number: int
    parts: tuple[Part, ...]


class _Row(NamedTuple):
    """A row of cells: column → the lines of its cell, and the line on which it begins."""

    number: int
    cells: dict[int, list[str]]


def column_pages(text: str) -> list[tuple[Block, ...]] | None:
    r"""Return the blocks of each page; None where the columns of a table cannot be told apart.

    >>> [len(blocks) for blocks in column_pages("A課題\n\f") or []]
    [1]
    """
    pages: list[list[_Line]] = [[]]
    for number, printed in enumerate(text.split("\n"), 1):
        pieces = printed.split("\f")
        for at, piece in enumerate(pieces):
            if at:
                pages.append([])
            line = normal(piece.replace("\t", " ").rstrip())
            parts = tuple(Part(m.start(), m[0], _glued(m[0])) for m in _PART.finditer(line))
            if parts:
                pages[-1].append(_Line(number, parts))
    pages = [_without_frame(lines, _running(pages)) for lines in pages if lines]
    blocks: list[tuple[Block, ...]] = []
    for lines in pages:
        runs = list(_runs(lines))
        if any(_is_too_narrow(run) for run in runs):
            return None
        blocks.append(tuple(block for run in runs for block in _blocks(run)))
    return blocks


def _glued(text: str) -> str:
    """Return words without the blanks between scripts: 平成 30 年度, AI による.

    >>> _glued("平成 30 年度の 142 団体"), _glued("1 窓口の改善")
    ('平成30年度の142団体', '1 窓口の改善')
    """
    return _BETWEEN.sub("", text)


def _running(pages: Sequence[Sequence[_Line]]) -> set[str]:
    """Return the first lines that several pages share."""
    firsts = Counter(_words(lines[0]) for lines in pages if lines)
    return {text for text, count in firsts.items() if count > 2 and count >= 0.5 * len(pages)}


def _words(line: _Line) -> str:
    return " ".join(part.text for part in line.parts)


def _without_frame(lines: list[_Line], running: set[str]) -> list[_Line]:
    """Return the lines of a page without its running head and its number."""
    if lines and _words(lines[0]) in running:
        lines = lines[1:]
    if lines and _PAGE_NUMBER.fullmatch(_words(lines[-1])):
        lines = lines[:-1]
    return lines


def _runs(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Yield runs of lines: those of a table, with what goes on in its cells, and single others."""
    run: list[_Line] = []
    for line in lines:
        apart = bool(run) and line.number - run[-1].number > 1 + _MOST_GAPS
        if run and apart:
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _is_too_narrow(run: Sequence[_Line]) -> bool:
    """Tell whether columns are so narrow that their words stand a letter or two on a line."""
    several = [line for line in run if len(line.parts) >= _MOST_COLUMNS]
    if len(several) < 2:
        return False
    parts = [p for line in several for p in line.parts if not _NUMBER.fullmatch(p.text)]
    return sum(len(part.text) <= _NARROW for part in parts) > 0.5 * len(parts)


def _blocks(run: Sequence[_Line]) -> Iterator[Block]:
    """Yield the tables of a run, and the lines around them as paragraphs."""
    at = 0
    while at < len(run):
        end = at
        while end < len(run) and not _stands_alone(run[end]) and _is_tabular(run, at, end):
            end += 1
        several = sum(len(line.parts) > 1 for line in run[at:end])
        if several >= 2 or (several == 1 and end - at == 1 and len(run[at].parts) > 2):
            yield _table(run[at:end])
            at = end
        else:
            line = run[at]
            yield Paragraph("　".join(p.text for p in line.parts), Place(line=line.number))
            at += 1


def _stands_alone(line: _Line) -> bool:
    """Tell whether a line is a heading, a note or labels in brackets, and no row of a table."""
    first = line.parts[0].text
    if _HEADING.fullmatch(first) and len(line.parts) == 2:
        return True
    return _ALONE.match(_words(line)) is not None and (len(line.parts) == 1 or first[0] in _OPEN)


def _is_tabular(run: Sequence[_Line], start: int, at: int) -> bool:
    """Tell whether a line belongs to the table that begins at ``start``.

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


def _table(lines: Sequence[_Line]) -> Table:
    starts = _starts(lines)
    ends = [*starts[1:], max(part.right for line in lines for part in line.parts) + 1]
    rows: list[_Row] = []
    for line in lines:
        slots = {_column(part, starts, ends): part for part in line.parts}
        if rows and _goes_on(slots, rows[-1], starts, ends):
            for column, part in slots.items():
                rows[-1].cells[column].append(part.text)
        else:
            rows.append(_Row(line.number, {c: [p.text] for c, p in slots.items()}))
    return Table(
        len(rows), len(starts), tuple(_cells(rows, starts, ends)), Place(line=lines[0].number)
    )


def _starts(lines: Sequence[_Line]) -> list[int]:
    """Return where the columns begin; numbers, which may stand to the right, begin none."""
    lefts = sorted({
        part.left
        for line in lines
        for at, part in enumerate(line.parts)
        if at == 0 or not _NUMBER.fullmatch(part.text)
    })  # fmt: skip
    starts: list[int] = []
    for left in lefts:
        if not starts or left > starts[-1] + _NEAR:
            starts.append(left)
    return starts


def _column(part: Part, starts: Sequence[int], ends: Sequence[int]) -> int:
    """Return the column of a part: where it begins, of a number where its middle stands."""
    left = part.left + _NEAR
    if _NUMBER.fullmatch(part.text):
        middle = (part.left + part.right) / 2
        inside = [at for at, end in enumerate(ends) if starts[at] <= middle < end]
        if inside:
            return inside[0]
    return max((at for at, start in enumerate(starts) if start <= left), default=0)


def _goes_on(
    slots: dict[int, Part], above: _Row, starts: Sequence[int], ends: Sequence[int]
) -> bool:
    """Tell whether each part of a line goes on in a cell of the row above that is full."""
    if 0 in slots and len(slots) > 1:
        return False
    for column in slots:
        lines = above.cells.get(column)
        if lines is None:
            return False
        right = min((other for other in above.cells if other > column), default=len(starts))
        room = (starts[right] if right < len(starts) else ends[-1]) - starts[column]
        full = len(lines[-1]) >= _FULL * room
        alone = len(slots) == 1 and column > 0
        if not full and not alone:
            return False
    return not (0 in slots and above.cells[0][-1].endswith("。"))


def _cells(rows: Sequence[_Row], starts: Sequence[int], ends: Sequence[int]) -> Iterator[Cell]:
    """Yield the cells: each as wide as the room to its right, the first over rows without one."""
    for at, row in enumerate(rows):
        columns = sorted(row.cells)
        for n, column in enumerate(columns):
            right = columns[n + 1] if n + 1 < len(columns) else len(starts)
            rows_below = 1
            if column == 0 and len(columns) > 1:
                below = (r for r, other in enumerate(rows) if r > at and 0 in other.cells)
                rows_below = next(below, len(rows)) - at
            text = _joined(row.cells[column], ends[right - 1] - starts[column])
            yield Cell(at, column, rows_below, right - column, text, Place(line=row.number))


def _joined(lines: Sequence[str], room: int) -> str:
    """Return the lines of a cell as one text: broken only where a line ends before its room."""
    text = lines[0]
    for before, line in pairwise(lines):
        full = len(before) >= _FULL * room and not before.endswith("。")
        text += line if full or line[:1] in "（(" else f"\n{line}"
    return text


__all__ = ["column_pages"]
