"""What is read from the pages of one plan, before it becomes nodes and edges."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from keikaku.graph.records import Measure, Reading

Continues = Literal["yes", "no", "unknown"]


class Spot(NamedTuple):
    """A place in the source: the evidence of one reading, still without its document."""

    line: int
    section: str
    quote: str
    reading: Reading = "stated"
    confidence: float = 1.0
    note: str | None = None


class NamedThing(NamedTuple):
    """A name with where it stands."""

    name: str
    spot: Spot


class Prose(NamedTuple):
    """Running text with where it stands."""

    text: str
    spot: Spot


class MilestoneReading(NamedTuple):
    """A cell of the schedule (行動計画).

    ``continues`` says whether it goes on behind its own cell: yes (an arrow), no, or unknown, where
    the source leaves it open (blanks); ``latest_year`` then is the last year that it may reach.
    """

    text: str
    first_year: int
    last_year: int
    continues: Continues
    latest_year: int | None
    spot: Spot


class ArrowReading(NamedTuple):
    """Arrows of a row without any text; ``note`` says what was repaired.

    ``earliest_year`` is the first in which a lone head, without its shaft, may run already.
    """

    first_year: int
    last_year: int
    note: str | None = None
    earliest_year: int | None = None


@dataclass(slots=True)
class ActionReading:
    """A row of the action table (取組内容); ``arrow`` spans its bare arrows, if any."""

    title: str
    spot: Spot
    milestones: list[MilestoneReading] = field(default_factory=list)
    arrow: ArrowReading | None = None


@dataclass(slots=True)
class IndicatorReading:
    """A target with its baseline; ``target`` and ``baseline`` both None: a target in words.

    ``from_to`` is true where the print leads from one to the other: 83.1%から100%へ, 50件→80件.
    """

    name: str
    spot: Spot
    measurable: bool = True
    target: Measure | None = None
    baseline: Measure | None = None
    baseline_spot: Spot | None = None
    relative: str | None = None
    cumulative: bool | None = None
    values: list[dict[str, Any]] = field(default_factory=list)
    from_to: bool = False


@dataclass(slots=True)
class Part:
    """What a plan, or one of its components, holds."""

    overview: Prose | None = None
    vision: Prose | None = None
    actions: list[ActionReading] = field(default_factory=list)
    indicators: list[IndicatorReading] = field(default_factory=list)


@dataclass(slots=True)
class ComponentReading(Part):
    """A sub-section headed "name <課>"."""

    title: str = ""
    spot: Spot | None = None
    departments: list[NamedThing] = field(default_factory=list)


@dataclass(slots=True)
class Marks:
    """The mark row: theme → its spot where ○, and the themes whose mark cannot be determined.

    ``unknown`` maps a theme to why; a theme in neither has no mark.
    """

    marked: dict[str, Spot] = field(default_factory=dict)
    unknown: dict[str, Spot] = field(default_factory=dict)


@dataclass(slots=True)
class Disclosure:
    """情報公開: ``website`` True, False or None (unknown), and the names beside it."""

    website: bool | None = None
    website_spot: Spot | None = None
    other: list[NamedThing] = field(default_factory=list)
    pages: list[NamedThing] = field(default_factory=list)
    unread: list[tuple[int, str]] = field(default_factory=list)
    """Lines of the section that name nothing."""


class Remark(NamedTuple):
    """A finding before its node has an id: code, spots, details; ``plan`` is its number or None."""

    code: str
    spots: list[Spot]
    details: Mapping[str, object]
    plan: str | None = None


@dataclass(slots=True)
class PlanReading(Part):
    """All that the pages of one plan say."""

    number: str = ""
    title: str = ""
    spot: Spot | None = None
    departments: list[NamedThing] = field(default_factory=list)
    components: list[ComponentReading] = field(default_factory=list)
    component_by_heading: dict[str, ComponentReading] = field(default_factory=dict)
    has_marks: bool = False
    marks: Marks = field(default_factory=Marks)
    disclosure: Disclosure = field(default_factory=Disclosure)
    sdgs: list[NamedThing] = field(default_factory=list)
    lines: list[tuple[int, str, str]] = field(default_factory=list)
    """Every text cell of its pages: line, section, text."""
    remarks: list[Remark] = field(default_factory=list)


@dataclass(slots=True)
class OverviewPlan:
    """A row of the overview (体系図)."""

    number: str
    title: str
    departments: list[NamedThing]
    spot: Spot
    subtitles: list[str] = field(default_factory=list)


class OverviewGroup(NamedTuple):
    """A goal or an initiative of the overview."""

    number: str
    title: str
    spot: Spot


@dataclass(slots=True)
class Overview:
    """The overview: goals, initiatives and plans by number, and the front matter."""

    municipality: str = ""
    title: str = ""
    first_year: int | None = None
    last_year: int | None = None
    published: str | None = None
    spot: Spot | None = None
    goals: dict[str, OverviewGroup] = field(default_factory=dict)
    initiatives: dict[str, OverviewGroup] = field(default_factory=dict)
    plans: dict[str, OverviewPlan] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)

    def head(self, document_id: str, source: str, sha256: str) -> dict[str, Any]:
        """Return the head of the graph's file, which describes its document."""
        return {
            "id": document_id,
            "title": self.title,
            "municipality": self.municipality,
            "first_year": self.first_year,
            "last_year": self.last_year,
            "source": source,
            "sha256": sha256,
        }
