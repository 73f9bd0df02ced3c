"""Walk a graph in memory along dependencies: see ``reachability_model``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from keikaku.graph.structure import short_name
from keikaku.queries.graph_walks import (
    Facts,
    Graph,
    arriving,
    document_of,
    leaving,
    parts,
    plan_order,
    whole,
)
from keikaku.queries.reachability_model import (
    BEST_RELATED,
    ENDS_AT_PLAN,
    HOLDS_STEPS,
    KINDS,
    MOST_STEPS,
    RESTS_ON,
    Direction,
    Reached,
    Ref,
    Step,
    make_row,
    step,
)
from keikaku.queries.scope import name_of, responsibilities

_Look = Callable[[Graph, str, str], Iterator[tuple[str, Facts]]]


class Edge(NamedTuple):
    """A relation as the graph holds it, with the component that stands for its plan."""

    source: str
    target: str
    relation: str
    facts: Facts
    component: str | None


class _Path(NamedTuple):
    """A node, and the way to it: the edge that led there, and the path before it."""

    end: str
    edge: Edge | None = None
    before: _Path | None = None
    depth: int = 0

    def on(self, edge: Edge, end: str) -> _Path:
        return _Path(end, edge, self, self.depth + 1)

    def back(self) -> Iterator[_Path]:
        """Yield the path, the one before it, and so on to the start."""
        at: _Path | None = self
        while at is not None:
            yield at
            at = at.before

    def nodes(self) -> tuple[str, ...]:
        return tuple(path.end for path in self.back())[::-1]

    def edges(self, most: int) -> list[Edge]:
        """Return the last edges, in their order."""
        return [path.edge for path in islice(self.back(), most) if path.edge is not None][::-1]


class Walk(NamedTuple):
    """The limits of a walk: direction, number of steps, kinds, document."""

    direction: Direction
    depth: int | None = None
    inferred: bool = False
    document: str | None = None
    kinds: tuple[str, ...] = KINDS
    terms: tuple[str, ...] | None = None
    """The narrower words of the theme at the start, where not the whole theme is meant."""

    def may_enter(self, graph: Graph, node: str) -> bool:
        """Return whether a node is of a kind and a document that the walk goes to."""
        if graph.nodes[node]["kind"] not in self.kinds:
            return False
        return self.document is None or document_of(graph, node) in {"", self.document}


def reached(graph: Graph, starts: Sequence[str], walk: Walk) -> list[Reached]:
    """Return what a walk reaches, stated first, then by depth, kind, number and id."""
    stated = _stated(graph, starts, walk)
    paths = [*stated.values()]
    if walk.inferred:
        paths += _inferred(graph, starts, stated, walk)
    cycles = cycles_of(graph, [*starts, *(path.end for path in paths)])
    rows = [_row(graph, path, cycles) for path in paths]
    return sorted(rows, key=lambda row: _place(graph, row))


def cycles_of(graph: Graph, nodes: Sequence[str]) -> dict[str, list[str]]:
    """Return the plans of the cycles of each plan that depends on itself by stated relations."""
    import networkx as nx

    needs: nx.DiGraph[str] = nx.DiGraph()
    ahead = [node for node in nodes if graph.nodes[node]["kind"] == "Plan"]
    needs.add_nodes_from(ahead)
    while ahead:
        node = ahead.pop()
        for other, _ in leaving(graph, node, "DEPENDS_ON"):
            if other not in needs:
                ahead.append(other)
            needs.add_edge(node, other)
    return {
        node: sorted(group, key=lambda plan: plan_order(graph, plan))
        for group in nx.strongly_connected_components(needs)
        for node in group
        if len(group) > 1 or needs.has_edge(node, node)
    }


def ref(graph: Graph, node: str) -> Ref:
    """Return a node for people."""
    facts = graph.nodes[node]
    return Ref(node, facts["kind"], facts.get("number"), name_of(graph, node))


def _stated(graph: Graph, starts: Sequence[str], walk: Walk) -> dict[str, _Path]:
    """Return the paths of stated steps, by their end; the nearest first."""
    paths: dict[str, _Path] = {}
    # The plan of an indicator leads back to the indicator, which is not a cycle.
    passed = {start for start in starts if graph.nodes[start]["kind"] == "Indicator"}
    frontier = [_Path(start) for start in sorted(starts)]
    while frontier and (walk.depth is None or frontier[0].depth < walk.depth):
        ahead = []
        for path in frontier:
            for end, edge in steps(graph, path.end, walk, first=not path.depth):
                if end not in paths and end not in passed:
                    paths[end] = path.on(edge, end)
                    if not (walk.direction == "affected" and edge.relation in ENDS_AT_PLAN):
                        ahead.append(paths[end])
        frontier = [path for path in ahead if path.end not in starts]
    return paths


def _inferred(
    graph: Graph, starts: Sequence[str], stated: dict[str, _Path], walk: Walk
) -> list[_Path]:
    """Return paths whose last step is inferred, one for each plan that no stated path reaches."""
    best: dict[str, tuple[tuple[int, float], _Path]] = {}
    for before in [*(_Path(start) for start in starts), *stated.values()]:
        if walk.depth is not None and before.depth >= walk.depth:
            continue
        for end, edge in _related(graph, before.end):
            if end in stated or end in starts or not walk.may_enter(graph, end):
                continue
            path = before.on(edge, end)
            rank = (path.depth, -edge.facts["score"])
            known = best.get(end)
            if (
                known is None
                or rank < known[0]
                or (rank == known[0] and path.nodes() < known[1].nodes())
            ):
                best[end] = (rank, path)
    return [path for _, path in best.values()]


def steps(graph: Graph, node: str, walk: Walk, *, first: bool) -> list[tuple[str, Edge]]:
    """Return the ends of the steps from a node, by id, one edge for each: the first by relation."""
    starts_with_plan = first and graph.nodes[node]["kind"] == "Indicator"
    needed = walk.direction == "needed" or starts_with_plan
    edges: dict[str, Edge] = {}
    for end, edge in _edges(graph, node, needed=needed):
        if end not in edges and walk.may_enter(graph, end) and _means(edge, walk):
            edges[end] = edge
    return sorted(edges.items(), key=lambda step: step[0])


def _means(edge: Edge, walk: Walk) -> bool:
    """Return whether an edge to a theme is by the words that are meant, if only some are."""
    if walk.terms is None or edge.relation != "TOUCHES":
        return True
    return not set(walk.terms).isdisjoint(edge.facts.get("terms") or ())


def _edges(graph: Graph, node: str, *, needed: bool) -> Iterator[tuple[str, Edge]]:
    for relation, rests in RESTS_ON.items():
        out = (rests == "source") == needed
        look: _Look = leaving if out else arriving
        edges = []
        for unit, component in _units(graph, node):
            for other, facts in look(graph, unit, relation):
                if relation == HOLDS_STEPS and not _is_step(graph, unit, other):
                    continue
                end, through = _plan_of(graph, other)
                source, target = (node, end) if out else (end, node)
                edge = Edge(
                    source, target, relation, facts, through if component is None else component
                )
                edges.append(((edge.component is not None, unit, other), end, edge))
        for _, end, edge in sorted(edges, key=lambda each: each[0]):
            yield end, edge


def _is_step(graph: Graph, *nodes: str) -> bool:
    return any(graph.nodes[node]["kind"] == "LogicStep" for node in nodes)


def _units(graph: Graph, node: str) -> list[tuple[str, str | None]]:
    """Return a node, and a plan's components with their titles, which stand for it."""
    components = parts(graph, node, "Component") if graph.nodes[node]["kind"] == "Plan" else []
    return [(node, None), *((part, facts["title"]) for part, facts in components)]


def _related(graph: Graph, node: str) -> Iterator[tuple[str, Edge]]:
    """Yield the best inferred relations of a plan, the strongest first."""
    related = [
        (other, Edge(node, other, "RELATED_TO", facts, None))
        for other, facts in leaving(graph, node, "RELATED_TO")
    ] + [
        (other, Edge(other, node, "RELATED_TO", facts, None))
        for other, facts in arriving(graph, node, "RELATED_TO")
    ]
    related.sort(key=lambda each: (-each[1].facts["score"], plan_order(graph, each[0])))
    yield from related[:BEST_RELATED]


def _plan_of(graph: Graph, node: str) -> tuple[str, str | None]:
    """Return the plan of a component, with the component's title; any other node unchanged."""
    facts = graph.nodes[node]
    above = whole(graph, node) if facts["kind"] == "Component" else None
    return (node, None) if above is None else (above[0], facts["title"])


def _row(graph: Graph, path: _Path, cycles: dict[str, list[str]]) -> Reached:
    end = path.end
    answering = responsibilities(graph, end) if graph.nodes[end]["kind"] == "Plan" else []
    return make_row(
        document_of(graph, end),
        ref(graph, next(last.end for last in path.back() if last.before is None)),
        ref(graph, end),
        [name_of(graph, duty.department) for duty in answering],
        [short_name(graph.nodes[plan]) for plan in cycles.get(end, ())],
        [_step(graph, edge) for edge in path.edges(MOST_STEPS)],
        path.depth,
    )


def _step(graph: Graph, edge: Edge) -> Step:
    source, target = ref(graph, edge.source), ref(graph, edge.target)
    return step(source, target, edge.relation, edge.component, edge.facts)


def _place(graph: Graph, row: Reached) -> tuple[bool, int, int, tuple[str, list[int], str]]:
    """Return the sort key of a row: plans by document and number, others by document and id."""
    plan = row.kind == "Plan"
    place = plan_order(graph, row.id) if plan else (document_of(graph, row.id), [], row.id)
    return not row.stated, row.depth, KINDS.index(row.kind), place
