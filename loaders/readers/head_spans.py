"""Heads over several columns of a table set in columns: which columns each of them covers.

A head is centred over its columns, so that of all ways to divide the columns among the heads of a
line, the one whose middles agree best is right.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from keikaku.loaders.readers.column_rows import Part

_ORDINAL = re.compile("[①②③④⑤⑥⑦⑧⑨]")
"""What numbers an indicator in the label of its table: 成果指標①."""
_HEAD = re.compile(
    r"(?:名|名称|項目|指標|内容|事項|区分|種別|目標|年度?|単位)$|(?:令和|平成|[RH])?\d{1,4}\s?年度?"
)


def names_row(label: str | None, head: str) -> bool:
    """Return whether the first head of a table is the name of its only row, beside a label.

    The cell then stands over head and row, and its words may go on beside the values.

    >>> [names_row("成果指標①", "開催回数"), names_row("指標①", "指標名"), names_row(None, "計")]
    [True, False, False]
    """
    return label is not None and _ORDINAL.search(label) is not None and not _HEAD.search(head)


class Span(NamedTuple):
    """A cell of a head: its row and column, how many it covers, its words."""

    row: int
    column: int
    rows: int
    columns: int
    text: str


def spans_over(
    lines: Sequence[Sequence[Part]],
    columns: Sequence[tuple[int, int]],
    blocks: Sequence[tuple[int, int]],
) -> list[Span]:
    """Return the cells of a head whose first line covers these blocks of columns.

    The words of several lines over one column are one cell.

    >>> columns = [(0, 4), (6, 8), (10, 12)]
    >>> line = [Part(0, "name", "name"), Part(8, "x", "x")]
    >>> [s.columns for s in spans_over([line], columns, [(0, 0), (1, 2)])]
    [1, 2]
    """
    own: dict[int, list[str]] = {}
    for line in lines[1:]:
        places = in_order(line, columns) or [nearest(part, columns) for part in line]
        for part, place in zip(line, places, strict=True):
            own.setdefault(place, []).append(part.text)
    leaves = any(
        first < last and n in own for first, last in blocks for n in range(first, last + 1)
    )
    spans = []
    for part, (first, last) in zip(lines[0], blocks, strict=True):
        below = [(n, "".join(own[n])) for n in range(first, last + 1) if n in own]
        if first == last:
            text = part.text + "".join(text for _, text in below)
            spans.append(Span(0, first, 1 + leaves, 1, text))
            continue
        spans.append(Span(0, first, 1, last - first + 1, part.text))
        spans += [Span(1, n, 1, 1, text) for n, text in below]
    return spans


def nearest(part: Part, columns: Sequence[tuple[int, int]]) -> int:
    """Return the column whose middle is nearest to that of a part."""
    middle = part.left + part.right
    return min(range(len(columns)), key=lambda n: abs(sum(columns[n]) - middle))


def in_order(parts: Sequence[Part], columns: Sequence[tuple[int, int]]) -> list[int] | None:
    """Return a column of its own for each part, from left to right, by the nearest middles.

    None where there are more parts than columns.

    >>> in_order([Part(0, "x", "x"), Part(4, "→", "→")], [(0, 4), (6, 10), (12, 16)])
    [0, 1]
    """
    count = len(columns)
    if len(parts) > count:
        return None
    worst = float("inf")
    cost: list[float] = [0.0] * (count + 1)
    cuts: list[list[int]] = []
    for at, part in enumerate(parts):
        following, cut = [worst] * (count + 1), [0] * (count + 1)
        for end in range(at + 1, count + 1):
            off = abs(sum(columns[end - 1]) - part.left - part.right)
            following[end], cut[end] = following[end - 1], cut[end - 1]
            if cost[end - 1] + off < following[end]:
                following[end], cut[end] = cost[end - 1] + off, end - 1
        cost = following
        cuts.append(cut)
    places: list[int] = []
    end = count
    for cut in reversed(cuts):
        end = cut[end]
        places.append(end)
    return places[::-1]


def covered(
    lines: Sequence[Sequence[Part]], columns: Sequence[tuple[int, int]]
) -> list[tuple[int, int]] | None:
    """Divide all columns among the heads of the first line: the first and last column of each.

    The heads below show the middles of columns. None where there are fewer columns than heads.

    >>> columns = [(0, 4), (6, 8), (10, 12)]
    >>> covered([[Part(0, "name", "name"), Part(8, "x", "x")]], columns)
    [(0, 0), (1, 2)]
    """
    places = list(columns)
    for line in lines[1:]:
        for part, n in zip(line, in_order(line, columns) or (), strict=False):
            places[n] = (part.left, part.right)
    middles = [part.left + part.right for part in lines[0]]
    count, heads = len(places), len(middles)
    if count < heads:
        return None
    worst = float("inf")
    cost: list[float] = [0.0] + [worst] * count
    cuts: list[list[int]] = []
    for at, middle in enumerate(middles):
        following = [worst] * (count + 1)
        cut = [0] * (count + 1)
        for end in range(at + 1, count - (heads - at - 1) + 1):
            for begin in range(at, end):
                off = abs(places[begin][0] + places[end - 1][1] - middle)
                if cost[begin] + off < following[end]:
                    following[end], cut[end] = cost[begin] + off, begin
        cost = following
        cuts.append(cut)
    blocks: list[tuple[int, int]] = []
    end = count
    for cut in reversed(cuts):
        blocks.append((cut[end], end - 1))
        end = cut[end]
    return blocks[::-1]


__all__ = ["Span", "covered", "in_order", "nearest", "spans_over"]
