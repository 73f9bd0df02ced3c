"""Tables for a terminal: aligned with full-width characters, wrapped where Japanese may be.

Widths come from ``unicodedata``; ``wcwidth`` says the same (the tests hold the two together) but
takes half of a query's time to import.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest
from typing import NamedTuple

from keikaku.exports.escaping import clean
from keikaku.graph.text_width import text_width

__all__ = ["Cell", "Paint", "Styled", "clean", "coloured", "plain", "table", "wrap"]

Paint = Callable[[str, str], str]
"""Gives a text a style (``bold``, ``red``, …), or returns it unchanged."""

_GAP = "  "
_NARROWEST = 4
_ATOM = re.compile(r"[!-~]+|\s+|.", re.DOTALL)
_NOT_FIRST = frozenset(
    "、。，．・：；？！）」』】〕》〉”’ー～…‥％々ゝゞ,.:;?!)]}%ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
)
_NOT_LAST = frozenset("（「『【〔《〈“‘([{")
_CODES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "cyan": "36"}


class Styled(NamedTuple):
    """A cell with a style; a plain string has none."""

    text: str
    style: str


Cell = str | Styled


def coloured(text: str, style: str) -> str:
    """Return the text in a style, for a terminal."""
    return f"\x1b[{_CODES[style]}m{text}\x1b[0m"


def plain(text: str, style: str) -> str:
    """Return the text as it is."""
    return text


def wrap(text: str, most: int) -> list[str]:
    """Return the lines of a text of at most so many columns (two or more).

    Latin words stay whole where they fit; no line begins with 。or 」, none ends with 「.
    """
    return [line for part in text.split("\n") for line in _wrapped(part, most)]


def table(
    headers: Sequence[str], rows: Sequence[Sequence[Cell]], *, most: int, paint: Paint = plain
) -> str:
    """Return a table of at most so many columns of the terminal, if it can be so narrow.

    Without headers (all empty) there is no head. A cell may hold several lines.
    """
    styled = [[_styled(cell) for cell in row] for row in rows]
    headed = [[Styled(clean(title), "bold") for title in headers]] if any(headers) else []
    widths = _fitted([_natural(column) for column in zip(*headed, *styled, strict=True)], most)
    lines = [line for row in headed for line in _lines(row, widths, paint)]
    if headed:
        lines.append(_GAP.join("-" * columns for columns in widths))
    lines += [line for row in styled for line in _lines(row, widths, paint)]
    return "\n".join(lines)


@lru_cache(maxsize=1 << 14)
def _atom_width(atom: str) -> int:
    """Return the width of a piece, remembered.

    Pieces are mostly single characters, again and again.
    """
    return text_width(atom)


def _wrapped(text: str, most: int) -> Iterator[str]:
    if text_width(text) <= most:
        yield text.rstrip()
        return
    line, width = "", 0
    for atom in _unbroken(text):
        needed = _atom_width(atom)
        if width + needed <= most:
            line, width = line + atom, width + needed
            continue
        if line.strip():
            yield line.rstrip()
        *full, line = _cut(atom.lstrip(), most)
        width = text_width(line)
        yield from full
    yield line.rstrip()


def _unbroken(text: str) -> Iterator[str]:
    """Yield the text in pieces that a line break must not divide."""
    held = ""
    for atom in _ATOM.findall(text):
        glued = held and (atom[0] in _NOT_FIRST or held[-1] in _NOT_LAST or not _atom_width(atom))
        if held and not glued:
            yield held
            held = ""
        held += atom
    if held:
        yield held


def _cut(atom: str, most: int) -> list[str]:
    """Return a piece in lines, cut only where it is too long for one."""
    lines = [""]
    for char in atom:
        if text_width(lines[-1]) + text_width(char) > most:
            lines.append("")
        lines[-1] += char
    return lines


def _styled(cell: Cell) -> Styled:
    text, style = cell if isinstance(cell, Styled) else (cell, "")
    return Styled(clean(text), style)


def _natural(column: Sequence[Styled]) -> int:
    return max((text_width(line) for cell in column for line in cell.text.split("\n")), default=0)


def _fitted(naturals: Sequence[int], most: int) -> list[int]:
    """Return widths that fit together: the widest column shrinks first."""
    widths = list(naturals)
    spare = most - len(_GAP) * (len(widths) - 1)
    while sum(widths) > spare and max(widths) > _NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _lines(row: Sequence[Styled], widths: Sequence[int], paint: Paint) -> Iterator[str]:
    wrapped = [wrap(cell.text, columns) for cell, columns in zip(row, widths, strict=True)]
    for parts in zip_longest(*wrapped, fillvalue=""):
        padded = (
            (paint(part, cell.style) if cell.style and part else part)
            + " " * (columns - text_width(part))
            for part, cell, columns in zip(parts, row, widths, strict=True)
        )
        yield _GAP.join(padded).rstrip()
