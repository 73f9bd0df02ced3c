"""What a fictional plan document means: the facts that a page is printed from, and no layout."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from keikaku.graph.records import Comparator

THEMES = ("カウンターレス", "キャッシュレス", "ペーパーレス", "ファイルレス", "ムーブレス")

Mark = bool | None
"""○, no ○, or unknown (only after a defect)."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit: 98.2 %, 約 1,200 千円, 90 % 以上."""

    value: int | float
    unit: str | None
    comparator: Comparator = "="
    qualifier: str | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    """A target with its baseline; one of the two may be missing."""

    name: str
    target: Quantity | None
    baseline: Quantity | None


@dataclass(frozen=True, slots=True)
class Milestone:
    """What is done from one fiscal year to another; arrows are printed if it spans years."""

    text: str
    first_year: int
    last_year: int


@dataclass(frozen=True, slots=True)
class Action:
    """A row of the action table, or several when two milestones share a year."""

    title: str
    milestones: tuple[Milestone, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """An action table with its target cell; ``wishes`` are the targets without a number."""

    actions: tuple[Action, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    wishes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Component:
    """A sub-section headed "name <課>"."""

    title: str
    departments: tuple[str, ...]
    section: Section


@dataclass(frozen=True, slots=True)
class Plan:
    """One 実施計画. Its actions are its own, or all in its components."""

    title: str
    departments: tuple[str, ...]
    overview: str
    vision: str
    marks: tuple[Mark, ...]
    website: Mark
    other: tuple[str, ...]
    pages: tuple[str, ...]
    section: Section
    components: tuple[Component, ...] = ()
    sdgs: tuple[str, ...] = ()
    guidelines: tuple[str, ...] = ()
    depends_on: tuple[str, ...] = ()
    """Titles of the plans that its overview names."""

    def sections(self) -> Iterator[tuple[str | None, Section]]:
        """Its sections, each with the title of its component."""
        if not self.components:
            yield None, self.section
        for component in self.components:
            yield component.title, component.section


@dataclass(frozen=True, slots=True)
class Initiative:
    """One 取組事項."""

    title: str
    plans: tuple[Plan, ...]


@dataclass(frozen=True, slots=True)
class Goal:
    """One 重点推進目標."""

    title: str
    initiatives: tuple[Initiative, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole plan document of one municipality."""

    municipality: str
    title: str
    first_year: int
    last_year: int
    baseline_year: int
    goals: tuple[Goal, ...]

    @property
    def years(self) -> range:
        """The fiscal years of its period."""
        return range(self.first_year, self.last_year + 1)

    def numbered(self) -> Iterator[tuple[str, Goal, Initiative, Plan]]:
        """Every plan with its number and where it stands."""
        for g, goal in enumerate(self.goals, 1):
            for i, initiative in enumerate(goal.initiatives, 1):
                for p, plan in enumerate(initiative.plans, 1):
                    yield f"{g}-{i}-{p}", goal, initiative, plan
