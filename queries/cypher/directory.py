"""The directory for typed names: the nodes of a kind with their names."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from keikaku.graph.errors import NotFoundError
from keikaku.graph.kinds import KIND
from keikaku.graph.language import Text
from keikaku.graph.store.kept import kept
from keikaku.graph.typed_years import Period
from keikaku.queries import asked_years, names
from keikaku.queries.answers import drop_none
from keikaku.queries.cypher import fitting_names
from keikaku.queries.graph_walks import Graph
from keikaku.queries.indicator_units import units_in
from keikaku.queries.names import NameEntry
from keikaku.queries.plan_filters import names_text

if TYPE_CHECKING:
    from keikaku.graph.store.server import Row, Server

_NAMES = """\
RETURN n.id AS id, n.label AS label, n.title AS title, n.name AS name, n.number AS number,
       n.code AS code, n.aliases AS aliases, n.narrower AS narrower, n.level AS level,
       n.category AS category
ORDER BY n.at"""
_ALL = "MATCH (n:{kind})"
_OF_DOCUMENT = "MATCH (n:{kind} {{document: $document}})"
_CONCERNING = """\
CALL () {{
  MATCH (n:{kind} {{document: $document}}) RETURN n
  UNION
  MATCH (:Keikaku {{document: $document}})--(n:{kind}) RETURN n
}}"""
_DOCUMENT = "MATCH (d:PlanDocument {id: $id}) RETURN d.id AS id"
_PROSE = """\
RETURN EXISTS { (p:Plan) WHERE p.overview IS NOT NULL OR p.vision IS NOT NULL } AS prose"""
_UNITS = "MATCH (i:Indicator) UNWIND i.units AS unit RETURN DISTINCT unit ORDER BY unit"
_PERIODS = """\
MATCH (s:Source) WHERE $document IS NULL OR s.id = $document
RETURN s.head AS head ORDER BY s.position"""
_VALUES = "MATCH (n:{kind}) WHERE n.{fact} IS NOT NULL RETURN DISTINCT n.{fact} AS value"
_CODES = "MATCH (f:Finding) RETURN f.code AS code, min(f.at) AS at ORDER BY at"


class Fitting(NamedTuple):
    """Nodes of a kind: a graph that holds at least these, and their names."""

    graph: Graph
    names: list[NameEntry]


class Directory(Protocol):
    """The data of a graph that are needed to make a statement."""

    def of(self, kind: str, document: str | None = None) -> Graph:
        """Return a graph that holds the nodes of a kind, at least with their names."""

    def fitting(self, kind: str, typed: str, document: str | None = None) -> Fitting:
        """Return the nodes of a kind that a typed name can mean, and perhaps others."""

    def names_of_kind(self, kind: str, document: str | None = None) -> list[NameEntry]:
        """Return the nodes of a kind with their names."""

    def is_document(self, name: str) -> bool:
        """Return whether it is the id of a document."""

    def prose(self) -> bool:
        """Return whether a plan has running text."""

    def periods(self, document: str | None) -> list[Period]:
        """Return the periods of one document, or of all."""

    def codes(self) -> list[str]:
        """Return the kinds of finding that there are."""

    def units(self) -> Collection[str]:
        """Return the units of all indicators."""

    def values(self, kind: str, fact: str) -> list[str]:
        """Return the different values of a text fact of a kind, in their order."""


class InGraph:
    """The directory of a graph in memory."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    def of(self, kind: str, document: str | None = None) -> Graph:  # noqa: ARG002 - see Directory
        """Return the graph itself."""
        return self._graph

    def fitting(self, kind: str, typed: str, document: str | None = None) -> Fitting:  # noqa: ARG002
        """Return all nodes of the kind."""
        return Fitting(self._graph, self.names_of_kind(kind, document))

    def names_of_kind(self, kind: str, document: str | None = None) -> list[NameEntry]:
        """Return the nodes of the kind with their names."""
        return list(names.names_of_kind(self._graph, kind, document))

    def is_document(self, name: str) -> bool:
        """Return whether it is the id of a document."""
        return name in self._graph and self._graph.nodes[name]["kind"] == "PlanDocument"

    def prose(self) -> bool:
        """Return whether a plan has running text."""
        plans = (f for _, f in self._graph.nodes(data=True) if f["kind"] == "Plan")
        return any("overview" in facts or "vision" in facts for facts in plans)

    def periods(self, document: str | None) -> list[Period]:
        """Return the periods of one document, or of all."""
        return asked_years.periods(self._graph, document)

    def codes(self) -> list[str]:
        """Return the kinds of finding that there are."""
        return names.unique(finding["code"] for finding in self._graph.graph["findings"])

    def units(self) -> set[str]:
        """Return the units of all indicators."""
        return units_in(self._graph)

    def values(self, kind: str, fact: str) -> list[str]:
        """Return the different values of a text fact of a kind, in their order."""
        texts = (f.get(fact) for _, f in self._graph.nodes(data=True) if f["kind"] == kind)
        listed = (each if isinstance(each, list) else [each] for each in texts if each is not None)
        return sorted({str(one) for each in listed for one in each})


class InServer:
    """The directory of a server: each kind is read by one statement."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._read: dict[tuple[str, str | None], Graph] = {}

    def of(self, kind: str, document: str | None = None) -> Graph:
        """Return the nodes of the kind with their names, read once."""
        within = None if kind in names.EVERYWHERE else document
        if (kind, within) not in self._read:
            self._read[kind, within] = self._nodes(kind, within)
        return self._read[kind, within]

    def fitting(self, kind: str, typed: str, document: str | None = None) -> Fitting:
        """Return the nodes of the kind that a typed name can mean, with their names."""
        if kind == "Plan" and document is None and names.is_number(typed):
            rows = self._server.read(fitting_names.NUMBERS.format(kind=kind))
            wanted = fitting_names.filter_of_number(typed, [row["number"] for row in rows])
        else:
            chosen = fitting_names.filter_of(kind, typed)
            if chosen is None or document is not None or (kind, document) in self._read:
                return Fitting(self.of(kind, document), self.names_of_kind(kind, document))
            wanted = chosen
        graph = self._nodes(kind, None, *wanted)
        return Fitting(graph, list(names.names_of_kind(graph, kind)))

    def _nodes(
        self, kind: str, within: str | None, lines: str = "", values: Row | None = None
    ) -> Graph:
        import networkx as nx

        graph: Graph = nx.MultiDiGraph()
        for row in self._server.read(_called(kind, within, lines), document=within, **values or {}):
            known = {key: value for key, value in row.items() if value is not None}
            graph.add_node(known.pop("id"), kind=kind, **known)
        return graph

    def names_of_kind(self, kind: str, document: str | None = None) -> list[NameEntry]:
        """Return the nodes of the kind with their names."""
        return list(names.names_of_kind(self.of(kind, document), kind))

    def is_document(self, name: str) -> bool:
        """Return whether it is the id of a document."""
        return bool(self._server.read(_DOCUMENT, id=name))

    def prose(self) -> bool:
        """Return whether a plan has running text."""
        return bool(self._server.read(_PROSE)[0]["prose"])

    def periods(self, document: str | None) -> list[Period]:
        """Return the periods of one document, or of all."""
        heads = self._server.read(_PERIODS, document=document)
        return asked_years.periods_of(kept(row["head"], "head") for row in heads)

    def codes(self) -> list[str]:
        """Return the kinds of finding that there are."""
        return [row["code"] for row in self._server.read(_CODES)]

    def units(self) -> list[str]:
        """Return the units of all indicators."""
        return [row["unit"] for row in self._server.read(_UNITS)]

    def values(self, kind: str, fact: str) -> list[str]:
        """Return the different values of a text fact of a kind, in their order."""
        texts = [row["value"] for row in self._server.read(_VALUES.format(kind=kind, fact=fact))]
        listed = (each if isinstance(each, list) else [each] for each in texts)
        return sorted({str(one) for each in listed for one in each})


def _called(kind: str, within: str | None, lines: str) -> str:
    """Return the statement that reads the nodes of a kind: of a document, or all.

    ``lines`` are further conditions.
    """
    of = _CONCERNING if KIND[kind].shared else _OF_DOCUMENT
    begin = (_ALL if within is None else of).format(kind=kind)
    return "\n".join(filter(None, (begin, lines, _NAMES)))


def document_meant(directory: Directory, typed: str | None) -> str | None:
    """Return the id of the named document."""
    if typed is None or directory.is_document(typed):
        return typed
    return find_nodes(directory, "PlanDocument", typed)[0][0]


def scope_meant(
    directory: Directory, *, goal: str | None, document: str | None
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the parameters of ``in_scope``, and how they were understood."""
    within = document_meant(directory, document)
    if goal is None:
        return {"document": within}, drop_none(document=within)
    ids, name = find_nodes(directory, "Goal", goal, within)
    return {"document": within, "goal": ids}, drop_none(goal=name, document=within)


def find_nodes(
    directory: Directory, kind: str, typed: str, within: str | None = None
) -> tuple[list[str], str]:
    """Return the ids that a typed name means, and the name by which people know them."""
    some = directory.fitting(kind, typed, within)
    try:
        ids = names.choose(some.names, typed, names.what(kind))
    except NotFoundError:
        # The message offers the nearest of all names.
        ids = names.choose(directory.names_of_kind(kind, within), typed, names.what(kind))
        return ids, names_text(directory.of(kind, within), ids)
    return ids, names_text(some.graph, ids)


class NodesMeant(NamedTuple):
    """The ids of the nodes with a name, that name in full, and the words of a theme that are meant.

    ``plans`` counts the plans among them.
    """

    ids: list[str]
    words: str
    terms: list[str] | None
    notes: tuple[Text, ...]
    plans: int


def nodes_meant(directory: Directory, typed: str, within: str | None) -> NodesMeant:
    """Return the nodes that can change and have this name."""
    import networkx as nx

    from keikaku.queries.impact.answer import nodes_named, shown_with_number, word_notes

    graphs: list[Graph] = []

    def fitting(kind: str) -> list[NameEntry]:
        some = directory.fitting(kind, typed, within)
        graphs.append(some.graph)
        return some.names

    def of_all(kind: str) -> list[NameEntry]:
        graphs.append(directory.of(kind, within))
        return directory.names_of_kind(kind, within)

    try:
        ids = nodes_named(fitting, typed)
    except NotFoundError:
        # The message offers the nearest of all names.
        ids = nodes_named(of_all, typed)
    graph = graphs[0] if all(each is graphs[0] for each in graphs) else nx.compose_all(graphs)
    terms = names.terms_meant(graph, ids, typed)
    notes = tuple(word_notes(graph, ids, typed))
    plans = sum(graph.nodes[node]["kind"] == "Plan" for node in ids)
    return NodesMeant(ids, shown_with_number(graph, ids), terms, notes, plans)


def facts_of(directory: Directory, kind: str) -> list[tuple[str, dict[str, Any]]]:
    """Return all nodes of a kind, with their names."""
    graph = directory.of(kind)
    return [(node, facts) for node, facts in graph.nodes(data=True) if facts["kind"] == kind]
