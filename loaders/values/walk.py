"""What is met on the way through a cell's pieces."""

from __future__ import annotations

from dataclasses import dataclass, field

from keikaku.loaders.values.amounts import Num
from keikaku.loaders.values.before import Before
from keikaku.loaders.values.dates import Date
from keikaku.loaders.values.model import Role, Sign
from keikaku.loaders.values.scanner import Token, Word, Yard
from keikaku.loaders.values.timing import Dated


@dataclass(slots=True)
class NumberInProgress:
    """A number on its way to a value."""

    num: Num
    before: Before
    deep: int
    label: list[Word] = field(default_factory=list)
    role: Role | None = None
    qualifier: str | None = None
    comparator: Sign | None = None
    cumulative: bool = False
    relative: str | None = None
    dated: Dated = field(default_factory=Dated)
    series: str | None = None
    said_name: str | None = None
    base: str | None = None
    unit: str | None = None


@dataclass(slots=True)
class Walk:
    """What was met so far."""

    text: str
    numbers: list[NumberInProgress] = field(default_factory=list)
    order: list[NumberInProgress | Date | Token] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    yards: list[Yard] = field(default_factory=list)
    yard: str | None = None
    yard_comparator: Sign | None = None
    role: Role | None = None
    role_first: bool = False
    aim: bool = False
    arrows: list[int] = field(default_factory=list)
    from_nothing: bool = False
    depth: int = 0
    opened: list[int] = field(default_factory=list)
    skip_to: int = 0
    bad: bool = False
    heads: bool = False
    base: str | None = None
    role_word: Word | None = None
    open_at: list[int] = field(default_factory=list)
