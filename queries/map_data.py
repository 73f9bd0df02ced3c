"""The data of the map: the part of a graph to show, and the structure of that part (地図).

The map itself (:mod:`keikaku.visualizations`) only places and draws these data.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from keikaku.graph.errors import KeikakuError
from keikaku.graph.kinds import KINDS
from keikaku.graph.language import Text
from keikaku.graph.structure import number_of, order_key
from keikaku.queries import names
from keikaku.queries.graph_walks import (
    Graph,
    arriving,
    document_of,
    leaving,
    of_kind,
    parts,
    plan_order,
    wholes,
)
from keikaku.queries.plans import answer as plans

PARTS = (
    "Component",
    "Action",
    "Milestone",
    "Indicator",
    "LogicStep",
    "Budget",
    "Evaluation",
)
"""The kinds that belong to one plan."""

SHARED = ("Department", "Theme", "Guideline", "SdgTarget", "Channel", "Partner")
"""The kinds that several plans share."""

_HUBS = frozenset({"Municipality", "PlanDocument", "Channel", "SdgTarget"})
_DEEPEST = 9
_BAD_DEPTH = Text(
    "--depth には 0 から {most} までの整数を指定してください（{typed}）。",
    "--depth must be a whole number from 0 to {most} ({typed}).",
)
_NOTHING = Text(
    "条件すべてに当てはまる実施計画がないため、地図を作れません。条件を減らしてください。",
    "no plan matches all that is asked, so there is no map to draw; ask for less.",
)


@dataclass(slots=True)
class Group:
    """A heading of the document with its groups or plans.

    ``node`` is None for plans without a heading. A level may hold levels, to any depth.
    """

    node: str | None
    groups: list[Group] = field(default_factory=list)
    plans: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Structure:
    """The structure of a graph, for a picture of it.

    ``documents`` hold goals, those initiatives, those plans, all in the order of the document.
    ``parts`` are the nodes that belong to one plan, in reading order; ``shared`` those that
    plans share, by kind; ``rest`` all others.
    """

    documents: list[Group]
    parts: dict[str, list[str]]
    shared: dict[str, list[str]]
    rest: list[str]

    @property
    def goals(self) -> list[Group]:
        """The goals of all documents."""
        return [goal for document in self.documents for goal in document.groups]


class Cut(NamedTuple):
    """The part of a graph that a map shows, and what was asked for.

    ``chosen`` are the plans that match the filters, None without filters; all others of the
    part only surround them. ``focus`` are the nodes in the centre of the part.
    """

    graph: Graph
    chosen: frozenset[str] | None = None
    focus: tuple[str, ...] = ()


def cut(
    graph: Graph,
    *,
    focus: str | None = None,
    depth: str | int | None = None,
    theme: str | None = None,
    department: str | None = None,
    goal: str | None = None,
    document: str | None = None,
) -> Cut:
    """Return the part of a graph that a map shows; the whole graph without filters.

    ``theme``, ``department`` and ``goal`` keep the plans that match all (as in ``plans``) with
    their parts, their neighbours and what they stand under. ``focus`` keeps what lies within
    ``depth`` steps (by default 2) of the node of that name, of any kind. A plan that is
    kept is kept with all its parts.

    Raises:
        KeikakuError: a name is unknown or ambiguous, the depth is not a number, or nothing is left.
    """
    steps = _depth(depth)
    kept = set(graph)
    matching: list[str] | None = None
    if document is not None or theme or department or goal:
        answer = plans.answer(
            graph, theme=theme, department=department, goal=goal, document=document
        )
        if not answer.rows:
            raise KeikakuError(_NOTHING)
        chosen = {(row.document, row.number, row.title) for row in answer.rows}
        matching = [
            plan
            for plan, facts in of_kind(graph, "Plan")
            if (document_of(graph, plan), number_of(facts), facts["title"]) in chosen
        ]
        kept = _round_plans(graph, matching)
    centre = [] if focus is None else find(graph, focus)
    if centre:
        kept &= _near(graph, centre, steps)
    kept |= {part for node in kept for part in _parts(graph, node)}
    kept |= {city for node in kept for city, _ in arriving(graph, node, "PUBLISHES")}
    part = graph if len(kept) == len(graph) else _within(graph, kept)
    return Cut(part, None if matching is None else frozenset(matching), tuple(centre))


def _within(graph: Graph, kept: set[str]) -> Graph:
    """Return part of the graph between some nodes, in its order (networkx's subgraph has none)."""
    part: Graph = graph.__class__(**graph.graph)
    part.add_nodes_from((node, facts) for node, facts in graph.nodes(data=True) if node in kept)
    for one, two, key, facts in graph.edges(keys=True, data=True):
        if one in kept and two in kept:
            part.add_edge(one, two, key, **facts)
    findings, documents = graph.graph["findings"], graph.graph["documents"]
    part.graph["findings"] = [finding for finding in findings if finding["node"] in kept]
    part.graph["documents"] = [head for head in documents if head["id"] in kept] or documents
    part.graph["document"] = part.graph["documents"][0]
    return part


def find(graph: Graph, typed: str) -> list[str]:
    """Return the nodes of any kind that a typed name means; see ``find``."""
    kinds = [kind.name for kind in KINDS if kind.name not in {"Action", "Milestone"}]
    candidates = list(chain.from_iterable(names.names_of_kind(graph, kind) for kind in kinds))
    return names.choose(candidates, typed, Text("名称", "name"))


def structure(graph: Graph) -> Structure:
    """Return the structure of the graph; the same graph gives the same structure."""
    order = sorted((plan for plan, _ in of_kind(graph, "Plan")), key=lambda p: plan_order(graph, p))
    tree: dict[tuple[str | None, ...], Group] = {}
    home: dict[str, Group] = {}
    for plan in order:
        home[plan] = _group(tree, *_path(graph, plan))
        home[plan].plans.append(plan)
    for heading in (n for kind in ("Goal", "Initiative") for n, _ in of_kind(graph, kind)):
        _empty_heading(graph, heading, tree)
    documents = [_in_order(graph, group) for path, group in tree.items() if len(path) == 1]
    parts_of = {plan: list(_parts(graph, plan)) for plan in order}
    shared = {kind: sorted(n for n, _ in of_kind(graph, kind)) for kind in SHARED}
    placed = {
        *order,
        *(node for document in documents for goal in document.groups for node in _headings(goal)),
        *chain.from_iterable(parts_of.values()),
        *chain.from_iterable(shared.values()),
    }
    return Structure(documents, parts_of, shared, [node for node in graph if node not in placed])


def _depth(depth: str | int | None) -> int:
    text = "2" if depth is None else str(depth).strip()
    if not text.isdecimal() or int(text) > _DEEPEST:
        raise KeikakuError(_BAD_DEPTH.format(most=_DEEPEST, typed=text))
    return int(text)


def _round_plans(graph: Graph, chosen: list[str]) -> set[str]:
    """Return the plans with their parts, their neighbours, and the headings above them."""
    inner = {*chosen, *(part for plan in chosen for part in _parts(graph, plan))}
    wide = {*inner, *_neighbours(graph, inner)}
    return wide | {above for node in wide for above in _all_above(graph, node)}


def _near(graph: Graph, start: list[str], depth: int) -> set[str]:
    """Return what lies within so many steps.

    No step goes through a node that nearly all plans share.
    """
    seen, edge = set(start), set(start)
    for _ in range(depth):
        through = {n for n in edge if n in start or graph.nodes[n]["kind"] not in _HUBS}
        edge = _neighbours(graph, through) - seen
        seen |= edge
    return seen | {above for node in seen for above in _all_above(graph, node)}


def _neighbours(graph: Graph, nodes: Iterable[str]) -> set[str]:
    return {
        other for node in nodes for other in chain(graph.successors(node), graph.predecessors(node))
    }


def _all_above(graph: Graph, node: str) -> Iterator[str]:
    return (above for above, _ in wholes(graph, node))


def _document(graph: Graph, node: str) -> str | None:
    return document_of(graph, node) or None


def _group(tree: dict[tuple[str | None, ...], Group], *path: str | None) -> Group:
    """Return the group at the end of a path of headings.

    A missing group is made, with those above it. None in a path stands for a missing heading.
    """
    if path not in tree:
        tree[path] = Group(path[-1])
        if len(path) > 1:
            _group(tree, *path[:-1]).groups.append(tree[path])
    return tree[path]


def _empty_heading(graph: Graph, heading: str, tree: dict[tuple[str | None, ...], Group]) -> None:
    """Keep goals and initiatives without any plan, too."""
    if graph.nodes[heading]["kind"] == "Goal":
        _group(tree, _document(graph, heading), heading)
        return
    *above, last = _path(graph, heading)
    _group(tree, *(above if last is None else (*above, last)), heading)


def _path(graph: Graph, node: str) -> tuple[str | None, ...]:
    """Return the headings above a plan or a level, from the document down; None if missing."""
    above = list(_all_above(graph, node))
    goal = next((each for each in above if graph.nodes[each]["kind"] == "Goal"), None)
    levels: list[str | None] = [
        each for each in reversed(above) if graph.nodes[each]["kind"] == "Initiative"
    ]
    return (_document(graph, node), goal, *(levels or [None]))


def _in_order(graph: Graph, group: Group) -> Group:
    """Sort headings by number if each has one; the group without a heading comes last."""
    group.groups.sort(key=lambda each: each.node is None)
    numbers = [graph.nodes[each.node].get("number") for each in group.groups if each.node]
    if all(numbers):
        group.groups.sort(
            key=lambda each: (
                each.node is None,
                each.node and order_key(each.node, graph.nodes[each.node]["number"]),
            )
        )
    for each in group.groups:
        _in_order(graph, each)
    return group


def _headings(group: Group) -> Iterator[str]:
    if group.node is not None:
        yield group.node
    for each in group.groups:
        yield from _headings(each)


def _parts(graph: Graph, node: str) -> Iterator[str]:
    """Yield what belongs to one plan, in reading order: an action, then its milestones."""
    for kind in ("Component", "Action", "Milestone", "LogicStep"):
        for part, _ in parts(graph, node, kind):
            yield part
            yield from _parts(graph, part)
    for relation in ("MEASURED_BY", "HAS_BUDGET", "EVALUATED_AS"):
        for held, _ in leaving(graph, node, relation):
            yield held
