"""Cells of a printed sheet whose text goes on behind their border, where it is not printed.

A spreadsheet wraps a text into its column and prints of it what the height of the row shows. Such
a cell has no room for one more line, and its last line reaches its right border. One cell may
look so by chance; many of a table do not, nor do sentences of several lines that do not end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from keikaku.loaders.readers.pdf_grid import Slot
from keikaku.loaders.readers.pdf_letters import Letter, Line, lines_of

_SENTENCE = re.compile(r"[ぁ-ん]、|。.")
_FEWEST = 3
_SHARE = 0.4
"""The share of the cells without room that end at their border, from which on they are cut."""
_SHORTEST = 3
_MIDDLE = 1.25
"""How many lines of room above and below a text are too much for one that is cut."""
_PADDING = 4.0
"""How far from the border, in points, a spreadsheet keeps its text."""


def clipped_texts(slots: Sequence[Slot], held: Sequence[Sequence[Letter]]) -> list[str]:
    """Return the texts of a table's cells that are probably cut off, none where only few look so.

    ``held`` are the letters of each slot.
    """
    full = 0
    clipped: list[str] = []
    sentences: list[str] = []
    for slot, letters in zip(slots, held, strict=True):
        lines = lines_of([letter for letter in letters if not letter.turn])
        text = "".join(line.text for line in lines)
        if len(text) < _SHORTEST or not any(map(str.isalpha, text)) or _has_room(slot, lines):
            continue
        full += 1
        if _reaches_border(slot, lines[-1]) and not text.endswith("。"):
            clipped.append(text)
            if len(lines) > 1 and _SENTENCE.search(text):
                sentences.append(text)
    return clipped if len(clipped) >= max(_FEWEST, _SHARE * full) else sentences


def _has_room(slot: Slot, lines: Sequence[Line]) -> bool:
    """Return whether one more line had room below, or half of it above a text in the middle."""
    above, below = lines[0].top - slot.top, slot.bottom - lines[-1].bottom
    return below >= lines[-1].size or above + below >= _MIDDLE * lines[-1].size


def _reaches_border(slot: Slot, line: Line) -> bool:
    """Return whether a line fills its cell: not one letter more had room, at both sides of it."""
    left, right = line.left - slot.left, slot.right - line.right
    return right < line.size + _PADDING and left + right < line.size + 2 * _PADDING
