"""The statements that a layout finds in a source, by record: each a cell and its meaning."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field

from keikaku.loaders.layouts.labels.vocabulary import Meaning
from keikaku.loaders.readers.blocks import Cell, Place

BY_PLACE = 0.6
"""The certainty of a text without a label in the place of a plan's description."""
NOTHING = frozenset("-－―‐–—ー−─━ｰ／/…・")
"""What people write into a cell that holds no value."""
_WORDED = frozenset(
    "plan.title plan.overview plan.problem plan.vision plan.category department department.co "
    "division section guidelines partners plan.first_year "
    "plan.last_year plan.period evaluation.direction".split()
)
"""Facts that are never the number 0: a formula that points to an empty cell prints one."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A cell and what it means; ``group`` ties the cells of one row of a sub-table together."""

    meaning: Meaning
    cell: Cell
    group: Hashable
    section: str

    @property
    def text(self) -> str:
        """The cell's words, "" where the cell states that there is nothing."""
        text = self.cell.text
        zero = self.meaning.fact in _WORDED and text.strip() == "0"
        return "" if zero or is_nothing(text) else text


@dataclass(slots=True)
class Record:
    """One plan as it stands in the source: its statements, and what stands above it."""

    statements: list[Statement]
    place: Place
    levels: list[LevelHead] = field(default_factory=list)
    heading: object | None = None
    """A heading that may hold the name, where the form prints only a number."""


@dataclass(frozen=True, slots=True)
class LevelHead:
    """A level that a heading names: the word of the level if it prints one, number and title."""

    level: str
    number: str
    title: str
    cell: Cell


@dataclass(slots=True)
class Column:
    """A column of a list, or a label of a form: what it means and how many cells it holds."""

    where: str
    label: str
    meaning: Meaning | None
    filled: int
    place: Place
    index: int = 0
    example: str = ""


@dataclass(slots=True)
class Reading:
    """What a layout makes of a source: records, its columns, and the cells that it accounts for.

    ``read``, ``skipped`` and ``unread`` count filled cells (a paragraph is one).
    """

    records: list[Record] = field(default_factory=list)
    columns: list[Column] = field(default_factory=list)
    loose: list[Statement] = field(default_factory=list)
    read: int = 0
    skipped: int = 0
    unread: int = 0
    unsure: float = 0.0
    outside: list[str] = field(default_factory=list)
    """Paragraphs that belong to no record."""
    appendices: dict[str, int] = field(default_factory=dict)
    """How many tables stand under a heading that begins an appendix; they are not read."""
    year_blocks: list[tuple[Cell, int, int, int]] = field(default_factory=list)
    """Blocks of columns without a year: the head of the first, their count, width, first year."""

    @property
    def names_plans(self) -> bool:
        """Return whether the records have names of plans; a number alone is no name.

        Most names must have a letter: where a table has lost its columns, other cells stand in the
        place of the names.
        """
        titles = [
            statement.cell.text
            for record in self.records
            for statement in record.statements
            if statement.meaning.fact == "plan.title"
        ]
        worded = sum(any(map(str.isalpha, title)) for title in titles)
        return worded > len(titles) / 2

    @property
    def plans(self) -> list[Record]:
        """The records that print a name or number; a legend (区分　新：新規) prints neither."""
        names = ("plan.title", "plan.number")
        return [
            record
            for record in self.records
            if any(s.meaning.fact in names and s.text.strip() for s in record.statements)
        ]

    def add(self, other: Reading) -> None:
        """Join what another part of the source gave."""
        self.records += other.records
        self.columns += other.columns
        self.loose += other.loose
        self.read += other.read
        self.skipped += other.skipped
        self.unread += other.unread
        self.unsure += other.unsure
        self.year_blocks += other.year_blocks


def is_nothing(text: str) -> bool:
    """Return whether a cell's words say that there is nothing: a dash, blanks.

    >>> is_nothing(" "), is_nothing("－"), is_nothing("―――"), is_nothing("――――"), is_nothing("無")
    (True, True, True, False, False)
    """
    stripped = text.strip()
    return not stripped or (len(stripped) <= 3 and all(c in NOTHING for c in stripped))


def filled(cells: Iterable[Cell]) -> list[Cell]:
    """Return the cells that hold text."""
    return [cell for cell in cells if cell.text.strip()]


def place_name(cell: Cell) -> str:
    """Return where a cell stands, for people: a sheet's cell, a page, a table's row, a line."""
    place = cell.place
    if place.sheet:
        return f"{place.sheet}!{place.cell}"
    if place.page:
        return f"p.{place.page} {place.cell}" if place.cell else f"p.{place.page}"
    if place.cell:
        return place.cell
    return f"{place.line}行目" if place.line else ""
