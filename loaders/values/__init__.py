"""Values as plans print them (値の読み取り): one whole-match reader for every door.

A cell is folded, cut into pieces, and put together. A cell that is not wholly understood is
``unclear``, and gives no value. docs/reading.md holds the conventions.
"""

from __future__ import annotations

from functools import lru_cache

from keikaku.loaders.values.model import Cell, Value

__all__ = ["Cell", "Value", "read_cell", "read_values", "whole_value"]

LONGEST = 3_000
"""A longer text is no cell."""


def read_values(text: str) -> list[Value]:
    """Read the values that a cell states, in order; none where it was not understood wholly.

    >>> [(v.value, v.unit, v.comparator, v.fiscal_year) for v in read_values("98.2%以上（R8年度）")]
    [(98.2, '%', '>=', 2026)]
    """
    return list(read_cell(text).values)


def whole_value(text: str) -> Value | None:
    """Read the one value that a cell is about: alone, or the whole before its parts.

    None where the cell was not understood, holds none, or several of equal standing.

    >>> whole_value("100人(うち女性30人)").value, whole_value("30-40件").low
    (100, 30)
    """
    read = read_cell(text).values
    if not read or any(part.series is None for part in read[1:]):
        return None
    first, *parts = read
    return None if parts and first.series is not None else first


@lru_cache(maxsize=2048)
def read_cell(text: str) -> Cell:
    """Read a cell whole: its values, or what else it says, or that it is unclear."""
    from keikaku.loaders.values.assembly import assemble
    from keikaku.loaders.values.scanner import scan
    from keikaku.loaders.values.value_folding import fold

    if len(text) > LONGEST:
        return Cell("unclear", left=text[:40])
    folded = fold(text)
    return assemble(folded, scan(folded.text))
