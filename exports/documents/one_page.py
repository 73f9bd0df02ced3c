"""Fit sections on one page (一枚に収める), with the rest in an annex."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeAlias, TypeVar

from keikaku.exports.documents.block_heights import SHEET, height
from keikaku.exports.documents.document_blocks import Block

Section: TypeAlias = tuple[str, list[Block]]
"""A heading, and the blocks below it."""

_Room = TypeVar("_Room")


class Fitting(NamedTuple):
    """A page, the sections that the annex holds in full, and the height that is left.

    ``spare``, in millimetres, is below 0 if even the smallest page does not fit.
    """

    page: list[Block]
    rest: list[Section]
    spare: float


def fit(
    rooms: Iterable[_Room],
    sections: Callable[[_Room], Sequence[Section]],
    page: Callable[[Sequence[Section], Sequence[Section]], list[Block]],
) -> Fitting:
    """Return the page of the first room in which it fits, or of the last room.

    ``rooms`` go from the most to the least; the first holds everything. ``page`` makes a page from
    its sections and from those that are not complete on it.
    """
    whole: Sequence[Section] | None = None
    fitting = Fitting([], [], 0.0)
    for room in rooms:
        parts = sections(room)
        whole = parts if whole is None else whole
        rest = [full for full, part in zip(whole, parts, strict=True) if full != part]
        blocks = page(parts, rest)
        fitting = Fitting(blocks, rest, SHEET - height(blocks))
        if fitting.spare >= 0:
            break
    return fitting
