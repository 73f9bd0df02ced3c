"""The future direction of a plan (今後の方向性) as printed: by words, or by numbers of a legend."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from keikaku.loaders.readers.blocks import Paragraph, Source, Table
from keikaku.loaders.text import normal

_CODE = r"(?:\d{1,2}|[A-Z]|[ア-オ])"
_BARE = re.compile(_CODE)
_BEFORE = re.compile(r"^[\dA-Za-z\s.．:：()①-⑳]+")
_PAIR = re.compile(
    rf"(?<![\dA-Z])\(?({_CODE})\)?\s*(?:[.:=…・、]+\s*)?([^\s\dA-Z,、/()\[\].:;=…・]{{2,14}})"
)
_CIRCLED = str.maketrans({0x2460 + at: f" {at + 1} " for at in range(20)})
_MOST_WORDS = 12
"""Entries of a legend at most."""


def direction_code(text: str, words: Mapping[str, str]) -> str | None:
    """Return the code of a plan's future direction (拡充 → expand), by the catalogue's words."""
    bare = _BEFORE.sub("", "".join(normal(text).split()))
    main = re.split(r"[(（]", bare)[0]
    for part in (main, bare):
        for word, code in words.items():
            if part.startswith(word):
                return code
        for word, code in words.items():
            if word in part:
                return code
    return None


def code_of(text: str) -> str:
    """Return a number of a legend in one spelling: ①, １ and (1) are 1."""
    return normal(text).translate(_CIRCLED).strip(" ()\n")


def is_bare_code(text: str) -> bool:
    """Return whether a direction is only the number or letter of a legend.

    >>> is_bare_code("１"), is_bare_code("1 拡充")
    (True, False)
    """
    return _BARE.fullmatch(code_of(text)) is not None


def direction_legend(source: Source, words: Mapping[str, str]) -> dict[str, str]:
    """Return what the numbers of directions mean, by a line or small table of the source.

    A number that two legends explain otherwise is left out. ``words`` are those of directions.
    """
    known: dict[str, set[str]] = defaultdict(set)
    for pairs in _legends(source):
        words_of = [word for _, word in pairs]
        if 1 < len(pairs) <= _MOST_WORDS and all(direction_code(w, words) for w in words_of):
            for number, word in pairs:
                known[number].add(word)
    return {number: one.pop() for number, one in known.items() if len(one) == 1}


def _legends(source: Source) -> Iterator[list[tuple[str, str]]]:
    for block in source.blocks():
        if isinstance(block, Paragraph):
            yield _PAIR.findall(normal(block.text).translate(_CIRCLED))
            continue
        for cell in block.cells:
            if cell.value is None and len(cell.text) > _MOST_WORDS:
                yield _PAIR.findall(normal(cell.text).translate(_CIRCLED))
        if block.columns == 2:
            yield _rows(block)


def _rows(table: Table) -> list[tuple[str, str]]:
    """Return the rows of a table of two columns that explain a number each."""
    rows = ((code_of(table.text(r, 0)), table.text(r, 1)) for r in range(table.rows))
    return [(code, normal(word).strip()) for code, word in rows if _BARE.fullmatch(code)]
