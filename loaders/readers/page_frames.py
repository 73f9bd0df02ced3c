"""What frames the pages of a text: a running head, a running foot, the number of the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from keikaku.loaders.readers.column_rows import Line
from keikaku.loaders.readers.numbered_lists import begins_list

_PAGE_NUMBER = re.compile(r"[-－– ]*\d{1,4}[-－– ]*")
_MOST_RUNNING = 2
"""How many parts a running head has at most: its title and another at the right."""
_DIGITS = re.compile(r"\d+")
_FEWEST_FEET = 3


def without_frames(pages: Sequence[list[Line]]) -> list[list[Line]]:
    """Return the lines of each page without what frames it; the first head is a title."""
    running = _running(pages)
    feet = _running_feet(pages)
    return [_without_frame(n, running if at else set(), feet) for at, n in enumerate(pages)]


def words_of(line: Line) -> str:
    """Return the words of a line."""
    return " ".join(part.text for part in line.parts)


def _running(pages: Sequence[Sequence[Line]]) -> set[str]:
    """Return the first lines that several pages share, and with which no form or list begins."""
    firsts = Counter(words_of(lines[0]) for lines in pages if lines)
    shared = {text for text, count in firsts.items() if count >= max(2, 0.5 * len(pages))}
    shared -= {words_of(lines[0]) for lines in pages if lines and begins_list(lines)}
    begun = [lines for lines in pages if lines and words_of(lines[0]) in shared]
    return shared - {words_of(lines[0]) for lines in begun} if _are_forms(begun) else shared


def _are_forms(pages: Sequence[Sequence[Line]]) -> bool:
    """Return whether pages begin with labels side by side, and share other lines of labels, too.

    The head of a list is followed by rows, which differ from page to page.
    """
    if not pages or len(pages[0][0].parts) <= _MOST_RUNNING:
        return False
    labels = [
        {
            words
            for line in lines[1:]
            if len(line.parts) > 1 and not any(map(str.isdigit, words := words_of(line)))
        }
        for lines in pages
    ]
    return len(labels) > 1 and bool(set.intersection(*labels))


def _running_feet(pages: Sequence[Sequence[Line]]) -> set[str]:
    """Return the last lines that several pages share but for the number of the page."""
    lasts = Counter(
        _DIGITS.sub("#", words_of(lines[-1]))
        for lines in pages
        if lines and len(lines[-1].parts) == 1
    )
    few = max(_FEWEST_FEET, 0.4 * len(pages))
    return {text for text, count in lasts.items() if count >= few and "#" in text}


def _without_frame(lines: list[Line], running: set[str], feet: set[str]) -> list[Line]:
    """Return the lines of a page without its running head, its running foot and its number."""
    if lines and words_of(lines[0]) in running:
        lines = lines[1:]
    last = words_of(lines[-1]) if lines else ""
    if _PAGE_NUMBER.fullmatch(last) or _DIGITS.sub("#", last) in feet:
        lines = lines[:-1]
    return lines


__all__ = ["without_frames", "words_of"]
