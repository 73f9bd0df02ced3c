"""Where typed names are looked up: the nodes of a kind with what they are called."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any, Protocol

from graph.kinds import KIND
from queries import names
from queries.answers import given
from queries.filters import shown
from queries.graphs import Graph
from queries.indicators import units_in

if TYPE_CHECKING:
    from graph.store.server import Server

_CALLED = """\
MATCH (n:{kind}) WHERE $document IS NULL OR n.document = $document
RETURN n.id AS id, n.label AS label, n.title AS title, n.name AS name, n.number AS number,
       n.code AS code, n.aliases AS aliases ORDER BY n.at"""
_PROSE = """\
RETURN EXISTS { (p:Plan) WHERE p.overview IS NOT NULL OR p.vision IS NOT NULL } AS prose"""
_UNITS = "MATCH (i:Indicator) UNWIND i.units AS unit RETURN DISTINCT unit ORDER BY unit"
_CODES = "MATCH (f:Finding) RETURN f.code AS code, min(f.at) AS at ORDER BY at"


class Directory(Protocol):
    """What must be known of a graph before a statement can be made."""

    def of(self, kind: str, document: str | None = None) -> Graph:
        """A graph that holds the nodes of a kind, at least with what they are called."""

    def prose(self) -> bool:
        """Whether a plan has running text."""

    def codes(self) -> list[str]:
        """The kinds of finding that there are."""

    def units(self) -> Collection[str]:
        """The units of all indicators."""


class InGraph:
    """The directory of a graph in memory."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    def of(self, kind: str, document: str | None = None) -> Graph:  # noqa: ARG002 - see Directory
        """The graph itself."""
        return self._graph

    def prose(self) -> bool:
        """Whether a plan has running text."""
        plans = (f for _, f in self._graph.nodes(data=True) if f["kind"] == "Plan")
        return any("overview" in facts or "vision" in facts for facts in plans)

    def codes(self) -> list[str]:
        """The kinds of finding that there are."""
        return names.unique(finding["code"] for finding in self._graph.graph["findings"])

    def units(self) -> set[str]:
        """The units of all indicators."""
        return units_in(self._graph)


class InServer:
    """The directory of a server: each kind is read by one statement."""

    def __init__(self, server: Server) -> None:
        self._server = server

    def of(self, kind: str, document: str | None = None) -> Graph:
        """The nodes of the kind with what they are called."""
        import networkx as nx

        graph: Graph = nx.MultiDiGraph()
        within = None if KIND[kind].shared else document
        for row in self._server.read(_CALLED.format(kind=kind), document=within):
            known = {key: value for key, value in row.items() if value is not None}
            graph.add_node(known.pop("id"), kind=kind, **known)
        return graph

    def prose(self) -> bool:
        """Whether a plan has running text."""
        return bool(self._server.read(_PROSE)[0]["prose"])

    def codes(self) -> list[str]:
        """The kinds of finding that there are."""
        return [row["code"] for row in self._server.read(_CODES)]

    def units(self) -> list[str]:
        """The units of all indicators."""
        return [row["unit"] for row in self._server.read(_UNITS)]


def document_meant(directory: Directory, typed: str | None) -> str | None:
    """The id of the document that is meant."""
    if typed is None:
        return None
    return names.find(directory.of("PlanDocument"), "PlanDocument", typed)[0]


def scope_meant(
    directory: Directory, *, goal: str | None, document: str | None
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The parameters of :func:`queries.cypher.fragments.in_scope`, and how they were understood."""
    within = document_meant(directory, document)
    if goal is None:
        return {"document": within}, given(document=within)
    ids, told = found(directory, "Goal", goal, within)
    return {"document": within, "goal": ids}, given(goal=told, document=within)


def found(
    directory: Directory, kind: str, typed: str, within: str | None = None
) -> tuple[list[str], str]:
    """The ids that a typed name means, and the name by which people know them."""
    graph = directory.of(kind, within)
    ids = names.find(graph, kind, typed, document=within)
    return ids, shown(graph, ids)


def nodes_meant(directory: Directory, typed: str, within: str | None) -> tuple[list[str], str]:
    """The ids of what can change and is called so, and how it is told to people."""
    import networkx as nx

    from queries.impact import kinds_named, named, shown_with_number

    parts = [directory.of(kind, within) for kind in kinds_named(typed)]
    graph = parts[0] if all(part is parts[0] for part in parts) else nx.compose_all(parts)
    ids = named(graph, typed, within)
    return ids, shown_with_number(graph, ids)


def facts_of(directory: Directory, kind: str) -> list[tuple[str, dict[str, Any]]]:
    """All nodes of a kind, with what they are called."""
    graph = directory.of(kind)
    return [(node, facts) for node, facts in graph.nodes(data=True) if facts["kind"] == kind]
