"""The rows of ``find``: one shape for what either engine found (検索結果の行)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from keikaku.queries.graph_walks import Evidence


class FoundNode(NamedTuple):
    """A node as an engine found it.

    Nodes among ``values`` are ``[id, name]``; of a field whose value may be another one, a value
    is ``[certain, possible]`` until :mod:`keikaku.queries.find.assemble` splits it into ``values``
    and ``possible``.
    """

    id: str
    document: str | None
    number: str | None
    name: str
    plan: str | None
    plan_title: str | None
    verdict: bool | None
    values: dict[str, list[Any]]
    sides: list[bool | None]
    evidence: Evidence
    place: int
    measures: dict[str, dict[str, Any]]
    condition_evidence: list[Evidence]
    possible: dict[str, list[Any]] = {}  # noqa: RUF012 - never changed


@dataclass(frozen=True, slots=True)
class FindRow:
    """A node that was found.

    ``plan`` and ``plan_title`` are those of the plan that it belongs to. ``values`` are the fields
    shown and asked about, by their key: a value, a list of several, or None. Where the source
    leaves a value open (how long something continues), ``values`` has what is certain and
    ``possible`` what it may be instead. Nodes that documents share have no ``evidence`` here:
    it belongs to the relations that name them.

    ``measures`` are the values with unit, comparator and date behind the numbers of ``values``.
    ``condition_evidence`` is the evidence of the relations by which the condition holds (the
    theme's, the guideline's, the department's), where it asks about such.
    """

    id: str
    kind: str
    document: str | None
    number: str | None
    name: str
    plan: str | None
    plan_title: str | None
    values: dict[str, Any]
    possible: dict[str, Any]
    evidence: Evidence
    measures: dict[str, dict[str, Any]]
    condition_evidence: Evidence


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group of the nodes found: their number, their share, and the results of a field.

    The share is of all the nodes found or, where ``share`` is asked for each group, of the nodes
    in that group: ``of`` is how many these are. The one group of all has no ``id`` and is called
    ``all``.
    """

    id: str | None
    group: str
    count: int
    of: int
    share: float
    possible: int
    sum: float | int | None
    mean: float | None
    median: float | None
    members: list[str]


@dataclass(frozen=True, slots=True)
class CompareRow:
    """One respect in which two things are compared, and what they share."""

    field: str
    first: Any
    second: Any
    shared: Any


@dataclass(frozen=True, slots=True)
class FindTotals:
    """How many were found, of how many, their share, and for how many it is unknown."""

    count: int
    of: int
    share: float | None
    unknown: int
