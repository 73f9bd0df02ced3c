"""The rows of ``workload``."""

from __future__ import annotations

from dataclasses import dataclass, field

from keikaku.queries.workload.resources import Resources


@dataclass(frozen=True, slots=True)
class YearLoad:
    """The actions and milestones that surely run in a fiscal year, and others that may."""

    year: int
    actions: int
    milestones: int
    possible_actions: int = 0
    possible_milestones: int = 0


@dataclass(frozen=True, slots=True)
class WorkloadRow:
    """What a department answers for in a document; see the module for how each is counted.

    ``plans`` = those it leads (``lead``), shares (``co``), or has only a part of
    (``part``); ``components`` counts its components.
    """

    id: str
    document: str
    department: str
    plans: int
    lead: int
    co: int
    part: int
    components: int
    fractional: float
    share: float
    actions: int
    milestones: int
    indicators: int
    partners: int
    years: list[YearLoad]
    resources: list[Resources] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class YearRow:
    """What a department has running in one fiscal year: plans with such an action, and so on.

    ``possible_…`` count what may run in it, apart from what surely does.
    """

    id: str
    document: str
    department: str
    year: int
    plans: int
    lead: int
    co: int
    part: int
    actions: int
    milestones: int
    possible_plans: int = 0
    possible_actions: int = 0
    possible_milestones: int = 0
    resources: list[Resources] = field(default_factory=list)
