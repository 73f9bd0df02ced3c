"""The blocks of a printed document; :mod:`.html` and :mod:`.word` write the same blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

Look = Literal["normal", "note", "lead", "fact"]


class Shaded(NamedTuple):
    """A cell whose background shows its value, by a strength of 0 to 1 (ヒートマップ)."""

    text: str
    strength: float


Cell: TypeAlias = str | Shaded


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; ``level`` 1 is the title of the document. ``anchor`` is what contents lead to."""

    level: int
    text: str
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; its line ends are kept."""

    text: str
    look: Look = "normal"


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    items: Sequence[str]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; ``widths`` are the shares of its columns. The head is repeated on every page.

    ``empty_rows`` are rows to fill in by hand.
    """

    heads: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    widths: Sequence[float]
    empty_rows: int = 0
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Bars:
    """A bar chart: names with parts that add up, by the names of the ``series``.

    ``colours`` are those of the series where they have a meaning; empty for the default ones.
    """

    series: Sequence[str]
    rows: Sequence[tuple[str, Sequence[float]]]
    title: str
    colours: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """A list of what the document holds: anchors and their texts."""

    entries: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The start of a new page."""


Block: TypeAlias = Heading | Paragraph | Bullets | Table | Bars | Contents | PageBreak
