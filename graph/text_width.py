"""The width of a text, measured in one way for terminals, sheets and pictures (全角・半角)."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache


@lru_cache(maxsize=1 << 14)
def text_width(text: str, *, ambiguous: int = 1) -> int:
    """Return how many characters of half width a text takes.

    Letters of full width take two, combining marks none. Letters whose width Unicode leaves open
    (○, ①, α) take ``ambiguous``: one on a terminal, two in the fonts of Japanese documents.
    Texts are remembered, because tables repeat them and measure them several times.

    >>> text_width("計画A"), text_width("○"), text_width("○", ambiguous=2)
    (5, 1, 2)
    """
    if text.isascii():
        return len(text)
    return sum(char_width(char, ambiguous) for char in text)


@cache
def char_width(char: str, ambiguous: int) -> int:
    """Return how many characters of half width one letter takes: 0, 1 or 2."""
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    kind = unicodedata.east_asian_width(char)
    if kind == "A":
        return ambiguous
    return 2 if kind in "WF" else 1
