"""The records that a loader returns: nodes, edges and findings, each with its evidence.

They are plain dataclasses, cheap to make by the thousand; :mod:`keikaku.graph.validation` checks a
graph from outside against the declared model.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

SCHEMA = "keikaku/2"
"""Name and version of the JSON form of a graph."""

Reading = Literal["stated", "repaired", "inferred"]
Severity = Literal["error", "warning", "info"]
Comparator = Literal[">=", ">", "<=", "<", "="]
ValueKind = Literal["target", "actual", "forecast"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a fact comes from and how it was read (根拠).

    ``line`` counts from 1 in the source text; a workbook gives ``sheet`` and ``cell`` instead, the
    tables of a Word document ``cell`` alone (``表3・2行1列``), a paged source ``page``, from 1,
    and ``box``: left, top, right, bottom in points from the page's upper left corner.
    ``reading`` is ``stated`` as printed, ``repaired`` where a defect was resolved (``note`` says
    how), ``inferred`` where keikaku concluded it. ``confidence`` lies between 0 and 1.
    """

    document: str
    line: int | None
    section: str
    quote: str
    reading: Reading = "stated"
    confidence: float = 1.0
    note: str | None = None
    sheet: str | None = None
    cell: str | None = None
    page: int | None = None
    box: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """One value of an indicator: 98.2 %, 35 件/年, 約 8,308,557 千円.

    ``value`` is a plain number, or None where ``low`` and ``high`` hold the ends of a range;
    ``unit`` as printed with its rhythm (件/年), ``comparator`` ``>=`` for 以上, ``>`` for 超,
    ``<=`` for 以下 and 以内, ``<`` for 未満, else ``=``; ``qualifier`` holds 約; ``as_of`` the date
    as printed and ``fiscal_year`` the western fiscal year of that date; ``cumulative`` is true
    for a sum over years (累計); ``raw`` the words as printed.
    """

    value: float | int | None
    unit: str | None
    comparator: Comparator
    qualifier: str | None
    as_of: str | None
    raw: str
    fiscal_year: int | None = None
    low: float | int | None = None
    high: float | int | None = None
    cumulative: bool | None = None


@dataclass(frozen=True, slots=True)
class YearValue:
    """One value of an indicator in one fiscal year: what was aimed at, reached, or expected.

    The other facts are those of a :class:`Measure`.
    """

    fiscal_year: int
    kind: ValueKind
    value: float | int | None
    unit: str | None = None
    comparator: Comparator = "="
    qualifier: str | None = None
    as_of: str | None = None
    raw: str = ""
    low: float | int | None = None
    high: float | int | None = None
    cumulative: bool | None = None


@dataclass(slots=True)
class Node:
    """A node of the graph; ``facts`` are those its kind declares (:mod:`keikaku.graph.kinds`)."""

    id: str
    kind: str
    label: str
    facts: dict[str, Any] = field(default_factory=dict)
    evidence: list[Evidence] = field(default_factory=list)


@dataclass(slots=True)
class Edge:
    """An edge of the graph; ``facts`` are those its type declares (``relations``)."""

    source: str
    target: str
    type: str
    facts: dict[str, Any] = field(default_factory=dict)
    evidence: list[Evidence] = field(default_factory=list)


@dataclass(slots=True)
class Finding:
    """Something in the source that a person should look at (確認事項).

    ``details`` fill the templates of the finding's kind (:mod:`keikaku.graph.findings`) in either
    language; ``message`` and ``suggestion`` are the Japanese texts.
    ``settled`` holds the correction's who/why/when once a person has settled it.
    """

    code: str
    severity: Severity
    node: str | None
    evidence: list[Evidence]
    message: str
    suggestion: str
    details: dict[str, Any] = field(default_factory=dict)
    settled: dict[str, str] | None = None


@dataclass(slots=True)
class Records:
    """A whole graph as records: what a loader returns and what is written to a file.

    ``document`` holds ``id``, ``title``, ``municipality``, ``first_year``, ``last_year``,
    ``source`` (file name) and ``sha256`` of the source's bytes.
    """

    document: dict[str, Any]
    nodes: list[Node] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
