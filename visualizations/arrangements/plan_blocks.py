"""Blocks of plans beneath a heading, packed so that they best fit the screen (まとまりの配置)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from keikaku.visualizations.arrangements.layout import (
    GAP,
    HEADING,
    INSET,
    REGION_GAP,
    TARGET,
    Arrangement,
    Box,
    Copy,
    rounded,
)

_MOST_COLUMNS = 24
_MOST_ACROSS = 6
_BANNER = 22.0


class Member(NamedTuple):
    """A plan of a block; ``why`` is a key of the words for a plan shown here again, else empty."""

    plan: str
    why: str = ""


class Block(NamedTuple):
    """A heading (a node, or the key of its words) with its plans, and what stands beside it."""

    node: str | None
    members: Sequence[Member]
    text: str = ""
    note: str = ""


class Size(NamedTuple):
    """The size of a plan's box."""

    width: float
    height: float


def columns_of(blocks: Sequence[Block], size: Size) -> int:
    """Return how many columns of blocks, each a plan wide, best fit the screen."""
    best = (float("inf"), 1)
    for columns in range(1, min(len(blocks), _MOST_COLUMNS) + 1):
        ends = _packed([_height(block, size, 1) for block in blocks], columns)[1]
        width = columns * (_width(size, 1) + REGION_GAP) - REGION_GAP
        scale = max(width / TARGET[0], max(ends) / TARGET[1])
        best = min(best, (round(scale, 6), columns))
    return best[1]


def pack(
    into: Arrangement, kind: str, blocks: Sequence[Block], size: Size, top: float = 0.0
) -> float:
    """Place blocks in columns, each where most room is left, and return where they end."""
    if not blocks:
        return top
    columns = columns_of(blocks, size)
    at, ends = _packed([_height(block, size, 1) for block in blocks], columns)
    for block, (column, y) in zip(blocks, at, strict=True):
        _put(
            into, kind, block, Box(column * (_width(size, 1) + REGION_GAP), top + y, 0, 0), size, 1
        )
    return top + max(ends)


def flow(into: Arrangement, kind: str, blocks: Sequence[Block], size: Size) -> None:
    """Place blocks as bands: a large one takes the whole width, small ones stand side by side."""
    best: tuple[float, list[tuple[float, float]], int] | None = None
    for across in range(2, _MOST_COLUMNS + 1):
        corners, bottom = _flowed(blocks, size, across)
        scale = max(_width(size, across) / TARGET[0], bottom / TARGET[1])
        if best is None or scale < best[0] - 1e-6:
            best = scale, corners, across
    if best is None:
        return
    for block, (x, y) in zip(blocks, best[1], strict=True):
        _put(into, kind, block, Box(x, y, 0, 0), size, _across(block, best[2]))


class Division(NamedTuple):
    """A heading with the blocks within it, and what stands beside it; one block stands alone."""

    node: str | None
    blocks: Sequence[Block]
    note: str = ""


def pack_within(into: Arrangement, kind: str, divisions: Sequence[Division], size: Size) -> None:
    """Place divisions side by side, each block within its own, all in as many columns of plans."""
    best: tuple[float, int, int] | None = None
    for across in range(1, _MOST_ACROSS + 1):
        heights = [_division_height(division, size, across) for division in divisions]
        for columns in range(1, min(len(divisions), _MOST_COLUMNS) + 1):
            width = columns * (_division_width(size, across) + REGION_GAP)
            scale = max(width / TARGET[0], max(_packed(heights, columns)[1]) / TARGET[1])
            if best is None or scale < best[0] - 1e-6:
                best = scale, across, columns
    if best is None:
        return
    _, across, columns = best
    heights = [_division_height(division, size, across) for division in divisions]
    width = _division_width(size, across)
    for division, (column, y), height in zip(
        divisions, _packed(heights, columns)[0], heights, strict=True
    ):
        x = column * (width + REGION_GAP)
        if division.node is not None:
            into.region(division.node, kind, 1, Box(x, y, width, height), note=division.note)
            into.place(division.node, x + width / 2, y + _BANNER / 2, width, _BANNER - 2)
        top = y + (_BANNER if division.node is not None else 0)
        for block in division.blocks:
            inset, level = (INSET, 2) if division.node is not None else (0, 1)
            wide = width - 2 * inset
            _put(into, kind, block, Box(x + inset, top, wide, 0), size, across, level)
            top += _height(block, size, across) + GAP


def _division_width(size: Size, across: int) -> float:
    return _width(size, across) + 2 * INSET


def _division_height(division: Division, size: Size, across: int) -> float:
    inner = sum(_height(block, size, across) + GAP for block in division.blocks)
    return inner if division.node is None else _BANNER + inner + INSET / 2


def _flowed(
    blocks: Sequence[Block], size: Size, across: int
) -> tuple[list[tuple[float, float]], float]:
    """Return the corner of each block in rows of that many plans, and where the rows end."""
    corners, x, y, tall = [], 0.0, 0.0, 0.0
    for block in blocks:
        wide = _width(size, _across(block, across))
        if x and x + wide > _width(size, across) + 0.5:
            x, y, tall = 0.0, y + tall + REGION_GAP, 0.0
        corners.append((x, y))
        x += wide + REGION_GAP
        tall = max(tall, _height(block, size, _across(block, across)))
    return corners, y + tall


def _across(block: Block, most: int) -> int:
    """Return how many plans of a block stand side by side: at least two, for its heading."""
    return min(max(len(block.members), 2), most)


def _packed(heights: Sequence[float], columns: int) -> tuple[list[tuple[int, float]], list[float]]:
    """Return the column and the top of each block, and where the columns end."""
    ends = [0.0] * columns
    at = []
    for height in heights:
        column = ends.index(min(ends))
        at.append((column, ends[column]))
        ends[column] += height + REGION_GAP
    return at, [end - REGION_GAP for end in ends]


def _width(size: Size, across: int) -> float:
    return across * (size.width + GAP) - GAP + 2 * INSET


def _height(block: Block, size: Size, across: int) -> float:
    rows = -(-len(block.members) // across)
    return HEADING + rows * (size.height + GAP) + INSET / 2


def _put(
    into: Arrangement, kind: str, block: Block, corner: Box, size: Size, across: int, level: int = 1
) -> None:
    x, y, width = corner.x, corner.y, corner.width or _width(size, across)
    ground = Box(x, y, width, _height(block, size, across))
    into.region(block.node, kind, level, ground, block.text, block.note)
    if block.node is not None:
        into.place(block.node, x + width / 2, y + HEADING / 2, width, HEADING - 2)
    for at, member in enumerate(block.members):
        row, column = divmod(at, across)
        middle = x + INSET + column * (size.width + GAP) + size.width / 2
        box = rounded(middle, y + HEADING + row * (size.height + GAP) + size.height / 2, *size)
        if member.why or member.plan in into.places:
            into.copies.append(Copy(member.plan, box, member.why))
        else:
            into.places[member.plan] = box
