"""What was decided about the plans of a document, by whom, where, and why."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

from keikaku.workshop.plan_keys import called

Topic = Literal[
    "decision",
    "merge_with",
    "new_title",
    "initiative",
    "new_lead",
    "new_indicator",
    "new_target",
]
"""What can be decided about a plan, by the keys of the form's columns."""

TOPICS: tuple[Topic, ...] = get_args(Topic)


@dataclass(frozen=True, slots=True)
class Change:
    """The decision on a plan: a code of ``DECISIONS`` and its details.

    ``merge_with`` holds numbers of plans, ``initiative`` a number (1-2), ``new_lead`` the name of a
    department, ``new_indicator`` a name (or several, a line each), ``new_target`` its value as
    typed. A topic that is None, or empty, is not decided.
    """

    decision: str | None = None
    merge_with: tuple[str, ...] = ()
    new_title: str | None = None
    initiative: str | None = None
    new_lead: str | None = None
    new_indicator: str | None = None
    new_target: str | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """Words of a cell that do not answer what the column asks for; kept unchanged."""

    cell: str
    column: str
    text: str


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A row that belongs to no plan, with all its cells; kept until a person has dealt with it."""

    file: str
    cell: str
    text: str


@dataclass(frozen=True, slots=True)
class Said:
    """What one workbook says about a plan: the department, and the file, sheet and cell."""

    by: str
    file: str
    cell: str
    change: Change
    reason: str | None = None
    comment: str | None = None
    unread: tuple[Unread, ...] = ()


@dataclass(frozen=True, slots=True)
class Settled:
    """What a person settled; it overrides all answers. ``by`` is the person, ``why`` the reason.

    ``line`` is its line in the decisions file.
    """

    change: Change
    by: str
    why: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A plan of the document by its number, or one to be added (``number`` None) by its title.

    For a plan of the document without a number, its title stands in place of the number.
    """

    number: str | None
    title: str
    said: tuple[Said, ...] = ()
    settled: Settled | None = None
    line: int | None = None

    @property
    def name(self) -> str:
        """How people call it."""
        return called(self.number or "", self.title)


@dataclass(frozen=True, slots=True)
class Decisions:
    """All decisions on a document: an entry for each of its plans, then those to be added.

    ``departments`` are new ones that the next edition may name (組織改編), ``unplaced`` rows that
    could not be taken. ``file`` is the name of the decisions file.
    """

    document: str
    entries: tuple[Entry, ...] = ()
    departments: tuple[str, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    file: str = "decisions.yaml"
    sha256: str | None = field(default=None, compare=False)

    @property
    def plans(self) -> dict[str, Entry]:
        """The entries of the document's plans by number."""
        return {entry.number: entry for entry in self.entries if entry.number}

    @property
    def added(self) -> list[Entry]:
        """The entries of plans to be added."""
        return [entry for entry in self.entries if not entry.number]
