"""What is read of one plan, of whatever family, before it becomes nodes and edges."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from keikaku.graph.records import Edge, Evidence, Finding, Node, Records
from keikaku.loaders.readers.blocks import Cell, Place
from keikaku.loaders.readings import IndicatorReading, NamedThing, PlanReading, Prose, Spot


@dataclass(slots=True)
class LevelFact:
    """A level above a plan: its word (政策), number and title as printed."""

    level: str
    number: str
    title: str
    spot: Spot


@dataclass(slots=True)
class DepartmentFact:
    """Who answers for a plan: the department, the division above it, the sections below it."""

    name: str
    division: str | None
    role: str
    spot: Spot
    level: str = "department"
    sections: dict[str, Spot] = field(default_factory=dict)
    again: Spot | None = None
    """Where a 関係課 of the same name stands without its division."""


@dataclass(slots=True)
class IndicatorFact(IndicatorReading):
    """An indicator with its values by year, each as the graph keeps it."""

    unit: str | None = None
    role: str | None = None
    values: list[dict[str, Any]] = field(default_factory=list)
    cumulative: bool | None = None
    relative: str | None = None
    definition: str | None = None
    source: str | None = None
    direction: str | None = None


@dataclass(slots=True)
class BudgetFact:
    """Amounts of one fiscal year and stage, in whole yen; persons and hours as printed."""

    fiscal_year: int
    stage: str
    amounts: dict[str, int | float] = field(default_factory=dict)
    spots: list[Spot] = field(default_factory=list)


@dataclass(slots=True)
class EvaluationFact:
    """How a plan was judged in one fiscal year, by one side."""

    fiscal_year: int
    by: str | None
    facts: dict[str, Any] = field(default_factory=dict)
    spots: list[Spot] = field(default_factory=list)


@dataclass(slots=True)
class LogicFact:
    """A step of the logic model."""

    stage: str
    text: str
    spot: Spot


@dataclass(slots=True)
class PlanFacts:
    """All that a source says of one plan; ``reading`` holds what every family has."""

    reading: PlanReading
    key: str = ""
    printed_number: str = ""
    levels: list[LevelFact] = field(default_factory=list)
    level: str | None = None
    departments: list[DepartmentFact] = field(default_factory=list)
    problem: Prose | None = None
    category: str | None = None
    priority: str | None = None
    first_year: int | None = None
    last_year: int | None = None
    indicators: list[IndicatorFact] = field(default_factory=list)
    budgets: dict[tuple[str, int], BudgetFact] = field(default_factory=dict)
    evaluations: dict[tuple[str | None, int], EvaluationFact] = field(default_factory=dict)
    logic: list[LogicFact] = field(default_factory=list)
    guidelines: list[NamedThing] = field(default_factory=list)
    """Cells of laws, each whole as printed."""
    partners: list[NamedThing] = field(default_factory=list)
    related: list[NamedThing] = field(default_factory=list)


class Places:
    """Every place that is read, by a running number that represents it until the end.

    The stages that all families share name a place by its line; :meth:`restore` replaces that
    number by sheet and cell, page and box, or the line of the source.
    """

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._known: dict[tuple[object, ...], int] = {}

    def spot(self, cell: Cell, section: str, **facts: Any) -> Spot:
        """Return the evidence of a cell."""
        return Spot(self.number(cell.place), section, cell.text, **facts)

    def number(self, place: Place) -> int:
        """Return the number that stands for a place."""
        key = (place.line, place.sheet, place.cell, place.page, place.box)
        known = self._known.get(key) if any(part is not None for part in key) else None
        if known is None:
            self._places.append(place)
            known = self._known[key] = len(self._places)
        return known

    def restore(self, records: Records) -> None:
        """Give every piece of evidence its place."""
        from dataclasses import replace

        def placed(piece: Evidence) -> Evidence:
            if not piece.line:
                return piece
            place = self._places[piece.line - 1]
            return replace(
                piece,
                line=place.line,
                sheet=place.sheet,
                cell=place.cell,
                page=place.page,
                box=place.box,
            )

        parts: list[Node | Edge | Finding] = [*records.nodes, *records.edges, *records.findings]
        for part in parts:
            part.evidence = [placed(piece) for piece in part.evidence]
