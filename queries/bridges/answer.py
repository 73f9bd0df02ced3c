"""``bridges``: the things on which many plans of a document depend (要となるもの).

Rows of several documents come first:

- ``across``: a guideline, mostly a law, on which plans of two or more documents are based.

There are four sorts of rows for each document, each something that a planner can act on:

- ``initiative``: an initiative with one department responsible for all its plans;
- ``plan``: a plan on which two or more others depend, as the document states (``DEPENDS_ON``);
- ``guideline``: a guideline of the municipality itself (not a law, nothing of the state) on which
  two or more plans are based;
- ``year``: a department whose plans are all due in one fiscal year (the year of their targets),
  unless all plans of the document are.

One pass over the plans counts each, so a document with thousands of plans takes no longer than
reading it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from keikaku.graph.language import Text
from keikaku.queries.answers import Answer, drop_none
from keikaku.queries.graph_walks import Graph
from keikaku.queries.projection import Part, Projection, projections
from keikaku.queries.scope import PlanRef, scope, whole_number

SORTS = ("across", "initiative", "plan", "guideline", "year")
"""The sorts of rows, in their order."""

FEWEST = 2
"""The fewest plans that make a row."""

FEWEST_DUE = 3
"""The fewest plans of a department, all due in one year, that make a row."""

_NOT_A_NUMBER = Text(
    "--top「{typed}」は使えません。1以上の整数を指定してください。",
    "--top cannot be '{typed}'; use a whole number from 1.",
)
_SENTENCES = {
    "across": Text(
        "{documents}件の計画書にまたがる実施計画{n}件が「{name}」を根拠にしています。"
        "改定されると、そのすべてに影響します。",
        "{n} plans of {documents} documents are grounded in '{name}'; a revision touches all.",
    ),
    "initiative": Text(
        "取組事項「{initiative}」の実施計画{n}件は、すべて「{name}」が所管しています。",
        "All {n} plans of the initiative '{initiative}' are in the hands of '{name}'.",
    ),
    "plan": Text(
        "実施計画{n}件が「{name}」を前提にしています。見直すときは、その所管課にも確認が必要です。",
        "{n} plans rest on '{name}'; whoever revises it should ask those who answer for them.",
    ),
    "guideline": Text(
        "実施計画{n}件が「{name}」を根拠にしています。改定すると、そのすべてに影響します。",
        "{n} plans are grounded in '{name}', the city's own; revising it touches all of them.",
    ),
    "year": Text(
        "「{name}」の実施計画{n}件は、すべて{year}年度が目標年度です。",
        "All {n} plans of '{name}' are due in fiscal {year}.",
    ),
}


@dataclass(frozen=True, slots=True)
class BridgeRow:
    """Something on which several plans depend, and these plans.

    ``document`` is None where they are of several.
    ``sort`` is one of :data:`SORTS`; ``kind``, ``id``, ``number`` and ``name`` are those of the
    department, plan or guideline; ``count`` is the number of ``plans``. ``initiative`` is that of
    an ``initiative`` row, ``year`` the fiscal year of a ``year`` row. ``words`` says it in
    Japanese; :func:`row_text` in both languages.
    """

    document: str | None
    sort: str
    kind: str
    id: str
    number: str | None
    name: str
    count: int
    plans: list[PlanRef]
    initiative: str | None
    year: int | None
    words: str = ""

    @property
    def documents(self) -> dict[str, int]:
        """How many of the plans each document has, in the order of the documents."""
        return Counter(plan.document for plan in self.plans)


def answer(
    graph: Graph, *, top: str | int | None = None, document: str | None = None
) -> Answer[BridgeRow]:
    """Return what many plans depend on, by document and sort, then by count, name and id.

    What ties several documents comes first, by the number of documents. ``top`` keeps so many
    rows of each sort.

    >>> all(row.words for row in bridges(read(), top=3))
    True

    Raises:
        KeikakuError: the document is unknown, or ``top`` is not a number.
    """
    most = checked_top(top)
    part = scope(graph, document=document)
    return answer_of(projections(graph, part.plans), drop_none(top=most) | part.parameters)


def checked_top(typed: str | int | None) -> int | None:
    """Return the most rows of each sort; None for None.

    Raises:
        KeikakuError: it is not a whole number from 1.
    """
    return whole_number(typed, _NOT_A_NUMBER)


def answer_of(documents: Iterable[Projection], parameters: dict[str, Any]) -> Answer[BridgeRow]:
    """Return the answer by the projections of documents, with its parameters as understood."""
    most = parameters.get("top")
    rows: list[BridgeRow] = []
    shared = _Shared()
    for each in documents:
        rows += bridges_of(each, most)
        shared.add(each)
    return Answer("bridges", parameters, [*_first(shared.rows(), most), *rows])


def row_text(row: BridgeRow) -> Text:
    """Return a row in words."""
    name = f"{row.number} {row.name}" if row.number else row.name
    return _SENTENCES[row.sort].format(
        name=name,
        n=row.count,
        initiative=row.initiative,
        year=row.year,
        documents=len(row.documents),
    )


def bridges_of(projection: Projection, top: int | None) -> list[BridgeRow]:
    """Return the rows of one document's projection."""
    made = _Rows(projection)
    sorts = (made.initiatives(), made.plans(), made.guidelines(), made.years())
    return [row for each in sorts for row in _first(each, top)]


def _first(rows: Iterable[BridgeRow], top: int | None) -> list[BridgeRow]:
    """Return the rows of one sort in their order, in words."""
    placed = sorted(
        rows, key=lambda r: (-len(r.documents), -r.count, r.name, r.id, r.initiative or "")
    )
    return [replace(row, words=row_text(row).ja) for row in placed[:top]]


class _Shared:
    """Collects the guidelines on which plans of several documents are based."""

    def __init__(self) -> None:
        self.plans: defaultdict[str, list[PlanRef]] = defaultdict(list)
        self.nodes: dict[str, Part] = {}

    def add(self, projection: Projection) -> None:
        """Add those of one document."""
        for base, plans in projection.shared.items():
            self.plans[base] += (projection.plans[plan] for plan in plans)
            self.nodes[base] = projection.nodes[base]

    def rows(self) -> Iterator[BridgeRow]:
        """Yield those of two or more documents."""
        for base, plans in self.plans.items():
            if len({plan.document for plan in plans}) >= FEWEST:
                _, kind, number, name = self.nodes[base]
                yield BridgeRow(
                    None, "across", kind, base, number, name, len(plans), plans, None, None
                )


class _Rows:
    """Makes the rows of one projection, sort by sort."""

    def __init__(self, projection: Projection) -> None:
        self.projection = projection
        self.held: defaultdict[str, list[str]] = defaultdict(list)
        for plan, departments in projection.answering.items():
            for department in departments:
                self.held[department].append(plan)

    def initiatives(self) -> Iterator[BridgeRow]:
        """Yield the initiatives with one department responsible for all their plans."""
        for initiative, plans in self.projection.initiatives.items():
            answering = {tuple(self.projection.answering[plan]) for plan in plans}
            if len(plans) >= FEWEST and len(answering) == 1 and len(only := answering.pop()) == 1:
                part = self.projection.nodes[initiative]
                words = f"{part.number or ''} {part.name}".strip()
                yield self._row("initiative", only[0], plans, initiative=words)

    def plans(self) -> Iterator[BridgeRow]:
        """Yield the plans on which several others depend."""
        return self._bases("plan", "Plan")

    def guidelines(self) -> Iterator[BridgeRow]:
        """Yield the municipality's own guidelines on which several plans are based."""
        return self._bases("guideline", "Guideline")

    def years(self) -> Iterator[BridgeRow]:
        """Yield the departments whose plans are all due in one year, unless all plans are."""
        due = self.projection.due
        if len({max(years) for years in due.values()}) < FEWEST:
            return
        for department, plans in self.held.items():
            years = {max(due[plan]) for plan in plans if plan in due}
            if len(plans) >= FEWEST_DUE and len(years) == 1 and all(plan in due for plan in plans):
                yield self._row("year", department, plans, year=years.pop())

    def _bases(self, sort: str, kind: str) -> Iterator[BridgeRow]:
        for base, plans in self.projection.resting.items():
            if len(plans) >= FEWEST and self.projection.nodes[base].kind == kind:
                yield self._row(sort, base, plans)

    def _row(
        self,
        sort: str,
        node: str,
        plans: list[str],
        *,
        initiative: str | None = None,
        year: int | None = None,
    ) -> BridgeRow:
        _, kind, number, name = self.projection.nodes[node]
        return BridgeRow(
            self.projection.document,
            sort,
            kind,
            node,
            number,
            name,
            len(plans),
            [self.projection.plans[plan] for plan in plans],
            initiative,
            year,
        )
