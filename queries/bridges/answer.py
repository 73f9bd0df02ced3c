"""``bridges``: what holds a plan together and where it would break (要となる所管課・計画・根拠).

The projection, for each document by itself: nodes are its plans, the departments that answer for
them (for the plan or a component of it) and the guidelines that they rest on. Two nodes are
connected, without direction and once, where a plan depends on the other as the document states
(``DEPENDS_ON``), where a department answers for the plan, or where the plan rests on the guideline.

Five sorts of rows are read off it:

- ``alone``: a department that alone answers for two or more plans of a goal (no other department
  has a part in these plans): a single point of failure (単独で担う所管課);
- ``base``: a guideline or a plan on which two or more plans rest (共通の土台);
- ``cut``: an articulation point whose loss leaves plans unconnected with the largest part that
  remains of what it held together; of parts with as many plans the one that holds the first plan
  remains (分断点). R. Tarjan, "Depth-First Search and Linear Graph Algorithms" (1972);
- ``between``: nodes by betweenness: the share of the shortest connections between two others that
  pass through it, 0 to 1 (仲介の中心). L. C. Freeman, "A Set of Measures of Centrality Based on
  Betweenness", Sociometry 40 (1977);
- ``cluster``: groups of plans across departments, tied more closely within than without, by greedy
  modularity (計画群); those of two or more plans and two or more departments. A. Clauset,
  M. E. J. Newman, C. Moore, "Finding community structure in very large networks" (2004).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from keikaku.graph.language import Text
from keikaku.queries.answers import Answer, drop_none
from keikaku.queries.graph_walks import Graph
from keikaku.queries.projection import Network, Projection, network, projections
from keikaku.queries.scope import PlanRef, scope, whole_number

SORTS = ("alone", "base", "cut", "between", "cluster")
"""The sorts of rows, in their order."""

DIGITS = 4
TOP = 10
_FEWEST = 2  # plans that make a single point of failure, a base or a cluster

_NOT_A_NUMBER = Text(
    "--top「{typed}」は使えません。1以上の整数を指定してください。",
    "--top cannot be '{typed}'; use a whole number from 1.",
)
_TOLD = {
    "alone": Text(
        "目標「{goal}」の実施計画{n}件を「{name}」だけで担っています。代わる所管課がありません。",
        "{name} alone answers for {n} plans of the goal '{goal}'; no other department shares them.",
    ),
    "base": Text(
        "実施計画{n}件が「{name}」を拠り所にしています。見直すと、そのすべてに影響します。",
        "{n} plans rest on '{name}'; revising it touches all of them.",
    ),
    "cut": Text(
        "「{name}」がなくなると、実施計画{n}件がほかとのつながりを失います。",
        "Without '{name}', {n} plans lose their connection with the rest.",
    ),
    "between": Text(
        "「{name}」は、ほかの計画・所管課・根拠どうしの最短のつながりの{share}を仲介し、"
        "{degree}件と直接つながっています。",
        "{share} of the shortest connections between others pass through '{name}', "
        "which has {degree} neighbours.",
    ),
    "cluster": Text(
        "実施計画{n}件が、{departments}課にまたがる一つのまとまりになっています。",
        "{n} plans across {departments} departments form one group.",
    ),
}


@dataclass(frozen=True, slots=True)
class BridgeRow:
    """Something that holds the plans together, and the plans that are meant.

    ``sort`` is one of :data:`SORTS`; ``kind``, ``id``, ``number``, ``name`` are those of the node;
    of a cluster those of its first plan. ``count`` is the number of ``plans``: those alone in its
    hands, resting on it, cut off without it, next to it, or in the cluster. ``goal`` is that of
    ``alone``; ``departments`` those of a cluster; ``degree`` and ``betweenness`` (0 to 1) those of
    the node, None for a cluster. ``words`` says it in Japanese; :func:`told` in both languages.
    """

    document: str
    sort: str
    kind: str
    id: str
    number: str | None
    name: str
    count: int
    plans: list[PlanRef]
    goal: str | None
    departments: list[str]
    degree: int | None
    betweenness: float | None
    words: str = ""


def answer(
    graph: Graph, *, top: str | int | None = None, document: str | None = None
) -> Answer[BridgeRow]:
    """Return what holds the plans together, by document and sort, then by count, name and id.

    ``between`` has the first ``top`` nodes (10 unless told) by betweenness, then degree, name, id.

    >>> all(row.words for row in bridges(read(), top=3))
    True

    Raises:
        KeikakuError: the document is unknown, or ``top`` is no number.
    """
    most = checked_top(top)
    asked = scope(graph, document=document)
    return answer_of(projections(graph, asked.plans), drop_none(top=most) | asked.parameters)


def checked_top(typed: str | int | None) -> int | None:
    """Return how many of the most central nodes are wanted; None for None.

    Raises:
        KeikakuError: it is no whole number from 1.
    """
    return whole_number(typed, _NOT_A_NUMBER)


def answer_of(documents: Iterable[Projection], parameters: dict[str, Any]) -> Answer[BridgeRow]:
    """Return the answer by the projections of documents, with its parameters as understood."""
    most = parameters.get("top", TOP)
    rows = [row for each in documents for row in bridges_of(each, most)]
    return Answer("bridges", parameters, rows)


def row_text(row: BridgeRow) -> Text:
    """Return a row in words."""
    share = f"{row.betweenness:.0%}" if row.betweenness is not None else ""
    name = f"{row.number} {row.name}" if row.number else row.name
    return _TOLD[row.sort].format(
        name=name,
        n=row.count,
        goal=row.goal,
        share=share,
        degree=row.degree,
        departments=len(row.departments),
    )


def bridges_of(projection: Projection, top: int) -> list[BridgeRow]:
    """Return the rows of one document's projection."""
    made = _Rows(projection, network(projection))
    rows = [*made.alone(), *made.bases(), *made.cuts(), *made.between(top), *made.clusters()]
    return [replace(row, words=row_text(row).ja) for row in rows]


class _Rows:
    """Makes the rows of one projection, sort by sort."""

    def __init__(self, projection: Projection, made: Network) -> None:
        import networkx as nx

        self.projection = projection
        self.graph, self.ids = made
        self.place = {node: place for place, node in enumerate(self.ids)}
        self.plan_place = {plan: place for place, plan in enumerate(projection.plans)}
        self.score: dict[int, float] = nx.betweenness_centrality(self.graph)

    def alone(self) -> Iterator[BridgeRow]:
        """Return departments that alone answer for plans of a goal."""
        held: dict[tuple[str, str], list[str]] = defaultdict(list)
        for plan, departments in self.projection.answering.items():
            if len(departments) == 1 and plan in self.projection.goals:
                held[departments[0], self.projection.goals[plan]].append(plan)
        rows = [
            self._row("alone", department, plans, goal=goal)
            for (department, goal), plans in held.items()
            if len(plans) >= _FEWEST
        ]
        return self._sorted(rows)

    def bases(self) -> Iterator[BridgeRow]:
        """Return guidelines and plans on which several plans rest."""
        resting = self.projection.resting.items()
        return self._sorted(
            self._row("base", base, plans) for base, plans in resting if len(plans) >= _FEWEST
        )

    def cuts(self) -> Iterator[BridgeRow]:
        """Articulation points that leave plans unconnected, with these plans."""
        import networkx as nx

        found = ((point, self._cut_off(point)) for point in nx.articulation_points(self.graph))
        return self._sorted(self._row("cut", self.ids[p], plans) for p, plans in found if plans)

    def between(self, top: int) -> list[BridgeRow]:
        """Return the first nodes by betweenness, then by degree, name and id.

        Those of none left out.
        """
        rows = [
            self._row("between", node, self._plans(self.graph[self.place[node]]))
            for node in self.ids
            if round(self.score[self.place[node]], DIGITS) > 0
        ]
        rows.sort(key=lambda r: (-(r.betweenness or 0), -(r.degree or 0), r.name, r.id))
        return rows[:top]

    def clusters(self) -> Iterator[BridgeRow]:
        """Return groups of plans across departments."""
        import networkx as nx

        if not self.graph.number_of_edges():
            return iter(())
        groups = nx.community.greedy_modularity_communities(self.graph)
        rows = []
        for group in groups:
            plans = self._plans(group)
            members = (self.projection.nodes[self.ids[place]] for place in group)
            departments = sorted(each.name for each in members if each.kind == "Department")
            if len(plans) >= _FEWEST and len(departments) >= _FEWEST:
                row = self._row("cluster", plans[0], plans)
                rows.append(replace(row, departments=departments, degree=None, betweenness=None))
        return self._sorted(rows)

    def _cut_off(self, point: int) -> list[str]:
        """Return the plans that lose the rest without a node: all but those of the largest part."""
        held = [plans for plans in map(self._plans, self._pieces(point)) if plans]
        held.sort(key=lambda plans: (-len(plans), self.plan_place[plans[0]]))
        cut = {plan for plans in held[1:] for plan in plans}
        return [plan for plan in self.plan_place if plan in cut]

    def _pieces(self, point: int) -> Iterator[set[int]]:
        """Yield the parts into which what a node held together falls without it."""
        seen = {point}
        for first in self.graph[point]:
            piece: set[int] = set()
            ahead = [] if first in seen else [first]
            while ahead:
                node = ahead.pop()
                if node not in seen:
                    seen.add(node)
                    piece.add(node)
                    ahead.extend(self.graph[node])
            yield piece

    def _plans(self, places: Iterable[int]) -> list[str]:
        """Return the plans of the document among nodes, in order."""
        plans = (self.ids[place] for place in places if self.ids[place] in self.plan_place)
        return sorted(plans, key=lambda plan: self.plan_place[plan])

    def _row(self, sort: str, node: str, plans: list[str], *, goal: str | None = None) -> BridgeRow:
        _, kind, number, name = self.projection.nodes[node]
        place = self.place[node]
        return BridgeRow(
            self.projection.document,
            sort,
            kind,
            node,
            number,
            name,
            len(plans),
            [self.projection.plans[plan] for plan in plans],
            goal,
            [],
            self.graph.degree[place],
            round(self.score[place], DIGITS),
        )

    @staticmethod
    def _sorted(rows: Iterable[BridgeRow]) -> Iterator[BridgeRow]:
        return iter(sorted(rows, key=lambda r: (-r.count, r.name, r.id, r.goal or "")))
