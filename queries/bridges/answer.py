"""``bridges``: what holds a plan together and where much hangs on one thing (要となるもの).

Four sorts of rows are read off each document by itself, each a thing that a planner can act on:

- ``initiative``: an initiative of which one department alone answers for every plan;
- ``plan``: a plan on which two or more others rest, as the document states (``DEPENDS_ON``);
- ``guideline``: a guideline of the municipality's own (no law, nothing of the state's) on which two
  or more plans rest;
- ``year``: a department of which every plan is due in one fiscal year, where not all of the
  document is: its targets' year.

Each is counted in one pass over the plans, so that a document of thousands costs no more than to
read it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from keikaku.graph.language import Text
from keikaku.queries.answers import Answer, drop_none
from keikaku.queries.graph_walks import Graph
from keikaku.queries.projection import Projection, projections
from keikaku.queries.scope import PlanRef, scope, whole_number

SORTS = ("initiative", "plan", "guideline", "year")
"""The sorts of rows, in their order."""

FEWEST = 2
"""Plans that hang on one thing, from which it is told."""

FEWEST_DUE = 3
"""Plans of a department that are due in one year, from which it is told."""

_NOT_A_NUMBER = Text(
    "--top「{typed}」は使えません。1以上の整数を指定してください。",
    "--top cannot be '{typed}'; use a whole number from 1.",
)
_SENTENCES = {
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
    """Something on which several plans hang, and these plans.

    ``sort`` is one of :data:`SORTS`; ``kind``, ``id``, ``number`` and ``name`` are those of the
    department, plan or guideline; ``count`` is the number of ``plans``. ``initiative`` is that of
    an ``initiative`` row, ``year`` the fiscal year of a ``year`` row. ``words`` says it in
    Japanese; :func:`row_text` in both languages.
    """

    document: str
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


def answer(
    graph: Graph, *, top: str | int | None = None, document: str | None = None
) -> Answer[BridgeRow]:
    """Find what holds the plans together, by document and sort, then by count, name and id.

    ``top`` keeps so many rows of each sort.

    >>> all(row.words for row in bridges(read(), top=3))
    True

    Raises:
        KeikakuError: the document is unknown, or ``top`` is no number.
    """
    most = checked_top(top)
    part = scope(graph, document=document)
    return answer_of(projections(graph, part.plans), drop_none(top=most) | part.parameters)


def checked_top(typed: str | int | None) -> int | None:
    """Return how many rows of each sort are wanted; None for None.

    Raises:
        KeikakuError: it is no whole number from 1.
    """
    return whole_number(typed, _NOT_A_NUMBER)


def answer_of(documents: Iterable[Projection], parameters: dict[str, Any]) -> Answer[BridgeRow]:
    """Return the answer by the projections of documents, with its parameters as understood."""
    most = parameters.get("top")
    rows = [row for each in documents for row in bridges_of(each, most)]
    return Answer("bridges", parameters, rows)


def row_text(row: BridgeRow) -> Text:
    """Return a row in words."""
    name = f"{row.number} {row.name}" if row.number else row.name
    return _SENTENCES[row.sort].format(
        name=name, n=row.count, initiative=row.initiative, year=row.year
    )


def bridges_of(projection: Projection, top: int | None) -> list[BridgeRow]:
    """Return the rows of one document's projection."""
    made = _Rows(projection)
    sorts = (made.initiatives(), made.plans(), made.guidelines(), made.years())
    rows = [
        row
        for each in sorts
        for row in sorted(each, key=lambda r: (-r.count, r.name, r.id, r.initiative or ""))[:top]
    ]
    return [replace(row, words=row_text(row).ja) for row in rows]


class _Rows:
    """Makes the rows of one projection, sort by sort."""

    def __init__(self, projection: Projection) -> None:
        self.projection = projection
        self.held: defaultdict[str, list[str]] = defaultdict(list)
        for plan, departments in projection.answering.items():
            for department in departments:
                self.held[department].append(plan)

    def initiatives(self) -> Iterator[BridgeRow]:
        """Yield initiatives of which one department alone answers for every plan."""
        for initiative, plans in self.projection.initiatives.items():
            answering = {tuple(self.projection.answering[plan]) for plan in plans}
            if len(plans) >= FEWEST and len(answering) == 1 and len(only := answering.pop()) == 1:
                part = self.projection.nodes[initiative]
                words = f"{part.number or ''} {part.name}".strip()
                yield self._row("initiative", only[0], plans, initiative=words)

    def plans(self) -> Iterator[BridgeRow]:
        """Yield plans on which several others rest."""
        return self._bases("plan", "Plan")

    def guidelines(self) -> Iterator[BridgeRow]:
        """Yield guidelines of the municipality's own on which several plans rest."""
        return self._bases("guideline", "Guideline")

    def years(self) -> Iterator[BridgeRow]:
        """Yield departments of which every plan is due in one year, where not every plan is."""
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
