"""Tables under years that go on over a page: their head at its end, their rows at the next top."""

from __future__ import annotations

from collections.abc import Sequence

from keikaku.loaders.readers.column_rows import Line
from keikaku.loaders.readers.year_columns import (
    REST_OF_HEAD,
    SHORT,
    VALUE_OF_YEAR,
    begins_years,
)

_MOST_HEAD, _FEWEST_YEARS = 3, 2


def head_at_end(run: Sequence[Line]) -> int:
    """Return where the head begins that ends a run without any row, its length for none."""
    for at in range(max(0, len(run) - _MOST_HEAD), len(run)):
        rest = run[at + 1 :]
        if begins_years(run[at]) and all(
            REST_OF_HEAD.fullmatch(part.text) for line in rest for part in line.parts[1:]
        ):
            return at
    return len(run)


def is_row(line: Line) -> bool:
    """Return whether a line may be a row of a table that began on the page before."""
    values = [part for part in line.parts[1:] if VALUE_OF_YEAR.fullmatch(part.text)]
    short = all(len(part.text) <= SHORT for part in line.parts[1:])
    return bool(values) and short and len(line.parts) > _FEWEST_YEARS


def ends_with_rows(run: Sequence[Line]) -> bool:
    """Return whether a run ends with rows under years."""
    heads = [at for at, line in enumerate(run) if begins_years(line)]
    return bool(heads) and len(run) - heads[-1] > 1 and is_row(run[-1])


__all__ = ["ends_with_rows", "head_at_end", "is_row"]
